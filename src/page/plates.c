/* See plates.h. */
#include "page/plates.h"

#include <string.h>

enum { WHITE = 255 };

/* A pen as the list uses it. */
struct use {
    length text;   /* the smallest size; 0: no text */
    length rule;   /* the thinnest; 0: no rule */
};

static void note(length *least, length found) {
    if (found > 0 && (!*least || found < *least)) *least = found;
}

static void note_marks(struct use *uses, const struct mark *at, size_t n, int32_t scale) {
    for (size_t i = 0; i < n; i++) {
        struct use *u = &uses[at[i].what];
        const struct box *b = &at[i].box;
        if (at[i].kind == MARK_TEXT)
            note(&u->text, (length)mul_div(at[i].run->size, scale, SHARE_ONE));
        if (at[i].kind == MARK_RULE)
            note(&u->rule, (length)mul_div(b->width < b->height ? b->width : b->height, scale,
                                           SHARE_ONE));
    }
}

static uint8_t per_cent(int of_white) {
    return (uint8_t)mul_div(of_white, INK_FULL, WHITE);
}

struct inks ink_of_screen(struct colour c) {
    int lightest = c.r > c.g ? c.r : c.g;
    if (c.b > lightest) lightest = c.b;
    return (struct inks){{per_cent(lightest - c.r), per_cent(lightest - c.g),
                         per_cent(lightest - c.b), per_cent(WHITE - lightest)}};
}

static const struct inks full_black = {{[INK_BLACK] = INK_FULL}};

/* As dark in black alone: by luma (Rec. ITU-R BT.601-7, 2.5.1). */
static struct inks grey_of_screen(struct colour c) {
    int luma = (299 * c.r + 587 * c.g + 114 * c.b + 500) / 1000;
    return (struct inks){{[INK_BLACK] = per_cent(WHITE - luma)}};
}

/* What the settings say of a pen, and where. */
struct said {
    struct paint paint;
    struct text name;
    struct place place;
};

static struct said said_of(const struct list *l, const struct style *s, const struct newsroom *n,
                           size_t pen) {
    if (pen < ROLE__MAX)
        return (struct said){s->roles[pen].colour, role_name((enum role)pen), s->roles[pen].place};
    if (pen == PEN_ACCENT) return (struct said){s->accent, T("accent"), s->rules};
    if (pen == PEN_RULE) return (struct said){s->rule, T("colour"), s->rules};
    if (pen >= PEN_FLAG && pen < PEN_FLAG + FLAG_COLOURS)
        return (struct said){n->flag[pen - PEN_FLAG], T("flag"), n->flag_place};
    return (struct said){.paint = {.screen = l->pens[pen]}, .place = s->rules};
}

/* The rule that the mix breaks, or none. */
static enum message broken(const struct inks *ink, const struct use *u, int limit) {
    bool black = ink_plates(ink) == 1 && ink->of[INK_BLACK] == INK_FULL;
    if (ink_total(ink) > limit) return PRESS_INK;
    if (u->text && u->text < TEXT_ONE_PLATE && ink_plates(ink) > 1) return PRESS_TEXT;
    if (u->rule && u->rule < RULE_TINTED && !black) return PRESS_TINT;
    return MESSAGE_NONE;
}

static struct text points(struct arena *a, length l) {
    struct build b = {.arena = a};
    build_length(&b, l, 2);
    return build_done(&b);
}

static void tell(struct diags *d, const struct said *said, enum message m, const struct use *u,
                 int limit) {
    struct arena *a = d->arena;
    const struct inks *ink = &said->paint.ink;
    struct text what = m == PRESS_INK    ? text_number(a, ink_total(ink))
                       : m == PRESS_TEXT ? points(a, u->text)
                                         : points(a, u->rule);
    DIAG(d, said->place, m, said->name, what,
         text_number(a, m == PRESS_INK ? limit : ink_plates(ink)));
}

static bool make_plate(struct diags *d, const struct said *said, const struct use *u,
                       const struct printing *press, struct inks *out) {
    const struct paint *p = &said->paint;
    bool mixed = press->black || !p->has_ink;
    if (u->rule && u->rule < RULE_THINNEST) {
        tell(d, said, PRESS_THIN, u, 0);
        return false;
    }
    *out = press->black ? grey_of_screen(p->screen)
           : p->has_ink ? p->ink
                        : ink_of_screen(p->screen);
    if (press->black && u->text && u->text < TEXT_ONE_PLATE) *out = full_black;
    enum message m = broken(out, u, press->ink_limit);
    if (m && mixed) *out = full_black;
    else if (m) tell(d, said, m, u, press->ink_limit);
    return !m || mixed;
}

bool plates_make(struct diags *d, const struct list *l, int32_t scale, const struct style *s,
                 const struct newsroom *n, const struct printing *press, struct plates *out) {
    struct use uses[PEN__MAX] = {0};
    bool ok = true;
    *out = (struct plates){0};
    for (size_t i = 0; i < l->pages.n; i++) {
        const struct page *p = &l->pages.at[i];
        note_marks(uses, p->at, p->n, scale);
        note_marks(uses, p->furniture, p->nfurniture, scale);
    }
    for (size_t pen = 0; pen < PEN__MAX; pen++) {
        struct said said = said_of(l, s, n, pen);
        if (!uses[pen].text && !uses[pen].rule) continue;
        ok &= make_plate(d, &said, &uses[pen], press, &out->at[pen]);
        for (int i = 0; i < INKS; i++) out->used[i] |= out->at[pen].of[i] > 0;
    }
    return ok;
}
