/* See facts.h. */
#include "inspect/facts.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD, VALUE_CAP = 16 };

/* Control characters of both ranges, and those that turn the direction of what follows. */
static bool printable(uint32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return false;
    return !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069) && c != 0x2028 &&
           c != 0x2029;
}

struct text facts_clean(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    for (size_t i = 0; i < t.n && b.n < FACT_CAP;) {
        uint32_t c = utf8_next(t, &i);
        build_code(&b, c != UTF8_BAD && printable(c) ? c : REPLACEMENT);
    }
    return build_done(&b);
}

static bool in_value(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

static size_t skip_blanks(struct text t, size_t i) {
    static const char blanks[] = " \t\n\r";
    while (i < t.n && t.at[i] && strchr(blanks, t.at[i])) i++;
    return i;
}

/* Where the value starts behind a property's name that ends at i: behind «>», or «="». */
static size_t value_start(struct text t, size_t i) {
    i = skip_blanks(t, i);
    if (i < t.n && t.at[i] == '>') return skip_blanks(t, i + 1);
    if (i == t.n || t.at[i] != '=') return t.n;
    i = skip_blanks(t, i + 1);
    return i < t.n && (t.at[i] == '"' || t.at[i] == '\'') ? i + 1 : t.n;
}

struct text facts_xmp(struct text xmp, struct text property) {
    for (size_t i = text_find(xmp, property); i < xmp.n;) {
        size_t from = value_start(xmp, i + property.n), to = from;
        while (to < xmp.n && in_value(xmp.at[to])) to++;
        if (to > from && to - from <= VALUE_CAP) return text_part(xmp, from, to);
        i += property.n;
        i += text_find(text_after(xmp, i), property);
    }
    return (struct text){0};
}
