/* See chain.h. */
#include "archive/chain.h"

#include <stdlib.h>
#include <string.h>

static int nibble(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool digest_parse(struct text hex, struct digest *out) {
    if (hex.n != 2 * sizeof out->at) return false;
    for (size_t i = 0; i < sizeof out->at; i++) {
        int high = nibble(hex.at[2 * i]), low = nibble(hex.at[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        out->at[i] = (unsigned char)(high << 4 | low);
    }
    return true;
}

static int order(const struct digest *a, const struct digest *b) {
    return memcmp(a->at, b->at, sizeof a->at);
}

static int by_hash(const void *a, const void *b) {
    const struct link *const *x = a, *const *y = b;
    return order(&(*x)->sha256, &(*y)->sha256);
}

/* A chain being checked: the links by their hashes. */
struct checking {
    const struct store *s;
    struct diags *d;
    const struct links *links;
    const struct link **sorted;
    uint32_t *followers; /* by link: how many name it as the one before */
    bool *reached;       /* by link: from the head */
    bool fine;
};

static void break_at(struct checking *c, enum message m, const struct link *l) {
    struct text name = edition_name_text(c->d->arena, l->name);
    diags_add(c->d, (struct place){.file = store_path(c->s, c->d->arena, l->name)}, m, &name, 1);
    c->fine = false;
}

static const struct link *find(const struct checking *c, const struct digest *sha256) {
    size_t low = 0, high = c->links->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int o = order(&c->sorted[middle]->sha256, sha256);
        if (!o) return c->sorted[middle];
        if (o < 0) low = middle + 1;
        else high = middle;
    }
    return NULL;
}

/* Every link but the first must follow one that is there, and no two the same. */
static void check_links(struct checking *c) {
    const struct link *first = NULL;
    for (size_t i = 0; i < c->links->n; i++) {
        const struct link *l = &c->links->at[i];
        if (l->first) {
            if (first) break_at(c, CHAIN_TWO_FIRST, l);
            first = l;
            continue;
        }
        const struct link *before = find(c, &l->before);
        if (!before) break_at(c, CHAIN_GAP, l);
        else if (++c->followers[before - c->links->at] > 1) break_at(c, CHAIN_FORK, l);
    }
}

/* Marks all that the head reaches; returns how many. A chain cannot turn back on itself, for that
 * would need a hash that is known before its bytes; the count stops one that does. */
static size_t follow(struct checking *c, const struct link *from) {
    size_t n = 0;
    for (const struct link *l = from; l && n < c->links->n; n++) {
        c->reached[l - c->links->at] = true;
        l = l->first ? NULL : find(c, &l->before);
    }
    return n;
}

bool chain_check(const struct store *s, struct diags *d, const struct links *links,
                 struct text head, const struct link **behind) {
    struct arena scratch = *s->a;
    struct checking c = {.s = s, .d = d, .links = links, .fine = true};
    struct digest top;
    const struct link *last = NULL, *next = NULL;
    *behind = NULL;
    c.sorted = arena_new(&scratch, const struct link *, links->n);
    c.followers = arena_new(&scratch, uint32_t, links->n);
    c.reached = arena_new(&scratch, bool, links->n);
    for (size_t i = 0; i < links->n; i++) c.sorted[i] = &links->at[i];
    if (links->n) qsort(c.sorted, links->n, sizeof *c.sorted, by_hash);
    check_links(&c);
    if (digest_parse(head, &top)) last = find(&c, &top);
    if (head.n && !last) {
        DIAG(d, ((struct place){.file = s->root}), CHAIN_HEAD_LOST, text_part(head, 0, 16));
        return false;
    }
    size_t reached = last ? follow(&c, last) : 0;
    for (size_t i = 0; i < links->n && reached + 1 == links->n; i++)
        if (!c.reached[i]) next = &links->at[i];
    bool follows = next && (last ? !next->first && !order(&next->before, &last->sha256)
                                 : next->first);
    if (follows) {
        struct text name = edition_name_text(d->arena, next->name);
        DIAG(d, ((struct place){.file = s->root}), CHAIN_HEAD_BEHIND, name);
        *behind = next;
        return c.fine;
    }
    for (size_t i = 0; i < links->n; i++)
        if (!c.reached[i]) break_at(&c, CHAIN_NOT_REACHED, &links->at[i]);
    return c.fine;
}
