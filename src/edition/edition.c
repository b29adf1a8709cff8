/* See edition.h. */
#include "edition/edition.h"

#include "edition/ministries.h"

struct place span_place(const struct communique *c, const struct span *s, size_t offset) {
    int64_t col = s->spot.col + (int64_t)utf8_count(text_part(s->text, 0, offset));
    for (size_t i = 0; i < s->ncorrections && s->corrections[i].to < offset; i++)
        col += (int64_t)utf8_count(s->corrections[i].before) -
               (int64_t)utf8_count(s->corrections[i].after);
    return (struct place){c->file, s->spot.line, (int)(col < 1 ? 1 : col)};
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

static void print_spot(struct build *b, struct spot s) {
    build_int(b, s.line);
    build_char(b, ':');
    build_int(b, s.col);
}

static void print_span(struct build *b, const char *name, const struct span *s) {
    build_text(b, T("  "));
    build_text(b, text_of(name));
    build_char(b, ' ');
    print_spot(b, s->spot);
    build_char(b, ' ');
    build_quoted(b, s->text);
    build_char(b, '\n');
    for (size_t i = 0; i < s->ncorrections; i++) {
        const struct correction *c = &s->corrections[i];
        build_text(b, T("    "));
        build_text(b, text_of(c->rule));
        build_char(b, ' ');
        build_int(b, c->from);
        build_char(b, ' ');
        build_quoted(b, c->before);
        build_text(b, T(" -> "));
        build_quoted(b, c->after);
        build_char(b, '\n');
    }
}

void edition_print(struct build *b, const struct edition *e) {
    static const char *const kinds[] = {[BLOCK_PARAGRAPH] = "paragraph"};
    build_text(b, T("edition "));
    date_print_iso(b, e->date);
    build_text(b, T(" number "));
    build_int(b, e->number);
    build_char(b, '\n');
    for (size_t i = 0; i < e->n; i++) {
        const struct communique *c = &e->at[i];
        build_text(b, T("communique "));
        build_int(b, (int64_t)i + 1);
        build_char(b, ' ');
        build_text(b, c->issuer->acronym);
        build_char(b, ' ');
        build_text(b, c->lang);
        build_char(b, ' ');
        build_text(b, c->file);
        build_char(b, '\n');
        print_span(b, "title", &c->title);
        for (size_t k = 0; k < c->nblocks; k++)
            for (size_t j = 0; j < c->blocks[k].nspans; j++)
                print_span(b, kinds[c->blocks[k].kind], &c->blocks[k].spans[j]);
    }
}
