/* Any bytes as a list of words: each is found in it. */
#include "fuzz.h"

#include "check/lexicon.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a);
    struct lexicon l = {0};
    bool read = lexicon_read(&a, &d, T("x.words"), (struct text){(const char *)bytes, n}, &l);
    assert(read == diags_fine(&d));
    lexicon_index(&a, &l);
    for (size_t i = 0; i < l.n; i++) {
        assert(l.at[i].n && l.at[i].n <= 3 * LEXICON_WORD);
        assert(lexicon_has(a, &l, l.at[i]));
    }
    fuzz_print(&d);
    return 0;
}
