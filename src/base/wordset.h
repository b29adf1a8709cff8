/* A set of words that is asked whether it has one, as a file that need only be read: of each word a
 * hash of 48 bits is kept, sorted. Of words that it lacks, one in some hundred million is taken for
 * one of its own; no word is taken for missing. */
#ifndef BASE_WORDSET_H
#define BASE_WORDSET_H

#include "base/text.h"

enum { WORDSET_CAP = 64 << 20 }; /* bytes of a file */

struct wordset {
    const unsigned char *starts; /* of each bucket, the number of its first hash; and of the end */
    const unsigned char *hashes;
    uint32_t n;                  /* hashes */
};

struct words {
    struct text *at;
    size_t n, cap;
};

/* The file of these words, in any order; the same bytes for the same words. */
struct text wordset_make(struct arena *a, const struct words *words);

/* Opens such a file, whose bytes must stay; false where it is none. */
bool wordset_open(struct text bytes, struct wordset *out);

bool wordset_has(const struct wordset *s, struct text word);

#endif
