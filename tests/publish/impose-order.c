/* A booklet is read in order: for 1 to 40 pages, the sheets are laid into each other, folded, and
 * leafed through. */
#include "check.h"

#include "publish/impose.h"

enum { MOST = 40 };

/* What a side shows on one of its halves: a page from 1, or 0. */
static size_t shown(const struct sheets *s, size_t sheet, bool back, bool right) {
    for (size_t i = 0; i < s->sides.n; i++) {
        const struct side *side = &s->sides.at[i];
        if (side->sheet != sheet || side->back != back) continue;
        for (int k = 0; k < side->n; k++)
            if ((side->at[k].from >= s->fold) == right) return side->at[k].page + 1;
    }
    return 0;
}

/* Leaf by leaf from the front: the right half of each front with the left half of its back, from
 * the outermost sheet to the middle; then, out again, the right half of each back with the left half
 * of its front. */
static size_t leaf_through(const struct sheets *s, size_t *out) {
    size_t n = 0;
    for (size_t k = 1; k <= s->sheets; k++) {
        out[n++] = shown(s, k, false, true);
        out[n++] = shown(s, k, true, false);
    }
    for (size_t k = s->sheets; k >= 1; k--) {
        out[n++] = shown(s, k, true, true);
        out[n++] = shown(s, k, false, false);
    }
    return n;
}

static void check_booklet(struct arena *a, const struct list *l, bool reduced) {
    size_t read[MOST + 4], pages = l->pages.n, empty = (4 - pages % 4) % 4;
    struct sheets s = impose_booklet(a, l, paper_thickness(80), reduced);
    size_t n = leaf_through(&s, read);
    CHECK(n == pages + empty);
    CHECK(read[0] == 1);
    if (pages > 1) CHECK(read[n - 1] == pages); /* the back cover */
    for (size_t i = 1; i + 1 < pages; i++) CHECK(read[i] == i + 1);
    for (size_t i = 0; i < empty; i++) CHECK(read[(pages > 1 ? pages - 1 : 1) + i] == 0);
}

/* Pages of inner sheets are nearer to the fold, by a thickness each. */
static void check_creep(struct arena *a, const struct list *l) {
    length thickness = paper_thickness(80);
    struct sheets s = impose_booklet(a, l, thickness, false);
    CHECK(thickness == (length)mul_div(104, 72 * PT, 25400));
    for (size_t i = 0; i < s.sides.n; i++)
        for (int k = 0; k < s.sides.at[i].n; k++) {
            const struct placed *p = &s.sides.at[i].at[k];
            length creep = (length)(s.sides.at[i].sheet - 1) * thickness;
            length outer = p->from < s.fold ? p->x : s.width - (p->x + l->width);
            CHECK(outer == creep);
        }
}

int main(void) {
    struct arena a = arena_open(1 << 26);
    for (size_t n = 1; n <= MOST; n++) {
        struct list *l = list_make(&a);
        l->width = 595 * PT;
        l->height = 842 * PT;
        for (size_t i = 0; i < n; i++) list_new_page(l);
        check_booklet(&a, l, false);
        check_booklet(&a, l, true);
        check_creep(&a, l);
        struct sheets two = impose_2up(&a, l);
        CHECK(two.sides.n == (n + 1) / 2);
        for (size_t i = 0; i < n; i++) CHECK(two.sides.at[i / 2].at[i % 2].page == i);
        list_drop(l);
    }
    arena_close(&a);
    return check_failures > 0;
}
