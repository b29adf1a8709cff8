/* What French orthography wants of letters between words and within them, and no dictionary sees: œ, the
 * t of «a-t-il», the capital behind a full stop. */
#ifndef CHECK_ORTHOGRAPHY_H
#define CHECK_ORTHOGRAPHY_H

#include "check/finding.h"

void orthography_check(struct checking *k);

#endif
