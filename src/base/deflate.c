/* See deflate.h. zlib takes its memory from the arena, so nothing is freed one by one. */
#include "base/deflate.h"

#include <assert.h>
#include <zlib.h>

enum { LEVEL = 6, MEMORY = 8, WINDOW = 15 };

struct deflater {
    z_stream stream;
};

static void *take(void *arena, unsigned n, unsigned size) {
    return arena_take(arena, size, alignof(max_align_t), n);
}

static void give(void *arena, void *p) {
    (void)arena;
    (void)p;
}

struct deflater *deflater_open(struct arena *a) {
    struct deflater *z = arena_new(a, struct deflater, 1);
    z->stream.zalloc = take;
    z->stream.zfree = give;
    z->stream.opaque = a;
    int r = deflateInit2(&z->stream, LEVEL, Z_DEFLATED, WINDOW, MEMORY, Z_DEFAULT_STRATEGY);
    assert(r == Z_OK);
    return z;
}

void deflater_close(struct deflater *z) {
    if (z) deflateEnd(&z->stream);
}

struct text deflate_bytes(struct deflater *z, struct arena *a, struct text bytes) {
    z_stream *s = &z->stream;
    deflateReset(s);
    struct build b = {.arena = a};
    uLong bound = deflateBound(s, bytes.n);
    s->next_out = (Bytef *)build_room(&b, bound);
    s->avail_out = (uInt)bound;
    s->next_in = (Bytef *)(uintptr_t)bytes.at; /* zlib does not write there */
    s->avail_in = (uInt)bytes.n;
    int r = deflate(s, Z_FINISH);
    assert(r == Z_STREAM_END);
    b.n = s->total_out;
    if (b.at + b.cap == a->at) a->at = b.at + b.n; /* gives back what the bound had too much */
    return build_done(&b);
}

struct text deflate_library(struct arena *a) {
    return TEXT_JOIN(a, T("zlib "), text_of(zlibVersion()));
}
