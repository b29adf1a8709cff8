/* See spelling.h. Words joined by hyphens are asked about as a whole: «sous-commission»,
 * «peut-être»; what is elided, «l’», «qu’», belongs to no word. */
#include "check/spelling.h"

#include <stdlib.h>

enum { SUGGESTIONS = 3 };

/* A word or a compound where it stands. */
struct use {
    struct text text;
    const struct passage *passage;
    size_t at;
};

struct uses {
    struct use *at;
    size_t n, cap;
};

static bool is_small(const struct passage *p, size_t i) {
    return p->words[i].shape == SHAPE_SMALL;
}

/* The compound that starts at word `i`; returns the first word behind it. */
static size_t gather_word(struct checking *k, const struct passage *p, size_t i, struct uses *out) {
    size_t to = i + 1;
    bool small = is_small(p, i);
    while (to < p->nwords && p->words[to].gap == GAP_HYPHEN) small &= is_small(p, to++);
    bool elided = to == i + 1 && word_gap_after(p, i) == GAP_APOSTROPHE;
    if (small && !elided && p->words[to - 1].at + (size_t)p->words[to - 1].n > p->words[i].at + (size_t)1)
        arena_push(k->a, out, ((struct use){words_text(p, i, to - 1), p, p->words[i].at}));
    return to;
}

/* «aujourd’hui»: one word for the dictionary, which knows its halves as none. */
static bool is_whole(const struct passage *p, size_t i) {
    static const char *const halves[][2] = {{"aujourd", "hui"},  {"entr", "autres"},
                                            {"prud", "homme"},   {"prud", "hommes"},
                                            {"quelqu", "un"},    {"quelqu", "une"}};
    if (word_gap_after(p, i) != GAP_APOSTROPHE) return false;
    for (size_t n = 0; n < sizeof halves / sizeof *halves; n++)
        if (word_is(p, i, halves[n][0]) && word_is(p, i + 1, halves[n][1])) return true;
    return false;
}

/* An address is no word. */
static bool in_address(const struct passage *p, size_t i) {
    size_t at = p->words[i].at, to = at + p->words[i].n;
    struct text t = p->text;
    while (at && t.at[at - 1] != ' ') at--;
    while (to < t.n && t.at[to] != ' ') to++;
    struct text token = text_part(t, at, to);
    return text_find(token, T("@")) < token.n || text_find(token, T("/")) < token.n ||
           text_starts(token, T("www."));
}

static void gather(struct checking *k, struct uses *out) {
    for (size_t i = 0; i < k->passages.n; i++) {
        const struct passage *p = &k->passages.at[i];
        for (size_t w = 0; w < p->nwords && p->french;) {
            if (is_whole(p, w)) w += 2;
            else if (in_address(p, w)) w++;
            else w = gather_word(k, p, w, out);
        }
    }
}

static int use_order(const void *a, const void *b) {
    const struct use *x = a, *y = b;
    int order = text_order(x->text, y->text);
    if (order) return order;
    if (x->passage != y->passage) return x->passage < y->passage ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

static struct uses all_words(struct checking *k) {
    struct uses all = {0};
    gather(k, &all);
    if (all.n) qsort(all.at, all.n, sizeof *all.at, use_order);
    return all;
}

struct text spelling_question(struct checking *k, const struct lexicon *known) {
    struct uses all = all_words(k);
    struct build b = {.arena = k->a};
    for (size_t i = 0; i < all.n; i++) {
        if (i && text_equal(all.at[i].text, all.at[i - 1].text)) continue;
        if (lexicon_has(*k->a, known, all.at[i].text)) continue;
        build_text(&b, all.at[i].text);
        build_char(&b, '\n');
    }
    return build_done(&b);
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

static void tell(struct checking *k, const struct uses *all, struct text line) {
    struct text word = text_part(line, 0, text_find(line, T("\t"))), first;
    struct text told = suggestions_of(k->a, text_after(line, word.n + 1), &first);
    for (size_t i = 0; i < all->n; i++)
        if (text_equal(all->at[i].text, word))
            finding_add_more(k, RULE_SPELLING, told.n ? CHECK_SPELLING : CHECK_SPELLING_ALONE,
                             all->at[i].passage, all->at[i].at, word, first, told, T(""));
}

void spelling_answer(struct checking *k, struct text answer) {
    struct uses all = all_words(k);
    while (answer.n) {
        struct text line = text_part(answer, 0, text_find(answer, T("\n")));
        tell(k, &all, line);
        answer = text_after(answer, line.n + 1);
    }
}
