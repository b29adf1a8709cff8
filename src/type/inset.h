/* What is set into the text and is no text of it: pictures and tables, for a column or for all of
 * them. An inset stands as one; a table is an inset a row. Places are from the inset's top left
 * corner, downward. */
#ifndef TYPE_INSET_H
#define TYPE_INSET_H

#include "type/lines.h"

enum inset_kind {
    INSET_PICTURE, /* a picture with its legend */
    INSET_LEGEND,  /* of a table, above it */
    INSET_HEADING, /* a table's first row */
    INSET_ROW
};

/* Lines one under the other: a cell, a legend. */
struct inset_text {
    const struct line *lines;
    size_t n;
    length x, y; /* of the first line's baseline */
    length right; /* from x: where its lines end, set to the right; 0: they begin at x */
};

struct inset {
    enum inset_kind kind;
    const struct block *block;
    length width;                   /* of the whole */
    length x, y, shown_width, shown_height; /* of the picture */
    const struct inset_text *texts; /* legend and credit; cells from the first column on */
    size_t ntexts;
    int rows;                       /* of the grid */
    bool ruled;                     /* a rule stands above it, to part it from the row before */
    bool last;                      /* the table ends with it */
    const struct inset *heading;    /* of a row: said again where a column begins with it */
};

struct insets {
    const struct inset **at;
    size_t n, cap;
    bool wide; /* they go over all columns */
};

/* The measures that are to be had: of one column and of all. */
struct inset_measures {
    length column, whole;
    int most; /* rows of a page that one may take */
};

/* Sets a figure or table in the measure that suits it: a picture by its shape and resolution, a table
 * by its content, in smaller type where it must. A picture that prints coarsely is a warning, a
 * table that fits nowhere an error. */
void insets_set(const struct setter *s, const struct communique *c, const struct block *b,
                const struct inset_measures *m, struct insets *out);

#endif
