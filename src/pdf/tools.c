/* See tools.h. */
#include "pdf/tools.h"

void tools_open(struct tools *t) {
    t->lasting = arena_open((size_t)1 << 32);
    for (int i = 0; i < 2; i++) t->pages[i] = arena_open((size_t)1 << 32);
    t->scratch = arena_open((size_t)1 << 28);
    t->packs = arena_open((size_t)1 << 28);
    t->z = deflater_open();
}

void tools_close(struct tools *t) {
    deflater_close(t->z);
    arena_close(&t->lasting);
    for (int i = 0; i < 2; i++) arena_close(&t->pages[i]);
    arena_close(&t->scratch);
    arena_close(&t->packs);
}
