/* fr-5: times, ratios, dates, addresses, paths, codes and file names are not touched. */
#include "french.h"

static const char *const cases[] = {
    "à 10:30",
    "12:34:56",
    "2025-11-25T10:30:00Z",
    "25/11/2025",
    "rapport 3:2",
    "AES:1",
    "clé:valeur",
    "std::vector",
    "3,14 et 3.14",
    "1,000.50",
    "https://mali.ml/a?b=1;c=2!d",
    "(https://mali.ml/a;b)",
    "www.mali.ml;a",
    "mali.ml/a;b,c",
    "gouvernement.ml/actualites?id=3&x;y",
    "page.php?id=3",
    "jean.Le@mali.ml",
    "a,b@mali.ml",
    "http://mali.ml/n°5/100%/x...y",
    "C:\\Temp\\a;b.Txt",
    "rapport.final.pdf",
    "Rapport.Final.pdf",
    "rapport.Pdf",
    "Maliweb.Net",
    "src/type/Mon.Fichier",
    "mon_rapport:mon.Fichier",
    ".NET",
    "Mali .NET",
    "caf&eacute;s",
    "&#8217;x",
    "[ ]",
    "MM.Faure",
    "a - b",
    "5 + 3",
    "l'@",
    "",
    " ",
    "x",
};

/* Signs that end an address belong to the sentence. */
static const struct french_case ends[] = {
    {"Voir https://mali.ml/a;b!", "Voir https://mali.ml/a;b^!", "fr-1"},
    {"Voir www.mali.ml: la", "Voir www.mali.ml~: la", "fr-2"},
    {"a@mali.ml; b", "a@mali.ml^; b", "fr-1"},
    {"«https://mali.ml/a;b»", "«~https://mali.ml/a;b~»", "fr-3 fr-3"},
    {"www.mali.ml...", "www.mali.ml…", "fr-7"},
};

int main(void) {
    struct arena a = check_arena();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span s = french_of(&a, text_of(cases[i]));
        CHECK_TEXT(s.text, cases[i]);
        CHECK(!s.ncorrections);
    }
    french_check(a, ends, sizeof ends / sizeof *ends);
    return check_done();
}
