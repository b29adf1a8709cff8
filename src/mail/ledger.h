/* The ledger: who was sent which edition, and what became of it; ARCHIVE/mail/ledger.sqlite. Unlike
 * the catalogue it cannot be made again from anything.
 *
 * An attempt is written down before it is made, again before the end of its data is sent, and after
 * the answer. So whatever cuts the sender off, each attempt that has no end is known for what it is:
 * *begun*, when the server cannot have taken the letter, for its end was never sent; or *ending*, when
 * nobody can know (RFC 1047). The next run resolves both, by one rule: the letter is sent again, under
 * the same Message-ID, by which mail programs know a copy; for a bulletin unread is worse than one
 * read twice. The attempt keeps the word *uncertain*.
 *
 * An open ledger is used by one thread at a time. */
#ifndef MAIL_LEDGER_H
#define MAIL_LEDGER_H

#include "archive/store.h"
#include "base/instant.h"
#include "mail/letter.h"

enum fate {
    FATE_NONE,      /* nothing was tried yet */
    FATE_BEGUN,     /* under way, its data not yet at their end */
    FATE_ENDING,    /* under way, the end of its data perhaps sent, no answer yet */
    FATE_SENT,      /* the server took it */
    FATE_DEFERRED,  /* not now, says the server */
    FATE_REFUSED,   /* never, says the server */
    FATE_LOST,      /* cut off before the end of its data */
    FATE_UNCERTAIN, /* cut off behind it */
    FATE__MAX
};

/* "sent", … */
struct text fate_word(enum fate f);

struct ledger;

/* The archive's ledger. For `writing` it is made where there is none, and held against other
 * senders, for whom it waits; else NULL where there is none. NULL, told, where it cannot be used. */
struct ledger *ledger_open(const struct store *s, struct diags *d, bool writing);
void ledger_close(struct ledger *l);

/* A letter and its last attempt. */
struct entry {
    struct subscriber subscriber;
    enum fate fate;
    int tries;
    int uncertain; /* how many attempts before the last one may have arrived */
    instant at;    /* of the last attempt's end, or its beginning */
    struct text reply, id;
};

struct entries {
    struct entry *at;
    size_t n, cap;
};

/* All letters of an edition, in the order of their addresses, in the arena. */
bool ledger_list(struct ledger *l, struct arena *a, struct diags *d, struct edition_name edition,
                 struct entries *out);

/* Ends what an earlier sender left open; each letter that may have arrived is told. */
bool ledger_resolve(struct ledger *l, struct arena *a, struct diags *d);

/* Before an attempt. */
bool ledger_begin(struct ledger *l, struct diags *d, struct edition_name edition,
                  const struct subscriber *s, struct text id);
/* Before the end of its data is sent: brought to the disk. */
bool ledger_ending(struct ledger *l, struct diags *d, struct edition_name edition,
                   const struct subscriber *s);
/* Behind it. Where the disk is full, room that was kept for this is used. */
bool ledger_end(struct ledger *l, struct diags *d, struct edition_name edition,
                const struct subscriber *s, enum fate fate, struct text reply);

#endif
