/* What a source says of itself: its embargo, and what its pictures show. */
#ifndef CHECK_SOURCE_H
#define CHECK_SOURCE_H

#include "check/finding.h"

void source_check(struct checking *k);

#endif
