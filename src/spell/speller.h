/* A French dictionary, asked about words; the only user of hunspell. */
#ifndef SPELL_SPELLER_H
#define SPELL_SPELLER_H

#include "base/diag.h"

/* Asks about the words, a line each. The answer has a line for each that the dictionary lacks: the
 * word, and behind tabs what may have been meant, nearest first. False where there is no usable
 * dictionary, which is told. */
bool speller_ask(struct arena *a, struct diags *d, struct text aff, struct text dic,
                 struct text words, struct text *answer);

#endif
