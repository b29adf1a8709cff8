/* The chain of editions: each bundle names the one kept before it by hash, and the head names the
 * last. What is missing, changed, inserted or out of order breaks it. */
#ifndef ARCHIVE_CHAIN_H
#define ARCHIVE_CHAIN_H

#include "archive/journal.h"

struct chain_link {
    struct edition_name name;
    struct digest sha256, before; /* of its file; of the bundle before */
    bool first;                   /* there is none before */
    bool unread;                  /* its bundle cannot be read: what it follows is not known */
    bool beside;                  /* it only stands beside those that are checked */
    bool told;                    /* by chain_check: its file is not the one that was kept */
};

struct chain_links {
    struct chain_link *at;
    size_t n, cap;
    bool part; /* not all editions: the head may lie beyond them */
};

/* Holds the links against each other and the head (empty: none), and tells every break by the
 * edition that is lost or changed, where the journal knows it, else by that at the break. A head
 * that is whole bundles behind, one after another, is a note: the next publish mends it. False where
 * the chain is broken. Links are sorted. */
bool chain_check(const struct store *s, struct diags *d, struct chain_links *links,
                 struct text head, const struct journal *journal);

/* The link whose bundle has that hash; NULL where there is none. Links must be
 * sorted. */
void chain_sort(struct chain_links *links);
struct chain_link *chain_find(const struct chain_links *links, const struct digest *sha256);

#endif
