/* See language.h. */
#include "base/language.h"

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool language_is_tag(struct text t) {
    size_t part = 0;
    bool first = true;
    for (size_t i = 0; i < t.n; i++) {
        char c = t.at[i];
        if (c == '-' && part) first = false, part = 0;
        else if (is_letter(c) || (!first && c >= '0' && c <= '9')) part++;
        else return false;
        if (part > (first ? 3 : 8)) return false;
    }
    return part >= (first ? 2 : 1) && t.n >= 2;
}

bool language_is_french(struct text tag) {
    return tag.n >= 2 && (tag.at[0] | 32) == 'f' && (tag.at[1] | 32) == 'r' &&
           (tag.n == 2 || tag.at[2] == '-');
}
