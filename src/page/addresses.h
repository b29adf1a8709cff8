/* The addresses that links lead to, printed: on paper nothing else tells them.
 *
 * They stand in small type between the running foot and the edge of the page, where nothing else
 * does: no line of the page moves, and pages end where they end on screens. */
#ifndef PAGE_ADDRESSES_H
#define PAGE_ADDRESSES_H

#include "edition/newsroom.h"
#include "page/list.h"
#include "type/galley.h"

/* Adds to each page the addresses of its links, each behind the words it is led to by; but none that
 * stands in the text itself, and none twice. What has no room goes to the foot of a following page,
 * with the number of its own; if there is none, it is told. */
void addresses_note(struct list *l, struct diags *d, struct compositors *c,
                    const struct newsroom *n);

#endif
