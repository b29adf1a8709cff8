/* See edition.h. */
#include "edition/edition.h"

#include "edition/ministries.h"
#include "edition/table.h"

#include <assert.h>

struct place span_place(const struct communique *c, const struct span *s, size_t offset) {
    int64_t col = s->spot.col + (int64_t)utf8_count(text_part(s->text, 0, offset));
    for (size_t i = 0; i < s->ncorrections && s->corrections[i].to < offset; i++)
        col += (int64_t)utf8_count(s->corrections[i].before) -
               (int64_t)utf8_count(s->corrections[i].after);
    return (struct place){c->file, s->spot.line, (int)(col < 1 ? 1 : col)};
}

struct text link_written(const struct link *l) {
    struct text scheme = T("mailto:");
    return text_starts(l->address, scheme) ? text_after(l->address, scheme.n) : l->address;
}

struct text link_without_scheme(const struct link *l) {
    struct text written = link_written(l), behind = T("://");
    size_t at = text_find(written, behind);
    return at < written.n ? text_after(written, at + behind.n) : written;
}

struct text spans_lang(const struct span *spans, size_t n) {
    for (size_t i = 1; i < n; i++)
        if (!text_equal(spans[i].lang, spans[0].lang)) return (struct text){0};
    return n ? spans[0].lang : (struct text){0};
}

struct text communique_title_lang(const struct communique *c) {
    return c->title.lang.n ? c->title.lang : c->lang;
}

size_t edition_ministries(const struct edition *e) {
    size_t n = 0;
    for (size_t i = 0; i < e->n; i++) {
        size_t k = 0;
        while (k < i && e->at[k].issuer != e->at[i].issuer) k++;
        n += k == i;
    }
    return n;
}

/* --- printing --- */

static void print_indent(struct build *b, int depth) {
    for (int i = 0; i < depth; i++) build_text(b, T("  "));
}

static void print_spot(struct build *b, struct spot s) {
    build_char(b, ' ');
    build_int(b, s.line);
    build_char(b, ':');
    build_int(b, s.col);
}

static void print_correction(struct build *b, const struct correction *c, int depth) {
    print_indent(b, depth);
    build_text(b, text_of(c->rule));
    build_char(b, ' ');
    build_int(b, c->from);
    build_char(b, ' ');
    build_quoted(b, c->before);
    build_text(b, T(" -> "));
    build_quoted(b, c->after);
    build_char(b, '\n');
}

/* One line, and one for each correction. */
static void print_span(struct build *b, struct text name, const struct span *s, int depth) {
    print_indent(b, depth);
    build_text(b, name);
    print_spot(b, s->spot);
    build_char(b, ' ');
    build_quoted(b, s->text);
    if (s->link) {
        build_text(b, T(" link "));
        build_quoted(b, s->link->address);
    }
    if (s->link && s->link->title.n) {
        build_char(b, ' ');
        build_quoted(b, s->link->title);
    }
    if (s->lang.n) {
        build_text(b, T(" lang "));
        build_text(b, s->lang);
    }
    if (s->marks & SPAN_BREAK) build_text(b, T(" break"));
    build_char(b, '\n');
    for (size_t i = 0; i < s->ncorrections; i++)
        print_correction(b, &s->corrections[i], depth + 1);
}

/* «text», or what it is besides: «emphasis strong». */
static void print_marked(struct build *b, const struct span *s, int depth) {
    static const struct {
        uint8_t mark;
        const char *name;
    } names[] = {{SPAN_EMPHASIS, "emphasis"}, {SPAN_STRONG, "strong"}, {SPAN_CODE, "code"}};
    struct build name = {.arena = b->arena};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!(s->marks & names[i].mark)) continue;
        if (name.n) build_char(&name, ' ');
        build_text(&name, text_of(names[i].name));
    }
    print_span(b, name.n ? build_done(&name) : T("text"), s, depth);
}

/* What a block is, in words. */
static struct text block_name(struct arena *a, const struct block *block) {
    static const char *const kinds[] = {
        [BLOCK_PARAGRAPH] = "paragraph", [BLOCK_HEADING] = "heading", [BLOCK_CODE] = "code",
        [BLOCK_RULE] = "rule",           [BLOCK_QUOTE] = "quote",     [BLOCK_LIST] = "list",
        [BLOCK_ITEM] = "item",           [BLOCK_FIGURE] = "figure",   [BLOCK_TABLE] = "table"};
    struct build b = {.arena = a};
    static_assert(sizeof kinds / sizeof *kinds == BLOCK__MAX, "a name for each kind");
    build_text(&b, text_of(kinds[block->kind]));
    if (block->kind == BLOCK_HEADING || block->ordered) {
        build_char(&b, ' ');
        build_int(&b, block->ordered ? block->start : block->level);
    }
    if (block->tight) build_text(&b, T(" tight"));
    return build_done(&b);
}

/* Each cell on a line of its own, with its row and column from 1. */
static void print_table(struct build *b, const struct table *t, int depth) {
    for (size_t row = 0; row < t->rows; row++)
        for (size_t column = 0; column < t->columns; column++) {
            struct text name =
                TEXT_JOIN(b->arena, T("cell "), text_number(b->arena, (int64_t)row + 1), T("/"),
                          text_number(b->arena, (int64_t)column + 1));
            print_span(b, name, table_cell(t, row, column), depth);
        }
}

/* A block with what is in it. A plain text is told on one line. */
static void print_block(struct build *b, const struct block *block, int depth) {
    struct text name = block_name(b->arena, block);
    bool plain = block->nspans == 1 && !block->spans[0].marks && !block->spans[0].link &&
                 !block->file.n;
    if (plain) {
        print_span(b, name, &block->spans[0], depth);
        return;
    }
    print_indent(b, depth);
    build_text(b, name);
    print_spot(b, block->spot);
    if (block->file.n) {
        build_char(b, ' ');
        build_quoted(b, block->file);
    }
    build_char(b, '\n');
    for (size_t i = 0; i < block->nspans; i++) print_marked(b, &block->spans[i], depth + 1);
    if (block->credit.text.n) print_span(b, T("credit"), &block->credit, depth + 1);
    if (block->table) print_table(b, block->table, depth + 1);
    for (size_t i = 0; i < block->nblocks; i++) print_block(b, &block->blocks[i], depth + 1);
}

static void print_day(struct build *b, const char *name, date day) {
    build_text(b, text_of(name));
    date_print_iso(b, day);
    build_char(b, '\n');
}

static void print_correcting(struct build *b, const struct correcting *c) {
    build_text(b, T("  corrects"));
    print_spot(b, c->spot);
    if (c->has_date) {
        build_char(b, ' ');
        date_print_iso(b, c->date);
    }
    if (c->title.n) {
        build_char(b, ' ');
        build_quoted(b, c->title);
    }
    if (c->item) {
        build_text(b, T(" communique "));
        build_int(b, (int64_t)c->item);
    }
    build_char(b, '\n');
}

static void print_communique(struct build *b, const struct communique *c, size_t number) {
    build_text(b, T("communique "));
    build_int(b, (int64_t)number);
    build_char(b, ' ');
    build_text(b, c->issuer->acronym);
    build_char(b, ' ');
    build_text(b, c->lang);
    build_char(b, ' ');
    build_text(b, c->file);
    build_char(b, '\n');
    if (c->has_date) print_day(b, "  date ", c->date);
    if (c->has_embargo) print_day(b, "  embargo ", c->embargo);
    if (c->place.text.n) print_span(b, T("place"), &c->place, 1);
    if (c->corrects) print_correcting(b, c->corrects);
    print_span(b, T("title"), &c->title, 1);
    for (size_t i = 0; i < c->nblocks; i++) print_block(b, &c->blocks[i], 1);
}

void edition_print(struct build *b, const struct edition *e) {
    build_text(b, T("edition "));
    date_print_iso(b, e->date);
    build_text(b, T(" number "));
    build_int(b, e->number);
    build_char(b, '\n');
    for (size_t i = 0; i < e->n; i++) print_communique(b, &e->at[i], i + 1);
}
