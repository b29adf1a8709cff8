/* One slip of the hand is found, of the likeliest sort alone; two are not; what is not to be suggested
 * is not; words that French cannot have are left to the dictionary. */
#include "check.h"

#include "check/slips.h"

static struct text found(struct arena *a, const struct wordset *s, const char *word) {
    struct build b = {.arena = a};
    bool sure;
    if (!slips_find(s, text_of(word), 3, &b, &sure)) return T("?");
    if (sure) build_char(&b, '!');
    return build_done(&b);
}

int main(void) {
    struct arena a = check_arena();
    struct words w = {0};
    struct wordset s;
    static const char *const known[] = {"été",  "ete-x", "sous", "commission", "omission", "panéliste",
                                        "bras", "bars",  "baas", "bât",        "bat",      "bit",
                                        "but",  "sale",  "!sale", "œuvre",     "maïs",
                                        "cérémonie", "~ceremonie", "répète", "répété", "~repete", "repente", "moelle"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) arena_push(&a, &w, text_of(known[i]));
    CHECK(wordset_open(wordset_make(&a, &w), &s));
    CHECK(slips_known(&s, T("sous-commission")));
    CHECK(slips_known(&s, T("ete-x")));
    CHECK(!slips_known(&s, T("sous-")));
    CHECK(!slips_known(&s, T("-sous")));
    CHECK(!slips_known(&s, T("sous--commission")));
    CHECK_TEXT(found(&a, &s, "paneliste"), "\tpanéliste!");
    CHECK_TEXT(found(&a, &s, "comission"), "\tcommission");
    CHECK_TEXT(found(&a, &s, "commmission"), "\tcommission");
    CHECK_TEXT(found(&a, &s, "sous-comission"), "\tsous-commission");
    CHECK_TEXT(found(&a, &s, "brsa"), "\tbras");
    CHECK_TEXT(found(&a, &s, "bàt"), "\tbat\tbât");
    CHECK_TEXT(found(&a, &s, "bot"), "\tbat\tbit\tbut");
    CHECK_TEXT(found(&a, &s, "commissin"), "\tcommission");
    CHECK_TEXT(found(&a, &s, "commisszion"), "\tcommission");
    CHECK_TEXT(found(&a, &s, "oeuvre"), "\tœuvre!");
    CHECK_TEXT(found(&a, &s, "euvre"), "\tœuvre");
    CHECK_TEXT(found(&a, &s, "mais"), "\tmaïs!");
    CHECK_TEXT(found(&a, &s, "moelle"), "\tmoelle!");
    CHECK_TEXT(found(&a, &s, "mœlle"), "\tmoelle!");
    CHECK_TEXT(found(&a, &s, "ceremonie"), "\tcérémonie!"); /* one, by two accents */
    CHECK_TEXT(found(&a, &s, "cèremonié"), "\tcérémonie!");
    CHECK_TEXT(found(&a, &s, "repete"), "\trépète\trépété"); /* two, before «repente» */
    CHECK_TEXT(found(&a, &s, "souscommission"), ""); /* two words are no slip */
    CHECK_TEXT(found(&a, &s, "salle"), "");
    CHECK_TEXT(found(&a, &s, "comissin"), "");
    CHECK_TEXT(found(&a, &s, "ﬁn"), "?");
    CHECK_TEXT(found(&a, &s, "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddz"), "?");
    return check_done();
}
