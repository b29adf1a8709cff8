/* Dates: parsing refuses what is no day, counting and weekdays are right, French is French. */
#include "base/date.h"
#include "check.h"

static date day(const char *s) {
    date d = 0;
    CHECK(date_parse(text_of(s), &d));
    return d;
}

static struct text words(struct arena *a, const char *s, enum lang lang, bool weekday) {
    struct build b = {.arena = a};
    date_print_long(&b, day(s), lang, weekday);
    return build_done(&b);
}

static void parsing(void) {
    static const char *const wrong[] = {"2025-02-29", "2025-11-31", "2025-13-01", "2025-00-10",
                                        "2025-1-1",   "25-11-2025", "2025-11-25x", "", "2025/11/25",
                                        "0999-01-01"};
    date d;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        CHECK(!date_parse(text_of(wrong[i]), &d));
    CHECK(date_prefix(T("2025-11-25.txt"), &d) && d == day("2025-11-25"));
    CHECK(!date_prefix(T("2025-11-251"), &d));
    CHECK_TEXT(date_impossible(T("2025-02-30.txt")), "2025-02-30");
    CHECK_TEXT(date_impossible(T("2025-00-10")), "2025-00-10");
    CHECK_TEXT(date_impossible(T("2025-02-28")), "");
    CHECK_TEXT(date_impossible(T("2025-02-301")), "");
    CHECK_TEXT(date_impossible(T("2025-02-3")), "");
    CHECK_TEXT(date_impossible(T("")), "");
}

static void counting(void) {
    CHECK(day("1970-01-01") == 0);
    CHECK(day("2000-03-01") - day("2000-02-28") == 2);
    CHECK(day("1900-03-01") - day("1900-02-28") == 1);
    CHECK(date_year_day(day("2025-11-25")) == 329);
    CHECK(date_year_day(day("2024-12-31")) == 366);
    CHECK(date_weekday(day("2025-11-25")) == 1);
    CHECK(date_weekday(day("1969-12-29")) == 0);
    for (date d = day("1999-12-30"); d < day("2001-03-02"); d++) CHECK(date_of(date_ymd(d)) == d);
}

static void saying(struct arena *a) {
    CHECK_TEXT(words(a, "2025-11-25", LANG_FR, true), "mardi 25\u00a0novembre 2025");
    CHECK_TEXT(words(a, "2025-11-01", LANG_FR, false), "1er\u00a0novembre 2025");
    CHECK_TEXT(words(a, "2026-08-02", LANG_EN, true), "Sunday 2\u00a0August 2026");
}

int main(void) {
    struct arena a = check_arena();
    parsing();
    counting();
    saying(&a);
    return check_done();
}
