/* See impose.h. */
#include "publish/impose.h"

enum { BULK = 13 /* tenths of cm3/g */, MM_PARTS = 10000 /* of a millimetre: g/m2 times tenths */ };

length paper_thickness(int32_t grams) {
    return (length)mul_div(grams * BULK, MM(10), 10 * MM_PARTS);
}

/* The page at a place of the booklet, from 1 on; 0: empty. */
static size_t page_at(size_t place, size_t places, size_t pages) {
    if (place == places && pages > 1) return pages;
    return place < pages || place == 1 ? place : 0;
}

/* Sheets for two pages side by side. */
static struct sheets make_sheets(const struct list *l, bool reduced, int32_t *scale) {
    struct sheets s = {.width = 2 * l->width, .height = l->height, .bleed = SHEET_BLEED,
                       .margin = SHEET_MARGIN};
    *scale = SHARE_ONE;
    if (!reduced) return s;
    s = (struct sheets){.width = l->height, .height = l->width};
    int64_t across = mul_div(s.width / 2, SHARE_ONE, l->width);
    int64_t down = mul_div(s.height, SHARE_ONE, l->height);
    *scale = (int32_t)(across < down ? across : down);
    return s;
}

/* Puts a page (from 1; 0: none) on a half of the side, its inner edge `shift` beyond the middle. */
static void put_page(struct side *side, const struct sheets *s, const struct list *l, size_t page,
                     bool right, int32_t scale, length shift) {
    length middle = s->width / 2, width = (length)mul_div(l->width, scale, SHARE_ONE);
    length height = (length)mul_div(l->height, scale, SHARE_ONE);
    if (!page) return;
    side->at[side->n++] = (struct placed){.page = page - 1,
                                          .x = right ? middle - shift : middle - width + shift,
                                          .y = (s->height - height) / 2,
                                          .scale = scale,
                                          .from = right ? middle : -s->bleed,
                                          .to = right ? s->width + s->bleed : middle};
}

struct sheets impose_booklet(struct arena *a, const struct list *l, length thickness, bool reduced) {
    int32_t scale;
    struct sheets s = make_sheets(l, reduced, &scale);
    size_t pages = l->pages.n, places = (pages + 3) / 4 * 4;
    s.fold = s.width / 2;
    s.sheets = places / 4;
    for (size_t k = 1; k <= s.sheets; k++)
        for (int back = 0; back < 2; back++) {
            struct side side = {.sheet = (uint32_t)k, .back = back};
            length shift = (length)(k - 1) * thickness;
            size_t left = back ? 2 * k : places - 2 * k + 2;
            size_t right = places + 1 - left;
            put_page(&side, &s, l, page_at(left, places, pages), false, scale, shift);
            put_page(&side, &s, l, page_at(right, places, pages), true, scale, shift);
            arena_push(a, &s.sides, side);
        }
    return s;
}

struct sheets impose_2up(struct arena *a, const struct list *l) {
    int32_t scale;
    struct sheets s = make_sheets(l, true, &scale);
    size_t pages = l->pages.n;
    s.sheets = (pages + 3) / 4;
    for (size_t first = 1; first <= pages; first += 2) {
        struct side side = {.sheet = (uint32_t)(first / 4) + 1, .back = first % 4 == 3};
        put_page(&side, &s, l, first, false, scale, 0);
        put_page(&side, &s, l, first < pages ? first + 1 : 0, true, scale, 0);
        arena_push(a, &s.sides, side);
    }
    return s;
}
