/* The contents: the day's titles under their ministries, each with its page.
 *
 * They are laid out before the pages they speak of are known; the page numbers are put in
 * afterwards, in room kept for them. */
#ifndef PAGE_CONTENTS_H
#define PAGE_CONTENTS_H

#include "page/furniture.h"
#include "type/galley.h"

struct contents;

/* The measure of a title in the contents: a column without the indent and the page number. */
length contents_measure(const struct compositors *c);

/* The anchors that entries lead to. */
struct targets {
    const size_t *communiques; /* by communiqué */
    const size_t *ministries;  /* by communiqué: the header it stands under */
    size_t self;               /* of the contents themselves */
};

/* Lays the contents out from `top` on the last page, over further pages as needed; *bottom is how
 * far they reach on the last of them. */
struct contents *contents_put(const struct furnishing *f, const struct galleys *galleys,
                              const struct targets *to, length top, length *bottom);

/* Fills in the page numbers, once all anchors are placed. */
void contents_number(const struct furnishing *f, const struct contents *c,
                     const struct targets *to);

#endif
