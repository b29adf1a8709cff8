/* See hyphen.h. */
#include "type/hyphen.h"

#include "base/unicode.h"

enum {
    LONGEST = 100, /* characters; longer words are divided nowhere but at hyphens */
    KEPT = 2,
    CARRIED = 3
};

/* A word taken apart into characters. */
struct letters {
    uint32_t code[LONGEST];
    uint16_t at[LONGEST + 1]; /* byte of each */
    int n;
};

static bool take_letters(struct text word, struct letters *l) {
    l->n = 0;
    for (size_t i = 0; i < word.n;) {
        if (l->n == LONGEST) return false;
        l->at[l->n] = (uint16_t)i;
        l->code[l->n++] = utf8_next(word, &i);
    }
    l->at[l->n] = (uint16_t)word.n;
    return true;
}

static bool is_apostrophe(uint32_t c) {
    return c == 0x2019 || c == '\'';
}

static bool is_vowel(uint32_t c) {
    switch (unicode_lower(c)) {
    case 'a': case 'e': case 'i': case 'o': case 'u': case 'y':
    case 0xE0: case 0xE2: case 0xE4: case 0xE8: case 0xE9: case 0xEA: case 0xEB: case 0xEE:
    case 0xEF: case 0xF4: case 0xF6: case 0xF9: case 0xFB: case 0xFC: case 0x153: return true;
    default: return false;
    }
}

/* Whether part [from, to) of the word is of letters and apostrophes only, and not an acronym or a
 * surname in capitals. */
static bool divisible(const struct letters *l, int from, int to) {
    int capitals = 0;
    for (int i = from; i < to; i++) {
        if (is_apostrophe(l->code[i])) capitals = 0;
        else if (!unicode_letter(l->code[i]) && !unicode_mark(l->code[i])) return false;
        else capitals += unicode_upper(l->code[i]);
    }
    return capitals < 2;
}

/* The house's bounds on what the patterns say of a division before character i of [from, to). */
static bool allowed(const struct letters *l, int from, int to, int i) {
    const uint32_t *c = l->code;
    int kept = i;
    while (kept > from && !is_apostrophe(c[kept - 1])) kept--;
    if (i - kept < KEPT || to - i < CARRIED || is_apostrophe(c[i])) return false;
    if (i - from < KEPT) return false;
    if (is_vowel(c[i - 1]) && is_vowel(c[i])) return false;
    bool beside = (c[i] | 32) == 'x' || (c[i] | 32) == 'y';
    if (beside && is_vowel(c[i - 1]) && is_vowel(c[i + 1])) return false;
    bool behind = (c[i - 1] | 32) == 'x' || (c[i - 1] | 32) == 'y';
    return !(behind && i - 2 >= from && is_vowel(c[i - 2]) && is_vowel(c[i]));
}

/* Asks the patterns about one part, in small letters. */
static size_t divide_part(const struct patterns *p, const struct letters *l, int from, int to,
                          enum division_kind kind, struct division *out, size_t room) {
    uint32_t small[LONGEST];
    uint8_t rates[LONGEST];
    size_t n = 0;
    if (!p || to - from < KEPT + CARRIED || !divisible(l, from, to)) return 0;
    for (int i = from; i < to; i++) small[i - from] = unicode_lower(l->code[i]);
    patterns_rate(p, small, to - from, rates);
    for (int i = from + 1; i < to && n < room; i++)
        if ((rates[i - from] & 1) && allowed(l, from, to, i))
            out[n++] = (struct division){l->at[i], (uint8_t)kind};
    return n;
}

/* Whether the word, [from, to) without the signs around it, is made of letters, hyphens and
 * apostrophes, and has no digit anywhere: not an address or a number. */
static bool is_written_out(const struct letters *l, int from, int to) {
    for (int i = 0; i < l->n; i++) {
        uint32_t c = l->code[i];
        if (c >= '0' && c <= '9') return false;
        if (i < from || i >= to) continue;
        if (c != '-' && c != 0x2010 && !is_apostrophe(c) && !unicode_letter(c) && !unicode_mark(c))
            return false;
    }
    return true;
}

static int count_letters(const struct letters *l, int from, int to) {
    int n = 0;
    for (int i = from; i < to; i++) n += unicode_letter(l->code[i]);
    return n;
}

/* Whether a compound's part is of letters, with at least KEPT of them behind its apostrophe. */
static bool is_part(const struct letters *l, int from, int to) {
    for (int i = from; i < to; i++)
        if (is_apostrophe(l->code[i])) from = i + 1;
        else if (!unicode_letter(l->code[i])) return false;
    return to - from >= KEPT;
}

size_t hyphens_find(const struct patterns *p, struct text word,
                    struct division out[DIVISIONS_MAX]) {
    struct letters l;
    size_t n = 0;
    if (word.n < KEPT + CARRIED || !take_letters(word, &l)) return 0;
    int from = 0, to = l.n; /* the word without punctuation around it */
    while (from < to && !unicode_letter(l.code[from])) from++;
    while (to > from && !unicode_letter(l.code[to - 1])) to--;
    int part = from;
    if (!is_written_out(&l, from, to)) p = NULL;
    for (int i = from; i < to && n < DIVISIONS_MAX; i++) {
        if (l.code[i] != '-' && l.code[i] != 0x2010) continue;
        bool rest = count_letters(&l, i + 1, to) >= KEPT && unicode_letter(l.code[i + 1]);
        bool fine = rest && is_part(&l, part, i);
        n += divide_part(p, &l, part, i, DIVIDE_PART, out + n, DIVISIONS_MAX - n);
        if (fine && n < DIVISIONS_MAX) out[n++] = (struct division){l.at[i + 1], DIVIDE_HARD};
        part = i + 1;
    }
    enum division_kind kind = part > from ? DIVIDE_PART : DIVIDE_SOFT;
    return n + divide_part(p, &l, part, to, kind, out + n, DIVISIONS_MAX - n);
}
