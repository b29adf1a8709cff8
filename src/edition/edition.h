/* The document: one day's issue, immutable once imported.
 *
 * An edition holds communiqués; a communiqué has a title, an issuer and blocks; a block holds
 * spans of text, or further blocks. Everything carries the place it came from. Text is in
 * normalization form C. */
#ifndef EDITION_EDITION_H
#define EDITION_EDITION_H

#include "base/date.h"
#include "base/diag.h"

struct ministry;
struct picture;
struct table;

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

/* What a text is besides plain; several at once. */
enum span_marks {
    SPAN_EMPHASIS = 1,
    SPAN_STRONG = 2,
    SPAN_CODE = 4,  /* to be left as it is: nothing in it is corrected */
    SPAN_BREAK = 8  /* the line ends behind it */
};

/* Where a text leads. Spans of one link share it. */
struct link {
    struct text address; /* http:, https: or mailto: */
    struct text title;   /* what it says of where it leads; may be empty */
};

/* Its address as people write it, without mailto:; and without http:// or https:// either. */
struct text link_written(const struct link *l);
struct text link_without_scheme(const struct link *l);

/* Text in one look, from one stretch of one line of its source. */
struct span {
    struct text text;
    struct spot spot;
    const struct correction *corrections;
    size_t ncorrections;
    uint8_t marks;           /* enum span_marks */
    const struct link *link; /* NULL: none */
    struct text lang;        /* BCP 47; empty: the communiqué's */
};

enum block_kind {
    BLOCK_PARAGRAPH, /* spans */
    BLOCK_HEADING,   /* spans; `level` */
    BLOCK_CODE,      /* spans, each a line */
    BLOCK_RULE,      /* nothing: a break in the subject */
    BLOCK_QUOTE,     /* blocks */
    BLOCK_LIST,      /* blocks, all items; `ordered`, `start`, `tight` */
    BLOCK_ITEM,      /* blocks */
    BLOCK_FIGURE,    /* spans, its legend, which says what there is to see; `file` */
    BLOCK_TABLE,     /* spans, its legend; `file` */
    BLOCK__MAX
};

/* A part of a communiqué. Empty are its spans or its blocks, or both. */
struct block {
    enum block_kind kind;
    const struct span *spans;
    size_t nspans;
    const struct block *blocks;
    size_t nblocks;
    struct spot spot;
    int level;        /* from 1, just below the title, to HEADING_LEVELS */
    bool ordered;     /* items have numbers, from … */
    int start;        /* … this one */
    bool tight;       /* without space between items */
    struct text file; /* the name of a picture or table beside the source, and … */
    const struct picture *picture; /* … what it holds */
    const struct table *table;
    struct span credit; /* whose picture it is; its text may be empty */
};

enum {
    HEADING_LEVELS = 3, /* deeper ones are of the last */
    BLOCK_DEPTH = 16,   /* blocks within blocks */
    TITLE_LONGEST = 600 /* characters */
};

/* What a communiqué sets right. */
struct correcting {
    struct text title;                  /* of what it corrects; empty: only its day is known */
    bool has_date;
    date date;                          /* the day that was published */
    size_t item;                        /* in this edition: its index + 1; 0: elsewhere */
    struct spot spot;
};

struct communique {
    struct text file;              /* the source's name, as given */
    struct spot spot;              /* of the title */
    struct span title;
    const struct ministry *issuer; /* as named at the edition's date */
    struct text lang;              /* BCP 47: fr, bm, … */
    const struct block *blocks;
    size_t nblocks;
    /* what a source may say besides: */
    bool has_date, has_embargo;
    date date;                     /* its own */
    date embargo;                  /* the first day it may be published */
    struct span place;             /* where it was given; its text may be empty */
    const struct correcting *corrects; /* NULL: nothing */
};

/* A source as it came, to the byte. */
struct original {
    struct text name; /* without its folders */
    struct text path; /* as it was read */
    struct text mime; /* its media type: text/plain, text/markdown, text/csv, image/png, image/jpeg */
    struct text bytes;
};

struct edition {
    date date;
    int number;
    const struct communique *at; /* in the order of printing */
    size_t n;
    const struct original *originals; /* in the order of reading */
    size_t noriginals;
    struct text notes; /* for those who keep the edition; not printed; may be empty */
    /* of an edition that is kept in an archive: */
    int revision;        /* from 1; 0 for one that is not kept */
    int special;         /* 0: the day's ordinary edition */
    bool belated;        /* a revision of nothing: the day had been declared without edition */
    struct text because; /* what a revision is for */
    struct text before;  /* how the SHA-256 of the bundle kept before begins; empty: the first */
};

/* The place `offset` bytes into the span, counted back over its corrections. */
struct place span_place(const struct communique *c, const struct span *s, size_t offset);

/* The language that all of the spans say they are in; empty where one says none, or another. */
struct text spans_lang(const struct span *spans, size_t n);

/* The language of its title. */
struct text communique_title_lang(const struct communique *c);

/* How many different ministries have a communiqué in the edition. */
size_t edition_ministries(const struct edition *e);

/* The edition as text: what `--dump=edition` shows. */
void edition_print(struct build *b, const struct edition *e);

#endif
