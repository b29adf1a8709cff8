/* See table.h. */
#include "edition/table.h"

#include "base/csv.h"
#include "base/unicode.h"
#include "edition/encoding.h"

const struct span *table_cell(const struct table *t, size_t row, size_t column) {
    return &t->cells[row * t->columns + column];
}

/* Whether what stands at `i` of the file is none of the cell's text: the first of two quotation marks, or
 * the carriage return of a line end. */
static bool is_passed(struct text t, size_t i) {
    char c = t.at[i], next = i + 1 < t.n ? t.at[i + 1] : 0;
    return (c == '"' && next == '"') || (c == '\r' && next == '\n');
}

/* Moves over the letter at *i and the marks that it is written with. */
static void pass_letter(struct text t, size_t *i, struct place *place) {
    bool line = utf8_next(t, i) == '\n';
    place->col = line ? 1 : place->col + 1;
    place->line += line;
    for (size_t next = *i; next < t.n && unicode_mark(utf8_next(t, &next)); *i = next) place->col++;
}

struct place table_place(const struct table *t, const struct span *cell, size_t offset) {
    struct place place = {t->file, 1, 1};
    struct text bytes = text_starts(t->bytes, T("\xEF\xBB\xBF")) ? text_after(t->bytes, 3) : t->bytes;
    size_t i = 0;
    for (; i < bytes.n && place.line < cell->spot.line; i++) place.line += bytes.at[i] == '\n';
    while (i < bytes.n && place.col < cell->spot.col) pass_letter(bytes, &i, &place);
    if (i < bytes.n && bytes.at[i] == '"') pass_letter(bytes, &i, &place);
    struct text rest = text_trim(text_after(bytes, i)); /* the blanks before it are none of it */
    while (i < bytes.n && rest.n && bytes.at + i < rest.at) pass_letter(bytes, &i, &place);
    for (size_t at = 0; at < offset && i < bytes.n;) {
        if (is_passed(bytes, i)) i++, place.col++;
        pass_letter(bytes, &i, &place);
        utf8_next(cell->text, &at);
        for (size_t next = at; next < cell->text.n && unicode_mark(utf8_next(cell->text, &next));) at = next;
    }
    return place;
}

static bool is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

static bool is_space(uint32_t c) {
    return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

/* Digits with single spaces between them, from *at on; false where there are none. */
static bool skip_digits(struct text t, size_t *at, bool groups) {
    size_t i = *at;
    bool any = false;
    while (i < t.n) {
        size_t next = i, behind;
        uint32_t c = utf8_next(t, &next);
        behind = next;
        bool group = groups && any && is_space(c) && behind < t.n && is_digit(utf8_next(t, &behind));
        if (!is_digit(c) && !group) break;
        any |= is_digit(c);
        i = next;
    }
    *at = i;
    return any;
}

bool table_number(struct text t, size_t *whole) {
    size_t i = 0, next = 0;
    if (!t.n) return false;
    uint32_t c = utf8_next(t, &next);
    if (c == '+' || c == '-' || c == 0x2212 || c == 0x2013) i = next;
    if (!skip_digits(t, &i, true)) return false;
    *whole = i;
    if (i < t.n && t.at[i] == ',') {
        i++;
        if (!skip_digits(t, &i, false)) return false;
    }
    for (; i < t.n; i = next) {
        next = i;
        c = utf8_next(t, &next);
        if (!is_space(c) && c != '%' && c != 0x2030) return false;
    }
    return true;
}

/* What stands for a number that is not known. */
static bool is_gap(struct text t) {
    return !t.n || text_equal(t, T("-")) || text_equal(t, T("–")) || text_equal(t, T("—")) ||
           text_equal(t, T("n.d.")) || text_equal(t, T("nd")) || text_equal(t, T("…"));
}

static bool has_figures(const struct table *t, size_t column) {
    size_t numbers = 0, whole;
    for (size_t row = 1; row < t->rows; row++) {
        struct text cell = table_cell(t, row, column)->text;
        bool number = table_number(cell, &whole);
        if (!number && !is_gap(cell)) return false;
        numbers += number;
    }
    return numbers;
}

static bool within_caps(struct diags *d, struct text file, const struct csv *csv) {
    const struct csv_row *first = csv->n ? &csv->at[0] : NULL;
    if (csv->n < 2)
        DIAG0(d, first ? first->at->place : ((struct place){.file = file}), TABLE_EMPTY);
    else if (csv->n > TABLE_ROWS)
        DIAG(d, csv->at[TABLE_ROWS].at->place, TABLE_ROWS_MANY, text_number(d->arena, (int64_t)csv->n),
             text_number(d->arena, TABLE_ROWS));
    else if (first->n > TABLE_COLUMNS)
        DIAG(d, first->at[TABLE_COLUMNS].place, TABLE_COLUMNS_MANY, text_number(d->arena, (int64_t)first->n),
             text_number(d->arena, TABLE_COLUMNS));
    else return true;
    return false;
}

bool table_read(struct arena *a, struct diags *d, struct text file, struct text bytes,
                struct table *out) {
    struct csv csv = {0};
    *out = (struct table){.file = file};
    if (!encoding_readable(d, file, &bytes) || !csv_read(a, d, file, bytes, &csv) ||
        !within_caps(d, file, &csv))
        return false;
    out->bytes = bytes;
    out->rows = csv.n;
    out->columns = csv.at[0].n;
    struct span *cells = arena_new(a, struct span, out->rows * out->columns);
    for (size_t row = 0, i = 0; row < out->rows; row++)
        for (size_t column = 0; column < out->columns; column++, i++) {
            const struct csv_cell *cell = &csv.at[row].at[column];
            struct text t = unicode_nfc(a, text_trim(cell->text));
            for (size_t k = 0; k < t.n; k++)
                if (t.at[k] == '\n') t = TEXT_JOIN(a, text_part(t, 0, k), T(" "), text_after(t, k + 1));
            cells[i] = (struct span){.text = t, .spot = {cell->place.line, cell->place.col}};
        }
    out->cells = cells;
    for (size_t column = 0; column < out->columns; column++)
        out->figures[column] = has_figures(out, column);
    return true;
}
