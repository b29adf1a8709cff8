/* See gzip.h. zlib takes its memory from an arena of its own, so nothing is freed one by one. */
#include "base/gzip.h"

#include <assert.h>
#include <zlib.h>

/* The window's bits say which wrapper it is, too: 16 more are gzip's. */
enum { LEVEL = 6, MEMORY = 8, WINDOW = 15, GZIP = 16 };

static void *take(void *arena, unsigned n, unsigned size) {
    return arena_room(arena, size, alignof(max_align_t), n);
}

static void give(void *arena, void *p) {
    (void)arena;
    (void)p;
}

struct text gzip_bytes(struct arena *a, struct text bytes) {
    struct arena scratch = arena_open((size_t)1 << 20);
    z_stream s = {.zalloc = take, .zfree = give, .opaque = &scratch};
    int r = deflateInit2(&s, LEVEL, Z_DEFLATED, WINDOW + GZIP, MEMORY, Z_DEFAULT_STRATEGY);
    assert(r == Z_OK);
    size_t bound = deflateBound(&s, bytes.n);
    char *out = arena_room(a, 1, 1, bound);
    s.next_out = (Bytef *)out;
    s.avail_out = (uInt)bound;
    s.next_in = (Bytef *)(uintptr_t)bytes.at; /* zlib does not write there */
    s.avail_in = (uInt)bytes.n;
    r = deflate(&s, Z_FINISH);
    assert(r == Z_STREAM_END);
    a->at = out + s.total_out; /* gives back what the bound had too much */
    deflateEnd(&s);
    arena_close(&scratch);
    return (struct text){out, s.total_out};
}

bool inflate_bytes(struct arena *a, struct text stream, size_t cap, struct text *out) {
    struct arena scratch = arena_open((size_t)1 << 20);
    z_stream s = {.zalloc = take, .zfree = give, .opaque = &scratch};
    struct build b = {.arena = a};
    int r = inflateInit2(&s, WINDOW);
    s.next_in = (Bytef *)(uintptr_t)stream.at; /* zlib does not write there */
    s.avail_in = (uInt)stream.n;
    while (r == Z_OK && b.n <= cap) {
        size_t room = 4 * stream.n + 4096;
        s.next_out = (Bytef *)build_room(&b, room);
        s.avail_out = (uInt)room;
        r = inflate(&s, Z_NO_FLUSH);
        b.n += room - s.avail_out;
    }
    bool whole = r == Z_STREAM_END && !s.avail_in && b.n <= cap;
    inflateEnd(&s);
    arena_close(&scratch);
    *out = build_done(&b);
    return whole;
}

struct text gzip_library(struct arena *a) {
    return TEXT_JOIN(a, T("zlib "), text_of(zlibVersion()));
}
