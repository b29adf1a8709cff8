/* From galleys to pages: columns, keeps, and the order of things. */
#ifndef PAGE_FLOW_H
#define PAGE_FLOW_H

#include "edition/edition.h"
#include "edition/newsroom.h"
#include "page/list.h"
#include "type/galley.h"

/* What galleys are to be set to for these pages. */
struct measures flow_measures(const struct compositors *c);

/* The pages of an edition, in the arena and the compositors' memory. Lines of `galleys` that would
 * end a column in a divided word are set anew. */
struct list *flow_pages(struct arena *a, struct diags *d, struct compositors *c,
                        struct galleys *galleys, const struct edition *e,
                        const struct newsroom *newsroom, bool proof);

#endif
