/* See forms.h. A word takes the affixes whose flags it has; one it took brings flags of its own, and
 * where a prefix and a suffix may be crossed, the word's own flags of the other kind stay. */
#include "spell/forms.h"

#include "base/unicode.h"

#include <string.h>

enum { AFFIXES = 3 /* on one word */, FIELDS = 5, FLAGS = 1 << 16 };

/* One rule of an affix. */
struct rule {
    bool prefix, crosses;
    struct text flag, strip, add, condition;
    struct text flags; /* of affixes that may follow */
};

struct rules {
    struct rule *at;
    size_t n, cap;
};

struct affixes {
    struct rules rules;  /* those of one flag follow each other */
    size_t *first;       /* by the number of a flag: 1 more than its first rule; 0: it has none */
    size_t width;        /* bytes of a flag */
    struct text need, forbidden, silent; /* flags: no word by itself, none at all, never suggested */
};

/* --- reading --- */

static struct text take_field(struct text *line) {
    *line = text_trim(*line);
    size_t n = 0;
    while (n < line->n && line->at[n] != ' ' && line->at[n] != '\t') n++;
    struct text field = text_part(*line, 0, n);
    *line = text_after(*line, n);
    return field;
}

/* PFX|SFX FLAG Y|N COUNT, then as often PFX|SFX FLAG STRIP ADD/FLAGS CONDITION */
static void read_rule(struct arena *a, struct affixes *out, const struct text *f, bool *crosses) {
    bool prefix = text_equal(f[0], T("PFX"));
    if (!prefix && !text_equal(f[0], T("SFX"))) return;
    if (!f[4].n) {
        *crosses = text_equal(f[2], T("Y"));
        return;
    }
    size_t slash = text_find(f[3], T("/"));
    struct rule r = {prefix, *crosses, f[1], f[2], text_part(f[3], 0, slash), f[4], text_after(f[3], slash + 1)};
    if (text_equal(r.strip, T("0"))) r.strip.n = 0;
    if (text_equal(r.add, T("0"))) r.add.n = 0;
    if (text_find(r.add, T("'")) == r.add.n) arena_push(a, &out->rules, r);
}

/* The number of a flag, which has one byte or two. */
static size_t flag_number(struct text flag) {
    size_t n = 0;
    for (size_t i = 0; i < flag.n && i < 2; i++) n = n << 8 | (unsigned char)flag.at[i];
    return n;
}

static struct affixes read_affixes(struct arena *a, struct text aff) {
    struct affixes out = {.width = 1, .first = arena_new(a, size_t, FLAGS)};
    bool crosses = false;
    while (aff.n) {
        struct text line = text_part(aff, 0, text_find(aff, T("\n"))), f[FIELDS];
        aff = text_after(aff, line.n + 1);
        for (int i = 0; i < FIELDS; i++) f[i] = take_field(&line);
        if (text_equal(f[0], T("FLAG")) && text_equal(f[1], T("long"))) out.width = 2;
        if (text_equal(f[0], T("NEEDAFFIX"))) out.need = f[1];
        if (text_equal(f[0], T("FORBIDDENWORD"))) out.forbidden = f[1];
        if (text_equal(f[0], T("NOSUGGEST"))) out.silent = f[1];
        read_rule(a, &out, f, &crosses);
    }
    for (size_t i = out.rules.n; i--;) out.first[flag_number(out.rules.at[i].flag)] = i + 1;
    return out;
}

static bool has_flag(const struct affixes *x, struct text flags, struct text flag) {
    for (size_t i = 0; flag.n && i + x->width <= flags.n; i += x->width)
        if (text_equal(text_part(flags, i, i + x->width), flag)) return true;
    return false;
}

/* --- conditions: letters, «.» for any, [abc] and [^abc] --- */

/* Whether the letter is what the condition has at *i, which moves behind it. */
static bool letter_fits(struct text condition, size_t *i, uint32_t letter) {
    uint32_t c = utf8_next(condition, i);
    if (c != '[') return c == '.' || c == letter;
    bool found = false, not = *i < condition.n && condition.at[*i] == '^';
    *i += not;
    while (*i < condition.n && (c = utf8_next(condition, i)) != ']') found |= c == letter;
    return found != not;
}

static size_t letters_of(struct text condition) {
    size_t n = 0;
    for (size_t i = 0; i < condition.n; n++) letter_fits(condition, &i, 0);
    return n;
}

static bool rule_fits(const struct rule *r, struct text word) {
    size_t at = 0, n = letters_of(r->condition);
    if (word.n < r->strip.n || !(r->prefix ? text_starts : text_ends)(word, r->strip)) return false;
    if (!r->prefix) {
        at = word.n;
        for (size_t i = 0; i < n && at; i++) utf8_prev(word, &at);
    }
    for (size_t i = 0; i < r->condition.n;) {
        if (at >= word.n) return text_equal(r->condition, T("."));
        if (!letter_fits(r->condition, &i, utf8_next(word, &at))) return false;
    }
    return true;
}

/* --- making --- */

/* Small letters and hyphens: what is asked about; the bytes of letters beyond ASCII may be any. */
static bool is_small(struct text word) {
    for (size_t i = 0; i < word.n; i++) {
        unsigned char c = (unsigned char)word.at[i];
        if (c < 0x80 && c != '-' && (c < 'a' || c > 'z')) return false;
    }
    return word.n;
}

/* A form with the flags of what may still come to it. */
struct form {
    struct text word, flags;
    struct text crossed; /* flags of the word it was made of; of these, affixes of the other kind: */
    bool prefixes;
    bool silent;
};

/* Whether more than one of its letters is beyond ASCII. */
static bool has_marks(struct text word) {
    size_t n = 0;
    for (size_t i = 0; i < word.n; n++)
        if (utf8_next(word, &i) < 0x80) n--;
    return n > 1;
}

static void add_form(struct arena *a, struct words *out, const struct form *f) {
    if (!is_small(f->word)) return;
    arena_push(a, out, f->word);
    if (has_marks(f->word))
        arena_push(a, out, TEXT_JOIN(a, T("~"), unicode_bare(a, unicode_small(a, f->word))));
    if (f->silent) arena_push(a, out, TEXT_JOIN(a, T("!"), f->word));
}

static void make(struct arena *a, const struct affixes *x, const struct form *f, int left,
                 struct words *out);

static void apply(struct arena *a, const struct affixes *x, const struct form *f,
                  const struct rule *r, int left, struct words *out) {
    struct text rest = r->prefix ? text_after(f->word, r->strip.n)
                                 : text_part(f->word, 0, f->word.n - r->strip.n);
    struct form next = {.flags = r->flags, .prefixes = !r->prefix, .silent = f->silent};
    if (r->crosses) next.crossed = f->flags;
    next.word = r->prefix ? TEXT_JOIN(a, r->add, rest) : TEXT_JOIN(a, rest, r->add);
    make(a, x, &next, left - 1, out); /* not deeper than AFFIXES */
}

/* The forms that the flags' affixes make; of `crossed` flags those alone that may be. */
static void apply_all(struct arena *a, const struct affixes *x, const struct form *f,
                      struct text flags, bool crossed, int left, struct words *out) {
    for (size_t k = 0; k + x->width <= flags.n; k += x->width) {
        struct text flag = text_part(flags, k, k + x->width);
        size_t first = x->first[flag_number(flag)];
        for (size_t i = first; i && i <= x->rules.n; i++) {
            const struct rule *r = &x->rules.at[i - 1];
            if (!text_equal(r->flag, flag)) break;
            bool may = !crossed || (r->crosses && r->prefix == f->prefixes);
            if (may && rule_fits(r, f->word)) apply(a, x, f, r, left, out);
        }
    }
}

static void make(struct arena *a, const struct affixes *x, const struct form *f, int left,
                 struct words *out) {
    if (!has_flag(x, f->flags, x->need)) add_form(a, out, f);
    if (!left) return;
    apply_all(a, x, f, f->flags, false, left, out);
    apply_all(a, x, f, f->crossed, true, left, out);
}

struct words forms_of(struct arena *a, struct text aff, struct text dic) {
    struct affixes x = read_affixes(a, aff);
    struct words out = {0};
    while (dic.n) {
        struct text line = text_part(dic, 0, text_find(dic, T("\n")));
        dic = text_after(dic, line.n + 1);
        struct text entry = take_field(&line);
        size_t slash = text_find(entry, T("/"));
        struct form f = {.word = text_part(entry, 0, slash), .flags = text_after(entry, slash + 1)};
        f.silent = has_flag(&x, f.flags, x.silent);
        if (!has_flag(&x, f.flags, x.forbidden)) make(a, &x, &f, AFFIXES, &out);
    }
    return out;
}
