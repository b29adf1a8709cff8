/* See sheets.h. */
#include "page/sheets.h"

struct sheets sheets_single(struct arena *a, const struct list *l) {
    struct sheets s = {.width = l->width, .height = l->height, .bleed = SHEET_BLEED,
                       .margin = SHEET_MARGIN, .sheets = (l->pages.n + 1) / 2};
    for (size_t i = 0; i < l->pages.n; i++)
        arena_push(a, &s.sides,
                   ((struct side){.sheet = (uint32_t)i / 2 + 1, .back = i % 2, .n = 1,
                                  .at = {{.page = i, .scale = SHARE_ONE, .from = -SHEET_BLEED,
                                          .to = l->width + SHEET_BLEED}}}));
    return s;
}

static void print_placed(struct build *b, const struct placed *p) {
    const length v[] = {p->x, p->y, p->from, p->to};
    build_text(b, T("  page "));
    build_int(b, (int64_t)p->page + 1);
    for (int i = 0; i < 2; i++) {
        build_char(b, ' ');
        build_length(b, v[i], 2);
    }
    build_text(b, T(" scale "));
    build_length(b, mul_div(p->scale, (int64_t)100 * PT, SHARE_ONE), 2);
    build_text(b, T("% ink"));
    for (int i = 2; i < 4; i++) {
        build_char(b, ' ');
        build_length(b, v[i], 2);
    }
    build_char(b, '\n');
}

void sheets_print(struct build *b, const struct sheets *s) {
    build_text(b, T("sheets "));
    build_int(b, (int64_t)s->sheets);
    const length v[] = {s->width, s->height, s->margin, s->fold};
    static const char *const names[] = {" trim ", " ", " margin ", " fold "};
    for (int i = 0; i < 4; i++) {
        build_text(b, text_of(names[i]));
        build_length(b, v[i], 2);
    }
    build_char(b, '\n');
    for (size_t i = 0; i < s->sides.n; i++) {
        const struct side *side = &s->sides.at[i];
        build_text(b, T("sheet "));
        build_int(b, side->sheet);
        build_text(b, side->back ? T(" back\n") : T(" front\n"));
        for (int k = 0; k < side->n; k++) print_placed(b, &side->at[k]);
    }
}
