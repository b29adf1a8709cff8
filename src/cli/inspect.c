/* griot inspect: what a received file is, and whether its signature holds. */
#include "cli/commands.h"

#include "cli/options.h"
#include "cli/part.h"

struct inspect_options {
    bool json;
    struct text trust;
};

#define OPTION(field, name, type) {name, type, offsetof(struct inspect_options, field)}

static const struct option options[] = {
    OPTION(json, "--json", OPTION_FLAG),
    OPTION(trust, "--trust", OPTION_TEXT),
};

void command_inspect(struct call *c, char **words) {
    struct inspect_options o = {0};
    struct arguments files = {0};
    struct place nowhere = {0};
    struct text report;
    if (!options_read(c->a, &c->diags, T("griot inspect"), words, options,
                      sizeof options / sizeof *options, &o, &files))
        return;
    if (!files.n) call_lacks(c, T("griot inspect"), "FILE.pdf");
    if (files.n > 1) DIAG(&c->diags, nowhere, USAGE_ARGUMENTS, T("griot inspect"), files.at[1]);
    if (!diags_fine(&c->diags)) return;
    struct text order[] = {files.at[0], o.trust, o.json ? T("json") : T("text"),
                           text_number(c->a, (int64_t)c->lang)};
    /* a file that ends the reader is a file that cannot be read */
    if (part_run(c, T("griot-inspect"), order, sizeof order / sizeof *order, (struct text){0},
                 PDF_FATAL, files.at[0], &report))
        build_text(&c->out, report);
}
