/* The journal as a witness: which edition had which SHA-256 when it was kept. The chain knows hashes
 * only; the journal has the names of what is lost. */
#ifndef ARCHIVE_JOURNAL_H
#define ARCHIVE_JOURNAL_H

#include "archive/store.h"
#include "base/digest.h"

struct journal_entry {
    struct edition_name name;
    struct digest sha256;
    struct text line; /* as it stands there */
    bool told;        /* that its edition is lost */
};

struct journal {
    struct journal_entry *at; /* by their hashes */
    size_t n, cap;
    size_t broken;            /* lines that are none */
};

/* Digits as a digest; false where they are none. */
bool digest_parse(struct text hex, struct digest *out);
int digest_order(const struct digest *a, const struct digest *b);

/* The lines of a journal; those that are broken are counted, and passed over. */
void journal_parse(struct arena *a, struct text lines, struct journal *out);
/* The archive's journal; an empty one where there is none. */
bool journal_read(const struct store *s, struct arena *a, struct diags *d, struct journal *out);
/* NULL where it has none of that hash. */
struct journal_entry *journal_find(const struct journal *j, const struct digest *sha256);

#endif
