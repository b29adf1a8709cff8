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

/* What the bound had too much is given back. */
struct text deflate_bytes(struct deflater *z, struct arena *a, struct text bytes) {
    size_t bound = libdeflate_zlib_compress_bound(compressor(z), bytes.n);
    char *out = arena_room(a, 1, 1, bound);
    size_t n = libdeflate_zlib_compress(compressor(z), bytes.at, bytes.n, out, bound);
    assert(n > 0);
    a->at = out + n;
    return (struct text){out, n};
}

struct text deflate_library(void) {
    return T("libdeflate " LIBDEFLATE_VERSION_STRING);
}
