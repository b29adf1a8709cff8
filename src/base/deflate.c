/* See deflate.h. */
#include "base/deflate.h"

#include <assert.h>
#include <libdeflate.h>

enum { LEVEL = 6 };

static struct libdeflate_compressor *compressor(struct deflater *z) {
    return (struct libdeflate_compressor *)(void *)z;
}

struct deflater *deflater_open(void) {
    struct libdeflate_compressor *c = libdeflate_alloc_compressor(LEVEL);
    if (!c) arena_spent();
    return (struct deflater *)(void *)c;
}

void deflater_close(struct deflater *z) {
    libdeflate_free_compressor(compressor(z));
}

/* The two wrappers of a stream. */
struct wrapper {
    size_t (*bound)(struct libdeflate_compressor *c, size_t n);
    size_t (*compress)(struct libdeflate_compressor *c, const void *in, size_t n, void *out,
                       size_t room);
    enum libdeflate_result (*decompress)(struct libdeflate_decompressor *d, const void *in, size_t n,
                                         void *out, size_t room, size_t *taken, size_t *made);
};

static const struct wrapper zlib = {libdeflate_zlib_compress_bound, libdeflate_zlib_compress,
                                    libdeflate_zlib_decompress_ex};
static const struct wrapper gzip = {libdeflate_gzip_compress_bound, libdeflate_gzip_compress,
                                    libdeflate_gzip_decompress_ex};

/* What the bound had too much is given back. */
static struct text deflate_all(const struct wrapper *w, struct deflater *z, struct arena *a,
                               struct text bytes) {
    size_t bound = w->bound(compressor(z), bytes.n);
    char *out = arena_room(a, 1, 1, bound);
    size_t n = w->compress(compressor(z), bytes.at, bytes.n, out, bound);
    assert(n > 0);
    a->at = out + n;
    return (struct text){out, n};
}

struct text deflate_bytes(struct deflater *z, struct arena *a, struct text bytes) {
    return deflate_all(&zlib, z, a, bytes);
}

struct text gzip_bytes(struct arena *a, struct text bytes) {
    struct deflater *z = deflater_open();
    struct text out = deflate_all(&gzip, z, a, bytes);
    deflater_close(z);
    return out;
}

/* How much a stream holds is known at its end only: room is doubled until it is enough. */
static bool inflate_all(const struct wrapper *w, struct arena *a, struct text stream, size_t cap,
                        struct text *out) {
    struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
    enum libdeflate_result r = LIBDEFLATE_INSUFFICIENT_SPACE;
    size_t room = 2 * stream.n + 4096, taken = 0, n = 0;
    char *at = a->at;
    if (!d) arena_spent();
    for (bool last = false; r == LIBDEFLATE_INSUFFICIENT_SPACE && !last; room *= 2) {
        last = room >= cap;
        if (last) room = cap;
        a->at = at;
        r = w->decompress(d, stream.at, stream.n, arena_room(a, 1, 1, room), room, &taken, &n);
    }
    libdeflate_free_decompressor(d);
    bool whole = r == LIBDEFLATE_SUCCESS && taken == stream.n;
    *out = (struct text){at, whole ? n : 0};
    a->at = at + out->n;
    return whole;
}

bool inflate_bytes(struct arena *a, struct text stream, size_t cap, struct text *out) {
    return inflate_all(&zlib, a, stream, cap, out);
}

bool gunzip_bytes(struct arena *a, struct text file, size_t cap, struct text *out) {
    return inflate_all(&gzip, a, file, cap, out);
}

struct text deflate_library(void) {
    return T("libdeflate " LIBDEFLATE_VERSION_STRING);
}
