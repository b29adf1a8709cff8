/* See spelling.h. Words joined by hyphens are asked about as a whole: «sous-commission»,
 * «peut-être»; what is elided, «l’», «qu’», belongs to no word. */
#include "check/spelling.h"

#include "check/slips.h"

#include <string.h>

enum {
    SUGGESTIONS = 3,
    LEAST_HALF = 4,    /* bytes of «entr» */
    LONGEST_ENGLISH = 3, /* bytes of «and» */
    LEAST_PREFIX = 4,  /* bytes of «socio» and the like */
    LEAST_FOREIGN = 5, /* strange words in a stretch of another language, and … */
    FOREIGN = 4        /* … more than a fourth of those looked up */
};

/* The compound that starts at word `i`; returns the first word behind it. *out has no bytes where
 * it is none to look up: it has capitals, or a single letter. */
static size_t read_compound(const struct stretch *p, size_t i, enum gap behind, struct spelling_use *out) {
    const struct token *w = &p->words[i];
    size_t to = i + 1;
    bool small = w->shape == SHAPE_SMALL;
    *out = (struct spelling_use){p, w->at, small && w->n > 1 ? w->n : 0, w->hash};
    if (behind != GAP_HYPHEN) return to;
    for (; to < p->nwords && p->words[to].gap == GAP_HYPHEN; to++) {
        small &= p->words[to].shape == SHAPE_SMALL;
        out->hash = out->hash * 31 + p->words[to].hash;
    }
    out->n = small ? p->words[to - 1].at + p->words[to - 1].n - w->at : 0;
    return to;
}

/* «aujourd’hui», of which word `i` is all before the apostrophe: one word for the dictionary, which knows
 * its halves as none. */
static bool is_whole(const struct stretch *p, size_t i) {
    static const char *const halves[][2] = {{"aujourd", "hui"},  {"entr", "autres"},
                                            {"prud", "homme"},   {"prud", "hommes"},
                                            {"quelqu", "un"},    {"quelqu", "une"}};
    if (p->words[i].n < LEAST_HALF) return false;
    for (size_t n = 0; n < sizeof halves / sizeof *halves; n++)
        if (word_is(p, i, halves[n][0]) && word_is(p, i + 1, halves[n][1])) return true;
    return false;
}

/* An address is no word; only where the stretch has a sign of one is it looked for. */
static bool has_address(const struct stretch *p) {
    return text_find(p->text, T("@")) < p->text.n || text_find(p->text, T("/")) < p->text.n ||
           (memchr(p->text.at, 'w', p->text.n) && text_find(p->text, T("www.")) < p->text.n);
}

static bool in_address(const struct stretch *p, size_t i) {
    size_t at = p->words[i].at, to = at + p->words[i].n;
    struct stretch token = {.text = p->text};
    while (at && p->text.at[at - 1] != ' ') at--;
    while (to < p->text.n && p->text.at[to] != ' ') to++;
    token.text = text_part(p->text, at, to);
    return has_address(&token);
}

static struct text use_text(const struct spelling_use *u) {
    return (struct text){u->passage->text.at + u->at, u->n};
}

/* Words met, by their hashes: numbers of words, from 1, in a table, open to the next free place. */
struct met {
    uint32_t *table;
    size_t mask;
    struct met_word {
        const char *at; /* where it was first */
        uint32_t n, hash;
        bool strange;
    } *at;
    size_t n, cap;
};

/* The word, new where none was met that is the same. */
static struct met_word *meet(struct arena *a, struct met *m, struct text t, uint32_t hash) {
    size_t i = hash & m->mask;
    for (; m->table[i]; i = (i + 1) & m->mask) {
        struct met_word *w = &m->at[m->table[i] - 1];
        if (w->hash == hash && w->n == t.n && !memcmp(w->at, t.at, t.n)) return w;
    }
    arena_push(a, m, ((struct met_word){t.at, (uint32_t)t.n, hash, false}));
    m->table[i] = (uint32_t)m->n;
    return &m->at[m->n - 1];
}

/* The first suggestion, and all of them as they are told. */
static struct text suggestions_of(struct arena *a, struct text line, struct text *first) {
    struct build b = {.arena = a};
    *first = (struct text){0};
    for (int n = 0; n < SUGGESTIONS && line.n; n++) {
        struct text one = text_part(line, 0, text_find(line, T("\t")));
        line = text_after(line, one.n + 1);
        if (!n) *first = one;
        if (n) build_text(&b, T(", "));
        build_text(&b, one);
    }
    return build_done(&b);
}

static void tell(struct checking *k, const struct spelling *s, struct text line, bool sure) {
    struct text word = text_part(line, 0, text_find(line, T("\t"))), first;
    struct text told = suggestions_of(k->a, text_after(line, word.n + 1), &first);
    for (size_t i = 0; i < s->strange.n; i++) {
        const struct spelling_use *use = &s->strange.at[i];
        if (!text_equal(use_text(use), word)) continue;
        struct finding *f =
            finding_add_more(k, RULE_SPELLING, told.n ? CHECK_SPELLING : CHECK_SPELLING_ALONE,
                             use->passage, use->at, word, first, told, T(""));
        if (f && !sure) f->choices = text_after(line, word.n);
    }
}

void spelling_answer(struct checking *k, const struct spelling *s, struct text answer) {
    while (answer.n) {
        struct text line = text_part(answer, 0, text_find(answer, T("\n")));
        tell(k, s, line, false);
        answer = text_after(answer, line.n + 1);
    }
}

/* What French puts before words with a hyphen, and no dictionary has alone; and so what ends in -o, as
 * «diplomatico-militaire». */
static bool is_prefix(struct text t) {
    static const char *const prefixes[] = {"anti", "bi",    "co",   "ex",   "extra", "inter", "intra", "mi",
                                           "mini", "multi", "méga", "non",  "para",  "pluri", "post",  "pré",
                                           "quasi", "semi", "sub",  "super", "sur",  "trans", "tri",   "ultra"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (text_equal(t, text_of(prefixes[i]))) return true;
    return t.n >= LEAST_PREFIX && text_ends(t, T("o"));
}

/* Whether neither the dictionary nor a list has the word, nor what stands behind its prefix. */
static bool is_strange(const struct checking *k, const struct spelling *s, struct text word) {
    if (slips_known(s->forms, word) || lexicon_has(*k->a, s->known, word)) return false;
    size_t hyphen = text_find(word, T("-"));
    return hyphen == word.n || !is_prefix(text_part(word, 0, hyphen)) ||
           !slips_known(s->forms, text_after(word, hyphen + 1));
}

/* «Association of Genocide Scholars»: a small word within a name in English. */
static bool in_english(const struct stretch *p, size_t i) {
    if (p->words[i].n > LONGEST_ENGLISH || !i || p->words[i - 1].shape == SHAPE_SMALL) return false;
    bool behind = i + 1 < p->nwords && p->words[i + 1].shape != SHAPE_SMALL;
    if (!behind && !word_is(p, i + 1, "the")) return false;
    return word_is(p, i, "of") || word_is(p, i, "and") || word_is(p, i, "the");
}

/* How many words from `i` on are a name of the web without «www.», as «lemonde.fr»; 0: none. */
static size_t domain_at(const struct stretch *p, size_t i) {
    static const char *const ends[] = {"com", "eu", "fr", "gov", "info", "int", "ml", "net", "org"};
    size_t to = i + 1;
    for (; to < p->nwords && (p->words[to].gap == GAP_SIGN || p->words[to].gap == GAP_HYPHEN); to++) {
        size_t from = p->words[to - 1].at + (size_t)p->words[to - 1].n;
        if (p->words[to].at != from + 1 || (p->text.at[from] != '.' && p->text.at[from] != '-')) break;
    }
    if (to == i + 1 || p->text.at[p->words[to - 1].at - 1] != '.') return 0;
    for (size_t n = 0; n < sizeof ends / sizeof *ends; n++)
        if (word_is(p, to - 1, ends[n])) return to - i;
    return 0;
}

/* What is looked up as one from word `i` on, or passed over as one, without bytes in *out; returns the
 * first word behind it. */
static size_t read_unit(const struct stretch *p, size_t i, enum gap behind, struct spelling_use *out) {
    size_t domain = behind == GAP_SIGN || behind == GAP_HYPHEN ? domain_at(p, i) : 0;
    out->n = 0;
    if (domain) return i + domain;
    if (behind == GAP_APOSTROPHE) return i + (is_whole(p, i) ? 2 : 1);
    return read_compound(p, i, behind, out);
}

/* Every word of a stretch that neither has, where it stands; each of them once goes to *met. Returns how
 * many words were looked at. */
static size_t gather_stretch(struct checking *k, struct spelling *s, struct met *met, const struct stretch *p) {
    struct spelling_use use;
    bool addressed = has_address(p);
    size_t looked = 0;
    for (size_t w = 0; w < p->nwords;) {
        size_t at = w;
        enum gap behind = word_gap_after(p, w);
        if (behind == GAP_SPACE) { /* as most words */
            const struct token *t = &p->words[w++];
            if (t->shape != SHAPE_SMALL || t->n < 2 || in_english(p, at)) continue;
            use = (struct spelling_use){p, t->at, t->n, t->hash};
        } else {
            w = read_unit(p, w, behind, &use);
        }
        if (!use.n || (addressed && in_address(p, at))) continue;
        size_t known = met->n;
        struct met_word *word = meet(k->a, met, use_text(&use), use.hash);
        if (met->n > known) word->strange = is_strange(k, s, use_text(&use));
        if (word->strange) arena_push(k->a, &s->strange, use);
        looked++;
    }
    return looked;
}

/* Those of the edition. A stretch that is full of them is in another language, though it does not say so. */
static void gather(struct checking *k, struct spelling *s, struct met *met) {
    for (size_t i = 0; i < k->stretches.n; i++) {
        size_t before = s->strange.n, looked;
        if (!k->stretches.at[i].french) continue;
        looked = gather_stretch(k, s, met, &k->stretches.at[i]);
        size_t strange = s->strange.n - before;
        if (strange >= LEAST_FOREIGN && strange * FOREIGN > looked) s->strange.n = before;
    }
}

/* A strange word: wrong by a slip, or to be asked about. */
static void look_up(struct checking *k, const struct spelling *s, struct text word,
                    struct build *question) {
    struct build line = {.arena = k->a};
    bool sure;
    build_text(&line, word);
    slips_find(s->forms, word, SUGGESTIONS, &line, &sure);
    if (line.n > word.n) {
        tell(k, s, build_done(&line), sure);
        return;
    }
    build_text(question, word);
    build_char(question, '\n');
}

struct text spelling_look(struct checking *k, struct spelling *s) {
    struct build question = {.arena = k->a};
    struct met met = {.mask = 15};
    size_t words = 0; /* that may be met: what is looked up starts with small letters */
    for (size_t i = 0; i < k->stretches.n; i++) words += k->stretches.at[i].nwords - k->stretches.at[i].nlarge;
    while (met.mask <= words) met.mask = met.mask * 2 + 1;
    met.table = arena_new(k->a, uint32_t, met.mask + 1);
    gather(k, s, &met);
    for (size_t i = 0; i < met.n; i++)
        if (met.at[i].strange) look_up(k, s, (struct text){met.at[i].at, met.at[i].n}, &question);
    return build_done(&question);
}
