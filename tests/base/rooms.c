/* Rooms that were given back are lent again, empty, to who asks for so much; two that are lent at once
 * are two; beyond ROOMS_MAX, and without rooms, each is an arena by itself. */
#include "base/rooms.h"
#include "check.h"

enum { SMALL = 1 << 20, LARGE = 1 << 22 };

static void lends_again(void) {
    struct rooms r = {0};
    struct arena a = rooms_take(&r, SMALL), b = rooms_take(&r, SMALL), c;
    char *first = a.base, *second = b.base;
    CHECK(first != second);
    memset(arena_room(&a, 1, 1, 100), 0x55, 100);
    rooms_give(&r, &a);
    CHECK(!a.base);
    c = rooms_take(&r, LARGE);
    CHECK(c.base != first && c.end - c.base >= LARGE);
    a = rooms_take(&r, SMALL);
    CHECK(a.base == first && a.at == first);
    CHECK(*(char *)arena_take(&a, 1, 1, 100) == 0);
    CHECK(r.n == 3);
    rooms_give(&r, &a);
    rooms_give(&r, &b);
    rooms_give(&r, &c);
    rooms_close(&r);
    CHECK(!r.n);
}

static void more_than_there_are(void) {
    struct rooms r = {0};
    struct arena all[ROOMS_MAX + 2];
    for (size_t i = 0; i < ROOMS_MAX + 2; i++) {
        all[i] = rooms_take(&r, SMALL);
        memset(arena_room(&all[i], 1, 1, 100), (int)i, 100);
    }
    for (size_t i = 0; i < ROOMS_MAX + 2; i++) CHECK(all[i].base[99] == (char)i);
    for (size_t i = 0; i < ROOMS_MAX + 2; i++) rooms_give(&r, &all[i]);
    CHECK(r.n == ROOMS_MAX);
    rooms_close(&r);
}

static void without_rooms(void) {
    struct arena a = rooms_take(NULL, SMALL);
    CHECK(a.at == a.base && a.end - a.base >= SMALL);
    rooms_give(NULL, &a);
    CHECK(!a.base);
}

int main(void) {
    lends_again();
    more_than_there_are();
    without_rooms();
    return check_done();
}
