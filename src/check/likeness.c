/* See likeness.h. */
#include "check/likeness.h"

#include <stdlib.h>

enum {
    WIDTH = 4,    /* words of a shingle */
    KEPT = 2,         /* upper bits that are 0 in what is kept of all: one in four */
    LEAST_SHIFT = 12, /* upper bits that hashes are parted by: 20 */
    FEW = 8,      /* hashes that are sorted in place */
    LEAST = 8,    /* shingles in a sketch: of less, nothing is said */
    ALIKE = 50    /* hundredths from which on two texts are told */
};

/* The sketch of one communiqué: hashes in order, each once. */
struct sketch {
    const struct stretch *passage; /* its first */
    uint32_t *at;
    size_t n, cap;
};

struct sketches {
    struct sketch *at;
    size_t n, cap;
};

/* Adds the shingles of a stretch; they do not run on into the next. Upper bits of a sum of hashes times odd
 * numbers are decided by all bits of the hashes. */
static void add_shingles(struct arena *a, struct sketch *s, const struct stretch *p) {
    const uint32_t factor = 0x9E3779B1u; /* odd, of the golden ratio */
    const uint32_t last = factor * factor * factor * factor; /* of the word that leaves: WIDTH times */
    uint32_t h = 0;
    const struct token *w = p->words, *end = w + p->nwords;
    if (p->nwords < WIDTH) return;
    for (; w < p->words + WIDTH - 1; w++) h = h * factor + w->hash;
    for (uint32_t left = 0; w < end; w++) {
        h = h * factor + w->hash - left;
        left = w[1 - WIDTH].hash * last;
        if (!(h >> (32 - KEPT))) arena_push(a, s, h << KEPT);
    }
}

static int hash_order(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Each of a few hashes goes before those that are larger. */
static void sort_few(uint32_t *at, size_t n) {
    for (size_t i = 1; i < n; i++) {
        uint32_t hash = at[i];
        size_t to = i;
        for (; to && at[to - 1] > hash; to--) at[to] = at[to - 1];
        at[to] = hash;
    }
}

/* Sorts hashes, whose upper bits are as good as random: by counting, about one of them has each value
 * of as many upper bits as there are hashes; only those that share them are compared. */
static void sort_hashes(struct arena scratch, uint32_t *at, size_t n) {
    unsigned shift = 31;
    while (shift > LEAST_SHIFT && (size_t)1 << (32 - shift) < n) shift--;
    size_t values = (size_t)1 << (32 - shift);
    uint32_t *ends = arena_new(&scratch, uint32_t, values + 1), *came = arena_new(&scratch, uint32_t, n);
    for (size_t i = 0; i < n; i++) ends[((came[i] = at[i]) >> shift) + 1]++;
    for (size_t v = 1; v <= values; v++) ends[v] += ends[v - 1];
    for (size_t i = 0; i < n; i++) at[ends[came[i] >> shift]++] = came[i];
    for (size_t v = 0, from = 0; v < values; from = ends[v++]) {
        size_t same = ends[v] - from;
        if (same > FEW) qsort(at + from, same, sizeof *at, hash_order);
        else if (same > 1) sort_few(at + from, same);
    }
}

static void finish(struct arena scratch, struct sketch *s) {
    size_t n = 0;
    sort_hashes(scratch, s->at, s->n);
    for (size_t i = 0; i < s->n; i++)
        if (!n || s->at[i] != s->at[n - 1]) s->at[n++] = s->at[i];
    s->n = n;
}

/* Of the edition, a sketch a communiqué. */
static struct sketches sketches_of(struct arena *a, const struct stretches *stretches) {
    struct sketches out = {0};
    for (size_t i = 0; i < stretches->n; i++) {
        const struct stretch *p = &stretches->at[i];
        if (p->kind == STRETCH_CELL) continue; /* tables come again, with other numbers */
        bool same = p->communique && out.n && out.at[out.n - 1].passage->communique == p->communique;
        if (!same) arena_push(a, &out, ((struct sketch){.passage = p}));
        add_shingles(a, &out.at[out.n - 1], p);
    }
    for (size_t i = 0; i < out.n; i++) finish(*a, &out.at[i]);
    return out;
}

/* The resemblance of two sketches in hundredths; a walk over both that ends as soon as they cannot
 * reach `least`. */
static int resemblance(const struct sketch *a, const struct sketch *b, int least) {
    size_t i = 0, k = 0, both = 0;
    size_t small = a->n < b->n ? a->n : b->n, large = a->n + b->n - small;
    size_t need = (a->n + b->n) * (size_t)least / (100 + (size_t)least); /* in both, or near it */
    if (small < LEAST || small * 100 < large * (size_t)least) return 0;
    while (i < a->n && k < b->n && both + a->n - i >= need && both + b->n - k >= need) {
        both += a->at[i] == b->at[k];
        bool first = a->at[i] <= b->at[k], second = b->at[k] <= a->at[i];
        i += first;
        k += second;
    }
    return (int)(both * 100 / (a->n + b->n - both));
}

int likeness_of(struct arena scratch, struct text a, struct text b) {
    struct stretch p[2] = {stretch_make(&scratch, a), stretch_make(&scratch, b)};
    struct sketch s[2] = {0};
    for (int i = 0; i < 2; i++) {
        add_shingles(&scratch, &s[i], &p[i]);
        finish(scratch, &s[i]);
    }
    return resemblance(&s[0], &s[1], 0);
}

/* --- the nearest --- */

static struct text title_of(const struct checking *k, const struct sketch *s) {
    if (s->passage->communique) return s->passage->communique->title.text;
    return k->past[s->passage - k->kept.at].title;
}

/* The most alike of [0, n); NULL where none is alike enough. */
static const struct sketch *nearest(const struct sketch *to, const struct sketch *all, size_t n,
                                    int *how) {
    const struct sketch *best = NULL;
    *how = ALIKE - 1;
    for (size_t i = 0; i < n; i++) {
        int r = resemblance(to, &all[i], *how);
        if (r > *how) *how = r, best = &all[i];
    }
    return best;
}

void likeness_check(struct checking *k) {
    int how;
    if (!rule_on(k, RULE_NEAR_COPY)) return;
    struct sketches here = sketches_of(k->a, &k->stretches), kept = sketches_of(k->a, &k->kept);
    for (size_t i = 0; i < here.n; i++) {
        const struct sketch *s = &here.at[i], *near = nearest(s, here.at, i, &how);
        if (near)
            finding_add_more(k, RULE_NEAR_COPY, CHECK_NEAR_COPY, s->passage, 0, title_of(k, s), T(""),
                             title_of(k, near), text_number(k->a, how));
        near = nearest(s, kept.at, kept.n, &how);
        if (near)
            finding_add_more(k, RULE_NEAR_COPY, CHECK_NEAR_COPY_KEPT, s->passage, 0, title_of(k, s),
                             near->passage->from, title_of(k, near), text_number(k->a, how));
    }
}
