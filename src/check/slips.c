/* See slips.h. Every word that is one slip away is made, and looked up: some hundreds of each. Words that
 * differ by several accents would be thousands: the set says first, of the word without any, whether
 * there is one. */
#include "check/slips.h"

#include <assert.h>
#include <string.h>

enum { LONGEST = 40 /* letters */, TRIES = 1 << 16 /* words with other accents */ };

static const uint32_t alphabet[] = {
    'a',  'b',  'c',  'd',  'e',  'f',  'g',  'h',  'i',  'j',  'k',  'l',  'm',  'n',  'o',
    'p',  'q',  'r',  's',  't',  'u',  'v',  'w',  'x',  'y',  'z',  0xE0, 0xE2, 0xE6, 0xE7,
    0xE8, 0xE9, 0xEA, 0xEB, 0xEE, 0xEF, 0xF4, 0xF6, 0xF9, 0xFB, 0xFC, 0xFF, 0x153, '-'};
enum { LETTERS = sizeof alphabet / sizeof *alphabet, WRITTEN = LETTERS - 1 /* without the hyphen */ };

/* The letter under its accent: its place in the alphabet's first 26, by the same order. */
static const char bare[] = "abcdefghijklmnopqrstuvwxyzaaaceeeeiioouuuyo-";
static_assert(sizeof bare == LETTERS + 1, "one for each letter");

bool slips_known(const struct wordset *forms, struct text word) {
    if (wordset_has(forms, word)) return true;
    if (text_find(word, T("-")) == word.n || text_ends(word, T("-"))) return false;
    while (word.n) {
        struct text part = text_part(word, 0, text_find(word, T("-")));
        if (!part.n || !wordset_has(forms, part)) return false;
        word = text_after(word, part.n + 1);
    }
    return true;
}

/* A word as letters, by their places in the alphabet. */
struct letters {
    uint8_t at[LONGEST + 1];
    size_t n;
};

static bool letters_of(struct text word, struct letters *out) {
    out->n = 0;
    for (size_t i = 0; i < word.n;) {
        uint32_t c = utf8_next(word, &i);
        uint8_t place = 0;
        while (place < LETTERS && alphabet[place] != c) place++;
        if (place == LETTERS || out->n == LONGEST) return false;
        out->at[out->n++] = place;
    }
    return true;
}

/* What is looked for, and what was found. */
struct search {
    const struct wordset *forms;
    struct build *out;
    int found, most;
    int tries; /* left */
    bool sure;
};

/* Takes the word where it is one that may be suggested. */
static void try_word(struct search *s, const struct letters *l) {
    char bytes[2 * (LONGEST + 1) + 4] = "!";
    size_t n = 1;
    if (s->found == s->most) return;
    for (size_t i = 0; i < l->n; i++) n += utf8_put(bytes + n, alphabet[l->at[i]]);
    struct text silent = {bytes, n}, word = text_after(silent, 1);
    if (!slips_known(s->forms, word) || wordset_has(s->forms, silent)) return;
    build_char(s->out, '\t');
    build_text(s->out, word);
    s->found++;
}

static void try_instead(struct search *s, const struct letters *l, size_t i, uint8_t letter) {
    struct letters made = *l;
    made.at[i] = letter;
    if (letter != l->at[i]) try_word(s, &made);
}

static void try_with(struct search *s, const struct letters *l, size_t i, uint8_t letter) {
    struct letters made = *l;
    memmove(made.at + i + 1, l->at + i, l->n - i);
    made.at[i] = letter;
    made.n++;
    try_word(s, &made);
}

static void try_without(struct search *s, const struct letters *l, size_t i) {
    struct letters made = *l;
    made.n--;
    memmove(made.at + i, l->at + i + 1, made.n - i);
    if (made.n) try_word(s, &made);
}

/* The word without accents, œ and æ as two letters; false where it becomes too long. */
static bool strip(const struct letters *l, struct letters *out) {
    out->n = 0;
    for (size_t i = 0; i < l->n; i++) {
        bool joined = alphabet[l->at[i]] == 0x153 || alphabet[l->at[i]] == 0xE6;
        if (out->n + joined == LONGEST) return false;
        out->at[out->n++] = (uint8_t)(bare[l->at[i]] == '-' ? WRITTEN : bare[l->at[i]] - 'a');
        if (joined) out->at[out->n++] = 'e' - 'a';
    }
    return true;
}

/* `with` in the place of `n` letters at `i`. */
static struct letters put(const struct letters *l, size_t i, size_t n, uint8_t with) {
    struct letters made = *l;
    made.at[i] = with;
    made.n -= n - 1;
    memmove(made.at + i + 1, l->at + i + n, l->n - i - n);
    return made;
}

/* The word, and every one with marks besides on up to `most` letters from `i` on. */
static void mark(struct search *s, const struct letters *l, size_t i, int most) {
    if (s->tries) s->tries--, try_word(s, l);
    for (; most && i < l->n && s->tries; i++) {
        for (uint8_t c = 'z' - 'a' + 1; c < WRITTEN; c++) {
            bool joined = alphabet[c] == 0x153 || alphabet[c] == 0xE6;
            if (bare[c] - 'a' != l->at[i] || (joined && (i + 1 == l->n || l->at[i + 1] != 'e' - 'a')))
                continue;
            struct letters made = put(l, i, joined ? 2 : 1, c);
            mark(s, &made, i + 1, most - 1); /* not deeper than the letters */
        }
    }
}

/* The set's word that says that several letters have marks; words joined by hyphens are not in it. */
static bool may_have_marks(const struct search *s, const struct letters *l) {
    char bytes[LONGEST + 1] = "~";
    size_t n = 1;
    for (size_t i = 0; i < l->n; i++) {
        if (l->at[i] == WRITTEN) return true;
        bytes[n++] = (char)('a' + l->at[i]);
    }
    return wordset_has(s->forms, (struct text){bytes, n});
}

static void slip_accent(struct search *s, const struct letters *l) {
    struct letters stripped;
    if (!strip(l, &stripped)) return;
    mark(s, &stripped, 0, may_have_marks(s, &stripped) ? (int)stripped.n : 1);
    s->sure = s->found == 1 && s->tries;
}

static void slip_double(struct search *s, const struct letters *l) {
    for (size_t i = 0; i < l->n; i++) {
        bool doubled = i && l->at[i] == l->at[i - 1];
        if (!doubled) try_with(s, l, i, l->at[i]);
        else if (i < 2 || l->at[i] != l->at[i - 2]) try_without(s, l, i);
    }
}

static void slip_swap(struct search *s, const struct letters *l) {
    for (size_t i = 1; i < l->n; i++) {
        struct letters made = *l;
        made.at[i] = l->at[i - 1];
        made.at[i - 1] = l->at[i];
        if (l->at[i] != l->at[i - 1]) try_word(s, &made);
    }
}

static void slip_lack(struct search *s, const struct letters *l) {
    for (size_t i = 0; i <= l->n; i++)
        for (uint8_t c = 0; c < WRITTEN; c++) try_with(s, l, i, c);
}

static void slip_other(struct search *s, const struct letters *l) {
    for (size_t i = 0; i < l->n; i++)
        for (uint8_t c = 0; c < WRITTEN; c++) try_instead(s, l, i, c);
}

static void slip_more(struct search *s, const struct letters *l) {
    for (size_t i = 0; i < l->n; i++)
        if (!i || l->at[i] != l->at[i - 1]) try_without(s, l, i);
}

bool slips_find(const struct wordset *forms, struct text word, int most, struct build *out, bool *sure) {
    static void (*const slips[])(struct search *, const struct letters *) = {
        slip_accent, slip_double, slip_swap, slip_lack, slip_other, slip_more};
    struct letters l;
    struct search s = {forms, out, 0, most, TRIES, false};
    *sure = false;
    if (!letters_of(word, &l)) return false;
    for (size_t i = 0; i < sizeof slips / sizeof *slips && !s.found; i++) slips[i](&s, &l);
    *sure = s.sure;
    return true;
}
