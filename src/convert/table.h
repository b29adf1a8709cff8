/* A table on its way from a foreign document into a CSV file (RFC 4180). */
#ifndef CONVERT_TABLE_H
#define CONVERT_TABLE_H

#include "convert/document.h"

enum { GRID_COLUMNS_MOST = 63 /* as Word has it */ };

struct grid {
    struct arena *a;
    struct build csv;
    size_t rows, cells; /* so far; cells of the current row */
    size_t filled;      /* cells with text */
    struct text first;  /* the text of the first of them */
};

/* A new row. */
void grid_row(struct grid *g);
/* A cell with the text of the document's parts from `first` on, which are taken out, but for
 * pictures; `span` columns wide. */
void grid_cell(struct grid *g, struct document *d, size_t first, int span);
/* The table becomes a file of that name and a part that `says` describes (empty: its caption will,
 * see document_settle), at `before`, ahead of the pictures that were in it. One that has a single
 * cell with text becomes a paragraph, an empty one nothing. */
void grid_finish(struct grid *g, struct document *d, size_t before, struct text name,
                 struct text says);

#endif
