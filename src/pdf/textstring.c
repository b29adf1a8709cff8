/* See textstring.h. */
#include "pdf/textstring.h"

struct text textstring_utf16(struct arena *a, struct text utf8) {
    struct build b = {.arena = a};
    build_text(&b, T("\xFE\xFF"));
    for (size_t i = 0; i < utf8.n;) {
        uint32_t c = utf8_next(utf8, &i);
        uint32_t units[2] = {c, 0};
        if (c > 0xFFFF) {
            units[0] = 0xD800 + ((c - 0x10000) >> 10);
            units[1] = 0xDC00 + ((c - 0x10000) & 0x3FF);
        }
        for (int k = 0; k <= (c > 0xFFFF); k++) {
            build_char(&b, (char)(units[k] >> 8));
            build_char(&b, (char)(units[k] & 255));
        }
    }
    return build_done(&b);
}

/* A character in PDFDocEncoding (ISO 32000-1, annex D.3); 0 where it has none, or one of the accents
 * and controls below U+0020. */
static unsigned char doc_encoded(uint32_t c) {
    static const uint16_t from_0x80[] = {
        0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A, 0x2212,
        0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141,
        0x0152, 0x0160, 0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161, 0x017E};
    if (c >= 0x20 && c < 0x7F) return (unsigned char)c;
    if (c > 0xA0 && c <= 0xFF && c != 0xAD) return (unsigned char)c;
    if (c == 0x20AC) return 0xA0;
    for (size_t i = 0; i < sizeof from_0x80 / sizeof *from_0x80; i++)
        if (from_0x80[i] == c) return (unsigned char)(0x80 + i);
    return 0;
}

/* A byte inside ( ): a carriage return by itself would be read as the end of a line (7.3.4.2). */
static void build_byte(struct build *b, char c) {
    if (c == '\r') {
        build_text(b, T("\\r"));
        return;
    }
    if (c == '(' || c == ')' || c == '\\') build_char(b, '\\');
    build_char(b, c);
}

/* False, with a part built, where a character is not in the encoding, or the string would begin like
 * one in another. */
static bool build_doc_encoded(struct build *b, struct text utf8) {
    if (text_starts(utf8, T("\u00FE")) || text_starts(utf8, T("\u00EF"))) return false;
    for (size_t i = 0; i < utf8.n;) {
        char c = (char)doc_encoded(utf8_next(utf8, &i));
        if (!c) return false;
        build_byte(b, c);
    }
    return true;
}

void build_pdf_string(struct build *b, struct text utf8) {
    build_char(b, '(');
    size_t start = b->n;
    if (!build_doc_encoded(b, utf8)) {
        b->n = start;
        struct text bytes = textstring_utf16(b->arena, utf8);
        for (size_t i = 0; i < bytes.n; i++) build_byte(b, bytes.at[i]);
    }
    build_char(b, ')');
}
