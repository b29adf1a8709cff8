/* Text strings: PDFDocEncoding where it has every character, else UTF-16; what could be misread inside
 * parentheses is escaped. */
#include "pdf/textstring.h"

#include "check.h"

#define CHECK_STRING(a, utf8, bytes)                                                               \
    do {                                                                                           \
        struct build b_ = {.arena = &(a)};                                                         \
        build_pdf_string(&b_, T(utf8));                                                            \
        CHECK(text_equal(build_done(&b_), T(bytes)));                                              \
    } while (0)

static void encodes_what_the_encoding_has(struct arena a) {
    CHECK_STRING(a, "", "()");
    CHECK_STRING(a, "c1", "(c1)");
    CHECK_STRING(a, "a (b) \\ c", "(a \\(b\\) \\\\ c)");
    CHECK_STRING(a, "«Été» – l’œuvre…", "(\xAB\xC9t\xE9\xBB \x85 l\x90\x9Cuvre\x83)");
    CHECK_STRING(a, "5 €", "(5 \xA0)");
}

static void has_utf16_for_the_rest(struct arena a) {
    CHECK_STRING(a, "a\u00A0:", "(\xFE\xFF\0a\0\xA0\0:)");        /* a no-break space */
    CHECK_STRING(a, "a\u00AD", "(\xFE\xFF\0a\0\xAD)");            /* a soft hyphen */
    CHECK_STRING(a, "\u0254(", "(\xFE\xFF\x02\x54\0\\()");        /* a Malian letter */
    CHECK_STRING(a, "\u0D28", "(\xFE\xFF\\r\\()");                /* bytes that are signs */
    CHECK_STRING(a, "\U0001F600", "(\xFE\xFF\xD8\x3D\xDE\0)");
    CHECK_STRING(a, "\n", "(\xFE\xFF\0\n)");
}

/* These would begin as UTF-16 and UTF-8 do. */
static void has_utf16_for_marks(struct arena a) {
    CHECK_STRING(a, "þÿ", "(\xFE\xFF\0\xFE\0\xFF)");
    CHECK_STRING(a, "ï»¿", "(\xFE\xFF\0\xEF\0\xBB\0\xBF)");
}

int main(void) {
    struct arena a = check_arena();
    encodes_what_the_encoding_has(a);
    has_utf16_for_the_rest(a);
    has_utf16_for_marks(a);
    return check_done();
}
