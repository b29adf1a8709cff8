/* See flow.h.
 *
 * A page is a number of grid rows. A communiqué begins where its header, its title and LEAST lines
 * a column fit; its columns fill the page where it runs on, and are balanced where it ends, and above
 * what goes over all columns. */
#include "page/flow.h"

#include "edition/ministries.h"
#include "edition/phrases.h"
#include "page/columns.h"
#include "page/contents.h"
#include "page/furniture.h"

#include <assert.h>

enum {
    LEAST = 4,      /* lines a column under a title */
    CARRIED = 2,    /* lines a column that are worth another page */
    GAP = 2         /* rows over a header or title */
};

struct heads {
    const struct ministry **at;
    size_t n, cap;
};

/* A block that has begun. */
struct opened {
    const struct block *block;
    struct text lang;
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
    size_t headings;         /* in bodies, so far */
    /* the communiqué being put */
    struct text lang;        /* of what says none */
    struct opened open[BLOCK_DEPTH + 2];
    size_t nopen;
    const struct link *link; /* whose tag is open */
    struct text spoken;      /* the language whose tag is open; empty: none */
    bool code;               /* a tag of code within a line is open */
};

struct measures flow_measures(const struct compositors *c) {
    const struct style *s = look_style(compositors_look(c));
    return (struct measures){style_measure(s), contents_measure(c), style_column(s, s->columns),
                             style_rows(s)};
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

/* --- blocks and their tags --- */

/* The tags of each kind of block; an item's number stands before its second. */
static const struct {
    enum tag tags[2];
    int n;
} block_tags[BLOCK__MAX] = {
    [BLOCK_PARAGRAPH] = {{TAG_P}, 1},       [BLOCK_HEADING] = {{TAG_H4}, 1},
    [BLOCK_CODE] = {{TAG_P, TAG_CODE}, 2},  [BLOCK_QUOTE] = {{TAG_BLOCK_QUOTE}, 1},
    [BLOCK_LIST] = {{TAG_L}, 1},            [BLOCK_ITEM] = {{TAG_LI, TAG_LBODY}, 2},
    [BLOCK_FIGURE] = {{TAG_FIGURE}, 1},     [BLOCK_TABLE] = {{TAG_TABLE}, 1},
};

static struct text block_text(struct arena *a, const struct block *b) {
    struct build text = {.arena = a};
    for (size_t i = 0; i < b->nspans; i++) {
        build_text(&text, b->spans[i].text);
        if (b->spans[i].marks & SPAN_BREAK) build_char(&text, ' ');
    }
    return build_done(&text);
}

static enum tag block_tag(const struct block *b, int i) {
    enum tag tag = block_tags[b->kind].tags[i];
    if (b->kind == BLOCK_HEADING) tag = (enum tag)(TAG_H4 + b->level - 1);
    return b->kind == BLOCK_LIST && b->ordered ? TAG_L_NUMBERED : tag;
}

/* The language of what is around what comes next. */
static struct text lang_around(const struct flow *f) {
    return f->nopen ? f->open[f->nopen - 1].lang : f->lang;
}

/* Of a block all of whose text is in one language; a table's text is not all in its spans. */
static struct text block_lang(const struct flow *f, const struct block *b) {
    struct text lang = b->kind == BLOCK_TABLE ? (struct text){0} : spans_lang(b->spans, b->nspans);
    if (lang.n) return lang;
    return b->nspans ? f->lang : lang_around(f);
}

/* Opens and closes the tags of links, of other languages and of code within lines, as this span has
 * them; NULL: none is to be open. */
static void turn_to(struct flow *f, const struct span *span, bool code) {
    const struct link *link = span ? span->link : NULL;
    struct text lang = span && span->lang.n ? span->lang : f->lang, around = lang_around(f);
    if (!span || text_equal(lang, around)) lang = (struct text){0};
    bool same = link == f->link && text_equal(lang, f->spoken);
    if (f->code && (!code || !same)) {
        list_close(f->list);
        f->code = false;
    }
    if (!same && f->spoken.n) list_close(f->list);
    if (link != f->link && f->link) list_close(f->list);
    if (link != f->link && link) list_open(f->list, TAG_LINK);
    if (!same && lang.n) list_open_in(f->list, TAG_SPAN, lang, around);
    if (code && !f->code) list_open(f->list, TAG_CODE);
    f->link = link;
    f->spoken = lang;
    f->code = code;
}

static struct text anchor_name(struct arena *a, char kind, size_t n) {
    struct build b = {.arena = a};
    build_char(&b, kind);
    build_int(&b, (int64_t)n);
    return build_done(&b);
}

/* Headings are lines of the outline, below their communiqué. */
static void place_heading(struct flow *f, const struct block *b, length baseline) {
    struct arena *a = f->list->a;
    size_t anchor = list_anchor(f->list, anchor_name(a, 'h', ++f->headings), block_text(a, b),
                                2 + b->level);
    list_place(f->list, anchor, baseline - f->style->grid * 3 / 4);
}

/* Opens what begins here; `x` is the column's left edge. */
static void open_block(struct flow *f, const struct slug_start *start, length x, length y) {
    const struct block *b = start->block;
    turn_to(f, NULL, false);
    struct text lang = block_lang(f, b), around = lang_around(f);
    if (b->kind == BLOCK_HEADING) place_heading(f, b, y);
    for (int i = 0; i < block_tags[b->kind].n; i++) {
        if (i && start->marker) {
            list_open(f->list, TAG_LBL);
            list_line(f->list, start->marker, x + start->x, y);
            list_close(f->list);
        }
        struct mark *mark = list_open_in(f->list, block_tag(b, i), lang, i ? lang : around);
        if (b->kind == BLOCK_FIGURE) list_say(f->list, mark, block_text(f->list->a, b));
    }
    f->open[f->nopen++] = (struct opened){b, lang};
}

static void close_block(struct flow *f) {
    turn_to(f, NULL, false);
    for (int i = 0; i < block_tags[f->open[f->nopen - 1].block->kind].n; i++) list_close(f->list);
    f->nopen--;
}

/* --- putting things on the page --- */

static void put_end_mark(struct flow *f, const struct line *line, length x, length y) {
    length side = f->style->end_mark;
    if (!side) return;
    list_rule(f->list, PEN_ACCENT, x + line_width(line) + lines_end_gap(f->setter.look),
              y - side, side, side);
}

/* One box over runs [from, to) of a line, which are of one link. */
static void put_link(struct flow *f, const struct line *line, size_t from, size_t to, length x,
                     length y) {
    const struct run *first = &line->runs[from], *last = &line->runs[to - 1];
    const struct link *link = first->span->link;
    struct box box = {last->x + last->width - first->x, first->size * 5 / 4};
    int64_t item;
    if (!text_starts(link->address, T("#"))) list_link(f->list, link, x + first->x, y - first->size, box);
    else if (text_int(text_after(link->address, 2), 1, (int64_t)f->edition->n, &item))
        list_put(f->list, (struct mark){.kind = MARK_LINK, .what = LINK_ANCHOR,
                                        .number = (uint32_t)f->communiques[item - 1],
                                        .x = x + first->x, .y = y - first->size, .box = box});
}

/* A line of text, of which some may be links or code. */
static void put_line(struct flow *f, const struct line *line, length x, length y) {
    bool block = f->nopen && f->open[f->nopen - 1].block->kind == BLOCK_CODE;
    for (size_t i = 0, to; i < line->nruns; i = to) {
        const struct span *first = line->runs[i].span;
        for (to = i; to < line->nruns && line->runs[to].span->link == first->link; to++) {
            turn_to(f, line->runs[to].span, !block && (line->runs[to].span->marks & SPAN_CODE));
            list_text(f->list, &line->runs[to], x + line->runs[to].x, y);
        }
        if (!first->link) continue;
        turn_to(f, first, false);
        put_link(f, line, i, to, x, y);
    }
}

/* A break in the subject: a short rule in the middle of its row. */
static void put_break(struct flow *f, length x, length width, int row) {
    length side = width / 5;
    list_rule(f->list, PEN_RULE, x + (width - side) / 2, row_top(f, row) + f->style->grid / 2, side,
              f->style->hairline);
}

static void put_inset_text(struct flow *f, const struct inset_text *t, length x, length y) {
    for (size_t i = 0; i < t->n; i++) {
        length indent = t->right ? t->right - line_width(&t->lines[i]) : 0;
        put_line(f, &t->lines[i], x + t->x + indent, y + t->y + (length)i * f->style->grid);
    }
    turn_to(f, NULL, false);
}

/* A table's row: cells with their tags, and rules. `again`: it was said before, and is not again. */
static void put_cells(struct flow *f, const struct inset *p, length x, length y, bool again) {
    length line = f->style->hairline, bottom = y + p->rows * f->style->grid - line / 2;
    bool head = p->kind == INSET_HEADING;
    if (head || p->ruled)
        list_rule(f->list, PEN_RULE, x, y - line / 2, p->width, head ? line : line / 2);
    if (again) list_artifact(f->list, ARTIFACT_LAYOUT);
    else list_open(f->list, TAG_TR);
    for (size_t i = 0; i < p->ntexts; i++) {
        if (!again) list_open(f->list, head ? TAG_TH : TAG_TD);
        put_inset_text(f, &p->texts[i], x, y);
        if (!again) list_close(f->list);
    }
    if (again) list_end(f->list);
    else list_close(f->list);
    if (head || p->last) list_rule(f->list, PEN_RULE, x, bottom, p->width, line);
}

/* What stands for a picture is heard in the place of all that is in its figure: whose it is comes
 * behind that, and is closed in its stead. */
static void turn_to_credit(struct flow *f) {
    list_close(f->list);
    f->open[f->nopen - 1].lang = f->lang;
    list_open(f->list, TAG_P);
}

static void put_inset(struct flow *f, const struct inset *p, length x, length y) {
    struct box box = {p->shown_width, p->shown_height};
    if (p->kind == INSET_HEADING || p->kind == INSET_ROW) {
        put_cells(f, p, x, y, false);
        return;
    }
    if (p->kind == INSET_PICTURE) list_image(f->list, p->block->picture, x + p->x, y + p->y, box);
    list_open(f->list, TAG_CAPTION);
    put_inset_text(f, &p->texts[0], x, y);
    list_close(f->list);
    if (p->ntexts == 1) return;
    turn_to_credit(f);
    put_inset_text(f, &p->texts[1], x, y);
}

/* What is said again where a column begins with the slug; returns its rows. */
static int put_again(struct flow *f, const struct slug *slug, length x, int row) {
    if (slug->again) put_cells(f, slug->inset->heading, x + slug->indent, row_top(f, row), true);
    return slug->again;
}

/* What stands in a column, or over all of them, `width` wide, with the tags that open and close with
 * it. */
static void put_slug(struct flow *f, const struct galley *g, const struct slug *slug, length x,
                     length width, int row) {
    length y = row_baseline(f, row);
    const struct line *line = slug->kind == SLUG_LINE ? &g->lines.at[slug->line] : NULL;
    for (size_t i = 0; i < slug->nstarts; i++) open_block(f, &slug->starts[i], x, y);
    if (line) put_line(f, line, x + slug->indent, y);
    else if (slug->kind == SLUG_INSET) put_inset(f, slug->inset, x + slug->indent, row_top(f, row));
    else if (slug->kind == SLUG_RULE) put_break(f, x + slug->indent, width - slug->indent, row);
    for (size_t i = 0; i < slug->nends; i++) close_block(f);
    if (line && slug + 1 == g->body.at + g->body.n && g->passages.at[line->passage].last)
        put_end_mark(f, line, x + slug->indent, y);
}

/* Columns of slugs [first, ends[last]) below the current row, `height` rows high. */
static void put_columns(struct flow *f, const struct galley *g, size_t first, const size_t *ends,
                        int height) {
    const struct style *s = f->style;
    length width = style_column(s, s->columns);
    size_t i = first;
    for (int c = 0; c < s->columns; c++) {
        length x = s->left + c * (width + s->gutter);
        for (int row = f->row; i < ends[c]; i++) {
            const struct slug *slug = &g->body.at[i];
            row += row > f->row ? slug->above : put_again(f, slug, x, row);
            put_slug(f, g, slug, x, width, row);
            row += slug->rows;
        }
        if (c && ends[c] > ends[c - 1] && s->column_rule)
            list_rule(f->list, PEN_RULE, x - (s->gutter + s->column_rule) / 2, row_top(f, f->row),
                      s->column_rule, height * s->grid);
    }
    f->row += height;
}

/* Rows that still hold lines on this page for a part that does not end the communiqué, so that
 * what is carried over is worth it. */
static int rows_to_fill(const struct flow *f, int rows, bool last) {
    int columns = f->style->columns, free = f->rows - f->row;
    int carried = (last ? LEAST : CARRIED) * columns;
    int most = (rows - carried) / columns;
    return most < free ? most : free;
}

/* Where the part that starts at `first` ends: before what goes over all columns. */
static size_t part_end(const struct slugs *body, size_t first) {
    size_t i = first;
    while (i < body->n && !(body->at[i].flags & SLUG_WIDE)) i++;
    return i;
}

/* Rows of slug `i` and of those that are not to be parted from it. */
static int kept_rows(const struct slugs *body, size_t i) {
    int rows = body->at[i].rows;
    for (; i + 1 < body->n && (body->at[i].flags & SLUG_KEEP); i++)
        rows += body->at[i + 1].above + body->at[i + 1].rows;
    return rows;
}

/* Slug `i`, which goes over all columns; on the next page where this one has no room. */
static void put_wide(struct flow *f, const struct communique *c, const struct galley *g, size_t i,
                     int most) {
    const struct slug *slug = &g->body.at[i];
    bool fresh = false, begins = !i || !(g->body.at[i - 1].flags & SLUG_KEEP);
    int need = slug->above + (begins ? kept_rows(&g->body, i) : slug->rows);
    if (f->row && need > most - f->row) {
        new_page(f);
        fresh = true;
    }
    if (f->row) f->row += slug->above;
    note_ministry(f, c->issuer);
    if (fresh) f->row += put_again(f, slug, f->style->left, f->row);
    put_slug(f, g, slug, f->style->left, style_measure(f->style), f->row);
    f->row += slug->rows;
    bool last = i + 1 == g->body.n;
    if (!last && !(g->body.at[i + 1].flags & SLUG_WIDE)) f->row += g->body.at[i + 1].above;
}

/* Columns of as much of the part as this page holds; returns where they end, which is `first` where
 * that is nothing. `most` is the row that what ends the communiqué must end at. */
static size_t put_part(struct flow *f, const struct part *p, size_t first, int most, bool last) {
    size_t ends[COLUMNS_MAX];
    int height = columns_balance(p, first, most - f->row, ends);
    if (!height) {
        bool fresh = !f->row;
        height = rows_to_fill(f, columns_rows(p, first, p->n), last);
        if (height < 1 && fresh) height = f->rows; /* nothing better is left to do */
        if (height < 1) return first;
        columns_fill(p, first, height, false, ends);
        if (fresh && ends[p->columns - 1] == first) columns_fill(p, first, height, true, ends);
    }
    if (ends[p->columns - 1] == first) return first;
    note_ministry(f, p->communique->issuer);
    put_columns(f, p->galley, first, ends, height);
    return ends[p->columns - 1];
}

static void put_body(struct flow *f, const struct communique *c, struct galley *g, bool last) {
    struct part p = {.setter = &f->setter, .communique = c, .galley = g,
                     .columns = f->style->columns};
    for (size_t first = 0; first < g->body.n;) {
        p.n = part_end(&g->body, first);
        bool ending = last && p.n + (p.n == first) >= g->body.n;
        int most = ending ? f->rows - f->colophon : f->rows;
        if (p.n == first) {
            put_wide(f, c, g, first++, most);
            continue;
        }
        first = put_part(f, &p, first, most, ending);
        if (first < p.n) new_page(f);
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
static void put_title(struct flow *f, const struct lines *title, struct text lang,
                      struct text around) {
    length step = f->style->roles[ROLE_TITLE].leading;
    list_open_in(f->list, TAG_H3, lang, around);
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

/* The lines under the title: where it is from, what it corrects. */
static struct lines make_note(struct flow *f, const struct communique *c) {
    struct lines lines = {0};
    struct arena *a = f->list->a; /* links among them stay with the list */
    struct span *spans = arena_new(a, struct span, NOTE_SPANS);
    struct ragged_text how = {.role = ROLE_NOTE, .lang = f->list->lang,
                              .measure = style_measure(f->style)};
    size_t n = communique_note(a, f->edition, c, f->furnishing.newsroom, spans);
    if (n) lines_ragged(&f->setter, &how, spans, n, &lines);
    return lines;
}

/* The note is the newsroom's, whatever the communiqué's language. */
static void put_note(struct flow *f, const struct lines *note, struct text around) {
    if (!note->n) return;
    f->lang = f->list->lang;
    list_open_in(f->list, TAG_P, f->list->lang, around);
    for (size_t i = 0; i < note->n; i++)
        put_line(f, &note->at[i], f->style->left, /* a little nearer to its title than to the text */
                 row_baseline(f, f->row++) - f->style->grid / 4);
    turn_to(f, NULL, false);
    list_close(f->list);
}

/* Rows that must be free under the title: a few of a long body; all of a short one, and those of the
 * colophon under the last one. */
static int least_rows(const struct flow *f, const struct communique *c, struct galley *g,
                      bool last) {
    int columns = f->style->columns, whole = last ? LEAST + CARRIED : LEAST;
    struct part p = {&f->setter, c, g, part_end(&g->body, 0), columns};
    if (p.n < g->body.n || (int)g->body.rows > whole * columns) return LEAST;
    return columns_least(&p, 0, (int)g->body.rows) + (last ? f->colophon : 0);
}

static void put_communique(struct flow *f, size_t i) {
    const struct communique *c = &f->edition->at[i];
    struct galley *galley = &f->galleys->at[i];
    struct header header = {0};
    bool last = i + 1 == f->edition->n, heads = c->issuer != f->above;
    if (heads) header = make_header(f, c->issuer);
    struct lines note = make_note(f, c);
    int need = header.rows + title_rows(f, galley->title.n) + (int)note.n + least_rows(f, c, galley, last);
    if (f->row && f->row + GAP + need > f->rows) new_page(f);
    if (f->row) f->row += GAP;
    if (heads) {
        if (f->above) list_close(f->list);
        list_open(f->list, TAG_SECT);
        put_header(f, &header, f->ministries[i]);
    }
    f->above = c->issuer;
    list_open_in(f->list, TAG_ART, c->lang, f->list->lang);
    list_place(f->list, f->communiques[i], row_top(f, f->row));
    put_title(f, &galley->title, communique_title_lang(c), c->lang);
    put_note(f, &note, c->lang);
    f->lang = c->lang;
    put_body(f, c, galley, last);
    list_close(f->list);
}

/* --- the whole --- */

/* Anchors of all ministry headers and communiqués, in their order. */
static void make_anchors(struct flow *f) {
    size_t n = f->edition->n, headers = 0;
    f->communiques = arena_new(f->list->a, size_t, n);
    f->ministries = arena_new(f->list->a, size_t, n);
    for (size_t i = 0; i < n; i++) {
        const struct communique *c = &f->edition->at[i];
        bool heads = !i || c->issuer != f->edition->at[i - 1].issuer;
        f->ministries[i] = heads ? list_anchor(f->list, anchor_name(f->list->a, 'm', ++headers),
                                               ministry_heading(f->list->a, c->issuer), 1)
                                 : f->ministries[i - 1];
        f->communiques[i] =
            list_anchor(f->list, anchor_name(f->list->a, 'c', i + 1), c->title.text, 2);
    }
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
    struct running running = furniture_running(&f->furnishing, n);
    for (size_t i = 0; i < n; i++) {
        struct on_page who = {0};
        if (i < f->nheads) who = (struct on_page){f->heads[i].at, f->heads[i].n};
        furniture_page(&f->furnishing, &running, i + 1, who);
    }
}

struct list *flow_pages(struct arena *a, struct diags *d, struct compositors *c,
                        struct galleys *galleys, const struct edition *e,
                        const struct newsroom *newsroom, bool proof) {
    struct flow f = {.list = furniture_list(a, compositors_look(c), newsroom),
                     .style = look_style(compositors_look(c)),
                     .setter = compositors_setter(c, d),
                     .edition = e,
                     .galleys = galleys};
    assert(f.style->columns <= COLUMNS_MAX);
    f.furnishing = (struct furnishing){f.list, f.setter, f.style, e, newsroom, proof};
    f.rows = style_rows(f.style);
    f.colophon = rows_for(&f, furniture_colophon_height(&f.furnishing)) + 1;
    arena_reserve(a, &f.list->anchors, 2 * e->n + 1);
    arena_reserve(a, &f.list->placed, 2 * e->n + 1);
    size_t self = list_anchor(f.list, T("sommaire"), phrase_of(newsroom->lang, PHRASE_CONTENTS), 1);
    make_anchors(&f);
    struct targets to = {f.communiques, f.ministries, self};
    struct contents *contents = put_front(&f, &to);
    for (size_t i = 0; i < e->n; i++) put_communique(&f, i);
    if (f.above) list_close(f.list);
    put_back(&f);
    contents_number(&f.furnishing, contents, &to);
    put_furniture(&f);
    f.list->lines.n = compositors_lines(c, f.list->lines.at);
    return f.list;
}
