/* See offices.h. What is compared is the set of a name's words, articles aside: who says «ministre
 * du Commerce» means the ministry of which these are some of the words. Ministries of other
 * countries are not the registry's. */
#include "check/offices.h"

#include <stdlib.h>

enum { BEHIND = 12 /* words in which a country may follow */, LONGEST_ARTICLE = 3 };

static const char *const articles[] = {
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"};

/* What shows that a ministry is another country's. */
static const char *const countries[] = {
    "afrique", "algerie", "allemagne", "angola", "arabie", "autriche", "belgique", "benin",
    "bresil", "burkina", "burkinabe", "cameroun", "canada", "centrafricaine", "chine", "comores",
    "congo", "coree", "cuba", "danemark", "djibouti", "egypte", "emirats", "espagne", "etats",
    "ethiopie", "federation", "france", "gabon", "gambie", "ghana", "guinee", "inde",
    "indonesie", "iran", "italie", "ivoire", "japon", "kenya", "liban", "liberia", "libye",
    "luxembourg", "madagascar", "malaisie", "maroc", "mauritanie", "niger", "nigeria", "norvege",
    "pakistan", "palestine", "qatar", "royaume", "russie", "rwanda", "senegal", "sierra",
    "somalie", "soudan", "suede", "suisse", "tchad", "togo", "tunisie", "turkiye", "turquie",
    "venezuela", "vietnam"};

#define AMONG(key, list) word_among((key), (list), sizeof(list) / sizeof *(list))

/* A name as its words. */
struct name {
    struct text *at; /* keys, no article among them */
    size_t n, cap;
    size_t first, last; /* words of the stretch */
};

static bool is_article(struct text key) {
    return key.n <= LONGEST_ARTICLE && AMONG(key, articles);
}

static void add_key(struct arena *a, struct name *out, struct text key) {
    if (!is_article(key)) arena_push(a, out, key);
}

static bool has_key(const struct name *n, struct text key) {
    for (size_t i = 0; i < n->n; i++)
        if (n->at[i].n == key.n && text_equal(n->at[i], key)) return true;
    return false;
}

/* How many words of `a` are in `b`. */
static size_t shared(const struct name *a, const struct name *b) {
    size_t n = 0;
    for (size_t i = 0; i < a->n; i++) n += has_key(b, a->at[i]);
    return n;
}

static bool is_small(struct text t) {
    return t.n && t.at[0] >= 'a' && t.at[0] <= 'z';
}

/* The words of a ministry's name; small ones go to *vocabulary, too. */
static struct name name_of(struct arena *a, struct text t, struct name *vocabulary) {
    struct name out = {0};
    struct stretch p = stretch_make(a, t);
    for (size_t i = 0; i < p.nwords; i++) {
        struct text key = word_key(a, word_text(&p, i));
        if (text_equal(key, T("ministere"))) continue;
        add_key(a, &out, key);
        if (is_small(word_text(&p, i))) add_key(a, vocabulary, key);
    }
    return out;
}

/* Whether the words behind a comma go on with a name: «, de la Culture». */
static bool goes_on(const struct stretch *p, size_t i) {
    static const char *const words[] = {"de", "des", "du", "et"};
    for (size_t n = 0; n < sizeof words / sizeof *words; n++)
        if (word_is(p, i, words[n])) return true;
    return false;
}

static bool is_comma(const struct stretch *p, size_t i) {
    struct text between = text_part(p->text, p->words[i - 1].at + (size_t)p->words[i - 1].n, p->words[i].at);
    return text_equal(between, T(", "));
}

/* Whether a small word is an adjective by its ending, without accents: «étrangères», «rurale». */
static bool is_adjective(struct text key) {
    static const char *const endings[] = {"aine", "aines", "ale",  "ales",  "elle", "elles", "ere",
                                          "eres", "ieur",  "ieure", "ieures", "ique", "iques"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (key.n > 4 && text_ends(key, text_of(endings[i]))) return true;
    return false;
}

/* The name that starts at word `i`, behind «ministre de»: capitalised words, what joins them, and
 * small adjectives that some ministry has. */
static struct name read_name(struct checking *k, const struct stretch *p, size_t i,
                             const struct name *vocabulary) {
    struct name out = {.first = i, .last = i};
    bool begun = false;
    for (; i < p->nwords; i++) {
        enum gap gap = (enum gap)p->words[i].gap;
        if (gap == GAP_START || (gap == GAP_SIGN && !(is_comma(p, i) && goes_on(p, i)))) break;
        struct text key = word_key(k->a, word_text(p, i));
        bool article = is_article(key);
        bool capital = p->words[i].shape == SHAPE_CAPITAL;
        if (!article && !capital && !has_key(vocabulary, key) && !is_adjective(key)) break;
        if (p->words[i].shape == SHAPE_CAPITALS) break;
        add_key(k->a, &out, key);
        if (article) continue;
        if (!begun) out.first = i;
        out.last = i;
        begun = true;
    }
    return out;
}

/* --- the registry --- */

struct known {
    const struct ministry *ministry;
    struct name name;
    bool now;
};

struct offices {
    struct known *at;
    size_t n;
    struct name vocabulary; /* small words of their names */
};

static struct offices offices_of(struct checking *k) {
    const struct ministries *m = k->ministries;
    struct offices out = {.at = arena_new(k->a, struct known, m->n), .n = m->n};
    for (size_t i = 0; i < m->n; i++) {
        date day = k->edition->date;
        out.at[i].ministry = &m->at[i];
        out.at[i].name = name_of(k->a, m->at[i].name, &out.vocabulary);
        out.at[i].now = m->at[i].from <= day && day <= m->at[i].to;
    }
    return out;
}

/* --- judging --- */

/* What the ministry is called now, if it is there still. */
static void tell_past(struct checking *k, const struct stretch *p, const struct name *n,
                      const struct ministry *was) {
    const struct ministry *is = ministries_find(k->ministries, was->acronym, k->edition->date);
    finding_add_more(k, RULE_MINISTRY_PAST, is ? CHECK_MINISTRY_RENAMED : CHECK_MINISTRY_PAST, p,
                     p->words[n->first].at, words_text(p, n->first, n->last), T(""), was->acronym,
                     is ? is->name : was->name);
}

static void tell(struct checking *k, const struct stretch *p, const struct name *n,
                 const struct offices *o) {
    const struct known *past = NULL, *near = NULL;
    bool exact = false; /* the past name in full, and not a short form of today's */
    struct text words = words_text(p, n->first, n->last);
    size_t most = 0;
    for (size_t i = 0; i < o->n; i++) {
        size_t both = shared(n, &o->at[i].name);
        bool whole = both == n->n && o->at[i].name.n == n->n && n->n > 1;
        if (o->at[i].now && (whole || (both == n->n && !exact))) return;
        if (both == n->n && !o->at[i].now && !exact) past = &o->at[i];
        exact |= whole;
        if (o->at[i].now && both > most && both * 2 >= n->n) most = both, near = &o->at[i];
    }
    if (past) tell_past(k, p, n, past->ministry);
    else if (near)
        finding_add_more(k, RULE_MINISTRY_UNKNOWN, CHECK_MINISTRY_NEAR, p, p->words[n->first].at, words,
                         T(""), near->ministry->name, near->ministry->acronym);
    else
        finding_add(k, RULE_MINISTRY_UNKNOWN, CHECK_MINISTRY_UNKNOWN, p, p->words[n->first].at, words,
                    T(""));
}

/* Whether a country is named in it, or soon behind it in the sentence: «du Pouvoir populaire pour les
 * Relations extérieures de la République bolivarienne du Venezuela». */
static bool foreign(struct checking *k, const struct stretch *p, const struct name *n) {
    for (size_t i = 0; i < n->n; i++)
        if (AMONG(n->at[i], countries)) return true;
    for (size_t i = n->last + 1; i < p->nwords && i <= n->last + BEHIND; i++) {
        struct arena scratch = *k->a;
        if (p->words[i].gap == GAP_START || p->words[i].gap == GAP_SIGN) return false;
        if (AMONG(word_key(&scratch, word_text(p, i)), countries)) return true;
    }
    return false;
}

/* «ministre» or «ministère», with an article and a capital behind it. */
static bool names_one(const struct stretch *p, size_t i) {
    struct text rest = text_after(word_text(p, i), 1);
    if (!text_equal(rest, T("inistre")) && !text_equal(rest, T("inistère"))) return false;
    if (word_gap_after(p, i) != GAP_SPACE) return false;
    size_t w = i + 1;
    if (!word_is(p, w, "de") && !word_is(p, w, "du") && !word_is(p, w, "des") && !word_is(p, w, "d"))
        return false;
    w++;
    while (word_is(p, w, "l") || word_is(p, w, "la")) w++;
    return w < p->nwords && p->words[w].shape == SHAPE_CAPITAL &&
           (p->words[w].gap == GAP_SPACE || p->words[w].gap == GAP_APOSTROPHE);
}

void offices_check(struct checking *k) {
    const uint32_t person = text_hash(T("ministre"), 0), house = text_hash(T("ministère"), 0);
    struct offices known = {0};
    for (size_t i = 0; i < k->stretches.n; i++) {
        const struct stretch *p = &k->stretches.at[i];
        if (!p->french) continue;
        for (size_t key = 0; key < p->nkeys; key++) {
            size_t w = p->keys[key];
            if ((p->words[w].hash != person && p->words[w].hash != house) || !names_one(p, w)) continue;
            if (!known.at) known = offices_of(k);
            struct name n = read_name(k, p, w + 1, &known.vocabulary);
            bool state = n.n == 1 && text_equal(n.at[0], T("etat"));
            if (n.n && !foreign(k, p, &n) && !state) tell(k, p, &n, &known);
        }
    }
}
