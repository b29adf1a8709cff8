/* Where a French word may be divided; the only user of libhyphen. */
#ifndef TYPE_HYPHEN_H
#define TYPE_HYPHEN_H

#include "base/text.h"

struct hyphens;

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

/* Opens a pattern file of libhyphen's format; NULL where it cannot be read. It is loaded beside the
 * caller, for that takes as long as everything else before typesetting; whoever asks for a
 * division waits. Several threads may ask. The caller closes it. */
struct hyphens *hyphens_load(struct arena *a, struct text path);
void hyphens_close(struct hyphens *h);

/* The divisions of a written word, first to last; returns how many.
 *
 * Patterns decide (Liang 1983), within these bounds: at least two letters stay and three are
 * carried over; nothing at an apostrophe, nor so that fewer than two letters follow it; not
 * between two vowels, nor beside an x or y between vowels (guide of Le Robert); compounds
 * at their hyphens, where two letters stand on either side, and as a last resort within their
 * parts; never a word or part with a digit or with two capitals behind its apostrophe (acronyms,
 * surnames). `h` may be NULL: hyphens only. */
size_t hyphens_find(const struct hyphens *h, struct text word,
                    struct division out[DIVISIONS_MAX]);

#endif
