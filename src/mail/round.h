/* The round: letters brought to all who are to have one, over several connections, no faster than the
 * newsroom's rate, each written down in the ledger before and after.
 *
 * What the server defers is tried again after growing pauses. Where connections fail one after the
 * other all wait, and after the last pause the round is broken off; so it is at once where the server
 * cannot be used at all, or the ledger. What was not sent then waits for the next round. */
#ifndef MAIL_ROUND_H
#define MAIL_ROUND_H

#include "mail/carrier.h"
#include "mail/ledger.h"

struct round_settings {
    struct carrier_settings carrier;
    int connections, rate; /* rate: letters a minute */
    const int32_t *pauses; /* seconds, growing */
    size_t npauses;
    void (*over)(void *context); /* called for each letter that is over, by one thread at a time */
    void *context;
};

/* What became of the letters. */
struct round_result {
    size_t sent, refused, deferred, left; /* left: not tried, or cut off */
};

/* Sends to the subscribers; what is wrong with the server, the ledger or an address is told. */
struct round_result round_make(struct arena *a, struct diags *d, struct ledger *ledger,
                               const struct letters *letters, const struct subscribers *to,
                               const struct round_settings *s);

#endif
