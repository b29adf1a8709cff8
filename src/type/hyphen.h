/* Where a French word may be divided; the only user of libhyphen. */
#ifndef TYPE_HYPHEN_H
#define TYPE_HYPHEN_H

#include "base/text.h"

struct hyphens;

enum { DIVISIONS_MAX = 32 };

/* How a word may be divided at a place. */
enum division_kind {
    DIVIDE_SOFT, /* between syllables: a hyphen is added */
    DIVIDE_HARD  /* behind a hyphen that is written */
};

struct division {
    uint16_t at; /* bytes into the word: the second part starts here */
    uint8_t kind;
};

/* Loads a pattern file of libhyphen's format; NULL where it cannot be read. The caller closes it.
 * Once loaded it may be used by several threads. */
struct hyphens *hyphens_load(struct arena *a, struct text path);
void hyphens_close(struct hyphens *h);

/* The divisions of a written word, first to last; returns how many.
 *
 * Patterns decide (Liang 1983), within these bounds: at least two letters stay and three are
 * carried over; nothing at an apostrophe, nor so that fewer than two letters follow it; not
 * between two vowels, nor beside an x or y between vowels (guide of Le Robert); compounds
 * only at their hyphens, where two letters stand on either side; never a word with a digit or with
 * two capitals behind its apostrophe (acronyms, surnames). `h` may be NULL: hyphens only. */
size_t hyphens_find(const struct hyphens *h, struct text word,
                    struct division out[DIVISIONS_MAX]);

#endif
