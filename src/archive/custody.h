/* Who may write into an archive: one command at a time, which first puts in order what those that were
 * stopped have left. */
#ifndef ARCHIVE_CUSTODY_H
#define ARCHIVE_CUSTODY_H

#include "archive/store.h"

/* An archive for keeping: made where there is none, and locked against other publishers, for whom
 * it waits; temporaries of those who were stopped are removed, and what they had announced and not
 * finished is taken back (see remains.h). False, told, where that cannot be; leave it in any case. */
bool custody_take(struct store *s, struct arena *a, struct diags *d, struct text root);
/* Locks an archive that is open, in the same way; temporaries stay. */
bool custody_hold(struct store *s, struct diags *d);
/* Gives it free; what was put for editions that were not kept is taken back before. */
void custody_leave(struct store *s);

#endif
