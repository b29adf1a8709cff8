/* See tools.h. */
#include "pdf/tools.h"

void tools_open(struct tools *t, struct rooms *rooms) {
    t->rooms = rooms;
    t->lasting = rooms_take(rooms, (size_t)1 << 32);
    for (int i = 0; i < 2; i++) t->pages[i] = rooms_take(rooms, (size_t)1 << 32);
    t->scratch = rooms_take(rooms, (size_t)1 << 28);
    t->packs = rooms_take(rooms, (size_t)1 << 28);
    t->z = deflater_open();
}

void tools_close(struct tools *t) {
    deflater_close(t->z);
    rooms_give(t->rooms, &t->lasting);
    for (int i = 0; i < 2; i++) rooms_give(t->rooms, &t->pages[i]);
    rooms_give(t->rooms, &t->scratch);
    rooms_give(t->rooms, &t->packs);
}
