/* See contrast.h. All in integers, so that every machine finds the same colour. */
#include "publish/contrast.h"

#include <stdbool.h>

enum {
    MILLION = 1000000,
    FLARE = MILLION / 20, /* light that any screen adds: the 0.05 of WCAG's formula */
    ENOUGH = 48,          /* tenths: 4.5, and the 3 % that the polynomial may err on either side */
    STEPS = 256
};

/* Millionths of full light of one component: WCAG's curve as a polynomial, within 3 % of it once
 * the flare is added. */
static int64_t light(uint8_t component) {
    int64_t x = (int64_t)component * MILLION / 255;
    int64_t y = x * 305306 / MILLION + 682171;
    y = y * x / MILLION + 12523;
    return y * x / MILLION;
}

static int64_t luminance(struct colour c) {
    return (light(c.r) * 2126 + light(c.g) * 7152 + light(c.b) * 722) / 10000;
}

static bool readable(struct colour c, struct colour paper) {
    int64_t a = luminance(c) + FLARE, b = luminance(paper) + FLARE;
    return (a > b ? a : b) * 10 >= (a > b ? b : a) * ENOUGH;
}

static uint8_t blend(uint8_t from, uint8_t to, int step) {
    return (uint8_t)(from + (to - from) * step / STEPS);
}

struct colour contrast_readable(struct colour c, struct colour paper) {
    /* on a paper of this luminance black and white are read equally well */
    uint8_t ink = luminance(paper) > 179 * (MILLION / 1000) ? 0 : 255;
    struct colour mixed = c;
    for (int step = 1; !readable(mixed, paper) && step <= STEPS; step++)
        mixed = (struct colour){blend(c.r, ink, step), blend(c.g, ink, step),
                                blend(c.b, ink, step)};
    return mixed;
}
