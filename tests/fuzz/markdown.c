/* Any bytes as a Markdown source: a communiqué that is whole, with its places within the text, or
 * complaints. */
#include "fuzz.h"

#include "edition/encoding.h"
#include "edition/markdown.h"

static void check_spans(const struct span *spans, size_t n) {
    for (size_t i = 0; i < n; i++) {
        assert(spans[i].spot.line > 0 && spans[i].spot.col > 0);
        assert(!spans[i].link || spans[i].link->address.n);
        if (i) assert(spans[i].spot.line >= spans[i - 1].spot.line);
        for (size_t k = 0; k < spans[i].text.n;) assert(utf8_next(spans[i].text, &k) != UTF8_BAD);
    }
}

static void check_blocks(const struct block *blocks, size_t n, int depth) {
    assert(depth <= BLOCK_DEPTH);
    for (size_t i = 0; i < n; i++) {
        const struct block *b = &blocks[i];
        assert(b->spot.line > 0 && b->spot.col > 0 && b->kind < BLOCK__MAX);
        assert(b->kind != BLOCK_HEADING || (b->level > 0 && b->level <= HEADING_LEVELS));
        assert(b->kind != BLOCK_LIST || b->nblocks);
        check_spans(b->spans, b->nspans);
        check_blocks(b->blocks, b->nblocks, depth + 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a);
    struct ministry known[] = {{.acronym = T("MSDS"), .from = DATE_OPEN_PAST, .to = DATE_OPEN_FUTURE}};
    struct ministries ministries = {.file = T("m.yaml"), .at = known, .n = 1, .cap = 1};
    struct register_of_day day = {&ministries, 20417, T("fr")};
    struct shelf nothing = {0};
    struct originals originals = {0};
    struct companions beside = {&nothing, T("."), &originals};
    struct communiques list = {0};
    struct text text = {(const char *)bytes, n};
    if (encoding_readable(&d, T("x.md"), &text)) {
        markdown_read(&a, &d, T("x.md"), text, &day, &beside, &list);
        assert(list.n < 2);
        if (list.n) check_blocks(list.at[0].blocks, list.at[0].nblocks, 0);
        struct build b = {.arena = &a};
        edition_print(&b, &(struct edition){.date = 20417, .at = list.at, .n = list.n});
    } else {
        assert(!diags_fine(&d));
    }
    fuzz_print(&d);
    return 0;
}
