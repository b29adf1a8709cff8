/* Any bytes: text with nothing in it that is refused, or an error. */
#include "fuzz.h"

#include "edition/encoding.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a);
    struct text text = {(const char *)bytes, n};
    bool fine = encoding_readable(&d, T("it's \x1b[31m.txt"), &text);
    assert(fine == diags_fine(&d));
    for (size_t i = 0; fine && i < text.n;) {
        uint32_t c = utf8_next(text, &i);
        assert(c != UTF8_BAD && !encoding_refuses(c));
    }
    fuzz_print(&d);
    return 0;
}
