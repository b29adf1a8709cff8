/* See image.h. Samples that a file holds as a PDF does go in as they are. Others are filtered as in PNG
 * before they are deflated (ISO/IEC 15948, 9.2; ISO 32000-1, 7.4.4.4), all rows by one filter: the one
 * that leaves the least of some of them once these are deflated. To choose for each row by its sum, as
 * is usual, costs more than all else, and leaves more of drawings. */
#include "pdf/image.h"

#include <stdlib.h>
#include <string.h>

enum { FILTERS = 5, PREDICTOR = 15 /* each row says its own */ };

/* Bands of rows by which the filter is chosen, spread over the picture. */
enum { BANDS = 8, BAND = 4 };

static unsigned char paeth(int left, int up, int corner) {
    int p = left + up - corner, l = abs(p - left), u = abs(p - up), c = abs(p - corner);
    if (l <= u && l <= c) return (unsigned char)left;
    return (unsigned char)(u <= c ? up : corner);
}

/* Samples as they are filtered. */
struct rows {
    const unsigned char *at, *none; /* none: what stands above the first */
    size_t n, row, step;            /* rows, bytes of a row, of a pixel */
};

#define LESS(guess)                                                                                \
    for (size_t i = step; i < n; i++) out[i] = (unsigned char)(at[i] - (guess))

/* A row less what the filter guesses of it. */
static void filter_row(const struct rows *r, size_t y, int filter, unsigned char *out) {
    size_t n = r->row, step = r->step;
    const unsigned char *at = r->at + y * n, *up = y ? at - n : r->none;
    for (size_t i = 0; i < step; i++) /* nothing stands left of these */
        out[i] = (unsigned char)(at[i] - (filter < 2 ? 0 : filter == 3 ? up[i] / 2 : up[i]));
    switch (filter) {
    case 1: LESS(at[i - step]); break;
    case 2: LESS(up[i]); break;
    case 3: LESS((at[i - step] + up[i]) / 2); break;
    case 4: LESS(paeth(at[i - step], up[i], up[i - step])); break;
    default: memcpy(out, at, n);
    }
}

/* `n` rows from `from` on, each behind the filter's number; returns what is behind them. */
static unsigned char *filter_rows(const struct rows *r, int filter, size_t from, size_t n,
                                  unsigned char *to) {
    for (size_t y = from; y < from + n; y++, to += r->row + 1) {
        to[0] = (unsigned char)filter;
        filter_row(r, y, filter, to + 1);
    }
    return to;
}

static int best_filter(struct arena scratch, struct deflater *z, const struct rows *r) {
    size_t bands = r->n < BANDS * BAND ? 1 : BANDS, band = bands == 1 ? r->n : BAND;
    size_t apart = (r->n - band) / (bands == 1 ? 1 : bands - 1), least = SIZE_MAX;
    unsigned char *tried = arena_new(&scratch, unsigned char, bands * band * (r->row + 1));
    int best = 0;
    for (int f = 0; f < FILTERS; f++) {
        struct arena spare = scratch;
        unsigned char *to = tried;
        for (size_t b = 0; b < bands; b++) to = filter_rows(r, f, b * apart, band, to);
        struct text left = {(const char *)tried, (size_t)(to - tried)};
        left = deflate_bytes(z, &spare, left);
        if (left.n >= least) continue;
        least = left.n;
        best = f;
    }
    return best;
}

static struct text coded(struct arena *a, struct text samples, size_t row, size_t step) {
    struct arena scratch = arena_open((size_t)1 << 32);
    struct deflater *z = deflater_quick();
    struct rows r = {(const unsigned char *)samples.at, arena_new(&scratch, unsigned char, row),
                     samples.n / row, row, step};
    size_t n = r.n * (row + 1);
    unsigned char *all = arena_room(&scratch, 1, 1, n);
    filter_rows(&r, best_filter(scratch, z, &r), 0, r.n, all);
    struct text out = deflate_bytes(z, a, (struct text){(const char *)all, n});
    deflater_close(z);
    arena_close(&scratch);
    return out;
}

void image_prepare(struct arena *a, struct deflater *z, const struct picture *p,
                   struct image *out) {
    size_t width = (size_t)p->width, channels = (size_t)p->channels;
    *out = (struct image){.picture = p, .data = p->jpeg.n ? p->jpeg : p->coded};
    if (!out->data.n) out->data = coded(a, p->samples, width * channels, channels);
    if (p->alpha.n) out->mask = coded(a, p->alpha, width, 1);
    if (p->profile.n) out->profile = deflate_bytes(z, a, p->profile);
}

static void build_key(struct build *b, const char *key, int value) {
    build_text(b, text_of(key));
    build_int(b, value);
}

static void build_size(struct build *b, const struct picture *p, int depth) {
    build_key(b, "/Type/XObject/Subtype/Image/BitsPerComponent ", depth);
    build_key(b, "/Width ", p->width);
    build_key(b, "/Height ", p->height);
}

/* How rows of so many channels were filtered. */
static void build_rows(struct build *b, const struct picture *p, int channels, int depth) {
    build_key(b, "/DecodeParms<</Predictor ", PREDICTOR);
    build_key(b, "/Colors ", channels);
    if (depth != 8) build_key(b, "/BitsPerComponent ", depth);
    build_key(b, "/Columns ", p->width);
    build_text(b, T(">>"));
}

/* The colours that numbers stand for (8.6.6.3), behind the space they are in. */
static void build_palette(struct build *b, struct text palette) {
    static const char digits[] = "0123456789ABCDEF";
    build_char(b, ' ');
    build_int(b, (int64_t)palette.n / 3 - 1);
    build_char(b, '<');
    for (size_t i = 0; i < palette.n; i++) {
        build_char(b, digits[(unsigned char)palette.at[i] >> 4]);
        build_char(b, digits[palette.at[i] & 15]);
    }
    build_text(b, T(">]"));
}

/* Its colour space: by its own profile, that of sRGB, or the device's. */
static void build_space(struct build *b, struct haru *h, const struct image *i, uint32_t srgb) {
    static const char *const devices[] = {"", "/DeviceGray", "", "/DeviceRGB", "/DeviceCMYK"};
    static const char *const counts[] = {"", "/N 1", "", "/N 3", "/N 4"};
    int channels = i->picture->channels;
    uint32_t profile = channels == 3 ? srgb : 0;
    if (i->profile.n) profile = haru_stream(h, text_of(counts[channels]), i->profile, true);
    build_text(b, i->picture->palette.n ? T("/ColorSpace[/Indexed") : T("/ColorSpace"));
    if (profile) {
        build_text(b, T("[/ICCBased "));
        build_ref(b, profile);
        build_char(b, ']');
    } else {
        build_text(b, text_of(devices[channels]));
    }
    if (i->picture->palette.n) build_palette(b, i->picture->palette);
}

uint32_t image_put(struct haru *h, const struct arena *scratch, const struct image *i,
                   uint32_t srgb) {
    struct arena a = *scratch;
    const struct picture *p = i->picture;
    struct build b = {.arena = &a}, mask = {.arena = &a};
    int depth = p->coded.n ? p->depth : 8;
    uint32_t soft = 0;
    if (i->mask.n) {
        build_size(&mask, p, 8);
        build_rows(&mask, p, 1, 8);
        build_text(&mask, T("/ColorSpace/DeviceGray"));
        soft = haru_stream(h, build_done(&mask), i->mask, true);
    }
    build_size(&b, p, depth);
    if (p->jpeg.n) build_text(&b, T("/Filter/DCTDecode"));
    else build_rows(&b, p, p->palette.n ? 1 : p->channels, depth);
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
