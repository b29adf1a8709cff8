/* The text of an edition as an editor reads it: stretch by stretch, each cut into words. A stretch
 * is one run of text, a title or a paragraph, whatever looks its spans have; every byte of it leads
 * back to the place it came from. */
#ifndef CHECK_STRETCH_H
#define CHECK_STRETCH_H

#include "edition/edition.h"

enum stretch_kind { STRETCH_TITLE, STRETCH_BODY };

enum shape {
    SHAPE_SMALL,    /* small letters */
    SHAPE_CAPITAL,  /* one capital in front: Mali */
    SHAPE_CAPITALS, /* capitals only, two or more: OCHA, TOURÉ */
    SHAPE_DIGITS,
    SHAPE_MIXED     /* anything else: 1er, McKee */
};

/* What stands between a word and the one before it. */
enum gap {
    GAP_START,      /* a sentence starts */
    GAP_SPACE,
    GAP_HYPHEN,
    GAP_APOSTROPHE,
    GAP_SIGN        /* a comma, a bracket, … */
};

struct token {
    uint32_t at;   /* bytes into the stretch */
    uint16_t n;    /* bytes */
    uint8_t shape; /* enum shape */
    uint8_t gap;   /* enum gap */
    uint32_t hash; /* of its letters, capitals of ASCII as small ones; unlike hashes: unlike words */
};

struct stretch {
    const struct communique *communique; /* NULL: a text of the archive */
    struct text from;                    /* then: the edition it is of */
    enum stretch_kind kind;
    bool french, last;                   /* the communiqué's last */
    struct text text;
    const struct span *spans;
    size_t nspans;
    const struct token *words;
    size_t nwords;
};

struct stretches {
    struct stretch *at;
    size_t n, cap;
};

/* Every stretch of the edition, in order. */
struct stretches stretches_of(struct arena *a, const struct edition *e);
/* One run of text by itself. */
struct stretch stretch_make(struct arena *a, struct text t);

/* The place `at` bytes into the stretch. */
struct place stretch_place(const struct stretch *p, size_t at);

struct text word_text(const struct stretch *p, size_t i);
/* From the start of word `i` to the end of word `k`. */
struct text words_text(const struct stretch *p, size_t i, size_t k);
/* Whether word `i` is `small`, a word of small letters of ASCII, in any case. */
bool word_is(const struct stretch *p, size_t i, const char *small);
/* What stands between word `i` and the next, or the stretch's end. */
enum gap word_gap_after(const struct stretch *p, size_t i);
/* Whether most of its words are in capitals: then capitals say nothing in it. */
bool stretch_shouts(const struct stretch *p);

/* Without case and accents, œ and æ as two letters: what one looks up. */
struct text word_key(struct arena *a, struct text t);
/* Whether it is one of the words, which are in bytewise order. */
bool word_among(struct text word, const char *const *sorted, size_t n);

#endif
