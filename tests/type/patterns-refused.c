/* What is no file of patterns, or one whose patterns say more than where French may be divided, is not
 * taken; what is beside patterns is passed over. */
#include "check.h"
#include "type/patterns.h"

static struct patterns *read(struct arena *a, const char *file) {
    return patterns_read(a, text_of(file));
}

/* Each letter of the word with the rate before it. */
static void check_rates(const struct patterns *p, const char *word, const char *want) {
    uint32_t letters[16];
    uint8_t rates[16];
    char shown[33] = "";
    int n = 0;
    CHECK(p != NULL);
    for (; word[n]; n++) letters[n] = (unsigned char)word[n];
    if (p) patterns_rate(p, letters, n, rates);
    for (int i = 0; p && i < n; i++) {
        shown[2 * i] = (char)('0' + rates[i]);
        shown[2 * i + 1] = word[i];
    }
    CHECK_TEXT(text_of(shown), want);
}

int main(void) {
    struct arena a = check_arena();
    CHECK(!read(&a, ""));
    CHECK(!read(&a, "UTF-8"));
    CHECK(!read(&a, "ISO8859-1\n1ba\n"));
    CHECK(!read(&a, "UTF-8\r\n1ba\n"));
    CHECK(!read(&a, "UTF-8\nasszonnyal/sz=,2,3\n")); /* changes letters */
    CHECK(!read(&a, "UTF-8\n1-1\nNEXTLEVEL\n1ba\n")); /* compounds */
    CHECK(!patterns_load(&a, T("/nowhere/hyph.dic")));
    check_rates(read(&a, "UTF-8\n"), "barbe", "0b0a0r0b0e");
    check_rates(read(&a, "UTF-8\nLEFTHYPHENMIN 4\nNOHYPHEN ',-\nNEXTLEVEL\n%2ba\n1ba\n1be"), "barbe", "1b0a0r1b0e");
    check_rates(read(&a, "UTF-8\n1b\n2be\n.b3a\n4e.\n"), "barbe", "0b3a0r2b4e");
    /* the longest that ends at a letter speaks for shorter ones, even where it is the start of a pattern */
    check_rates(read(&a, "UTF-8\n1ba\n5arbo\n1rb\n"), "barbe", "1b0a0r0b0e");
    check_rates(read(&a, "UTF-8\n1ba\n5arbo\n1rb\na1rb\n"), "barbe", "1b0a1r0b0e");
    return check_done();
}
