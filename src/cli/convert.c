/* griot convert: Word files and letters as the Markdown that griot reads them as. */
#include "cli/commands.h"

#include "base/file.h"
#include "cli/options.h"
#include "edition/foreign.h"

struct convert_options {
    struct text output;
};

static const struct option options[] = {
    {"-o", OPTION_TEXT, offsetof(struct convert_options, output)},
};

/* All that came out, in the folder. */
static void put_files(struct call *c, struct text folder, const struct foreign *f) {
    struct output *outputs = arena_new(c->a, struct output, f->files.n);
    for (size_t i = 0; i < f->files.n; i++)
        outputs[i] = (struct output){file_path(c->a, folder, f->files.at[i].name),
                                     f->files.at[i].bytes};
    if (!files_put(&c->diags, outputs, f->files.n, false, true)) return;
    for (size_t i = 0; i < f->files.n; i++) {
        build_text(&c->out, outputs[i].path);
        build_char(&c->out, '\n');
    }
}

/* The sources alone, to be read. */
static void print_sources(struct call *c, const struct foreign *f) {
    for (size_t i = 0; i < f->files.n; i++)
        if (f->files.at[i].source) build_text(&c->out, f->files.at[i].bytes);
}

void command_convert(struct call *c, char **words) {
    struct convert_options o = {0};
    struct arguments files = {0};
    struct text program = call_converter(c);
    if (!options_read(c->a, &c->diags, T("griot convert"), words, options,
                      sizeof options / sizeof *options, &o, &files))
        return;
    if (!files.n)
        call_lacks(c, T("griot convert"), "FILE.docx");
    for (size_t i = 0; i < files.n; i++) {
        struct foreign f;
        if (!foreign_is(files.at[i]))
            DIAG0(&c->diags, ((struct place){.file = files.at[i]}), CONVERT_KIND);
        else if (!file_reachable(&c->diags, files.at[i]) ||
                 !foreign_read(c->a, &c->diags, program, files.at[i], &f))
            continue;
        else if (o.output.n) put_files(c, o.output, &f);
        else print_sources(c, &f);
    }
}
