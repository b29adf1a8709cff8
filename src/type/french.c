/* See french.h. One walk over the text looks at every gap, the blanks (perhaps none) between two
 * characters, and asks the rules in turn what should stand there; signs that are themselves
 * rewritten (quotes, apostrophes, points) are dealt with as they are met. */
#include "type/french.h"

#include "base/unicode.h"

#include <string.h>

enum {
    NBSP = 0xA0,
    FINE = 0x202F, /* narrow no-break space */
    OPEN = 0xAB,   /* « */
    SHUT = 0xBB,   /* » */
    OPEN2 = 0x201C,
    SHUT2 = 0x201D,
    APOSTROPHE = 0x2019,
    DOTS = 0x2026,
    EN_DASH = 0x2013,
    EM_DASH = 0x2014,
    DEGREE = 0xB0
};

struct corrections {
    struct correction *at;
    size_t n, cap;
};

/* A quotation mark that is to become another. */
struct quote {
    size_t at;
    uint32_t to;
};

struct quotes {
    struct quote *at;
    size_t n, cap;
};

/* The walk. */
struct walk {
    struct arena *a;
    struct text in;
    struct build out;
    size_t copied; /* bytes of `in` that are in `out` or were replaced */
    struct corrections corrections;
    struct quotes quotes;
    size_t next_quote; /* the first not yet met */
    bool aside;        /* behind a dash that opens an aside */
};

/* Two neighbours and the blanks between them. */
struct gap {
    struct text in;
    size_t from, to;      /* the blanks; from == to: none */
    uint32_t left, right; /* the characters, quotes as corrected; 0: the text's end */
    bool aside;           /* a dash on the left or right stands within an aside */
};

/* What a rule wants in a gap; rule NULL: it has nothing to say. */
struct wish {
    const char *rule;
    const char *blank;
};

#define NOTHING    ((struct wish){0})
#define WISH(r, b) ((struct wish){(r), (b)})

static const char *const none = "", *const space = " ", *const nbsp = "\u00a0",
                         *const fine = "\u202f";

/* --- looking around --- */

static size_t blank_size(struct text t, size_t i) {
    const unsigned char *s = (const unsigned char *)t.at + i;
    if (s[0] == ' ' || s[0] == '\t') return 1;
    if (s[0] == 0xC2 && i + 1 < t.n && s[1] == 0xA0) return 2;
    if (s[0] == 0xE2 && i + 2 < t.n && s[1] == 0x80 && (s[2] == 0xAF || s[2] == 0x89)) return 3;
    return 0;
}

static size_t blanks_end(struct text t, size_t i) {
    for (size_t n; i < t.n && (n = blank_size(t, i)) != 0;) i += n;
    return i;
}

static uint32_t code_at(struct text t, size_t i) {
    return i < t.n ? utf8_next(t, &i) : 0;
}

static bool is_blank(uint32_t c) {
    return c == ' ' || c == '\t' || c == NBSP || c == FINE || c == 0x2009;
}

static bool is_digit(uint32_t c) {
    return c - '0' < 10;
}

/* The word that ends at `to`: back to a blank, a bracket, a quote or an apostrophe. */
static struct text word_before(struct text t, size_t to) {
    size_t from = to;
    while (from) {
        size_t i = from;
        uint32_t c = utf8_prev(t, &i);
        if (is_blank(c) || c == '(' || c == '[' || c == OPEN || c == OPEN2 || c == '"' ||
            c == '\'' || c == APOSTROPHE)
            break;
        from = i;
    }
    return text_part(t, from, to);
}

/* The word that starts at `from`: letters and digits only. */
static struct text word_at(struct text t, size_t from) {
    size_t to = from;
    while (to < t.n) {
        size_t i = to;
        uint32_t c = utf8_next(t, &i);
        if (!unicode_letter(c) && !is_digit(c) && c != '-') break;
        to = i;
    }
    return text_part(t, from, to);
}

static bool one_of(struct text t, const char *const *words) {
    for (; *words; words++)
        if (text_equal(t, text_of(*words))) return true;
    return false;
}

/* Whether the sign at `i` stands inside an address (https://…, www.…, a@b.ml): fr-5. A sign that
 * ends the word belongs to the sentence. */
static bool in_address(struct text t, size_t i) {
    size_t from = i, to = i;
    while (from && !is_blank(code_at(t, from))) utf8_prev(t, &from);
    while (to < t.n && !is_blank(code_at(t, to))) utf8_next(t, &to);
    struct text token = text_trim(text_part(t, from, to));
    size_t inside = (size_t)(t.at + i - token.at);
    if (inside + 1 >= token.n) return false;
    size_t at = text_find(token, T("@"));
    return text_find(token, T("://")) < token.n || text_starts(token, T("www.")) ||
           text_starts(token, T("&")) ||
           (at && at < token.n && text_find(text_after(token, at), T(".")) < token.n - at);
}

/* --- the rules, each for one gap --- */

static struct wish rule_tall_signs(const struct gap *g) {
    if (g->right == ';' || g->right == '!' || g->right == '?') {
        bool had = g->to > g->from;
        if (!g->left || in_address(g->in, g->to)) return NOTHING;
        if (g->left == '(' || g->left == '[') return WISH("fr-4", none);
        if (strchr("?!.:;,", (int)(g->left < 0x80 ? g->left : 'x')) || g->left == DOTS)
            return had ? WISH("fr-1", fine) : NOTHING;
        if (g->left == OPEN || g->left == OPEN2) return NOTHING;
        return WISH("fr-1", fine);
    }
    bool word = unicode_letter(g->right) || is_digit(g->right) || g->right == OPEN;
    if ((g->left == ';' || g->left == '!' || g->left == '?') && g->from == g->to && word &&
        !in_address(g->in, g->from - 1))
        return WISH("fr-1", space);
    return NOTHING;
}

static struct wish rule_colon(const struct gap *g) {
    bool had = g->to > g->from;
    if (g->right == ':') {
        uint32_t behind = code_at(g->in, g->to + 1);
        bool tight = !had && behind && !is_blank(behind);
        if (!g->left || tight || g->left == ':') return NOTHING;
        return g->left == '(' ? WISH("fr-4", none) : WISH("fr-2", nbsp);
    }
    /* «mot :suite»: the blank before shows that the colon is a sentence's */
    if (g->left == ':' && !had && unicode_letter(g->right) && g->from >= 2) {
        size_t i = g->from - 1;
        if (is_blank(utf8_prev(g->in, &i))) return WISH("fr-2", space);
    }
    return NOTHING;
}

static struct wish rule_guillemets(const struct gap *g) {
    if (g->left == OPEN && g->right == SHUT) return NOTHING;
    if (g->left == OPEN && g->right) return WISH("fr-3", nbsp);
    if (g->right == SHUT && g->left) return WISH("fr-3", nbsp);
    if (g->to > g->from) return NOTHING;
    bool word_left = unicode_letter(g->left) || is_digit(g->left) || g->left == ',' ||
                     g->left == ':' || g->left == ';' || g->left == SHUT;
    bool word_right = unicode_letter(g->right) || is_digit(g->right) || g->right == '(';
    if (g->right == OPEN && word_left) return WISH("fr-3", space);
    if (g->left == SHUT && word_right) return WISH("fr-3", space);
    return NOTHING;
}

static struct wish rule_inner_quotes(const struct gap *g) {
    if (g->to == g->from) return NOTHING;
    return (g->left == OPEN2 && g->right) || (g->right == SHUT2 && g->left) ? WISH("fr-9", none)
                                                                            : NOTHING;
}

static struct wish rule_brackets(const struct gap *g) {
    bool open = g->left == '(' || g->left == '[';
    bool shut = g->right == ')' || g->right == ']';
    if (g->to == g->from || open == shut) return NOTHING; /* «[ ]» is a box to tick */
    return WISH("fr-6", none);
}

/* A full stop between a word and the next sentence: «Mali.Le». */
static bool glued_sentences(const struct gap *g) {
    struct text before = word_before(g->in, g->from - 1);
    struct text after = word_at(g->in, g->to);
    if (utf8_count(before) < 2 || text_find(before, T(".")) < before.n || utf8_count(after) < 2)
        return false;
    size_t i = 0, k = before.n;
    utf8_next(after, &i);
    uint32_t second = utf8_next(after, &i), last = utf8_prev(before, &k);
    return unicode_upper(g->right) && unicode_letter(second) && !unicode_upper(second) &&
           unicode_letter(last) && !unicode_upper(last) && !in_address(g->in, g->from - 1);
}

static struct wish rule_low_signs(const struct gap *g) {
    bool had = g->to > g->from;
    if (had && (g->right == ',' || g->right == '.' || g->right == DOTS)) {
        uint32_t behind = code_at(g->in, g->to + (g->right == DOTS ? 3 : 1));
        bool starts = unicode_letter(behind) || is_digit(behind); /* .NET, .5, …suite */
        bool points = g->right == '.' && behind == '.';           /* three points: see sign_dots */
        if (g->left && !starts && !points) return WISH("fr-6", none);
    }
    if (had || !unicode_letter(g->right)) return NOTHING;
    if (g->left == ',' && !in_address(g->in, g->from - 1)) return WISH("fr-6", space);
    if (g->left == '.' && glued_sentences(g)) return WISH("fr-6", space);
    return NOTHING;
}

/* The letters before an apostrophe where a vowel was dropped. */
static bool elided(struct text word) {
    static const char *const words[] = {
        "l",  "d",   "j",  "m",  "n",  "s",  "t",  "c",  "qu",      "L",      "D",     "J",   "M",
        "N",  "S",   "T",  "C",  "Qu", "QU", "lorsqu", "puisqu", "quoiqu", "jusqu", "Lorsqu",
        "Puisqu", "Quoiqu", "Jusqu", "aujourd", "Aujourd", NULL};
    return one_of(word, words);
}

static struct wish rule_apostrophe(const struct gap *g) {
    if (g->to == g->from) return NOTHING;
    bool left = g->left == APOSTROPHE || g->left == '\'';
    bool right = g->right == APOSTROPHE || g->right == '\'';
    if (left && (unicode_letter(g->right) || g->right == OPEN)) {
        size_t i = g->from;
        utf8_prev(g->in, &i);
        return elided(word_before(g->in, i)) ? WISH("fr-8", none) : NOTHING;
    }
    if (right && unicode_letter(code_at(g->in, g->to + (g->right == '\'' ? 1 : 3))))
        return elided(word_before(g->in, g->from)) ? WISH("fr-8", none) : NOTHING;
    return NOTHING;
}

/* --- numbers --- */

/* A number as written: digits with points, commas, narrow spaces, perhaps an ordinal's ending. */
static bool is_number(struct text t, bool *ordinal) {
    static const char *const endings[] = {"e", "er", "re", "ère", "ème", "nd", "nde", NULL};
    size_t i = 0;
    if (!t.n || !is_digit((unsigned char)t.at[0])) return false;
    while (i < t.n && (is_digit((unsigned char)t.at[i]) || t.at[i] == ',' || t.at[i] == '.'))
        i++;
    *ordinal = i < t.n && one_of(text_after(t, i), endings);
    return *ordinal || (i == t.n && is_digit((unsigned char)t.at[t.n - 1]));
}

static bool is_month(struct text t) {
    static const char *const months[] = {"janvier", "février", "mars",      "avril",   "mai",
                                         "juin",    "juillet", "août",      "septembre", "octobre",
                                         "novembre", "décembre", NULL};
    return one_of(t, months);
}

static bool is_unit(struct text t) {
    static const char *const units[] = {
        "m",  "km", "cm", "mm", "ha", "kg", "g",  "t",  "l",   "h",      "min",      "s",
        "kW", "MW", "kV", "F",  "FCFA", "CFA", "XOF", "francs", "millions", "milliards", "euros",
        "dollars", NULL};
    return one_of(t, units);
}

/* Words that do not name what is counted, so that a number may be parted from them. */
static bool is_function_word(struct text t) {
    static const char *const words[] = {
        "à",   "a",   "ai",  "au",  "aux",   "avec", "car",  "ce",  "ces", "d",    "dans", "de",
        "des", "dont", "du", "elle", "en",   "est",  "et",   "il",  "ils", "la",   "le",   "les",
        "mais", "ne",  "ni", "on",  "ont",   "ou",   "où",   "par", "pour", "qu",  "que",  "qui",
        "sa",  "sans", "se", "ses", "si",    "soit", "son",  "sont", "sous", "sur", "un",  "une",
        "vers", "y",   NULL};
    return one_of(t, words);
}

static bool is_year(struct text t) {
    return t.n == 4 && (text_starts(t, T("19")) || text_starts(t, T("20")));
}

static bool all_digits(struct text t) {
    for (size_t i = 0; i < t.n; i++)
        if (!is_digit((unsigned char)t.at[i])) return false;
    return t.n > 0;
}

/* Whether blanks and, before them, a digit precede the word. */
static bool follows_digit(struct text in, struct text word) {
    size_t i = (size_t)(word.at - in.at), at = i;
    while (i) {
        at = i;
        uint32_t c = utf8_prev(in, &i);
        if (!is_blank(c)) return is_digit(c) && at < (size_t)(word.at - in.at);
    }
    return false;
}

static struct wish rule_numbers(const struct gap *g) {
    bool had = g->to > g->from, ordinal;
    if (is_digit(g->left) && (g->right == '%' || g->right == 0x2030 || g->right == 0x20AC) &&
        !in_address(g->in, g->to))
        return WISH("fr-16", nbsp);
    if (!had) return NOTHING;
    struct text left = word_before(g->in, g->from), right = word_at(g->in, g->to);
    if (text_equal(left, T("h")) && is_digit(g->right) && follows_digit(g->in, left))
        return WISH("fr-16", nbsp);
    if (!is_number(left, &ordinal)) return NOTHING;
    if (is_month(right) && left.n <= 3) return WISH("fr-15", nbsp);
    if (all_digits(right) && right.n == 3 && all_digits(left) && left.n <= 3)
        return WISH("fr-24", fine);
    if (!unicode_letter(g->right)) return NOTHING;
    if (is_unit(right)) return WISH("fr-16", nbsp);
    if (is_year(left) || is_function_word(right)) return NOTHING;
    return WISH("fr-16", nbsp);
}

static struct wish rule_number_sign(const struct gap *g) {
    if (g->left != DEGREE || g->from < 3) return NOTHING;
    size_t i = g->from - 2;
    uint32_t n = utf8_prev(g->in, &i);
    if (n != 'n' && n != 'N') return NOTHING;
    return unicode_letter(g->right) || is_digit(g->right) ? WISH("fr-14", nbsp) : NOTHING;
}

/* --- names, references, dashes --- */

/* «J.», «J.-P.»: capitals each with its point. */
static bool is_initials(struct text t) {
    size_t i = 0;
    while (i < t.n) {
        if (!unicode_upper(utf8_next(t, &i)) || i >= t.n || t.at[i++] != '.') return false;
        if (i < t.n && t.at[i++] != '-') return false;
    }
    return t.n > 0 && t.at[t.n - 1] == '.';
}

static struct wish rule_names(const struct gap *g) {
    static const char *const titles[] = {"M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles",
                                         "Dr", "Drs", "Pr",  "Prs",  "Me",   "Mgr", NULL};
    if (g->to == g->from || !unicode_upper(g->right)) return NOTHING;
    struct text left = word_before(g->in, g->from);
    return one_of(left, titles) || is_initials(left) ? WISH("fr-18", nbsp) : NOTHING;
}

/* Up to XXXIX: beyond, capitals are likelier an acronym. */
static bool is_roman(struct text t) {
    static const char *const ones[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", NULL};
    size_t tens = 0;
    if (text_ends(t, T("er"))) t.n -= 2;
    while (tens < 3 && tens < t.n && t.at[tens] == 'X') tens++;
    struct text rest = text_after(t, tens);
    return t.n && (!rest.n || one_of(rest, ones));
}

static struct wish rule_references(const struct gap *g) {
    static const char *const shorts[] = {"art.", "al.", "chap.", "fig.", "p.",
                                         "pp.",  "t.",  "vol.",  "§",    NULL};
    if (g->to == g->from) return NOTHING;
    if (g->right == 'e' && text_starts(text_after(g->in, g->to), T("etc.")))
        return WISH("fr-24", nbsp);
    if (is_digit(g->right) && one_of(word_before(g->in, g->from), shorts))
        return WISH("fr-24", nbsp);
    if (g->right == 'I' || g->right == 'V' || g->right == 'X') {
        struct text left = word_before(g->in, g->from);
        size_t i = 0;
        bool name = left.n > 1 && unicode_upper(utf8_next(left, &i)) && i < left.n &&
                    !unicode_upper(code_at(left, i)) && unicode_letter(g->left);
        if (name && is_roman(word_at(g->in, g->to))) return WISH("fr-24", nbsp);
    }
    return NOTHING;
}

static struct wish rule_asides(const struct gap *g) {
    bool left = g->left == EN_DASH || g->left == EM_DASH;
    bool right = g->right == EN_DASH || g->right == EM_DASH;
    if (g->to == g->from || left == right || !g->aside) return NOTHING;
    return WISH("fr-19", nbsp);
}

static struct wish (*const rules[])(const struct gap *) = {
    rule_tall_signs, rule_colon,   rule_guillemets,  rule_inner_quotes, rule_brackets,
    rule_low_signs,  rule_apostrophe, rule_number_sign, rule_numbers,   rule_names,
    rule_references, rule_asides};

/* --- the walk --- */

/* Replaces in[from, to), and keeps the record. */
static void change(struct walk *w, size_t from, size_t to, const char *with, const char *rule) {
    struct text before = text_part(w->in, from, to), after = text_of(with);
    if (text_equal(before, after)) return;
    if (!w->out.cap) build_room(&w->out, w->in.n + w->in.n / 8);
    build_text(&w->out, text_part(w->in, w->copied, from));
    arena_push(w->a, &w->corrections,
               ((struct correction){rule, (uint32_t)from, (uint32_t)w->out.n, before, after}));
    build_text(&w->out, after);
    w->copied = to;
}

/* Blanks that no rule speaks of: one of them is enough, an unbreakable one by preference. */
static void collapse(struct walk *w, const struct gap *g) {
    if (g->to - g->from == 1 && w->in.at[g->from] == ' ') return;
    size_t first = blank_size(w->in, g->from);
    bool single = g->from + first == g->to;
    if (single && w->in.at[g->from] != '\t') return;
    struct text run = text_part(w->in, g->from, g->to);
    bool tied = text_find(run, text_of(nbsp)) < run.n || text_find(run, text_of(fine)) < run.n;
    change(w, g->from, g->to, tied ? nbsp : space, "fr-6");
}

/* «mot etc.»: the comma belongs before it. */
static bool lacks_comma(const struct gap *g) {
    if (g->right != 'e' || g->to == g->from) return false;
    if (!text_starts(text_after(g->in, g->to), T("etc."))) return false;
    bool word = unicode_letter(g->left) || is_digit(g->left) || g->left == ')' || g->left == SHUT;
    return word && !text_equal(word_before(g->in, g->from), T("et"));
}

static void set_gap(struct walk *w, const struct gap *g) {
    bool had = g->to > g->from;
    if (had && lacks_comma(g)) {
        change(w, g->from, g->to, ",\u00a0", "fr-7");
        return;
    }
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct wish wish = rules[i](g);
        if (!wish.rule) continue;
        change(w, g->from, g->to, wish.blank, wish.rule);
        return;
    }
    if (had) collapse(w, g);
}

/* Whether a dash behind a blank follows within the sentence. */
static bool dash_follows(struct text t, size_t i) {
    uint32_t before = 0;
    while (i < t.n) {
        uint32_t c = utf8_next(t, &i);
        if (c == '.' || c == '!' || c == '?' || c == ';') return false;
        if ((c == EN_DASH || c == EM_DASH) && is_blank(before)) return true;
        before = c;
    }
    return false;
}

/* Points of suspension; «etc…» loses them. Returns the bytes dealt with, 0 for none. */
static size_t sign_dots(struct walk *w, size_t i, uint32_t c) {
    size_t n = 0;
    if (c == DOTS) n = 3;
    else
        while (i + n < w->in.n && w->in.at[i + n] == '.') n++;
    uint32_t behind = code_at(w->in, i + n);
    if (n < 3 || behind == '/' || (i && w->in.at[i - 1] == '/')) return 0;
    bool etc = i >= 3 && text_ends(text_part(w->in, 0, i), T("etc"));
    bool etc_point = i >= 4 && c == DOTS && text_ends(text_part(w->in, 0, i), T("etc."));
    change(w, i, i + n, etc ? "." : etc_point ? "" : "…", "fr-7");
    return n;
}

/* A typewriter apostrophe between letters, or behind an elision. */
static void sign_apostrophe(struct walk *w, size_t i) {
    size_t k = i;
    if (!i || in_address(w->in, i)) return;
    uint32_t before = utf8_prev(w->in, &k);
    size_t behind = blanks_end(w->in, i + 1);
    uint32_t after = code_at(w->in, behind);
    if (is_blank(before) && elided(word_before(w->in, k))) before = 'l';
    bool word = unicode_letter(after) || after == OPEN || after == OPEN2 || after == '"' ||
                is_digit(after);
    if (!unicode_letter(before) || !word) return;
    if (behind > i + 1 && !elided(word_before(w->in, i))) return;
    change(w, i, i + 1, "’", "fr-8");
}

/* «nº», «№»: the number sign is n and a degree sign. */
static void sign_number(struct walk *w, size_t i, uint32_t c) {
    if (c == 0x2116) change(w, i, i + 3, "n°", "fr-14");
    if (c == 0xBA && i && (w->in.at[i - 1] | 32) == 'n' &&
        (i < 2 || !unicode_letter((unsigned char)w->in.at[i - 2])))
        change(w, i, i + 2, "°", "fr-14");
}

/* The character as it will read: quotes are looked up. */
static uint32_t effective(const struct walk *w, size_t i, uint32_t c) {
    if (c == '\'') return c;
    if (c == 0x2116 || c == 0xBA) return DEGREE;
    for (size_t k = w->next_quote; k < w->quotes.n && w->quotes.at[k].at <= i; k++)
        if (w->quotes.at[k].at == i) return w->quotes.at[k].to;
    return c;
}

/* Rewrites the sign at `i`; returns how many bytes were dealt with. */
static size_t set_sign(struct walk *w, size_t i, uint32_t c, size_t n, uint32_t to) {
    if (c == '\'') {
        sign_apostrophe(w, i);
    } else if (c == '.' || c == DOTS) {
        size_t dots = sign_dots(w, i, c);
        return dots ? dots : n;
    } else if (c == 0x2116 || c == 0xBA) {
        sign_number(w, i, c);
    } else if (to != c) {
        change(w, i, i + n, to == OPEN ? "«" : to == SHUT ? "»" : to == OPEN2 ? "“" : "”", "fr-9");
        w->next_quote++;
    }
    return n;
}

/* Signs and lead bytes before or behind which a gap may need something. */
static bool notable(unsigned char c) {
    return c >= 0x80 ? c == 0xC2 || c == 0xE2
                     : c < '0' || c == ':' || c == ';' || c == '?' || c == '[' || c == ']';
}

/* Most gaps are one space between two small letters, of which no rule speaks. */
static bool plain_gap(struct text t, size_t from, size_t to) {
    unsigned char l = (unsigned char)t.at[from - 1], r = (unsigned char)t.at[to];
    return to == from + 1 && t.at[from] == ' ' && l >= 'a' && l <= 'z' && r >= 'a' && r <= 'z' &&
           r != 'e';
}

static void track_aside(struct walk *w, struct gap *g, size_t i) {
    bool dash = g->right == EN_DASH || g->right == EM_DASH;
    if ((g->left == EN_DASH || g->left == EM_DASH) && g->to > g->from) g->aside = w->aside;
    if (!dash || g->to == g->from) return;
    g->aside = w->aside; /* the blank before a dash that closes */
    w->aside = !w->aside && dash_follows(w->in, i + 3);
}

static void walk(struct walk *w) {
    uint32_t left = 0;
    bool sharp = false; /* the character before was notable */
    for (size_t i = 0; i < w->in.n;) {
        size_t from = i;
        i = blanks_end(w->in, i);
        if (i == w->in.n) break;
        bool now = notable((unsigned char)w->in.at[i]);
        if ((!now && !sharp && from == i) || (from && from < i && plain_gap(w->in, from, i))) {
            left = utf8_next(w->in, &i);
            sharp = now;
            continue;
        }
        size_t behind = i;
        uint32_t c = utf8_next(w->in, &behind), to = effective(w, i, c);
        struct gap g = {.in = w->in, .from = from, .to = i, .left = left, .right = to};
        track_aside(w, &g, i);
        if (from) set_gap(w, &g);
        i += set_sign(w, i, c, behind - i, to);
        left = c == '.' && i > behind ? DOTS : to;
        sharp = now;
    }
}

/* --- quotes --- */

/* Whether a straight quote at `i` opens: before it the start, a blank, a bracket or an apostrophe. */
static bool opens(struct text t, size_t i) {
    if (!i) return true;
    uint32_t before = utf8_prev(t, &i);
    return is_blank(before) || before == '(' || before == '[' || before == APOSTROPHE ||
           before == '\'' || before == OPEN;
}

/* Finds pairs of “ ” and " " and what level they are at. A pair at the outer level becomes « »,
 * straight quotes inside « » become “ ”. Where marks do not pair, all are left as they are. */
static void find_quotes(struct walk *w) {
    struct text t = w->in;
    int level = 0; /* of « » */
    bool open = false, to_outer = false;
    for (size_t i = 0; i < t.n;) {
        size_t at = i;
        unsigned char lead = (unsigned char)t.at[i];
        if (lead != '"' && lead != 0xC2 && lead != 0xE2) {
            i++;
            continue;
        }
        uint32_t c = utf8_next(t, &i);
        level += c == OPEN ? 1 : c == SHUT ? -1 : 0;
        bool opening = c == OPEN2 || (c == '"' && !open && opens(t, at));
        bool closing = c == SHUT2 || (c == '"' && open);
        if (c == '"' && !opening && !closing) goto unpaired;
        if (!opening && !closing) continue;
        if (opening == open) goto unpaired;
        open = opening;
        if (opening) to_outer = level <= 0;
        uint32_t to = opening ? (to_outer ? OPEN : OPEN2) : (to_outer ? SHUT : SHUT2);
        if (to != c) arena_push(w->a, &w->quotes, ((struct quote){at, to}));
    }
    if (!open) return;
unpaired:
    w->quotes.n = 0;
}

struct span french_span(struct arena *a, struct span s) {
    struct walk w = {.a = a, .in = s.text, .out = {.arena = a}};
    find_quotes(&w);
    walk(&w);
    if (!w.corrections.n) return s;
    build_text(&w.out, text_after(w.in, w.copied));
    s.text = build_done(&w.out);
    s.corrections = w.corrections.at;
    s.ncorrections = w.corrections.n;
    return s;
}

struct edition french_set(struct arena *a, const struct edition *e) {
    struct edition set = *e;
    struct communique *list = arena_new(a, struct communique, e->n);
    for (size_t i = 0; i < e->n; i++) {
        list[i] = e->at[i];
        if (!text_equal(e->at[i].lang, T("fr"))) continue;
        struct block *blocks = arena_new(a, struct block, e->at[i].nblocks);
        list[i].title = french_span(a, e->at[i].title);
        for (size_t k = 0; k < e->at[i].nblocks; k++) {
            const struct block *from = &e->at[i].blocks[k];
            struct span *spans = arena_new(a, struct span, from->nspans);
            blocks[k] = *from;
            for (size_t j = 0; j < from->nspans; j++) spans[j] = french_span(a, from->spans[j]);
            blocks[k].spans = spans;
        }
        list[i].blocks = blocks;
    }
    set.at = list;
    return set;
}
