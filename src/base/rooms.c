/* See rooms.h. */
#include "base/rooms.h"

struct arena rooms_take(struct rooms *r, size_t reserve) {
    for (size_t i = 0; r && i < r->n; i++) {
        if (r->at[i].lent || r->at[i].reserve != reserve) continue;
        r->at[i].lent = true;
        return r->at[i].arena;
    }
    struct arena new = arena_open(reserve);
    if (r && r->n < ROOMS_MAX) r->at[r->n++] = (struct room){new, reserve, true};
    return new;
}

void rooms_give(struct rooms *r, struct arena *a) {
    for (size_t i = 0; r && i < r->n; i++) {
        if (r->at[i].arena.base != a->base) continue;
        arena_clear(a);
        r->at[i].lent = false;
        *a = (struct arena){0};
        return;
    }
    arena_close(a);
}

void rooms_close(struct rooms *r) {
    for (size_t i = 0; i < r->n; i++) arena_close(&r->at[i].arena);
    r->n = 0;
}
