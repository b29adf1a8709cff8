/* Language tags: their form, and which of them name French. */
#include "base/language.h"
#include "check.h"

int main(void) {
    static const char *const tags[] = {"fr", "bm", "FR", "mul", "zh-Hant", "fr-ML", "de-1996",
                                       "sl-rozaj-biske-1994"};
    static const char *const others[] = {"", "f", "fran", "fr-", "-fr", "fr_ML", "fr--ML", "12",
                                         "français", "fr ML", "en-abcdefghi"};
    static const char *const french[] = {"fr", "FR", "fr-ML", "Fr-fr"};
    static const char *const foreign[] = {"", "f", "fro", "frr", "bm", "en-FR", "fra"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) CHECK(language_is_tag(text_of(tags[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        CHECK(!language_is_tag(text_of(others[i])));
    for (size_t i = 0; i < sizeof french / sizeof *french; i++)
        CHECK(language_is_french(text_of(french[i])));
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        CHECK(!language_is_french(text_of(foreign[i])));
    return check_done();
}
