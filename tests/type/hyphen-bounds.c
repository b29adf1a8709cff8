/* Where words may be divided: by the patterns, within the house's bounds. Soft divisions are shown
 * as «|», those behind a written hyphen as «-|», the last resorts in a compound as «~». */
#include "check.h"
#include "type/hyphen.h"

#include <stdlib.h>

static const struct {
    const char *word, *want;
} cases[] = {
    {"gouvernement", "gou|ver|ne|ment"},
    {"Administration", "Ad|mi|nis|tra|tion"},
    {"entrepreneuriat", "en|tre|pre|neu|riat"},
    {"(gouvernement),", "(gou|ver|ne|ment),"},
    /* at least two letters stay, three are carried over */
    {"ami", "ami"},
    {"avec", "avec"},
    {"état", "état"},
    {"était", "était"},
    {"Bamako", "Ba|mako"},
    /* never at an apostrophe, nor behind one letter that follows it */
    {"l’Administration", "l’Ad|mi|nis|tra|tion"},
    {"l’étendard", "l’éten|dard"},
    {"aujourd’hui", "au|jour|d’hui"},
    {"d’abord", "d’abord"},
    {"m’accepteraient", "m’ac|cep|te|raient"},
    {"l'Administration", "l'Ad|mi|nis|tra|tion"},
    /* not between vowels, nor beside x or y between vowels */
    {"soixante", "soixante"},
    {"royaume", "royaume"},
    {"théâtre", "théâtre"},
    /* never acronyms, surnames in capitals, words with digits */
    {"PRIMATURE", "PRIMATURE"},
    {"MAÏGA", "MAÏGA"},
    {"ATTAHER", "ATTAHER"},
    {"l’UNESCO", "l’UNESCO"},
    {"covid19situation", "covid19situation"},
    {"Boubacar", "Bou|ba|car"},
    /* compounds at their hyphens only, with two letters on either side */
    {"Royaume-Uni", "Royaume-|Uni"},
    {"sous-commissions", "sous-|com~mis~sions"},
    {"gouvernement-2025", "gouvernement-2025"},
    {"gouvernement-ml@exemple.ml", "gouvernement-|ml@exemple.ml"},
    {"Entrepreneuriat-AES", "En~tre~pre~neu~riat-|AES"},
    {"peut-être", "peut-|être"},
    {"c’est-à-dire", "c’est-|à-dire"},
    {"l’Entrepreneuriat-AES", "l’En~tre~pre~neu~riat-|AES"},
    {"l’à-côté", "l’à-côté"},
    {"viendra-t-il", "vien~dra-|t-il"},
    {"a-t-il", "a-t-il"},
    {"mi-2025", "mi-2025"},
    {"2024-0658", "2024-0658"},
    {"porte‐parole", "porte‐|pa~role"},
    {"-il", "-il"},
    {"fin-", "fin-"},
    {"", ""},
    {"…", "…"},
};

static struct text shown(struct arena *a, const struct patterns *h, struct text word) {
    struct division at[DIVISIONS_MAX];
    struct build b = {.arena = a};
    size_t n = hyphens_find(h, word, at), from = 0;
    for (size_t i = 0; i < n; i++) {
        CHECK(at[i].at > from && at[i].at < word.n);
        bool hyphen = text_ends(text_part(word, 0, at[i].at), T("-")) ||
                      text_ends(text_part(word, 0, at[i].at), T("‐"));
        CHECK(hyphen == (at[i].kind == DIVIDE_HARD));
        build_text(&b, text_part(word, from, at[i].at));
        build_char(&b, at[i].kind == DIVIDE_PART ? '~' : '|');
        from = at[i].at;
    }
    build_text(&b, text_after(word, from));
    return build_done(&b);
}

int main(void) {
    struct arena a = check_arena();
    struct patterns *h =
        patterns_load(&a, TEXT_JOIN(&a, text_of(getenv("TOP")), T("/out/hyphens/hyph_fr.dic")));
    struct text longest = {0};
    CHECK(h != NULL);
    for (size_t i = 0; h && i < sizeof cases / sizeof *cases; i++)
        CHECK_TEXT(shown(&a, h, text_of(cases[i].word)), cases[i].want);
    CHECK_TEXT(shown(&a, NULL, T("gouvernement")), "gouvernement");
    CHECK_TEXT(shown(&a, NULL, T("peut-être")), "peut-|être");
    for (int i = 0; i < 25; i++) longest = TEXT_JOIN(&a, longest, T("gouvernement"));
    CHECK(text_equal(shown(&a, h, longest), longest));
    CHECK(!patterns_load(&a, T("/nowhere/hyph.dic")));
    return check_done();
}
