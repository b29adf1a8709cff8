/* See deflate.h. */
#include "base/deflate.h"

#include <assert.h>
#include <libdeflate.h>

enum {
    LEVEL = 6,
    LEVEL_QUICK = 1,
    HEADER_AND_END = 18, /* of a gzip file, at least */
    RATIO = 1032         /* bytes that deflate can make of one, at most: 258 of two bits */
};

static struct libdeflate_compressor *compressor(struct deflater *z) {
    return (struct libdeflate_compressor *)(void *)z;
}

static struct deflater *open_level(int level) {
    struct libdeflate_compressor *c = libdeflate_alloc_compressor(level);
    if (!c) arena_spent();
    return (struct deflater *)(void *)c;
}

struct deflater *deflater_open(void) {
    return open_level(LEVEL);
}

struct deflater *deflater_quick(void) {
    return open_level(LEVEL_QUICK);
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

static struct libdeflate_decompressor *decompressor(struct inflater *z) {
    return (struct libdeflate_decompressor *)(void *)z;
}

struct inflater *inflater_open(void) {
    struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
    if (!d) arena_spent();
    return (struct inflater *)(void *)d;
}

void inflater_close(struct inflater *z) {
    libdeflate_free_decompressor(decompressor(z));
}

bool inflate_exactly(struct inflater *z, struct text stream, char *out, size_t size) {
    size_t used = 0;
    return libdeflate_deflate_decompress_ex(decompressor(z), stream.at, stream.n, out, size, &used,
                                            NULL) == LIBDEFLATE_SUCCESS &&
           used == stream.n;
}

/* How many bytes it holds stands in its last four, the lowest first (RFC 1952, 2.3.1). */
bool gunzip_bytes(struct arena *a, struct text file, size_t cap, struct text *out) {
    const unsigned char *end = (const unsigned char *)file.at + file.n;
    size_t size = 0, used = 0;
    *out = (struct text){0};
    if (file.n < HEADER_AND_END) return false;
    for (int i = 0; i < 4; i++) size = size << 8 | *--end;
    if (size > cap || size / RATIO > file.n) return false;
    char *bytes = arena_room(a, 1, 1, size);
    struct inflater *z = inflater_open();
    bool sound = libdeflate_gzip_decompress_ex(decompressor(z), file.at, file.n, bytes, size, &used,
                                               NULL) == LIBDEFLATE_SUCCESS &&
                 used == file.n;
    inflater_close(z);
    if (sound) *out = (struct text){bytes, size};
    return sound;
}

uint32_t crc_of(struct text bytes) {
    return libdeflate_crc32(0, bytes.at, bytes.n);
}

struct text deflate_library(void) {
    return T("libdeflate " LIBDEFLATE_VERSION_STRING);
}
