/* Pictures brought to fewer pixels: each is the mean of what it covers, parts of pixels as parts; what
 * cannot be seen does not count. */
#include "check.h"

#include "edition/scale.h"

#define BYTES(...) ((struct text){(const char[]){__VA_ARGS__}, sizeof((const char[]){__VA_ARGS__})})

static void check_bytes(struct text got, struct text want) {
    CHECK(text_equal(got, want));
}

int main(void) {
    struct arena a = check_arena();
    struct picture out, p = {.width = 4, .height = 2, .turned = 1, .channels = 1,
                             .samples = BYTES(0, 10, 50, 60, 20, 30, 70, 81)};
    CHECK(scale_picture(&a, &p, 2, 1, &out));
    CHECK(out.width == 2 && out.height == 1);
    check_bytes(out.samples, BYTES(15, 65));

    /* on its side: as it is shown it has 2 by 4 */
    p.turned = 6;
    CHECK(scale_picture(&a, &p, 1, 2, &out));
    CHECK(out.width == 2 && out.height == 1 && out.turned == 6);
    check_bytes(out.samples, BYTES(15, 65));

    /* three over two: the one in the middle is half of each */
    p = (struct picture){.width = 3, .height = 1, .turned = 1, .channels = 3,
                         .samples = BYTES(0, 1, 2, 30, 31, 32, 90, 91, 92)};
    CHECK(scale_picture(&a, &p, 2, 1, &out));
    check_bytes(out.samples, BYTES(10, 11, 12, 70, 71, 72));

    /* of what is half seen, half as much; of what is not seen, nothing */
    p = (struct picture){.width = 4, .height = 1, .turned = 1, .channels = 1,
                         .samples = BYTES(90, 30, 77, 77), .alpha = BYTES(50, 100, 0, 0)};
    CHECK(scale_picture(&a, &p, 2, 1, &out));
    check_bytes(out.samples, BYTES(50, 0));
    check_bytes(out.alpha, BYTES(75, 0));

    /* never to more than it has */
    CHECK(!scale_picture(&a, &p, 9, 9, &out));
    CHECK(check_failures || out.width == 4);
    arena_close(&a);
    return check_failures != 0;
}
