/* See codes.h. */
#include "pdf/codes.h"

#include <assert.h>
#include <string.h>

enum { PAIRS_FIRST = 1024 };

/* A glyph with its text, and the code it got. */
struct pair {
    struct text text;
    uint16_t glyph, face;
    struct glyph_code code;
    bool used;
};

/* The coded words of one table. */
struct table {
    const struct words *words;
    struct coded *at; /* by number; bytes.at NULL: not yet coded */
};

struct codes {
    struct arena *a;
    const struct look *look;
    struct face_codes faces[CUTS_MAX];
    size_t nfaces;
    uint8_t of_cut[CUTS_MAX];
    struct pair *pairs; /* hash table */
    size_t npairs, pairs_size;
    struct table tables[64];
    size_t ntables;
};

size_t codes_faces(const struct codes *c) {
    return c->nfaces;
}

const struct face_codes *codes_face(const struct codes *c, size_t i) {
    return &c->faces[i];
}

size_t codes_font(const struct codes *c, size_t face, size_t space) {
    size_t n = space;
    for (size_t i = 0; i < face; i++) n += c->faces[i].nspaces;
    return n;
}

size_t codes_of_cut(const struct codes *c, uint8_t cut) {
    return c->of_cut[cut];
}

void build_code_byte(struct build *b, uint8_t code) {
    if (code == '(' || code == ')' || code == '\\') build_char(b, '\\');
    build_char(b, (char)code);
}

/* --- codes for glyphs --- */

/* Glyph k of the n that a cluster became: one character each, the last one what is left; where there
 * are more glyphs than characters, nothing a reader should see, a zero-width space. */
static struct text cluster_part(struct text cluster, size_t k, size_t n) {
    size_t from = 0;
    for (size_t i = 0; i < k && from < cluster.n; i++) utf8_next(cluster, &from);
    size_t to = from;
    if (from == cluster.n) return T("\u200b");
    utf8_next(cluster, &to);
    return text_part(cluster, from, k + 1 == n ? cluster.n : to);
}

/* The text a glyph stands for: from its cluster to the next one. A letter and the marks over it are
 * one cluster of several glyphs. */
static struct text glyph_text(const struct word *w, size_t i) {
    uint16_t at = w->glyphs[i].at, end = (uint16_t)w->text.n;
    size_t before = 0, n = 0;
    bool in_order = (!i || w->glyphs[i - 1].at < at) &&
                    (i + 1 == w->nglyphs || w->glyphs[i + 1].at > at);
    if (in_order) {
        if (i + 1 < w->nglyphs) end = w->glyphs[i + 1].at;
        return text_part(w->text, at, end);
    }
    for (size_t k = 0; k < w->nglyphs; k++) {
        if (w->glyphs[k].at > at && w->glyphs[k].at < end) end = w->glyphs[k].at;
        before += w->glyphs[k].at == at && k < i;
        n += w->glyphs[k].at == at;
    }
    return cluster_part(text_part(w->text, at, end), before, n);
}

static struct pair *find_pair(const struct codes *c, size_t face, uint16_t glyph,
                              struct text text) {
    size_t i = (text_hash(text, 0) + glyph * 31u + face * 7u) & (c->pairs_size - 1);
    for (; c->pairs[i].used; i = (i + 1) & (c->pairs_size - 1)) {
        const struct pair *p = &c->pairs[i];
        if (p->glyph == glyph && p->face == face && text_equal(p->text, text)) break;
    }
    return &c->pairs[i];
}

static void grow_pairs(struct codes *c) {
    struct pair *old = c->pairs;
    size_t n = c->pairs_size;
    c->pairs_size = n ? n * 2 : PAIRS_FIRST;
    c->pairs = arena_new(c->a, struct pair, c->pairs_size);
    for (size_t i = 0; i < n; i++)
        if (old[i].used) *find_pair(c, old[i].face, old[i].glyph, old[i].text) = old[i];
}

/* A code that is kept for others (the spaces), or that old tools change (line ends). */
static bool shunned(int code) {
    return code == CODE_SPACE || code == CODE_TIED || code == '\n' || code == '\r' || code == '\t';
}

/* The code that says what it is: ASCII and Latin-1 for themselves. -1: none. */
static int natural_code(struct text text) {
    size_t i = 0;
    uint32_t c = text.n ? utf8_next(text, &i) : 0;
    if (i != text.n || c > 0xFF || (c > 0x7E && c < 0xA0) || c < 0x20) return -1;
    return (int)c;
}

static void new_space(struct codes *c, struct face_codes *f) {
    if (f->nspaces == f->spaces_cap)
        f->spaces = arena_grow(c->a, f->spaces, f->nspaces, &f->spaces_cap, sizeof *f->spaces,
                               alignof(struct codespace *));
    f->spaces[f->nspaces++] = arena_new(c->a, struct codespace, 1);
}

static bool take_code(struct face_codes *f, size_t space, int code, uint16_t glyph,
                      struct text text, struct glyph_code *out) {
    struct code *slot = &f->spaces[space]->code[code];
    if (slot->used) return false;
    *slot = (struct code){glyph, true, text};
    f->glyphs[glyph] = 1;
    *out = (struct glyph_code){space, (uint8_t)code};
    return true;
}

/* A new code: its natural one where that is free, else the first free one behind Latin-1's
 * letters, in the controls, then anywhere. */
static struct glyph_code new_code(struct codes *c, struct face_codes *f, uint16_t glyph,
                                  struct text text) {
    static const int ranges[][2] = {{0x80, 0xA0}, {0x01, 0x20}, {0xA0, 0x100}, {0x21, 0x80}};
    struct glyph_code out = {0};
    int natural = natural_code(text);
    if (natural >= 0 && take_code(f, 0, natural, glyph, text, &out)) return out;
    for (size_t space = f->nspaces - 1;; space++) {
        if (space == f->nspaces) new_space(c, f);
        for (size_t r = 0; r < sizeof ranges / sizeof *ranges; r++)
            for (int code = ranges[r][0]; code < ranges[r][1]; code++)
                if (!shunned(code) && take_code(f, space, code, glyph, text, &out)) return out;
    }
}

static struct glyph_code code_for(struct codes *c, size_t face, uint16_t glyph, struct text text) {
    struct pair *p = find_pair(c, face, glyph, text);
    if (p->used) return p->code;
    *p = (struct pair){.text = text, .glyph = glyph, .face = (uint16_t)face, .used = true,
                       .code = new_code(c, &c->faces[face], glyph, text)};
    struct glyph_code code = p->code;
    if (++c->npairs * 2 > c->pairs_size) grow_pairs(c);
    return code;
}

struct glyph_code codes_glyph(const struct codes *c, const struct word *w, size_t glyph) {
    const struct pair *p =
        find_pair(c, c->of_cut[w->cut], w->glyphs[glyph].id, glyph_text(w, glyph));
    assert(p->used);
    return p->code;
}

/* --- coded words --- */

static struct table *table_of(struct codes *c, const struct words *words) {
    size_t i = 0;
    while (i < c->ntables && c->tables[i].words != words) i++;
    assert(i < sizeof c->tables / sizeof *c->tables);
    if (i == c->ntables)
        c->tables[c->ntables++] =
            (struct table){words, arena_new(c->a, struct coded, words_count(words))};
    return &c->tables[i];
}

static void adjust(struct build *b, int by) {
    build_char(b, ')');
    build_int(b, -by);
    build_char(b, '(');
}

/* Gives every glyph of the word its code, and writes it out where it is plain. */
static void code_word(struct codes *c, const struct words *words, uint32_t number,
                      struct coded *out) {
    const struct word *w = words_at(words, number);
    size_t face = c->of_cut[w->cut];
    struct build b = {.arena = c->a};
    build_room(&b, w->nglyphs + 8);
    out->plain = true;
    for (size_t i = 0; i < w->nglyphs; i++) {
        const struct glyph *g = &w->glyphs[i];
        struct glyph_code code = code_for(c, face, g->id, glyph_text(w, i));
        int after = g->adjust - g->dx;
        out->plain &= !code.space && !g->dy;
        if (g->dx) adjust(&b, g->dx);
        build_code_byte(&b, code.code);
        if (after) adjust(&b, after);
        out->kerned |= g->dx || after;
    }
    out->bytes = build_done(&b);
}

const struct coded *codes_word(const struct codes *c, const struct run *run, uint32_t word) {
    for (size_t i = 0; i < c->ntables; i++)
        if (c->tables[i].words == run->words) return &c->tables[i].at[word];
    return NULL;
}

static void code_run(struct codes *c, const struct run *run) {
    struct table *t = table_of(c, run->words);
    for (size_t i = 0; i < run->n; i++) {
        struct coded *coded = &t->at[run->pieces[i].word];
        if (!coded->bytes.at) code_word(c, run->words, run->pieces[i].word, coded);
        if (run->pieces[i].glue == GLUE_TIED) {
            struct face_codes *f = &c->faces[c->of_cut[run->cut]];
            struct glyph_code unused;
            take_code(f, 0, CODE_TIED, f->spaces[0]->code[CODE_SPACE].glyph, T("\u00a0"), &unused);
        }
    }
}

/* A face for each font file, with the word space at its place in every space. */
static void make_faces(struct codes *c) {
    for (size_t i = 0; i < look_cuts(c->look); i++) {
        const struct cut *cut = look_cut(c->look, (uint8_t)i);
        size_t k = 0;
        if (!cut->font) continue;
        while (k < c->nfaces && c->faces[k].font != cut->font) k++;
        c->of_cut[i] = (uint8_t)k;
        if (k < c->nfaces) continue;
        struct face_codes *f = &c->faces[c->nfaces++];
        *f = (struct face_codes){.file = cut->file, .font = cut->font,
                                 .glyphs = arena_new(c->a, uint8_t, font_glyphs(cut->font))};
        new_space(c, f);
        struct glyph_code unused;
        take_code(f, 0, CODE_SPACE, font_glyph(cut->font, ' '), T(" "), &unused);
    }
}

struct codes *codes_make(struct arena *a, const struct list *list) {
    struct codes *c = arena_new(a, struct codes, 1);
    c->a = a;
    c->look = list->look;
    grow_pairs(c);
    make_faces(c);
    for (size_t i = 0; i < list->pages.n; i++) {
        const struct page *p = &list->pages.at[i];
        for (size_t k = 0; k < p->n; k++)
            if (p->at[k].kind == MARK_TEXT) code_run(c, p->at[k].run);
        for (size_t k = 0; k < p->nfurniture; k++)
            if (p->furniture[k].kind == MARK_TEXT) code_run(c, p->furniture[k].run);
    }
    return c;
}
