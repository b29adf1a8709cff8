/* See content.h. Operators are written only where they change something; places are written as
 * differences of rounded absolute places, so that roundings do not add up. */
#include "pdf/content.h"

#include "pdf/image.h"

#include <assert.h>
#include <string.h>

enum {
    PLACE_DECIMALS = 2,
    SPACE_DECIMALS = 3,
    HUNDREDTHS = 100
};

enum sequence { SEQUENCE_NONE, SEQUENCE_TAGGED, SEQUENCE_ARTIFACT };

struct drawing {
    struct arena *a;
    struct build *b;
    const struct list *list;
    const struct codes *codes;
    const struct inks *inks; /* of a press; NULL: screen */
    struct content *out;
    struct open_tags open;
    bool artifact;      /* between MARK_ARTIFACT and MARK_END */
    uint8_t artifact_kind;
    /* the open marked content sequence */
    enum sequence sequence;
    uint32_t element;   /* it belongs to */
    bool in_text;
    /* the text state (ISO 32000-1, table 104) and the colour, as last written */
    size_t font;
    length size;
    int64_t x, y;       /* of the line's start, in hundredths of a point, upward */
    int64_t leading;    /* likewise */
    int64_t word_space; /* in thousandths */
    int64_t letter_space;
    int32_t scale;
    uint32_t colour;
    enum { STATE_NONE, STATE_OVERPRINT, STATE_KNOCKOUT } state;
};

static void put(struct drawing *d, struct text t) {
    build_text(d->b, t);
}

/* A length as a number and a space. */
static void put_length(struct drawing *d, int64_t l, int decimals) {
    d->b->n += length_print(build_room(d->b, 24), l, decimals, true);
    build_char(d->b, ' ');
}

/* Hundredths of a point as a number and a space. */
static void put_hundredths(struct drawing *d, int64_t h) {
    put_length(d, mul_div(h, PT, HUNDREDTHS), PLACE_DECIMALS);
}

/* --- sequences --- */

static void end_text(struct drawing *d) {
    if (d->in_text) put(d, T("ET\n"));
    d->in_text = false;
}

static void end_sequence(struct drawing *d) {
    end_text(d);
    if (d->sequence) put(d, T("EMC\n"));
    d->sequence = SEQUENCE_NONE;
}

static void begin_artifact(struct drawing *d, uint8_t kind) {
    static const char *const properties[] = {
        [ARTIFACT_HEADER] = "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n",
        [ARTIFACT_FOOTER] = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n",
        [ARTIFACT_LAYOUT] = "/Artifact<</Type/Layout>>BDC\n"};
    if (d->inks || (d->sequence == SEQUENCE_ARTIFACT && d->artifact_kind == kind)) return;
    end_sequence(d);
    put(d, text_of(properties[kind]));
    d->sequence = SEQUENCE_ARTIFACT;
    d->artifact_kind = kind;
}

static void add_kid(struct drawing *d, uint32_t parent, uint32_t value, enum kid_kind kind) {
    arena_push(d->a, &d->out->kids, ((struct kid){.parent = parent, .value = value, .kind = kind}));
}

/* The sequence for text of the innermost open element. */
static void begin_tagged(struct drawing *d) {
    if (d->inks) return;
    assert(d->open.depth > 0);
    uint32_t element = d->open.stack[d->open.depth - 1];
    if (d->sequence == SEQUENCE_TAGGED && d->element == element) return;
    end_sequence(d);
    build_char(d->b, '/');
    put(d, tag_name((enum tag)d->open.tags[d->open.depth - 1]));
    put(d, T("<</MCID "));
    build_int(d->b, (int64_t)d->out->marked);
    put(d, T(">>BDC\n"));
    add_kid(d, element, (uint32_t)d->out->marked++, KID_CONTENT);
    d->sequence = SEQUENCE_TAGGED;
    d->element = element;
}

static void begin(struct drawing *d) {
    if (d->artifact) begin_artifact(d, d->artifact_kind);
    else begin_tagged(d);
}

/* --- state --- */

/* Black overprints, so that no white shows where plates shift; all else knocks out. */
static void set_ink(struct drawing *d, const struct inks *ink) {
    uint32_t colour = 0;
    bool black = ink->of[INK_BLACK] == INK_FULL && ink_plates(ink) == 1;
    for (int i = 0; i < INKS; i++) colour = colour << 8 | ink->of[i];
    if (colour == d->colour) return;
    d->colour = colour;
    for (int i = 0; i < INKS; i++) put_length(d, mul_div(ink->of[i], PT, INK_FULL), 2);
    put(d, T("k\n"));
    if ((black ? STATE_OVERPRINT : STATE_KNOCKOUT) == d->state) return;
    d->state = black ? STATE_OVERPRINT : STATE_KNOCKOUT;
    put(d, black ? T("/" GS_OVERPRINT " gs\n") : T("/" GS_KNOCKOUT " gs\n"));
}

static void set_colour(struct drawing *d, uint8_t pen) {
    if (d->inks) {
        set_ink(d, &d->inks[pen]);
        return;
    }
    struct colour c = d->list->pens[pen];
    uint32_t colour = (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | c.b;
    if (colour == d->colour) return;
    d->colour = colour;
    put_length(d, mul_div(c.r, PT, 255), 3);
    if (c.r == c.g && c.g == c.b) {
        put(d, T("g\n"));
        return;
    }
    put_length(d, mul_div(c.g, PT, 255), 3);
    put_length(d, mul_div(c.b, PT, 255), 3);
    put(d, T("rg\n"));
}

static void set_font(struct drawing *d, size_t font, length size) {
    if (font == d->font && size == d->size) return;
    put(d, T("/F"));
    build_int(d->b, (int64_t)font);
    build_char(d->b, ' ');
    put_length(d, size, PLACE_DECIMALS);
    put(d, T("Tf "));
    d->font = font;
    d->size = size;
}

static void set_spacing(struct drawing *d, const struct run *run, uint8_t pen) {
    int64_t word = mul_div(run->space, 1000, PT);
    int64_t letter = mul_div(mul_div(d->list->tracking[pen], run->size, SHARE_ONE), 1000, PT);
    if (run->scale != d->scale) {
        put_length(d, mul_div(run->scale, (int64_t)100 * PT, SHARE_ONE), PLACE_DECIMALS);
        put(d, T("Tz "));
        d->scale = run->scale;
    }
    if (letter != d->letter_space) {
        put_length(d, mul_div(letter, PT, 1000), SPACE_DECIMALS);
        put(d, T("Tc "));
        d->letter_space = letter;
    }
    if (word != d->word_space) {
        put_length(d, mul_div(word, PT, 1000), SPACE_DECIMALS);
        put(d, T("Tw "));
        d->word_space = word;
    }
}

/* Moves to the run's start: one row down on the same edge is T*, and a move down notes its height
 * for those to come (TD). */
static void move_to(struct drawing *d, length x, length y) {
    int64_t to_x = mul_div(x, HUNDREDTHS, PT);
    int64_t to_y = mul_div(d->list->height - y, HUNDREDTHS, PT);
    int64_t dx = to_x - d->x, dy = to_y - d->y;
    d->x = to_x;
    d->y = to_y;
    if (!dx && dy && dy == -d->leading) {
        put(d, T("T*"));
        return;
    }
    bool step = dy < 0 && dy > -100 * HUNDREDTHS;
    put_hundredths(d, dx);
    put_hundredths(d, dy);
    put(d, step ? T("TD") : T("Td"));
    if (step) d->leading = -dy;
}

/* --- text --- */

/* A glyph after the other: for words with raised glyphs or in further code spaces. */
static void put_glyphs(struct drawing *d, const struct run *run, const struct word *w) {
    size_t face = codes_of_cut(d->codes, w->cut);
    for (size_t i = 0; i < w->nglyphs; i++) {
        const struct glyph *g = &w->glyphs[i];
        struct glyph_code code = codes_glyph(d->codes, w, i);
        put(d, T(")"));
        if (g->dx) build_int(d->b, -g->dx);
        put(d, T("]TJ "));
        set_font(d, codes_font(d->codes, face, code.space), run->size);
        if (g->dy) {
            put_length(d, mul_div(g->dy, run->size, EM), SPACE_DECIMALS);
            put(d, T("Ts"));
        }
        put(d, T("[("));
        build_code_byte(d->b, code.code);
        put(d, T(")"));
        build_int(d->b, -(g->adjust - g->dx));
        put(d, g->dy ? T("]TJ 0 Ts[(") : T("("));
    }
    put(d, T(")]TJ "));
    set_font(d, codes_font(d->codes, face, 0), run->size);
    put(d, T("[("));
}

/* A no-break space, which Tw does not widen: its width is given. */
static void put_tied(struct drawing *d, const struct run *run) {
    int64_t tenths = mul_div(run->space, 10 * EM, run->size);
    build_code_byte(d->b, CODE_TIED);
    if (!tenths) return;
    build_char(d->b, ')');
    d->b->n += length_print(build_room(d->b, 24), mul_div(-tenths, PT, 10), 1, true);
    build_char(d->b, '(');
}

/* Whether the run is one string, without any adjustment. */
static bool is_string(const struct drawing *d, const struct run *run) {
    for (size_t i = 0; i < run->n; i++) {
        const struct coded *c = codes_word(d->codes, run, run->pieces[i].word);
        if (!c->plain || c->kerned || run->pieces[i].glue == GLUE_TIED) return false;
    }
    return true;
}

static void put_run(struct drawing *d, const struct mark *m) {
    const struct run *run = m->run;
    bool string = is_string(d, run);
    begin(d);
    if (!d->in_text) {
        put(d, T("BT\n"));
        d->in_text = true;
        d->x = d->y = 0;
    }
    set_colour(d, m->what);
    set_font(d, codes_font(d->codes, codes_of_cut(d->codes, run->cut), 0), run->size);
    set_spacing(d, run, m->what);
    move_to(d, m->x, m->y);
    put(d, string ? T("(") : T("[("));
    for (size_t i = 0; i < run->n; i++) {
        const struct coded *c = codes_word(d->codes, run, run->pieces[i].word);
        if (c->plain) put(d, c->bytes);
        else put_glyphs(d, run, words_at(run->words, run->pieces[i].word));
        if (run->pieces[i].glue == GLUE_SPACE) build_char(d->b, CODE_SPACE);
        if (run->pieces[i].glue == GLUE_TIED) put_tied(d, run);
    }
    put(d, string ? T(")Tj\n") : T(")]TJ\n"));
}

/* --- the rest --- */

static void put_rule(struct drawing *d, const struct mark *m) {
    begin_artifact(d, d->artifact ? d->artifact_kind : ARTIFACT_LAYOUT);
    end_text(d);
    set_colour(d, m->what);
    put_length(d, m->x, PLACE_DECIMALS);
    put_length(d, d->list->height - m->y - m->box.height, PLACE_DECIMALS);
    put_length(d, m->box.width, PLACE_DECIMALS);
    put_length(d, m->box.height, PLACE_DECIMALS);
    put(d, T("re f\n"));
}

static void open_tag(struct open_tags *open, const struct mark *m) {
    assert(open->depth < TAG_DEPTH);
    open->stack[open->depth] = open->next++;
    open->tags[open->depth++] = m->what;
}

static void put_open(struct drawing *d, const struct mark *m) {
    uint32_t parent = d->open.depth ? d->open.stack[d->open.depth - 1] : NO_ELEMENT;
    if (!d->inks)
        arena_push(d->a, &d->out->kids,
               ((struct kid){.parent = parent, .value = d->open.next, .kind = KID_ELEMENT,
                             .tag = m->what, .lang = (uint16_t)m->number,
                             .mark = m->says ? m : NULL}));
    open_tag(&d->open, m);
}

static void put_link(struct drawing *d, const struct mark *m) {
    if (d->inks) return;
    add_kid(d, d->open.stack[d->open.depth - 1], (uint32_t)d->out->links.n, KID_LINK);
    arena_push(d->a, &d->out->links, m);
}

/* A picture is drawn in a coordinate system of its own, which «q» and «Q» part from the page's. */
static void put_image(struct drawing *d, const struct mark *m) {
    const struct picture *p = d->list->pictures.at[m->number];
    arena_push(d->a, &d->out->kids,
               ((struct kid){.parent = d->open.stack[d->open.depth - 1], .kind = KID_PICTURE,
                             .mark = m}));
    begin(d);
    end_text(d);
    put(d, T("q "));
    image_matrix(d->b, p, m->x, d->list->height - m->y - m->box.height, m->box.width,
                 m->box.height);
    put(d, T(" /I"));
    build_int(d->b, m->number);
    put(d, T(" Do Q\n"));
}

static void put_mark(struct drawing *d, const struct mark *m) {
    switch ((enum mark_kind)m->kind) {
    case MARK_TEXT: put_run(d, m); break;
    case MARK_RULE: put_rule(d, m); break;
    case MARK_LINK: put_link(d, m); break;
    case MARK_IMAGE: put_image(d, m); break;
    case MARK_ANCHOR: break;
    case MARK_OPEN: put_open(d, m); break;
    case MARK_CLOSE: d->open.depth--; break;
    case MARK_ARTIFACT:
        end_sequence(d);
        d->artifact = true;
        d->artifact_kind = m->what;
        break;
    case MARK_END:
        end_sequence(d);
        d->artifact = false;
        break;
    }
}

void content_skip(const struct page *p, struct open_tags *open) {
    for (size_t i = 0; i < p->n; i++) {
        if (p->at[i].kind == MARK_OPEN) open_tag(open, &p->at[i]);
        if (p->at[i].kind == MARK_CLOSE) open->depth--;
    }
}

void content_make(struct arena *a, struct arena *scratch, const struct list *list, size_t page,
                  const struct codes *codes, struct open_tags open, const struct inks *inks,
                  struct content *out) {
    const struct page *p = &list->pages.at[page];
    struct arena inner = *scratch;
    struct build b = {.arena = &inner};
    struct drawing d = {.a = a, .b = &b, .list = list, .codes = codes, .out = out, .open = open,
                        .inks = inks, .font = SIZE_MAX, .scale = SHARE_ONE,
                        .colour = inks ? UINT32_MAX : 0};
    build_room(&b, 16384);
    for (size_t i = 0; i < p->n; i++) put_mark(&d, &p->at[i]);
    end_sequence(&d);
    for (size_t i = 0; i < p->nfurniture; i++) put_mark(&d, &p->furniture[i]);
    end_sequence(&d);
    out->bytes = build_done(&b); /* valid until the scratch arena is used again */
}
