/* See source.h. */
#include "check/source.h"

static void add(struct checking *k, enum rule r, enum message m, const struct communique *c,
                struct spot at, struct text words, struct text three) {
    if (!rule_on(k, r)) return;
    arena_push(k->a, &k->out,
               ((struct finding){.rule = r,
                                 .message = m,
                                 .level = k->levels[r],
                                 .place = {c->file, at.line, at.col},
                                 .words = words,
                                 .more = {three}}));
}

static bool has_words(const struct block *b) {
    for (size_t i = 0; i < b->nspans; i++)
        if (text_trim(b->spans[i].text).n) return true;
    return false;
}

static void check_pictures(struct checking *k, const struct communique *c, const struct block *blocks,
                           size_t n) {
    for (size_t i = 0; i < n; i++) {
        const struct block *b = &blocks[i];
        if (b->kind == BLOCK_FIGURE && !has_words(b))
            add(k, RULE_ALT_TEXT, CHECK_ALT_TEXT, c, b->spot, b->file, T(""));
        check_pictures(k, c, b->blocks, b->nblocks); /* not deeper than BLOCK_DEPTH */
    }
}

static struct text day(struct checking *k, date d) {
    struct build b = {.arena = k->a};
    date_print_iso(&b, d);
    return build_done(&b);
}

void source_check(struct checking *k) {
    for (size_t i = 0; i < k->edition->n; i++) {
        const struct communique *c = &k->edition->at[i];
        if (c->has_embargo && c->embargo > k->edition->date)
            add(k, RULE_EMBARGO, CHECK_EMBARGO, c, c->spot, c->title.text, day(k, c->embargo));
        check_pictures(k, c, c->blocks, c->nblocks);
    }
}
