/* See foundry.h. What is kept is known by the SHA-256 of all that it was made from. There are two
 * shelves: what is made goes to the first, and so does what is found on the second; when the first is
 * full the second is emptied, and they change places. So memory is bounded, and what was not asked
 * for in a while is what is forgotten. What is found is copied, for it may be forgotten by another thread. */
#include "pdf/foundry.h"

#include <pthread.h>
#include <string.h>

enum { CASTS = 2048, ROOM = 16 << 20 /* of a shelf */, BYTE = 256 };

struct kept_cast {
    struct digest key;
    struct cast cast;
    uint16_t next; /* of those whose keys begin with the same byte: number + 1; 0: none */
};

struct shelf {
    struct arena own;
    struct kept_cast *kept;
    size_t n;
    uint16_t last[BYTE]; /* by a key's first byte: number + 1; 0: none */
};

struct foundry {
    struct shelf shelves[2];
    size_t first;         /* the shelf that is filled */
    pthread_mutex_t turn; /* guards all */
};

static void empty(struct shelf *s) {
    s->own.at = s->own.base;
    s->kept = arena_room(&s->own, sizeof *s->kept, alignof(struct kept_cast), CASTS);
    s->n = 0;
    memset(s->last, 0, sizeof s->last);
}

struct foundry *foundry_open(struct arena *a) {
    struct foundry *f = arena_new(a, struct foundry, 1);
    for (size_t i = 0; i < 2; i++) {
        f->shelves[i].own = arena_open(ROOM);
        empty(&f->shelves[i]);
    }
    pthread_mutex_init(&f->turn, NULL);
    return f;
}

void foundry_close(struct foundry *f) {
    if (!f) return;
    pthread_mutex_destroy(&f->turn);
    for (size_t i = 0; i < 2; i++) arena_close(&f->shelves[i].own);
}

static struct cast copy_of(struct arena *a, const struct cast *c, size_t glyphs) {
    struct cast copy = *c;
    uint16_t *map = arena_new(a, uint16_t, glyphs);
    if (glyphs) memcpy(map, c->map, glyphs * sizeof *map);
    copy.map = map;
    copy.program = text_copy(a, c->program);
    return copy;
}

static uint16_t *last_like(struct shelf *s, const struct digest *key) {
    return &s->last[(unsigned char)key->at[0]];
}

static const struct cast *find_on(struct shelf *s, const struct digest *key) {
    for (size_t i = *last_like(s, key); i; i = s->kept[i - 1].next)
        if (!memcmp(s->kept[i - 1].key.at, key->at, sizeof key->at)) return &s->kept[i - 1].cast;
    return NULL;
}

/* Whether so many bytes fit. */
static bool has_room(const struct shelf *s, size_t needed) {
    return s->n < CASTS && needed <= (size_t)(s->own.end - s->own.at);
}

/* Puts it on the first shelf; what is larger than that is not kept. */
static void put(struct foundry *f, const struct digest *key, const struct cast *c, size_t glyphs) {
    size_t needed = glyphs * sizeof *c->map + c->program.n + 64;
    struct shelf *s = &f->shelves[f->first];
    if (!has_room(s, needed)) {
        s = &f->shelves[f->first ^= 1];
        empty(s);
    }
    if (!has_room(s, needed)) return;
    uint16_t *last = last_like(s, key);
    s->kept[s->n++] = (struct kept_cast){*key, copy_of(&s->own, c, glyphs), *last};
    *last = (uint16_t)s->n;
}

static bool find(struct foundry *f, struct arena *a, const struct digest *key, size_t glyphs,
                 struct cast *out) {
    pthread_mutex_lock(&f->turn);
    const struct cast *found = find_on(&f->shelves[f->first], key);
    bool young = found != NULL;
    if (!found) found = find_on(&f->shelves[!f->first], key);
    if (found) *out = copy_of(a, found, glyphs);
    if (found && !young) put(f, key, out, glyphs);
    pthread_mutex_unlock(&f->turn);
    return found != NULL;
}

static void keep(struct foundry *f, const struct digest *key, const struct cast *c, size_t glyphs) {
    pthread_mutex_lock(&f->turn);
    put(f, key, c, glyphs);
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
