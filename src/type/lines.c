/* See lines.h. Items are made, broken, and gathered into words again; a word that is divided is
 * shaped anew in its parts, so that the part with its hyphen is kerned as a word is. */
#include "type/lines.h"

#include "type/standing.h"

enum {
    LOOSE = 500,      /* thousandths of an em; a wider space is told */
    MAX_DIVIDED = 2,  /* divided lines in a row */
    LAST_LEAST = 3,   /* ems; a shorter last line is avoided */
    AGAIN_PASSES = 1, /* lines set again must be as good as others */
    SCALE_STEP = 1000 /* scaling goes in steps of 0.1 % */
};

static const uint32_t soft_hyphen = 0xAD;

/* --- from items to one line --- */

/* A word of the line, before the line is made. */
struct draft {
    uint32_t word;
    uint8_t glue;
    const struct span *span;
    struct ink ink;
    length width;
};

struct drafts {
    struct draft *at;
    size_t n, cap;
    length indent; /* room before the first word */
    length kept;   /* room behind the last */
};

/* The part of a word that neighbouring boxes make up. */
struct part {
    uint32_t word, at;
    uint16_t from, to;
};

/* Appends the part as a word: itself where it is whole, else shaped anew. */
static void draft_part(const struct itemizing *how, struct arena *scratch, const struct part *p,
                       bool hyphen, struct drafts *out) {
    const struct word *whole = words_at(how->words, p->word);
    uint32_t number = p->word;
    if (p->to == p->from) return;
    if (hyphen || p->from || p->to != whole->text.n) {
        char bytes[WORD_LONGEST + 4];
        struct build b = {.at = bytes, .cap = sizeof bytes};
        build_text(&b, text_part(whole->text, p->from, p->to));
        if (hyphen) build_code(&b, soft_hyphen);
        number = words_find(how->words, (struct manner){whole->cut, whole->lang, false},
                            build_done(&b));
    }
    size_t offset;
    const struct span *span = items_span(how, p->at, &offset);
    struct ink ink = items_ink(how, span);
    ink.cut = whole->cut; /* a fallback, perhaps */
    length width = items_word(&ink, words_at(how->words, number));
    arena_push(scratch, out,
               ((struct draft){.word = number, .span = span, .ink = ink, .width = width}));
}

/* The words of the items [from, to); the break is at `to`. */
static struct drafts draft_line(const struct itemizing *how, struct arena *scratch,
                                const struct item *items, size_t n, size_t from, size_t to) {
    struct drafts out = {0};
    struct part part = {0};
    for (size_t i = from; i < to; i++) {
        const struct item *item = &items[i];
        if (item->kind == ITEM_PENALTY) continue;
        if (item->kind == ITEM_BOX && !item->to) {
            *(part.to || out.n ? &out.kept : &out.indent) += item->width;
            continue;
        }
        bool more = item->kind == ITEM_BOX && part.to && item->word == part.word &&
                    item->at == part.at && item->from == part.to;
        if (more) {
            part.to = item->to;
            continue;
        }
        draft_part(how, scratch, &part, false, &out);
        part = (struct part){0};
        if (item->kind == ITEM_BOX) part = (struct part){item->word, item->at, item->from, item->to};
        else if (out.n)
            out.at[out.n - 1].glue = item->penalty >= PENALTY_NEVER ? GLUE_TIED : GLUE_SPACE;
    }
    bool divided = to < n && items[to].kind == ITEM_PENALTY;
    draft_part(how, scratch, &part, divided && items[to].width, &out);
    /* the space at a line's end shows nothing, but whoever copies or hears the text needs it */
    if (out.n && (to < n || how->goes_on) && !divided) out.at[out.n - 1].glue = GLUE_SPACE;
    return out;
}

/* What a line's words measure. */
struct sizes {
    int64_t glyphs, spaces;
    int nspaces;
    length hang_left, hang_right;
};

static length hang(const struct itemizing *how, int thousandths) {
    return (length)mul_div(mul_div(thousandths, how->size, EM),
                         look_style(how->look)->justification.hang, SHARE_ONE);
}

static struct sizes measure_drafts(const struct itemizing *how, const struct drafts *d) {
    struct sizes s = {0};
    for (size_t i = 0; i < d->n; i++) {
        s.glyphs += d->at[i].width;
        s.nspaces += d->at[i].glue && i + 1 < d->n;
    }
    s.spaces = s.nspaces * (int64_t)items_space(how);
    if (d->n) {
        s.hang_left = d->indent ? 0 : hang(how, words_at(how->words, d->at[0].word)->hang_left);
        s.hang_right = hang(how, words_at(how->words, d->at[d->n - 1].word)->hang_right);
    }
    return s;
}

/* How the line is spaced: glyphs are scaled first, within their limit, and the word spaces take
 * what is left. */
struct spacing {
    int32_t scale;     /* millionths */
    int64_t gap_extra; /* added to a word space as it is seen */
    int64_t widest;    /* a word space, or what is left behind a single word */
};

static struct spacing justify(const struct itemizing *how, const struct sizes *s,
                              int64_t taken) {
    struct spacing out = {.scale = SHARE_ONE};
    int64_t room = how->measure - taken + s->hang_left + s->hang_right;
    int64_t spare = room - s->glyphs - s->spaces;
    int64_t limit = look_style(how->look)->justification.expand;
    if (s->glyphs) {
        int64_t share = spare * SHARE_ONE / s->glyphs;
        if (share > limit) share = limit;
        if (share < -limit) share = -limit;
        out.scale += (int32_t)(share / SCALE_STEP * SCALE_STEP);
    }
    spare = room - mul_div(s->glyphs, out.scale, SHARE_ONE) - s->spaces;
    out.widest = spare;
    if (!s->nspaces) return out;
    out.gap_extra = spare / s->nspaces;
    out.widest = (s->spaces + spare) / s->nspaces;
    return out;
}

/* Whether draft i goes on in the run of the one before. */
static bool same_run(const struct drafts *d, size_t i) {
    const struct draft *a = &d->at[i - 1], *b = &d->at[i];
    return a->ink.cut == b->ink.cut && items_alike(a->span, b->span);
}

/* What is added to the run's own spaces, so that those of all runs are seen alike. */
static length run_space(const struct itemizing *how, const struct ink *ink,
                        const struct spacing *spacing) {
    struct itemizing own = {.words = how->words, .plain = *ink};
    return (length)(mul_div(items_space(how) + spacing->gap_extra, SHARE_ONE, spacing->scale) -
                    items_space(&own));
}

/* The runs of the drafts, each with its place on the line. */
static void make_runs(const struct setter *s, const struct itemizing *how, const struct drafts *d,
                      const struct sizes *sizes, const struct spacing *spacing, struct line *out) {
    struct piece *pieces = arena_new(s->a, struct piece, d->n);
    size_t n = 0;
    for (size_t i = 0; i < d->n; i++) n += !i || !same_run(d, i);
    struct run *runs = arena_new(s->a, struct run, n), *run = runs - 1;
    int64_t x = d->indent - sizes->hang_left, space = items_space(how) + spacing->gap_extra;
    for (size_t i = 0; i < d->n; i++) {
        const struct draft *draft = &d->at[i];
        pieces[i] = (struct piece){draft->word, draft->glue};
        if (!i || !same_run(d, i))
            *++run = (struct run){.words = s->words, .pieces = &pieces[i], .span = draft->span,
                                  .cut = draft->ink.cut, .role = draft->ink.pen,
                                  .size = draft->ink.size, .x = (length)x, .scale = spacing->scale,
                                  .space = run_space(how, &draft->ink, spacing)};
        run->n++;
        x += mul_div(draft->width, spacing->scale, SHARE_ONE);
        if (draft->glue && i + 1 < d->n) x += space;
        run->width = (length)(x - run->x);
    }
    out->runs = runs;
    out->nruns = (uint16_t)n;
}

/* One line of the items [from, to). */
static struct line make_line(const struct setter *s, const struct itemizing *how,
                             const struct items *items, size_t from, size_t to, bool justified,
                             struct spacing *spacing) {
    struct arena scratch = *s->scratch;
    struct line line = {.end = (uint32_t)to};
    struct drafts drafts = draft_line(how, &scratch, items->at, items->n, from, to);
    struct sizes sizes = measure_drafts(how, &drafts);
    *spacing = (struct spacing){.scale = SHARE_ONE};
    int64_t taken = drafts.indent + drafts.kept;
    bool fits = sizes.glyphs + sizes.spaces + taken - sizes.hang_left - sizes.hang_right <=
                how->measure;
    if (justified || !fits) *spacing = justify(how, &sizes, taken);
    make_runs(s, how, &drafts, &sizes, spacing, &line);
    if (to < items->n && items->at[to].kind == ITEM_PENALTY) line.flags |= LINE_DIVIDED;
    return line;
}

/* --- paragraphs --- */

static struct itemizing passage_how(const struct setter *s, const struct communique *c,
                                    const struct passage *p) {
    return (struct itemizing){.look = s->look,
                              .words = s->words,
                              .diags = s->diags,
                              .communique = c,
                              .role = p->role,
                              .lang = c->lang,
                              .size = look_style(s->look)->roles[p->role].size,
                              .measure = p->measure,
                              .emphatic = p->emphatic,
                              .divide = p->kind == PASSAGE_TEXT,
                              .title = p->kind == PASSAGE_HEADING,
                              .goes_on = !p->ends,
                              .solid = p->kind == PASSAGE_CODE};
}

static struct breaking text_breaking(const struct itemizing *how) {
    const struct justification *j = &look_style(how->look)->justification;
    return (struct breaking){.measure = how->measure,
                             .expand = j->expand,
                             .tolerance = j->tolerance,
                             .passes = BREAK_PASSES,
                             .hyphen = j->hyphen,
                             .max_divided = MAX_DIVIDED,
                             .last_least = LAST_LEAST * how->size};
}

static struct items passage_items(struct arena *scratch, struct itemizing *how,
                                  const struct passage *p) {
    struct items items = {0};
    const struct style *style = look_style(how->look);
    items_text(scratch, how, p->spans, p->nspans);
    if (p->indent) items_room(scratch, p->indent, &items);
    items_add(scratch, how, &items);
    if (p->last && style->end_mark)
        items_room(scratch, lines_end_gap(how->look) + style->end_mark, &items);
    return items;
}

/* Tells of a line that is too loose, by the place of its first word. */
static void tell_loose(const struct itemizing *how, const struct item *first,
                       const struct line *line, const struct spacing *spacing) {
    if (spacing->widest * EM <= (int64_t)how->size * LOOSE) return;
    struct build text = {.arena = how->diags->arena};
    size_t offset;
    const struct span *span = items_span(how, first->at, &offset);
    line_text(&text, line);
    DIAG(how->diags, span_place(how->communique, span, offset), LINE_LOOSE,
         text_trim(build_done(&text)));
}

length lines_end_gap(const struct look *look) {
    return look_style(look)->roles[ROLE_BODY].size / 3;
}

/* The breaks of a passage's items. */
static struct breaks passage_breaks(struct arena *scratch, const struct itemizing *how,
                                    const struct items *items) {
    struct breaks breaks = {0};
    struct breaking breaking = text_breaking(how);
    if (how->title || how->solid)
        breaks_ragged(scratch, items->at, items->n, how->measure, how->title, &breaks);
    else breaks_find(scratch, items->at, items->n, &breaking, &breaks);
    return breaks;
}

void lines_passage(const struct setter *s, const struct communique *c, const struct passage *p,
                   uint32_t number, struct lines *out) {
    struct arena scratch = *s->scratch;
    struct setter inner = *s;
    struct itemizing how = passage_how(s, c, p);
    struct items items = passage_items(&scratch, &how, p);
    inner.scratch = &scratch;
    struct breaks breaks = passage_breaks(&scratch, &how, &items);
    size_t first = out->n;
    arena_reserve(s->passing, out, breaks.n);
    for (size_t i = 0, from = 0; i < breaks.n; i++) {
        bool justified = p->kind == PASSAGE_TEXT && i + 1 < breaks.n;
        struct spacing spacing;
        struct line line = make_line(&inner, &how, &items, from, breaks.at[i], justified, &spacing);
        if (justified) tell_loose(&how, &items.at[from], &line, &spacing);
        arena_push(s->passing, out, line);
        from = breaks_line_start(items.at, items.n, breaks.at[i]);
    }
    if (out->n == first) arena_push(s->passing, out, ((struct line){0})); /* an empty line of code */
    for (size_t i = first; i < out->n; i++) out->at[i].passage = number;
    if (p->starts) out->at[first].flags |= LINE_FIRST;
    if (p->ends) out->at[out->n - 1].flags |= LINE_LAST;
}

bool lines_again(const struct setter *s, const struct communique *c, const struct passage *p,
                 struct line *lines, size_t nlines, size_t first, size_t n,
                 const size_t *undivided, size_t nundivided, bool strained) {
    struct arena scratch = *s->scratch;
    struct setter inner = *s;
    struct itemizing how = passage_how(s, c, p);
    struct items items = passage_items(&scratch, &how, p);
    struct breaking breaking = text_breaking(&how);
    struct breaks breaks = {0};
    inner.scratch = &scratch;
    breaking.from = first ? lines[first - 1].end : 0;
    breaking.to = first + n == nlines ? items.n : lines[first + n - 1].end;
    breaking.lines = n;
    breaking.passes = AGAIN_PASSES + strained;
    breaking.undivided = undivided;
    breaking.nundivided = nundivided;
    if (!breaks_find(&scratch, items.at, items.n, &breaking, &breaks)) return false;
    size_t from = first ? breaks_line_start(items.at, items.n, breaking.from) : 0;
    for (size_t i = 0; i < n; i++) {
        struct line *line = &lines[first + i], was = *line;
        struct spacing spacing;
        bool justified = first + i + 1 < nlines;
        *line = make_line(&inner, &how, &items, from, breaks.at[i], justified, &spacing);
        line->passage = was.passage;
        line->flags |= was.flags & (LINE_FIRST | LINE_LAST);
        if (justified) tell_loose(&how, &items.at[from], line, &spacing);
        from = breaks_line_start(items.at, items.n, breaks.at[i]);
    }
    return true;
}

/* --- ragged text --- */

void lines_ragged(const struct setter *s, const struct ragged_text *r, const struct span *spans,
                  size_t nspans, struct lines *out) {
    struct arena scratch = *s->scratch;
    struct setter inner = *s;
    struct itemizing how = {.look = s->look,
                            .words = s->words,
                            .diags = s->diags,
                            .communique = r->communique,
                            .role = r->role,
                            .lang = r->communique ? r->communique->lang : r->lang,
                            .size = r->size ? r->size : look_style(s->look)->roles[r->role].size,
                            .measure = r->measure,
                            .title = r->title};
    struct items items = {0};
    struct breaks breaks;
    inner.scratch = &scratch;
    items_text(&scratch, &how, spans, nspans);
    items_add(&scratch, &how, &items);
    breaks_ragged(&scratch, items.at, items.n, r->measure, r->title, &breaks);
    arena_reserve(s->passing, out, breaks.n);
    for (size_t i = 0, from = 0; i < breaks.n; i++) {
        struct spacing spacing;
        arena_push(s->passing, out,
                   make_line(&inner, &how, &items, from, breaks.at[i], false, &spacing));
        from = breaks_line_start(items.at, items.n, breaks.at[i]);
    }
}

void lines_furniture(const struct setter *s, const struct ragged_text *how, struct text text,
                     struct lines *out) {
    const struct span span = {.text = text};
    struct setter apart = *s;
    if (s->standing && standing_find(s->standing, how, text, out)) return;
    struct arena *room = s->standing ? standing_room(s->standing) : NULL;
    if (room) apart.a = apart.passing = room;
    lines_ragged(&apart, how, &span, 1, out);
    if (room) standing_keep(s->standing, how, text, out);
}

/* --- looking at lines --- */

length line_width(const struct line *l) {
    return l->nruns ? l->runs[l->nruns - 1].x + l->runs[l->nruns - 1].width : 0;
}

void line_text(struct build *b, const struct line *l) {
    static const char *const glues[] = {[GLUE_SPACE] = " ", [GLUE_TIED] = "\u00a0"};
    for (size_t i = 0; i < l->nruns; i++)
        for (size_t k = 0; k < l->runs[i].n; k++) {
            build_text(b, words_at(l->runs[i].words, l->runs[i].pieces[k].word)->text);
            build_text(b, text_of(glues[l->runs[i].pieces[k].glue]));
        }
}

void lines_print(struct build *b, const struct line *lines, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const struct line *l = &lines[i];
        const struct run *run = l->nruns ? &l->runs[0] : NULL;
        build_text(b, T("  "));
        build_text(b, l->flags & LINE_FIRST ? T("first ") : l->flags & LINE_LAST ? T("last ") : T("line "));
        build_length(b, run ? run->x : 0, 2);
        build_char(b, ' ');
        build_length(b, line_width(l), 2);
        build_text(b, T(" space "));
        build_length(b, run ? run->space : 0, 3);
        build_text(b, T(" scale "));
        build_length(b, run ? mul_div(run->scale, (int64_t)100 * PT, SHARE_ONE) : 100 * PT, 2);
        build_char(b, ' ');
        struct build text = {.arena = b->arena};
        line_text(&text, l);
        build_quoted(b, build_done(&text));
        build_char(b, '\n');
    }
}
