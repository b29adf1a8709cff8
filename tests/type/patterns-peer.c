/* The rates that libhyphen, the peer, gives with the same patterns, letter for letter: for the words
 * of the spelling dictionary, as they are and with something elided before them, and for letters in
 * no order at all. */
#include "base/file.h"
#include "base/unicode.h"
#include "check.h"
#include "type/patterns.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 60, DRAWN = 20000 };

struct peers {
    const struct patterns *patterns;
    HyphenDict *dict;
    int words, divisions;
};

/* Where the two do not agree, the word is told. Of libhyphen's own bounds, of two letters either way,
 * the patterns know nothing. */
static void compare(struct peers *p, struct text word) {
    char small[LONGEST * 4 + 1], marks[LONGEST * 4 + 6], **rep = NULL;
    int *pos = NULL, *cut = NULL, bytes = 0, n = 0;
    uint32_t letters[LONGEST];
    uint8_t rates[LONGEST];
    for (size_t i = 0; i < word.n && n < LONGEST; n++) {
        letters[n] = unicode_lower(utf8_next(word, &i));
        bytes += (int)utf8_put(small + bytes, letters[n]);
    }
    small[bytes] = 0;
    patterns_rate(p->patterns, letters, n, rates);
    CHECK(!hnj_hyphen_hyphenate2(p->dict, small, bytes, marks, NULL, &rep, &pos, &cut));
    CHECK(!rep);
    int failures = check_failures;
    for (int i = 2; i < n - 1; i++) {
        CHECK((rates[i] & 1) == (marks[i - 1] & 1));
        p->divisions += rates[i] & 1;
    }
    if (check_failures != failures) printf("  in %s\n", small);
    p->words++;
}

/* Lines of the dictionary are a word each, with flags behind a slash. */
static void compare_dictionary(struct arena a, struct peers *p, struct text lines) {
    static const char *const elided[] = {"l’", "d'", "qu’"};
    size_t n = 0;
    for (size_t i = 0, end; i < lines.n; i = end + 1, n++) {
        struct arena scratch = a;
        end = i + text_find(text_after(lines, i), T("\n"));
        struct text word = text_part(lines, i, end);
        word = text_part(word, 0, text_find(word, T("/")));
        if (n % 3 == 0) compare(p, word); /* all agree, but that takes long under sanitizers */
        if (n % 9 == 1) compare(p, TEXT_JOIN(&scratch, text_of(elided[n / 9 % 3]), word));
    }
}

/* Letters as they follow one another in no language, but those that patterns speak of. */
static void compare_drawn(struct peers *p) {
    static const char *const letters[] = {"a", "e", "i", "o", "u", "é", "è", "ô", "s", "t", "r", "n", "l", "m",
                                          "c", "h", "p", "d", "b", "g", "v", "q", "'", "’", "œ", "y", "ž", "-"};
    uint32_t drawn = 1;
    for (int k = 0; k < DRAWN; k++) {
        char word[LONGEST * 4];
        size_t n = 0;
        for (int i = 0; i < 4 + k % 12; i++) {
            drawn = drawn * 1664525 + 1013904223;
            const char *letter = letters[(drawn >> 16) % (sizeof letters / sizeof *letters)];
            memcpy(word + n, letter, strlen(letter));
            n += strlen(letter);
        }
        compare(p, (struct text){word, n});
    }
}

int main(void) {
    struct arena a = check_arena();
    struct diags d = diags_make(&a);
    struct text top = text_of(getenv("TOP")), dictionary;
    char *path = text_z(&a, TEXT_JOIN(&a, top, T("/out/hyphens/hyph_fr.dic")));
    struct peers p = {patterns_load(&a, text_of(path)), hnj_hyphen_load(path), 0, 0};
    CHECK(p.patterns && p.dict);
    CHECK(file_read(&a, &d, TEXT_JOIN(&a, top, T("/out/dictionary/fr.dic")), FILE_CAP,
                    &dictionary));
    if (check_failures) return check_done();
    compare_dictionary(a, &p, dictionary);
    compare_drawn(&p);
    CHECK(p.words > 50000 && p.divisions > 60000);
    hnj_hyphen_free(p.dict);
    return check_done();
}
