/* Words of the letter that a communiqué came with, to the newsroom and not to its readers: they are left in
 * where a letter is its own text, or was copied with it. */
#ifndef CHECK_LETTERS_H
#define CHECK_LETTERS_H

#include "check/finding.h"

void letters_check(struct checking *k);

#endif
