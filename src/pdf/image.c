/* See image.h. Samples are filtered as in PNG before they are deflated, row by row by the filter that
 * leaves the least (ISO/IEC 15948, 9.2 and 12.8; ISO 32000-1, 7.4.4.4). */
#include "pdf/image.h"

#include <stdlib.h>
#include <string.h>

enum { FILTERS = 5, PREDICTOR = 15 /* each row says its own */ };

static unsigned char paeth(int left, int up, int corner) {
    int p = left + up - corner, l = abs(p - left), u = abs(p - up), c = abs(p - corner);
    if (l <= u && l <= c) return (unsigned char)left;
    return (unsigned char)(u <= c ? up : corner);
}

/* The row through a filter; `above` is NULL for the first. Returns how much is left of it: the sum
 * of its bytes, taken as signed. */
static uint64_t filter_row(int filter, const unsigned char *row, const unsigned char *above,
                           size_t n, size_t step, unsigned char *out) {
    uint64_t sum = 0;
    for (size_t i = 0; i < n; i++) {
        int left = i >= step ? row[i - step] : 0, up = above ? above[i] : 0;
        int corner = i >= step && above ? above[i - step] : 0;
        int guess = filter == 1   ? left
                    : filter == 2 ? up
                    : filter == 3 ? (left + up) / 2
                    : filter == 4 ? paeth(left, up, corner)
                                  : 0;
        out[i] = (unsigned char)(row[i] - guess);
        sum += out[i] < 128 ? out[i] : 256u - out[i];
    }
    return sum;
}

static struct text filtered(struct arena *a, struct text samples, size_t row, size_t step) {
    size_t rows = row ? samples.n / row : 0;
    unsigned char *all = arena_new(a, unsigned char, rows * (row + 1)), *to = all;
    unsigned char *tried = arena_new(a, unsigned char, row);
    const unsigned char *from = (const unsigned char *)samples.at, *above = NULL;
    for (size_t y = 0; y < rows; y++, above = from, from += row, to += row + 1) {
        uint64_t least = UINT64_MAX;
        for (int f = 0; f < FILTERS; f++) {
            uint64_t sum = filter_row(f, from, above, row, step, tried);
            if (sum >= least) continue;
            least = sum;
            to[0] = (unsigned char)f;
            memcpy(to + 1, tried, row);
        }
    }
    return (struct text){(const char *)all, rows * (row + 1)};
}

void image_prepare(struct arena *a, struct deflater *z, const struct picture *p,
                   struct image *out) {
    size_t width = (size_t)p->width, channels = (size_t)p->channels;
    *out = (struct image){.picture = p, .data = p->jpeg};
    if (!p->jpeg.n)
        out->data = deflate_bytes(z, a, filtered(a, p->samples, width * channels, channels));
    if (p->alpha.n) out->mask = deflate_bytes(z, a, filtered(a, p->alpha, width, 1));
    if (p->profile.n) out->profile = deflate_bytes(z, a, p->profile);
}

static void build_key(struct build *b, const char *key, int value) {
    build_text(b, text_of(key));
    build_int(b, value);
}

static void build_size(struct build *b, const struct picture *p, bool samples, int channels) {
    build_key(b, "/Type/XObject/Subtype/Image/BitsPerComponent 8/Width ", p->width);
    build_key(b, "/Height ", p->height);
    if (!samples) {
        build_text(b, T("/Filter/DCTDecode"));
        return;
    }
    build_key(b, "/DecodeParms<</Predictor ", PREDICTOR);
    build_key(b, "/Colors ", channels);
    build_key(b, "/Columns ", p->width);
    build_text(b, T(">>"));
}

/* Its colour space: by its own profile, that of sRGB, or the device's. */
static void build_space(struct build *b, struct haru *h, const struct image *i, uint32_t srgb) {
    static const char *const devices[] = {"", "/DeviceGray", "", "/DeviceRGB", "/DeviceCMYK"};
    static const char *const counts[] = {"", "/N 1", "", "/N 3", "/N 4"};
    int channels = i->picture->channels;
    uint32_t profile = channels == 3 ? srgb : 0;
    if (i->profile.n) profile = haru_stream(h, text_of(counts[channels]), i->profile, true);
    build_text(b, T("/ColorSpace"));
    if (!profile) {
        build_text(b, text_of(devices[channels]));
        return;
    }
    build_text(b, T("[/ICCBased "));
    build_ref(b, profile);
    build_char(b, ']');
}

uint32_t image_put(struct haru *h, const struct arena *scratch, const struct image *i,
                   uint32_t srgb) {
    struct arena a = *scratch;
    const struct picture *p = i->picture;
    struct build b = {.arena = &a}, mask = {.arena = &a};
    uint32_t soft = 0;
    if (i->mask.n) {
        build_size(&mask, p, true, 1);
        build_text(&mask, T("/ColorSpace/DeviceGray"));
        soft = haru_stream(h, build_done(&mask), i->mask, true);
    }
    build_size(&b, p, !p->jpeg.n, p->channels);
    build_space(&b, h, i, srgb);
    if (p->inverted) build_text(&b, T("/Decode[1 0 1 0 1 0 1 0]"));
    if (soft) {
        build_text(&b, T("/SMask "));
        build_ref(&b, soft);
    }
    return haru_stream(h, build_done(&b), i->data, !p->jpeg.n);
}

void image_matrix(struct build *b, const struct picture *p, length x, length y, length width,
                  length height) {
    /* where the stored picture's lower left corner, its lower edge and its left edge go, in parts
     * of the box: by orientation, from 1 */
    static const signed char turns[8][6] = {
        {1, 0, 0, 1, 0, 0}, {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
        {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1}, {0, 1, 1, 0, 0, 0}, {0, 1, -1, 0, 1, 0}};
    const signed char *t = turns[p->turned - 1];
    const length v[6] = {t[0] * width,     t[1] * height,     t[2] * width,
                         t[3] * height,    x + t[4] * width,  y + t[5] * height};
    for (int i = 0; i < 6; i++) {
        build_length(b, v[i], 2);
        build_char(b, ' ');
    }
    build_text(b, T("cm"));
}
