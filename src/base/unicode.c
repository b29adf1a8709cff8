/* See unicode.h. ASCII, the bulk of any text, is answered here. */
#include "base/unicode.h"

#include <stdlib.h>
#include <utf8proc.h>

static utf8proc_category_t category(uint32_t c) {
    return utf8proc_category((utf8proc_int32_t)c);
}

bool unicode_letter(uint32_t c) {
    if (c < 0x80) return (c | 0x20) - 'a' < 26;
    utf8proc_category_t k = category(c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

bool unicode_upper(uint32_t c) {
    if (c < 0x80) return c - 'A' < 26;
    utf8proc_category_t k = category(c);
    return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

bool unicode_digit(uint32_t c) {
    return c < 0x80 ? c - '0' < 10 : category(c) == UTF8PROC_CATEGORY_ND;
}

bool unicode_mark(uint32_t c) {
    if (c < 0x300) return false;
    utf8proc_category_t k = category(c);
    return k >= UTF8PROC_CATEGORY_MN && k <= UTF8PROC_CATEGORY_ME;
}

bool unicode_control(uint32_t c) {
    if (c < 0x80) return c < 0x20 || c == 0x7F;
    utf8proc_category_t k = category(c);
    return k == UTF8PROC_CATEGORY_CC || k == UTF8PROC_CATEGORY_CN || k == UTF8PROC_CATEGORY_CS;
}

uint32_t unicode_lower(uint32_t c) {
    if (c < 0x80) return c - 'A' < 26 ? c + 32 : c;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

uint32_t unicode_to_upper(uint32_t c) {
    if (c < 0x80) return c - 'a' < 26 ? c - 32 : c;
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

struct text text_capital(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    size_t i = 0;
    if (t.n) build_code(&b, unicode_to_upper(utf8_next(t, &i)));
    build_text(&b, text_after(t, i));
    return build_done(&b);
}

/* Below U+0300 nothing composes, and general punctuation and currency signs (U+2002 to U+20BF) are
 * in form: this spares ordinary French the work. */
static bool may_compose(struct text t) {
    for (size_t i = 0; i < t.n; i++) {
        const unsigned char *s = (const unsigned char *)t.at + i;
        if (s[0] < 0xCC) continue;
        bool sign = s[0] == 0xE2 && i + 2 < t.n && s[1] <= 0x82 && (s[1] > 0x80 || s[2] > 0x81);
        if (!sign) return true;
        i += 2;
    }
    return false;
}

struct text unicode_nfc(struct arena *a, struct text t) {
    if (!may_compose(t)) return t;
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)t.at, (utf8proc_ssize_t)t.n,
                                      &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (n == UTF8PROC_ERROR_NOMEM) arena_spent();
    struct text made = {(const char *)composed, n < 0 ? 0 : (size_t)n};
    struct text out = n < 0 || text_equal(made, t) ? t : text_copy(a, made);
    free(composed);
    return out;
}

struct text unicode_small(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    build_room(&b, t.n + 1);
    for (size_t i = 0; i < t.n;) {
        uint32_t c = unicode_lower(utf8_next(t, &i));
        if (c == 0x153) build_text(&b, T("oe"));
        else if (c == 0xE6) build_text(&b, T("ae"));
        else build_code(&b, c);
    }
    return build_done(&b);
}

/* The end of the run of ASCII, or of others, that starts at `i`. */
static size_t end_of_run(struct text t, size_t i, bool others) {
    while (i < t.n && ((unsigned char)t.at[i] >= 0x80) == others) i++;
    return i;
}

static void build_bare(struct build *b, struct text t) {
    utf8proc_uint8_t *bare = NULL;
    utf8proc_ssize_t n =
        utf8proc_map((const utf8proc_uint8_t *)t.at, (utf8proc_ssize_t)t.n, &bare,
                     UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
    build_text(b, n < 0 ? t : (struct text){(const char *)bare, (size_t)n});
    free(bare);
}

/* A run of ASCII has no marks, and none goes over its ends: the runs between are mapped by
 * themselves. */
struct text unicode_bare(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    size_t from = end_of_run(t, 0, false);
    if (from == t.n) return t;
    build_room(&b, t.n);
    build_text(&b, text_part(t, 0, from));
    while (from < t.n) {
        size_t to = end_of_run(t, from, true), end = end_of_run(t, to, false);
        build_bare(&b, text_part(t, from, to));
        build_text(&b, text_part(t, to, end));
        from = end;
    }
    return build_done(&b);
}

struct text unicode_library(struct arena *a) {
    return TEXT_JOIN(a, T("utf8proc "), text_of(utf8proc_version()));
}
