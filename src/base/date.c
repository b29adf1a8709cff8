/* See date.h. The day counts follow H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"
 * (2013): years that begin in March, in eras of 400 years. */
#include "base/date.h"

date date_of(struct ymd v) {
    int year = v.year - (v.month <= 2);
    int era = year / 400; /* years are positive here */
    int year_of_era = year - era * 400;
    int day_of_year = (153 * (v.month + (v.month > 2 ? -3 : 9)) + 2) / 5 + v.day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

struct ymd date_ymd(date d) {
    int z = d + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int day_of_era = z - era * 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted = (5 * day_of_year + 2) / 153;
    struct ymd v = {.day = day_of_year - (153 * shifted + 2) / 5 + 1,
                    .month = shifted < 10 ? shifted + 3 : shifted - 9};
    v.year = year_of_era + era * 400 + (v.month <= 2);
    return v;
}

/* Whether it starts with four, two and two digits between hyphens, and no digit more. */
static bool has_form(struct text t) {
    static const char form[] = "0000-00-00";
    for (size_t i = 0; i < sizeof form - 1; i++) {
        bool digit = i < t.n && t.at[i] >= '0' && t.at[i] <= '9';
        if (i >= t.n || (form[i] == '-' ? t.at[i] != '-' : !digit)) return false;
    }
    return t.n == sizeof form - 1 || t.at[sizeof form - 1] < '0' || t.at[sizeof form - 1] > '9';
}

bool date_prefix(struct text t, date *out) {
    int64_t y, m, d;
    if (!has_form(t)) return false;
    if (!text_int(text_part(t, 0, 4), 1000, 9999, &y) ||
        !text_int(text_part(t, 5, 7), 1, 12, &m) || !text_int(text_part(t, 8, 10), 1, 31, &d))
        return false;
    struct ymd v = {(int)y, (int)m, (int)d};
    *out = date_of(v);
    struct ymd back = date_ymd(*out); /* 31 November comes back as 1 December */
    return back.month == v.month && back.day == v.day;
}

struct text date_impossible(struct text t) {
    date day;
    return has_form(t) && !date_prefix(t, &day) ? text_part(t, 0, 10) : (struct text){0};
}

bool date_parse(struct text t, date *out) {
    return t.n == 10 && date_prefix(t, out);
}

int date_weekday(date d) {
    return ((d + 3) % 7 + 7) % 7; /* 1970-01-01 was a Thursday */
}

int date_year_day(date d) {
    return d - date_of((struct ymd){date_ymd(d).year, 1, 1}) + 1;
}

void date_print_iso(struct build *b, date d) {
    struct ymd v = date_ymd(d);
    build_padded(b, v.year, 4);
    build_char(b, '-');
    build_padded(b, v.month, 2);
    build_char(b, '-');
    build_padded(b, v.day, 2);
}

void date_print_long(struct build *b, date d, enum lang lang, bool weekday) {
    static const char *const days[LANG__MAX][7] = {
        [LANG_EN] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
        [LANG_FR] = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}};
    static const char *const months[LANG__MAX][12] = {
        [LANG_EN] = {"January", "February", "March", "April", "May", "June", "July", "August",
                     "September", "October", "November", "December"},
        [LANG_FR] = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                     "septembre", "octobre", "novembre", "décembre"}};
    struct ymd v = date_ymd(d);
    if (weekday) {
        build_text(b, text_of(days[lang][date_weekday(d)]));
        build_char(b, ' ');
    }
    build_int(b, v.day);
    if (v.day == 1 && lang == LANG_FR) build_text(b, T("er"));
    build_code(b, 0xA0);
    build_text(b, text_of(months[lang][v.month - 1]));
    build_char(b, ' ');
    build_int(b, v.year);
}
