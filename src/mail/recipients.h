/* Who is to get an edition: the subscribers, less those who had it. */
#ifndef MAIL_RECIPIENTS_H
#define MAIL_RECIPIENTS_H

#include "mail/ledger.h"

/* Adds those who had an earlier revision and are no subscribers, or no longer: what corrects it goes
 * to all who have it. They are counted in a note. */
bool recipients_add_former(struct ledger *l, struct arena *a, struct diags *d,
                           struct edition_name edition, struct subscribers *to);

/* Those of `all` whose letter was neither sent nor refused, by the entries of the edition; *had is
 * how many were sent. */
void recipients_left(struct arena *a, const struct subscribers *all, const struct entries *entries,
                     struct subscribers *left, size_t *had);

/* The entry of an address; NULL where there is none. */
const struct entry *recipients_entry(const struct entries *entries, struct text key);

#endif
