/* Where a French word may be divided. */
#ifndef TYPE_HYPHEN_H
#define TYPE_HYPHEN_H

#include "type/patterns.h"

enum { DIVISIONS_MAX = 32 };

/* How a word may be divided at a place. */
enum division_kind {
    DIVIDE_SOFT, /* between syllables: a hyphen is added */
    DIVIDE_HARD, /* behind a hyphen that is written */
    DIVIDE_PART  /* between syllables of a compound's part: only where a line is bad without */
};

struct division {
    uint16_t at; /* bytes into the word: the second part starts here */
    uint8_t kind;
};

/* The divisions of a written word, first to last; returns how many.
 *
 * Patterns decide, within these bounds: at least two letters stay and three are
 * carried over; nothing at an apostrophe, nor so that fewer than two letters follow it; not
 * between two vowels, nor beside an x or y between vowels (guide of Le Robert); compounds
 * at their hyphens, where two letters stand on either side, and as a last resort within their
 * parts; never a word or part with a digit or with two capitals behind its apostrophe (acronyms,
 * surnames). `p` may be NULL: hyphens only. */
size_t hyphens_find(const struct patterns *p, struct text word,
                    struct division out[DIVISIONS_MAX]);

#endif
