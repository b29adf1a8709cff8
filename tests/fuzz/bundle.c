/* Any bytes as a bundle: one that is taken is whole, by names that stay below a folder, and is packed
 * again to one that is taken; or complaints. Not every one can be refused by its hashes, which a
 * fuzzer does not find: the recipe is read on its own, too. */
#include "fuzz.h"

#include "archive/bundle.h"
#include "base/deflate.h"

static const struct edition_name name = {.date = 20424, .revision = 1}; /* 2025-12-02 */

static void recipe(struct arena a, struct text bytes) {
    struct diags d = diags_make(&a);
    struct recipe r = {0}, again = {0};
    struct build b = {.arena = &a}, c = {.arena = &a};
    if (!recipe_read(&a, &d, T("recipe.yaml"), bytes, &r)) {
        assert(!diags_fine(&d));
        fuzz_print(&d);
        return;
    }
    recipe_print(&b, &r);
    bool read = recipe_read(&a, &d, T("recipe.yaml"), build_done(&b), &again);
    assert(read);
    recipe_print(&c, &again);
    assert(text_equal(build_done(&b), build_done(&c)));
}

static void bundle(struct arena a, struct text bytes) {
    struct diags d = diags_make(&a);
    struct bundle b = {0}, again = {0};
    struct text packed;
    bool fine = bundle_open(&a, &d, T("x.zip"), bytes, name, &b);
    assert(fine == diags_fine(&d));
    for (size_t i = 0; i < b.files.n; i++) {
        struct text file = b.files.at[i].name;
        assert(file.n && file.n <= ZIP_NAME_MOST && file.at[0] != '/');
        assert(!text_starts(file, T("../")) && text_find(file, T("/../")) == file.n);
        assert(text_find(file, T("\0")) == file.n);
    }
    fuzz_print(&d);
    if (!fine) return;
    assert(bundle_pack(&a, &d, &b, T("x"), &packed));
    assert(bundle_open(&a, &d, T("x.zip"), packed, name, &again));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct text all = {(const char *)bytes, n}, held;
    struct arena a = fuzz_arena();
    recipe(a, all);
    bundle(a, all);
    gunzip_bytes(&a, all, 1 << 20, &held);
    return 0;
}
