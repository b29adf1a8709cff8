/* See lookup.h. Marks are taken off before stemming, not behind it: «publiée» and «publiee» must come
 * to the same stem, whoever typed which. Snowball knows the feminine of participles by its accent;
 * that one ending is therefore cut here. */
#include "archive/lookup.h"

#include "base/unicode.h"

#include <libstemmer.h>
#include <string.h>

enum {
    WORD_MOST = 64, /* bytes; a longer one is no word, and is not stemmed */
    SLOTS = 1 << 12, SLOT_MOST = 24 /* words whose stems are remembered, of so many bytes */
};

/* A word and its stem. */
struct slot {
    uint8_t nword, nstem;
    char word[SLOT_MOST], stem[SLOT_MOST];
};

struct lookup {
    struct sb_stemmer *stemmer;
    struct arena *a;
    struct slot *slots; /* by hash, the last of each; made for the first text */
};

struct lookup *lookup_open(struct arena *a) {
    struct lookup *l = arena_new(a, struct lookup, 1);
    l->a = a;
    l->stemmer = sb_stemmer_new("french", "UTF_8");
    if (!l->stemmer) arena_spent();
    return l;
}

void lookup_close(struct lookup *l) {
    if (l) sb_stemmer_delete(l->stemmer);
}

/* --- words of a text --- */

/* A text being cut into words. */
struct cutting {
    struct text t; /* folded */
    size_t i;
};

static struct cutting cut(struct arena *a, struct text t) {
    return (struct cutting){.t = unicode_bare(a, unicode_small(a, t))};
}

static bool in_word(uint32_t u) {
    return unicode_letter(u) || unicode_digit(u) || unicode_mark(u);
}

/* An article or pronoun that lost its vowel to the word behind it. */
static bool elided(struct text word) {
    static const char *const others[] = {"qu", "jusqu", "lorsqu", "puisqu", "quoiqu"};
    if (word.n == 1) return strchr("cdjlmnst", word.at[0]) != NULL;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (text_equal(word, text_of(others[i]))) return true;
    return false;
}

static bool apostrophe(struct text t, size_t i) {
    return text_starts(text_after(t, i), T("'")) || text_starts(text_after(t, i), T("’"));
}

/* The word at c->i, which moves behind it; empty, one character on, where none starts there. */
static struct text next_word(struct cutting *c) {
    size_t from = c->i, to = from;
    while (to < c->t.n) {
        size_t behind = to;
        if (!in_word(utf8_next(c->t, &behind))) break;
        to = behind;
    }
    c->i = to;
    if (to == from) utf8_next(c->t, &c->i);
    struct text word = text_part(c->t, from, to);
    return elided(word) && apostrophe(c->t, to) ? (struct text){0} : word;
}

static void build_stem(struct lookup *l, struct build *b, struct text word) {
    size_t n = word.n;
    bool plural = text_ends(word, T("ees"));
    if (n > 3 && (plural || text_ends(word, T("ee")))) n -= plural ? 2 : 1;
    if (n > WORD_MOST) {
        build_text(b, word);
        return;
    }
    const sb_symbol *stem = sb_stemmer_stem(l->stemmer, (const sb_symbol *)word.at, (int)n);
    if (!stem) arena_spent();
    build_text(b, (struct text){(const char *)stem, (size_t)sb_stemmer_length(l->stemmer)});
}

/* The same by what is remembered: the stem depends on the word alone. */
static void build_known_stem(struct lookup *l, struct build *b, struct text word) {
    struct slot *s = &l->slots[text_hash(word, 0) % SLOTS];
    if (s->nword == word.n && !memcmp(s->word, word.at, word.n)) {
        build_text(b, (struct text){s->stem, s->nstem});
        return;
    }
    size_t from = b->n;
    build_stem(l, b, word);
    struct text stem = {b->at + from, b->n - from};
    if (word.n > SLOT_MOST || stem.n > SLOT_MOST) return;
    *s = (struct slot){.nword = (uint8_t)word.n, .nstem = (uint8_t)stem.n};
    memcpy(s->word, word.at, word.n);
    memcpy(s->stem, stem.at, stem.n);
}

void lookup_fold(struct lookup *l, struct text t, struct build *plain, struct build *stems) {
    struct cutting c = cut(plain->arena, t);
    if (!l->slots) l->slots = arena_new(l->a, struct slot, SLOTS);
    build_room(plain, c.t.n + 1);
    build_room(stems, c.t.n + 1);
    while (c.i < c.t.n) {
        struct text word = next_word(&c);
        if (!word.n) continue;
        build_text(plain, word);
        build_char(plain, ' ');
        build_known_stem(l, stems, word);
        build_char(stems, ' ');
    }
}

struct text lookup_next(struct text *list) {
    size_t end = text_find(*list, T(" "));
    struct text word = text_part(*list, 0, end);
    *list = text_after(*list, end + 1);
    return word;
}

/* --- what is looked for --- */

/* A question being put together. */
struct asking {
    struct lookup *lookup;
    struct arena *a;
    const struct lookup_starts *starts;
    struct build out;
    struct build stems; /* of the words that must follow each other: in quotes, or one alone */
    struct text start;  /* the last of them, where it is the start of a word only */
};

static void build_phrase(struct build *b, struct text stems, struct text last) {
    build_text(b, T("stems : \""));
    build_text(b, stems);
    build_text(b, last);
    build_char(b, '"');
}

/* Ends a phrase. One that ends in the start of a word is any of those with the words that start so;
 * where none does, the start stands for itself, and nothing is found. */
static void end_phrase(struct asking *q) {
    struct text stems = build_done(&q->stems), words = q->start;
    struct build *b = &q->out;
    q->stems = (struct build){.arena = q->a};
    q->start = (struct text){0};
    if (!stems.n && !words.n) return;
    if (b->n) build_text(b, T(" AND "));
    if (!words.n) {
        build_phrase(b, text_trim_end(stems), words);
        return;
    }
    struct text found = q->starts->find(q->starts->context, q->a, words);
    if (found.n) words = found;
    build_char(b, '(');
    for (bool more = false; words.n; more = true) {
        if (more) build_text(b, T(" OR "));
        build_phrase(b, stems, lookup_next(&words));
    }
    build_char(b, ')');
}

static void add_word(struct asking *q, struct text word, bool start) {
    if (q->start.n) { /* a start that other words follow is taken for a word */
        build_stem(q->lookup, &q->stems, q->start);
        build_char(&q->stems, ' ');
        q->start = (struct text){0};
    }
    if (start) {
        q->start = word;
        return;
    }
    build_stem(q->lookup, &q->stems, word);
    build_char(&q->stems, ' ');
}

struct text lookup_query(struct lookup *l, struct arena *a, struct text t,
                         const struct lookup_starts *starts) {
    struct asking q = {l, a, starts, {.arena = a}, {.arena = a}, {0}};
    struct cutting c = cut(a, t);
    bool quoted = false;
    while (c.i < c.t.n) {
        bool quote = c.t.at[c.i] == '"';
        struct text word = next_word(&c);
        if (word.n) add_word(&q, word, c.i < c.t.n && c.t.at[c.i] == '*');
        if (quote) quoted = !quoted;
        if (quote || (word.n && !quoted)) end_phrase(&q);
    }
    end_phrase(&q);
    return build_done(&q.out);
}
