/* What goes to the printer: the file for the press, and its ticket. */
#ifndef CLI_PRINTRUN_H
#define CLI_PRINTRUN_H

#include "cli/press.h"
#include "page/sheets.h"

struct printrun {
    struct press *press;            /* its style and newsroom made the pages */
    const struct edition *edition;
    struct list *list;              /* is made ready: addresses, thin rules */
    const struct sheets *sheets;
    struct printing printing;       /* by the newsroom as it is today … */
    struct text newsroom;           /* … whose file this is: the profile stands beside it */
    struct text output;             /* "-": standard output, without a ticket */
    bool make_folders;
};

/* How the newsroom prints today, by its settings: given, or found as call_newsroom does. Told, and
 * false, where they cannot be read. */
bool printrun_today(struct call *c, struct printrun *run, struct text newsroom);

/* Puts both into their places, or neither, and their paths into the call's results. */
void printrun_put(struct call *c, const struct printrun *run);

/* The output that is asked for, else out/EDITION-WHAT.pdf, whose folder is then made. */
void printrun_name(struct call *c, struct printrun *run, struct text asked, struct text edition,
                   struct text what);

#endif
