/* See acronyms.h. A word in capitals is an acronym, and no surname, where an article stands before
 * it somewhere in the edition. */
#include "check/acronyms.h"

#include <stdlib.h>

enum { LONGEST = 8, LONGEST_ARTICLE = 5, INITIALS = 12 /* words a full name goes back */ };

static const char *const known[] = {"BBC",  "BP",   "CD",   "CEDEAO", "CNN",  "DVD",  "FAO",  "FCFA", "FIFA",
                                    "FMI",  "GPS",  "HT",   "ISO",    "ONG",  "ONU",  "ORTM", "OMS",  "OTAN",
                                    "PDF",  "PDG",  "PIB",  "PME",    "PMI",  "RFI",  "SMS",  "TIC",  "TTC",
                                    "TV",   "TVA",  "UA",   "UE",     "UEMOA","UNESCO","UNICEF","USA", "USB",
                                    "VIH"};

static const char *const articles[] = {"au", "aux", "cette", "ce", "des", "du", "l", "la", "le", "les", "un", "une"};

/* Where an acronym stands. */
struct use {
    struct text text;
    const struct stretch *passage;
    size_t word;
    bool article;
};

struct uses {
    struct use *at;
    size_t n, cap;
};

bool acronyms_known(struct text t) {
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (text_equal(t, text_of(known[i]))) return true;
    return false;
}

static bool behind_article(const struct stretch *p, size_t i) {
    if (!i || p->words[i - 1].n > LONGEST_ARTICLE || (p->words[i].gap != GAP_SPACE && p->words[i].gap != GAP_APOSTROPHE)) return false;
    for (size_t n = 0; n < sizeof articles / sizeof *articles; n++)
        if (word_is(p, i - 1, articles[n])) return true;
    return false;
}

/* The sign before word `i` or behind it, blanks aside; 0: none. */
static uint32_t sign_before(const struct stretch *p, size_t i) {
    struct text before = text_trim_end(text_part(p->text, 0, p->words[i].at));
    size_t at = before.n;
    return at ? utf8_prev(before, &at) : 0;
}

static uint32_t sign_behind(const struct stretch *p, size_t i) {
    struct text rest = text_trim(text_after(p->text, p->words[i].at + (size_t)p->words[i].n));
    size_t at = 0;
    return rest.n ? utf8_next(rest, &at) : 0;
}

/* Whether capitals of the words before `i` are the acronym's letters, in order: «l’Agence pour la
 * Promotion des Exportations au Mali, APEX». Two letters at least must be; others may come from
 * within words. */
static bool initials_before(const struct stretch *p, size_t i) {
    struct text t = word_text(p, i);
    size_t letter = t.n, found = 0;
    for (size_t w = i, n = 0; w && letter && n < INITIALS; n++) {
        struct text word = word_text(p, --w);
        if (p->words[w].shape == SHAPE_SMALL) continue;
        for (size_t l = letter; l--;)
            if (t.at[l] == word.at[0]) {
                letter = l;
                found++;
                break;
            }
    }
    return !letter && found >= 2;
}

static bool explains(const struct stretch *p, size_t i) {
    uint32_t before = sign_before(p, i), behind = sign_behind(p, i);
    if (before == '(' && behind == ')') return true;
    if (behind == '(') return true;
    return initials_before(p, i);
}

static void gather(struct checking *k, struct uses *out) {
    for (size_t i = 0; i < k->stretches.n; i++) {
        const struct stretch *p = &k->stretches.at[i];
        if (!p->french || p->shouts) continue;
        for (size_t n = 0; n < p->nlarge; n++) {
            size_t w = p->large[n];
            if (p->words[w].shape != SHAPE_CAPITALS || p->words[w].n > LONGEST) continue;
            struct use u = {word_text(p, w), p, w, behind_article(p, w)};
            arena_push(k->a, out, u);
        }
    }
}

static bool registered(const struct checking *k, struct text t) {
    return ministries_known(k->ministries, t) != NULL || acronyms_known(t);
}

/* By text, as they came. */
static int use_order(const void *a, const void *b) {
    const struct use *x = *(const struct use *const *)a, *y = *(const struct use *const *)b;
    int order = text_order(x->text, y->text);
    return order ? order : (x > y) - (x < y);
}

void acronyms_check(struct checking *k) {
    struct uses all = {0};
    if (!rule_on(k, RULE_ACRONYM)) return;
    gather(k, &all);
    const struct use **sorted = arena_new(k->a, const struct use *, all.n);
    for (size_t i = 0; i < all.n; i++) sorted[i] = &all.at[i];
    qsort(sorted, all.n, sizeof *sorted, use_order);
    for (size_t i = 0, to; i < all.n; i = to) {
        bool article = false, explained = false;
        const struct use *first = sorted[i];
        for (to = i; to < all.n && text_equal(sorted[to]->text, first->text); to++)
            article |= sorted[to]->article;
        if (!article || registered(k, first->text)) continue;
        for (size_t n = i; n < to && !explained; n++)
            explained = explains(sorted[n]->passage, sorted[n]->word);
        if (!explained)
            finding_add(k, RULE_ACRONYM, CHECK_ACRONYM, first->passage,
                        first->passage->words[first->word].at, first->text, T(""));
    }
}
