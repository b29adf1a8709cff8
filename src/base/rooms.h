/* Arenas that are lent, for tasks that come again and again: what one has taken of the system serves the
 * next, which else would have it taken, cleared and given back each time. One thread at a time uses
 * them. */
#ifndef BASE_ROOMS_H
#define BASE_ROOMS_H

#include "base/arena.h"

#include <stdbool.h>

enum { ROOMS_MAX = 32 };

struct room {
    struct arena arena;
    size_t reserve; /* that was asked for */
    bool lent;
};

/* Zeroed, it has none yet. */
struct rooms {
    struct room at[ROOMS_MAX];
    size_t n;
};

/* An empty arena as of arena_open, with nothing zeroed. Where `r` is NULL, or all are lent, it is one. */
struct arena rooms_take(struct rooms *r, size_t reserve);
/* Takes it back, as of arena_clear; closes one that is none of these. */
void rooms_give(struct rooms *r, struct arena *a);
/* Closes all. */
void rooms_close(struct rooms *r);

#endif
