/* No division of any word of the seed breaks a bound, whatever the patterns say: seen from the
 * outside, letter by letter. */
#include "base/unicode.h"
#include "french.h"
#include "type/hyphen.h"

/* Letters at the start of a text, or at its end, up to the first sign that is none. */
static int letters(struct text t, bool end) {
    int n = 0;
    for (size_t i = end ? t.n : 0; end ? i > 0 : i < t.n; n++) {
        uint32_t c = end ? utf8_prev(t, &i) : utf8_next(t, &i);
        if (!unicode_letter(c)) break;
    }
    return n;
}

static int capitals(struct text t) {
    int n = 0;
    for (size_t i = 0; i < t.n;) n += unicode_upper(utf8_next(t, &i));
    return n;
}

static int check_word(const struct patterns *h, struct text word) {
    struct division at[DIVISIONS_MAX];
    size_t n = hyphens_find(h, word, at);
    int failures = check_failures;
    for (size_t i = 0; i < n; i++) {
        struct text kept = text_part(word, 0, at[i].at), carried = text_after(word, at[i].at);
        if (at[i].kind == DIVIDE_HARD) {
            CHECK(text_ends(kept, T("-")));
            CHECK(letters(text_part(kept, 0, kept.n - 1), true) >= 2);
            CHECK(letters(carried, false) >= 1);
            continue;
        }
        CHECK(letters(kept, true) >= 2);
        CHECK(letters(carried, false) >= 3 || text_find(carried, T("’")) < carried.n);
        CHECK((text_find(word, T("-")) < word.n) == (at[i].kind == DIVIDE_PART));
        CHECK(at[i].kind == DIVIDE_PART || capitals(word) < 3);
    }
    if (failures != check_failures) printf("  in %.*s\n", (int)word.n, word.at);
    return (int)n;
}

int main(void) {
    struct arena a = check_arena();
    struct patterns *h =
        patterns_load(&a, TEXT_JOIN(&a, text_of(getenv("TOP")), T("/out/hyphens/hyph_fr.dic")));
    struct text seed = french_seed(&a);
    int words = 0, divisions = 0;
    CHECK(h != NULL);
    for (size_t i = 0; h && i < seed.n; words++) {
        size_t end = i;
        while (end < seed.n && seed.at[end] != ' ' && seed.at[end] != '\n') end++;
        divisions += check_word(h, text_part(seed, i, end));
        i = end + 1;
    }
    CHECK(words > 2000 && divisions > 1000);
    return check_done();
}
