/* Signs that are written otherwise: points of suspension (fr-7), apostrophes (fr-8), the number
 * sign (fr-14). */
#include "french.h"

static const struct french_case cases[] = {
    {"Attendez...", "Attendez…", "fr-7"},
    {"Attendez ...", "Attendez…", "fr-6 fr-7"},
    {"Attendez....", "Attendez…", "fr-7"},
    {"(...) puis [...]", "(…) puis […]", "fr-7 fr-7"},
    {"...suite", "…suite", "fr-7"},
    {"mot ...suite", "mot …suite", "fr-7"},
    {"un, deux, etc...", "un, deux,~etc.", "fr-24 fr-7"},
    {"un, deux, etc…", "un, deux,~etc.", "fr-24 fr-7"},
    {"un, etc. ...", "un,~etc.", "fr-24 fr-6 fr-7"},
    {"un etc.", "un,~etc.", "fr-7"},
    {"un etc…", "un,~etc.", "fr-7 fr-7"},
    {"(un) etc.)", "(un),~etc.)", "fr-7"},
    {"et etc.", "et~etc.", "fr-24"},
    {"Nom : ..........", "Nom~: ..........", "fr-2"},
    {"../x", "../x", ""},
    {"un.. deux", "un.. deux", ""},
    {". . .", ". . .", ""},
    /* fr-8 */
    {"l'État", "l’État", "fr-8"},
    {"l' État", "l’État", "fr-8 fr-8"},
    {"l ’État", "l’État", "fr-8"},
    {"l ' État", "l’État", "fr-8 fr-8 fr-8"},
    {"QU’ ON", "QU’ON", "fr-8"},
    {"aujourd'hui", "aujourd’hui", "fr-8"},
    {"aujourd’ hui", "aujourd’hui", "fr-8"},
    {"d’ « un »", "d’«~un~»", "fr-8 fr-3 fr-3"},
    {"l'11e", "l’11e", "fr-8"},
    {"5'30", "5'30", ""},
    {"un 'mot' ici", "un 'mot' ici", ""},
    {"rock 'n' roll", "rock 'n' roll", ""},
    {"les Maliens’ amis", "les Maliens’ amis", ""},
    /* fr-14 */
    {"n° 5", "n°~5", "fr-14"},
    {"n°5", "n°~5", "fr-14"},
    {"N° 2024-0658", "N°~2024-0658", "fr-14"},
    {"nº 5", "n°~5", "fr-14 fr-14"},
    {"№ 5", "n°~5", "fr-14 fr-14"},
    {"№5", "n°~5", "fr-14 fr-14"},
    {"1 nº’", "1~n°’", "fr-16 fr-14"},
    {"1º et 2°", "1º et 2°", ""},
    {"mon° 5", "mon° 5", ""},
};

int main(void) {
    struct arena a = check_arena();
    french_check(a, cases, sizeof cases / sizeof *cases);
    return check_done();
}
