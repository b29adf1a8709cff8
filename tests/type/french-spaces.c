/* French spacing around signs: fr-1, fr-2, fr-4, fr-6. Within quotes: french-quotes. */
#include "french.h"

static const struct french_case cases[] = {
    /* fr-1: narrow before ; ! ?, a blank behind */
    {"a ; b", "a^; b", "fr-1"},
    {"a; b", "a^; b", "fr-1"},
    {"a;b", "a^; b", "fr-1 fr-1"},
    {"a\u00a0; b", "a^; b", "fr-1"},
    {"a\u2009; b", "a^; b", "fr-1"},
    {"a^; b", "a^^; b", "fr-1"},
    {"a  ;\t b", "a^; b", "fr-1 fr-6"},
    {"Quoi ?", "Quoi^?", "fr-1"},
    {"Quoi?Rien", "Quoi^? Rien", "fr-1 fr-1"},
    {"Oui!2025", "Oui^! 2025", "fr-1 fr-1"},
    {"Oui!(rires)", "Oui^! (rires)", "fr-1 fr-1"},
    {"1,5;2,5", "1,5^; 2,5", "fr-1 fr-1"},
    {"(là) !", "(là)^!", "fr-1"},
    {"etc.; puis", "etc.^; puis", "fr-1"},
    {"12h30?", "12h30^?", "fr-1"},
    {"Réunion ;etc.", "Réunion^;~etc.", "fr-1 fr-24"},
    {"; a", "; a", ""},
    /* fr-2: a whole no-break space before the colon */
    {"Administration : Le", "Administration~: Le", "fr-2"},
    {"Administration: Le", "Administration~: Le", "fr-2"},
    {"Administration :Le", "Administration~: Le", "fr-2 fr-2"},
    {"Administration\u202f: Le", "Administration~: Le", "fr-2"},
    {"suivants:", "suivants~:", "fr-2"},
    {"(AES) : cap", "(AES)~: cap", "fr-2"},
    {"É: a", "É~: a", "fr-2"},
    {"a ::b", "a~::b", "fr-2"},
    /* fr-4: none between two signs */
    {"(?)", "(?)", ""},
    {"[!]", "[!]", ""},
    {"( ? )", "(?)", "fr-4 fr-6"},
    {"Quoi?!", "Quoi^?!", "fr-1"},
    {"Quoi ! ?", "Quoi^!?", "fr-1 fr-4"},
    {"Vraiment…?", "Vraiment…?", ""},
    {"Vraiment… ?", "Vraiment…^?", "fr-1"},
    {"( : )", "(:)", "fr-4 fr-6"},
    /* fr-6: none before , . … nor within brackets, one behind, never two */
    {"mot , mot", "mot, mot", "fr-6"},
    {"mot ,mot", "mot, mot", "fr-6 fr-6"},
    {"mot,mot", "mot, mot", "fr-6"},
    {"mot,(mot", "mot, (mot", "fr-6"},
    {"mot . Fin", "mot. Fin", "fr-6"},
    {"mot …", "mot…", "fr-6"},
    {"Mali.Le Niger", "Mali. Le Niger", "fr-6"},
    {"Mali.Été", "Mali. Été", "fr-6"},
    {"( mot )", "(mot)", "fr-6 fr-6"},
    {"[ mot\u00a0]", "[mot]", "fr-6 fr-6"},
    {"a  b", "a b", "fr-6"},
    {"é   b", "é b", "fr-6"},
    {"a\tb", "a b", "fr-6"},
    {"a \u00a0b", "a~b", "fr-6"},
    {"a.  B", "a. B", "fr-6"},
    {"a,  b", "a, b", "fr-6"},
    {"a\u00a0b", "a~b", ""},
    {"etc .", "etc.", "fr-6"},
};

int main(void) {
    struct arena a = check_arena();
    french_check(a, cases, sizeof cases / sizeof *cases);
    return check_done();
}
