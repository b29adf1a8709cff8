/* See length.h. */
#include "base/length.h"

#include <string.h>

/* Digits with an optional point into millionths; the rest of the text stays in *t. */
static bool decimal(struct text *t, int64_t *millionths) {
    int64_t n = 0, unit = SHARE_ONE;
    size_t i = 0, digits = 0;
    bool point = false;
    for (; i < t->n; i++) {
        char c = t->at[i];
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9' && digits < 12) {
            digits++;
            if (point) n += (c - '0') * (unit /= 10);
            else n = n * 10 + (int64_t)(c - '0') * SHARE_ONE;
        } else {
            break;
        }
    }
    *t = text_after(*t, i);
    *millionths = n;
    return digits > 0 && n >= 0 && n <= (int64_t)10000 * SHARE_ONE;
}

bool length_parse(struct text t, length *out) {
    static const struct {
        const char *name;
        int64_t num, den; /* points = value * num / den */
    } units[] = {{"pt", 1, 1}, {"mm", 720, 254}, {"cm", 7200, 254}, {"in", 72, 1}};
    bool minus = t.n && t.at[0] == '-';
    int64_t n;
    if (minus) t = text_after(t, 1);
    if (!decimal(&t, &n)) return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!text_equal(t, text_of(units[i].name))) continue;
        int64_t points = mul_div(n, units[i].num, units[i].den);
        if (points > (int64_t)10000 * SHARE_ONE) return false;
        int64_t l = mul_div(points, PT, SHARE_ONE);
        *out = (length)(minus ? -l : l);
        return true;
    }
    return false;
}

size_t length_print(char *out, int64_t l, int decimals, bool bare) {
    int64_t unit = 1;
    for (int i = 0; i < decimals; i++) unit *= 10;
    int64_t v = mul_div(l, unit, PT);
    size_t n = 0;
    if (v < 0) {
        out[n++] = '-';
        v = -v;
    }
    int64_t whole = v / unit, part = v % unit;
    if (whole || !bare || !part) {
        char digits[20];
        int k = 20;
        do digits[--k] = (char)('0' + whole % 10);
        while ((whole /= 10) != 0);
        memcpy(out + n, digits + k, (size_t)(20 - k));
        n += (size_t)(20 - k);
    }
    if (!part) return n;
    out[n++] = '.';
    while (part) {
        unit /= 10;
        out[n++] = (char)('0' + part / unit);
        part %= unit;
    }
    return n;
}

void build_length(struct build *b, int64_t l, int decimals) {
    b->n += length_print(build_room(b, 24), l, decimals, false);
}

int ink_plates(const struct inks *ink) {
    int n = 0;
    for (int i = 0; i < INKS; i++) n += ink->of[i] > 0;
    return n;
}

int ink_total(const struct inks *ink) {
    int n = 0;
    for (int i = 0; i < INKS; i++) n += ink->of[i];
    return n;
}
