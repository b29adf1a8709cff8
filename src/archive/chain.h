/* The chain of editions: each bundle names the one kept before it by hash, and the head names the
 * last. What is missing, changed, inserted or out of order breaks it. */
#ifndef ARCHIVE_CHAIN_H
#define ARCHIVE_CHAIN_H

#include "archive/store.h"
#include "base/digest.h"

struct link {
    struct edition_name name;
    struct digest sha256, before; /* of its file; of the bundle before */
    bool first;                   /* there is none before */
};

struct links {
    struct link *at;
    size_t n, cap;
};

/* Digits as a digest; false where they are none. */
bool digest_parse(struct text hex, struct digest *out);

/* Holds the links against each other and the head (empty: none), and tells every break by its
 * edition. A head that is one whole bundle behind is a note: the next publish mends it; *behind is
 * then that link, else NULL. */
bool chain_check(const struct store *s, struct diags *d, const struct links *links,
                 struct text head, const struct link **behind);

#endif
