/* See orthography.h. Each rule starts from what is rare: an «oe», a word of one letter, a full stop. */
#include "check/orthography.h"

#include "base/unicode.h"

#include <string.h>

enum { LEAST_BEFORE = 4 /* bytes of a word that is no abbreviation before its full stop */ };

/* --- ligatures --- */

/* Beginnings of words with «oe» that have an œ, without accents. «Moelle», «poète», «Noël»,
 * names of people do not begin so. */
static const char *const ligatures[] = {
    "boeuf",   "choeur",    "coeur",   "desoeuvr", "ecoeur",  "foetal", "foetus", "manoeuvr", "moeurs", "noeud",
    "oecumeni", "oedeme",   "oeil",    "oenolog", "oesophag", "oeuf", "oeuvr",    "rancoeur", "soeur",
    "voeu"};

static bool wants_ligature(struct arena scratch, struct text word) {
    struct text key = word_key(&scratch, word);
    for (size_t i = 0; i < sizeof ligatures / sizeof *ligatures; i++)
        if (text_starts(key, text_of(ligatures[i]))) return true;
    return false;
}

/* The word whose bytes hold `at`, the next one from *i on, which moves there; false where none does. */
static bool word_at(const struct stretch *p, size_t at, size_t *i) {
    while (*i < p->nwords && p->words[*i].at + (size_t)p->words[*i].n <= at) ++*i;
    return *i < p->nwords && p->words[*i].at <= at;
}

static void check_ligature(struct checking *k, const struct stretch *p, size_t at, size_t i) {
    const struct token *w = &p->words[i];
    struct text t = word_text(p, i);
    size_t o = at - w->at;
    if (!wants_ligature(*k->a, t)) return;
    struct text joined = t.at[o] == 'o' ? T("œ") : T("Œ");
    finding_add(k, RULE_LIGATURE, CHECK_LIGATURE, p, w->at, t,
                TEXT_JOIN(k->a, text_part(t, 0, o), joined, text_after(t, o + 2)));
}

/* Every «oe», in whatever case, of a stretch. */
static void check_ligatures(struct checking *k, const struct stretch *p) {
    static const char starts[] = "oO";
    for (int c = 0; c < 2; c++) {
        size_t word = 0;
        for (size_t at = 0; at + 1 < p->text.n; at++) {
            const char *o = memchr(p->text.at + at, starts[c], p->text.n - 1 - at);
            if (!o) break;
            at = (size_t)(o - p->text.at);
            if ((o[1] | 0x20) == 'e' && word_at(p, at, &word)) check_ligature(k, p, at, word);
        }
    }
}

/* --- a-t-il --- */

static bool is_subject(const struct stretch *p, size_t i) {
    return word_is(p, i, "il") || word_is(p, i, "elle") || word_is(p, i, "on") || word_is(p, i, "ils") ||
           word_is(p, i, "elles");
}

/* «a t’il», «a-t’il», «a t il»: word `i` is the t. */
static void check_inversion(struct checking *k, const struct stretch *p, size_t i) {
    const struct token *w = &p->words[i];
    enum gap before = (enum gap)w->gap, behind = word_gap_after(p, i);
    if (!i || p->text.at[w->at] != 't' || (before != GAP_SPACE && before != GAP_HYPHEN)) return;
    if (before == GAP_HYPHEN && behind == GAP_HYPHEN) return;
    if (p->words[i - 1].shape == SHAPE_DIGITS || !is_subject(p, i + 1)) return;
    struct text parts[] = {word_text(p, i - 1), T("-t-"), word_text(p, i + 1)};
    finding_add(k, RULE_INVERSION, CHECK_INVERSION, p, p->words[i - 1].at, words_text(p, i - 1, i + 1),
                text_join(k->a, parts, 3));
}

/* --- the capital behind a full stop --- */

/* Abbreviations of as many letters that end with a full stop within a sentence, in order. */
static const char *const abbreviations[] = {
    "arrt", "chap", "coll", "coord", "dept", "illustr", "intr", "introd",
    "janv", "juil", "sept", "subst", "suppl", "trad"};

/* Word `i` is small and begins a sentence, as its gap says. */
static void check_start(struct checking *k, const struct stretch *p, size_t i) {
    const struct token *w = &p->words[i], *last = w - 1;
    struct text gap = text_part(p->text, last->at + (size_t)last->n, w->at), t = word_text(p, i);
    struct arena scratch = *k->a;
    if (last->shape != SHAPE_SMALL || last->n < LEAST_BEFORE || w->n < 2) return;
    if (!text_starts(gap, T(".")) || text_trim(text_after(gap, 1)).n) return;
    if (word_among(word_key(&scratch, word_text(p, i - 1)), abbreviations,
                   sizeof abbreviations / sizeof *abbreviations))
        return;
    finding_add(k, RULE_SENTENCE_CAPITAL, CHECK_SENTENCE_CAPITAL, p, w->at, t, text_capital(k->a, t));
}

static void check_words(struct checking *k, const struct stretch *p) {
    for (size_t n = 0; n < p->nsigns && p->kind != STRETCH_CELL; n++) { /* a sentence ends with one */
        size_t i = p->signs[n];
        if (!i || i == p->nwords) continue;
        if (p->words[i].gap == GAP_START && p->words[i].shape == SHAPE_SMALL) check_start(k, p, i);
    }
    for (size_t n = 0; n < p->nkeys; n++)
        if (p->words[p->keys[n]].n == 1) check_inversion(k, p, p->keys[n]);
}

void orthography_check(struct checking *k) {
    for (size_t i = 0; i < k->stretches.n; i++) {
        const struct stretch *p = &k->stretches.at[i];
        if (!p->french) continue;
        check_ligatures(k, p);
        check_words(k, p);
    }
}
