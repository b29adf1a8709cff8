/* See signs.h. */
#include "check/signs.h"

#include "base/unicode.h"

#include <string.h>

enum {
    DEEP = 16,            /* brackets and quotes within each other */
    TITLE_LETTERS = 12,   /* a shorter title in capitals may be an acronym */
    LABEL = 4             /* bytes of «a)», «1)», «iv)» before the bracket */
};

/* --- brackets and quotation marks --- */

struct pair {
    uint32_t open, shut;
};
static const struct pair pairs[] = {{'(', ')'}, {'[', ']'}, {0xAB, 0xBB}, {0x201C, 0x201D}};
enum { PAIRS = sizeof pairs / sizeof *pairs, GUILLEMETS = 2, ENGLISH = 3, STRAIGHT = PAIRS };

/* A quotation mark without a partner in its paragraph: a quotation may go over several, each of which may
 * open it again. */
struct single {
    const struct stretch *passage;
    size_t at;
    int sign; /* GUILLEMETS or STRAIGHT */
    bool closes, paired;
    bool whole; /* closes what the paragraph began with: the last of paragraphs that all begin so */
};

struct singles {
    struct single *at;
    size_t n, cap;
};

/* What is open at a place of the stretch. */
struct opened {
    size_t at;
    int pair;
};
struct nest {
    struct opened at[DEEP];
    size_t n;
    size_t straight;    /* where a straight quotation mark opened */
    bool has_straight;
    struct singles *singles;
};

static bool is_blank(struct text t, size_t i) {
    return t.at[i] == ' ' || t.at[i] == '\t';
}

/* The sign that has no partner, with the word behind it, or before it where it closes. */
static void tell_single(struct checking *k, const struct stretch *p, size_t at, bool closes) {
    struct text t = p->text;
    size_t next = at, from = at, to;
    utf8_next(t, &next);
    to = next;
    if (closes) {
        while (from && is_blank(t, from - 1)) from--;
        while (from && !is_blank(t, from - 1)) from--;
    } else {
        while (to < t.n && is_blank(t, to)) to++;
        while (to < t.n && !is_blank(t, to)) to++;
    }
    finding_add_more(k, RULE_UNBALANCED, CHECK_UNBALANCED, p, from, text_part(t, from, to), T(""),
                     text_part(t, at, next), T(""));
}

/* What is told at once, but for quotation marks: the communiqué may have their partner. */
static void take_single(struct checking *k, const struct stretch *p, struct nest *nest, size_t at, int sign,
                        bool closes) {
    struct single s = {p, at, sign, closes, false, false};
    if (p->kind == STRETCH_BODY && (sign == GUILLEMETS || sign == STRAIGHT)) arena_push(k->a, nest->singles, s);
    else tell_single(k, p, at, closes);
}

/* Whether one quotation can go from the one to the other: over paragraphs, and no heading. */
static bool reaches(const struct single *open, const struct single *shut) {
    if (open->sign != shut->sign || open->closes || open->paired || open->passage == shut->passage) return false;
    for (const struct stretch *p = open->passage; p < shut->passage; p++)
        if (p->kind == STRETCH_TITLE || (shut->whole && !text_starts(p[1].text, T("«")))) return false;
    return true;
}

/* Pairs what is left of an edition, and tells what has no partner anywhere. */
static void settle_singles(struct checking *k, struct singles *all) {
    for (size_t i = 0; i < all->n; i++) {
        struct single *shut = &all->at[i];
        for (size_t o = i; o-- && all->at[o].passage->communique == shut->passage->communique;) {
            struct single *open = &all->at[o];
            if ((shut->sign == GUILLEMETS && !shut->closes) || !reaches(open, shut)) continue;
            open->paired = shut->paired = true;
            if (shut->sign == STRAIGHT) break;
        }
    }
    for (size_t i = 0; i < all->n; i++)
        if (!all->at[i].paired) tell_single(k, all->at[i].passage, all->at[i].at, all->at[i].closes);
}

/* «a)», «1)», «iv)»: the label of an item. */
static bool is_label(struct text t, size_t at) {
    size_t from = at;
    while (from && at - from <= LABEL && (t.at[from - 1] & 0x80) == 0 &&
           (unicode_letter((unsigned char)t.at[from - 1]) ||
            unicode_digit((unsigned char)t.at[from - 1])))
        from--;
    return from < at && at - from <= LABEL && (!from || t.at[from - 1] == ' ');
}

/* English marks where French ones belong: outside of guillemets. */
static void tell_english(struct checking *k, const struct stretch *p, size_t from, size_t to) {
    size_t open = from, shut = to;
    utf8_next(p->text, &open);
    utf8_prev(p->text, &shut);
    struct text inside = text_part(p->text, open, shut);
    struct text words = text_part(p->text, from, to);
    if (p->french)
        finding_add(k, RULE_ENGLISH_QUOTES, CHECK_ENGLISH_QUOTES, p, from, words,
                    TEXT_JOIN(k->a, T("«\u00a0"), text_trim(inside), T("\u00a0»")));
}

static bool within(const struct nest *nest, int pair) {
    for (size_t i = 0; i < nest->n; i++)
        if (nest->at[i].pair == pair) return true;
    return false;
}

/* A closing sign: its partner, and what is open inside of it for good. */
static void shut(struct checking *k, const struct stretch *p, struct nest *nest, size_t at, size_t to,
                 int pair) {
    if (!within(nest, pair)) {
        if (pair || !is_label(p->text, at)) take_single(k, p, nest, at, pair, true);
        return;
    }
    struct opened o = nest->at[--nest->n];
    for (; o.pair != pair; o = nest->at[--nest->n]) take_single(k, p, nest, o.at, o.pair, false);
    if (pair == ENGLISH && !within(nest, GUILLEMETS)) tell_english(k, p, o.at, to);
    if (pair == GUILLEMETS && !o.at && p->kind == STRETCH_BODY) {
        struct single s = {p, at, pair, true, true, true};
        arena_push(k->a, nest->singles, s);
    }
}

static void straight(struct checking *k, const struct stretch *p, struct nest *nest, size_t at,
                     size_t to) {
    if (nest->has_straight && !within(nest, GUILLEMETS)) tell_english(k, p, nest->straight, to);
    nest->has_straight = !nest->has_straight;
    nest->straight = at;
}

static void take_sign(struct checking *k, const struct stretch *p, struct nest *nest, size_t at,
                      size_t to, uint32_t c) {
    if (c == '"') straight(k, p, nest, at, to);
    for (int i = 0; i < PAIRS; i++) {
        if (c == pairs[i].open && nest->n < DEEP) nest->at[nest->n++] = (struct opened){at, i};
        if (c == pairs[i].shut) shut(k, p, nest, at, to, i);
    }
}

/* Where what stands before word `i`, or behind the last, begins and ends; all signs and blanks are there. */
static size_t gap_from(const struct stretch *p, size_t i) {
    return i ? p->words[i - 1].at + (size_t)p->words[i - 1].n : 0;
}

static size_t gap_to(const struct stretch *p, size_t i) {
    return i < p->nwords ? p->words[i].at : p->text.n;
}

static void check_pairs(struct checking *k, const struct stretch *p, struct singles *singles) {
    struct nest nest = {.singles = singles};
    for (size_t i = 0; i < p->nsigns; i++) {
        size_t at = gap_from(p, p->signs[i]), to = gap_to(p, p->signs[i]);
        for (size_t from = at; at < to; from = at) {
            uint32_t c = utf8_next(p->text, &at);
            if (c != ' ' && c != ',' && c != '.') take_sign(k, p, &nest, from, at, c);
        }
    }
    for (size_t i = 0; i < nest.n; i++) take_single(k, p, &nest, nest.at[i].at, nest.at[i].pair, false);
    if (nest.has_straight) take_single(k, p, &nest, nest.straight, STRAIGHT, false);
}

/* --- words --- */

/* Words that French says twice. */
static const char *const twice[] = {"faire", "nous", "tres", "vous"};

/* Word `i` is the one before it, as their hashes say. */
static void check_doubled(struct checking *k, const struct stretch *p, size_t i) {
    const struct token *w = &p->words[i], *last = w - 1;
    if (w->n != last->n || w->gap != GAP_SPACE) return;
    if (w->shape == SHAPE_DIGITS || (w->shape == SHAPE_CAPITAL && last->shape == SHAPE_CAPITAL) ||
        w->shape == SHAPE_CAPITALS || (i > 1 && last->gap == GAP_HYPHEN) ||
        word_gap_after(p, i) == GAP_HYPHEN)
        return;
    struct arena scratch = *k->a;
    if (word_among(word_key(&scratch, word_text(p, i)), twice, sizeof twice / sizeof *twice)) return;
    finding_add(k, RULE_DOUBLED_WORD, CHECK_DOUBLED_WORD, p, last->at, words_text(p, i - 1, i),
                word_text(p, i - 1));
}

/* Endings of ordinals as they are written, and as they should be: 2e, 1re. */
static const struct ordinal {
    const char *written, *right;
} ordinals[] = {{"ème", "e"}, {"eme", "e"},  {"ième", "e"}, {"ieme", "e"}, {"ère", "re"}, {"ere", "re"},
                {"èmes", "es"}, {"emes", "es"}, {"ères", "res"}};

static void check_ordinal(struct checking *k, const struct stretch *p, size_t i) {
    struct text t = word_text(p, i);
    size_t digits = 0;
    while (digits < t.n && (strchr("IVX", t.at[digits]) || (t.at[digits] >= '0' && t.at[digits] <= '9')))
        digits++;
    struct text number = text_part(t, 0, digits), ending = text_after(t, digits);
    for (size_t o = 0; digits && o < sizeof ordinals / sizeof *ordinals; o++)
        if (text_equal(ending, text_of(ordinals[o].written)))
            finding_add(k, RULE_ORDINAL, CHECK_ORDINAL, p, p->words[i].at, t,
                        TEXT_JOIN(k->a, number, text_of(ordinals[o].right)));
}

/* Up to two digits at *i, which moves behind them, as a number; -1: there is none. */
static int digits_at(struct text t, size_t *i) {
    int n = -1;
    for (size_t from = *i; *i < t.n && *i < from + 2 && t.at[*i] >= '0' && t.at[*i] <= '9'; ++*i)
        n = (n < 0 ? 0 : n * 10) + t.at[*i] - '0';
    return n;
}

/* «12h30», «9H»: French parts a time's numbers from its unit (Lexique de l’Imprimerie nationale). */
static void check_hour(struct checking *k, const struct stretch *p, size_t i) {
    struct text t = word_text(p, i);
    size_t at = 0, hour_to, minute_from;
    int hour = digits_at(t, &at);
    hour_to = at;
    if (hour < 0 || hour > 24 || at == t.n || (t.at[at] | 0x20) != 'h') return;
    minute_from = ++at;
    int minute = digits_at(t, &at);
    if (at != t.n || minute > 59 || (minute >= 0 && at - minute_from != 2)) return;
    struct text tail = minute < 0 ? T("") : TEXT_JOIN(k->a, T("\u00a0"), text_after(t, minute_from));
    finding_add(k, RULE_HOUR, CHECK_HOUR, p, p->words[i].at, t,
                TEXT_JOIN(k->a, text_part(t, 0, hour_to), T("\u00a0h"), tail));
}

/* Words with an accented capital, of which communiqués often lack the accent. The key, and the
 * accented beginning that takes the place of its first letter. Words that are right without it, as
 * «Ere», are not here. */
static const char *const accented[] = {
    "echange", "echanges", "echeance", "ecole", "ecoles", "ecologie", "economie", "economique",
    "edition", "education", "egalement", "egalite", "eglise", "egypte", "election", "elections",
    "electricite", "elevage", "elu", "elus", "emission", "energie", "enorme", "epargne",
    "epidemie", "equipe", "equipement", "equipements", "equipes", "equite", "etaient", "etait",
    "etant", "etape", "etapes", "etat", "etats", "ethiopie", "ethique", "etranger", "etrangere",
    "etrangeres", "etrangers", "etude", "etudes", "etudiants", "evaluation", "evenement",
    "eventuel"};

static void check_accent(struct checking *k, const struct stretch *p, size_t i) {
    const struct token *w = &p->words[i];
    if (p->text.at[w->at] != 'E') return;
    struct text t = word_text(p, i);
    struct arena scratch = *k->a;
    if (word_among(word_key(&scratch, t), accented, sizeof accented / sizeof *accented))
        finding_add(k, RULE_CAPITAL_ACCENT, CHECK_CAPITAL_ACCENT, p, w->at, t,
                    TEXT_JOIN(k->a, T("É"), text_after(t, 1)));
}

/* «A l’ordre du jour»: a sentence that starts with A and a small word starts with À. «A-t-il», a
 * letter that labels («A. Objet») and a sum («A + B») do not. */
static void check_first_a(struct checking *k, const struct stretch *p, size_t i) {
    const struct token *w = &p->words[i];
    if (w->n != 1 || p->text.at[w->at] != 'A' || word_gap_after(p, i) != GAP_SPACE ||
        p->words[i + 1].shape != SHAPE_SMALL)
        return;
    if (w->gap != GAP_START && !text_ends(text_trim_end(text_part(p->text, 0, w->at)), T("«"))) return;
    size_t to = i + 1;
    while (word_gap_after(p, to) == GAP_APOSTROPHE) to++;
    struct text words = words_text(p, i, to);
    finding_add(k, RULE_CAPITAL_ACCENT, CHECK_CAPITAL_ACCENT, p, w->at, words,
                TEXT_JOIN(k->a, T("À"), text_after(words, 1)));
}

static void check_words(struct checking *k, const struct stretch *p) {
    uint32_t last = 0; /* hash */
    for (const struct token *w = p->words, *end = w + p->nwords; w < end; last = w++->hash)
        if (w->hash == last && w > p->words) check_doubled(k, p, (size_t)(w - p->words));
    for (size_t i = 0; i < p->nlarge && p->french; i++) {
        size_t w = p->large[i];
        if (p->words[w].shape == SHAPE_MIXED) check_ordinal(k, p, w), check_hour(k, p, w);
        if (p->words[w].shape != SHAPE_CAPITAL) continue;
        check_accent(k, p, w);
        check_first_a(k, p, w);
    }
}

/* --- blanks --- */

/* The blanks [from, to), shown with the words to either side. */
static void tell_blanks(struct checking *k, const struct stretch *p, size_t from, size_t to) {
    struct text t = p->text;
    size_t a = from, b = to;
    while (a && !is_blank(t, a - 1)) a--;
    while (b < t.n && !is_blank(t, b)) b++;
    finding_add(k, RULE_DOUBLED_SPACE, CHECK_DOUBLED_SPACE, p, a, text_part(t, a, b),
                TEXT_JOIN(k->a, text_part(t, a, from), T(" "), text_part(t, to, b)));
}

static void check_spaces(struct checking *k, const struct stretch *p) {
    for (size_t i = 0; i < p->nsigns; i++) {
        size_t from = gap_from(p, p->signs[i]), end = gap_to(p, p->signs[i]);
        while (from + 1 < end) {
            size_t to = from;
            while (to < end && is_blank(p->text, to)) to++;
            if (to > from + 1 && p->text.at[from] == ' ') tell_blanks(k, p, from, to);
            from = to > from ? to : from + 1;
        }
    }
}

/* --- titles --- */

static void check_title(struct checking *k, const struct stretch *p) {
    struct text t = text_trim_end(p->text);
    size_t capitals = 0, small = 0;
    for (size_t i = 0; i < p->nwords; i++) {
        capitals += p->words[i].shape == SHAPE_CAPITALS ? p->words[i].n : 0;
        small += p->words[i].shape == SHAPE_SMALL || p->words[i].shape == SHAPE_CAPITAL ? p->words[i].n : 0;
    }
    if (capitals >= TITLE_LETTERS && small * 4 < capitals)
        finding_add(k, RULE_TITLE_CAPITALS, CHECK_TITLE_CAPITALS, p, 0, t, T(""));
    if (!p->nwords || !text_ends(t, T(".")) || text_ends(t, T(".."))) return;
    const struct token *last = &p->words[p->nwords - 1];
    bool abbreviation = last->n <= 2 || word_is(p, p->nwords - 1, "etc");
    if (last->at + (size_t)last->n + 1 != t.n || abbreviation) return;
    finding_add(k, RULE_TITLE_POINT, CHECK_TITLE_POINT, p, last->at, text_after(t, last->at),
                word_text(p, p->nwords - 1));
}

/* --- enumerations --- */

/* A sentence of several items parted by semicolons: a colon leads them in, and no other stands
 * among them. */
struct sentence {
    size_t colons, semicolons;
    size_t first_semicolon, late_colon; /* bytes */
    bool has_late;
};

static bool ends_here(struct text t, size_t i) {
    char c = t.at[i];
    if (c != '.' && c != '!' && c != '?') return false;
    bool blank = i + 1 >= t.n || t.at[i + 1] == ' ' || (unsigned char)t.at[i + 1] >= 0x80;
    return blank && i > 2 && t.at[i - 2] != ' ';
}

/* The words around a sign, from two blanks before it to one behind it. */
static struct text around(struct text t, size_t at, size_t *from) {
    size_t a = at, b = at + 1;
    for (int n = 0; a && n < 3; a--) n += t.at[a - 1] == ' ';
    if (a) a++;
    for (int n = 0; b < t.n && n < 3; b++) n += t.at[b] == ' ';
    *from = a;
    return text_trim_end(text_part(t, a, b));
}

static void tell_sentence(struct checking *k, const struct stretch *p, const struct sentence *s) {
    size_t from;
    if (s->semicolons >= 2 && s->has_late) {
        struct text words = around(p->text, s->late_colon, &from);
        finding_add(k, RULE_ENUMERATION, CHECK_ENUMERATION_COLON, p, from, words, T(""));
    } else if (s->semicolons >= 3 && !s->colons) {
        struct text words = around(p->text, s->first_semicolon, &from);
        finding_add(k, RULE_ENUMERATION, CHECK_ENUMERATION_OPEN, p, from, words, T(""));
    }
}

/* The sign at `i`, a byte of ASCII. */
static void take_stop(struct checking *k, const struct stretch *p, struct sentence *s, size_t i) {
    struct text t = p->text;
    bool blank = i + 1 == t.n || t.at[i + 1] == ' ';
    if (t.at[i] == ':' && blank) {
        s->colons++;
        if (s->semicolons && !s->has_late) s->has_late = true, s->late_colon = i;
    } else if (t.at[i] == ';' && blank) {
        if (!s->semicolons++) s->first_semicolon = i;
    } else if (ends_here(t, i)) {
        tell_sentence(k, p, s);
        *s = (struct sentence){0};
    }
}

static void check_sentences(struct checking *k, const struct stretch *p) {
    struct sentence s = {0};
    if (!p->text.n || !memchr(p->text.at, ';', p->text.n)) return;
    for (size_t i = 0; i < p->nsigns; i++)
        for (size_t at = gap_from(p, p->signs[i]), to = gap_to(p, p->signs[i]); at < to; at++)
            if ((unsigned char)p->text.at[at] < 0x80) take_stop(k, p, &s, at);
    tell_sentence(k, p, &s);
}

/* How an item ends. */
enum ending { END_OPEN /* without any sign */, END_SEMICOLON, END_COMMA, END_OTHER };

static enum ending ending_of(const struct stretch *p) {
    struct text t = text_trim_end(p->text);
    if (text_ends(t, T(";"))) return END_SEMICOLON;
    if (text_ends(t, T(","))) return END_COMMA;
    const struct token *last = p->words + p->nwords - 1;
    if (!p->nwords || last->at + (size_t)last->n != t.n) return END_OTHER;
    bool joins = word_is(p, p->nwords - 1, "et") || word_is(p, p->nwords - 1, "ou");
    return joins && last->gap == GAP_SIGN ? END_SEMICOLON : END_OPEN; /* «; et»: the last item follows */
}

/* What an item begins with: a dash, a digit, a small letter as «a»; 0: with a capital, or anything else. */
static uint32_t beginning(const struct stretch *p) {
    struct text t = text_trim(p->text);
    size_t i = 0;
    uint32_t c = t.n ? utf8_next(t, &i) : 0;
    if (c == '-' || c == '*' || c == 0x2013 || c == 0x2014 || c == 0x2022) return c;
    if (unicode_digit(c)) return '0';
    return unicode_letter(c) && !unicode_upper(c) ? 'a' : 0;
}

/* Paragraphs that are items of one enumeration, by their numbers. */
struct items {
    size_t *at;
    size_t n, cap;
};

/* Whether stretch `next` goes on with the items that are paragraphs in no list. */
static bool goes_on(const struct stretch *first, const struct stretch *last, const struct stretch *next) {
    enum ending end = ending_of(last);
    if (next->communique != last->communique || next->kind != STRETCH_BODY || next->list) return false;
    if (end == END_OPEN)
        return ending_of(next) == END_SEMICOLON || (beginning(first) && beginning(first) == beginning(next));
    return end != END_OTHER;
}

/* The item behind stretch `i`, whatever lists the items have in themselves; 0: there is none. */
static size_t next_item(const struct stretches *all, size_t first, size_t i) {
    const struct stretch *p = &all->at[i];
    size_t next = i + 1;
    while (p->list && next < all->n && all->at[next].depth > p->depth) next++;
    if (next == all->n || all->at[next].list != p->list) return 0;
    if (p->list) return all->at[next].communique == p->communique ? next : 0;
    return goes_on(&all->at[first], p, &all->at[next]) ? next : 0;
}

/* The last item: its full stop is missing where it has no sign, or one as the others have. */
static void check_last(struct checking *k, const struct stretch *p) {
    enum ending end = ending_of(p);
    if (!p->nwords || end == END_OTHER || (end != END_OPEN && !p->last && !p->list)) return;
    const struct token *last = &p->words[p->nwords - 1];
    finding_add(k, RULE_ENUMERATION, CHECK_ENUMERATION_POINT, p, last->at,
                text_after(text_trim_end(p->text), last->at),
                TEXT_JOIN(k->a, word_text(p, p->nwords - 1), T(".")));
}

/* The items are an enumeration where at least half of those before the last end with a semicolon; of
 * fewer, where a colon leads them in and they begin alike, without capitals. */
static void check_items(struct checking *k, const struct items *items, bool led_in) {
    size_t semicolons = 0, others = items->n - 1;
    for (size_t i = 0; i < items->n; i++) {
        const struct stretch *p = &k->stretches.at[items->at[i]];
        if (p->list && !p->item) return; /* it has paragraphs */
        if (i < others) semicolons += ending_of(p) == END_SEMICOLON;
        led_in &= beginning(p) && beginning(p) == beginning(&k->stretches.at[items->at[0]]);
    }
    if (!semicolons || (semicolons * 2 < others && !led_in)) return;
    for (size_t i = 0; i < others; i++) {
        const struct stretch *p = &k->stretches.at[items->at[i]];
        if (!p->nwords || ending_of(p) != END_OPEN) continue;
        struct text word = word_text(p, p->nwords - 1);
        finding_add(k, RULE_ENUMERATION, CHECK_ENUMERATION_ITEM, p, p->words[p->nwords - 1].at, word,
                    TEXT_JOIN(k->a, word, T("\u202f;")));
    }
    check_last(k, &k->stretches.at[items->at[others]]);
}

/* Items that are paragraphs, of a list or of none: each ends with a semicolon, the last with a point.
 * Those of none begin behind a colon, or with a semicolon. */
static void check_enumerations(struct checking *k) {
    const struct stretches *all = &k->stretches;
    struct items items = {0};
    bool *seen = arena_new(k->a, bool, all->n);
    for (size_t i = 1; i < all->n; i++) {
        const struct stretch *p = &all->at[i];
        bool led_in = text_ends(text_trim_end(p[-1].text), T(":"));
        if (seen[i] || p->kind != STRETCH_BODY || !p->french || (p->list && !p->item)) continue;
        if (!p->list && !led_in && ending_of(p) != END_SEMICOLON) continue;
        items.n = 0;
        for (size_t at = i; at; at = next_item(all, i, at)) {
            arena_push(k->a, &items, at);
            seen[at] = true;
        }
        if (items.n > 1) check_items(k, &items, led_in);
    }
}

void signs_check(struct checking *k) {
    struct singles singles = {0};
    for (size_t i = 0; i < k->stretches.n; i++) {
        const struct stretch *p = &k->stretches.at[i];
        check_pairs(k, p, &singles);
        check_words(k, p);
        check_spaces(k, p);
        if (p->kind == STRETCH_TITLE) check_title(k, p);
        if (p->french && p->kind == STRETCH_BODY) check_sentences(k, p);
    }
    settle_singles(k, &singles);
    check_enumerations(k);
}
