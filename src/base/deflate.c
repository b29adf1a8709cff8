/* See deflate.h. zlib takes its memory from the arena, so nothing is freed one by one. */
#include "base/deflate.h"

#include <assert.h>
#include <zlib.h>

enum { LEVEL = 6, MEMORY = 8, WINDOW = 15 };

/* Page code has no long repetitions, so the search for longer ones stops sooner than at level 6
 * (8, 16, 128, 128): pages of text are 0.5 % longer for a quarter less work. */
enum { CODE_GOOD = 8, CODE_LAZY = 8, CODE_NICE = 32, CODE_CHAIN = 24 };

struct deflater {
    z_stream stream;
};

static void *take(void *arena, unsigned n, unsigned size) {
    return arena_room(arena, size, alignof(max_align_t), n);
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

/* The stream of a deflater that has been made ready. */
static struct text deflate_all(struct deflater *z, struct arena *a, struct text bytes) {
    z_stream *s = &z->stream;
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

struct text deflate_bytes(struct deflater *z, struct arena *a, struct text bytes) {
    deflateReset(&z->stream);
    return deflate_all(z, a, bytes);
}

struct text deflate_code(struct deflater *z, struct arena *a, struct text bytes) {
    deflateReset(&z->stream);
    deflateTune(&z->stream, CODE_GOOD, CODE_LAZY, CODE_NICE, CODE_CHAIN);
    return deflate_all(z, a, bytes);
}

enum { GZIP = 16 }; /* added to the window's bits: zlib's way to ask for the other wrapper */

struct text gzip_bytes(struct arena *a, struct text bytes) {
    struct arena scratch = arena_open((size_t)1 << 20);
    struct deflater z = {.stream = {.zalloc = take, .zfree = give, .opaque = &scratch}};
    int r = deflateInit2(&z.stream, LEVEL, Z_DEFLATED, WINDOW + GZIP, MEMORY, Z_DEFAULT_STRATEGY);
    assert(r == Z_OK);
    struct text out = deflate_bytes(&z, a, bytes);
    deflateEnd(&z.stream);
    arena_close(&scratch);
    return out;
}

static bool inflate_all(struct arena *a, struct text file, int window, size_t cap,
                        struct text *out) {
    struct arena scratch = arena_open((size_t)1 << 20);
    z_stream s = {.zalloc = take, .zfree = give, .opaque = &scratch};
    struct build b = {.arena = a};
    int r = inflateInit2(&s, window);
    s.next_in = (Bytef *)(uintptr_t)file.at; /* zlib does not write there */
    s.avail_in = (uInt)file.n;
    while (r == Z_OK && b.n <= cap) {
        size_t room = 4 * file.n + 4096;
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

bool inflate_bytes(struct arena *a, struct text stream, size_t cap, struct text *out) {
    return inflate_all(a, stream, WINDOW, cap, out);
}

bool gunzip_bytes(struct arena *a, struct text file, size_t cap, struct text *out) {
    return inflate_all(a, file, WINDOW + GZIP, cap, out);
}

struct text deflate_library(struct arena *a) {
    return TEXT_JOIN(a, T("zlib "), text_of(zlibVersion()));
}
