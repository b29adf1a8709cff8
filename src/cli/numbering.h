/* Which number an edition gets. */
#ifndef CLI_NUMBERING_H
#define CLI_NUMBERING_H

#include "cli/keeper.h"
#include "edition/newsroom.h"

/* The number of an edition of that day: `told` (0: nobody did), else the one that an edition of the
 * day has, else by the newsroom's rule, else the last plus one. Numbers go up by one from day to
 * day, in a rule by the day of the year within each year; an ordinary edition whose number would
 * not, and was not told, is refused. 0 then, and it is told. */
int numbering_find(struct keeper *k, const struct newsroom *n, date day, bool special, int told);

#endif
