/* What a command has put into an archive that it could not finish, and how that is taken back. All of
 * it needs the archive's lock. */
#ifndef ARCHIVE_REMAINS_H
#define ARCHIVE_REMAINS_H

#include "archive/store.h"

/* What is to be kept as a whole or not at all, though it is many files: it is announced in the file
 * «unfinished», which is gone once all is kept. Whoever finds one takes back what it names. */
struct kept_name {
    struct edition_name name;
    struct text sha256; /* of the bundle */
};

struct undertaking {
    struct text head; /* that the archive has before; empty: none */
    struct { struct kept_name *at; size_t n, cap; } bundles;
    struct names resources; /* by their hashes: those that the archive lacks */
};

/* Announces it, durably, before anything of it is put. */
bool remains_announce(const struct store *s, struct diags *d, const struct undertaking *u);
/* All of it is kept. */
bool remains_finish(const struct store *s, struct diags *d);
/* Takes back what is announced and not finished, where there is such a thing: bundles with the bytes
 * that were announced, the journal's lines, resources, and the head is as it was. That is told as a
 * note. False where the announcement cannot be read, or not all could be taken back, which is told. */
bool remains_recover(const struct store *s, struct diags *d);

/* Takes back what this store has put for editions that were not kept then: its resources, and the
 * archive itself where it was made for them. Nothing is told: what cannot be removed does no harm,
 * and verify names it. */
void remains_undo(const struct store *s);

#endif
