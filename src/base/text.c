/* See text.h. */
#include "base/text.h"

#include <string.h>

struct text text_of(const char *s) {
    return (struct text){s ? s : "", s ? strlen(s) : 0};
}

char *text_z(struct arena *a, struct text t) {
    char *z = arena_new(a, char, t.n + 1);
    if (t.n) memcpy(z, t.at, t.n);
    return z;
}

struct text text_copy(struct arena *a, struct text t) {
    return (struct text){text_z(a, t), t.n};
}

bool text_equal(struct text a, struct text b) {
    return a.n == b.n && (!a.n || !memcmp(a.at, b.at, a.n));
}

int text_order(struct text a, struct text b) {
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.at, b.at, n) : 0;
    return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool text_starts(struct text t, struct text with) {
    return t.n >= with.n && text_equal(text_part(t, 0, with.n), with);
}

bool text_is_web(struct text t) {
    return text_starts(t, T("http://")) || text_starts(t, T("https://"));
}

bool text_ends(struct text t, struct text with) {
    return t.n >= with.n && text_equal(text_after(t, t.n - with.n), with);
}

size_t text_find(struct text t, struct text what) {
    const char *p = t.n ? memmem(t.at, t.n, what.at, what.n) : NULL;
    return p ? (size_t)(p - t.at) : t.n;
}

struct text text_part(struct text t, size_t from, size_t to) {
    if (to > t.n) to = t.n;
    if (from > to) from = to;
    return (struct text){from ? t.at + from : t.at, to - from}; /* NULL + 0 is not defined */
}

struct text text_after(struct text t, size_t from) {
    return text_part(t, from, t.n);
}

/* Bytes of the blank that ends before `n`, or 0. */
static size_t blank_before(struct text t, size_t n) {
    if (n && (t.at[n - 1] == ' ' || t.at[n - 1] == '\t' || t.at[n - 1] == '\r')) return 1;
    if (n >= 2 && !memcmp(t.at + n - 2, "\u00a0", 2)) return 2;
    if (n >= 3 && !memcmp(t.at + n - 3, "\u202f", 3)) return 3;
    return 0;
}

/* Bytes of the blank that starts `t`, or 0. */
static size_t blank_at(struct text t) {
    if (t.n && (t.at[0] == ' ' || t.at[0] == '\t' || t.at[0] == '\r')) return 1;
    if (text_starts(t, T("\u00a0"))) return 2;
    if (text_starts(t, T("\u202f"))) return 3;
    return 0;
}

struct text text_trim_end(struct text t) {
    for (size_t k; (k = blank_before(t, t.n)) != 0;) t.n -= k;
    return t;
}

struct text text_trim(struct text t) {
    t = text_trim_end(t);
    for (size_t k; (k = blank_at(t)) != 0;) t = text_after(t, k);
    return t;
}

bool text_int(struct text t, int64_t low, int64_t high, int64_t *out) {
    bool minus = t.n && t.at[0] == '-';
    if (minus) t = text_after(t, 1);
    if (!t.n) return false;
    int64_t n = 0;
    for (size_t i = 0; i < t.n; i++) {
        if (t.at[i] < '0' || t.at[i] > '9') return false;
        int digit = t.at[i] - '0';
        if (n > (INT64_MAX - digit) / 10) return false;
        n = n * 10 + digit;
    }
    if (minus) n = -n;
    if (n < low || n > high) return false;
    *out = n;
    return true;
}

uint32_t text_hash(struct text t, uint32_t seed) {
    uint32_t h = seed ? seed : 2166136261u;
    for (size_t i = 0; i < t.n; i++) h = (h ^ (unsigned char)t.at[i]) * 16777619u;
    return h;
}

uint32_t utf8_next_long(struct text t, size_t *i) {
    const unsigned char *s = (const unsigned char *)t.at + *i;
    size_t left = t.n - *i;
    *i += 1;
    size_t n = s[0] >= 0xC2 && s[0] < 0xE0 ? 1 : (s[0] & 0xF0) == 0xE0 ? 2 : s[0] < 0xF5 ? 3 : 0;
    if (s[0] < 0xC2 || !n || left < n + 1) return UTF8_BAD;
    uint32_t c = s[0] & (0x3Fu >> n);
    for (size_t k = 1; k <= n; k++) {
        if ((s[k] & 0xC0) != 0x80) return UTF8_BAD;
        c = c << 6 | (s[k] & 0x3F);
    }
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return UTF8_BAD;
    *i += n;
    return c;
}

uint32_t utf8_prev(struct text t, size_t *i) {
    size_t k = *i - 1;
    while (k && ((unsigned char)t.at[k] & 0xC0) == 0x80) k--;
    *i = k;
    size_t next = k;
    return utf8_next(t, &next);
}

size_t utf8_put(char out[4], uint32_t c) {
    if (c < 0x80) return out[0] = (char)c, 1;
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t utf8_count(struct text t) {
    const uint64_t ones = UINT64_MAX / 0xFF; /* the lowest bit of each of eight bytes */
    size_t n = t.n, i = 0;
    for (uint64_t eight; i + sizeof eight <= t.n; i += sizeof eight) {
        memcpy(&eight, t.at + i, sizeof eight);
        n -= ((eight >> 7 & ~(eight >> 6) & ones) * ones) >> 56; /* those with the bits 10 on top */
    }
    for (; i < t.n; i++) n -= ((unsigned char)t.at[i] & 0xC0) == 0x80;
    return n;
}

/* The first room is as large as was asked for, further ones double it. */
void build_grow(struct build *b, size_t n) {
    if (!b->cap) b->at = arena_room(b->arena, 1, 1, b->cap = n);
    while (b->cap - b->n < n) b->at = arena_grow(b->arena, b->at, b->n, &b->cap, 1, 1);
}

void build_text(struct build *b, struct text t) {
    if (!t.n) return;
    memcpy(build_room(b, t.n), t.at, t.n);
    b->n += t.n;
}

void build_code(struct build *b, uint32_t code_point) {
    b->n += utf8_put(build_room(b, 4), code_point);
}

void build_padded(struct build *b, int64_t n, int width) {
    char digits[24];
    int k = 24;
    uint64_t u = n < 0 ? -(uint64_t)n : (uint64_t)n;
    for (; u || k == 24; u /= 10) digits[--k] = (char)('0' + u % 10);
    while (24 - k < width && k > 1) digits[--k] = '0';
    if (n < 0) digits[--k] = '-';
    build_text(b, (struct text){digits + k, (size_t)(24 - k)});
}

void build_int(struct build *b, int64_t n) {
    build_padded(b, n, 1);
}

struct text build_done(const struct build *b) {
    return (struct text){b->n ? b->at : "", b->n};
}

void build_doubled(struct build *b, char mark, struct text t) {
    build_char(b, mark);
    for (size_t i = 0; i < t.n; i++) {
        if (t.at[i] == mark) build_char(b, mark);
        build_char(b, t.at[i]);
    }
    build_char(b, mark);
}

void build_quoted(struct build *b, struct text t) {
    static const char hex[] = "0123456789abcdef";
    build_char(b, '"');
    for (size_t i = 0; i < t.n; i++) {
        unsigned char c = (unsigned char)t.at[i];
        if (c == '"' || c == '\\') {
            build_char(b, '\\');
            build_char(b, (char)c);
        } else if (c == '\n') {
            build_text(b, T("\\n"));
        } else if (c < 0x20) {
            build_text(b, T("\\u00"));
            build_char(b, hex[c >> 4]);
            build_char(b, hex[c & 15]);
        } else {
            build_char(b, (char)c);
        }
    }
    build_char(b, '"');
}

static bool shell_plain(struct text t) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-";
    for (size_t i = 0; i < t.n; i++)
        if (!memchr(plain, t.at[i], sizeof plain - 1)) return false;
    return t.n > 0;
}

/* Up to three bytes as four signs, behind what the builder has. */
static void put_base64(struct build *b, const unsigned char *from, size_t n) {
    static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    uint32_t v = (uint32_t)from[0] << 16;
    char *to = b->at + b->n;
    if (n > 1) v |= (uint32_t)from[1] << 8;
    if (n > 2) v |= from[2];
    to[0] = signs[v >> 18];
    to[1] = signs[v >> 12 & 63];
    to[2] = n > 1 ? signs[v >> 6 & 63] : '=';
    to[3] = n > 2 ? signs[v & 63] : '=';
    b->n += 4;
}

void build_base64(struct build *b, struct text bytes) {
    const unsigned char *from = (const unsigned char *)bytes.at;
    size_t i = 0;
    build_room(b, (bytes.n + 2) / 3 * 4);
    for (; i + 3 <= bytes.n; i += 3) put_base64(b, from + i, 3);
    if (i < bytes.n) put_base64(b, from + i, bytes.n - i);
}

void build_shell(struct build *b, struct text t) {
    if (shell_plain(t)) {
        build_text(b, t);
        return;
    }
    build_char(b, '\'');
    for (size_t i = 0; i < t.n; i++) {
        if (t.at[i] == '\'') build_text(b, T("'\\''"));
        else build_char(b, t.at[i]);
    }
    build_char(b, '\'');
}

struct text text_join(struct arena *a, const struct text *parts, size_t n) {
    size_t total = 0;
    for (size_t i = 0; i < n; i++) total += parts[i].n;
    struct build b = {.arena = a};
    build_room(&b, total);
    for (size_t i = 0; i < n; i++) build_text(&b, parts[i]);
    return build_done(&b);
}

struct text text_number(struct arena *a, int64_t n) {
    struct build b = {.arena = a};
    build_int(&b, n);
    return build_done(&b);
}
