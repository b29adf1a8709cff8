/* What may have been meant by a word that is wrong by one slip of the hand. */
#ifndef CHECK_SLIPS_H
#define CHECK_SLIPS_H

#include "base/wordset.h"

/* Whether the set of a dictionary's forms has the word, or every part of it between hyphens, as
 * hunspell takes words apart. */
bool slips_known(const struct wordset *forms, struct text word);

/* Up to `most` words of the set that are one slip from the word, each behind a tab; of the likeliest
 * sort alone: they differ by accents only, however many, or an œ; else by a letter doubled or not, else two
 * swapped, else one left out, put in or taken for another (the four of Damerau 1964). *sure: by accents it
 * can be this one word and no other. False where the word has a letter that French has not, or is longer
 * than such words are: then nothing is known of it. */
bool slips_find(const struct wordset *forms, struct text word, int most, struct build *out, bool *sure);

#endif
