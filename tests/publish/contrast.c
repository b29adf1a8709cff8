/* Any colour becomes one that can be read on light and on dark, by the formula of WCAG 2.2 itself;
 * one that can be read stays as it is. */
#include "publish/contrast.h"
#include "check.h"

#include <math.h>

static double light(uint8_t component) {
    double x = component / 255.0;
    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour c) {
    return 0.2126 * light(c.r) + 0.7152 * light(c.g) + 0.0722 * light(c.b);
}

static double contrast(struct colour a, struct colour b) {
    double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

static void every(struct colour paper) {
    for (int r = 0; r < 256; r += 5)
        for (int g = 0; g < 256; g += 5)
            for (int b = 0; b < 256; b += 5) {
                struct colour c = {(uint8_t)r, (uint8_t)g, (uint8_t)b};
                struct colour got = contrast_readable(c, paper);
                CHECK(contrast(got, paper) >= 4.5);
                if (contrast(c, paper) >= 5.2) CHECK(got.r == c.r && got.g == c.g && got.b == c.b);
            }
}

int main(void) {
    every((struct colour){255, 255, 255});
    every((struct colour){0, 0, 0});
    every((struct colour){0x15, 0x18, 0x1b});
    return check_done();
}
