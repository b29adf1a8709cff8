/* Any bytes as a list of fixes, applied to a source: what is applied stands where it was to. */
#include "fuzz.h"

#include "check/fixes.h"

static const char source[] = "\xEF\xBB\xBFTitre\n\nA l\xE2\x80\x99ordre, e\xCC\x81t\xC3\xA9. MSDS\r\n";

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a);
    struct fixes fixes = {0};
    struct text out, text = {source, sizeof source - 1};
    bool read = fixes_read(&a, &d, T("list"), (struct text){(const char *)bytes, n}, &fixes);
    assert(read == diags_fine(&d));
    size_t grown = 0, shrunk = 0;
    for (size_t i = 0; i < fixes.n; i++) {
        assert(fixes.at[i].before.n && fixes.at[i].place.line > 0 && fixes.at[i].place.col > 0);
        grown += fixes.at[i].after.n;
        shrunk += fixes.at[i].before.n;
    }
    if (read && fixes_apply(&a, &d, &fixes, T("a.txt"), text, &out))
        assert(out.n <= text.n + grown && out.n + 2 * shrunk >= text.n);
    fuzz_print(&d);
    return 0;
}
