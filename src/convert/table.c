/* See table.h. */
#include "convert/table.h"

void grid_row(struct grid *g) {
    if (!g->csv.arena) g->csv.arena = g->a;
    if (g->rows++) build_text(&g->csv, T("\r\n"));
    g->cells = 0;
}

void grid_cell(struct grid *g, struct document *d, size_t first, int span) {
    struct build text = {.arena = g->a};
    size_t kept = first;
    for (size_t i = first; i < d->parts.n; i++) {
        const struct part *p = &d->parts.at[i];
        if (p->kind == PART_FILE) {
            d->parts.at[kept++] = *p;
            continue;
        }
        if (text.n) build_char(&text, ' ');
        build_text(&text, part_text(g->a, p));
    }
    d->parts.n = kept;
    if (text.n && !g->filled++) g->first = build_done(&text);
    for (int i = 0; i < span; i++) {
        if (g->cells++) build_char(&g->csv, ',');
        build_doubled(&g->csv, '"', i ? T("") : build_done(&text));
    }
}

void grid_finish(struct grid *g, struct document *d, size_t before, struct text name,
                 struct text says) {
    struct part p = {.kind = g->filled > 1 ? PART_FILE : PART_PARAGRAPH, .file = name};
    if (!g->filled) return;
    if (g->filled == 1) says = g->first;
    else {
        build_text(&g->csv, T("\r\n"));
        arena_push(d->a, &d->files, ((struct companion){name, build_done(&g->csv)}));
    }
    part_add(d->a, &p, (struct stretch){.text = says});
    document_part(d, p.kind);
    for (size_t i = d->parts.n - 1; i > before; i--) d->parts.at[i] = d->parts.at[i - 1];
    d->parts.at[before] = p;
}
