/* See french.h. One walk over the text looks at every gap, the blanks (perhaps none) between two
 * characters, and asks the rules in turn what should stand there; signs that are themselves
 * rewritten (quotes, apostrophes, points) are dealt with as they are met.
 *
 * That a corrected text has nothing to correct rests on three habits. What stands left of a gap is
 * read from the text already corrected. What stands right of it is read as it will be corrected,
 * or only as far as corrections do not reach. And where a rule puts a blank where none was, or
 * takes one away, all rules are heard again about the gap it made. */
#include "type/french.h"

#include "base/language.h"
#include "base/unicode.h"
#include "edition/table.h"

#include <string.h>

enum {
    NBSP = 0xA0,
    THIN = 0x2009,
    FINE = 0x202F, /* narrow no-break space */
    OPEN = 0xAB,   /* « */
    SHUT = 0xBB,   /* » */
    OPEN2 = 0x201C,
    SHUT2 = 0x201D,
    APOSTROPHE = 0x2019,
    DOTS = 0x2026,
    EN_DASH = 0x2013,
    EM_DASH = 0x2014,
    DEGREE = 0xB0,
    ORDINAL = 0xBA, /* º, often typed for ° */
    NUMERO = 0x2116 /* № */
};

enum {
    REACH = 64,       /* bytes a rule looks to either side for a word */
    LEADERS = 7,      /* points in a row: a line to write on, no suspension */
    ENTITY = 10,      /* bytes of «&eacute;» */
    QUOTES_DEEP = 16  /* quotes within quotes */
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
    size_t next_quote;           /* the first not yet met */
    size_t token, core, core_to; /* a token's end, and the address in it: see in_address */
    size_t word;                 /* where the word being read starts, for `skip` */
    bool number;                 /* a digit is in it */
    bool aside;                  /* behind a dash that opens an aside */
};

/* Two neighbours and the blanks between them. */
struct gap {
    const struct walk *w;
    struct text done;     /* what is before it, corrected */
    struct text word;     /* the word that ends there, where blanks follow it */
    size_t from, to;      /* the blanks in w->in */
    uint32_t left, right; /* the characters, as corrected; 0: the text's end */
    bool had;             /* blanks stand here */
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

/* What each byte is: a letter or a sign without rules (a), a digit (0), a space, a comma, a point,
 * the first byte of the apostrophe and its like (\'), or else notable (!). */
static const char kinds[] = "!!!!!!!!!!!!!!!!"
                            "!!!!!!!!!!!!!!!!"
                            " !!aa!a!!!aa,a.a"
                            "0000000000!!aaa!"
                            "aaaaaaaaaaaaaaaa"
                            "aaaaaaaaaaa!a!aa"
                            "aaaaaaaaaaaaaaaa"
                            "aaaaaaaaaaaaaaa!"
                            "aaaaaaaaaaaaaaaa"
                            "aaaaaaaaaaaaaaaa"
                            "aaaaaaaaaaaaaaaa"
                            "aaaaaaaaaaaaaaaa"
                            "aa!aaaaaaaaaaaaa"
                            "aaaaaaaaaaaaaaaa"
                            "aa'aaaaaaaaaaaaa"
                            "aaaaaaaaaaaaaaaa";

static bool is_dull(unsigned char c) {
    return kinds[c] == 'a';
}

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

/* The last character; 0 of an empty text. */
static uint32_t last_code(struct text t) {
    if (!t.n) return 0;
    unsigned char last = (unsigned char)t.at[t.n - 1];
    return last < 0x80 ? last : utf8_prev(t, &(size_t){t.n});
}

static bool is_blank(uint32_t c) {
    return c == ' ' || c == '\t' || c == NBSP || c == FINE || c == THIN;
}

static bool is_digit(uint32_t c) {
    return c - '0' < 10;
}

/* A letter of ASCII, a letter or digit of it: what names in addresses are of. */
static bool is_plain_letter(char c) {
    return ((unsigned char)c | 32u) - 'a' < 26;
}

static bool is_plain_word(char c) {
    return is_plain_letter(c) || is_digit((unsigned char)c);
}

static bool is_word(uint32_t c) {
    return is_digit(c) || unicode_letter(c);
}

static bool is_dash(uint32_t c) {
    return c == EN_DASH || c == EM_DASH;
}

static bool is_opening(uint32_t c) {
    return c == '(' || c == '[' || c == OPEN || c == OPEN2;
}

static bool is_quote(uint32_t c) {
    return c == '"' || c == OPEN || c == SHUT || c == OPEN2 || c == SHUT2;
}

static bool is_apostrophe(uint32_t c) {
    return c == APOSTROPHE || c == '\'';
}

/* The word that ends the text: back to a blank, an opening sign or an apostrophe. Of a word beyond
 * REACH, its end: no rule knows so long a word. */
static struct text word_before(struct text t) {
    size_t from = t.n, least = t.n > REACH ? t.n - REACH : 0;
    while (from > least) {
        size_t i = from;
        uint32_t c = utf8_prev(t, &i);
        if (is_blank(c) || is_opening(c) || is_apostrophe(c) || c == '"') break;
        from = i;
    }
    return text_after(t, from);
}

/* The word that starts at `from`: letters, digits and hyphens only. */
static struct text word_at(struct text t, size_t from) {
    size_t to = from;
    while (to < t.n && to - from < REACH) {
        size_t i = to;
        uint32_t c = utf8_next(t, &i);
        if ((!is_word(c) && c != '-') || c == ORDINAL) break; /* nº will be n° */
        to = i;
    }
    return text_part(t, from, to);
}

/* Whether the text is one of the words, which end with NULL. */
static bool one_of(struct text t, const char *const *words) {
    for (; *words && t.n; words++)
        if (**words == *t.at && text_equal(t, text_of(*words))) return true;
    return false;
}

/* Likewise, with the capitals of ASCII taken for small letters. */
static bool one_of_any_case(struct text t, const char *const *words) {
    char small[16];
    if (t.n > sizeof small) return false;
    for (size_t i = 0; i < t.n; i++)
        small[i] = (char)(t.at[i] >= 'A' && t.at[i] <= 'Z' ? t.at[i] | 32 : t.at[i]);
    return one_of((struct text){small, t.n}, words);
}

/* --- signs as they will read --- */

/* A row of points, of «.» and «…» mixed. */
struct points {
    size_t n;        /* bytes */
    bool suspension; /* to be one «…»: at least three points, but no path (../x), no leaders */
};

static struct points points_at(struct text t, size_t i) {
    size_t n = 0, points = 0;
    for (;;) {
        bool one = text_starts(text_after(t, i + n), T("…"));
        if (!one && (i + n >= t.n || t.at[i + n] != '.')) break;
        points += one ? 3 : 1;
        n += one ? 3 : 1;
    }
    bool path = (i + n < t.n && (t.at[i + n] == '/' || t.at[i + n] == '\\')) ||
                (i && (t.at[i - 1] == '/' || t.at[i - 1] == '\\'));
    return (struct points){n, !path && points >= 3 && points < LEADERS};
}

/* Whether `c`, at `i`, is a № to be written n°: not behind a letter, with which n would make a
 * word. */
static bool is_numero(struct text t, size_t i, uint32_t c) {
    if (c != NUMERO) return false;
    uint32_t before = last_code(text_part(t, 0, i));
    return !is_word(before) || before == ORDINAL;
}

/* The character at `i`, 0 at the end, as it will read. */
static uint32_t effective(const struct walk *w, size_t i) {
    uint32_t c = code_at(w->in, i);
    if (c < 0x80 && c != '.' && c != '"') return c;
    if (is_numero(w->in, i, c)) return 'n';
    if (c == '.' || c == DOTS) return points_at(w->in, i).suspension ? DOTS : '.';
    if (!is_quote(c)) return c;
    size_t low = w->next_quote, high = w->quotes.n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (w->quotes.at[mid].at < i) low = mid + 1;
        else high = mid;
    }
    return low < w->quotes.n && w->quotes.at[low].at == i ? w->quotes.at[low].to : c;
}

/* --- addresses: fr-5 --- */

static bool ends_token(uint32_t c) {
    return is_blank(c) || is_quote(c);
}

/* «gouvernement.ml/actualites»: a letter, a point, two letters or more, a slash. */
static bool has_domain(struct text t) {
    for (size_t slash = 0; (slash += text_find(text_after(t, slash), T("/"))) < t.n; slash++) {
        size_t i = slash;
        while (i && is_plain_letter(t.at[i - 1])) i--;
        if (slash - i >= 2 && i >= 2 && t.at[i - 1] == '.' && is_plain_word(t.at[i - 2]))
            return true;
    }
    return false;
}

static bool is_address(struct text t) {
    size_t at = 1 + text_find(text_after(t, 1), T("@"));
    return text_find(t, T("://")) < t.n || text_find(t, T(":\\")) < t.n ||
           text_find(t, T("www.")) < t.n || has_domain(t) ||
           (at < t.n && text_find(text_after(t, at), T(".")) < t.n - at);
}

/* Whether byte `i` is within an address: https://…, www.…, a@b.ml, C:\… Signs at its end belong to
 * the sentence. Each token is looked at once. */
static bool in_address(struct walk *w, size_t i) {
    static const char *const closing[] = {".", ",", ";", ":", "!", "?",
                                          "…", ")", "]", "'", "’", NULL};
    struct text t = w->in;
    if (i >= w->token) {
        size_t from = i, to = i;
        while (from && !ends_token(last_code(text_part(t, 0, from)))) utf8_prev(t, &from);
        while (to < t.n && !ends_token(code_at(t, to))) utf8_next(t, &to);
        w->token = to;
        for (size_t last = to; from < to; last = to) {
            utf8_prev(t, &last);
            if (!one_of(text_part(t, last, to), closing)) break;
            to = last;
        }
        w->core = from;
        w->core_to = is_address(text_part(t, from, to)) ? to : from;
    }
    return i > w->core && i < w->core_to;
}

/* «&eacute;», «?id=3»: signs that a web page's author let slip in. */
static bool is_entity(struct text done) {
    for (size_t n = 0; n < ENTITY && done.n; n++, done.n--) {
        char c = done.at[done.n - 1];
        if (c == '&') return n > 1;
        if (!is_plain_word(c) && c != '#') return false;
    }
    return false;
}

static bool is_query(struct text t, size_t from) {
    size_t i = from;
    while (i < t.n && i - from < REACH && (is_plain_word(t.at[i]) || t.at[i] == '_'))
        i++;
    return i > from && i < t.n && t.at[i] == '=';
}

/* --- the rules, each for one gap --- */

static bool is_tall(uint32_t c) {
    return c == ';' || c == '!' || c == '?';
}

/* Before a tall sign. */
static struct wish rule_tall_signs(const struct gap *g) {
    if (!is_tall(g->right) || !g->left || g->left == OPEN || g->left == OPEN2) return NOTHING;
    if (g->left == '(' || g->left == '[') return WISH("fr-4", none);
    if (g->right == ';' && !g->had && is_entity(g->done)) return NOTHING;
    if (g->right == '?' && !g->had && is_query(g->w->in, g->to + 1)) return NOTHING;
    bool asks = g->right != ';';
    if (asks && (g->left == '!' || g->left == '?')) return WISH("fr-4", none);
    bool sign = is_tall(g->left) || g->left == ':' || g->left == ',' || g->left == DOTS ||
                (g->left == '.' && asks);
    return sign && !g->had ? NOTHING : WISH("fr-1", fine);
}

/* Behind a tall sign. */
static struct wish rule_tall_behind(const struct gap *g) {
    if (g->had || !is_tall(g->left)) return NOTHING;
    if (!is_word(g->right) && g->right != OPEN && g->right != OPEN2 && g->right != '(')
        return NOTHING;
    struct text before = text_part(g->done, 0, g->done.n - 1);
    if (g->left == ';' && is_entity(before)) return NOTHING;
    if (g->left == '?' && is_query(g->w->in, g->to)) return NOTHING;
    return WISH("fr-1", space);
}

static struct wish rule_colon(const struct gap *g) {
    if (g->right == ':') {
        uint32_t behind = effective(g->w, g->to + 1);
        bool quote = is_quote(behind) && behind != '"';
        bool tight = !g->had && behind && !is_blank(behind) && !quote;
        if (!g->left || tight || g->left == ':') return NOTHING;
        return g->left == '(' || g->left == '[' ? WISH("fr-4", none) : WISH("fr-2", nbsp);
    }
    /* «mot :suite»: the blank before shows that the colon is a sentence's */
    if (g->left == ':' && !g->had && unicode_letter(g->right) &&
        is_blank(last_code(text_part(g->done, 0, g->done.n - 1))))
        return WISH("fr-2", space);
    return NOTHING;
}

static struct wish rule_quotes(const struct gap *g) {
    if (g->left == OPEN && g->right == SHUT) return NOTHING;
    if (g->left == OPEN && g->right) return WISH("fr-3", nbsp);
    if (g->right == SHUT && g->left) return WISH("fr-3", nbsp);
    if (g->had)
        return (g->left == OPEN2 && g->right) || (g->right == SHUT2 && g->left)
                   ? WISH("fr-9", none)
                   : NOTHING;
    bool opens = g->right == OPEN || g->right == OPEN2;
    bool shuts = g->left == SHUT || g->left == SHUT2;
    if (opens && (is_word(g->left) || g->left == ',' || g->left == ':' || g->left == ';' ||
                  g->left == ')' || g->left == SHUT || g->left == SHUT2))
        return WISH(g->right == OPEN ? "fr-3" : "fr-9", space);
    if (shuts && (is_word(g->right) || g->right == '('))
        return WISH(g->left == SHUT ? "fr-3" : "fr-9", space);
    return NOTHING;
}

static struct wish rule_brackets(const struct gap *g) {
    bool open = g->left == '(' || g->left == '[';
    bool shut = g->right == ')' || g->right == ']';
    if (!g->had || open == shut) return NOTHING; /* «[ ]» is a box to tick */
    return WISH("fr-6", none);
}

/* Endings of files and of domains, that follow a point without being a sentence. */
static bool is_extension(struct text t) {
    static const char *const words[] = {
        "com", "csv", "doc", "docx", "fr",  "gov", "gouv", "htm", "html", "info", "int",  "jpeg",
        "jpg", "js",  "md",  "ml",   "net", "odt", "org",  "pdf", "png",  "ppt",  "pptx", "txt",
        "xls", "xlsx", "zip", NULL};
    return one_of_any_case(t, words);
}

/* A full stop between a word and the next sentence: «Mali.Le». */
static bool glued_sentences(const struct gap *g) {
    static const char signs[] = "./\\_:";
    struct text before = word_before(text_part(g->done, 0, g->done.n - 1));
    struct text after = word_at(g->w->in, g->to);
    if (utf8_count(before) < 2 || utf8_count(after) < 2 || is_extension(after)) return false;
    for (size_t i = 0; i < before.n; i++)
        if (memchr(signs, before.at[i], sizeof signs - 1)) return false;
    size_t behind = g->to + after.n, i = 0;
    if (code_at(g->w->in, behind) == '.' && is_word(code_at(g->w->in, behind + 1))) return false;
    utf8_next(after, &i);
    uint32_t second = utf8_next(after, &i), last = last_code(before);
    return unicode_upper(g->right) && unicode_letter(second) && !unicode_upper(second) &&
           unicode_letter(last) && !unicode_upper(last);
}

static struct wish rule_low_signs(const struct gap *g) {
    if (g->had && g->left) {
        uint32_t behind = effective(g->w, g->to + 1);
        bool word = is_word(g->left) || g->left == ')' || g->left == ']' || g->left == SHUT ||
                    g->left == SHUT2;
        if (g->right == ',' && !is_digit(behind)) return WISH("fr-6", none); /* ,5 */
        bool points = behind == '.' || g->left == '.' || g->left == DOTS; /* .. or . . . */
        if (g->right == '.' && !is_word(behind) && !points) /* .NET, .5 */
            return WISH("fr-6", none);
        bool etc = g->left == '.' && text_equal(g->word, T("etc."));
        if (g->right == DOTS && (word || etc)) {
            uint32_t next = code_at(g->w->in, g->to + points_at(g->w->in, g->to).n);
            return is_word(next) ? NOTHING : WISH("fr-6", none); /* …suite */
        }
        return NOTHING;
    }
    bool starts = unicode_letter(g->right) || g->right == '(';
    if (g->left == ',' && starts) return WISH("fr-6", space);
    bool glued = g->left == '.' && unicode_letter(g->right) && glued_sentences(g);
    return glued ? WISH("fr-6", space) : NOTHING;
}

/* Whether a vowel was dropped behind the word that ends the text. */
static bool elided(struct text done) {
    static const char *const words[] = {"l",  "d",      "j",      "m",      "n",     "s",
                                        "t",  "c",      "qu",     "lorsqu", "puisqu", "quoiqu",
                                        "jusqu", "aujourd", "presqu", "quelqu", NULL};
    struct text word = word_before(done);
    uint32_t before = last_code(text_part(done, 0, done.n - word.n));
    return !is_apostrophe(before) && one_of_any_case(word, words); /* not rock ’n’ roll */
}

static struct wish rule_apostrophe(const struct gap *g) {
    if (!g->had) return NOTHING;
    bool starts = unicode_letter(g->right) || g->right == OPEN || g->right == OPEN2;
    if (is_apostrophe(g->left) && starts) {
        size_t i = g->done.n;
        utf8_prev(g->done, &i);
        return elided(text_part(g->done, 0, i)) ? WISH("fr-8", none) : NOTHING;
    }
    if (is_apostrophe(g->right)) {
        size_t next = blanks_end(g->w->in, g->to + (g->right == '\'' ? 1 : 3));
        if (unicode_letter(effective(g->w, next)) && elided(g->done)) return WISH("fr-8", none);
    }
    return NOTHING;
}

/* --- numbers --- */

static bool all_digits(struct text t) {
    for (size_t i = 0; i < t.n; i++)
        if (!is_digit((unsigned char)t.at[i])) return false;
    return t.n > 0;
}

/* A number as written: digits with points and commas, perhaps an ordinal's ending. */
static bool is_number(struct text t) {
    static const char *const endings[] = {"e", "er", "re", "ère", "ème", "nd", "nde", NULL};
    size_t i = 0;
    if (!t.n || !is_digit((unsigned char)t.at[0])) return false;
    while (i < t.n && (is_digit((unsigned char)t.at[i]) || t.at[i] == ',' || t.at[i] == '.'))
        i++;
    return is_digit((unsigned char)t.at[i - 1]) && (i == t.n || one_of(text_after(t, i), endings));
}

static bool is_month(struct text t) {
    static const char *const months[] = {"janvier", "février", "mars",      "avril",   "mai",
                                         "juin",    "juillet", "août",      "septembre", "octobre",
                                         "novembre", "décembre", NULL};
    return one_of_any_case(t, months);
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
    return t.n == 4 && all_digits(t) && (text_starts(t, T("19")) || text_starts(t, T("20")));
}

/* Whether a digit and blanks precede the word that ends the text. */
static bool follows_digit(struct text done, struct text word) {
    struct text before = text_part(done, 0, done.n - word.n);
    size_t i = before.n;
    while (i && is_blank(last_code(text_part(before, 0, i)))) utf8_prev(before, &i);
    return i < before.n && is_digit(last_code(text_part(before, 0, i)));
}

/* Whether the word that ends at `i` has lost its vowel: «l’», «d’». */
static bool before_apostrophe(struct text t, size_t i) {
    return is_apostrophe(code_at(t, blanks_end(t, i)));
}

static struct wish rule_share(const struct gap *g) {
    if (!is_digit(g->left)) return NOTHING;
    if (g->right == '%' || g->right == 0x2030 || g->right == 0x20AC) return WISH("fr-16", nbsp);
    bool unit = g->right == '$' || g->right == 0xA3 || g->right == DEGREE;
    return g->had && unit ? WISH("fr-16", nbsp) : NOTHING;
}

static struct wish rule_numbers(const struct gap *g) {
    if (!g->had || !is_word(g->left) || !is_word(g->right)) return NOTHING;
    if (is_digit(g->right) && text_equal(g->word, T("h")) && follows_digit(g->done, g->word))
        return WISH("fr-16", nbsp);
    if (!is_number(g->word)) return NOTHING;
    struct text right = word_at(g->w->in, g->to);
    if (is_month(right) && g->word.n <= 3) return WISH("fr-15", nbsp);
    if (all_digits(right))
        return right.n == 3 && all_digits(g->word) && g->word.n <= 3 ? WISH("fr-24", fine)
                                                                     : NOTHING;
    if (!unicode_letter(g->right) || before_apostrophe(g->w->in, g->to + right.n)) return NOTHING;
    if (is_unit(right)) return WISH("fr-16", nbsp);
    return is_year(g->word) || is_function_word(right) ? NOTHING : WISH("fr-16", nbsp);
}

/* Whether the text ends with n or N that is no word's last letter. */
static bool ends_with_n(struct text done) {
    uint32_t c = last_code(done);
    return (c == 'n' || c == 'N') && !is_word(last_code(text_part(done, 0, done.n - 1)));
}

static struct wish rule_number_sign(const struct gap *g) {
    if (g->left != DEGREE || !is_word(g->right)) return NOTHING;
    return ends_with_n(text_part(g->done, 0, g->done.n - 2)) ? WISH("fr-14", nbsp) : NOTHING;
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
    if (!g->had || !unicode_upper(g->right)) return NOTHING;
    return one_of(g->word, titles) || is_initials(g->word) ? WISH("fr-18", nbsp) : NOTHING;
}

/* Up to XXXIX: beyond, capitals are likelier an acronym. */
static bool is_roman(struct text t) {
    static const char *const ones[] = {"I",  "II",  "III",  "IV", "V",
                                       "VI", "VII", "VIII", "IX", NULL};
    size_t tens = 0;
    if (text_ends(t, T("er"))) t.n -= 2;
    while (tens < 3 && tens < t.n && t.at[tens] == 'X') tens++;
    struct text rest = text_after(t, tens);
    return t.n && (!rest.n || one_of(rest, ones));
}

/* «etc.», with however many points. */
static bool is_etc(const struct walk *w, size_t i) {
    if (!text_starts(text_after(w->in, i), T("etc"))) return false;
    uint32_t behind = effective(w, blanks_end(w->in, i + 3));
    return behind == '.' || behind == DOTS;
}

/* «mot etc.»: the comma belongs before it. */
static bool lacks_comma(const struct gap *g) {
    bool word = is_word(g->left) || g->left == ')' || g->left == SHUT || g->left == SHUT2;
    return word && !text_equal(g->word, T("et"));
}

static struct wish rule_references(const struct gap *g) {
    static const char *const shorts[] = {"art.", "al.", "chap.", "fig.", "p.",
                                         "pp.",  "t.",  "vol.",  "§",    NULL};
    if (!g->had) return NOTHING;
    if (g->right == 'e' && is_etc(g->w, g->to))
        return lacks_comma(g) ? WISH("fr-7", ",\u00a0") : WISH("fr-24", nbsp);
    if (is_digit(g->right) && one_of_any_case(g->word, shorts)) return WISH("fr-24", nbsp);
    if (g->right == 'I' || g->right == 'V' || g->right == 'X') {
        size_t i = 0;
        bool name = g->word.n > 1 && unicode_upper(utf8_next(g->word, &i)) && i < g->word.n &&
                    !unicode_upper(code_at(g->word, i)) && unicode_letter(g->left);
        if (name && is_roman(word_at(g->w->in, g->to))) return WISH("fr-24", nbsp);
    }
    return NOTHING;
}

static struct wish rule_asides(const struct gap *g) {
    return g->had && g->aside && is_dash(g->left) != is_dash(g->right) ? WISH("fr-19", nbsp)
                                                                       : NOTHING;
}

static struct wish (*const rules[])(const struct gap *) = {
    rule_tall_signs, rule_tall_behind, rule_colon,       rule_quotes, rule_brackets,
    rule_low_signs,  rule_apostrophe,  rule_number_sign, rule_share,  rule_references,
    rule_numbers,    rule_names,       rule_asides};

static struct wish ask(const struct gap *g) {
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct wish wish = rules[i](g);
        if (wish.rule) return wish;
    }
    return NOTHING;
}

/* --- the walk --- */

/* What is in `out`, with all of `in` before `to` brought there. */
static struct text done(struct walk *w, size_t to) {
    build_text(&w->out, text_part(w->in, w->copied, to));
    w->copied = to;
    return (struct text){w->out.at, w->out.n};
}

/* Replaces in[from, to), and keeps the record. */
static void change(struct walk *w, size_t from, size_t to, const char *with, const char *rule) {
    struct text before = text_part(w->in, from, to), after = text_of(with);
    if (text_equal(before, after)) return;
    done(w, from);
    arena_push(w->a, &w->corrections,
               ((struct correction){rule, (uint32_t)from, (uint32_t)w->out.n, before, after}));
    build_text(&w->out, after);
    w->copied = to;
}

/* Blanks that no rule speaks of: one of them is enough, an unbreakable one by preference. */
static void collapse(struct walk *w, const struct gap *g) {
    bool single = g->from + blank_size(w->in, g->from) == g->to;
    if (single && w->in.at[g->from] != '\t') return;
    struct text run = text_part(w->in, g->from, g->to);
    bool tied = text_find(run, text_of(nbsp)) < run.n || text_find(run, text_of(fine)) < run.n;
    change(w, g->from, g->to, tied ? nbsp : space, "fr-6");
}

/* The gap as it would be with blanks, or without. */
static struct gap with_blanks(const struct gap *g, bool had) {
    struct gap other = *g;
    other.had = had;
    if (had) other.word = word_before(g->done);
    return other;
}

static void set_gap(struct walk *w, struct gap *g) {
    struct gap now = with_blanks(g, g->to > g->from);
    struct wish wish = ask(&now);
    bool tied = wish.rule && (now.had || !in_address(w, g->from));
    if (tied && (*wish.blank != 0) != now.had) {
        now = with_blanks(&now, !now.had);
        struct wish again = ask(&now);
        if (again.rule) wish = again;
    }
    if (tied) change(w, g->from, g->to, wish.blank, wish.rule);
    else if (now.had) collapse(w, g);
}

/* Whether, behind the dash at `i`, a dash with a blank before it closes an aside within the
 * sentence. */
static bool dash_follows(const struct walk *w, size_t i) {
    struct text t = w->in;
    size_t sign = i; /* the last that was no blank */
    for (i += 3; i < t.n;) {
        size_t end = blanks_end(t, i);
        if (end > i) {
            if (is_dash(code_at(t, end)) && !is_opening(effective(w, sign))) return true;
            i = end;
            continue;
        }
        uint32_t c = is_dull((unsigned char)t.at[i]) ? 0 : effective(w, i);
        if (c == '.' || c == ':' || c == DOTS || is_tall(c)) return false;
        sign = i;
        if (c) utf8_next(t, &i);
        else i++;
    }
    return false;
}

static void track_aside(struct walk *w, struct gap *g) {
    g->aside = w->aside; /* the blank behind a dash that opens, or before one that closes */
    if (!is_dash(g->right) || g->to == g->from || is_opening(g->left)) return;
    w->aside = !w->aside && dash_follows(w, g->to);
}

/* Points of suspension; «etc…» loses them. Returns the bytes dealt with. */
static size_t sign_points(struct walk *w, size_t i) {
    struct points p = points_at(w->in, i);
    struct text before = done(w, i);
    if (!p.suspension || in_address(w, i)) return p.n;
    bool etc = text_ends(before, T("etc")), point = text_ends(before, T("etc."));
    change(w, i, i + p.n, etc ? "." : point ? "" : "…", "fr-7");
    return p.n;
}

/* A typewriter apostrophe between letters, or behind an elision. */
static void sign_apostrophe(struct walk *w, size_t i) {
    struct text before = done(w, i);
    size_t behind = blanks_end(w->in, i + 1);
    uint32_t after = effective(w, behind);
    bool word = is_word(after) || after == OPEN || after == OPEN2 || after == '"';
    if (!unicode_letter(last_code(before)) || !word || in_address(w, i)) return;
    if (behind > i + 1 && !elided(before)) return;
    change(w, i, i + 1, "’", "fr-8");
}

/* Rewrites the sign at `i`, of `n` bytes; returns how many bytes were dealt with. */
static size_t set_sign(struct walk *w, size_t i, size_t n) {
    uint32_t c = code_at(w->in, i), to = effective(w, i);
    if (c == '\'') {
        sign_apostrophe(w, i);
    } else if (c == '.' || c == DOTS) {
        return sign_points(w, i);
    } else if (is_numero(w->in, i, c)) {
        change(w, i, i + n, "n°", "fr-14");
    } else if (c == ORDINAL && ends_with_n(done(w, i))) {
        change(w, i, i + n, "°", "fr-14");
    } else if (to != c) {
        change(w, i, i + n, to == OPEN ? "«" : to == SHUT ? "»" : to == OPEN2 ? "“" : "”", "fr-9");
        w->next_quote++;
    }
    return n;
}

/* --- skipping what no rule speaks of ---
 *
 * Most of a text is letters with single spaces between them. A gap needs the rules only where one
 * of its sides is notable: a sign or a digit, a number's or a title's end, etc., a Roman number. */

/* Whether the byte is dull or a digit: between two of these rules speak of blanks only. */
static bool is_inner(unsigned char c) {
    return kinds[c] == 'a' || kinds[c] == '0';
}

static bool is_small(unsigned char c) {
    return c >= 'a' && c <= 'z';
}

/* Whether no rule speaks of one space before `s`, behind a word without digits that starts with
 * `first`. Three bytes may be read at `s`. */
static inline bool is_plain(const unsigned char *s, unsigned char first) {
    if (is_small(s[0])) return s[0] != 'e' || s[1] != 't' || s[2] != 'c';
    if (!is_dull(s[0]) || s[0] == 'I' || s[0] == 'V' || s[0] == 'X') return false;
    return first != 'M' && first != 'D' && first != 'P'; /* Mme, Dr, Pr */
}

/* The first byte in [i, to) that is not dull, or `to`; four at a time, for most of a text is
 * dull. */
static size_t dull_end(const unsigned char *s, size_t i, size_t to) {
    for (; i + 4 <= to; i += 4) {
        if (kinds[s[i]] != 'a') return i;
        if (kinds[s[i + 1]] != 'a') return i + 1;
        if (kinds[s[i + 2]] != 'a') return i + 2;
        if (kinds[s[i + 3]] != 'a') return i + 3;
    }
    while (i < to && kinds[s[i]] == 'a') i++;
    return i;
}

/* From `i`, behind a dull byte, to the next gap that the rules must see. */
static size_t skip(struct walk *w, size_t i) {
    const unsigned char *s = (const unsigned char *)w->in.at;
    size_t safe = w->in.n < 5 ? 0 : w->in.n - 5; /* up to here four more bytes may be read */
    bool number = w->number;
    for (;;) {
        i = dull_end(s, i, safe);
        if (i >= safe || !i || number) return i;
        char kind = kinds[s[i]];
        bool low = kind == ',' || (kind == '.' && is_small(s[i - 1]));
        if (kind == ' ' && is_plain(s + i + 1, s[w->word])) i += 1;
        else if (low && s[i + 1] == ' ' && is_plain(s + i + 2, 0)) i += 2;
        else if (kind == '\'' && !memcmp(s + i, "’", 3) && is_dull(s[i + 3])) i += 3;
        else return i;
        w->word = i;
    }
}

static void walk(struct walk *w) {
    bool notable = false, inner = false; /* the character before */
    for (size_t i = 0;;) {
        if (!notable) i = skip(w, i);
        size_t from = i, behind;
        behind = i = blanks_end(w->in, i);
        if (i >= w->in.n) break;
        unsigned char lead = (unsigned char)w->in.at[i];
        utf8_next(w->in, &behind);
        if (from && !(inner && is_inner(lead) && from == i)) {
            struct gap g = {.w = w, .done = done(w, from), .from = from, .to = i};
            g.left = last_code(g.done);
            g.right = effective(w, i);
            track_aside(w, &g);
            set_gap(w, &g);
        }
        notable = !is_dull(lead);
        inner = is_inner(lead);
        w->number = is_digit(lead) || (w->number && from == i && !notable);
        w->word = i;
        i = notable ? i + set_sign(w, i, behind - i) : behind;
    }
}

/* --- quotes --- */

/* The next quotation mark from `i` on; t.n where there is none. `next` keeps, for each of the bytes
 * that marks begin with, where it was last found. */
static size_t next_mark(struct text t, size_t i, size_t next[3]) {
    static const unsigned char leads[] = {'"', 0xC2, 0xE2};
    size_t first = t.n;
    for (int k = 0; k < 3; k++) {
        if (next[k] < i || !i) {
            const char *p = i < t.n ? memchr(t.at + i, leads[k], t.n - i) : NULL;
            next[k] = p ? (size_t)(p - t.at) : t.n;
        }
        if (next[k] < first) first = next[k];
    }
    return first;
}

/* Whether a straight quote at `i` opens: before it the start, a blank, an opening sign, or a sign
 * behind which its blank was forgotten. */
static bool opens(struct text t, size_t i) {
    uint32_t before = last_code(text_part(t, 0, i));
    return !before || is_blank(before) || is_opening(before) || is_apostrophe(before) ||
           is_dash(before) || before == ':' || before == ';' || before == ',';
}

/* Quotes within quotes. */
struct nest {
    uint32_t open[QUOTES_DEEP];
    size_t deep;
    bool stray; /* » of a quote that another paragraph opened */
};

/* Takes the mark in; `*to` is what it should be: « » outside, “ ” within, as written further in.
 * False where marks do not pair. */
static bool nest_mark(struct nest *q, uint32_t c, bool may_open, uint32_t *to) {
    uint32_t top = q->deep ? q->open[q->deep - 1] : 0;
    bool shuts = c == SHUT || c == SHUT2 || (c == '"' && top == '"');
    *to = c;
    if (!shuts) {
        if (!may_open || q->deep == QUOTES_DEEP) return false;
        q->open[q->deep++] = c;
        if (q->deep <= 2 || c == '"') *to = q->deep == 1 ? OPEN : OPEN2;
        return true;
    }
    if (c == SHUT && !q->deep) return q->stray = true;
    if (top != (c == SHUT ? OPEN : c == SHUT2 ? OPEN2 : '"')) return false;
    if (q->deep <= 2 || c == '"') *to = q->deep == 1 ? SHUT : SHUT2;
    q->deep--;
    return true;
}

/* Finds the marks that are to be others. Where marks do not pair, all are left as they are; where
 * only « » do not, as in a quote of several paragraphs, those are. */
static void find_quotes(struct walk *w) {
    struct text t = w->in;
    struct nest nest = {0};
    size_t next[3], n = 0;
    for (size_t i = 0; (i = next_mark(t, i, next)) < t.n;) {
        size_t at = i;
        uint32_t to, c = utf8_next(t, &i);
        if (!is_quote(c)) continue;
        if (!nest_mark(&nest, c, c != '"' || opens(t, at), &to)) {
            w->quotes.n = 0;
            return;
        }
        if (to != c) arena_push(w->a, &w->quotes, ((struct quote){at, to}));
    }
    bool whole = !nest.deep && !nest.stray, paired = true;
    for (size_t k = 0; k < nest.deep; k++) paired &= nest.open[k] == OPEN;
    for (size_t k = 0; k < w->quotes.n && paired; k++)
        if (whole || (unsigned char)t.at[w->quotes.at[k].at] != 0xC2)
            w->quotes.at[n++] = w->quotes.at[k];
    w->quotes.n = n;
}

/* What is kept of the walk is moved together: the text, which was begun first, and its corrections. */
static struct span walked(struct arena *a, const struct walk *w, struct span s) {
    const struct correction *from = w->corrections.at;
    s.text = build_done(&w->out);
    s.ncorrections = w->corrections.n;
    a->at = w->out.at + w->out.n;
    s.corrections = memmove(arena_room(a, sizeof *from, alignof(struct correction), s.ncorrections),
                            from, s.ncorrections * sizeof *from);
    return s;
}

struct span french_span(struct arena *a, struct span s) {
    struct arena lasting = *a;
    struct walk w = {.a = &lasting, .in = s.text, .out = {.arena = &lasting}};
    build_room(&w.out, w.in.n + w.in.n / 8);
    find_quotes(&w);
    walk(&w);
    if (!w.corrections.n) return s;
    done(&w, w.in.n);
    *a = lasting;
    return walked(a, &w, s);
}

/* --- texts of several spans ---
 *
 * The rules look at signs and what is beside them, wherever the look changes: so they see all spans
 * of a line as one text, and what they find is parted again. Code, and what is in another language, is
 * one strange sign to them. */

static const char *const code_sign = "\uFFFC";

static bool strange(const struct span *s) {
    return (s->marks & SPAN_CODE) || (s->lang.n && !language_is_french(s->lang));
}

static struct text shown(const struct span *s) {
    return strange(s) ? text_of(code_sign) : s->text;
}

/* Whether what is put in between spans i - 1 and i belongs to the one before: to the plainer one, so
 * that no link or emphasis takes in a blank. */
static bool leans_left(const struct span *spans, size_t i) {
    return (spans[i].marks || spans[i].link) && !(spans[i - 1].marks || spans[i - 1].link);
}

/* The parting of a correction over spans. */
struct parting {
    struct arena *a;
    const struct span *spans;
    size_t n, i;             /* spans; the one being filled */
    size_t start, end;       /* of what it shows, in the text of all */
    struct build text;       /* its corrected text */
    struct corrections corrections;
    struct span *out;
};

/* The span is full. */
static void part_next(struct parting *p) {
    struct span *out = &p->out[p->i];
    *out = p->spans[p->i];
    if (p->corrections.n && !strange(out)) {
        out->text = build_done(&p->text);
        out->corrections = p->corrections.at;
        out->ncorrections = p->corrections.n;
    }
    p->text = (struct build){.arena = p->a};
    p->corrections = (struct corrections){0};
    p->start = p->end;
    if (++p->i < p->n) p->end += shown(&p->spans[p->i]).n;
}

/* What stands unchanged up to `to`. */
static void part_same(struct parting *p, struct text in, size_t from, size_t to) {
    while (p->i < p->n && from < to) {
        size_t end = to < p->end ? to : p->end;
        build_text(&p->text, text_part(in, from, end));
        from = end;
        if (from == p->end && from < to) part_next(p);
    }
}

/* One correction: what it puts in goes to the span that its first byte is of. */
static void part_correction(struct parting *p, const struct correction *c) {
    size_t from = c->from, to = c->from + c->before.n;
    struct text after = c->after;
    while (p->i + 1 < p->n && p->end <= from &&
           !(p->end == from && from == to && leans_left(p->spans, p->i + 1)))
        part_next(p);
    do {
        size_t end = to < p->end ? to : p->end;
        struct correction own = {c->rule, (uint32_t)(from - p->start), (uint32_t)p->text.n,
                                 text_part(c->before, from - c->from, end - c->from), after};
        if (!text_equal(own.before, own.after)) arena_push(p->a, &p->corrections, own);
        build_text(&p->text, after);
        after = (struct text){0};
        from = end;
        if (from < to) part_next(p);
    } while (from < to);
}

/* Spans without a hard break between them. */
static void set_line(struct arena *a, const struct span *spans, size_t n, struct span *out) {
    struct build joined = {.arena = a};
    if (n == 1) {
        *out = strange(spans) ? *spans : french_span(a, *spans);
        return;
    }
    for (size_t i = 0; i < n; i++) build_text(&joined, shown(&spans[i]));
    struct span all = french_span(a, (struct span){.text = build_done(&joined)});
    struct parting p = {.a = a, .spans = spans, .n = n, .out = out, .text = {.arena = a},
                        .end = shown(spans).n};
    struct text in = build_done(&joined);
    size_t at = 0;
    for (size_t i = 0; i < all.ncorrections; i++) {
        const struct correction *c = &all.corrections[i];
        part_same(&p, in, at, c->from);
        part_correction(&p, c);
        at = c->from + c->before.n;
    }
    part_same(&p, in, at, in.n);
    while (p.i < n) part_next(&p);
}

static const struct span *set_spans(struct arena *a, const struct span *spans, size_t n) {
    struct span *out = arena_new(a, struct span, n);
    for (size_t from = 0, i = 0; i < n; i++) {
        if (!(spans[i].marks & SPAN_BREAK) && i + 1 < n) continue;
        set_line(a, spans + from, i + 1 - from, out + from);
        from = i + 1;
    }
    return out;
}

/* Every cell by itself. */
static const struct table *set_table(struct arena *a, const struct table *t) {
    struct table *out = arena_new(a, struct table, 1);
    struct span *cells = arena_new(a, struct span, t->rows * t->columns);
    for (size_t i = 0; i < t->rows * t->columns; i++) cells[i] = french_span(a, t->cells[i]);
    *out = *t;
    out->cells = cells;
    return out;
}

static const struct block *set_blocks(struct arena *a, const struct block *blocks, size_t n) {
    struct block *out = arena_new(a, struct block, n);
    for (size_t i = 0; i < n; i++) {
        out[i] = blocks[i];
        if (blocks[i].kind == BLOCK_CODE) continue;
        if (blocks[i].nspans) out[i].spans = set_spans(a, blocks[i].spans, blocks[i].nspans);
        if (blocks[i].table) out[i].table = set_table(a, blocks[i].table);
        if (blocks[i].credit.text.n) out[i].credit = french_span(a, blocks[i].credit);
        if (blocks[i].nblocks) out[i].blocks = set_blocks(a, blocks[i].blocks, blocks[i].nblocks);
    }
    return out;
}

struct communique french_communique(struct arena *a, const struct communique *c) {
    struct communique set = *c;
    if (!language_is_french(c->lang)) return set;
    if (!strange(&c->title)) set.title = french_span(a, c->title);
    set.place = french_span(a, c->place);
    set.blocks = set_blocks(a, c->blocks, c->nblocks);
    return set;
}

struct edition french_set(struct arena *a, const struct edition *e) {
    struct edition set = *e;
    struct communique *list = arena_new(a, struct communique, e->n);
    for (size_t i = 0; i < e->n; i++) list[i] = french_communique(a, &e->at[i]);
    set.at = list;
    return set;
}
