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
    [PHRASE_BEFORE] = {"Fingerprint of the edition kept before:\u00a0",
                       "Empreinte de l’édition gardée avant celle-ci\u00a0:\u00a0"},
    [PHRASE_FIRST_KEPT] = {"First edition of its archive.", "Première édition de ses archives."},
    [PHRASE_REVISION] = {"Revised edition: version\u00a0", "Édition révisée\u00a0: la version\u00a0"},
    [PHRASE_REPLACES] = {" replaces version\u00a0", " remplace la version\u00a0"},
    [PHRASE_BELATED] = {"Belated edition: the day had been declared without one.",
                        "Édition tardive\u00a0: le jour avait été déclaré sans édition."},
    [PHRASE_SKIPPED] = {"No edition was published on this day.", "Aucune édition n’a paru ce jour."},
    [PHRASE_BECAUSE] = {" Reason: ", " Motif\u00a0: "},
    [PHRASE_SPECIAL] = {"Special edition.", "Édition spéciale."},
    [PHRASE_SIGNATURE] = {"Electronic signature", "Signature électronique"},
    [PHRASE_PROOF] = {"PROOF", "ÉPREUVE"},
    [PHRASE_TICKET] = {"Print ticket", "Fiche d’impression"},
    [PHRASE_TICKET_FILE] = {"File", "Fichier"},
    [PHRASE_TICKET_DIGEST] = {"SHA-256 of the file", "SHA-256 du fichier"},
    [PHRASE_TICKET_PAGES] = {"Pages", "Pages"},
    [PHRASE_TICKET_TRIM] = {"Trimmed", "Format rogné"},
    [PHRASE_TICKET_BLEED] = {"Bleed, paper", "Fonds perdus, papier"},
    [PHRASE_TICKET_SHEETS] = {"Sheets", "Feuilles"},
    [PHRASE_TICKET_FOLDED] = {", both sides, turned along the short edge; folded, one in the other, "
                              "two staples in the fold",
                              ", recto verso, retournées sur le petit côté ; pliées, encartées, "
                              "deux agrafes au pli"},
    [PHRASE_TICKET_FOLDED_ONE] = {", both sides, turned along the short edge; folded",
                                  ", recto verso, retournée sur le petit côté\u202f; pliée"},
    [PHRASE_TICKET_BOTH] = {", both sides", ", recto verso"},
    [PHRASE_TICKET_BLANK] = {"; empty pages: ", "\u202f; pages blanches\u00a0: "},
    [PHRASE_TICKET_PAPER] = {"Paper", "Papier"},
    [PHRASE_TICKET_INKS] = {"Inks", "Encres"},
    [PHRASE_TICKET_LIMIT] = {"Most ink, and limit", "Encrage maximal, et limite"},
    [PHRASE_TICKET_PROFILE] = {"Colour profile", "Profil de couleur"},
    [PHRASE_TICKET_FORM] = {"Form of the file", "Forme du fichier"},
    [PHRASE_TICKET_CONTACT] = {"Contact", "Contact"},
    [PHRASE_TICKET_COPIES] = {"Copies", "Tirage"},
    [PHRASE_TICKET_PASSED] = {"Passed for press, name and hour", "Bon à tirer, nom et heure"},
    [PHRASE_PAGE_SHORT] = {"p.\u00a0", "p.\u00a0"},
    [PHRASE_COLON] = {": ", "\u00a0: "},
    [PHRASE_CYAN] = {"cyan", "cyan"},
    [PHRASE_MAGENTA] = {"magenta", "magenta"},
    [PHRASE_YELLOW] = {"yellow", "jaune"},
    [PHRASE_BLACK] = {"black", "noir"},
    [PHRASE_SKIP] = {"Go to the communiqués", "Aller aux communiqués"},
    [PHRASE_DATED] = {", ", ", le\u00a0"},
    [PHRASE_DATED_ALONE] = {"", "Le\u00a0"},
    [PHRASE_CORRECTS] = {"Correction: this communiqué corrects ",
                         "Rectificatif\u00a0: ce communiqué corrige "},
    [PHRASE_CORRECTS_DAY] = {"the one of ", "celui du\u00a0"},
    [PHRASE_OF_DAY] = {" of ", " du\u00a0"},
    [PHRASE_OPEN] = {"“", "«\u00a0"},
    [PHRASE_SHUT] = {"”", "\u00a0»"},
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

struct text edition_notice(struct arena *a, const struct edition *e, const struct newsroom *n) {
    struct build b = {.arena = a};
    if (e->special) build_text(&b, phrase_of(n->lang, PHRASE_SPECIAL));
    if (e->revision < 2) return build_done(&b);
    if (e->special) build_char(&b, ' ');
    if (e->belated) {
        build_text(&b, phrase_of(n->lang, PHRASE_BELATED));
    } else {
        build_text(&b, phrase_of(n->lang, PHRASE_REVISION));
        build_int(&b, e->revision);
        build_text(&b, phrase_of(n->lang, PHRASE_REPLACES));
        build_int(&b, e->revision - 1);
        build_char(&b, '.');
    }
    build_text(&b, phrase_of(n->lang, PHRASE_BECAUSE));
    build_text(&b, e->because);
    if (!text_ends(e->because, T(".")) && !text_ends(e->because, T("!")) &&
        !text_ends(e->because, T("?")) && !text_ends(e->because, T("…")))
        build_char(&b, '.');
    return build_done(&b);
}

struct text edition_witness(struct arena *a, const struct edition *e, const struct newsroom *n) {
    if (e->before.n)
        return TEXT_JOIN(a, phrase_of(n->lang, PHRASE_BEFORE), e->before, T("."));
    return e->revision ? phrase_of(n->lang, PHRASE_FIRST_KEPT) : (struct text){0};
}

struct text newsroom_imprint(struct arena *a, const struct newsroom *n) {
    return TEXT_JOIN(a, phrase_of(n->lang, PHRASE_PUBLISHED_BY), n->publisher,
                     n->address.n ? T(", ") : T(""), n->address, T("."));
}

/* «Bamako, le 24 novembre 2025» */
static void build_origin(struct build *b, const struct communique *c, enum lang lang) {
    build_text(b, c->place.text);
    if (!c->has_date) return;
    build_text(b, phrase_of(lang, c->place.text.n ? PHRASE_DATED : PHRASE_DATED_ALONE));
    date_print_long(b, c->date, lang, false);
}

/* Adds a span with what was built since the last. */
static size_t add_span(struct build *b, size_t *from, const struct link *link, struct span *out) {
    if (b->n == *from) return 0;
    *out = (struct span){.text = text_after(build_done(b), *from), .link = link};
    *from = b->n;
    return 1;
}

size_t communique_note(struct arena *a, const struct edition *e, const struct communique *c,
                       const struct newsroom *n, struct span *out) {
    struct arena before = *a;
    struct build b = {.arena = a};
    const struct correcting *what = c->corrects;
    size_t from = 0, spans = 0;
    build_room(&b, 1 << 13); /* so that the text does not move: titles are short */
    build_origin(&b, c, n->lang);
    if (what) {
        struct link *link = what->item ? arena_new(a, struct link, 1) : NULL;
        struct text title = what->item ? e->at[what->item - 1].title.text : what->title;
        if (link) *link = (struct link){.address = TEXT_JOIN(a, T("#c"), text_number(a, (int64_t)what->item))};
        if (b.n) build_text(&b, T(". "));
        build_text(&b, phrase_of(n->lang, PHRASE_CORRECTS));
        if (title.n) build_text(&b, phrase_of(n->lang, PHRASE_OPEN));
        spans += add_span(&b, &from, NULL, &out[spans]);
        build_text(&b, text_part(title, 0, 1 << 12));
        spans += add_span(&b, &from, link, &out[spans]);
        if (title.n) build_text(&b, phrase_of(n->lang, PHRASE_SHUT));
        if (what->has_date) {
            build_text(&b, phrase_of(n->lang, title.n ? PHRASE_OF_DAY : PHRASE_CORRECTS_DAY));
            date_print_long(&b, what->date, n->lang, false);
        }
    }
    if (!b.n) return *a = before, 0; /* most have none */
    build_char(&b, '.');
    return spans + add_span(&b, &from, NULL, &out[spans]);
}
