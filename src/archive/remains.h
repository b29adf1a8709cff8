/* What a command that failed has put into an archive; for it to be taken back, under its lock. */
#ifndef ARCHIVE_REMAINS_H
#define ARCHIVE_REMAINS_H

#include "archive/store.h"

/* Takes back what this store has put for editions that were not kept then: its resources, and the
 * archive itself where it was made for them. Nothing is told: what cannot be removed does no harm,
 * and verify names it. */
void remains_undo(const struct store *s);

#endif
