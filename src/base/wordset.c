/* See wordset.h. The file: a head, 65,537 numbers, which part the hashes by their upper 16 bits, and
 * the lower 32 bits of each; numbers are of 32 bits, little end first. */
#include "base/wordset.h"

#include <stdlib.h>
#include <string.h>

#define HEAD T("griot words 1\n\0\0")
enum { BUCKETS = 1 << 16, NUMBER = 4 };

/* 64-bit FNV-1a (as text_hash), then the finalizer of MurmurHash3 (A. Appleby 2011), which lets every
 * bit decide; the upper 48 of its bits. */
static uint64_t hash_of(struct text t) {
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < t.n; i++) h = (h ^ (unsigned char)t.at[i]) * 1099511628211u;
    h = (h ^ h >> 33) * 0xFF51AFD7ED558CCDu;
    h = (h ^ h >> 33) * 0xC4CEB9FE1A85EC53u;
    return (h ^ h >> 33) >> 16;
}

static uint32_t number_at(const unsigned char *numbers, size_t i) {
    const unsigned char *b = numbers + i * NUMBER;
    return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static void build_number(struct build *b, uint32_t n) {
    for (int i = 0; i < NUMBER; i++, n >>= 8) build_char(b, (char)n);
}

static int hash_order(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

struct text wordset_make(struct arena *a, const struct words *words) {
    uint64_t *hashes = arena_new(a, uint64_t, words->n);
    struct build b = {.arena = a};
    size_t n = 0, at = 0;
    for (size_t i = 0; i < words->n; i++) hashes[i] = hash_of(words->at[i]);
    if (words->n) qsort(hashes, words->n, sizeof *hashes, hash_order);
    for (size_t i = 0; i < words->n; i++)
        if (!n || hashes[i] != hashes[n - 1]) hashes[n++] = hashes[i];
    build_text(&b, HEAD);
    for (uint64_t bucket = 0; bucket <= BUCKETS; bucket++) {
        while (at < n && hashes[at] >> 32 < bucket) at++;
        build_number(&b, (uint32_t)at);
    }
    for (size_t i = 0; i < n; i++) build_number(&b, (uint32_t)hashes[i]);
    return build_done(&b);
}

bool wordset_open(struct text bytes, struct wordset *out) {
    size_t starts = HEAD.n, hashes = starts + (BUCKETS + 1) * NUMBER;
    *out = (struct wordset){0};
    if (!text_starts(bytes, HEAD) || bytes.n < hashes) return false;
    out->starts = (const unsigned char *)bytes.at + starts;
    out->hashes = (const unsigned char *)bytes.at + hashes;
    out->n = number_at(out->starts, BUCKETS);
    return (bytes.n - hashes) == (size_t)out->n * NUMBER;
}

bool wordset_has(const struct wordset *s, struct text word) {
    uint64_t hash = hash_of(word);
    uint32_t i = number_at(s->starts, hash >> 32), end = number_at(s->starts, (hash >> 32) + 1);
    if (end > s->n) return false;
    while (i < end && number_at(s->hashes, i) < (uint32_t)hash) i++;
    return i < end && number_at(s->hashes, i) == (uint32_t)hash;
}
