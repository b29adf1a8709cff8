/* See plain.h. */
#include "edition/plain.h"

#include "edition/ministries.h"
#include "edition/phrases.h"
#include "edition/table.h"

/* Where a link leads, behind its words, in the brackets of RFC 3986, appendix C; not where the words
 * say it themselves. `from` is where they start. */
static void build_address(struct build *b, size_t from, const struct link *link) {
    struct text words = text_after(build_done(b), from);
    if (text_find(words, link_without_scheme(link)) < words.n) return;
    build_text(b, T(" <"));
    build_text(b, link_written(link));
    build_char(b, '>');
}

static void build_spans(struct build *b, const struct span *spans, size_t n) {
    size_t from = b->n;
    for (size_t i = 0; i < n; i++) {
        if (!i || spans[i].link != spans[i - 1].link) from = b->n;
        build_text(b, spans[i].text);
        if (spans[i].link && (i + 1 == n || spans[i + 1].link != spans[i].link))
            build_address(b, from, spans[i].link);
        if (spans[i].marks & SPAN_BREAK) build_char(b, '\n');
    }
}

static void build_paragraph(struct build *b, const struct span *spans, size_t n) {
    build_spans(b, spans, n);
    build_text(b, T("\n\n"));
}

/* A row a line, cells parted by tabs. */
static void build_table(struct build *b, const struct table *t) {
    for (size_t row = 0; row < t->rows; row++)
        for (size_t column = 0; column < t->columns; column++) {
            build_text(b, table_cell(t, row, column)->text);
            build_char(b, column + 1 < t->columns ? '\t' : '\n');
        }
    build_char(b, '\n');
}

/* Texts parted by empty lines; an item's number or dash before its first. */
static void build_block(struct build *b, const struct block *block) {
    if (block->kind == BLOCK_CODE) {
        for (size_t i = 0; i < block->nspans; i++) {
            build_text(b, block->spans[i].text);
            build_char(b, '\n');
        }
        build_char(b, '\n');
    } else if (block->nspans) {
        build_paragraph(b, block->spans, block->nspans);
    }
    if (block->credit.text.n) build_paragraph(b, &block->credit, 1);
    if (block->table) build_table(b, block->table);
    for (size_t i = 0; i < block->nblocks; i++) {
        if (block->kind == BLOCK_LIST && block->ordered) {
            build_int(b, block->start + (int64_t)i);
            build_text(b, T(". "));
        } else if (block->kind == BLOCK_LIST) {
            build_text(b, T("– "));
        }
        build_block(b, &block->blocks[i]);
    }
}

struct text plain_text(struct arena *a, const struct edition *e, const struct newsroom *n,
                       struct plain_place *places) {
    struct build b = {.arena = a};
    const struct ministry *above = NULL;
    build_text(&b, edition_heading(a, e, n));
    build_text(&b, T("\n\n"));
    struct text notice = edition_notice(a, e, n);
    build_text(&b, notice);
    if (notice.n) build_text(&b, T("\n\n"));
    for (size_t i = 0; i < e->n; i++) {
        const struct communique *c = &e->at[i];
        if (c->issuer != above) {
            build_text(&b, c->issuer->name);
            build_text(&b, T(" ("));
            build_text(&b, c->issuer->acronym);
            build_text(&b, T(")\n\n"));
        }
        above = c->issuer;
        places[i].at = b.n;
        build_paragraph(&b, &c->title, 1);
        struct span note[NOTE_SPANS];
        size_t spans = communique_note(a, e, c, n, note);
        if (spans) build_paragraph(&b, note, spans);
        for (size_t k = 0; k < c->nblocks; k++) build_block(&b, &c->blocks[k]);
        places[i].n = b.n - places[i].at;
    }
    return build_done(&b);
}
