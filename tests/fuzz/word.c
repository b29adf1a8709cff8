/* Any bytes as a Word file; or, where they begin as XML does, as its document, with what follows a NUL
 * as its styles, and another its numbering: a document that becomes Markdown, or complaints. */
#include "fuzz.h"

#include "archive/zip.h"
#include "convert/markup.h"
#include "convert/word.h"

static const char relations[] =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='m' Type='x/officeDocument' Target='word/document.xml'/></Relationships>";
static const char parts[] =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='s' Type='x/styles' Target='styles.xml'/>"
    "<Relationship Id='n' Type='x/numbering' Target='numbering.xml'/>"
    "<Relationship Id='l' Type='x/hyperlink' TargetMode='External' Target='https://a.ml/b?c'/>"
    "<Relationship Id='p' Type='x/image' Target='media/p.png'/></Relationships>";

static struct text take(struct text *rest) {
    size_t n = text_find(*rest, ((struct text){"", 1}));
    struct text part = text_part(*rest, 0, n);
    *rest = text_after(*rest, n + 1);
    return part;
}

/* The file around the parts. */
static struct text pack(struct arena *a, struct diags *d, struct text rest) {
    struct text document = take(&rest), styles = take(&rest), out = {0};
    struct zip_file at[] = {
        {.name = T("_rels/.rels"), .bytes = {relations, sizeof relations - 1}, .stored = true},
        {.name = T("word/document.xml"), .bytes = document, .stored = true},
        {.name = T("word/_rels/document.xml.rels"), .bytes = {parts, sizeof parts - 1}, .stored = true},
        {.name = T("word/styles.xml"), .bytes = styles, .stored = true},
        {.name = T("word/numbering.xml"), .bytes = rest, .stored = true},
        {.name = T("word/media/p.png"), .bytes = T("\x89PNG\r\n\x1a\n"), .stored = true}};
    struct zip_files files = {at, sizeof at / sizeof *at, 0};
    assert(zip_pack(a, d, &files, 20000, &out));
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a);
    struct document doc;
    struct text file = {(const char *)bytes, n};
    if (text_starts(file, T("<"))) file = pack(&a, &d, file);
    if (word_read(&a, &d, T("x.docx"), T("x.docx"), file, &doc)) {
        document_settle(&doc, T("x.docx"), T(""));
        struct text made = markup_write(&a, &doc);
        for (size_t i = 0; i < made.n;) assert(utf8_next(made, &i) != UTF8_BAD);
    } else {
        assert(!diags_fine(&d));
    }
    fuzz_print(&d);
    return 0;
}
