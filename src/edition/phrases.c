/* See phrases.h. No-break spaces stand where French wants them (U+00A0, U+202F). */
#include "edition/phrases.h"

#include "base/unicode.h"
#include "edition/edition.h"
#include "edition/newsroom.h"

static const char *const phrases[PHRASE__MAX][LANG__MAX] = {
    [PHRASE_CONTENTS] = {"Contents", "Sommaire"},
    [PHRASE_CONTINUED] = {" (continued)", " (suite)"},
    [PHRASE_NUMBER] = {"No.\u00a0", "N°\u00a0"},
    [PHRASE_NUMBER_IN] = {"no.\u00a0", "n°\u00a0"},
    [PHRASE_COMMUNIQUE] = {"communiqué", "communiqué"},
    [PHRASE_COMMUNIQUES] = {"communiqués", "communiqués"},
    [PHRASE_MINISTRY] = {"department", "département"},
    [PHRASE_MINISTRIES] = {"departments", "départements"},
    [PHRASE_PUBLISHED_BY] = {"Published by ", "Publié par\u00a0: "},
    [PHRASE_ERRORS] = {"To report an error: ", "Pour signaler une erreur\u00a0: "},
    [PHRASE_SET_IN] = {"Set in ", "Composé en "},
    [PHRASE_AND] = {" and ", " et "},
    [PHRASE_SOURCE] = {"Text of the communiqués as the ministries sent it",
                       "Texte des communiqués tel que les ministères l’ont envoyé"},
    [PHRASE_PAGE] = {", page\u00a0", ", page\u00a0"},
    [PHRASE_BEFORE] = {" Kept after the edition ", " Gardée après l’édition "},
    [PHRASE_FIRST_KEPT] = {" First edition of the archive.", " Première édition de l’archive."},
    [PHRASE_REVISION] = {"Correction: this edition replaces the earlier one of the same day. ",
                         "Rectificatif\u00a0: cette édition remplace la précédente du même jour. "},
    [PHRASE_SPECIAL] = {"Special edition", "Édition spéciale"},
    [PHRASE_SIGNATURE] = {"Electronic signature", "Signature électronique"},
    [PHRASE_PROOF] = {"PROOF", "ÉPREUVE"},
    [PHRASE_SKIP] = {"Go to the communiqués", "Aller aux communiqués"},
};

struct text phrase_of(enum lang lang, enum phrase p) {
    return text_of(phrases[p][lang]);
}

void build_count(struct build *b, enum lang lang, size_t n, enum phrase one, enum phrase several) {
    build_int(b, (int64_t)n);
    build_code(b, 0xA0);
    build_text(b, phrase_of(lang, n < 2 ? one : several)); /* French: 0 is singular too */
}

struct text edition_heading(struct arena *a, const struct edition *e, const struct newsroom *n) {
    struct build b = {.arena = a};
    build_text(&b, n->title);
    build_char(&b, ' ');
    build_text(&b, phrase_of(n->lang, PHRASE_NUMBER_IN));
    build_int(&b, e->number);
    build_text(&b, T(", "));
    date_print_long(&b, e->date, n->lang, false);
    return build_done(&b);
}

struct text edition_number(struct arena *a, const struct edition *e, const struct newsroom *n) {
    return TEXT_JOIN(a, phrase_of(n->lang, PHRASE_NUMBER), text_number(a, e->number));
}

struct text edition_day(struct arena *a, const struct edition *e, const struct newsroom *n) {
    struct build b = {.arena = a};
    date_print_long(&b, e->date, n->lang, true);
    return text_capital(a, build_done(&b));
}

struct text edition_counts(struct arena *a, const struct edition *e, const struct newsroom *n) {
    struct build b = {.arena = a};
    build_count(&b, n->lang, e->n, PHRASE_COMMUNIQUE, PHRASE_COMMUNIQUES);
    build_text(&b, T(", "));
    build_count(&b, n->lang, edition_ministries(e), PHRASE_MINISTRY, PHRASE_MINISTRIES);
    return build_done(&b);
}

struct text newsroom_imprint(struct arena *a, const struct newsroom *n) {
    return TEXT_JOIN(a, phrase_of(n->lang, PHRASE_PUBLISHED_BY), n->publisher,
                     n->address.n ? T(", ") : T(""), n->address, T("."));
}
