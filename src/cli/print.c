/* griot print: an edition of the archive as a file for a press. */
#include "cli/commands.h"

#include "cli/kept.h"
#include "cli/printrun.h"

struct print_options {
    struct keep_options keep;
    struct text output;
};

static const struct option options[] = {
    KEEP_OPTIONS(struct print_options, keep),
    {"-o", OPTION_TEXT, offsetof(struct print_options, output)},
};

static void print(struct call *c, struct kept *k, const struct print_options *o) {
    struct sheets sheets = sheets_single(c->a, k->list);
    struct printrun run = {.press = &k->workshop.press, .edition = &k->edition, .list = k->list,
                           .sheets = &sheets};
    if (!printrun_today(c, &run, o->keep.newsroom)) return;
    printrun_name(c, &run, o->output, k->name, T("print"));
    printrun_put(c, &run);
}

void command_print(struct call *c, char **words) {
    struct print_options o = {0};
    struct arguments rest = {0};
    struct kept k;
    struct text command = T("griot print");
    if (!options_read(c->a, &c->diags, command, words, options, sizeof options / sizeof *options, &o,
                      &rest))
        return;
    if (!rest.n) call_lacks(c, command, "DATE");
    if (rest.n > 1) DIAG(&c->diags, (struct place){0}, USAGE_ARGUMENTS, command, rest.at[1]);
    if (!diags_fine(&c->diags)) return;
    if (kept_open(&k, c, &o.keep, rest.at[0])) print(c, &k, &o);
    kept_close(&k);
}
