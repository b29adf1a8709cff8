/* Tables of separated values (RFC 4180), as spreadsheets write them.
 *
 * Cells are parted by commas or by semicolons, whichever its first row has more of; a byte order
 * mark and both kinds of line ends are taken. A cell in quotes may hold the separator, line ends
 * (which become LF) and quotes written twice. Blanks belong to their cell. Lines that are empty are
 * passed over. The bytes in cells are not looked at: whether they are UTF-8 is the caller's to see. */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "base/diag.h"

/* What is read at most: more is refused. A cell's cap is a spreadsheet's own. */
enum { CSV_ROWS = 1000000, CSV_COLUMNS = 256, CSV_CELL = 32767, CSV_FAULTS = 100 };

struct csv_cell {
    struct text text;   /* a slice of the file, or in the arena where quotes had to be undone */
    struct place place; /* of its first character or quote */
};

struct csv_row {
    const struct csv_cell *at;
    size_t n;
    bool faulty; /* what is wrong with it was told; its cells may lack some */
};

struct csv {
    struct csv_row *at;
    size_t n, cap;
};

/* All rows of the file, the first one (a heading, as a rule) among them. What is wrong is told at its
 * place: a quote that is not closed or stands where none may, a row with more or fewer cells than
 * the first, a cell over its cap. Such a row is marked, and reading goes on with the next line.
 * False where anything was wrong; where there are too many rows, columns or faults, the rows up to
 * there are given. */
bool csv_read(struct arena *a, struct diags *d, struct text file, struct text bytes,
              struct csv *out);

#endif
