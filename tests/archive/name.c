/* Names of editions and ranges: what is one is read and printed the same, all else is refused. */
#include "archive/name.h"
#include "check.h"

static void same(struct arena *a, const char *s, int special, int revision) {
    struct edition_name n;
    CHECK(edition_name_parse(text_of(s), &n));
    CHECK(n.special == special && n.revision == revision);
    CHECK_TEXT(edition_name_text(a, n), s);
}

static void names(struct arena *a) {
    static const char *const wrong[] = {
        "",          "2025-11-2",       "2025-11-31",    "2025-11-25.",     "2025-11-25.r",
        "2025-11-25.s0", "2025-11-25.r0", "2025-11-25.r01", "2025-11-25.r10000", "2025-11-25.r2.s1",
        "2025-11-25.s1.s2", "2025-11-25.r2 ", "2025-11-25r2", "2025-11-25.x1", "2025-11-25.r-1",
        "2025-11-25.r99999999999999999999", "2025-11-25/../../x", "0999-11-25"};
    struct edition_name n;
    same(a, "2025-11-25", 0, 0);
    same(a, "2025-11-25.s1", 1, 0);
    same(a, "2025-11-25.r2", 0, 2);
    same(a, "2025-11-25.s12.r9999", 12, 9999);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (edition_name_parse(text_of(wrong[i]), &n)) {
            printf("taken: %s\n", wrong[i]);
            check_failures++;
        }
    CHECK(edition_name_parse(T("2025-11-25.r1"), &n) && n.revision == 1);
    CHECK_TEXT(edition_name_text(a, n), "2025-11-25"); /* the first is not written */
}

static int order(const char *x, const char *y) {
    struct edition_name a, b;
    CHECK(edition_name_parse(text_of(x), &a) && edition_name_parse(text_of(y), &b));
    return edition_name_order(a, b);
}

static void ordering(void) {
    CHECK(order("2025-11-24.s9.r9", "2025-11-25") < 0);
    CHECK(order("2025-11-25.r9", "2025-11-25.s1") < 0);
    CHECK(order("2025-11-25.s1.r2", "2025-11-25.s1.r10") < 0);
    CHECK(order("2025-11-25.s2", "2025-11-25.s1.r3") > 0);
    CHECK(order("2025-11-25.s1.r2", "2025-11-25.s1.r2") == 0);
}

static bool has(const char *range, const char *name) {
    struct range r;
    struct edition_name n;
    CHECK(range_parse(text_of(range), &r));
    CHECK(edition_name_parse(text_of(name), &n));
    if (!n.revision) n.revision = 1;
    return range_has(&r, n);
}

static void ranges(void) {
    static const char *const wrong[] = {"",        "25",         "2025-13",    "2025-00", "2025-1",
                                        "2025-11-31", "2025..", "..2025", "2026..2025", "alle",
                                        "2025-11-25..x", "2025/11", "0999", "2025-11-25.r2..2026"};
    struct range r;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (range_parse(text_of(wrong[i]), &r)) {
            printf("taken: %s\n", wrong[i]);
            check_failures++;
        }
    CHECK(has("all", "1000-01-01") && has("all", "9999-12-31.s1.r2"));
    CHECK(has("2024-02", "2024-02-29") && !has("2024-02", "2024-03-01"));
    CHECK(has("2025-12", "2025-12-31") && !has("2025-12", "2026-01-01"));
    CHECK(has("2025", "2025-01-01") && has("2025", "2025-12-31"));
    CHECK(!has("2025", "2024-12-31") && !has("2025", "2026-01-01"));
    CHECK(has("2025-11..2026", "2025-11-01") && has("2025-11..2026", "2026-12-31"));
    CHECK(!has("2025-11..2026", "2025-10-31") && !has("2025-11-25..2025-11", "2025-11-24"));
    CHECK(has("2025-11-25..2025-11", "2025-11-30"));
    /* of one day all its editions; of one edition all its revisions; or one */
    CHECK(has("2025-11-25", "2025-11-25.s1.r2") && !has("2025-11-25", "2025-11-26"));
    CHECK(has("2025-11-25.s1", "2025-11-25.s1.r2") && !has("2025-11-25.s1", "2025-11-25"));
    CHECK(has("2025-11-25.r2", "2025-11-25.r2") && !has("2025-11-25.r2", "2025-11-25"));
}

/* «.r1» is the first revision of the ordinary edition, and of none of the special ones. */
static void first(void) {
    CHECK(has("2025-11-25.r1", "2025-11-25") && !has("2025-11-25.r1", "2025-11-25.r2"));
    CHECK(!has("2025-11-25.r1", "2025-11-25.s1"));
}

int main(void) {
    struct arena a = check_arena();
    names(&a);
    ordering();
    ranges();
    first();
    return check_done();
}
