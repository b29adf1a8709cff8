/* Places and bodies spelt two ways in one edition: «Royaume Uni» beside «Royaume-Uni», «Segou»
 * beside «Ségou», «Entreprenariat» beside «Entrepreneuriat». The rarer one is told. */
#ifndef CHECK_TWINS_H
#define CHECK_TWINS_H

#include "check/finding.h"

void twins_check(struct checking *k);

#endif
