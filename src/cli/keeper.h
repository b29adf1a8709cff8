/* An archive while editions are kept in it, in the order in which they are to be chained. */
#ifndef CLI_KEEPER_H
#define CLI_KEEPER_H

#include "archive/remains.h"
#include "cli/keep.h"

enum { OUTPUTS_OF_ONE = 2 };

/* An edition that is to be kept. */
struct kept {
    struct edition_name name;
    int number;                           /* 0: it has none */
    struct text bytes, sha256;            /* of the bundle's file */
    struct output outputs[OUTPUTS_OF_ONE]; /* to be put beside the archive: none where it has no path */
};

struct keeper {
    struct call *c;
    struct store store;
    struct arena *a;           /* for what lasts */
    struct catalogue *catalogue;
    struct editions all;       /* in order; those that wait, too */
    struct text before;        /* SHA-256 of the bundle that the next one follows; empty: none */
    struct text head;          /* what the archive's head says */
    struct { struct kept *at; size_t n, cap; } waiting;
    size_t kept;               /* how many of these are in the archive already */
    struct edition_name unlisted; /* the first edition that the catalogue could not take; no revision: none */
    bool listing;              /* the catalogue is being written, */
    struct edition_name listed; /* from this edition on */
    bool busy;                 /* maybe by another thread: it cannot be asked */
    bool announced;            /* all is kept, or nothing */
    struct { struct kept_name *at; size_t n, cap; } late; /* kept by one who was stopped, behind the head */
};

/* Locks the archive, which is made where there is none, and finishes what a publisher who was
 * stopped has left behind the bundle: the head, the catalogue. False where it cannot be used, which
 * is told. Close it in any case. */
bool keeper_open(struct keeper *k, struct call *c, struct text folder);
void keeper_close(struct keeper *k);

/* The number of an edition that is kept or waits; 0 where it has none. */
int keeper_number(struct keeper *k, struct edition_name name);

/* The edition waits to be kept; others may name it as the one before. It must live until
 * keeper_commit, its bytes until keeper_keep; the bundle may go. */
void keeper_put(struct keeper *k, const struct kept *e, const struct bundle *b);

/* The same of an edition that is still to be proven, in three steps: it waits; it is listed, where it is
 * proven, for which any thread will do, while this one asks for names and numbers and nothing else;
 * and it is settled, by which one that is not proven is withdrawn as if it had not been. */
void keeper_enter(struct keeper *k, const struct kept *e);
void keeper_list(struct keeper *k, const struct bundle *b);
void keeper_settle(struct keeper *k, bool proven);

/* Lists an edition that does not wait, and whose bundle had been lost: it is in the catalogue unless that
 * was made anew meanwhile. */
void keeper_list_again(struct keeper *k, struct text sha256, const struct bundle *b);

/* Announces all that wait, with what else `u` names, to be kept as a whole: where keeper_commit does
 * not come to its end nothing of it is kept, even if the program is killed. False, told, where that
 * cannot be. */
bool keeper_announce(struct keeper *k, struct undertaking *u);

/* Keeps those that wait, but for the catalogue and their outputs: of an undertaking that is announced, so
 * that not all its bytes are in memory at once. keeper_commit must follow. */
bool keeper_keep(struct keeper *k);

/* Keeps all that wait, in one go: bundles, journal, head, catalogue, each durably before the next;
 * then their outputs. False where that failed, which is told; where an edition could not be noted,
 * none of them is kept. */
bool keeper_commit(struct keeper *k);

#endif
