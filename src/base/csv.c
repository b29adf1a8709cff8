/* See csv.h. One pass over the bytes; only the search for a closing quote looks ahead, at most one
 * cell far, so that a file full of quotes that are never closed costs no more than that. */
#include "base/csv.h"

#include <string.h>

struct reader {
    struct arena *a;
    struct diags *d;
    struct text all;
    size_t at;          /* the next byte */
    struct place place; /* and where it stands */
    char separator;
    size_t faults;
};

static void move_to(struct reader *r, size_t to) {
    for (; r->at < to; r->at++) {
        unsigned char c = (unsigned char)r->all.at[r->at];
        if (c == '\n') r->place.line++, r->place.col = 1;
        else r->place.col += (c & 0xC0) != 0x80;
    }
}

/* The next line end, or the end. */
static size_t line_end(struct text t, size_t from) {
    return from + text_find(text_after(t, from), T("\n"));
}

/* Whichever separator the first row has more of, quotes left out. */
static char find_separator(struct text t) {
    size_t commas = 0, semicolons = 0;
    bool quoted = false;
    for (size_t i = 0; i < t.n && (quoted || t.at[i] != '\n'); i++) {
        if (t.at[i] == '"') quoted = !quoted;
        else if (!quoted) commas += t.at[i] == ',', semicolons += t.at[i] == ';';
    }
    return semicolons > commas ? ';' : ',';
}

/* The quote that closes what stands from `i` on; t.n where there is none within a cell's cap. */
static size_t closing_quote(struct text t, size_t i) {
    size_t most = t.n - i > CSV_CELL ? i + CSV_CELL + 1 : t.n;
    for (; i < most; i++) {
        if (t.at[i] != '"') continue;
        if (i + 1 == t.n || t.at[i + 1] != '"') return i;
        i++;
    }
    return t.n;
}

/* What stands between quotes, with quotes single and line ends as LF. */
static struct text undo_quotes(struct arena *a, struct text t) {
    if (t.n == 0 || (!memchr(t.at, '"', t.n) && !memchr(t.at, '\r', t.n))) return t;
    struct build b = {.arena = a};
    for (size_t i = 0; i < t.n; i++) {
        bool pair = t.at[i] == '"';
        bool before_lf = t.at[i] == '\r' && i + 1 < t.n && t.at[i + 1] == '\n';
        if (!before_lf) build_char(&b, t.at[i]);
        i += pair;
    }
    return build_done(&b);
}

/* Tells a fault; the rest of its line is passed over. */
static bool fault(struct reader *r, struct place place, enum message m) {
    DIAG(r->d, place, m, text_number(r->a, m == CSV_TOO_WIDE ? CSV_COLUMNS : CSV_CELL));
    move_to(r, line_end(r->all, r->at));
    return false;
}

/* A cell that starts with a quote; the reader moves to what ends it. */
static bool quoted_cell(struct reader *r, struct csv_cell *out) {
    size_t from = r->at + 1, close = closing_quote(r->all, from);
    if (close == r->all.n) return fault(r, out->place, CSV_UNCLOSED);
    out->text = undo_quotes(r->a, (struct text){r->all.at + from, close - from});
    move_to(r, close + 1);
    size_t cr = r->at < r->all.n && r->all.at[r->at] == '\r';
    if (r->at + cr == r->all.n || r->all.at[r->at + cr] == '\n') move_to(r, r->at + cr);
    else if (r->all.at[r->at] != r->separator) return fault(r, r->place, CSV_BEHIND_QUOTE);
    return true;
}

static bool plain_cell(struct reader *r, struct csv_cell *out) {
    size_t from = r->at, to = from;
    const char *s = r->all.at;
    while (to < r->all.n && s[to] != r->separator && s[to] != '\n' && s[to] != '"') to++;
    if (to < r->all.n && s[to] == '"') {
        move_to(r, to);
        return fault(r, r->place, CSV_QUOTE_INSIDE);
    }
    bool ends = to == r->all.n || s[to] == '\n';
    out->text = (struct text){s + from, to - from - (ends && to > from && s[to - 1] == '\r')};
    move_to(r, to);
    return out->text.n <= CSV_CELL || fault(r, out->place, CSV_CELL_LONG);
}

/* The cells of one row into `cells`; the reader moves to the row's line end. */
static void read_row(struct reader *r, struct csv_cell *cells, struct csv_row *row) {
    *row = (struct csv_row){.at = cells};
    while (row->n < CSV_COLUMNS) {
        struct csv_cell *cell = &cells[row->n];
        *cell = (struct csv_cell){.place = r->place};
        bool quote = r->at < r->all.n && r->all.at[r->at] == '"';
        row->faulty = !(quote ? quoted_cell(r, cell) : plain_cell(r, cell));
        if (row->faulty) return;
        row->n++;
        if (r->at == r->all.n || r->all.at[r->at] == '\n') return;
        move_to(r, r->at + 1);
    }
    row->faulty = !fault(r, r->place, CSV_TOO_WIDE);
}

/* Passes over line ends; false at the end of the file. */
static bool find_row(struct reader *r) {
    for (;;) {
        size_t cr = r->at < r->all.n && r->all.at[r->at] == '\r';
        bool end = r->at + cr == r->all.n;
        if (end || r->all.at[r->at + cr] != '\n') return !end;
        move_to(r, r->at + cr + 1);
    }
}

/* Holds a row against the first one. */
static void check_width(struct reader *r, const struct csv *csv, struct csv_row *row) {
    if (row->faulty || !csv->n || csv->at[0].faulty || row->n == csv->at[0].n) return;
    row->faulty = true;
    DIAG(r->d, ((struct place){row->at->place.file, row->at->place.line, 0}), CSV_WIDTH,
         text_number(r->a, (int64_t)row->n), text_number(r->a, (int64_t)csv->at[0].n));
}

static const struct csv_cell *keep_cells(struct arena *a, const struct csv_cell *cells, size_t n) {
    struct csv_cell *kept = arena_new(a, struct csv_cell, n);
    if (n) memcpy(kept, cells, n * sizeof *cells);
    return kept;
}

bool csv_read(struct arena *a, struct diags *d, struct text file, struct text bytes,
              struct csv *out) {
    struct csv_cell cells[CSV_COLUMNS];
    if (text_starts(bytes, T("\xEF\xBB\xBF"))) bytes = text_after(bytes, 3);
    struct reader r = {a, d, bytes, 0, {file, 1, 1}, find_separator(bytes), 0};
    *out = (struct csv){0};
    while (find_row(&r)) {
        struct csv_row row;
        if (out->n == CSV_ROWS || r.faults == CSV_FAULTS) {
            if (out->n == CSV_ROWS) DIAG(d, r.place, CSV_TOO_LONG, text_number(a, CSV_ROWS));
            else DIAG(d, r.place, CSV_TOO_MANY_FAULTS, text_number(a, CSV_FAULTS));
            return false;
        }
        read_row(&r, cells, &row);
        check_width(&r, out, &row);
        r.faults += row.faulty;
        row.at = keep_cells(a, cells, row.n);
        arena_push(a, out, row);
    }
    return !r.faults;
}
