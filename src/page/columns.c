/* See columns.h. */
#include "page/columns.h"

enum { HIGHER = 2 /* rows that columns may grow by so that no word is divided at their ends */ };

/* --- where a column may end --- */

static const struct slug *slug_at(const struct part *p, size_t i) {
    return &p->galley->body.at[i];
}

/* Rows of all before slug i. */
static int rows_before(const struct part *p, size_t i) {
    const struct slugs *body = &p->galley->body;
    return (int)(i < body->n ? body->at[i].top : body->rows);
}

int columns_rows(const struct part *p, size_t from, size_t to) {
    if (from >= to) return 0;
    const struct slug *first = slug_at(p, from);
    return rows_before(p, to) - rows_before(p, from) - first->above + first->again;
}

/* Whether the text of a line says that something comes. */
static bool announces(const struct line *line) {
    if (!line->nruns) return false;
    const struct run *run = &line->runs[line->nruns - 1];
    return text_ends(words_at(run->words, run->pieces[run->n - 1].word)->text, T(":"));
}

/* Whether a column may end between slugs i - 1 and i. */
static bool may_part(const struct part *p, size_t i) {
    if (i == 0 || i >= p->n) return true;
    const struct slug *before = slug_at(p, i - 1), *after = slug_at(p, i);
    const struct line *lines = p->galley->lines.at;
    if (before->flags & SLUG_KEEP) return false;
    if (before->kind != SLUG_LINE) return true;
    unsigned left = lines[before->line].flags;
    unsigned right = after->kind == SLUG_LINE ? lines[after->line].flags : LINE_FIRST;
    bool orphan = (left & LINE_FIRST) && !(left & LINE_LAST);
    bool widow = (right & LINE_LAST) && !(right & LINE_FIRST);
    if (orphan || widow) return false;
    return !(left & LINE_LAST) || !announces(&lines[before->line]);
}

/* Where a column of at most `height` from `at` on ends. Where there is no good place, `any` will do,
 * else it holds nothing. */
static size_t fill_column(const struct part *p, size_t at, int height, bool any) {
    size_t full = at + (size_t)height < p->n ? at + (size_t)height : p->n;
    while (full > at && columns_rows(p, at, full) > height) full--;
    size_t end = full;
    while (end > at + 1 && !may_part(p, end)) end--;
    return may_part(p, end) ? end : any ? full : at;
}

/* What is from `first` on in columns of at most `height`; ends[c] is where column c ends. Returns
 * how far that goes. */
static size_t fill_columns(const struct part *p, size_t first, int height, bool any,
                           size_t *ends) {
    size_t at = first;
    for (int c = 0; c < p->columns; c++) ends[c] = at = fill_column(p, at, height, any);
    return at;
}

/* The least height from `least` on at which all from `first` on fits with good ends; 0 where `most`
 * is too little. */
static int balanced_height(const struct part *p, size_t first, int least, int most, size_t *ends) {
    for (int h = least > 1 ? least : 1; h <= most; h++)
        if (fill_columns(p, first, h, false, ends) == p->n) return h;
    return 0;
}

int columns_least(const struct part *p, size_t first, int most) {
    size_t ends[COLUMNS_MAX];
    return balanced_height(p, first, 1, most, ends);
}

/* --- divided words at a column's end --- */

/* First line of the passage that line i is of, and the one behind its last. */
static void passage_around(const struct lines *l, size_t i, size_t *from, size_t *to) {
    uint32_t passage = l->at[i].passage;
    for (*from = i; *from && l->at[*from - 1].passage == passage;) --*from;
    for (*to = i; *to < l->n && l->at[*to].passage == passage;) ++*to;
}

/* Lines within [first, behind) that end a column, counted from `first`. */
static size_t find_undivided(const struct part *p, const size_t *ends, size_t first, size_t behind,
                             size_t *out) {
    size_t n = 0;
    for (int k = 0; k < p->columns; k++) {
        if (!ends[k] || slug_at(p, ends[k] - 1)->kind != SLUG_LINE) continue;
        size_t line = slug_at(p, ends[k] - 1)->line;
        if (line >= first && line < behind) out[n++] = line - first;
    }
    return n;
}

/* Sets lines around line i anew so that neither it nor the ends of other columns are divided: first
 * a few, then more, in the end all of the passage that is not yet on a page: that is the lines from
 * `open` on. `strained`: looser lines are taken, too. */
static bool mend(const struct part *p, size_t open, size_t i, const size_t *ends, bool strained) {
    struct lines *l = &p->galley->lines;
    const struct passage *passage = &p->galley->passages.at[l->at[i].passage];
    size_t from, to;
    passage_around(l, i, &from, &to);
    size_t least = from > open ? from : open;
    for (size_t reach = 3;; reach *= 2) {
        size_t first = i >= least + reach ? i - reach : least;
        size_t behind = i + reach + 1 < to ? i + reach + 1 : to;
        while (first > least && (l->at[first - 1].flags & LINE_DIVIDED)) first--;
        while (behind < to && (l->at[behind - 1].flags & LINE_DIVIDED)) behind++;
        size_t undivided[COLUMNS_MAX];
        size_t n = find_undivided(p, ends, first, behind, undivided);
        if (lines_again(p->setter, p->communique, passage, l->at + from, to - from, first - from,
                        behind - first, undivided, n, strained))
            return true;
        if (first == least && behind == to) return false;
    }
}

/* Whether column k ends in a divided word that cannot be mended. */
static bool ends_divided(const struct part *p, size_t first, const size_t *ends, int k,
                         bool strained) {
    if (ends[k] == first || ends[k] >= p->n) return false;
    const struct slug *last = slug_at(p, ends[k] - 1);
    const struct line *line = &p->galley->lines.at[last->line];
    return last->kind == SLUG_LINE && (line->flags & LINE_DIVIDED) &&
           p->galley->passages.at[line->passage].kind == PASSAGE_TEXT &&
           !mend(p, slug_at(p, first)->line, last->line, ends, strained);
}

/* The least height from `lowest` on, a little more at most, at which no column of all from `first`
 * on ends in a divided word; 0 where there is none. */
static int undivided_height(const struct part *p, size_t first, int lowest, int most, size_t *ends,
                            bool strained) {
    int highest = lowest + HIGHER < most ? lowest + HIGHER : most;
    for (int h = lowest; h; h = balanced_height(p, first, h + 1, highest, ends)) {
        int k = 0;
        fill_columns(p, first, h, false, ends);
        while (k < p->columns && !ends_divided(p, first, ends, k, strained)) k++;
        if (k == p->columns) return h;
    }
    return 0;
}

int columns_balance(const struct part *p, size_t first, int most, size_t *ends) {
    /* what stands free above a column's head is spared */
    int rows = columns_rows(p, first, p->n) - (p->columns - 1) * p->galley->body.highest;
    int least = (rows + p->columns - 1) / p->columns;
    int lowest = balanced_height(p, first, least, most, ends);
    if (!lowest) return 0;
    int h = undivided_height(p, first, lowest, most, ends, false);
    if (!h) h = undivided_height(p, first, lowest, most, ends, true);
    if (!h) fill_columns(p, first, lowest, false, ends);
    return h ? h : lowest;
}

void columns_fill(const struct part *p, size_t first, int height, bool any, size_t *ends) {
    size_t at = first;
    fill_columns(p, first, height, any, ends);
    for (int k = 0; k < p->columns; at = ends[k++])
        while (ends[k] > at + 1 && ends_divided(p, first, ends, k, false)) {
            ends[k] = fill_column(p, at, columns_rows(p, at, ends[k]) - 1, true);
            for (int j = k + 1; j < p->columns; j++)
                ends[j] = fill_column(p, ends[j - 1], height, any);
        }
}
