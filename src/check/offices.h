/* Ministries named in a text, «le ministre de l’Industrie et du Commerce», held against the registry
 * of the edition's day: names that were in force at other times, and names it does not have. */
#ifndef CHECK_OFFICES_H
#define CHECK_OFFICES_H

#include "check/finding.h"

void offices_check(struct checking *k);

#endif
