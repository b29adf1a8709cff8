/* griot extract: the files of an edition as they are. */
#include "cli/commands.h"

#include "base/file.h"
#include "cli/keep.h"

struct extract_options {
    struct keep_options keep;
    struct text output;
};

static const struct option extract_options[] = {
    KEEP_OPTIONS(struct extract_options, keep),
    {"-o", OPTION_TEXT, offsetof(struct extract_options, output)},
};

/* All files of the bundle below DIR/NAME/, as they are. */
void command_extract(struct call *c, char **words) {
    struct extract_options o = {0};
    struct arguments rest = {0};
    struct store s;
    struct edition_name name;
    struct text bytes;
    struct zip_files files = {0};
    if (!options_read(c->a, &c->diags, T("griot extract"), words, extract_options,
                      sizeof extract_options / sizeof *extract_options, &o, &rest))
        return;
    if (rest.n != 1) {
        call_lacks(c, T("griot extract"), "DATE");
        return;
    }
    if (!keep_open(c, &o.keep, &s) || !keep_one(c, &s, rest.at[0], &name) ||
        !store_read(&s, c->a, &c->diags, name, &bytes) ||
        !zip_unpack(c->a, &c->diags, store_path(&s, c->a, name), bytes, &files))
        return;
    struct text folder = o.output.n ? o.output : T("out");
    for (size_t i = 0; i < files.n; i++) {
        struct output out = {file_path(c->a, folder, files.at[i].name), files.at[i].bytes};
        if (!files_put(&c->diags, &out, 1, false, true)) return;
    }
    build_text(&c->out, file_path(c->a, folder, edition_name_text(c->a, name)));
    build_char(&c->out, '\n');
}
