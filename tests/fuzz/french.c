/* French spacing over any text: every change is recorded and leads back, no letter is changed, and
 * what was corrected has nothing to correct. */
#include "fuzz.h"

#include "base/unicode.h"
#include "edition/encoding.h"
#include "type/french.h"

/* The records in order make the new text from the old one. */
static void check_records(const struct span *old, const struct span *new) {
    size_t from = 0, to = 0;
    for (size_t i = 0; i < new->ncorrections; i++) {
        const struct correction *c = &new->corrections[i];
        assert(c->from >= from && c->to >= to);
        assert(text_equal(text_part(old->text, from, c->from), text_part(new->text, to, c->to)));
        from = c->from + c->before.n;
        to = c->to + c->after.n;
        assert(text_equal(text_part(old->text, c->from, from), c->before));
        assert(text_equal(text_part(new->text, c->to, to), c->after));
    }
    assert(text_equal(text_after(old->text, from), text_after(new->text, to)));
}

/* The next letter or digit, or 0. The number sign's º and № are rewritten (fr-14). */
static uint32_t next_letter(struct text t, size_t *i) {
    while (*i < t.n) {
        uint32_t c = utf8_next(t, i);
        if (c == 0x2116) return 'n';
        if (c == 0xBA) continue;
        if (unicode_letter(c) || unicode_digit(c) || unicode_mark(c)) return c;
    }
    return 0;
}

static void check_letters(struct text old, struct text new) {
    for (size_t i = 0, k = 0; i < old.n || k < new.n;)
        assert(next_letter(old, &i) == next_letter(new, &k));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a);
    struct text text = {(const char *)bytes, n};
    if (encoding_readable(&d, T("x.txt"), &text) && text_find(text, T("\n")) == text.n) {
        struct span old = {.text = unicode_nfc(&a, text), .spot = {1, 1}};
        struct span new = french_span(&a, old);
        check_records(&old, &new);
        check_letters(old.text, new.text);
        struct span again = french_span(&a, (struct span){.text = new.text, .spot = {1, 1}});
        assert(text_equal(again.text, new.text));
    }
    return 0;
}
