/* See plain.h. Tables are read with care, for a face may be anything: what lies beyond a table's end is
 * zero. */
#include "type/plain.h"

#include <string.h>

enum {
    LOOKUPS_MAX = 32, /* all of these are far more than faces have, whose rules are simple */
    SUBTABLES_MAX = 64,
    FEATURES_ALL = 512,
    LIGATURES_MAX = 1024, /* that begin with one glyph */
    LETTERS = 0x2B0,        /* characters below this, and … */
    SIGNS = 0x2010,         /* … these, are plain */
    SIGNS_END = 0x2028,
    FINE_SPACE = 0x202F,
    SOFT_HYPHEN = 0xAD,
    KNOWN_LETTERS = LETTERS + SIGNS_END - SIGNS + 1,
    KNOWN_PAIRS = 1 << 10,
    GLYPH_MARK = 3,         /* a class of glyphs, in GDEF */
    IGNORE_MARKS = 8,       /* a flag of lookups */
    ADVANCE = 4             /* a format of kerning: the first glyph's advance, and nothing else */
};

/* Lookup types; those of both tables have their own numbers. */
enum { SUBST_SINGLE = 1, SUBST_LIGATURE = 4, SUBST_EXTENSION = 7, POS_PAIR = 2, POS_EXTENSION = 9 };

struct lookup {
    uint16_t type;
    uint8_t first, n; /* its subtables */
};

struct lookups {
    struct lookup at[LOOKUPS_MAX];
    struct text subtables[SUBTABLES_MAX];
    size_t n, nsubtables;
};

/* What a character is drawn as. */
struct letter {
    bool known;
    uint16_t glyph; /* 0: not plainly drawn */
    uint32_t met;
};

struct pair {
    uint32_t glyphs; /* both; 0: none */
    int16_t kern;
};

struct plain {
    const struct font *font;
    const struct plain_feature *features;
    size_t nfeatures;
    struct text classes; /* of glyphs */
    struct lookups subst, pos;
    struct letter letters[KNOWN_LETTERS];
    struct pair pairs[KNOWN_PAIRS];
};

/* --- tables --- */

static unsigned number(struct text t, size_t at) {
    if (at + 2 > t.n) return 0;
    return (unsigned)((unsigned char)t.at[at] << 8 | (unsigned char)t.at[at + 1]);
}

/* What begins as far into the table as the number at `at` says; nothing where that is 0. */
static struct text offset(struct text t, size_t at) {
    unsigned n = number(t, at);
    return n ? text_after(t, n) : (struct text){0};
}

/* The index, among `n` records of `size` bytes from `from` on, of the last whose number at its
 * beginning is not above `key`; -1: none. */
static int find_record(struct text t, size_t from, unsigned n, size_t size, unsigned key) {
    unsigned low = 0, high = n;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (number(t, from + middle * size) <= key) low = middle + 1;
        else high = middle;
    }
    return (int)low - 1;
}

/* Of a range record (first, last, value), the value for the glyph, counted on from the first where
 * `counts`; -1 where it is beyond the last. */
static int range_value(struct text t, size_t at, unsigned glyph, bool counts) {
    if (glyph > number(t, at + 2)) return -1;
    return (int)(number(t, at + 4) + (counts ? glyph - number(t, at) : 0));
}

/* The glyph's index in a coverage table; -1: not covered. */
static int coverage(struct text t, unsigned glyph) {
    bool ranges = number(t, 0) == 2;
    size_t size = ranges ? 6 : 2;
    int i = find_record(t, 4, number(t, 2), size, glyph);
    if (i < 0) return -1;
    size_t at = 4 + (size_t)i * size;
    if (ranges) return range_value(t, at, glyph, true);
    return number(t, at) == glyph ? i : -1;
}

/* The glyph's class; 0 where it has none. */
static unsigned class_of(struct text t, unsigned glyph) {
    if (number(t, 0) == 1) {
        unsigned first = number(t, 2), n = number(t, 4);
        return glyph >= first && glyph - first < n ? number(t, 6 + 2 * (size_t)(glyph - first)) : 0;
    }
    int i = find_record(t, 4, number(t, 2), 6, glyph);
    int value = i < 0 ? -1 : range_value(t, 4 + (size_t)i * 6, glyph, false);
    return value < 0 ? 0 : (unsigned)value;
}

/* --- which rules there are --- */

static bool has_tag(struct text t, size_t at, const char *tag) {
    return text_equal(text_part(t, at, at + 4), (struct text){tag, 4});
}

/* What HarfBuzz applies to Latin text that nobody asked for, but for composing and attaching marks. */
static bool applies(const struct plain *p, struct text record) {
    static const char usual[][5] = {"abvm", "blwm", "calt", "clig", "curs", "dist", "kern", "liga", "locl",
                                    "ltra", "ltrm", "rand", "rclt", "rlig", "rvrn"};
    bool on = false;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) on |= has_tag(record, 0, usual[i]);
    for (size_t i = 0; i < p->nfeatures; i++)
        if (has_tag(record, 0, p->features[i].tag)) on = p->features[i].on;
    return on;
}

/* Lookups by number, each once. */
struct chosen {
    uint16_t at[LOOKUPS_MAX];
    size_t n;
};

/* Puts a number in its place; false where there are too many. */
static bool choose(struct chosen *c, uint16_t lookup) {
    size_t i = c->n;
    while (i && c->at[i - 1] > lookup) i--;
    if (i && c->at[i - 1] == lookup) return true;
    if (c->n == LOOKUPS_MAX) return false;
    memmove(c->at + i + 1, c->at + i, (c->n++ - i) * sizeof *c->at);
    c->at[i] = lookup;
    return true;
}

/* The lookups of the features that apply to French in Latin letters; false where that is not plainly
 * said: features of France's own, one that must be, or variations. */
static bool choose_lookups(const struct plain *p, struct text table, struct chosen *out) {
    struct text scripts = offset(table, 4), features = offset(table, 6), latin = {0};
    if (number(table, 0) != 1 || (number(table, 2) && (number(table, 10) || number(table, 12)))) return false;
    for (size_t i = 0, n = number(scripts, 0); i < n; i++)
        if (has_tag(scripts, 2 + i * 6, "latn")) latin = offset(scripts, 2 + i * 6 + 4);
    for (size_t i = 0, n = number(latin, 2); i < n; i++)
        if (has_tag(latin, 4 + i * 6, "FRA ")) return false;
    struct text system = offset(latin, 0);
    size_t all = number(system, 4);
    if (!system.n || number(system, 2) != 0xFFFF || all > FEATURES_ALL) return false;
    for (size_t i = 0; i < all; i++) {
        size_t record = 2 + number(system, 6 + 2 * i) * 6;
        struct text feature = offset(features, record + 4);
        size_t lookups = number(feature, 2);
        if (!applies(p, text_after(features, record))) continue;
        for (size_t k = 0; k < lookups; k++)
            if (k == LOOKUPS_MAX || !choose(out, (uint16_t)number(feature, 4 + 2 * k))) return false;
    }
    return true;
}

/* Whether a subtable is of a kind and format that is read here. */
static bool is_simple(uint16_t type, struct text t, bool pos) {
    unsigned format = number(t, 0);
    if (pos) return type == POS_PAIR && (format == 1 || format == 2) && number(t, 4) == ADVANCE && !number(t, 6);
    return (type == SUBST_SINGLE && format == 2) || (type == SUBST_LIGATURE && format == 1);
}

/* Of a lookup, its subtables; those of an extension are elsewhere. False where it is not simple. */
static bool add_lookup(struct lookups *out, struct text table, bool pos) {
    struct lookup lookup = {(uint16_t)number(table, 0), (uint8_t)out->nsubtables, 0};
    bool extension = lookup.type == (pos ? POS_EXTENSION : SUBST_EXTENSION);
    if (number(table, 2) & ~(unsigned)IGNORE_MARKS) return false;
    for (size_t i = 0, n = number(table, 4); i < n; i++) {
        struct text t = offset(table, 6 + 2 * i);
        if (extension) {
            lookup.type = (uint16_t)number(t, 2);
            t = text_after(t, (size_t)number(t, 4) << 16 | number(t, 6));
        }
        if (out->nsubtables == SUBTABLES_MAX || !is_simple(lookup.type, t, pos)) return false;
        out->subtables[out->nsubtables++] = t;
        lookup.n++;
    }
    out->at[out->n++] = lookup;
    return true;
}

/* A table that a face need not have. */
static bool read_lookups(const struct plain *p, struct text table, bool pos, struct lookups *out) {
    struct chosen chosen = {0};
    struct text list = offset(table, 8);
    if (!table.n) return true;
    if (!choose_lookups(p, table, &chosen)) return false;
    for (size_t i = 0; i < chosen.n; i++)
        if (!add_lookup(out, offset(list, 2 + 2 * (size_t)chosen.at[i]), pos)) return false;
    return true;
}

struct plain *plain_open(struct arena *a, const struct font *font, const struct plain_feature *features,
                         size_t n) {
    static const char others[][5] = {"fvar", "morx", "mort", "kerx", "kern", "trak"};
    struct plain *p = arena_new(a, struct plain, 1);
    *p = (struct plain){.font = font, .features = features, .nfeatures = n,
                        .classes = offset(font_table(font, "GDEF"), 4)};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (font_table(font, others[i]).n) return NULL;
    bool simple = read_lookups(p, font_table(font, "GSUB"), false, &p->subst) &&
                  read_lookups(p, font_table(font, "GPOS"), true, &p->pos);
    return simple ? p : NULL;
}

/* --- letters --- */

/* The substitutions that may begin with a glyph, a bit for each. */
static uint32_t find_met(const struct plain *p, uint16_t glyph) {
    const struct lookups *s = &p->subst;
    uint32_t met = 0;
    for (size_t i = 0; i < s->n; i++)
        for (size_t k = 0; k < s->at[i].n; k++)
            if (coverage(offset(s->subtables[s->at[i].first + k], 2), glyph) >= 0) met |= 1u << i;
    return met;
}

/* Where the character's letter is kept; -1 where it is not plain. Controls are not. */
static int letter_place(uint32_t c) {
    if (c < LETTERS) return c > ' ' && c != 0x7F && (c < 0x80 || c > 0xA0) ? (int)c : -1;
    if (c >= SIGNS && c < SIGNS_END) return (int)(c - SIGNS) + LETTERS;
    return c == FINE_SPACE ? KNOWN_LETTERS - 1 : -1;
}

static const struct letter *find_letter(struct plain *p, uint32_t c) {
    int place = letter_place(c == SOFT_HYPHEN ? '-' : c);
    if (place < 0) return NULL;
    struct letter *l = &p->letters[place];
    if (!l->known) {
        uint16_t glyph = font_glyph(p->font, c == SOFT_HYPHEN ? '-' : c);
        bool mark = class_of(p->classes, glyph) == GLYPH_MARK;
        *l = (struct letter){true, mark ? 0 : glyph, find_met(p, glyph)};
    }
    return l->glyph ? l : NULL;
}

/* --- substitutions --- */

struct glyphs {
    struct plain_glyph *at;
    int n;
};

/* How many glyphs from `i` on the ligature takes; 0 where others follow. */
static int ligature_length(const struct glyphs *g, int i, struct text ligature) {
    int n = (int)number(ligature, 2);
    if (!n || i + n > g->n) return 0;
    for (int k = 1; k < n; k++)
        if (g->at[i + k].id != number(ligature, 4 + 2 * (size_t)(k - 1))) return 0;
    return n;
}

/* Puts a glyph in the place of the n from `i` on. */
static void replace(const struct plain *p, struct glyphs *g, int i, int n, uint16_t glyph) {
    g->at[i].id = glyph;
    g->at[i].met = find_met(p, glyph);
    memmove(g->at + i + 1, g->at + i + n, (size_t)(g->n - i - n) * sizeof *g->at);
    g->n -= n - 1;
}

/* Applies a subtable at `i`; whether it had something for what stands there. */
static bool substitute_at(const struct plain *p, uint16_t type, struct text t, struct glyphs *g, int i) {
    int index = coverage(offset(t, 2), g->at[i].id);
    if (index < 0) return false;
    if (type == SUBST_SINGLE) {
        replace(p, g, i, 1, (uint16_t)number(t, 6 + 2 * (size_t)index));
        return true;
    }
    struct text set = offset(t, 6 + 2 * (size_t)index);
    for (size_t k = 0, all = number(set, 0); k < all && k < LIGATURES_MAX; k++) {
        struct text ligature = offset(set, 2 + 2 * k);
        int n = ligature_length(g, i, ligature);
        if (n) return replace(p, g, i, n, (uint16_t)number(ligature, 0)), true;
    }
    return false;
}

/* Lookup after lookup, each from the first glyph to the last. */
static void substitute(const struct plain *p, struct glyphs *g) {
    const struct lookups *s = &p->subst;
    for (size_t l = 0; l < s->n; l++)
        for (int i = 0; i < g->n; i++) {
            bool done = !(g->at[i].met >> l & 1);
            for (size_t k = 0; k < s->at[l].n && !done; k++)
                done = substitute_at(p, s->at[l].type, s->subtables[s->at[l].first + k], g, i);
        }
}

/* --- kerning --- */

/* What a subtable says of a pair; false: nothing, the next one is asked. */
static bool pair_kern(struct text t, uint16_t left, uint16_t right, int *kern) {
    int index = coverage(offset(t, 2), left);
    if (index < 0) return false;
    if (number(t, 0) == 1) {
        struct text set = offset(t, 10 + 2 * (size_t)index);
        int i = find_record(set, 2, number(set, 0), 4, right);
        if (i < 0 || number(set, 2 + 4 * (size_t)i) != right) return false;
        *kern += (int16_t)number(set, 2 + 4 * (size_t)i + 2);
        return true;
    }
    unsigned rows = number(t, 12), columns = number(t, 14);
    unsigned row = class_of(offset(t, 8), left), column = class_of(offset(t, 10), right);
    if (row >= rows || column >= columns) return false;
    *kern += (int16_t)number(t, 16 + 2 * ((size_t)row * columns + column));
    return true;
}

static int16_t find_kern(const struct plain *p, uint16_t left, uint16_t right) {
    const struct lookups *s = &p->pos;
    int kern = 0;
    for (size_t l = 0; l < s->n; l++) {
        bool done = false;
        for (size_t k = 0; k < s->at[l].n && !done; k++)
            done = pair_kern(s->subtables[s->at[l].first + k], left, right, &kern);
    }
    return (int16_t)kern;
}

static int16_t kern(struct plain *p, uint16_t left, uint16_t right) {
    uint32_t both = (uint32_t)left << 16 | right;
    struct pair *known = &p->pairs[(left * 61u + right) % KNOWN_PAIRS];
    if (known->glyphs != both) *known = (struct pair){both, find_kern(p, left, right)};
    return known->kern;
}

int plain_shape(struct plain *p, struct text word, struct plain_glyph out[PLAIN_LONGEST]) {
    struct glyphs g = {out, 0};
    uint32_t met = 0;
    if (word.n > PLAIN_LONGEST) return -1;
    for (size_t i = 0; i < word.n;) {
        uint16_t at = (uint16_t)i;
        const struct letter *l = find_letter(p, utf8_next(word, &i));
        if (!l) return -1;
        out[g.n++] = (struct plain_glyph){.id = l->glyph, .at = at, .met = l->met};
        met |= l->met;
    }
    if (met) substitute(p, &g);
    for (int i = 0; i + 1 < g.n; i++) out[i].kern = kern(p, out[i].id, out[i + 1].id);
    return g.n;
}
