/* See stretch.h. */
#include "check/stretch.h"

#include "base/language.h"
#include "base/unicode.h"
#include "edition/table.h"

#include <stdlib.h>
#include <string.h>

enum {
    LONGEST_WORD = UINT16_MAX - 8, /* bytes, about */
    ABBREVIATION = 2 /* letters before a point: «M.», «Dr.» */
};

/* Where the next of each goes: what stretches have stands one behind the other. */
struct cut {
    struct token *words;
    uint32_t *large, *signs;
};

/* What a character is to words. */
enum sort { SORT_SIGN, SORT_SMALL, SORT_LARGE, SORT_DIGIT, SORT_MARK };

static enum sort sort_of(uint32_t c) {
    if (c < 0x80) {
        if ((c | 0x20) - 'a' < 26) return c & 0x20 ? SORT_SMALL : SORT_LARGE;
        return c - '0' < 10 ? SORT_DIGIT : SORT_SIGN;
    }
    if (c >= 0xC0 && c < 0x100) /* Latin-1 */
        return c == 0xD7 || c == 0xF7 ? SORT_SIGN : c < 0xDF ? SORT_LARGE : SORT_SMALL;
    if (c < 0xC0 || (c >= 0x2000 && c < 0x2100)) return SORT_SIGN;
    if (unicode_mark(c)) return SORT_MARK;
    if (unicode_letter(c)) return unicode_upper(c) ? SORT_LARGE : SORT_SMALL;
    return unicode_digit(c) ? SORT_DIGIT : SORT_SIGN;
}

/* A word being read. */
struct reading {
    unsigned letters, large, digits;
    bool large_first;
    uint32_t hash;
};

static enum shape shape_of(const struct reading *r) {
    if (!r->letters) return SHAPE_DIGITS;
    if (r->digits) return SHAPE_MIXED;
    if (!r->large) return SHAPE_SMALL;
    if (r->large == r->letters && r->letters > 1) return SHAPE_CAPITALS;
    return r->large_first && r->large == 1 ? SHAPE_CAPITAL : SHAPE_MIXED;
}

static void take_character(struct reading *r, enum sort sort) {
    if (sort == SORT_MARK) return;
    if (!r->letters && !r->digits) r->large_first = sort == SORT_LARGE;
    r->digits += sort == SORT_DIGIT;
    r->letters += sort != SORT_DIGIT;
    r->large += sort == SORT_LARGE;
}

/* The word's hash goes on as text_hash does, over small letters. */
static uint32_t hash_byte(uint32_t hash, unsigned char b) {
    return (hash ^ (b >= 'A' && b <= 'Z' ? b | 0x20u : b)) * 16777619u;
}

/* A run of small letters of ASCII from *i on, the bulk of any text; *i moves behind it. */
static void read_plain(struct text t, size_t *i, size_t end, struct reading *r) {
    size_t from = *i, to = from;
    uint32_t hash = r->hash;
    for (; to < end && t.at[to] >= 'a' && t.at[to] <= 'z'; to++)
        hash = (hash ^ (unsigned char)t.at[to]) * 16777619u;
    r->letters += (unsigned)(to - from);
    r->hash = hash;
    *i = to;
}

/* What the character at *next is, which moves behind it; accented letters, which are C3 and a byte
 * more, are found in place. */
static enum sort sort_at(struct text t, size_t *next) {
    bool accented = t.at[*next] == '\xC3' && t.n - *next > 1;
    if (!accented) return sort_of(utf8_next(t, next));
    *next += 2;
    return sort_of(0xC0 | (t.at[*next - 1] & 0x3F));
}

/* Reads the word at *i, which moves behind it. */
static struct token read_word(struct text t, size_t *i, unsigned *letters) {
    struct token w = {.at = (uint32_t)*i};
    struct reading r = {.hash = 2166136261u};
    size_t end = t.n - w.at > LONGEST_WORD ? w.at + LONGEST_WORD : t.n;
    for (;;) {
        read_plain(t, i, end, &r);
        if (*i >= end || t.at[*i] == ' ') break;
        size_t next = *i;
        enum sort sort = sort_at(t, &next);
        if (sort == SORT_SIGN) break;
        take_character(&r, sort);
        while (*i < next) r.hash = hash_byte(r.hash, (unsigned char)t.at[(*i)++]);
    }
    w.n = (uint16_t)(*i - w.at);
    w.shape = (uint8_t)shape_of(&r);
    w.hash = r.hash;
    *letters = r.letters + r.digits;
    return w;
}

/* Where the next word starts, from `i` on; t.n: there is none. */
static size_t next_word(struct text t, size_t i) {
    while (i < t.n) {
        size_t next = i;
        enum sort sort = t.at[i] == ' ' ? (next++, SORT_SIGN) : sort_of(utf8_next(t, &next));
        if (sort != SORT_SIGN && sort != SORT_MARK) return i;
        i = next;
    }
    return i;
}

/* The signs [from, to) between two words, the first of which has `letters` letters. */
static enum gap gap_of(struct text t, size_t from, size_t to, size_t letters) {
    bool stop = false, blank = false, sign = false;
    for (size_t i = from; i < to;) {
        size_t at = i;
        uint32_t c = utf8_next(t, &i);
        if (c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F || c == 0x2009) {
            blank = true;
            continue;
        }
        bool alone = at == from && i == to;
        if (alone && (c == '-' || c == 0x2010 || c == 0x2011)) return GAP_HYPHEN;
        if (alone && (c == '\'' || c == 0x2019)) return GAP_APOSTROPHE;
        sign = true;
        stop |= c == '!' || c == '?' || c == 0x2026 || (c == '.' && letters > ABBREVIATION);
    }
    if (stop && blank) return GAP_START;
    return sign ? GAP_SIGN : blank ? GAP_SPACE : GAP_SIGN;
}

/* Whether a small letter follows one blank, as nearly always. */
static bool is_plain_gap(struct text t, size_t i) {
    return i + 1 < t.n && t.at[i] == ' ' && t.at[i + 1] >= 'a' && t.at[i + 1] <= 'z';
}

/* Whether what stands between two words is one blank, hyphen or apostrophe: nothing that a rule on
 * signs looks at. */
static bool is_bare(enum gap gap, size_t bytes) {
    return gap == GAP_HYPHEN || gap == GAP_APOSTROPHE || (gap == GAP_SPACE && bytes == 1);
}

/* Cuts one stretch: what it has is put behind what there is, and counted in it. */
static void cut_words(struct cut *cut, struct stretch *p) {
    struct text t = p->text;
    struct token *words = cut->words, *w = words;
    uint32_t *large = cut->large, *signs = cut->signs;
    size_t behind = 0, capitals = 0; /* behind the word read last */
    unsigned letters = 0;
    for (;; w++) {
        bool plain = w > words && is_plain_gap(t, behind);
        size_t i = plain ? behind + 1 : next_word(t, behind);
        if (i == t.n) break;
        enum gap gap = plain ? GAP_SPACE : w > words ? gap_of(t, behind, i, letters) : GAP_START;
        if (!plain && i > behind && !is_bare(gap, i - behind)) *signs++ = (uint32_t)(w - words);
        *w = read_word(t, &i, &letters);
        w->gap = (uint8_t)gap;
        if (w->shape != SHAPE_SMALL) *large++ = (uint32_t)(w - words);
        capitals += w->shape == SHAPE_CAPITALS;
        behind = i;
    }
    p->words = words;
    p->nwords = (size_t)(w - words);
    if (behind < t.n) *signs++ = (uint32_t)p->nwords;
    p->large = cut->large;
    p->nlarge = (size_t)(large - cut->large);
    p->signs = cut->signs;
    p->nsigns = (size_t)(signs - cut->signs);
    p->shouts = capitals * 2 > p->nwords;
    *cut = (struct cut){w, large, signs};
}

/* Room for the words of stretches of so many bytes: no two words touch each other but those that are
 * too long for one. Memory that stays untouched is not taken. */
static struct cut cut_room(struct arena *a, size_t bytes, size_t stretches) {
    size_t most = bytes / 2 + stretches + bytes / LONGEST_WORD;
    return (struct cut){arena_room(a, sizeof(struct token), alignof(struct token), most),
                        arena_room(a, sizeof(uint32_t), alignof(uint32_t), most),
                        arena_room(a, sizeof(uint32_t), alignof(uint32_t), most + stretches)};
}

struct stretch stretch_make(struct arena *a, struct text t) {
    struct stretch p = {.kind = STRETCH_BODY, .french = true, .text = t};
    struct cut cut = cut_room(a, t.n, 1);
    cut_words(&cut, &p);
    return p;
}

/* The span's text; code, or what is in another language than the rest, reads as a number, which no
 * rule looks into. */
static struct text span_text(struct arena *a, const struct span *s, struct text lang) {
    bool strange = s->lang.n && !text_equal(s->lang, lang);
    if (!strange && !(s->marks & SPAN_CODE)) return s->text;
    char *zeros = arena_new(a, char, s->text.n);
    memset(zeros, '0', s->text.n);
    return (struct text){zeros, s->text.n};
}

static void add_stretch(struct arena *a, struct stretches *out, const struct communique *c,
                        enum stretch_kind kind, const struct span *spans, size_t n) {
    struct stretch p = {.communique = c, .kind = kind, .spans = spans, .nspans = n};
    struct text *parts = arena_new(a, struct text, n);
    struct text lang = spans_lang(spans, n);
    if (!n) return;
    if (!lang.n) lang = c->lang;
    for (size_t i = 0; i < n; i++) parts[i] = span_text(a, &spans[i], lang);
    p.text = n == 1 ? parts[0] : text_join(a, parts, n);
    p.french = language_is_french(lang);
    arena_push(a, out, p);
}

/* Blocks in a list, or in none. */
struct within {
    const struct block *list;
    uint8_t depth;
    bool item;
};

/* Whether the item has one paragraph of its own. */
static bool is_plain(const struct block *item) {
    return item->nblocks == 1 || (item->nblocks == 2 && item->blocks[1].kind == BLOCK_LIST);
}

/* Every cell with words; numbers, and what stands for them where there are none, are not looked at. */
static void add_cells(struct arena *a, struct stretches *out, const struct communique *c,
                      const struct table *t) {
    for (size_t i = 0; i < t->rows * t->columns; i++) {
        if (!t->cells[i].text.n || (i >= t->columns && t->figures[i % t->columns])) continue;
        add_stretch(a, out, c, STRETCH_CELL, &t->cells[i], 1);
        out->at[out->n - 1].table = t;
    }
}

static void add_tables(struct arena *a, struct stretches *out, const struct communique *c,
                       const struct block *blocks, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (blocks[i].table) add_cells(a, out, c, blocks[i].table);
        add_tables(a, out, c, blocks[i].blocks, blocks[i].nblocks); /* not deeper than BLOCK_DEPTH */
    }
}

static void add_blocks(struct arena *a, struct stretches *out, const struct communique *c,
                       const struct block *blocks, size_t n, struct within in) {
    for (size_t i = 0; i < n; i++) {
        const struct block *b = &blocks[i];
        struct within inside = in;
        size_t before = out->n;
        if (b->kind == BLOCK_CODE) continue;
        add_stretch(a, out, c, b->kind == BLOCK_HEADING ? STRETCH_TITLE : STRETCH_BODY, b->spans,
                    b->nspans);
        if (out->n > before) {
            out->at[before].list = in.list;
            out->at[before].depth = in.depth;
            out->at[before].item = in.item;
        }
        if (b->kind == BLOCK_LIST) inside = (struct within){b, (uint8_t)(in.depth + 1), false};
        if (b->kind == BLOCK_ITEM) inside.item = is_plain(b);
        add_blocks(a, out, c, b->blocks, b->nblocks, inside); /* not deeper than BLOCK_DEPTH */
    }
}

struct stretches stretches_of(struct arena *a, const struct edition *e) {
    struct stretches out = {0};
    for (size_t i = 0; i < e->n; i++) {
        const struct communique *c = &e->at[i];
        add_stretch(a, &out, c, STRETCH_TITLE, &c->title, 1);
        add_blocks(a, &out, c, c->blocks, c->nblocks, (struct within){0});
        out.at[out.n - 1].last = true;
        add_tables(a, &out, c, c->blocks, c->nblocks);
    }
    size_t bytes = 0;
    for (size_t i = 0; i < out.n; i++) bytes += out.at[i].text.n;
    struct cut cut = cut_room(a, bytes, out.n);
    for (size_t i = 0; i < out.n; i++) cut_words(&cut, &out.at[i]);
    return out;
}

struct place stretch_place(const struct stretch *p, size_t at) {
    size_t i = 0;
    if (!p->communique) return (struct place){.file = p->from};
    if (p->table) return table_place(p->table, p->spans, at);
    while (i + 1 < p->nspans && at >= p->spans[i].text.n) at -= p->spans[i++].text.n;
    return span_place(p->communique, &p->spans[i], at);
}

bool word_is(const struct stretch *p, size_t i, const char *small) {
    if (i >= p->nwords) return false;
    struct text w = word_text(p, i);
    for (size_t k = 0; k < w.n; k++) {
        char c = w.at[k] >= 'A' && w.at[k] <= 'Z' ? (char)(w.at[k] | 0x20) : w.at[k];
        if (!small[k] || c != small[k]) return false;
    }
    return !small[w.n];
}

/* Of the letters U+00C0 to U+00DF, and as well of those to U+00FF, the small letter without its mark;
 * «.»: no single one. */
static const char latin[] = "aaaaaa.ceeeeiiii.nooooo..uuuuy..";

/* The key of a word of ASCII and such letters, which nearly all are, without asking Unicode; false
 * where it has others. */
static bool plain_key(struct text t, char *out, size_t *n) {
    *n = 0;
    for (size_t i = 0; i < t.n; i++) {
        unsigned char b = (unsigned char)t.at[i];
        if (b >= 0x80) b = b == 0xC3 && i + 1 < t.n ? (unsigned char)latin[t.at[++i] & 0x1F] : '.';
        if (b == '.') return false;
        out[(*n)++] = (char)(b >= 'A' && b <= 'Z' ? b | 0x20 : b);
    }
    return true;
}

struct text word_key(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    size_t n;
    char *room = build_room(&b, t.n + 1);
    if (plain_key(t, room, &n)) return (struct text){room, n};
    return unicode_bare(a, unicode_small(a, t));
}

static int word_order(const void *key, const void *item) {
    const struct text *t = key;
    const char *s = *(const char *const *)item;
    for (size_t i = 0; i < t->n; i++)
        if (t->at[i] != s[i] || !s[i]) return (unsigned char)t->at[i] - (unsigned char)s[i];
    return s[t->n] ? -1 : 0;
}

bool word_among(struct text word, const char *const *sorted, size_t n) {
    return bsearch(&word, sorted, n, sizeof *sorted, word_order) != NULL;
}
