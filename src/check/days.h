/* Days that a text names: weekdays that do not go with their date, days that do not exist, and
 * «ce mardi…» said of another week. */
#ifndef CHECK_DAYS_H
#define CHECK_DAYS_H

#include "check/finding.h"

void days_check(struct checking *k);

#endif
