/* The document: one day's issue, immutable once imported.
 *
 * An edition holds communiqués; a communiqué has a title, an issuer and blocks; a block holds
 * spans of text. Everything carries the place it came from. Text is in normalization form C. */
#ifndef EDITION_EDITION_H
#define EDITION_EDITION_H

#include "base/date.h"
#include "base/diag.h"

struct ministry;

/* Where in its communiqué's file something starts. */
struct spot {
    int line, col; /* from 1 */
};

/* One change that was made to a text: what stood at `at` in the text as it came, and what stands
 * there now. The records of a text, in order, lead back to what was written. */
struct correction {
    const char *rule;  /* "fr-1": see french.h */
    uint32_t from;     /* bytes into the text before */
    uint32_t to;       /* bytes into the text after */
    struct text before, after;
};

/* Text in one look. */
struct span {
    struct text text;
    struct spot spot;
    const struct correction *corrections;
    size_t ncorrections;
};

enum block_kind { BLOCK_PARAGRAPH };

struct block {
    enum block_kind kind;
    const struct span *spans;
    size_t nspans;
};

struct communique {
    struct text file;              /* the source's name, as given */
    struct spot spot;              /* of the title */
    struct span title;
    const struct ministry *issuer; /* as named at the edition's date */
    struct text lang;              /* BCP 47: fr, bm, … */
    const struct block *blocks;
    size_t nblocks;
};

/* A source as it came, to the byte. */
struct original {
    struct text name; /* without its folders */
    struct text bytes;
};

struct edition {
    date date;
    int number;
    const struct communique *at; /* in the order of printing */
    size_t n;
    const struct original *originals; /* in the order of reading */
    size_t noriginals;
    /* of an edition that is kept in an archive: */
    int revision;        /* from 1; 0 for one that is not kept */
    int special;         /* 0: the day's ordinary edition */
    struct text because; /* what a revision is for */
    struct text before;  /* how the SHA-256 of the bundle kept before begins; empty: the first */
};

/* The place `offset` bytes into the span, counted back over its corrections. */
struct place span_place(const struct communique *c, const struct span *s, size_t offset);

/* How many different ministries have a communiqué in the edition. */
size_t edition_ministries(const struct edition *e);

/* The edition as text: what `--dump=edition` shows. */
void edition_print(struct build *b, const struct edition *e);

#endif
