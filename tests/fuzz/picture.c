/* Any bytes as a picture: as many samples as its size says, or a complaint; what is kept of it is a
 * picture again, of the same size, and says no more than before. */
#include "fuzz.h"

#include "edition/jpeg.h"

static bool take(struct arena *a, struct diags *d, struct text bytes, struct picture *out) {
    return picture_read(a, d, (struct place){T("x.md"), 1, 1}, T("x.png"), bytes, out);
}

static void check(const struct picture *p) {
    size_t pixels = (size_t)p->width * (size_t)p->height;
    assert(p->width > 0 && p->height > 0 && pixels <= PICTURE_PIXELS_MOST);
    assert(p->turned >= 1 && p->turned <= 8);
    assert(p->channels == 1 || p->channels == 3 || (p->channels == 4 && p->profile.n));
    assert(p->samples.n ? p->samples.n == pixels * (size_t)p->channels : p->jpeg.n > 0);
    assert(!p->alpha.n || p->alpha.n == pixels);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a), again = diags_make(&a);
    struct picture p, kept;
    bool fine = take(&a, &d, (struct text){(const char *)bytes, n}, &p);
    assert(fine == diags_fine(&d));
    if (fine) {
        check(&p);
        assert(take(&a, &again, p.file, &kept));
        assert(kept.width == p.width && kept.height == p.height && kept.turned == p.turned);
        assert(text_equal(kept.file, p.file));
    }
    fuzz_print(&d);
    return 0;
}
