/* See inset.h. Each column of a table has its least width, its longest word, and what it would like,
 * its longest cell (CSS 2.1, 17.5.2.2). Where not all can have that, widths are max-min fair
 * (D. Bertsekas and R. Gallager, Data Networks, 1992, 6.5.2): what little a narrow column lacks is its
 * own, and wide ones share the rest evenly, so that no short cell is divided for a long one's sake. */
#include "type/inset.h"

#include "edition/picture.h"
#include "edition/table.h"

enum {
    COARSE = 150,         /* pixels an inch under which print is coarse */
    COARSEST = 72,        /* a picture is set no larger than this makes it */
    WIDE_SHARPNESS = 200, /* pixels an inch that a picture over all columns has */
    TALLEST = 60,         /* per cent of a page that a picture takes at most */
    ROOMY = 160,          /* per cent of a column that a table's wishes may come to, to stay in it */
    SMALLER = 85          /* per cent: the smaller type of tables that would not fit */
};

static const struct style *style_of(const struct setter *s) {
    return look_style(s->look);
}

static length leading(const struct setter *s) {
    return style_of(s)->grid;
}

static void push(const struct setter *s, struct insets *out, struct inset p) {
    struct inset *kept = arena_new(s->a, struct inset, 1);
    *kept = p;
    arena_push(s->a, out, kept);
}

/* A text in lines, as one text of a inset, its first baseline `y` down. */
static struct inset_text set_text(const struct setter *s, const struct communique *c,
                                  enum role role, const struct span *spans, size_t n,
                                  length measure, length y) {
    struct ragged_text how = {.communique = c, .role = role, .measure = measure};
    struct lines lines = {0};
    lines_ragged(s, &how, spans, n, &lines);
    return (struct inset_text){lines.at, lines.n, 0, y, 0};
}

/* --- pictures --- */

/* How wide it is set, at most `measure`: no coarser than COARSEST, no taller than TALLEST. */
static length picture_width(const struct picture *p, length measure, length tallest) {
    int64_t w = picture_shown_width(p), h = picture_shown_height(p);
    int64_t natural = w * 72 * PT / COARSEST, tall = mul_div(tallest, w, h);
    int64_t width = natural < measure ? natural : measure;
    return (length)(tall < width ? tall : width);
}

static int sharpness(const struct picture *p, length width) {
    return (int)((int64_t)picture_shown_width(p) * 72 * PT / (width > 0 ? width : 1));
}

/* Landscapes of twice their height that are sharp enough go over all columns. */
static bool picture_wide(const struct picture *p, const struct inset_measures *m) {
    return m->whole > m->column && picture_shown_width(p) >= 2 * picture_shown_height(p) &&
           sharpness(p, m->whole) >= WIDE_SHARPNESS;
}

static void tell_coarse(const struct setter *s, const struct communique *c, const struct block *b,
                        length width) {
    int dots = sharpness(b->picture, width);
    if (dots < COARSE)
        DIAG(s->diags, ((struct place){c->file, b->spot.line, b->spot.col}), PICTURE_COARSE, b->file,
             text_number(s->diags->arena, dots), text_number(s->diags->arena, COARSE));
}

/* The legend stands right under the picture, on the grid; what the picture lacks to full rows is left
 * free above it. */
static void set_picture(const struct setter *s, const struct communique *c, const struct block *b,
                        const struct inset_measures *m, struct insets *out) {
    out->wide = picture_wide(b->picture, m);
    length measure = out->wide ? m->whole : m->column, step = leading(s), gap = step / 4;
    length width = picture_width(b->picture, measure, step * (m->most * TALLEST / 100));
    length height = (length)mul_div(width, picture_shown_height(b->picture),
                                    picture_shown_width(b->picture));
    int rows = (int)((height + gap + step - 1) / step);
    struct inset p = {.kind = INSET_PICTURE, .block = b, .width = measure, .x = (measure - width) / 2,
                      .y = rows * step - gap - height, .shown_width = width,
                      .shown_height = height};
    struct inset_text *texts = arena_new(s->a, struct inset_text, 2);
    texts[p.ntexts++] = set_text(s, c, ROLE_LEGEND, b->spans, b->nspans, measure,
                                 rows * step + step * 3 / 4);
    rows += (int)texts[0].n;
    if (b->credit.text.n) {
        texts[p.ntexts++] =
            set_text(s, c, ROLE_NOTE, &b->credit, 1, measure, rows * step + step * 3 / 4);
        rows += (int)texts[1].n;
    }
    p.texts = texts;
    p.rows = rows;
    tell_coarse(s, c, b, width);
    push(s, out, p);
}

/* --- tables --- */

struct wish {
    int64_t least, natural;
    length whole, fraction; /* of numbers: before and from the comma on, at the widest */
};

/* A table being set. */
struct tabling {
    const struct setter *s;
    const struct communique *c;
    const struct block *b;
    const struct table *t;
    struct communique where; /* for places: they are in the table's file */
    struct wish wishes[TABLE_COLUMNS];
    length widths[TABLE_COLUMNS];
    length gap, size;        /* between columns; of the type, 0: the role's */
};

static enum role role_of_row(size_t row) {
    return row ? ROLE_TABLE : ROLE_TABLE_HEAD;
}

static struct lines set_cell(const struct tabling *k, struct arena *a, size_t row,
                             const struct span *cell, length measure) {
    struct setter inner = *k->s;
    struct ragged_text how = {.communique = &k->where, .role = role_of_row(row),
                              .measure = measure, .size = k->size};
    struct lines lines = {0};
    inner.a = a;
    if (cell->text.n) lines_ragged(&inner, &how, cell, 1, &lines);
    return lines;
}

static length text_width(const struct tabling *k, struct arena scratch, size_t row,
                         struct text text) {
    struct span span = {.text = text};
    struct lines lines = set_cell(k, &scratch, row, &span, 4000 * PT);
    return lines.n ? line_width(lines.at) : 0;
}

/* The width of the widest word. */
static length widest_word(const struct tabling *k, struct arena scratch, size_t row,
                          struct text text) {
    length widest = 0;
    for (struct text rest = text; rest.n;) {
        size_t end = text_find(rest, T(" "));
        length width = text_width(k, scratch, row, text_part(rest, 0, end));
        if (width > widest) widest = width;
        rest = text_after(rest, end + 1);
    }
    return widest;
}

static void wish_number(const struct tabling *k, struct arena scratch, size_t row, struct text text,
                        struct wish *wish) {
    size_t whole;
    if (!table_number(text, &whole)) return;
    length before = text_width(k, scratch, row, text_part(text, 0, whole));
    length behind = text_width(k, scratch, row, text) - before;
    if (before > wish->whole) wish->whole = before;
    if (behind > wish->fraction) wish->fraction = behind;
}

static struct wish wish_of(const struct tabling *k, struct arena scratch, size_t column) {
    struct wish wish = {0};
    bool figures = k->t->figures[column];
    for (size_t row = 0; row < k->t->rows; row++) {
        struct text text = table_cell(k->t, row, column)->text;
        length natural = text_width(k, scratch, row, text);
        length least = row && figures ? natural : widest_word(k, scratch, row, text);
        if (row && figures) wish_number(k, scratch, row, text, &wish);
        if (natural > wish.natural) wish.natural = natural;
        if (least > wish.least) wish.least = least;
    }
    int64_t aligned = (int64_t)wish.whole + wish.fraction;
    if (wish.natural < aligned) wish.natural = aligned;
    if (wish.least < aligned) wish.least = aligned;
    return wish;
}

static void find_wishes(struct tabling *k) {
    struct arena scratch = arena_open((size_t)1 << 30);
    for (size_t column = 0; column < k->t->columns; column++)
        k->wishes[column] = wish_of(k, scratch, column);
    arena_close(&scratch);
}

/* What all columns need at least, and would like, with the gaps between them. */
static struct wish sum_of(const struct tabling *k) {
    int64_t gaps = (int64_t)(k->t->columns - 1) * k->gap;
    struct wish sum = {.least = gaps, .natural = gaps};
    for (size_t i = 0; i < k->t->columns; i++) {
        sum.least += k->wishes[i].least;
        sum.natural += k->wishes[i].natural;
    }
    return sum;
}

/* A column's width where none has more than `level` but what its longest word needs. */
static int64_t width_at(const struct wish *w, int64_t level) {
    return level < w->least ? w->least : level < w->natural ? level : w->natural;
}

static int64_t sum_at(const struct tabling *k, int64_t level) {
    int64_t sum = (int64_t)(k->t->columns - 1) * k->gap;
    for (size_t i = 0; i < k->t->columns; i++) sum += width_at(&k->wishes[i], level);
    return sum;
}

/* Widths that fill the measure, which holds the least. */
static void share_out(struct tabling *k, length measure) {
    int64_t spare = measure - sum_of(k).natural, low = 0, high = measure;
    int64_t even = spare > 0 ? spare / (int64_t)k->t->columns : 0;
    while (high - low > 1) {
        int64_t middle = (low + high) / 2;
        if (sum_at(k, middle) <= measure) low = middle;
        else high = middle;
    }
    for (size_t i = 0; i < k->t->columns; i++)
        k->widths[i] = (length)((spare > 0 ? k->wishes[i].natural : width_at(&k->wishes[i], low)) + even);
}

/* Finds measure and size; false where the table fits nowhere, which is told. */
static bool find_measure(struct tabling *k, const struct inset_measures *m, length *measure) {
    find_wishes(k);
    struct wish sum = sum_of(k);
    bool in_column = sum.least <= m->column && sum.natural <= mul_div(m->column, ROOMY, 100);
    *measure = in_column ? m->column : m->whole;
    if (sum.least <= *measure) return true;
    k->size = style_of(k->s)->roles[ROLE_TABLE].size * SMALLER / 100;
    find_wishes(k);
    if (sum_of(k).least <= *measure) return true;
    size_t widest = 0;
    for (size_t i = 1; i < k->t->columns; i++)
        if (k->wishes[i].least > k->wishes[widest].least) widest = i;
    DIAG(k->s->diags, ((struct place){k->c->file, k->b->spot.line, k->b->spot.col}), TABLE_WIDE,
         text_number(k->s->diags->arena, (int64_t)widest + 1), k->b->file);
    return false;
}

/* Where a cell stands in its column: words at its left; numbers with their commas one under the
 * other, all of them at its right, and so is what is said above them. */
static void place_cell(const struct tabling *k, size_t row, size_t column, struct inset_text *cell) {
    size_t whole;
    struct text text = table_cell(k->t, row, column)->text;
    if (!k->t->figures[column]) return;
    if (!row || !table_number(text, &whole)) {
        cell->right = k->widths[column];
        return;
    }
    struct arena scratch = arena_open((size_t)1 << 26);
    length before = text_width(k, scratch, row, text_part(text, 0, whole));
    arena_close(&scratch);
    cell->x += k->widths[column] - k->wishes[column].fraction - before;
}

static struct inset set_row(const struct tabling *k, size_t row, length measure) {
    struct inset p = {.kind = row ? INSET_ROW : INSET_HEADING, .block = k->b, .width = measure};
    struct inset_text *texts = arena_new(k->s->a, struct inset_text, k->t->columns);
    length x = 0, step = leading(k->s);
    for (size_t column = 0; column < k->t->columns; column++) {
        struct inset_text *text = &texts[column];
        struct lines lines =
            set_cell(k, k->s->a, row, table_cell(k->t, row, column), k->widths[column]);
        *text = (struct inset_text){lines.at, lines.n, x, step * 3 / 4, 0};
        place_cell(k, row, column, text);
        x += k->widths[column] + k->gap;
        if (p.rows < (int)text->n) p.rows = (int)text->n;
    }
    if (!p.rows) p.rows = 1;
    p.texts = texts;
    p.ntexts = k->t->columns;
    return p;
}

static void tell_tall(const struct setter *s, const struct table *t, size_t row) {
    struct spot spot = table_cell(t, row, 0)->spot;
    DIAG0(s->diags, ((struct place){t->file, spot.line, spot.col}), TABLE_TALL);
}

static void set_table(const struct setter *s, const struct communique *c, const struct block *b,
                      const struct inset_measures *m, struct insets *out) {
    struct tabling k = {.s = s, .c = c, .b = b, .t = b->table, .where = *c, .gap = leading(s)};
    length measure;
    const struct inset *heading = NULL;
    k.where.file = b->table->file;
    if (!find_measure(&k, m, &measure)) return;
    out->wide = measure > m->column;
    share_out(&k, measure);
    struct inset legend = {.kind = INSET_LEGEND, .block = b, .width = measure, .ntexts = 1};
    struct inset_text *text = arena_new(s->a, struct inset_text, 1);
    *text = set_text(s, c, ROLE_LEGEND, b->spans, b->nspans, measure, leading(s) * 3 / 4);
    legend.texts = text;
    legend.rows = (int)text->n;
    push(s, out, legend);
    bool ruled = false;
    for (size_t row = 0; row < b->table->rows; row++) {
        struct inset p = set_row(&k, row, measure);
        p.ruled = ruled || p.rows > 1;
        p.last = row + 1 == b->table->rows;
        p.heading = row ? heading : NULL;
        ruled = p.rows > 1;
        if (p.rows > m->most) tell_tall(s, b->table, row);
        push(s, out, p);
        if (!row) heading = out->at[out->n - 1];
    }
}

void insets_set(const struct setter *s, const struct communique *c, const struct block *b,
                const struct inset_measures *m, struct insets *out) {
    *out = (struct insets){0};
    if (b->table) set_table(s, c, b, m, out);
    else if (b->picture) set_picture(s, c, b, m, out);
}
