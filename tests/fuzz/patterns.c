/* Any bytes as patterns, and as a word they are asked about: they are refused, or rate each letter with
 * a digit. */
#include "fuzz.h"

#include "type/patterns.h"

enum { LETTERS = 40, UNTOUCHED = 0x55 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    uint32_t word[LETTERS];
    uint8_t rates[LETTERS + 1] = {[LETTERS] = UNTOUCHED};
    struct patterns *p = patterns_read(&a, (struct text){(const char *)bytes, n});
    for (size_t i = 0; i < LETTERS; i++) word[i] = n ? bytes[n - 1 - i % n] : 'a';
    if (p) patterns_rate(p, word, LETTERS, rates);
    for (size_t i = 0; i < LETTERS; i++) assert(rates[i] < 10);
    assert(rates[LETTERS] == UNTOUCHED);
    return 0;
}
