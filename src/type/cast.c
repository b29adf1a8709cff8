/* See cast.h. Blocks are walked in order; what begins waits for the next slug, what ends closes with
 * the last one. Space between blocks is whole rows, and is asked for by whoever wants it: of two
 * who ask for some, the one who asks for more gets it. */
#include "type/cast.h"

#include <assert.h>

enum {
    LEAST_EMS = 8, /* a measure narrower than this is not indented further */
    AFTER_HEADING = 2, /* lines that stay with a heading */
    INSET_SPARE = 4,   /* rows of a page that no inset takes */
    INSET_WHOLE = 8    /* rows of the grid up to which a table is not parted */
};

/* What blocks are set in. */
struct place_in {
    enum role role;
    length indent, measure;
    bool bare; /* paragraphs are their item's text, and no more */
};

struct casting {
    const struct setter *s;
    const struct communique *c;
    const struct measures *measures;
    struct galley *out;
    struct slug_start waiting[BLOCK_DEPTH + 2]; /* begun, without a slug yet */
    size_t nwaiting;
    uint8_t above;     /* rows wanted above the next slug */
};

static const struct style *style_of(const struct casting *k) {
    return look_style(k->s->look);
}

/* --- slugs --- */

static void begin(struct casting *k, struct slug_start start) {
    assert(k->nwaiting < sizeof k->waiting / sizeof *k->waiting);
    k->waiting[k->nwaiting++] = start;
}

/* The block ends behind the last slug. One that no slug is of has never been. */
static void end(struct casting *k) {
    if (k->nwaiting) k->nwaiting--;
    else k->out->body.at[k->out->body.n - 1].nends++;
}

static void want(struct casting *k, uint8_t rows) {
    if (k->above < rows) k->above = rows;
}

/* Appends a slug, with what has begun and the space that is wanted above it. */
static void push(struct casting *k, struct slug slug) {
    struct slugs *body = &k->out->body;
    if (k->nwaiting) {
        struct slug_start *starts = arena_new(k->s->passing, struct slug_start, k->nwaiting);
        for (size_t i = 0; i < k->nwaiting; i++) starts[i] = k->waiting[i];
        slug.starts = starts;
        slug.nstarts = (uint16_t)k->nwaiting;
        k->nwaiting = 0;
    }
    slug.above = body->n ? k->above : 0;
    slug.top = body->rows;
    body->rows += slug.above + slug.rows;
    if (body->highest < slug.above) body->highest = slug.above;
    k->above = 0;
    arena_push(k->s->passing, body, slug);
}

/* --- text --- */

/* Slugs for the lines from `first` on. */
static void push_lines(struct casting *k, const struct block *block, const struct place_in *in,
                       size_t first) {
    arena_reserve(k->s->passing, &k->out->body, k->out->lines.n - first);
    for (size_t i = first; i < k->out->lines.n; i++)
        push(k, (struct slug){.kind = SLUG_LINE, .rows = 1, .line = (uint32_t)i,
                              .indent = in->indent, .block = block});
}

static void set_passage(struct casting *k, const struct passage *p) {
    uint32_t number = (uint32_t)k->out->passages.n;
    arena_reserve(k->s->passing, &k->out->passages, 1); /* most bodies have few */
    arena_push(k->s->passing, &k->out->passages, *p);
    lines_passage(k->s, k->c, p, number, &k->out->lines);
}

/* The spans of a paragraph or heading: a passage ends where a hard break is. */
static void set_spans(struct casting *k, const struct block *b, struct passage p) {
    size_t from = 0;
    bool last = p.last;
    for (size_t i = 0; i < b->nspans; i++) {
        if (!(b->spans[i].marks & SPAN_BREAK) && i + 1 < b->nspans) continue;
        p.spans = b->spans + from;
        p.nspans = i + 1 - from;
        p.starts = !from;
        p.ends = i + 1 == b->nspans;
        p.last = last && p.ends;
        if (from) p.indent = 0;
        set_passage(k, &p);
        from = i + 1;
    }
}

static void cast_text(struct casting *k, const struct block *b, const struct place_in *in,
                      bool indented, bool last) {
    size_t first = k->out->lines.n;
    bool heading = b->kind == BLOCK_HEADING;
    struct passage p = {.kind = heading ? PASSAGE_HEADING : PASSAGE_TEXT,
                        .role = heading ? ROLE_HEADING : in->role,
                        .measure = in->measure,
                        .emphatic = heading && b->level > 1,
                        .indent = indented ? style_of(k)->indent : 0,
                        .last = last && !heading};
    set_spans(k, b, p);
    push_lines(k, b, in, first);
}

/* Each line of code is a passage. */
static void cast_code(struct casting *k, const struct block *b, const struct place_in *in) {
    size_t first = k->out->lines.n;
    for (size_t i = 0; i < b->nspans; i++)
        set_passage(k, &(struct passage){.kind = PASSAGE_CODE, .role = ROLE_CODE,
                                         .spans = b->spans + i, .nspans = 1,
                                         .measure = in->measure, .starts = !i,
                                         .ends = i + 1 == b->nspans});
    push_lines(k, b, in, first);
}

/* --- blocks --- */

/* Rows that a block wants between itself and its neighbours. */
static uint8_t room_around(const struct block *b) {
    switch (b->kind) {
    case BLOCK_LIST: return !b->tight;
    case BLOCK_QUOTE:
    case BLOCK_CODE:
    case BLOCK_FIGURE:
    case BLOCK_TABLE: return 1;
    default: return 0;
    }
}

static struct place_in indented(const struct casting *k, const struct place_in *in, length by) {
    struct place_in inner = *in;
    if (in->measure - by < LEAST_EMS * style_of(k)->roles[ROLE_BODY].size) return inner;
    inner.indent += by;
    inner.measure -= by;
    return inner;
}

static void cast_blocks(struct casting *k, const struct block *blocks, size_t n,
                        const struct place_in *in, bool last);

/* An item's number or dash, with a space that parts it from its text for who copies it. */
static const struct line *set_marker(struct casting *k, const struct block *list, size_t i) {
    struct arena *a = k->s->a;
    struct ragged_text how = {.role = ROLE_BODY, .lang = k->c->lang, .measure = 4000 * PT};
    struct text text = T("– ");
    struct lines lines = {0};
    if (list->ordered) text = TEXT_JOIN(a, text_number(a, list->start + (int)i), T(". "));
    lines_furniture(k->s, &how, text, &lines);
    return lines.at;
}

/* Items hang: their markers stand in the indent, numbers at its right. */
static void cast_list(struct casting *k, const struct block *list, const struct place_in *in,
                      bool last) {
    length widest = 0, space = style_of(k)->roles[ROLE_BODY].size / 4;
    const struct line **markers = arena_new(k->s->passing, const struct line *, list->nblocks);
    for (size_t i = 0; i < list->nblocks; i++) {
        markers[i] = set_marker(k, list, i);
        if (line_width(markers[i]) > widest) widest = line_width(markers[i]);
    }
    length by = widest + space > style_of(k)->indent ? widest + space : style_of(k)->indent;
    struct place_in inner = indented(k, in, by);
    inner.bare = list->tight;
    for (size_t i = 0; i < list->nblocks; i++) {
        const struct block *item = &list->blocks[i];
        length spare = list->ordered ? widest - line_width(markers[i]) : 0;
        if (i) want(k, !list->tight);
        begin(k, (struct slug_start){item, markers[i], in->indent + spare});
        cast_blocks(k, item->blocks, item->nblocks, &inner, last && i + 1 == list->nblocks);
        if (k->nwaiting) { /* an item without a word still has its number */
            size_t first = k->out->lines.n;
            set_passage(k, &(struct passage){.kind = PASSAGE_CODE, .measure = inner.measure,
                                             .starts = true, .ends = true});
            push_lines(k, item, &inner, first);
        }
        end(k);
    }
}

static void cast_quote(struct casting *k, const struct block *b, const struct place_in *in,
                       bool last) {
    struct place_in inner = indented(k, in, style_of(k)->indent * 3 / 2);
    inner.role = ROLE_QUOTATION;
    inner.bare = false;
    cast_blocks(k, b->blocks, b->nblocks, &inner, last);
}

/* A picture, or a table row by row: its legend, heading and first row stay together, and so do its
 * last two rows. */
static void cast_insets(struct casting *k, const struct block *b, const struct place_in *in) {
    struct inset_measures m = {in->measure, k->measures->title, k->measures->rows - INSET_SPARE};
    struct insets insets;
    int rows = 0;
    insets_set(k->s, k->c, b, &m, &insets);
    for (size_t i = 0; i < insets.n; i++) rows += insets.at[i]->rows;
    for (size_t i = 0; i < insets.n; i++) {
        const struct inset *p = insets.at[i];
        bool inner = p->kind == INSET_ROW && i + 2 < insets.n; /* its last row is not left alone */
        bool keep = i + 1 < insets.n && (rows <= INSET_WHOLE || !inner);
        push(k, (struct slug){.kind = SLUG_INSET, .rows = (uint16_t)p->rows, .block = b, .inset = p,
                              .flags = (uint8_t)((keep ? SLUG_KEEP : 0) |
                                                 (insets.wide ? SLUG_WIDE : 0)),
                              .again = (uint8_t)(p->heading ? p->heading->rows : 0),
                              .line = (uint32_t)k->out->lines.n, .indent = in->indent});
    }
}

static void cast_block(struct casting *k, const struct block *b, const struct place_in *in,
                       bool after_text, bool last) {
    switch (b->kind) {
    case BLOCK_PARAGRAPH:
    case BLOCK_HEADING: cast_text(k, b, in, after_text && b->kind == BLOCK_PARAGRAPH, last); break;
    case BLOCK_CODE: cast_code(k, b, in); break;
    case BLOCK_RULE:
        push(k, (struct slug){.kind = SLUG_RULE, .rows = 1, .flags = SLUG_KEEP, .block = b,
                              .line = (uint32_t)k->out->lines.n, .indent = in->indent});
        break;
    case BLOCK_QUOTE: cast_quote(k, b, in, last); break;
    case BLOCK_LIST: cast_list(k, b, in, last); break;
    case BLOCK_FIGURE:
    case BLOCK_TABLE: cast_insets(k, b, in); break;
    default: break;
    }
}

static void cast_blocks(struct casting *k, const struct block *blocks, size_t n,
                        const struct place_in *in, bool last) {
    for (size_t i = 0; i < n; i++) {
        const struct block *b = &blocks[i], *before = i ? b - 1 : NULL;
        bool after_text = before && before->kind != BLOCK_HEADING && before->kind != BLOCK_RULE;
        bool bare = in->bare && b->kind == BLOCK_PARAGRAPH;
        if (before) want(k, room_around(before));
        if (before) want(k, room_around(b));
        if (b->kind == BLOCK_HEADING) want(k, 1);
        if (!bare) begin(k, (struct slug_start){.block = b});
        cast_block(k, b, in, after_text, last && i + 1 == n);
        if (!bare) end(k);
    }
}

/* --- what stays together --- */

/* Headings stay with the lines behind them, a rule with what is before it. */
static void find_keeps(struct slugs *body) {
    for (size_t i = 0; i < body->n; i++) {
        struct slug *slug = &body->at[i];
        if (slug->kind == SLUG_RULE && i) body->at[i - 1].flags |= SLUG_KEEP;
        if (slug->block->kind != BLOCK_HEADING) continue;
        for (size_t n = 0; n < AFTER_HEADING && i + n < body->n; n++)
            body->at[i + n].flags |= SLUG_KEEP;
    }
}

void cast_body(const struct setter *s, const struct communique *c, const struct measures *m,
               struct galley *galley) {
    struct casting k = {.s = s, .c = c, .measures = m, .out = galley};
    struct place_in in = {.role = ROLE_BODY, .measure = m->body};
    cast_blocks(&k, c->blocks, c->nblocks, &in, true);
    find_keeps(&galley->body);
}

/* --- what is needed --- */

static uint64_t bit(enum role r) {
    return (uint64_t)1 << r;
}

static uint64_t block_roles(const struct block *b) {
    uint64_t roles = 0;
    if (b->kind == BLOCK_HEADING)
        roles |= bit(b->level > 1 ? ROLE_STRONG_EMPHASIS : ROLE_HEADING);
    if (b->kind == BLOCK_QUOTE) roles |= bit(ROLE_QUOTATION);
    if (b->picture || b->table) roles |= bit(ROLE_LEGEND);
    if (b->credit.text.n) roles |= bit(ROLE_NOTE);
    if (b->table) roles |= bit(ROLE_TABLE) | bit(ROLE_TABLE_HEAD);
    for (size_t i = 0; i < b->nspans; i++) {
        unsigned marks = b->spans[i].marks;
        bool emphasis = marks & SPAN_EMPHASIS, strong = marks & SPAN_STRONG;
        if (marks & SPAN_CODE) roles |= bit(ROLE_CODE);
        else if (emphasis && (strong || b->kind == BLOCK_HEADING)) roles |= bit(ROLE_STRONG_EMPHASIS);
        else if (emphasis) roles |= bit(ROLE_EMPHASIS);
        else if (strong) roles |= bit(ROLE_STRONG);
    }
    for (size_t i = 0; i < b->nblocks; i++) roles |= block_roles(&b->blocks[i]);
    return roles;
}

uint64_t cast_roles(const struct communique *c) {
    uint64_t roles = 0;
    for (size_t i = 0; i < c->nblocks; i++) roles |= block_roles(&c->blocks[i]);
    if (c->has_date || c->place.text.n || c->corrects) roles |= bit(ROLE_NOTE);
    return roles;
}
