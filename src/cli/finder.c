/* The commands of griot-find: what the catalogue answers, with nothing loaded that composes or opens
 * bundles. Where the catalogue is not enough it goes on as griot-archive, from the start: nothing has
 * been printed until then. */
#include "cli/commands.h"

#include "cli/keep.h"

const struct command commands[] = {
    {"list", command_list, NULL, HELP_LIST},
    {"search", command_search, NULL, HELP_SEARCH},
};

const size_t ncommands = sizeof commands / sizeof *commands;

void version_print(struct call *c) {
    build_text(&c->out, TEXT_JOIN(c->a, T("griot " GRIOT_VERSION "\n"), catalogue_library(c->a), T("\n")));
}

bool keep_bundle(struct call *c, struct arena *a, const struct store *s, struct edition_name name,
                 struct visited *out) {
    (void)a;
    (void)s;
    *out = (struct visited){.name = name};
    call_become(c, T("griot-archive"));
    return false;
}
