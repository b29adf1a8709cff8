/* Decimal numbers: all of 64 bits, and nothing beyond. */
#include "check.h"

static void is(const char *t, int64_t low, int64_t high, int64_t want) {
    int64_t got = -12345;
    CHECK(text_int(text_of(t), low, high, &got) && got == want);
}

static void none(const char *t, int64_t low, int64_t high) {
    int64_t got;
    CHECK(!text_int(text_of(t), low, high, &got));
}

int main(void) {
    is("0", 0, 9, 0);
    is("-7", -9, 9, -7);
    is("007", 0, 9, 7);
    is("1795646241999955742", 0, INT64_MAX, 1795646241999955742);
    is("9223372036854775807", 0, INT64_MAX, INT64_MAX);
    is("000000000000000000000000001", 0, 9, 1);
    none("9223372036854775808", 0, INT64_MAX);
    none("99999999999999999999", 0, INT64_MAX);
    none("10", 0, 9);
    none("-1", 0, 9);
    none("", 0, 9);
    none("-", -9, 9);
    none("1x", 0, 9);
    none(" 1", 0, 9);
    none("+1", 0, 9);
    return check_done();
}
