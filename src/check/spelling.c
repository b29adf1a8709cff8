/* See spelling.h. Words joined by hyphens are asked about as a whole: «sous-commission»,
 * «peut-être»; what is elided, «l’», «qu’», belongs to no word. */
#include "check/spelling.h"

#include "check/slips.h"

#include <string.h>

enum { SUGGESTIONS = 3 };

static bool is_small(const struct stretch *p, size_t i) {
    return p->words[i].shape == SHAPE_SMALL;
}

/* The compound that starts at word `i`; returns the first word behind it. */
static size_t gather_word(struct checking *k, const struct stretch *p, size_t i,
                          struct spelling *out) {
    size_t to = i + 1, at = p->words[i].at;
    uint32_t hash = p->words[i].hash;
    bool small = is_small(p, i);
    for (; to < p->nwords && p->words[to].gap == GAP_HYPHEN; to++) {
        small &= is_small(p, to);
        hash = hash * 31 + p->words[to].hash;
    }
    bool elided = to == i + 1 && word_gap_after(p, i) == GAP_APOSTROPHE;
    size_t end = p->words[to - 1].at + (size_t)p->words[to - 1].n;
    if (!small || elided || end <= at + 1) return to;
    struct spelling_use use = {text_part(p->text, at, end), p, at, hash};
    arena_push(k->a, &out->uses, use);
    return to;
}

/* «aujourd’hui»: one word for the dictionary, which knows its halves as none. */
static bool is_whole(const struct stretch *p, size_t i) {
    static const char *const halves[][2] = {{"aujourd", "hui"},  {"entr", "autres"},
                                            {"prud", "homme"},   {"prud", "hommes"},
                                            {"quelqu", "un"},    {"quelqu", "une"}};
    if (word_gap_after(p, i) != GAP_APOSTROPHE) return false;
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

static void gather(struct checking *k, struct spelling *out) {
    for (size_t i = 0; i < k->stretches.n; i++) {
        const struct stretch *p = &k->stretches.at[i];
        bool addressed = p->french && has_address(p);
        for (size_t w = 0; w < p->nwords && p->french;) {
            if (is_whole(p, w)) w += 2;
            else if (addressed && in_address(p, w)) w++;
            else w = gather_word(k, p, w, out);
        }
    }
}

/* Words met, by their hashes: places in a table, open to the next free one. */
struct met {
    const struct spelling_use **at;
    size_t mask;
};

/* Whether the word is new; it no longer is. */
static bool is_new(struct met *m, const struct spelling_use *u) {
    size_t i = u->hash & m->mask;
    while (m->at[i] && !text_equal(m->at[i]->text, u->text)) i = (i + 1) & m->mask;
    if (m->at[i]) return false;
    m->at[i] = u;
    return true;
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

static void tell(struct checking *k, const struct spelling *s, struct text line) {
    struct text word = text_part(line, 0, text_find(line, T("\t"))), first;
    struct text told = suggestions_of(k->a, text_after(line, word.n + 1), &first);
    for (size_t i = 0; i < s->uses.n; i++)
        if (text_equal(s->uses.at[i].text, word))
            finding_add_more(k, RULE_SPELLING, told.n ? CHECK_SPELLING : CHECK_SPELLING_ALONE,
                             s->uses.at[i].passage, s->uses.at[i].at, word, first, told, T(""));
}

void spelling_answer(struct checking *k, const struct spelling *s, struct text answer) {
    while (answer.n) {
        struct text line = text_part(answer, 0, text_find(answer, T("\n")));
        tell(k, s, line);
        answer = text_after(answer, line.n + 1);
    }
}

/* A word that is met for the first time: known, wrong by a slip, or to be asked about. */
static void look_up(struct checking *k, const struct spelling *s, struct text word,
                    struct build *question) {
    struct build line = {.arena = k->a};
    if (slips_known(s->forms, word) || lexicon_has(*k->a, s->known, word)) return;
    build_text(&line, word);
    slips_find(s->forms, word, SUGGESTIONS, &line);
    if (line.n > word.n) {
        tell(k, s, build_done(&line));
        return;
    }
    build_text(question, word);
    build_char(question, '\n');
}

struct text spelling_look(struct checking *k, struct spelling *s) {
    struct build question = {.arena = k->a};
    struct met met = {.mask = 15};
    gather(k, s);
    while (met.mask < s->uses.n * 2) met.mask = met.mask * 2 + 1;
    met.at = arena_new(k->a, const struct spelling_use *, met.mask + 1);
    for (size_t i = 0; i < s->uses.n; i++)
        if (is_new(&met, &s->uses.at[i])) look_up(k, s, s->uses.at[i].text, &question);
    return build_done(&question);
}
