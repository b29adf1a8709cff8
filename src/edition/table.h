/* Tables, from files of separated values (base/csv.h). The first row is the heading. */
#ifndef EDITION_TABLE_H
#define EDITION_TABLE_H

#include "edition/edition.h"

enum { TABLE_COLUMNS = 24, TABLE_ROWS = 5000 };

struct table {
    const struct span *cells;    /* row by row; their spots are in the table's file */
    size_t rows, columns;        /* rows with the heading */
    bool figures[TABLE_COLUMNS]; /* below the heading the column has numbers alone, perhaps with gaps */
    struct text file;            /* its path, for complaints */
    struct text bytes;           /* of that file, from which its lines are counted */
};

/* Reads the file's bytes. What is wrong is told: what csv_read tells, text that is not UTF-8, more
 * rows or columns than the caps, nothing but a heading. */
bool table_read(struct arena *a, struct diags *d, struct text file, struct text bytes,
                struct table *out);

/* The place in the table's file of what stands `offset` bytes into the cell's text: behind its quotation
 * mark and blanks, on another line behind a line end, over doubled marks. */
struct place table_place(const struct table *t, const struct span *cell, size_t offset);

const struct span *table_cell(const struct table *t, size_t row, size_t column);

/* Whether the text is a number as French writes it: a sign, digits in groups, a decimal comma, a per
 * cent or per mille sign. *whole is how many bytes stand before the comma, or before what follows
 * the digits: numbers are aligned there. */
bool table_number(struct text t, size_t *whole);

#endif
