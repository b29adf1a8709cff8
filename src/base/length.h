/* Lengths and colours. A length is an integer, 65,536 to the PDF point (1/72 inch), so that no
 * floating point decides where a line breaks; sums of many use 64 bits. */
#ifndef BASE_LENGTH_H
#define BASE_LENGTH_H

#include "base/text.h"

typedef int32_t length;

#define PT ((length)65536)

enum { SHARE_ONE = 1000000 }; /* shares and ratios are in millionths */

/* Screen colour, as sRGB. */
struct colour {
    uint8_t r, g, b;
};

/* What a press puts on paper: cyan, magenta, yellow and black, each in per cent. */
enum { INKS = 4, INK_BLACK = 3, INK_FULL = 100 };
struct inks {
    uint8_t of[INKS];
};

/* A colour as settings give it. */
struct paint {
    struct colour screen;
    struct inks ink; /* on paper, where … */
    bool has_ink;   /* … that is said */
};

/* "12pt", "18mm", "-0.5in", "2cm"; false for anything else or beyond ±10,000 pt. */
bool length_parse(struct text t, length *out);

/* In points with at most `decimals` (≤ 6) digits behind the point, rounded half away from zero,
 * without trailing zeros, and without a leading zero where `bare` (PDF allows .5). Returns the
 * bytes written, at most 24. */
size_t length_print(char *out, int64_t l, int decimals, bool bare);

void build_length(struct build *b, int64_t l, int decimals);

/* How many plates a mix takes; all its inks together, in per cent. */
int ink_plates(const struct inks *ink);
int ink_total(const struct inks *ink);

/* `a` * `num` / `den`, rounded half away from zero; den > 0. In place, as most divide by a constant,
 * which costs no division then. */
static inline int64_t mul_div(int64_t a, int64_t num, int64_t den) {
    int64_t p = a * num;
    return (p < 0 ? p - den / 2 : p + den / 2) / den;
}

#endif
