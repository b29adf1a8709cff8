/* The known word that someone may have meant. */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include "base/text.h"

/* Edits (insert, delete, replace, swap neighbours; letters compared without case) from one word to
 * another, of at most 48 code points each; longer words are INT_MAX apart. The restricted edit
 * distance of Damerau 1964. */
int nearest_distance(struct text a, struct text b);

/* The candidate nearest to `word`, the first among equals; empty where none is near enough to be
 * a slip (more than a third of the word's length away, and more than 1). */
struct text nearest_of(struct text word, const struct text *candidates, size_t n);

#endif
