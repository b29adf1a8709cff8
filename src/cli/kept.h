/* An edition of the archive as pages: composed again from its bundle, and the very pages of the
 * kept PDF. */
#ifndef CLI_KEPT_H
#define CLI_KEPT_H

#include "cli/keep.h"
#include "cli/workshop.h"

struct kept {
    struct store store;
    struct workshop workshop;
    struct text name;         /* 2025-11-25.r2 */
    struct edition edition;
    struct list *list;        /* NULL: there is none */
};

/* Where it cannot be composed, or comes out as another PDF than the kept one, that is told; then
 * false. Close it in any case. */
bool kept_open(struct kept *k, struct call *c, const struct keep_options *o, struct text day);
void kept_close(struct kept *k);

#endif
