/* See issuer.h. */
#include "edition/issuer.h"

bool issuer_form(struct text word) {
    size_t capitals = 0;
    for (size_t i = 0; i < word.n; i++) {
        char c = word.at[i];
        bool capital = c >= 'A' && c <= 'Z';
        bool hyphen = c == '-' && i && i + 1 < word.n;
        if (!capital && !hyphen && !(c >= '0' && c <= '9')) return false;
        capitals += capital;
    }
    return capitals >= 2;
}

bool sentence_ends(struct text t) {
    for (t = text_trim_end(t); t.n; t = text_trim_end(t)) {
        size_t i = t.n;
        uint32_t c = utf8_prev(t, &i);
        if (c == '.' || c == '!' || c == '?' || c == 0x2026) return true;
        bool closing = c == 0xBB || c == 0x201D || c == 0x2019 || c == '"' || c == ')' || c == ']';
        if (!closing) return false;
        t.n = i;
    }
    return false;
}

bool issuer_closes(struct text t, struct text *acronym, struct text *before) {
    size_t i = t.n;
    while (i && t.at[i - 1] != ' ' && t.at[i - 1] != '\t' && (unsigned char)t.at[i - 1] < 0x80) i--;
    *acronym = text_after(t, i);
    *before = text_trim_end(text_part(t, 0, i));
    return issuer_form(*acronym) && (!before->n || (before->n < i && sentence_ends(*before)));
}
