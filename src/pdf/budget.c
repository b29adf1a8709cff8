/* See budget.h. The file is written as it is; then what each picture would save is known from what it
 * takes in either form, and the file is written again when enough of them should have given way. */
#include "pdf/budget.h"

#include "base/deflate.h"
#include "edition/scale.h"
#include "pdf/image.h"

#include <stdlib.h>

/* A picture that can give way. */
struct candidate {
    size_t number; /* in the list */
    struct picture reduced;
    size_t from, to; /* bytes */
};

struct candidates {
    struct candidate *at;
    size_t n, cap;
};

/* --- what can be saved --- */

static void widen(struct box *widest, const struct mark *at, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (at[i].kind != MARK_IMAGE) continue;
        struct box *w = &widest[at[i].number];
        if (at[i].box.width > w->width) w->width = at[i].box.width;
        if (at[i].box.height > w->height) w->height = at[i].box.height;
    }
}

/* The largest box of each picture. */
static struct box *widest_boxes(struct arena *a, const struct list *l) {
    struct box *widest = arena_new(a, struct box, l->pictures.n);
    for (size_t i = 0; i < l->pages.n; i++) widen(widest, l->pages.at[i].at, l->pages.at[i].n);
    return widest;
}

static int pixels(length l) {
    return (int)(((int64_t)l * BUDGET_SHARPNESS + 72 * PT - 1) / (72 * PT));
}

/* What the picture takes in the file. */
static size_t weight(struct arena scratch, struct deflater *z, const struct picture *p) {
    struct image image;
    image_prepare(&scratch, z, p, &image);
    return image.data.n + image.mask.n;
}

static int saving_order(const void *a, const void *b) {
    const struct candidate *l = a, *r = b;
    size_t saved = l->from - l->to, other = r->from - r->to;
    if (saved != other) return saved < other ? 1 : -1;
    return l->number < r->number ? -1 : 1;
}

static struct candidates find_candidates(struct arena *a, const struct list *l) {
    struct arena scratch = arena_open((size_t)1 << 30);
    struct deflater *z = deflater_open();
    struct box *widest = widest_boxes(a, l);
    struct candidates out = {0};
    for (size_t i = 0; i < l->pictures.n; i++) {
        const struct picture *p = l->pictures.at[i];
        struct candidate c = {.number = i};
        if (!scale_picture(a, p, pixels(widest[i].width), pixels(widest[i].height), &c.reduced))
            continue;
        c.from = weight(scratch, z, p);
        c.to = weight(scratch, z, &c.reduced);
        if (c.to < c.from) arena_push(a, &out, c);
    }
    if (out.n) qsort(out.at, out.n, sizeof *out.at, saving_order);
    deflater_close(z);
    arena_close(&scratch);
    return out;
}

/* --- what is told --- */

static const struct block *find_block(const struct block *at, size_t n, const struct picture *p) {
    const struct block *found = NULL;
    for (size_t i = 0; i < n && !found; i++)
        found = at[i].picture == p ? &at[i] : find_block(at[i].blocks, at[i].nblocks, p);
    return found;
}

static struct text size_text(struct arena *a, const struct picture *p) {
    return TEXT_JOIN(a, text_number(a, picture_shown_width(p)), T(" × "),
                     text_number(a, picture_shown_height(p)));
}

static void tell_reduced(struct diags *d, const struct edition *e, const struct picture *was,
                         const struct candidate *c) {
    struct arena *a = d->arena;
    for (size_t i = 0; i < e->n; i++) {
        const struct communique *from = &e->at[i];
        const struct block *b = find_block(from->blocks, from->nblocks, was);
        if (!b) continue;
        DIAG(d, ((struct place){from->file, b->spot.line, b->spot.col}), BUDGET_REDUCED, b->file,
             size_text(a, was), size_text(a, &c->reduced),
             text_number(a, (int64_t)(c->from - c->to)));
        return;
    }
}

static void tell_missed(struct diags *d, const struct list *list, const struct pdf_facts *facts,
                        struct pdf_means means, size_t n, int most) {
    struct arena *a = d->arena;
    struct place nowhere = {0};
    struct pdf_weights w = pdf_weigh(d, list, facts, means);
    DIAG(d, nowhere, BUDGET_MISSED, text_number(a, (int64_t)n), text_number(a, most));
    DIAG(d, nowhere, BUDGET_PARTS, text_number(a, (int64_t)w.fonts),
         text_number(a, (int64_t)w.pages), text_number(a, (int64_t)w.pictures),
         text_number(a, (int64_t)w.attachments));
}

/* --- the file --- */

bool budget_write(struct arena *a, struct diags *d, struct list *list, const struct edition *e,
                  const struct pdf_facts *facts, struct pdf_means means, int most, struct text *out,
                  struct sign_gap *gap) {
    if (!pdf_write(a, d, list, !most, facts, means, out, gap)) return false;
    if (!most || out->n <= (size_t)most) return true;
    struct candidates all = find_candidates(a, list);
    for (size_t next = 0, excess; next < all.n && out->n > (size_t)most;) {
        excess = out->n - (size_t)most;
        for (size_t saved = 0; next < all.n && saved < excess; next++) {
            const struct candidate *c = &all.at[next];
            tell_reduced(d, e, list->pictures.at[c->number], c);
            list->pictures.at[c->number] = &c->reduced;
            saved += c->from - c->to;
        }
        if (!pdf_write(a, d, list, false, facts, means, out, gap)) return false;
    }
    if (out->n <= (size_t)most) return true;
    tell_missed(d, list, facts, means, out->n, most);
    return false;
}
