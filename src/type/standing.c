/* See standing.h. */
#include "type/standing.h"

/* So many texts stand at most: there are hundreds of ministries and heads at the worst, but as many
 * folios as there are pages, which are not wanted again. */
enum { KEPT = 512, SLOTS = 2 * KEPT };

struct matter {
    struct ragged_text how;
    struct text text;
    struct lines lines; /* none: a free slot */
};

struct standing {
    struct arena room;
    struct matter at[SLOTS]; /* hash table */
    size_t n;
};

struct standing *standing_open(struct arena *a) {
    struct standing *s = arena_new(a, struct standing, 1);
    s->room = arena_open((size_t)1 << 28);
    return s;
}

void standing_close(struct standing *s) {
    arena_close(&s->room);
}

void standing_clear(struct standing *s) {
    if (!s->n) return;
    for (size_t i = 0; i < SLOTS; i++) s->at[i] = (struct matter){0};
    s->n = 0;
    arena_clear(&s->room);
}

static bool is_same(const struct matter *m, const struct ragged_text *how, struct text text) {
    return m->how.role == how->role && m->how.measure == how->measure && m->how.size == how->size &&
           m->how.title == how->title && text_equal(m->text, text) &&
           text_equal(m->how.lang, how->lang);
}

/* The slot it has, or would have. */
static size_t slot_of(const struct standing *s, const struct ragged_text *how, struct text text) {
    size_t i = text_hash(text, (uint32_t)how->role) % SLOTS;
    while (s->at[i].lines.n && !is_same(&s->at[i], how, text)) i = (i + 1) % SLOTS;
    return i;
}

bool standing_find(const struct standing *s, const struct ragged_text *how, struct text text,
                   struct lines *out) {
    const struct matter *m = &s->at[slot_of(s, how, text)];
    if (!m->lines.n) return false;
    *out = m->lines;
    return true;
}

struct arena *standing_room(struct standing *s) {
    return s->n < KEPT ? &s->room : NULL;
}

void standing_keep(struct standing *s, const struct ragged_text *how, struct text text,
                   const struct lines *lines) {
    struct matter *m = &s->at[slot_of(s, how, text)];
    if (!lines->n || s->n == KEPT) return;
    *m = (struct matter){*how, text_copy(&s->room, text), *lines};
    m->how.lang = text_copy(&s->room, how->lang);
    s->n++;
}
