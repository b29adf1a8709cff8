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

/* Words that rules look for (letters.c, offices.c, orthography.c). */
static const char *const keys[] = {"ci", "merci", "ministre", "ministère", "prie",
                                   "prière", "t", "trouverez", "veuillez"};

/* Where the next of each goes: what stretches have stands one behind the other. */
struct cut {
    struct token *words;
    uint32_t *large, *signs, *keys;
    uint32_t hashes[sizeof keys / sizeof *keys]; /* of them */
    uint64_t filter; /* the lowest six bits that they have, each as a bit */
};

static bool is_key(const struct cut *cut, uint32_t hash) {
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (cut->hashes[i] == hash) return true;
    return false;
}

/* What a character is to words. */
enum sort { SORT_SIGN, SORT_SMALL, SORT_LARGE, SORT_DIGIT, SORT_MARK };

static inline enum sort sort_of_ascii(uint32_t c) {
    if ((c | 0x20) - 'a' < 26) return c & 0x20 ? SORT_SMALL : SORT_LARGE;
    return c - '0' < 10 ? SORT_DIGIT : SORT_SIGN;
}

static enum sort sort_of(uint32_t c) {
    if (c < 0x80) return sort_of_ascii(c);
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

/* As text_hash begins, and what it multiplies with. */
#define HASH 2166136261u
#define HASH_PRIME 16777619u

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
    return (hash ^ (b >= 'A' && b <= 'Z' ? b | 0x20u : b)) * HASH_PRIME;
}

/* What the character at *next is, which moves behind it; those of ASCII, accented letters, which are C3
 * and a byte more, and signs from E2 80 on are found in place. */
static enum sort sort_at(struct text t, size_t *next) {
    const unsigned char *s = (const unsigned char *)t.at + *next;
    size_t left = t.n - *next;
    if (s[0] < 0x80) return ++*next, sort_of_ascii(s[0]);
    if (s[0] == 0xC3 && left > 1) return *next += 2, sort_of(0xC0 | (s[1] & 0x3F));
    if (s[0] == 0xE2 && left > 2 && s[1] == 0x80) return *next += 3, SORT_SIGN;
    return sort_of(utf8_next(t, next));
}

/* Whether C3 at `s` begins a small letter of Latin-1, U+00DF to U+00FF without the sign of division. */
static inline bool is_accented(const unsigned char *s, const unsigned char *end) {
    return end - s > 1 && s[1] >= 0x9F && s[1] != 0xB7;
}

/* Goes over a run of small letters, the bulk of any text; returns what is behind it, and in *ends whether a
 * word ends there for certain: blanks, quotes, hyphens, commas and points stand before digits and letters.
 * Below `sure` every run has an end, which need not be looked for. */
static inline size_t pass_small(struct text t, size_t i, size_t sure, uint32_t *hash, bool *ends) {
    const unsigned char *s = (const unsigned char *)t.at, *at = s + i, *end = s + t.n;
    uint32_t h = *hash;
    for (;;) {
        uint32_t b = 0; /* the byte that ends the run; 0: the text's end */
        if (at < s + sure)
            for (; (b = *at) - 'a' < 26; at++) h = (h ^ b) * HASH_PRIME;
        else
            for (; at < end && (b = *at) - 'a' < 26; at++, b = 0) h = (h ^ b) * HASH_PRIME;
        *ends = b < '0';
        if (b != 0xC3 || !is_accented(at, end)) break;
        for (int n = 0; n < 2; n++) h = (h ^ *at++) * HASH_PRIME;
    }
    *hash = h;
    return (size_t)(at - s);
}

/* Reads any word; returns what is behind it. Of small letters that follow another the bytes are counted: what
 * matters is whether there are more letters than capitals. */
static size_t read_any(struct text t, size_t i, size_t sure, struct token *w) {
    struct reading r = {.hash = HASH};
    for (bool ends = false; !ends && i < t.n;) {
        size_t next = i, behind;
        enum sort sort = sort_at(t, &next);
        if (sort == SORT_SIGN) break;
        take_character(&r, sort);
        while (i < next) r.hash = hash_byte(r.hash, (unsigned char)t.at[i++]);
        behind = pass_small(t, i, sure, &r.hash, &ends);
        r.letters += (unsigned)(behind - i);
        i = behind;
    }
    w->shape = (uint8_t)shape_of(&r);
    w->hash = r.hash;
    return i;
}

/* Reads the word at `from`; returns what is behind it. Those of small letters, with one capital before them
 * or none, are read at once. */
static size_t read_word(struct text t, size_t from, size_t sure, enum gap gap, struct token *w) {
    bool capital = t.at[from] >= 'A' && t.at[from] <= 'Z', ends;
    uint32_t hash = capital ? hash_byte(HASH, (unsigned char)t.at[from]) : HASH;
    size_t i = pass_small(t, from + capital, sure, &hash, &ends);
    *w = (struct token){(uint32_t)from, 0, capital ? SHAPE_CAPITAL : SHAPE_SMALL, (uint8_t)gap, hash};
    if (!ends || i - from > LONGEST_WORD) {
        if (t.n - from > LONGEST_WORD) t.n = from + LONGEST_WORD, sure = 0;
        i = read_any(t, from, sure, w);
    }
    w->n = (uint16_t)(i - from);
    return i;
}

/* How many letters and digits a word has. */
static size_t count_letters(struct text word) {
    size_t n = 0;
    for (size_t i = 0; i < word.n;) n += sort_at(word, &i) != SORT_MARK;
    return n;
}

/* Where the next word starts, from `i` on; t.n: there is none. */
static size_t next_word(struct text t, size_t i) {
    while (i < t.n) {
        size_t next = i;
        enum sort sort = sort_at(t, &next);
        if (sort != SORT_SIGN && sort != SORT_MARK) return i;
        i = next;
    }
    return i;
}

/* The signs [from, to) behind a word, before another. */
static enum gap gap_of(struct text t, const struct token *word, size_t from, size_t to) {
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
        stop |= c == '!' || c == '?' || c == 0x2026 ||
                (c == '.' && count_letters(text_part(t, word->at, from)) > ABBREVIATION);
    }
    if (stop && blank) return GAP_START;
    return sign ? GAP_SIGN : blank ? GAP_SPACE : GAP_SIGN;
}

/* One blank, hyphen or apostrophe before a letter of ASCII or most accented ones, as nearly always: its
 * bytes; 0: anything else. */
static size_t plain_gap(struct text t, size_t i, enum gap *gap) {
    const char *s = t.at + i;
    const size_t longest = strlen("’");
    if (t.n - i <= longest) return 0;
    *gap = GAP_SPACE;
    if (*s == ' ' && s[1] >= 'a' && s[1] <= 'z') return 1;
    *gap = *s == ' ' ? GAP_SPACE : *s == '-' ? GAP_HYPHEN : GAP_APOSTROPHE;
    size_t n = *s == ' ' || *s == '-' || *s == '\'' ? 1 : memcmp(s, "’", longest) ? 0 : longest;
    bool accented = s[n] == '\xC3' && t.n - i > n + 1 && (s[n + 1] | 0x20) != '\xB7'; /* U+00D7, U+00F7 */
    return accented || ((unsigned char)s[n] | 0x20u) - 'a' < 26 ? n : 0;
}

/* Whether what stands between two words is one blank, hyphen or apostrophe: nothing that a rule on
 * signs looks at. */
static bool is_bare(enum gap gap, size_t bytes) {
    return gap == GAP_HYPHEN || gap == GAP_APOSTROPHE || (gap == GAP_SPACE && bytes == 1);
}

/* Behind the last byte that is no small letter of ASCII: up to it, each run of them ends. */
static size_t sure_end(struct text t) {
    size_t n = t.n;
    while (n && t.at[n - 1] >= 'a' && t.at[n - 1] <= 'z') n--;
    return n;
}

/* Cuts one stretch: what it has is put behind what there is, and counted in it. */
static void cut_words(struct cut *cut, struct stretch *p) {
    struct text t = p->text;
    struct token *words = cut->words, *w = words;
    uint32_t *large = cut->large, *signs = cut->signs, *key = cut->keys;
    const uint64_t filter = cut->filter;
    size_t behind = 0, capitals = 0; /* behind the word read last */
    size_t sure = sure_end(t);
    for (;; w++) {
        enum gap gap = GAP_START;
        size_t i = behind + (w > words ? plain_gap(t, behind, &gap) : 0);
        if (i == behind) {
            i = next_word(t, behind);
            if (i == t.n) break;
            if (w > words) gap = gap_of(t, w - 1, behind, i);
            if (i > behind && !is_bare(gap, i - behind)) *signs++ = (uint32_t)(w - words);
        }
        behind = read_word(t, i, sure, gap, w);
        if (filter >> (w->hash & 63) & 1 && is_key(cut, w->hash)) *key++ = (uint32_t)(w - words);
        if (w->shape == SHAPE_SMALL) continue;
        *large++ = (uint32_t)(w - words);
        capitals += w->shape == SHAPE_CAPITALS;
    }
    p->words = words;
    p->nwords = (size_t)(w - words);
    if (behind < t.n) *signs++ = (uint32_t)p->nwords;
    p->large = cut->large;
    p->nlarge = (size_t)(large - cut->large);
    p->signs = cut->signs;
    p->nsigns = (size_t)(signs - cut->signs);
    p->keys = cut->keys;
    p->nkeys = (size_t)(key - cut->keys);
    p->shouts = capitals * 2 > p->nwords;
    cut->words = w;
    cut->large = large;
    cut->signs = signs;
    cut->keys = key;
}

/* Room for the words of stretches of so many bytes: no two words touch each other but those that are
 * too long for one. Memory that stays untouched is not taken. */
static struct cut cut_room(struct arena *a, size_t bytes, size_t stretches) {
    size_t most = bytes / 2 + stretches + bytes / LONGEST_WORD;
    struct cut cut = {arena_room(a, sizeof(struct token), alignof(struct token), most),
                      arena_room(a, sizeof(uint32_t), alignof(uint32_t), most),
                      arena_room(a, sizeof(uint32_t), alignof(uint32_t), most + stretches),
                      arena_room(a, sizeof(uint32_t), alignof(uint32_t), most), {0}, 0};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        cut.hashes[i] = text_hash(text_of(keys[i]), 0);
        cut.filter |= UINT64_C(1) << (cut.hashes[i] & 63);
    }
    return cut;
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
    char *to = out;
    for (size_t i = 0; i < t.n; i++) {
        uint32_t b = (unsigned char)t.at[i];
        if (b >= 0x80) b = b == 0xC3 && i + 1 < t.n ? (unsigned char)latin[t.at[++i] & 0x1F] : '.';
        if (b == '.') return false;
        *to++ = (char)(b - 'A' < 26 ? b | 0x20 : b);
    }
    *n = (size_t)(to - out);
    return true;
}

struct text word_key(struct arena *a, struct text t) {
    size_t n;
    char *room = arena_room(a, 1, 1, t.n);
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
