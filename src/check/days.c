/* See days.h. A date is found by its month: «25 novembre» with, perhaps, a weekday before it and a
 * year behind it. Without a year it is taken to be the one nearest to the edition's day. */
#include "check/days.h"

#include "base/unicode.h"

#include <stdlib.h>

enum {
    THIS_DAYS = 7,     /* «ce mardi» says no more than a week back */
    HALF_YEAR = 183
};

static const char *const weekdays[] = {"lundi",    "mardi",  "mercredi", "jeudi",
                                       "vendredi", "samedi", "dimanche"};
static const char *const months[] = {"janvier", "fevrier", "mars",      "avril",   "mai",      "juin",
                                     "juillet", "aout",    "septembre", "octobre", "novembre", "decembre"};

/* A date in a stretch. */
struct named {
    size_t first, last; /* words, the weekday not among them */
    int weekday;        /* of the word before `first`; -1: none is said */
    struct ymd day;
    bool has_year;
};

static int find(struct text key, const char *const *names, int n) {
    for (int i = 0; i < n; i++)
        if (text_equal(key, text_of(names[i]))) return i;
    return -1;
}

/* 1 to 12; 0: the word is no month. */
static int month_at(struct arena scratch, const struct stretch *p, size_t i) {
    const struct token *w = &p->words[i];
    char first = (char)(p->text.at[w->at] | 0x20);
    if (w->n < 3 || w->n > 10 || (first != 'j' && first != 'f' && first != 'm' && first != 'a' &&
                                  first != 's' && first != 'o' && first != 'n' && first != 'd'))
        return 0;
    return 1 + find(word_key(&scratch, word_text(p, i)), months, 12);
}

/* The number of a day: 25, 1er; 0: it is none. */
static int day_at(const struct stretch *p, size_t i) {
    if (p->words[i].shape != SHAPE_DIGITS && p->words[i].shape != SHAPE_MIXED) return 0;
    struct text t = word_text(p, i);
    int64_t n;
    if (text_equal(t, T("1er"))) return 1;
    return p->words[i].shape == SHAPE_DIGITS && text_int(t, 1, 99, &n) ? (int)n : 0;
}

static int weekday_at(struct arena scratch, const struct stretch *p, size_t i) {
    const struct token *w = &p->words[i];
    if (w->n < 5 || w->n > 8) return -1;
    return find(word_key(&scratch, word_text(p, i)), weekdays, 7);
}

/* The year that puts the day nearest to `to`. */
static int nearest_year(struct ymd v, date to) {
    int best = date_ymd(to).year;
    for (int year = best - 1, centre = best; year <= centre + 1; year++) {
        v.year = year;
        if (abs(date_of(v) - to) < HALF_YEAR) best = year;
    }
    return best;
}

static bool exists(struct ymd v) {
    if (v.day < 1 || v.day > 31) return false;
    return date_ymd(date_of(v)).day == v.day;
}

/* The date whose month is word `i`, from 1; false where it is none. */
static bool read_date(struct checking *k, const struct stretch *p, size_t i, struct named *out) {
    int64_t year;
    if (i >= p->nwords || p->words[i].gap != GAP_SPACE || !day_at(p, i - 1)) return false;
    int month = month_at(*k->a, p, i);
    if (!month) return false;
    *out = (struct named){.first = i - 1, .last = i, .weekday = -1};
    out->day = (struct ymd){0, month, day_at(p, i - 1)};
    if (word_gap_after(p, i) == GAP_SPACE && p->words[i + 1].shape == SHAPE_DIGITS &&
        p->words[i + 1].n == 4 && text_int(word_text(p, i + 1), 1000, 9999, &year)) {
        out->has_year = true;
        out->day.year = (int)year;
        out->last = i + 1;
    } else {
        out->day.year = nearest_year(out->day, k->edition->date);
    }
    if (i > 1 && p->words[i - 1].gap == GAP_SPACE) out->weekday = weekday_at(*k->a, p, i - 2);
    return true;
}

static void tell_weekday(struct checking *k, const struct stretch *p, const struct named *n,
                         int is) {
    struct text said = word_text(p, n->first - 1), right = text_of(weekdays[is]);
    struct text when = words_text(p, n->first, n->last);
    if (!n->has_year) when = TEXT_JOIN(k->a, when, T(" "), text_number(k->a, n->day.year));
    if (p->words[n->first - 1].shape == SHAPE_CAPITAL) right = text_capital(k->a, right);
    finding_add_more(k, RULE_WEEKDAY, CHECK_WEEKDAY, p, p->words[n->first - 1].at, said, right, when,
                     T(""));
}

/* «ce mardi 4 novembre»: how far from the edition's day. */
static void check_this(struct checking *k, const struct stretch *p, const struct named *n) {
    size_t from = n->first - (n->weekday >= 0);
    date age = k->edition->date - date_of(n->day);
    if (!from || !word_is(p, from - 1, "ce") || p->words[from].gap != GAP_SPACE) return;
    if (age >= 0 && age <= THIS_DAYS) return;
    struct text words = words_text(p, from - 1, n->last);
    struct build day = {.arena = k->a};
    date_print_iso(&day, k->edition->date);
    finding_add_more(k, RULE_THIS_DAY, age < 0 ? CHECK_DAY_AFTER : CHECK_DAY_OLD, p,
                     p->words[from - 1].at, words, T(""),
                     age < 0 ? build_done(&day) : text_number(k->a, age), T(""));
}

static void check_date(struct checking *k, const struct stretch *p, const struct named *n) {
    struct text words = words_text(p, n->first, n->last);
    if (!exists(n->day)) {
        finding_add(k, RULE_NO_SUCH_DAY, CHECK_NO_SUCH_DAY, p, p->words[n->first].at, words, T(""));
        return;
    }
    int is = date_weekday(date_of(n->day));
    if (n->weekday >= 0 && n->weekday != is) tell_weekday(k, p, n, is);
    check_this(k, p, n);
}

void days_check(struct checking *k) {
    struct named n;
    for (size_t i = 0; i < k->stretches.n; i++) {
        const struct stretch *p = &k->stretches.at[i];
        for (size_t d = 0; d < p->nlarge && p->french; d++)
            if (read_date(k, p, p->large[d] + 1, &n)) check_date(k, p, &n);
    }
}
