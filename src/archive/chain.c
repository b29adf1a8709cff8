/* See chain.h. A break has two ends: the edition that follows one which is not there, and the one
 * that nothing follows. Both are told, and nothing that is whole behind or before them. */
#include "archive/chain.h"

#include <stdlib.h>

static int by_hash(const void *a, const void *b) {
    const struct chain_link *x = a, *y = b;
    return digest_order(&x->sha256, &y->sha256);
}

void chain_sort(struct chain_links *links) {
    if (links->n) qsort(links->at, links->n, sizeof *links->at, by_hash);
}

struct chain_link *chain_find(const struct chain_links *links, const struct digest *sha256) {
    struct chain_link key = {.sha256 = *sha256};
    return links->n ? bsearch(&key, links->at, links->n, sizeof *links->at, by_hash) : NULL;
}

/* A chain being checked. */
struct checking {
    const struct store *s;
    struct diags *d;
    struct chain_links *links;
    const struct journal *journal;
    uint32_t *followers; /* by link: how many name it as the one before */
    bool *reached;       /* by link: from the head */
    size_t firsts;       /* that say so */
    bool headless;       /* the head names none */
    bool fine;
};

static struct place place_of(const struct checking *c, struct edition_name name) {
    return (struct place){.file = store_path(c->s, c->d->arena, name)};
}

static void tell(struct checking *c, enum message m, const struct chain_link *l) {
    struct text name = edition_name_text(c->d->arena, l->name);
    if (l->beside) return;
    diags_add(c->d, place_of(c, l->name), m, &name, 1);
    c->fine = false;
}

static const struct chain_link *follow_one(const struct checking *c, const struct chain_link *l) {
    return l->first || l->unread ? NULL : chain_find(c->links, &l->before);
}

static struct chain_link *named(const struct checking *c, struct edition_name name) {
    for (size_t i = 0; i < c->links->n; i++)
        if (!edition_name_order(c->links->at[i].name, name)) return &c->links->at[i];
    return NULL;
}

/* The edition of that hash is not there: by the journal it has a name, and is missing or changed.
 * `after` is the link that follows it; NULL where the head does. */
static void tell_lost(struct checking *c, const struct digest *lost, const struct chain_link *after) {
    struct arena *a = c->d->arena;
    struct journal_entry *e = journal_find(c->journal, lost);
    struct text by = after ? edition_name_text(a, after->name) : T("head");
    c->fine = false;
    if (!e) {
        if (after) tell(c, CHAIN_GAP, after);
        else DIAG(c->d, ((struct place){.file = c->s->root}), CHAIN_HEAD_LOST,
                  text_part(digest_hex(a, *lost), 0, 16));
        return;
    }
    if (e->told) return;
    struct chain_link *there = named(c, e->name);
    if (there) there->told = true;
    e->told = true;
    bool changed = there || file_exists(store_path(c->s, a, e->name));
    DIAG(c->d, place_of(c, e->name), changed ? CHAIN_CHANGED : CHAIN_MISSING,
         edition_name_text(a, e->name), by);
}

static void check_links(struct checking *c) {
    for (size_t i = 0; i < c->links->n; i++) {
        const struct chain_link *l = &c->links->at[i], *before = follow_one(c, l);
        if (before) c->followers[before - c->links->at]++;
        else if (!l->first && !l->unread && !l->beside) tell_lost(c, &l->before, l);
        if (l->first) c->firsts++;
    }
}

/* Of those that say that they are the first, the head knows which is. */
static void check_firsts(struct checking *c) {
    for (size_t i = 0; i < c->links->n && c->firsts > 1; i++)
        if (c->links->at[i].first && !c->reached[i]) tell(c, CHAIN_TWO_FIRST, &c->links->at[i]);
}

/* Marks all that the head reaches. A chain cannot turn back on itself, for that would need a hash
 * that is known before its bytes; the mark stops one that does. */
static void reach(struct checking *c, const struct chain_link *l) {
    for (; l && !c->reached[l - c->links->at]; l = follow_one(c, l))
        c->reached[l - c->links->at] = true;
}

/* Whether the link ends what follows the head, one after another: then keeping was interrupted
 * there. */
static bool behind(const struct checking *c, const struct chain_link *l,
                   const struct chain_link *last) {
    size_t n = 0;
    if (c->followers[l - c->links->at] || l->unread) return false;
    for (; l && l != last; l = follow_one(c, l), n++) {
        if (follow_one(c, l) && c->followers[follow_one(c, l) - c->links->at] > 1) return false;
        if (n > c->links->n) return false;
    }
    return l == last && (last || (c->headless && c->links->n == n));
}

/* Whether another file has the same bytes: one of them has a wrong name, which is told elsewhere. */
static bool doubled(const struct checking *c, size_t i) {
    const struct chain_link *l = &c->links->at[i];
    return (i && !digest_order(&l[-1].sha256, &l->sha256)) ||
           (i + 1 < c->links->n && !digest_order(&l[1].sha256, &l->sha256));
}

static void check_ends(struct checking *c, const struct chain_link *last) {
    for (size_t i = 0; i < c->links->n; i++) {
        const struct chain_link *l = &c->links->at[i], *before = follow_one(c, l);
        if (c->reached[i] || l->told || doubled(c, i)) continue;
        if (behind(c, l, last)) {
            if (!l->beside)
                DIAG(c->d, ((struct place){.file = c->s->root}), CHAIN_HEAD_BEHIND,
                     edition_name_text(c->d->arena, l->name));
        } else if (before && c->followers[before - c->links->at] > 1) {
            tell(c, CHAIN_FORK, l);
        } else if (!c->followers[i] && !l->unread) {
            tell(c, CHAIN_END, l);
        }
    }
}

/* The end of the longest chain there is, where the head does not say: what it should say. The first
 * group of all may have been interrupted before the head: then there is no journal, either. */
static void tell_no_head(struct checking *c) {
    const struct chain_link *end = NULL;
    size_t ends = 0;
    for (size_t i = 0; i < c->links->n; i++)
        if (!c->followers[i] && !c->links->at[i].unread) end = &c->links->at[i], ends++;
    if (c->links->n < 2 || ends != 1 || !c->journal->n) return;
    reach(c, end);
    DIAG(c->d, ((struct place){.file = c->s->root}), CHAIN_NO_HEAD,
         edition_name_text(c->d->arena, end->name), digest_hex(c->d->arena, end->sha256));
    c->fine = false;
}

bool chain_check(const struct store *s, struct diags *d, struct chain_links *links,
                 struct text head, const struct journal *journal) {
    struct arena scratch = arena_open((size_t)1 << 28);
    struct checking c = {.s = s, .d = d, .links = links, .journal = journal, .fine = true};
    struct digest top;
    const struct chain_link *last = NULL;
    chain_sort(links);
    c.followers = arena_new(&scratch, uint32_t, links->n);
    c.reached = arena_new(&scratch, bool, links->n);
    check_links(&c);
    c.headless = !digest_parse(head, &top);
    if (!c.headless) {
        last = chain_find(links, &top);
        if (!last && !links->part) tell_lost(&c, &top, NULL);
        reach(&c, last);
    } else if (!links->part) {
        tell_no_head(&c);
    }
    check_firsts(&c);
    check_ends(&c, last);
    arena_close(&scratch);
    return c.fine;
}
