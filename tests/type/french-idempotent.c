/* A corrected text has nothing to correct: the seed, and random texts of all that rules look at.
 * (The tables of the other tests are held to it by french_check.) */
#include "french.h"

enum { TEXTS = 60000 };

static void twice(struct arena a, struct text t) {
    struct span once = french_of(&a, t), again = french_of(&a, once.text);
    if (!again.ncorrections) return;
    check_failures++;
    printf("of %.*s\n  %.*s\n  %.*s (%s)\n", (int)t.n, t.at, (int)once.text.n, once.text.at,
           (int)again.text.n, again.text.at, again.corrections[0].rule);
}

int main(void) {
    struct arena a = check_arena();
    struct text seed = french_seed(&a), line;
    for (int n = 0; french_seed_line(seed, n, &line); n++) twice(a, line);
    for (uint64_t n = 0; n < TEXTS && check_failures < 10; n++) {
        struct arena scratch = a;
        twice(scratch, french_random(&scratch, n));
    }
    return check_done();
}
