/* Any bytes as a letter: its text as a document that becomes Markdown, attachments under names without
 * folders, or complaints. */
#include "fuzz.h"

#include "convert/letter.h"
#include "convert/markup.h"

static void check_text(struct text t) {
    for (size_t i = 0; i < t.n;) assert(utf8_next(t, &i) != UTF8_BAD);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a);
    struct letter l;
    struct document doc;
    if (letter_read(&a, &d, T("x.eml"), (struct text){(const char *)bytes, n}, &l)) {
        assert(l.attached.n <= LETTER_PARTS_MOST);
        check_text(l.from);
        check_text(l.subject);
        assert(!l.sent.n || l.sent.n == 20);
        for (size_t i = 0; i < l.attached.n; i++) {
            struct text name = l.attached.at[i].name;
            assert(name.n && text_find(name, T("/")) == name.n && text_find(name, T("\\")) == name.n);
        }
        letter_document(&a, &l, &doc);
        struct text title = doc.title;
        doc.title = (struct text){0};
        document_settle(&doc, T("x.eml"), title);
        check_text(markup_write(&a, &doc));
    } else {
        assert(!diags_fine(&d));
    }
    fuzz_print(&d);
    return 0;
}
