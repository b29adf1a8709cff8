/* What is not parted at a line's end: days and months (fr-15), numbers (fr-16), names (fr-18),
 * asides (fr-19), references (fr-24). */
#include "french.h"

static const struct french_case cases[] = {
    {"le 25 novembre 2025", "le 25~novembre 2025", "fr-15"},
    {"le 1er janvier", "le 1er~janvier", "fr-15"},
    {"le 25 Novembre", "le 25~Novembre", "fr-15"},
    {"les 21 et 24 août", "les 21 et 24~août", "fr-15"},
    {"en 2025 novembre", "en 2025 novembre", ""},
    /* fr-16 */
    {"333 Saints", "333~Saints", "fr-16"},
    {"10 %, 10% et 5‰", "10~%, 10~% et 5~‰", "fr-16 fr-16 fr-16"},
    {"5 €, 5 $ et 25 °C", "5~€, 5~$ et 25~°C", "fr-16 fr-16 fr-16"},
    {"25° C", "25° C", ""},
    {"25 km", "25~km", "fr-16"},
    {"19,5 hectares", "19,5~hectares", "fr-16"},
    {"2000 francs", "2000~francs", "fr-16"},
    {"(3e édition)", "(3e~édition)", "fr-16"},
    {"à 16 h 15 min", "à 16~h~15~min", "fr-16 fr-16 fr-16"},
    {"le 5 de ce mois", "le 5 de ce mois", ""},
    {"5 l’ont dit", "5 l’ont dit", ""},
    {"en 2025 des élections", "en 2025 des élections", ""},
    {"1. Le", "1. Le", ""},
    /* fr-18 */
    {"M. Faure", "M.~Faure", "fr-18"},
    {"MM. Faure et Dupont", "MM.~Faure et Dupont", "fr-18"},
    {"(Mme Oumou", "(Mme~Oumou", "fr-18"},
    {"Mmes Écho", "Mmes~Écho", "fr-18"},
    {"Mlle Awa, Dr Ba, Pr Ly", "Mlle~Awa, Dr~Ba, Pr~Ly", "fr-18 fr-18 fr-18"},
    {"J.-P. Sartre", "J.-P.~Sartre", "fr-18"},
    {"S. A. R. Awa", "S.~A.~R.~Awa", "fr-18 fr-18 fr-18"},
    {"M . Faure", "M.~Faure", "fr-6 fr-18"},
    {"M. le ministre", "M. le ministre", ""},
    {"la Mme Oumou", "la Mme~Oumou", "fr-18"},
    {"la Somme Oumou", "la Somme Oumou", ""},
    /* fr-19 */
    {"Le Mali – terre d’accueil – est", "Le Mali –~terre d’accueil~– est", "fr-19 fr-19"},
    {"Le Mali — terre —, est", "Le Mali —~terre~—, est", "fr-19 fr-19"},
    {"a – b – c – d – e", "a –~b~– c –~d~– e", "fr-19 fr-19 fr-19 fr-19"},
    {"Mali – Royaume-Uni", "Mali – Royaume-Uni", ""},
    {"Mali – Niger. Le bilan – enfin", "Mali – Niger. Le bilan – enfin", ""},
    {"Mali – Niger… Le bilan – enfin", "Mali – Niger… Le bilan – enfin", ""},
    {"Mali - Niger - ici", "Mali - Niger - ici", ""},
    {"« – a » – b", "«~– a~» – b", "fr-3 fr-3"},
    /* fr-24 */
    {"1 234 567,8 F", "1^234^567,8~F", "fr-24 fr-24 fr-16"},
    {"20 22 45 67", "20 22 45 67", ""},
    {"en 2025 300", "en 2025 300", ""},
    {"art. 9, Art. 9, § 8 et p. 12", "art.~9, Art.~9, §~8 et p.~12", "fr-24 fr-24 fr-24 fr-24"},
    {"Louis XVIII, Henri IV", "Louis~XVIII, Henri~IV", "fr-24 fr-24"},
    {"Charles Ier", "Charles~Ier", "fr-24"},
    {"Mali XL", "Mali XL", ""},
    {"AES IV", "AES IV", ""},
    {"un, etc.", "un,~etc.", "fr-24"},
};

int main(void) {
    struct arena a = check_arena();
    french_check(a, cases, sizeof cases / sizeof *cases);
    return check_done();
}
