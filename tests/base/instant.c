/* Instants: both forms are read and written, offsets counted, and what is no time is refused. */
#include "base/instant.h"
#include "check.h"

static struct text printed(struct arena *a, void (*print)(struct build *, instant), instant at) {
    struct build b = {.arena = a};
    print(&b, at);
    return build_done(&b);
}

static void reading(void) {
    static const char *const wrong[] = {
        "", "2025-11-25", "2025-11-25T18:30:00", "2025-11-25 18:30:00Z", "2025-11-31T18:30:00Z",
        "2025-11-25T24:00:00Z", "2025-11-25T18:60:00Z", "2025-11-25T18:30:60Z",
        "2025-11-25T18:30:00Zx", "2025-11-25T18:30:00+1:00", "2025-11-25T18:30:00+01:60",
        "0999-12-31T00:00:00Z", "D:20251125183000Z"};
    static const char *const wrong_pdf[] = {"", "20251125183000Z", "D:2025", "D:20251125183000X",
                                            "D:20251325183000Z", "D:20251125183000+01:00"};
    instant at = 0;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        CHECK(!instant_parse(text_of(wrong[i]), &at));
    for (size_t i = 0; i < sizeof wrong_pdf / sizeof *wrong_pdf; i++)
        CHECK(!instant_parse_pdf(text_of(wrong_pdf[i]), &at));
    CHECK(instant_parse(T("1970-01-01T00:00:00Z"), &at) && at == 0);
    CHECK(instant_parse(T("2025-11-25T18:30:01Z"), &at) && at == 1764095401);
    CHECK(instant_parse(T("2025-11-25T19:30:01+01:00"), &at) && at == 1764095401);
    CHECK(instant_parse(T("2025-11-25T13:00:01-05:30"), &at) && at == 1764095401);
    CHECK(instant_parse_pdf(T("D:20251125183001Z"), &at) && at == 1764095401);
    CHECK(instant_parse_pdf(T("D:20251125183001"), &at) && at == 1764095401);
    CHECK(instant_parse_pdf(T("D:20251125193001+01'00'"), &at) && at == 1764095401);
    CHECK(instant_parse_pdf(T("D:20251125193001+01'00"), &at) && at == 1764095401);
}

static void writing(struct arena *a) {
    struct build b = {.arena = a};
    CHECK_TEXT(printed(a, instant_print_iso, 1764095401), "2025-11-25T18:30:01Z");
    CHECK_TEXT(printed(a, instant_print_iso, -1), "1969-12-31T23:59:59Z");
    CHECK_TEXT(printed(a, instant_print_pdf, 1764095401), "D:20251125183001Z");
    instant_print_long(&b, 1764095401, LANG_FR);
    CHECK_TEXT(build_done(&b), "25\u00a0novembre 2025, 18:30:01 UTC");
}

int main(void) {
    struct arena a = check_arena();
    reading();
    writing(&a);
    return check_done();
}
