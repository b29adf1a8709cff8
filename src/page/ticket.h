/* The ticket of a print job: one page that tells the printer what the file is and how it is to be
 * printed. */
#ifndef PAGE_TICKET_H
#define PAGE_TICKET_H

#include "edition/newsroom.h"
#include "edition/phrases.h"
#include "page/list.h"
#include "type/galley.h"

/* A line of it; without `says`, there is room to write by hand. */
struct ticket_row {
    enum phrase label;
    struct text says;
    bool figures; /* set as figures are */
};

/* The page, in the style's faces, under the heading of the edition. */
struct list *ticket_page(struct arena *a, struct diags *d, struct compositors *c,
                         const struct newsroom *n, struct text heading,
                         const struct ticket_row *rows, size_t nrows);

#endif
