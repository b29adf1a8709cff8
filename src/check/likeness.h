/* Communiqués that are nearly the same as another: of the edition, or of an earlier one.
 *
 * Two texts are compared by their shingles, each run of WIDTH words: the share of shingles that
 * both have, of those that any has, is their resemblance (A. Broder, On the resemblance and
 * containment of documents, 1997). Of each text only a sketch is kept, the shingles whose hash is 0
 * modulo MODULUS, which estimates it without bias (there, section 3). */
#ifndef CHECK_LIKENESS_H
#define CHECK_LIKENESS_H

#include "check/finding.h"

void likeness_check(struct checking *k);

/* The resemblance of two texts, in hundredths; for tests. */
int likeness_of(struct arena scratch, struct text a, struct text b);

#endif
