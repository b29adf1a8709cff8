/* See names.h. Surnames are gathered by their key, without case and accents: those of one key
 * should be of one spelling. Given names are compared among people of one surname. */
#include "check/names.h"

#include "base/nearest.h"

#include <stdlib.h>

enum { GIVEN_LEAST = 5 /* bytes of given names that can be told apart from another's */ };

/* Capitalised words before a name that are no part of it. */
static const char *const offices[] = {
    "adjoint", "adjointe", "administrateur", "ambassadeur", "ambassadrice", "capitaine", "chef",
    "colonel", "colonelle", "commandant", "commissaire", "conseiller", "conseillere",
    "coordinateur", "depute", "directeur", "directrice", "division", "docteur", "dr",
    "excellence", "general", "gouverneur", "honorable", "inspecteur", "la", "le", "les",
    "lieutenant", "madame", "mademoiselle", "magistrat", "maire", "maitre", "majeste", "majore",
    "me", "medecin", "messieurs", "ministre", "mm", "mme", "monsieur", "parrain", "pr", "prefet",
    "president", "presidente", "professeur", "representant", "representante", "royale",
    "secretaire", "sergent", "son"};

/* A surname where it stands, with the name it is part of. */
struct surname {
    struct text key;   /* without case and accents */
    struct text text;  /* the word */
    struct text given; /* as written; empty: the surname stands alone */
    size_t from;       /* the word they start with */
    const struct stretch *passage;
    size_t word;
    bool kept;         /* in an earlier edition */
};

struct surnames {
    struct surname *at;
    size_t n, cap;
};

static bool is_office(struct arena scratch, const struct stretch *p, size_t i) {
    return word_among(word_key(&scratch, word_text(p, i)), offices, sizeof offices / sizeof *offices);
}

static bool is_given(const struct stretch *p, size_t i) {
    return (p->words[i].shape == SHAPE_CAPITAL && p->words[i].n > 1) || p->words[i].shape == SHAPE_MIXED;
}

static bool joined(const struct stretch *p, size_t i) {
    return p->words[i].gap == GAP_SPACE || p->words[i].gap == GAP_HYPHEN;
}

bool names_surname(const struct stretch *p, size_t i) {
    while (i && p->words[i].shape == SHAPE_CAPITALS && joined(p, i)) i--;
    return is_given(p, i);
}

/* Where the given names before the surname's word `i` begin; i where there are none. */
static size_t given_from(struct arena scratch, const struct stretch *p, size_t i) {
    size_t from = i;
    while (from && joined(p, from) && is_given(p, from - 1) && !is_office(scratch, p, from - 1))
        from--;
    return from;
}

/* The surname that starts at word `i`, of one word or more; returns the first word behind it. */
static size_t gather_name(struct checking *k, const struct stretch *p, size_t i, bool kept,
                          struct surnames *out) {
    size_t to = i + 1, from = given_from(*k->a, p, i);
    while (to < p->nwords && p->words[to].shape == SHAPE_CAPITALS && joined(p, to)) to++;
    struct text given = from < i ? words_text(p, from, i - 1) : T("");
    for (size_t w = i; w < to; w++) {
        struct text t = word_text(p, w);
        struct surname s = {word_key(k->a, t), t, given, from, p, w, kept};
        arena_push(k->a, out, s);
    }
    return to;
}

static void gather(struct checking *k, const struct stretches *stretches, bool kept,
                   struct surnames *out) {
    for (size_t i = 0; i < stretches->n; i++) {
        const struct stretch *p = &stretches->at[i];
        size_t behind = 0; /* the surname gathered last */
        for (size_t n = 0; n < p->nlarge && !p->shouts; n++)
            if (p->large[n] >= behind && p->words[p->large[n]].shape == SHAPE_CAPITALS)
                behind = gather_name(k, p, p->large[n], kept, out);
    }
}

/* By key; what is kept behind what is not; else as they came. */
static int surname_order(const void *a, const void *b) {
    const struct surname *x = *(const struct surname *const *)a, *y = *(const struct surname *const *)b;
    int order = text_order(x->key, y->key);
    if (order) return order;
    if (x->kept != y->kept) return x->kept ? 1 : -1;
    return (x > y) - (x < y);
}

/* Surnames of one key. */
struct group {
    const struct surname *const *at;
    size_t n, here; /* all, and those of the edition, which come first */
};

static size_t count_spelling(const struct group *g, size_t from, size_t to, struct text t) {
    size_t n = 0;
    for (size_t i = from; i < to; i++) n += text_equal(g->at[i]->text, t);
    return n;
}

/* The spelling to keep. Those of one key differ in accents alone, which capitals keep: the longest,
 * which has most of them; among equals what most of [from, to) have, then the first. */
static struct text usual_spelling(const struct group *g, size_t from, size_t to) {
    struct text best = {0};
    size_t most = 0;
    for (size_t i = from; i < to; i++) {
        struct text t = g->at[i]->text;
        size_t n = text_equal(t, best) ? 0 : count_spelling(g, from, to, t);
        if (t.n > best.n || (t.n == best.n && n > most)) most = n, best = t;
    }
    return best;
}

/* Whether the key is a person's: it has given names before it somewhere in the edition. */
static bool has_person(const struct group *g) {
    for (size_t i = 0; i < g->here; i++)
        if (g->at[i]->given.n) return true;
    return false;
}

/* A spelling is known to be right where earlier editions have it, and no other that has as many accents. */
static void check_spelling(struct checking *k, const struct group *g) {
    struct text usual = usual_spelling(g, 0, g->here);
    bool known = text_equal(usual_spelling(g, g->here, g->n), usual);
    for (size_t i = 0; i < g->here; i++) {
        const struct surname *s = g->at[i];
        if (!text_equal(s->text, usual))
            finding_add_guess(k, RULE_NAME_SPELLING, CHECK_NAME_SPELLING, s->passage,
                              s->passage->words[s->word].at, s->text, usual, T(""), known);
    }
    if (g->here == g->n || count_spelling(g, g->here, g->n, usual)) return;
    struct text before = usual_spelling(g, g->here, g->n);
    for (size_t i = 0; i < g->here; i++) {
        const struct surname *s = g->at[i];
        if (text_equal(s->text, usual))
            finding_add_guess(k, RULE_NAME_ARCHIVE, CHECK_NAME_ARCHIVE, s->passage,
                              s->passage->words[s->word].at, s->text, before,
                              g->at[g->here]->passage->from, before.n > usual.n);
    }
}

/* --- given names --- */

static size_t count_given(const struct group *g, struct text given) {
    size_t n = 0;
    for (size_t i = 0; i < g->n; i++) n += text_equal(g->at[i]->given, given);
    return n;
}

/* Whether two given names are one letter apart, as by a slip: «Mossa», «Moussa». Names that differ
 * in their first letter are two people's: «Amadou», «Mamadou». */
static bool is_slip(struct arena scratch, struct text a, struct text b) {
    if (a.n < GIVEN_LEAST || b.n < GIVEN_LEAST || a.at[0] != b.at[0] || text_equal(a, b)) return false;
    return nearest_distance(word_key(&scratch, a), word_key(&scratch, b)) <= 1;
}

static void check_given(struct checking *k, const struct group *g, size_t i) {
    const struct surname *s = g->at[i];
    for (size_t o = 0; o < g->n; o++) {
        const struct surname *other = g->at[o];
        if (!is_slip(*k->a, s->given, other->given)) continue;
        size_t mine = count_given(g, s->given), theirs = count_given(g, other->given);
        if (theirs < mine || (theirs == mine && o > i && !other->kept)) continue;
        size_t at = (size_t)(s->given.at - s->passage->text.at);
        if (other->kept)
            finding_add_guess(k, RULE_NAME_ARCHIVE, CHECK_NAME_ARCHIVE, s->passage, at, s->given,
                              other->given, other->passage->from, false);
        else
            finding_add_guess(k, RULE_NAME_SPELLING, CHECK_NAME_SPELLING, s->passage, at, s->given,
                              other->given, T(""), false);
        return;
    }
}

/* --- names without their surname --- */

/* Whether words from `i` are the given names, letter for letter, with no surname behind them. */
static bool cut_at(const struct stretch *p, size_t i, struct text given, size_t *last) {
    size_t at = p->words[i].at, to = at + given.n;
    if (!text_starts(text_after(p->text, at), given)) return false;
    size_t w = i;
    while (w + 1 < p->nwords && p->words[w + 1].at < to) w++;
    *last = w;
    if (p->words[w].at + (size_t)p->words[w].n != to) return false;
    bool more = w + 1 < p->nwords && joined(p, w + 1) && p->words[w + 1].shape != SHAPE_SMALL;
    return !more;
}

static void check_cut(struct checking *k, const struct surname *s) {
    size_t last, end = s->word;
    const struct stretch *named = s->passage;
    while (end + 1 < named->nwords && named->words[end + 1].shape == SHAPE_CAPITALS && joined(named, end + 1))
        end++;
    struct text full = words_text(named, s->word, end);
    full = (struct text){s->given.at, (size_t)(full.at + full.n - s->given.at)};
    uint32_t first = named->words[s->from].hash;
    for (size_t i = 0; i < k->stretches.n; i++) {
        const struct stretch *p = &k->stretches.at[i];
        if (p->kind == STRETCH_CELL) continue; /* the surname may stand in a column of its own */
        for (size_t n = 0; n < p->nlarge; n++) {
            const struct token *w = &p->words[p->large[n]];
            if (w->hash == first && w->shape == SHAPE_CAPITAL && cut_at(p, p->large[n], s->given, &last))
                finding_add_guess(k, RULE_NAME_CUT, CHECK_NAME_CUT, p, w->at, s->given, full, T(""), false);
        }
    }
}

/* Given names of two words or more, once each. */
static void check_cuts(struct checking *k, const struct group *g) {
    for (size_t i = 0; i < g->here; i++) {
        const struct surname *s = g->at[i];
        bool first = s->given.n && text_find(s->given, T(" ")) < s->given.n &&
                     names_surname(s->passage, s->word) &&
                     s->given.at + s->given.n < s->text.at &&
                     s->text.at - (s->given.at + s->given.n) == 1;
        for (size_t o = 0; o < i && first; o++) first = !text_equal(g->at[o]->given, s->given);
        if (first) check_cut(k, s);
    }
}

void names_check(struct checking *k) {
    struct surnames all = {0};
    gather(k, &k->stretches, false, &all);
    if (all.n) gather(k, &k->kept, true, &all);
    const struct surname **sorted = arena_new(k->a, const struct surname *, all.n);
    for (size_t i = 0; i < all.n; i++) sorted[i] = &all.at[i];
    qsort(sorted, all.n, sizeof *sorted, surname_order);
    for (size_t i = 0; i < all.n;) {
        struct group g = {.at = sorted + i};
        while (i + g.n < all.n && text_equal(sorted[i + g.n]->key, sorted[i]->key)) {
            g.here += !sorted[i + g.n]->kept;
            g.n++;
        }
        i += g.n;
        if (!has_person(&g)) continue;
        check_spelling(k, &g);
        for (size_t n = 0; n < g.here; n++) check_given(k, &g, n);
        check_cuts(k, &g);
    }
}
