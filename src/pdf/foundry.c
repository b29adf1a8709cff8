/* See foundry.h. What is kept is known by the SHA-256 of all that it was made from. What is found is
 * copied, so that all may be forgotten at once when it has become much: memory stays bounded. */
#include "pdf/foundry.h"

#include <pthread.h>
#include <string.h>

enum { CASTS = 256, ROOM = 64 << 20 };

struct kept_cast {
    struct digest key;
    struct cast cast;
};

struct foundry {
    struct arena own;
    struct kept_cast kept[CASTS];
    size_t n;
    pthread_mutex_t turn; /* guards all */
};

struct foundry *foundry_open(struct arena *a) {
    struct foundry *f = arena_new(a, struct foundry, 1);
    f->own = arena_open(ROOM);
    pthread_mutex_init(&f->turn, NULL);
    return f;
}

void foundry_close(struct foundry *f) {
    if (!f) return;
    pthread_mutex_destroy(&f->turn);
    arena_close(&f->own);
}

static struct cast copy_of(struct arena *a, const struct cast *c, size_t glyphs) {
    struct cast copy = *c;
    uint16_t *map = arena_new(a, uint16_t, glyphs);
    if (glyphs) memcpy(map, c->map, glyphs * sizeof *map);
    copy.map = map;
    copy.program = text_copy(a, c->program);
    return copy;
}

static bool same(const struct digest *a, const struct digest *b) {
    return !memcmp(a->at, b->at, sizeof a->at);
}

static bool find(struct foundry *f, struct arena *a, const struct digest *key, size_t glyphs,
                 struct cast *out) {
    bool found = false;
    pthread_mutex_lock(&f->turn);
    for (size_t i = f->n; i-- && !found;) {
        found = same(&f->kept[i].key, key);
        if (found) *out = copy_of(a, &f->kept[i].cast, glyphs);
    }
    pthread_mutex_unlock(&f->turn);
    return found;
}

static void keep(struct foundry *f, const struct digest *key, const struct cast *c, size_t glyphs) {
    size_t needed = glyphs * sizeof *c->map + c->program.n + 64;
    pthread_mutex_lock(&f->turn);
    if (f->n == CASTS || needed > (size_t)(f->own.end - f->own.at)) {
        f->n = 0;
        f->own.at = f->own.base;
    }
    if (needed <= (size_t)(f->own.end - f->own.at))
        f->kept[f->n++] = (struct kept_cast){*key, copy_of(&f->own, c, glyphs)};
    pthread_mutex_unlock(&f->turn);
}

struct text foundry_deflate(struct foundry *f, struct arena *a, struct deflater *z,
                            struct text bytes) {
    struct cast made = {0};
    if (!f) return deflate_bytes(z, a, bytes);
    struct digest key = digest_of(bytes);
    if (find(f, a, &key, 0, &made)) return made.program;
    made.program = deflate_bytes(z, a, bytes);
    keep(f, &key, &made, 0);
    return made.program;
}

/* Of the word «face», the face's digest and the glyphs, so that it is not taken for that of bytes that
 * are to be deflated. */
static struct digest key_of(struct foundry *f, const struct font *font, const uint8_t *used) {
    pthread_mutex_lock(&f->turn);
    struct digest face = font_digest(font);
    pthread_mutex_unlock(&f->turn);
    struct text parts[] = {T("face"), {(const char *)face.at, sizeof face.at},
                           {(const char *)used, font_glyphs(font)}};
    return digest_of_parts(parts, sizeof parts / sizeof *parts);
}

static bool cast_anew(struct arena *a, struct diags *d, struct deflater *z,
                      const struct font *font, const uint8_t *used, struct cast *out) {
    struct font_subset subset;
    if (!font_subset(a, d, font, used, &subset)) return false;
    *out = (struct cast){subset.map, subset.glyphs, subset.bytes.n,
                         deflate_bytes(z, a, subset.bytes)};
    return true;
}

bool foundry_cast(struct foundry *f, struct arena *a, struct diags *d, struct deflater *z,
                  const struct font *font, const uint8_t *used, struct cast *out) {
    if (!f) return cast_anew(a, d, z, font, used, out);
    size_t glyphs = font_glyphs(font);
    struct digest key = key_of(f, font, used);
    if (find(f, a, &key, glyphs, out)) return true;
    if (!cast_anew(a, d, z, font, used, out)) return false;
    keep(f, &key, out, glyphs);
    return true;
}
