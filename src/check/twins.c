/* See twins.h. Only words with a capital are names of places and bodies; of these, what differs in
 * a hyphen, in accents, or in a letter or two amid a long word is taken for one name. */
#include "check/twins.h"

#include "base/nearest.h"

#include <stdlib.h>

enum {
    LEAST_ACCENTED = 4, /* bytes of a word that is compared without its accents */
    LEAST_LONG = 10,    /* bytes of a long word */
    LONG_START = 5, LONG_END = 4, /* bytes that must be alike */
    LONG_APART = 2,     /* letters that may differ */
    STARTS = 256        /* parts of long words by how they start */
};

/* A word or a pair of words where it stands. */
struct named {
    struct text key;  /* what spellings of one name share */
    struct text text; /* as written */
    const struct stretch *passage;
    size_t at;        /* byte */
    size_t order;     /* as they came */
};

struct nameds {
    struct named *at;
    size_t n, cap;
};

static int named_order(const void *a, const void *b) {
    const struct named *x = a, *y = b;
    int order = text_order(x->key, y->key);
    if (!order) order = text_order(x->text, y->text);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static void add(struct checking *k, struct nameds *out, struct text key, struct text text,
                const struct stretch *p, size_t at) {
    arena_push(k->a, out, ((struct named){key, text, p, at, out->n}));
}

/* How many of the run [i, …) of one key have its text. */
static size_t run_of(const struct nameds *all, size_t i) {
    size_t n = 1;
    while (i + n < all->n && text_equal(all->at[i + n].key, all->at[i].key) &&
           text_equal(all->at[i + n].text, all->at[i].text))
        n++;
    return n;
}

static bool is_kept(const struct checking *k, struct text t) {
    for (size_t i = 0; i < k->kept.n; i++)
        if (text_find(k->kept.at[i].text, t) < k->kept.at[i].text.n) return true;
    return false;
}

/* Which of the two is right is known where earlier editions have it, and not the other. */
static void tell(struct checking *k, const struct named *from, size_t n, struct text usual) {
    bool known = is_kept(k, usual) && !is_kept(k, from->text);
    for (size_t i = 0; i < n; i++)
        finding_add_guess(k, RULE_TWO_SPELLINGS, CHECK_TWO_SPELLINGS, from[i].passage, from[i].at,
                          from[i].text, usual, T(""), known);
}

/* Which of two spellings, met so often, is to be kept: the usual one; among equals the longer in
 * bytes, which has the accents or the hyphen. */
static bool better(struct text a, size_t na, struct text b, size_t nb) {
    return na != nb ? na > nb : a.n != b.n ? a.n > b.n : text_find(a, T("-")) < a.n;
}

/* Tells all but the usual spelling of each key. */
static void tell_groups(struct checking *k, struct nameds *all) {
    if (all->n) qsort(all->at, all->n, sizeof *all->at, named_order);
    for (size_t i = 0; i < all->n;) {
        size_t best = i, most = run_of(all, i), to = i;
        while (to < all->n && text_equal(all->at[to].key, all->at[i].key)) {
            size_t n = run_of(all, to);
            if (better(all->at[to].text, n, all->at[best].text, most)) best = to, most = n;
            to += n;
        }
        for (; i < to; i += run_of(all, i))
            if (!text_equal(all->at[i].text, all->at[best].text))
                tell(k, &all->at[i], run_of(all, i), all->at[best].text);
    }
}

/* --- hyphens --- */

static bool is_pair(const struct stretch *p, size_t i) {
    return p->words[i].shape == SHAPE_CAPITAL && p->words[i + 1].shape == SHAPE_CAPITAL;
}

static uint32_t pair_hash(const struct stretch *p, size_t i) {
    return p->words[i].hash * 31 + p->words[i + 1].hash;
}

struct hashes {
    uint32_t *at;
    size_t n, cap;
};

static bool has_hash(const struct hashes *h, uint32_t hash) {
    for (size_t i = 0; i < h->n; i++)
        if (h->at[i] == hash) return true;
    return false;
}

/* Pairs that have a hyphen somewhere, wherever they stand. */
static void check_hyphens(struct checking *k) {
    struct hashes hyphened = {0};
    struct nameds pairs = {0};
    for (size_t i = 0; i < k->stretches.n; i++) {
        const struct stretch *p = &k->stretches.at[i];
        for (size_t n = 0; n < p->nlarge; n++) {
            size_t w = p->large[n];
            if (word_gap_after(p, w) == GAP_HYPHEN && is_pair(p, w) && !has_hash(&hyphened, pair_hash(p, w)))
                arena_push(k->a, &hyphened, pair_hash(p, w));
        }
    }
    for (size_t i = 0; i < k->stretches.n && hyphened.n; i++) {
        const struct stretch *p = &k->stretches.at[i];
        for (size_t n = 0; n < p->nlarge; n++) {
            size_t w = p->large[n];
            enum gap gap = word_gap_after(p, w);
            if ((gap != GAP_HYPHEN && gap != GAP_SPACE) || !is_pair(p, w) ||
                !has_hash(&hyphened, pair_hash(p, w)))
                continue;
            struct text parts[] = {word_key(k->a, word_text(p, w)), T(" "),
                                   word_key(k->a, word_text(p, w + 1))};
            add(k, &pairs, text_join(k->a, parts, 3), words_text(p, w, w + 1), p, p->words[w].at);
        }
    }
    tell_groups(k, &pairs);
}

/* --- accents --- */

static bool plain(struct text t) {
    for (size_t i = 0; i < t.n; i++)
        if ((unsigned char)t.at[i] >= 0x80) return false;
    return true;
}

static int hash_order(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static bool has_sorted(const struct hashes *h, uint32_t hash) {
    return bsearch(&hash, h->at, h->n, sizeof hash, hash_order) != NULL;
}

/* «Marché» and «marche» are two words: accents on an ending are grammar. */
static bool accent_ends(struct text t) {
    if (text_ends(t, T("s"))) t.n--;
    if (text_ends(t, T("ée"))) t.n--;
    return text_ends(t, T("é"));
}

static bool is_name(const struct stretch *p, size_t i) {
    return p->words[i].shape == SHAPE_CAPITAL && p->words[i].n >= LEAST_ACCENTED;
}

/* A word without accents has the hash of its key, so that only those with accents need one made. */
static uint32_t key_hash(struct checking *k, const struct stretch *p, size_t i, bool accents) {
    struct arena scratch = *k->a;
    return accents ? text_hash(word_key(&scratch, word_text(p, i)), 0) : p->words[i].hash;
}

/* A name that may have a twin without, or with other, accents. */
struct candidate {
    const struct stretch *passage;
    size_t word;
    uint32_t hash; /* of its key, or of a long word itself */
    size_t start;  /* of a long word, how it starts: a number below STARTS */
};

struct candidates {
    struct candidate *at;
    size_t n, cap;
};

/* All names; the hashes of those with accents go to *accented, too. */
static struct candidates gather_names(struct checking *k, struct hashes *accented) {
    struct candidates out = {0};
    for (size_t i = 0; i < k->stretches.n; i++) {
        const struct stretch *p = &k->stretches.at[i];
        for (size_t n = 0; n < p->nlarge; n++) {
            size_t w = p->large[n];
            struct text t = word_text(p, w);
            bool accents = is_name(p, w) && !plain(t);
            if (!is_name(p, w) || (accents && accent_ends(t))) continue;
            struct candidate c = {p, w, key_hash(k, p, w, accents), 0};
            arena_push(k->a, &out, c);
            if (accents) arena_push(k->a, accented, c.hash);
        }
    }
    return out;
}

static void check_accents(struct checking *k) {
    struct hashes accented = {0};
    struct nameds names = {0};
    struct candidates all = gather_names(k, &accented);
    if (!accented.n) return;
    qsort(accented.at, accented.n, sizeof *accented.at, hash_order);
    for (size_t i = 0; i < all.n; i++) {
        const struct candidate *c = &all.at[i];
        struct text t = word_text(c->passage, c->word);
        if (has_sorted(&accented, c->hash))
            add(k, &names, word_key(k->a, t), t, c->passage, c->passage->words[c->word].at);
    }
    tell_groups(k, &names);
}

/* --- letters --- */

static size_t common_start(struct text a, struct text b) {
    size_t n = 0;
    while (n < a.n && n < b.n && a.at[n] == b.at[n]) n++;
    return n;
}

static size_t common_end(struct text a, struct text b) {
    size_t n = 0;
    while (n < a.n && n < b.n && a.at[a.n - 1 - n] == b.at[b.n - 1 - n]) n++;
    return n;
}

static bool near(struct text a, struct text b) {
    if (text_equal(a, b) || common_start(a, b) < LONG_START || common_end(a, b) < LONG_END) return false;
    return nearest_distance(a, b) <= LONG_APART;
}

static size_t start_of(struct text t) {
    return text_hash((struct text){t.at, LONG_START}, 0) % STARTS;
}

/* The long words. */
static struct candidates gather_long(struct checking *k) {
    struct candidates out = {0};
    for (size_t i = 0; i < k->stretches.n; i++) {
        const struct stretch *p = &k->stretches.at[i];
        for (size_t n = 0; n < p->nlarge; n++) {
            const struct token *w = &p->words[p->large[n]];
            if (w->shape != SHAPE_CAPITAL || w->n < LEAST_LONG) continue;
            struct candidate c = {p, p->large[n], w->hash, start_of(word_text(p, p->large[n]))};
            arena_push(k->a, &out, c);
        }
    }
    return out;
}

/* Words by how they start, as its hash parts them: the hash of the last, and whether there are several. */
struct start {
    uint32_t hash;
    bool several;
};

/* Long words, sorted: those that start alike are neighbours. What starts like no other is left out. */
static void check_letters(struct checking *k) {
    struct candidates words = gather_long(k);
    struct start starts[STARTS] = {0};
    struct nameds all = {0};
    for (size_t i = 0; i < words.n; i++) {
        struct start *s = &starts[words.at[i].start];
        s->several |= s->hash && s->hash != words.at[i].hash;
        s->hash = words.at[i].hash;
    }
    for (size_t i = 0; i < words.n; i++) {
        const struct candidate *c = &words.at[i];
        struct text t = word_text(c->passage, c->word);
        if (starts[c->start].several) add(k, &all, t, t, c->passage, c->passage->words[c->word].at);
    }
    if (all.n) qsort(all.at, all.n, sizeof *all.at, named_order);
    for (size_t i = 0; i < all.n; i += run_of(&all, i)) {
        size_t n = run_of(&all, i);
        for (size_t o = i + n; o < all.n && common_start(all.at[i].key, all.at[o].key) >= LONG_START;
             o += run_of(&all, o)) {
            size_t m = run_of(&all, o);
            if (!near(all.at[i].key, all.at[o].key)) continue;
            const struct named *rare = n < m ? &all.at[i] : &all.at[o];
            const struct named *usual = n < m ? &all.at[o] : &all.at[i];
            tell(k, rare, n < m ? n : m, usual->text);
        }
    }
}

void twins_check(struct checking *k) {
    if (!rule_on(k, RULE_TWO_SPELLINGS)) return;
    check_hyphens(k);
    check_accents(k);
    check_letters(k);
}
