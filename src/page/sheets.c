/* See sheets.h. */
#include "page/sheets.h"

#include "page/plates.h"

#include <string.h>

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

int32_t sheets_scale(const struct sheets *s) {
    int32_t least = SHARE_ONE;
    for (size_t i = 0; i < s->sides.n; i++)
        for (int k = 0; k < s->sides.at[i].n; k++)
            if (s->sides.at[i].at[k].scale < least) least = s->sides.at[i].at[k].scale;
    return least;
}

static void thicken(struct mark *at, size_t n, length least) {
    for (size_t i = 0; i < n; i++) {
        if (at[i].kind != MARK_RULE) continue;
        struct box *b = &at[i].box;
        length *thin = b->width < b->height ? &b->width : &b->height;
        if (*thin >= RULE_THINNEST && *thin < least) *thin = least;
    }
}

void sheets_thicken(struct list *l, const struct sheets *s) {
    int32_t scale = sheets_scale(s);
    length least = (length)(((int64_t)RULE_THINNEST * SHARE_ONE + scale - 1) / scale);
    if (scale == SHARE_ONE) return;
    for (size_t i = 0; i < l->pages.n; i++) {
        struct page *p = &l->pages.at[i];
        struct mark *furniture = arena_new(l->a, struct mark, p->nfurniture);
        if (p->nfurniture) memcpy(furniture, p->furniture, p->nfurniture * sizeof *furniture);
        thicken(p->at, p->n, least);
        thicken(furniture, p->nfurniture, least);
        p->furniture = furniture;
    }
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
