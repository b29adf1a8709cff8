/* See letters.h. What letters to anyone have, a Minister's as well, «Mesdames et Messieurs», «Veuillez
 * agréer», may be meant for print: only what asks the newsroom for something, speaks of what is attached, or
 * opens and ends messages is told. */
#include "check/letters.h"

enum { WORDS = 5, SHORT = 12 /* words of a paragraph that is nothing but a greeting */ };

/* Where a phrase says what it says. */
enum where {
    ANYWHERE,
    FIRST,      /* at a paragraph's start */
    FIRST_SHORT /* of a short one */
};

/* Phrases by words of small letters. Those that may stand anywhere begin with a word of stretch.c's table of
 * keys. */
static const struct phrase {
    enum where where;
    const char *words[WORDS];
} phrases[] = {
    {FIRST, {"bonjour"}},
    {FIRST, {"bonsoir"}},
    {FIRST, {"envoyé", "de", "mon"}},
    {FIRST, {"envoyé", "depuis", "mon"}},
    {FIRST_SHORT, {"cordialement"}},
    {FIRST_SHORT, {"bien", "cordialement"}},
    {FIRST_SHORT, {"très", "cordialement"}},
    {FIRST_SHORT, {"bien", "à", "vous"}},
    {FIRST_SHORT, {"bonne", "réception"}},
    {FIRST_SHORT, {"confraternellement"}},
    {FIRST_SHORT, {"meilleures", "salutations"}},
    {FIRST_SHORT, {"pour", "diffusion"}},
    {FIRST_SHORT, {"pour", "large", "diffusion"}},
    {FIRST_SHORT, {"à", "diffuser"}},
    {FIRST_SHORT, {"À", "diffuser"}},
    {ANYWHERE, {"ci", "joint"}},
    {ANYWHERE, {"ci", "jointe"}},
    {ANYWHERE, {"ci", "jointes"}},
    {ANYWHERE, {"ci", "joints"}},
    {ANYWHERE, {"merci", "d", "avance"}},
    {ANYWHERE, {"merci", "de", "bien", "vouloir"}},
    {ANYWHERE, {"merci", "de", "diffuser"}},
    {ANYWHERE, {"merci", "de", "la", "diffusion"}},
    {ANYWHERE, {"merci", "de", "publier"}},
    {ANYWHERE, {"merci", "de", "trouver"}},
    {ANYWHERE, {"merci", "pour", "la", "diffusion"}},
    {ANYWHERE, {"prie", "de", "diffuser"}},
    {ANYWHERE, {"prie", "de", "publier"}},
    {ANYWHERE, {"prie", "de", "trouver"}},
    {ANYWHERE, {"prière", "de", "bien", "vouloir"}},
    {ANYWHERE, {"prière", "de", "diffuser"}},
    {ANYWHERE, {"prière", "de", "publier"}},
    {ANYWHERE, {"prière", "de", "trouver"}},
    {ANYWHERE, {"trouverez", "en", "attachement"}},
    {ANYWHERE, {"trouverez", "en", "pièce", "jointe"}},
    {ANYWHERE, {"trouverez", "en", "pièces", "jointes"}},
    {ANYWHERE, {"veuillez", "diffuser"}},
    {ANYWHERE, {"veuillez", "publier"}},
    {ANYWHERE, {"veuillez", "trouver"}},
};

enum { PHRASES = sizeof phrases / sizeof *phrases };

/* The hashes of their first words, and the lowest six bits that these have, each as a bit. */
struct firsts {
    uint32_t hashes[PHRASES];
    uint64_t filter;
};

/* How many words from `i` on are the phrase; 0: they are not. */
static size_t phrase_at(const struct stretch *p, size_t i, const struct phrase *f) {
    size_t n = 0;
    for (; n < WORDS && f->words[n]; n++)
        if (!word_is(p, i + n, f->words[n]) || (n && p->words[i + n].gap >= GAP_SIGN)) return 0;
    return n;
}

/* The phrase that stands at word `i`; how many words it has, or 0. */
static size_t find_phrase(const struct stretch *p, size_t i, const struct firsts *firsts) {
    bool first = !i && !p->words[0].at;
    uint32_t hash = p->words[i].hash;
    if (!(firsts->filter >> (hash & 63) & 1)) return 0;
    for (size_t n = 0; n < PHRASES; n++) {
        enum where where = phrases[n].where;
        if (firsts->hashes[n] != hash || (where != ANYWHERE && !first)) continue;
        size_t found = phrase_at(p, i, &phrases[n]);
        if (found && (where != FIRST_SHORT || p->nwords <= SHORT)) return found;
    }
    return 0;
}

/* One phrase of a paragraph says enough of it. */
static void check_stretch(struct checking *k, const struct stretch *p, const struct firsts *firsts) {
    size_t at = 0, found = p->nwords ? find_phrase(p, 0, firsts) : 0;
    for (size_t n = 0; n < p->nkeys && !found; n++) found = find_phrase(p, at = p->keys[n], firsts);
    if (found)
        finding_add(k, RULE_LETTER, CHECK_LETTER, p, p->words[at].at, words_text(p, at, at + found - 1),
                    T(""));
}

void letters_check(struct checking *k) {
    struct firsts firsts = {0};
    if (!rule_on(k, RULE_LETTER)) return;
    for (size_t n = 0; n < PHRASES; n++) {
        firsts.hashes[n] = text_hash(text_of(phrases[n].words[0]), 0);
        firsts.filter |= UINT64_C(1) << (firsts.hashes[n] & 63);
    }
    for (size_t i = 0; i < k->stretches.n; i++) {
        const struct stretch *p = &k->stretches.at[i];
        if (p->kind == STRETCH_BODY && p->french) check_stretch(k, p, &firsts);
    }
}
