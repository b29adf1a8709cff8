/* The edition as plain text: what was set, without its pages. */
#ifndef EDITION_PLAIN_H
#define EDITION_PLAIN_H

#include "edition/edition.h"
#include "edition/newsroom.h"

/* Where a communiqué stands in the text, in bytes. */
struct plain_place {
    size_t at, n;
};

/* Heading, what makes the edition another than its day's ordinary one, then each communiqué:
 * ministry, title, paragraphs, parted by empty lines; UTF-8, as corrected; the address of a link in
 * <…> behind its words. places[i] tells where communiqué i stands, its ministry's line not counted. */
struct text plain_text(struct arena *a, const struct edition *e, const struct newsroom *n,
                       struct plain_place *places);

#endif
