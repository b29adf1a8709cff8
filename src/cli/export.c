/* griot export: editions for another archive, in one file, checked before and behind it. */
#include "cli/commands.h"

#include "base/file.h"
#include "cli/cargo.h"

struct export_options {
    struct keep_options keep;
    struct text output;
};

static const struct option options[] = {
    KEEP_OPTIONS(struct export_options, keep),
    {"-o", OPTION_TEXT, offsetof(struct export_options, output)},
};

static void export(struct call *c, const struct store *s, struct text range, struct text path) {
    struct editions editions = {0};
    struct cargo cargo = {0}, again;
    struct output out = {.path = path};
    bool fine = keep_range(c, s, range, &editions);
    for (size_t i = 0; i < editions.n; i++) fine &= cargo_load(c, s, editions.at[i], &cargo);
    if (fine && cargo_pack(c, &cargo, range, &out.bytes) &&
        cargo_open(c, path, out.bytes, &again) && files_put(&c->diags, &out, 1, true, true)) {
        build_text(&c->out, path);
        build_char(&c->out, '\n');
    }
}

void command_export(struct call *c, char **words) {
    struct export_options o = {0};
    struct arguments rest = {0};
    struct store s;
    struct text command = T("griot export");
    if (!options_read(c->a, &c->diags, command, words, options, sizeof options / sizeof *options,
                      &o, &rest))
        return;
    if (!rest.n) call_lacks(c, command, "RANGE");
    if (!o.output.n) call_lacks(c, command, "-o FILE.zip");
    if (rest.n > 1) DIAG(&c->diags, (struct place){0}, USAGE_ARGUMENTS, command, rest.at[1]);
    if (diags_fine(&c->diags) && keep_open(c, &o.keep, &s)) export(c, &s, rest.at[0], o.output);
}
