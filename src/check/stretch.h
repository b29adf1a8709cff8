/* The text of an edition as an editor reads it: stretch by stretch, each cut into words. A stretch
 * is one run of text, a title or a paragraph, whatever looks its spans have; every byte of it leads
 * back to the place it came from. */
#ifndef CHECK_STRETCH_H
#define CHECK_STRETCH_H

#include "edition/edition.h"

enum stretch_kind {
    STRETCH_TITLE,
    STRETCH_BODY,
    STRETCH_CELL /* of a table: no sentence, which rules on sentences pass over */
};

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
    uint32_t hash; /* text_hash of it, capitals of ASCII as small ones; unlike hashes: unlike words */
};

struct stretch {
    const struct communique *communique; /* NULL: a text of the archive */
    const struct table *table;           /* whose cell it is */
    struct text from;                    /* then: the edition it is of */
    enum stretch_kind kind;
    bool french, last;                   /* the communiqué's last */
    const struct block *list;            /* the list it stands in; NULL: in none */
    uint8_t depth;                       /* of lists around it */
    bool item;                           /* it is all of an item's own text */
    struct text text;
    const struct span *spans;
    size_t nspans;
    const struct token *words;
    size_t nwords;
    /* What rules look at, so that none goes over all words for it: */
    const uint32_t *large; /* the words that are not in small letters, by their numbers */
    size_t nlarge;
    const uint32_t *signs; /* those before which stands more than one blank, hyphen or apostrophe; nwords
                            * for what stands behind the last */
    size_t nsigns;
    const uint32_t *keys;  /* those that are among a few words that rules look for, whatever their case */
    size_t nkeys;
    bool shouts;           /* most words are in capitals: then capitals say nothing in it */
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

/* From the start of word `i` to the end of word `k`. */
static inline struct text words_text(const struct stretch *p, size_t i, size_t k) {
    size_t from = p->words[i].at, to = p->words[k].at + (size_t)p->words[k].n;
    return (struct text){p->text.at + from, to - from};
}
static inline struct text word_text(const struct stretch *p, size_t i) {
    return words_text(p, i, i);
}
/* Whether word `i` is `small`, a word of small letters of ASCII, in any case. */
bool word_is(const struct stretch *p, size_t i, const char *small);
/* What stands between word `i` and the next, or the stretch's end. */
static inline enum gap word_gap_after(const struct stretch *p, size_t i) {
    return i + 1 < p->nwords ? (enum gap)p->words[i + 1].gap : GAP_SIGN;
}

/* Without case and accents, œ and æ as two letters: what one looks up. */
struct text word_key(struct arena *a, struct text t);
/* Whether it is one of the words, which are in bytewise order. */
bool word_among(struct text word, const char *const *sorted, size_t n);

#endif
