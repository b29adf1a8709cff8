/* The structure tree (ISO 32000-1, 14.7): elements from the pages' kids, and the tree that leads
 * back from marked content to them. */
#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include "pdf/content.h"
#include "pdf/haru.h"

struct tags;

/* Room for the list's `elements` elements, in `a`; `scratch` for what is not kept; `rooms` as for
 * rooms_take. What it makes ends with tags_finish. */
struct tags *tags_make(struct arena *a, const struct arena *scratch, struct rooms *rooms, struct haru *h,
                       const struct list *list, size_t elements);

/* Adds what the page that is object `page` has; links[i] is the annotation of its link i. Pages come
 * in order. */
void tags_page(struct tags *t, uint32_t page, const struct content *content,
               const uint32_t *links);

/* The number under which an annotation finds its element: its StructParent. Annotations are
 * counted in the order of the pages' links. */
int tags_parent_key(const struct tags *t, size_t annotation);

/* Adds a form's field behind all else the document has: the annotation `widget` of `page`. Room for
 * its element must have been asked for; its parent key is that of the annotation behind the last
 * link. */
void tags_field(struct tags *t, uint32_t page, uint32_t widget);

/* Fills in all elements; returns the object number of the tree's root. */
uint32_t tags_finish(struct tags *t);

#endif
