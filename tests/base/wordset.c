/* A set of words has what was put in, in whatever order, and nothing else; a file that is cut, or is
 * none, is not opened. */
#include "check.h"

#include "base/wordset.h"

static struct text word_of(struct arena *a, int n) {
    struct text number = text_number(a, n);
    return TEXT_JOIN(a, T("mot\u00e9"), number);
}

int main(void) {
    struct arena a = check_arena();
    struct words up = {0}, down = {0};
    struct wordset s;
    for (int i = 0; i < 5000; i++) arena_push(&a, &up, word_of(&a, i));
    for (int i = 5000; i--;) arena_push(&a, &down, word_of(&a, i));
    arena_push(&a, &down, word_of(&a, 7)); /* twice */
    struct text file = wordset_make(&a, &up);
    CHECK(text_equal(file, wordset_make(&a, &down)));
    CHECK(wordset_open(file, &s));
    CHECK(s.n == 5000);
    for (int i = 0; i < 5000; i++) CHECK(wordset_has(&s, word_of(&a, i)));
    for (int i = 5000; i < 50000; i++) CHECK(!wordset_has(&s, word_of(&a, i)));
    CHECK(!wordset_has(&s, T("")));
    for (size_t n = 0; n < file.n; n += n < 300 ? 1 : 9973) CHECK(!wordset_open(text_part(file, 0, n), &s));
    CHECK(!wordset_open(text_part(file, 0, file.n - 1), &s));
    CHECK(wordset_open(wordset_make(&a, &(struct words){0}), &s));
    CHECK(!wordset_has(&s, T("mot")));
    return check_done();
}
