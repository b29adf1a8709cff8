/* Where the columns of a communiqué end: not behind the first nor before the last line of a
 * paragraph, not where something is to be kept with what follows, not in a divided word; then some
 * lines around it are set anew. Heights are in rows of the grid. */
#ifndef PAGE_COLUMNS_H
#define PAGE_COLUMNS_H

#include "type/galley.h"

enum { COLUMNS_MAX = 4 };

/* What is parted into columns: slugs of a galley, up to one that goes over all columns. */
struct part {
    const struct setter *setter;
    const struct communique *communique;
    struct galley *galley;
    size_t n;    /* where it ends, in the galley's body */
    int columns;
};

/* Rows that the slugs [from, to) take in one column. */
int columns_rows(const struct part *p, size_t from, size_t to);

/* The least height, at most `most`, of columns that hold the whole part from its first slug on and
 * end well; 0 where there is none. */
int columns_least(const struct part *p, size_t first, int most);

/* All from `first` on in balanced columns that end in no divided word: a little higher where that
 * helps, with looser lines where that alone does not, with the divided word where nothing does.
 * ends[c] is where column c ends. Returns the height; 0 where `most` is too little. */
int columns_balance(const struct part *p, size_t first, int most, size_t *ends);

/* Columns of `height` where the text goes on behind them; one that would end in a divided word ends
 * earlier. They may hold nothing, where what comes is kept together and does not fit; but not where
 * `any` says that an end that is not good is better. */
void columns_fill(const struct part *p, size_t first, int height, bool any, size_t *ends);

#endif
