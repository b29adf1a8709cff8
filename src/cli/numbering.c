/* See numbering.h. The order that counts is that of days, not that of keeping: an edition may come
 * late. */
#include "cli/numbering.h"

/* The nearest ordinary edition before or after the day that has a number; 0 where there is none. */
static int neighbour(struct keeper *k, date day, int step, struct edition_name *out) {
    const struct editions *all = &k->all;
    size_t i = 0;
    while (i < all->n && all->at[i].date < day) i++;
    if (step < 0 && !i--) return 0;
    for (; i < all->n; i += (size_t)step) { /* below 0 it is beyond the end, too */
        int number = 0;
        if (all->at[i].date != day && !all->at[i].special) number = keeper_number(k, all->at[i]);
        *out = all->at[i];
        if (number) return number;
    }
    return 0;
}

/* The number of any edition of that day. */
static int number_of_day(struct keeper *k, date day) {
    for (size_t i = 0; i < k->all.n; i++) {
        int number = k->all.at[i].date == day ? keeper_number(k, k->all.at[i]) : 0;
        if (number) return number;
    }
    return 0;
}

/* Whether the rule counts both days in one series. */
static bool together(const struct newsroom *n, date a, date b) {
    return n->rule != NUMBER_YEAR_DAY || date_ymd(a).year == date_ymd(b).year;
}

/* «2025-11-26», «2025-11-26..2025-11-28» */
static struct text days_between(struct arena *a, date before, date day) {
    struct build b = {.arena = a};
    date_print_iso(&b, before + 1);
    if (before + 2 < day) {
        build_text(&b, T(".."));
        date_print_iso(&b, day - 1);
    }
    return build_done(&b);
}

static bool goes_up(struct keeper *k, const struct newsroom *n, date day, int number) {
    struct edition_name before, after;
    struct call *c = k->c;
    struct text shown = text_number(c->a, number);
    int low = neighbour(k, day, -1, &before), high = neighbour(k, day, 1, &after);
    if (low && !together(n, before.date, day)) low = 0;
    if (high && !together(n, after.date, day)) high = 0;
    if (low && number <= low)
        DIAG(&c->diags, (struct place){0}, NUMBER_BACK, shown, text_number(c->a, low),
             edition_name_text(c->a, before));
    else if (high && number >= high)
        DIAG(&c->diags, (struct place){0}, NUMBER_BACK_LATER, shown, text_number(c->a, high),
             edition_name_text(c->a, after));
    else if (low && number > low + 1 && before.date + 1 < day)
        DIAG(&c->diags, (struct place){0}, NUMBER_GAP, shown, text_number(c->a, low),
             days_between(c->a, before.date, day));
    else return true;
    return false;
}

int numbering_find(struct keeper *k, const struct newsroom *n, date day, bool special, int told) {
    struct edition_name last;
    int number = told ? told : number_of_day(k, day);
    if (number) return number;
    number = newsroom_number(n, day);
    if (!number) {
        int low = neighbour(k, day, -1, &last);
        number = low ? low + 1 : 0;
    }
    if (!number) DIAG0(&k->c->diags, (struct place){0}, NO_NUMBER);
    else if (!special && !goes_up(k, n, day, number)) return 0;
    return number;
}
