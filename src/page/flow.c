/* See flow.h.
 *
 * A page is a number of grid rows. A communiqué begins where its header, its title and LEAST lines
 * a column fit; its columns fill the page where it runs on, and are balanced where it ends. A
 * column break is never behind the first or before the last line of a paragraph, nor in a divided
 * word: then some lines around it are set anew. */
#include "page/flow.h"

#include "edition/ministries.h"
#include "edition/phrases.h"
#include "page/contents.h"
#include "page/furniture.h"

#include <assert.h>

enum {
    LEAST = 4,      /* lines a column under a title */
    CARRIED = 2,    /* lines a column that are worth another page */
    HIGHER = 2,     /* rows that columns may grow by so that no word is divided at their ends */
    GAP = 2,        /* rows over a header or title */
    COLUMNS_MAX = 4
};

struct heads {
    const struct ministry **at;
    size_t n, cap;
};

struct flow {
    struct list *list;
    struct furnishing furnishing;
    const struct style *style;
    struct setter setter;
    const struct edition *edition;
    struct galleys *galleys;
    int rows, row;           /* of a page; the next free one */
    size_t *communiques;     /* anchors */
    size_t *ministries;
    const struct ministry *above; /* whose header what comes stands under */
    struct heads *heads;     /* by page: the ministries on it */
    size_t nheads, heads_cap;
    int colophon;            /* rows it needs */
};

struct measures flow_measures(const struct compositors *c) {
    const struct style *s = look_style(compositors_look(c));
    return (struct measures){style_measure(s), contents_measure(c), style_column(s, s->columns)};
}

static length row_top(const struct flow *f, int row) {
    return f->style->top + row * f->style->grid;
}

static length row_baseline(const struct flow *f, int row) {
    return row_top(f, row) + f->style->grid * 3 / 4;
}

static int rows_for(const struct flow *f, length height) {
    return (int)((height + f->style->grid - 1) / f->style->grid);
}

static void new_page(struct flow *f) {
    list_new_page(f->list);
    f->row = 0;
}

/* Notes that the ministry is on the last page. */
static void note_ministry(struct flow *f, const struct ministry *m) {
    while (f->nheads < f->list->pages.n) {
        if (f->nheads == f->heads_cap)
            f->heads = arena_grow(f->list->a, f->heads, f->nheads, &f->heads_cap,
                                  sizeof *f->heads, alignof(struct heads));
        f->heads[f->nheads++] = (struct heads){0};
    }
    struct heads *h = &f->heads[f->list->pages.n - 1];
    for (size_t i = 0; i < h->n; i++)
        if (h->at[i] == m) return;
    arena_push(f->list->a, h, m);
}

/* --- where a column may end --- */

/* Whether a column may end between lines i - 1 and i. */
static bool may_part(const struct lines *l, size_t i) {
    if (i == 0 || i >= l->n) return true;
    const struct line *before = &l->at[i - 1], *after = &l->at[i];
    bool orphan = (before->flags & LINE_FIRST) && !(before->flags & LINE_LAST);
    bool widow = (after->flags & LINE_LAST) && !(after->flags & LINE_FIRST);
    if (orphan || widow) return false;
    if (!(before->flags & LINE_LAST)) return true;
    const struct run *run = &before->runs[before->nruns - 1];
    struct text last = words_at(run->words, run->pieces[run->n - 1].word)->text;
    return !text_ends(last, T(":")); /* what announces a list stays with it */
}

/* Where a column of at most `height` lines from `at` on ends. */
static size_t fill_column(const struct lines *l, size_t at, int height) {
    size_t full = at + (size_t)height < l->n ? at + (size_t)height : l->n, end = full;
    while (end > at + 1 && !may_part(l, end)) end--;
    return may_part(l, end) ? end : full; /* no good place: any */
}

/* The lines from `first` in columns of at most `height`; ends[c] is where column c ends. Returns
 * how many lines that takes in. */
static size_t fill_columns(const struct flow *f, const struct lines *l, size_t first, int height,
                           size_t *ends) {
    size_t at = first;
    for (int c = 0; c < f->style->columns; c++) ends[c] = at = fill_column(l, at, height);
    return at;
}

static bool well_parted(const struct flow *f, const struct lines *l, const size_t *ends) {
    for (int c = 0; c < f->style->columns; c++)
        if (!may_part(l, ends[c])) return false;
    return true;
}

/* The least height from `least` on at which all lines from `first` on fit with good ends; 0 where
 * `most` is too little. */
static int balanced_height(const struct flow *f, const struct lines *l, size_t first, int least,
                           int most, size_t *ends) {
    for (int h = least; h <= most; h++)
        if (fill_columns(f, l, first, h, ends) == l->n && well_parted(f, l, ends)) return h;
    return 0;
}

/* --- divided words at a column's end --- */

/* First line of the paragraph that line i is of, and the one behind its last. */
static void paragraph_around(const struct lines *l, size_t i, size_t *from, size_t *to) {
    for (*from = i; !(l->at[*from].flags & LINE_FIRST);) --*from;
    for (*to = i; !(l->at[*to].flags & LINE_LAST);) ++*to;
    ++*to;
}

/* Sets lines around line i anew so that neither it nor the ends of other columns are divided: first
 * a few, then more, in the end all of the paragraph that is not yet on a page: that is the lines
 * from `open` on. `strained`: looser lines are taken, too. */
static bool mend(struct flow *f, const struct communique *c, struct lines *l, size_t open,
                 size_t i, const size_t *ends, bool strained) {
    length measure = style_column(f->style, f->style->columns);
    size_t from, to;
    paragraph_around(l, i, &from, &to);
    size_t least = from > open ? from : open;
    for (size_t reach = 3;; reach *= 2) {
        size_t first = i >= least + reach ? i - reach : least;
        size_t behind = i + reach + 1 < to ? i + reach + 1 : to;
        while (first > least && (l->at[first - 1].flags & LINE_DIVIDED)) first--;
        while (behind < to && (l->at[behind - 1].flags & LINE_DIVIDED)) behind++;
        size_t undivided[COLUMNS_MAX], n = 0;
        for (int k = 0; k < f->style->columns; k++)
            if (ends[k] > first && ends[k] <= behind) undivided[n++] = ends[k] - 1 - first;
        if (lines_again(&f->setter, c, measure, l->at + from, to - from, first - from,
                        behind - first, undivided, n, strained))
            return true;
        if (first == least && behind == to) return false;
    }
}

/* Whether column k ends in a divided word that cannot be mended. */
static bool ends_divided(struct flow *f, const struct communique *c, struct lines *l, size_t first,
                         const size_t *ends, int k, bool strained) {
    return ends[k] < l->n && (l->at[ends[k] - 1].flags & LINE_DIVIDED) &&
           !mend(f, c, l, first, ends[k] - 1, ends, strained);
}

/* The least height from `lowest` on, a little more at most, at which no column of all lines from
 * `first` on ends in a divided word; 0 where there is none. */
static int undivided_height(struct flow *f, const struct communique *c, struct lines *l,
                            size_t first, int lowest, int most, size_t *ends, bool strained) {
    int highest = lowest + HIGHER < most ? lowest + HIGHER : most;
    for (int h = lowest; h; h = balanced_height(f, l, first, h + 1, highest, ends)) {
        int k = 0;
        fill_columns(f, l, first, h, ends);
        while (k < f->style->columns && !ends_divided(f, c, l, first, ends, k, strained)) k++;
        if (k == f->style->columns) return h;
    }
    return 0;
}

/* All lines from `first` on in balanced columns that end in no divided word: a little higher where
 * that helps, with looser lines where that alone does not, with the divided word where nothing
 * does. Returns the height; 0 where `most` is too little. */
static int balance(struct flow *f, const struct communique *c, struct lines *l, size_t first,
                   int most, size_t *ends) {
    int columns = f->style->columns;
    int least = (int)((l->n - first + (size_t)columns - 1) / (size_t)columns);
    int lowest = balanced_height(f, l, first, least, most, ends);
    if (!lowest) return 0;
    int h = undivided_height(f, c, l, first, lowest, most, ends, false);
    if (!h) h = undivided_height(f, c, l, first, lowest, most, ends, true);
    if (!h) fill_columns(f, l, first, lowest, ends);
    return h ? h : lowest;
}

/* Columns of `height` lines where the text goes on behind them; one that would end in a divided
 * word ends earlier. */
static void fill_page(struct flow *f, const struct communique *c, struct lines *l, size_t first,
                      int height, size_t *ends) {
    size_t at = first;
    fill_columns(f, l, first, height, ends);
    for (int k = 0; k < f->style->columns; at = ends[k++])
        while (ends[k] > at + 1 && ends_divided(f, c, l, first, ends, k, false)) {
            ends[k] = fill_column(l, at, (int)(ends[k] - at) - 1);
            for (int j = k + 1; j < f->style->columns; j++)
                ends[j] = fill_column(l, ends[j - 1], height);
        }
}

/* --- putting things on the page --- */

static void put_end_mark(struct flow *f, const struct line *line, length x, length y) {
    length side = f->style->end_mark;
    if (!side) return;
    list_rule(f->list, PEN_ACCENT, x + line_width(line) + lines_end_gap(f->setter.look),
              y - side, side, side);
}

/* Columns of lines [first, ends[last]) below the current row, `height` rows high. */
static void put_columns(struct flow *f, const struct lines *l, size_t first, const size_t *ends,
                        int height) {
    const struct style *s = f->style;
    length width = style_column(s, s->columns);
    size_t i = first;
    for (int c = 0; c < s->columns; c++) {
        length x = s->left + c * (width + s->gutter);
        for (int row = f->row; i < ends[c]; i++, row++) {
            const struct line *line = &l->at[i];
            length y = row_baseline(f, row);
            if (line->flags & LINE_FIRST) list_open(f->list, TAG_P);
            list_line(f->list, line, x, y);
            if (line->flags & LINE_LAST) list_close(f->list);
            if (i + 1 == l->n) put_end_mark(f, line, x, y);
        }
        if (c && ends[c] > ends[c - 1] && s->column_rule)
            list_rule(f->list, PEN_RULE, x - (s->gutter + s->column_rule) / 2, row_top(f, f->row),
                      s->column_rule, height * s->grid);
    }
    f->row += height;
}

/* Rows that still hold lines on this page for a part that does not end the communiqué, so that
 * what is carried over is worth it. */
static int rows_to_fill(const struct flow *f, size_t lines, bool last) {
    int columns = f->style->columns, free = f->rows - f->row;
    int carried = (last ? LEAST : CARRIED) * columns;
    int most = ((int)lines - carried) / columns;
    return most < free ? most : free;
}

static void put_body(struct flow *f, const struct communique *c, struct lines *l, bool last) {
    size_t ends[COLUMNS_MAX];
    for (size_t first = 0; first < l->n;) {
        int free = f->rows - f->row;
        int height = balance(f, c, l, first, last ? free - f->colophon : free, ends);
        if (!height) {
            height = rows_to_fill(f, l->n - first, last);
            if (height < 1 && f->row == 0) height = free; /* nothing better is left to do */
            if (height >= 1) fill_page(f, c, l, first, height, ends);
        }
        if (height < 1) {
            new_page(f);
            continue;
        }
        note_ministry(f, c->issuer);
        put_columns(f, l, first, ends, height);
        first = ends[f->style->columns - 1];
        if (first < l->n) new_page(f);
    }
}

/* A ministry's header. */
struct header {
    struct lines name;
    struct line acronym;
    int rows; /* its height */
};

static length rule_to_name(const struct flow *f) {
    return f->style->roles[ROLE_MINISTRY].leading * 6 / 5;
}

static struct header make_header(struct flow *f, const struct ministry *m) {
    struct header h = {0};
    const struct role_style *role = &f->style->roles[ROLE_MINISTRY];
    if (!ministry_says_itself(m)) h.acronym = furniture_line(&f->furnishing, ROLE_ACRONYM, m->acronym, 0);
    struct ragged_text how = {.role = ROLE_MINISTRY, .lang = f->list->lang, .title = true,
                              .measure = style_measure(f->style) - line_width(&h.acronym) -
                                         role->size};
    /* a space behind the name parts it from its acronym for who hears or copies it */
    struct text name = h.acronym.nruns ? TEXT_JOIN(f->setter.a, m->name, T(" ")) : m->name;
    lines_furniture(&f->setter, &how, name, &h.name);
    h.rows = rows_for(f, rule_to_name(f) + (length)(h.name.n - 1) * role->leading +
                             f->style->grid / 2);
    return h;
}

static void put_header(struct flow *f, const struct header *h, size_t anchor) {
    const struct style *s = f->style;
    length top = row_top(f, f->row), y = top + rule_to_name(f);
    list_place(f->list, anchor, top);
    list_rule(f->list, PEN_ACCENT, s->left, top, style_measure(s), s->ministry_rule);
    list_open(f->list, TAG_H2);
    for (size_t i = 0; i < h->name.n; i++) {
        if (i) y += s->roles[ROLE_MINISTRY].leading;
        list_line(f->list, &h->name.at[i], s->left, y);
    }
    if (h->acronym.nruns)
        list_line(f->list, &h->acronym,
                  s->left + line_width(&h->name.at[h->name.n - 1]) + s->roles[ROLE_MINISTRY].size,
                  y);
    list_close(f->list);
    f->row += h->rows;
}

static int title_rows(const struct flow *f, size_t lines) {
    return rows_for(f, (length)lines * f->style->roles[ROLE_TITLE].leading);
}

/* The title, padded to the grid; one that is longer than a page goes on on the next. */
static void put_title(struct flow *f, const struct lines *title) {
    length step = f->style->roles[ROLE_TITLE].leading;
    list_open(f->list, TAG_H3);
    for (size_t i = 0; i < title->n;) {
        size_t n = title->n - i;
        while (n > 1 && title_rows(f, n) > f->rows - f->row) n--;
        int rows = title_rows(f, n);
        length pad = rows * f->style->grid - (length)n * step;
        length y = row_top(f, f->row) + pad / 2 + step * 5 / 8;
        for (size_t end = i + n; i < end; i++, y += step)
            list_line(f->list, &title->at[i], f->style->left, y);
        f->row += rows;
        if (i < title->n) new_page(f);
    }
    list_close(f->list);
}

/* Rows that must be free under the title: a few of a long body; all of a short one, and those of the
 * colophon under the last one. */
static int least_rows(const struct flow *f, const struct lines *body, bool last) {
    size_t ends[COLUMNS_MAX];
    int columns = f->style->columns, whole = last ? LEAST + CARRIED : LEAST;
    if (body->n > (size_t)(whole * columns)) return LEAST;
    return balanced_height(f, body, 0, 1, (int)body->n, ends) + (last ? f->colophon : 0);
}

static void put_communique(struct flow *f, size_t i) {
    const struct communique *c = &f->edition->at[i];
    struct galley *galley = &f->galleys->at[i];
    struct header header = {0};
    bool last = i + 1 == f->edition->n, heads = c->issuer != f->above;
    if (heads) header = make_header(f, c->issuer);
    int need = header.rows + title_rows(f, galley->title.n) + least_rows(f, &galley->body, last);
    if (f->row && f->row + GAP + need > f->rows) new_page(f);
    if (f->row) f->row += GAP;
    if (heads) {
        if (f->above) list_close(f->list);
        list_open(f->list, TAG_SECT);
        put_header(f, &header, f->ministries[i]);
    }
    f->above = c->issuer;
    list_open_in(f->list, TAG_ART, c->lang);
    list_place(f->list, f->communiques[i], row_top(f, f->row));
    put_title(f, &galley->title);
    put_body(f, c, &galley->body, last);
    list_close(f->list);
}

/* --- the whole --- */

static struct text anchor_name(struct arena *a, char kind, size_t n) {
    struct build b = {.arena = a};
    build_char(&b, kind);
    build_int(&b, (int64_t)n);
    return build_done(&b);
}

/* Anchors of all ministry headers and communiqués, in their order. */
static void make_anchors(struct flow *f) {
    size_t n = f->edition->n, headers = 0;
    f->communiques = arena_new(f->list->a, size_t, n);
    f->ministries = arena_new(f->list->a, size_t, n);
    for (size_t i = 0; i < n; i++) {
        const struct communique *c = &f->edition->at[i];
        bool heads = !i || c->issuer != f->edition->at[i - 1].issuer;
        f->ministries[i] = heads ? list_anchor(f->list, anchor_name(f->list->a, 'm', ++headers),
                                               c->issuer->name, 1)
                                 : f->ministries[i - 1];
        f->communiques[i] =
            list_anchor(f->list, anchor_name(f->list->a, 'c', i + 1), c->title.text, 2);
    }
}

static struct list *make_list(struct arena *a, const struct compositors *c,
                              const struct newsroom *newsroom) {
    const struct style *s = look_style(compositors_look(c));
    struct list *l = list_make(a);
    l->width = s->width;
    l->height = s->height;
    l->lang = newsroom_lang(newsroom);
    l->look = compositors_look(c);
    for (int i = 0; i < ROLE__MAX; i++) {
        l->pens[i] = s->roles[i].colour;
        l->tracking[i] = s->roles[i].tracking;
    }
    l->pens[PEN_ACCENT] = s->accent;
    l->pens[PEN_RULE] = s->rule;
    l->pens[PEN_PROOF] = (struct colour){200, 0, 0};
    for (int i = 0; i < FLAG_COLOURS; i++) l->pens[PEN_FLAG + i] = newsroom->flag[i];
    return l;
}

/* The first page's masthead and the contents; what follows starts on the row behind them. */
static struct contents *put_front(struct flow *f, const struct targets *to) {
    length bottom = 0;
    list_new_page(f->list);
    list_open(f->list, TAG_DOCUMENT);
    length top = furniture_masthead(&f->furnishing);
    struct contents *contents =
        contents_put(&f->furnishing, f->galleys, to, top + f->style->grid / 2, &bottom);
    f->row = rows_for(f, bottom - f->style->top);
    if (f->row < 0) f->row = 0;
    return contents;
}

static void put_back(struct flow *f) {
    if (f->rows - f->row < f->colophon) new_page(f);
    furniture_colophon(&f->furnishing, row_top(f, f->rows));
    list_close(f->list); /* Document */
}

static void put_furniture(struct flow *f) {
    size_t n = f->list->pages.n;
    for (size_t i = 0; i < n; i++) {
        struct on_page who = {0};
        if (i < f->nheads) who = (struct on_page){f->heads[i].at, f->heads[i].n};
        furniture_page(&f->furnishing, i + 1, n, who);
    }
}

struct list *flow_pages(struct arena *a, struct diags *d, struct compositors *c,
                        struct galleys *galleys, const struct edition *e,
                        const struct newsroom *newsroom, bool proof) {
    struct flow f = {.list = make_list(a, c, newsroom),
                     .style = look_style(compositors_look(c)),
                     .setter = compositors_setter(c, d),
                     .edition = e,
                     .galleys = galleys};
    assert(f.style->columns <= COLUMNS_MAX);
    f.furnishing = (struct furnishing){f.list, f.setter, f.style, e, newsroom, proof};
    f.rows = style_rows(f.style);
    f.colophon = rows_for(&f, furniture_colophon_height(&f.furnishing)) + 1;
    size_t self = list_anchor(f.list, T("sommaire"), phrase_of(newsroom->lang, PHRASE_CONTENTS), 1);
    make_anchors(&f);
    struct targets to = {f.communiques, f.ministries, self};
    struct contents *contents = put_front(&f, &to);
    for (size_t i = 0; i < e->n; i++) put_communique(&f, i);
    if (f.above) list_close(f.list);
    put_back(&f);
    contents_number(&f.furnishing, contents, &to);
    put_furniture(&f);
    return f.list;
}
