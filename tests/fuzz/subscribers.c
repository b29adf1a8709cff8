/* Any bytes as a list of subscribers: each that is taken has an address and a name that no header or
 * command of SMTP can be made of, and is there once. */
#include "fuzz.h"

#include "mail/subscribers.h"

static void check_line(struct text t, bool ascii) {
    for (size_t i = 0; i < t.n; i++) {
        unsigned char c = (unsigned char)t.at[i];
        assert(c >= ' ' && c != 0x7F);
        assert(!ascii || (c > ' ' && c < 0x7F && c != '<' && c != '>' && c != ',' && c != ';'));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a);
    struct subscribers s;
    bool ok = subscribers_of(&a, &d, T("x.csv"), (struct text){(const char *)bytes, n}, LANG_FR, &s);
    assert(ok || (!s.n && !diags_fine(&d)));
    for (size_t i = 0; i < s.n; i++) {
        const struct subscriber *one = &s.at[i];
        assert(address_fine(one->address) && one->form < FORM__MAX && one->lang < LANG__MAX);
        check_line(one->address, true);
        check_line(one->name, false);
        for (size_t k = 0; k < i && i < 50; k++) assert(!text_equal(s.at[k].key, one->key));
    }
    fuzz_print(&d);
    return 0;
}
