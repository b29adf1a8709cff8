/* Any bytes as a day text: communiqués that are whole, or complaints. */
#include "fuzz.h"

#include "edition/daytext.h"
#include "edition/encoding.h"

static void check(const struct communique *c) {
    assert(c->issuer && c->title.text.n && c->nblocks && c->spot.line > 0 && c->spot.col > 0);
    for (size_t i = 0; i < c->nblocks; i++) {
        assert(c->blocks[i].nspans == 1 && c->blocks[i].spans[0].text.n);
        assert(c->blocks[i].spans[0].spot.line > c->spot.line);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a);
    struct ministry known[] = {{.acronym = T("MSDS"), .from = DATE_OPEN_PAST, .to = DATE_OPEN_FUTURE},
                               {.acronym = T("MIC"), .from = 1, .to = 2},
                               {.acronym = T("A1-B2"), .from = 20000, .to = DATE_OPEN_FUTURE}};
    struct ministries ministries = {.file = T("m.yaml"), .at = known, .n = 3, .cap = 3};
    struct register_of_day day = {&ministries, 20417, T("fr")};
    struct communiques list = {0};
    struct text text = {(const char *)bytes, n};
    if (encoding_readable(&d, T("x.txt"), &text)) {
        daytext_read(&a, &d, T("x.txt"), text, &day, &list);
        for (size_t i = 0; i < list.n; i++) check(&list.at[i]);
        struct build b = {.arena = &a};
        edition_print(&b, &(struct edition){.date = 20417, .at = list.at, .n = list.n});
    } else {
        assert(!diags_fine(&d));
    }
    fuzz_print(&d);
    return 0;
}
