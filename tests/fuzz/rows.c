/* Any bytes as rows: where they are taken, libyaml reads the same out of them, to the places. It is
 * made to read by a remark at the end, which rows do not have. */
#include "fuzz.h"

#include "edition/encoding.h"
#include "edition/rows.h"

static bool same_place(struct place x, struct place y) {
    return x.line == y.line && x.col == y.col;
}

static void same(const struct yaml *x, const struct yaml *y) {
    for (; x && y; x = x->next, y = y->next) {
        assert(x->kind == y->kind && text_equal(x->key, y->key) && text_equal(x->scalar, y->scalar));
        assert(same_place(x->place, y->place) && same_place(x->key_place, y->key_place));
        same(x->first, y->first);
    }
    assert(!x && !y);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a);
    struct text all = {(const char *)bytes, n};
    if (!encoding_readable(&d, T("x.yaml"), &all)) return 0;
    const struct yaml *rows = rows_read(&a, T("x.yaml"), all);
    if (!rows) return 0;
    const struct yaml *tree = yaml_read(&a, &d, T("x.yaml"), TEXT_JOIN(&a, all, T("# end\n")));
    assert(tree && diags_fine(&d));
    same(rows, tree);
    return 0;
}
