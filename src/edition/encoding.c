/* See encoding.h. */
#include "edition/encoding.h"

#include "base/file.h"
#include "base/unicode.h"

#include <string.h>

#define ONES UINT64_C(0x0101010101010101) /* in each byte */

/* What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

static uint32_t from_1252(unsigned char c) {
    return c >= 0x80 && c < 0xA0 ? windows_1252[c - 0x80] : c;
}

/* Whether a text that is no UTF-8 is Windows-1252 as a whole: every byte beyond ASCII has a
 * character there, most of them letters or French punctuation, and hardly any of them happen to be
 * UTF-8. (Texts pasted together from several sources are both: no conversion would cure them.) */
static bool looks_1252(struct text t) {
    size_t beyond = 0, usual = 0, utf8 = 0;
    for (size_t i = 0; i < t.n;) {
        size_t start = i;
        uint32_t c = utf8_next(t, &i);
        if (!c) return false;
        if (c < 0x80) continue;
        utf8 += c != UTF8_BAD;
        for (; start < i; start++) {
            uint32_t u = from_1252((unsigned char)t.at[start]);
            if (!u) return false;
            beyond++;
            usual += unicode_letter(u) || u == 0x2019 || u == 0xAB || u == 0xBB || u == 0xA0 ||
                     u == 0x2013 || u == 0xB0;
        }
    }
    return usual * 10 >= beyond * 9 && utf8 * 10 <= beyond;
}

/* UTF-16 has a byte order mark, or a zero byte in most of its pairs. */
static const char *looks_utf16(struct text t) {
    size_t zeros[2] = {0};
    if (text_starts(t, T("\xFF\xFE"))) return "UTF-16LE";
    if (text_starts(t, T("\xFE\xFF"))) return "UTF-16BE";
    for (size_t i = 0; i < t.n; i++) zeros[i & 1] += !t.at[i];
    if (zeros[1] > t.n / 4) return "UTF-16LE";
    return zeros[0] > t.n / 4 ? "UTF-16BE" : NULL;
}

/* A document whose name was changed to .txt is no text for that. */
static enum message other_kind(struct text t) {
    static const struct {
        struct text starts;
        enum message is;
    } kinds[] = {{{"PK\3\4", 4}, IS_WORD}, /* ZIP: Word since 2007, LibreOffice */
                 {{"\xD0\xCF\x11\xE0", 4}, IS_WORD}, /* Word before */
                 {{"{\\rtf", 5}, IS_RTF},
                 {{"%PDF-", 5}, IS_PDF}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_starts(t, kinds[i].starts)) return kinds[i].is;
    return MESSAGE_NONE;
}

static void tell_encoding(struct diags *d, struct place p, const char *encoding) {
    struct build old = {.arena = d->arena}, new = {.arena = d->arena};
    struct text name = file_name(p.file);
    size_t dot = name.n;
    while (dot && name.at[dot - 1] != '.') dot--;
    size_t stem = p.file.n - name.n + (dot > 1 ? dot - 1 : name.n);
    build_shell(&old, p.file);
    build_shell(&new, TEXT_JOIN(d->arena, text_part(p.file, 0, stem), T("-utf8"),
                                text_after(p.file, stem)));
    DIAG(d, p, NOT_UTF8_BUT, text_of(encoding), build_done(&old), build_done(&new));
}

/* One byte that is no UTF-8, with what Windows-1252 makes of it. */
static void tell_byte(struct diags *d, struct place p, unsigned char c) {
    static const char hex[] = "0123456789ABCDEF";
    struct text byte = {(char[]){'0', 'x', hex[c >> 4], hex[c & 15]}, 4};
    uint32_t u = from_1252(c);
    char likely[4];
    if (u) DIAG(d, p, NOT_UTF8_LIKELY, byte, ((struct text){likely, utf8_put(likely, u)}));
    else DIAG(d, p, NOT_UTF8, byte);
}

bool encoding_refuses(uint32_t c) {
    if (c == '\n' || c == '\r' || c == '\t') return false;
    if (c < 0xA0) return c < 0x20 || c >= 0x7F;
    return (c >= 0x2028 && c <= 0x2029) || (c >= 0x202D && c <= 0x202E) || c == 0xFFFD ||
           unicode_control(c);
}

struct text encoding_name(struct arena *a, uint32_t c) {
    static const char hex[] = "0123456789ABCDEF";
    struct build b = {.arena = a};
    int digits = 4;
    while (digits < 6 && c >> 4 * digits) digits++;
    build_text(&b, T("U+"));
    while (digits--) build_char(&b, hex[c >> 4 * digits & 15]);
    return build_done(&b);
}

/* Goes over characters that are ASCII and can be seen, of which most texts are; eight at a time as far
 * as none of them has its top bit, reaches it by one more or falls to it by 0x20 less. */
static size_t pass_plain(struct text t, size_t i, struct place *p) {
    size_t start = i;
    for (uint64_t eight; i + sizeof eight <= t.n; i += sizeof eight) {
        memcpy(&eight, t.at + i, sizeof eight);
        if ((eight | (eight + ONES) | (eight - 0x20 * ONES)) & 0x80 * ONES) break;
    }
    while (i < t.n && t.at[i] >= 0x20 && t.at[i] < 0x7F) i++;
    p->col += (int)(i - start);
    return i;
}

/* Whether there is something to tell of the character `c` at `i`: bytes that are no UTF-8, a carriage
 * return inside a line, or one that is refused. */
static bool is_faulty(struct text t, size_t i, uint32_t c) {
    bool stray = c == '\r' && i + 1 < t.n && t.at[i + 1] != '\n' && t.at[i + 1] != '\r';
    return c == UTF8_BAD || stray || encoding_refuses(c);
}

/* Tells what is wrong character by character. */
static bool read_characters(struct diags *d, struct place p, struct text t) {
    bool fine = true;
    for (size_t i = pass_plain(t, 0, &p); i < t.n; p.col++, i = pass_plain(t, i, &p)) {
        size_t start = i;
        uint32_t c = utf8_next(t, &i);
        if (c == '\n') p = (struct place){p.file, p.line + 1, 0};
        if (!is_faulty(t, start, c)) continue;
        fine = false;
        if (d->dropped) break; /* a thousand are enough */
        if (c == UTF8_BAD) tell_byte(d, p, (unsigned char)t.at[start]);
        else if (c == 0xFFFD) DIAG0(d, p, CHARACTER_LOST);
        else DIAG(d, p, CHARACTER_REFUSED, encoding_name(d->arena, c));
    }
    return fine;
}

static bool is_clean(struct text t) {
    struct place unused = {0};
    for (size_t i = pass_plain(t, 0, &unused); i < t.n; i = pass_plain(t, i, &unused)) {
        size_t start = i;
        if (is_faulty(t, start, utf8_next(t, &i))) return false;
    }
    return true;
}

/* The place of the first byte that is no UTF-8 or is zero; false where there is none. */
static bool find_bad(struct text t, struct place *p) {
    for (size_t i = pass_plain(t, 0, p); i < t.n; p->col++, i = pass_plain(t, i, p)) {
        uint32_t c = utf8_next(t, &i);
        if (c == UTF8_BAD || !c) return true;
        if (c == '\n') *p = (struct place){p->file, p->line + 1, 0};
    }
    return false;
}

/* Lines that end in CR alone, as on old Macs, end in LF. */
static struct text with_line_ends(struct arena *a, struct text t) {
    if (text_find(t, T("\n")) < t.n || text_find(t, T("\r")) == t.n) return t;
    char *copy = text_z(a, t);
    for (size_t i = 0; i < t.n; i++)
        if (copy[i] == '\r') copy[i] = '\n';
    return (struct text){copy, t.n};
}

bool encoding_readable(struct diags *d, struct text file, struct text *t) {
    struct place p = {file, 1, 1};
    enum message kind = other_kind(*t);
    if (kind) {
        DIAG0(d, ((struct place){.file = file}), kind);
        return false;
    }
    if (text_starts(*t, T("\uFEFF"))) *t = text_after(*t, 3);
    *t = with_line_ends(d->arena, *t);
    if (is_clean(*t)) return true;
    if (!find_bad(*t, &p)) return read_characters(d, (struct place){file, 1, 1}, *t);
    const char *utf16 = looks_utf16(*t);
    bool is_1252 = !utf16 && looks_1252(*t);
    if (utf16) tell_encoding(d, (struct place){.file = file}, utf16);
    else if (is_1252) tell_encoding(d, p, "WINDOWS-1252");
    else read_characters(d, (struct place){file, 1, 1}, *t);
    return false;
}
