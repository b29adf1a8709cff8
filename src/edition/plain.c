/* See plain.h. */
#include "edition/plain.h"

#include "edition/ministries.h"
#include "edition/phrases.h"

static void build_paragraph(struct build *b, const struct span *spans, size_t n) {
    for (size_t i = 0; i < n; i++) build_text(b, spans[i].text);
    build_text(b, T("\n\n"));
}

struct text plain_text(struct arena *a, const struct edition *e, const struct newsroom *n,
                       struct plain_place *places) {
    struct build b = {.arena = a};
    const struct ministry *above = NULL;
    build_text(&b, edition_heading(a, e, n));
    build_text(&b, T("\n\n"));
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
        for (size_t k = 0; k < c->nblocks; k++)
            build_paragraph(&b, c->blocks[k].spans, c->blocks[k].nspans);
        places[i].n = b.n - places[i].at;
    }
    return build_done(&b);
}
