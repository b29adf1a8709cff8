/* Quotation marks and what stands inside them: fr-3, fr-9. */
#include "french.h"

static const struct french_case cases[] = {
    {"«mot»", "«~mot~»", "fr-3 fr-3"},
    {"« mot »", "«~mot~»", "fr-3 fr-3"},
    {"«\u202fmot\u202f»", "«~mot~»", "fr-3 fr-3"},
    {"« Oui » !", "«~Oui~»^!", "fr-3 fr-3 fr-1"},
    {"« Quoi ! »", "«~Quoi^!~»", "fr-3 fr-1 fr-3"},
    {"« ! »", "«~!~»", "fr-3 fr-3"},
    {"mot«mot»mot", "mot «~mot~» mot", "fr-3 fr-3 fr-3 fr-3"},
    {"(« mot »)", "(«~mot~»)", "fr-3 fr-3"},
    {"« mot » , mot", "«~mot~», mot", "fr-3 fr-3 fr-6"},
    {"l’ « Étoile »", "l’«~Étoile~»", "fr-8 fr-3 fr-3"},
    {"dit:« mot »", "dit~: «~mot~»", "fr-2 fr-3 fr-3 fr-3"},
    {"«»", "«»", ""},
    {"«", "«", ""},
    /* fr-9: « » outside, “ ” inside */
    {"“Village Espoir”", "«~Village Espoir~»", "fr-9 fr-3 fr-3 fr-9"},
    {"le \"mot\" dit", "le «~mot~» dit", "fr-9 fr-3 fr-3 fr-9"},
    {"l'\"Étoile\"", "l’«~Étoile~»", "fr-8 fr-9 fr-3 fr-3 fr-9"},
    {"dit:\"oui,\" puis", "dit~: «~oui,~» puis", "fr-2 fr-3 fr-9 fr-3 fr-3 fr-9"},
    {"« un \"deux\" trois »", "«~un “deux” trois~»", "fr-3 fr-9 fr-9 fr-3"},
    {"« un “ deux ” trois »", "«~un “deux” trois~»", "fr-3 fr-9 fr-9 fr-3"},
    {"«“Village Espoir”»", "«~“Village Espoir”~»", "fr-3 fr-3"},
    {"“a «b» c”", "«~a “b” c~»", "fr-9 fr-3 fr-9 fr-9 fr-3 fr-9"},
    {"«\u00a0a «b» c\u00a0»", "«~a “b” c~»", "fr-9 fr-9"},
    {"“a” et “b”", "«~a~» et «~b~»", "fr-9 fr-3 fr-3 fr-9 fr-9 fr-3 fr-3 fr-9"},
    /* marks that do not pair stay as they are */
    {"un \"mot", "un \"mot", ""},
    {"un 24\" et \"mot\"", "un 24\" et \"mot\"", ""},
    {"\"un \"deux\" trois\"", "\"un \"deux\" trois\"", ""},
    {"“un \"deux” trois\"", "“un \"deux” trois\"", ""},
    {"un” mot“", "un” mot “", "fr-9"},
    {"«\u00a0a “b «\u00a0c” d", "«~a “b «~c” d", ""},
    /* a quote of several paragraphs: « » do not pair in one of them, “ ” still do */
    {"«\u00a0suite “un”", "«~suite “un”", ""},
    {"fin\u00a0» puis “un”", "fin~» puis «~un~»", "fr-9 fr-3 fr-3 fr-9"},
    {"«\u00a0a «\u00a0b\u00a0» c", "«~a «~b~» c", ""},
};

int main(void) {
    struct arena a = check_arena();
    french_check(a, cases, sizeof cases / sizeof *cases);
    return check_done();
}
