/* See scale.h. Lengths are counted in parts of which a pixel of the result has as many as the source
 * has pixels, and one of the source as many as the result: so all areas are whole numbers. */
#include "edition/scale.h"

#include "edition/jpeg.h"

/* Samples row by row, `channels` bytes each. */
struct raster {
    const unsigned char *at;
    int width, height, channels;
};

static struct raster raster_of(const struct picture *p, struct text samples, int channels) {
    return (struct raster){(const unsigned char *)samples.at, p->width, p->height, channels};
}

/* What pixel `i` of `n` covers of the `of` pixels of the source: from `first`, to `last` with it. */
struct span_covered {
    int64_t from, to; /* in parts */
    int first, last;
};

static struct span_covered covered(int i, int n, int of) {
    struct span_covered s = {.from = (int64_t)i * of, .to = (int64_t)(i + 1) * of};
    s.first = (int)(s.from / n);
    s.last = (int)((s.to - 1) / n);
    return s;
}

/* How much of source pixel `k` is in it. */
static int64_t share(const struct span_covered *s, int k, int n) {
    int64_t from = (int64_t)k * n, to = from + n;
    return (to < s->to ? to : s->to) - (from > s->from ? from : s->from);
}

/* The mean of channel `c` over the area. With `alpha`, a sample counts as much as can be seen of it. */
static unsigned char mean(const struct raster *r, const unsigned char *alpha, int c,
                          const struct span_covered *x, const struct span_covered *y,
                          const struct picture *to) {
    uint64_t sum = 0, all = 0;
    for (int j = y->first; j <= y->last; j++) {
        uint64_t high = (uint64_t)share(y, j, to->height);
        size_t row = (size_t)j * (size_t)r->width;
        for (int i = x->first; i <= x->last; i++) {
            uint64_t area = high * (uint64_t)share(x, i, to->width);
            if (alpha) area *= alpha[row + (size_t)i];
            sum += area * r->at[(row + (size_t)i) * (size_t)r->channels + (size_t)c];
            all += area;
        }
    }
    return all ? (unsigned char)((sum + all / 2) / all) : 0;
}

static struct text averaged(struct arena *a, const struct raster *r, struct text alpha,
                            const struct picture *to) {
    size_t n = (size_t)to->width * (size_t)to->height * (size_t)r->channels;
    char *all = arena_new(a, char, n), *at = all;
    const unsigned char *seen = alpha.n ? (const unsigned char *)alpha.at : NULL;
    for (int y = 0; y < to->height; y++) {
        struct span_covered down = covered(y, to->height, r->height);
        for (int x = 0; x < to->width; x++) {
            struct span_covered across = covered(x, to->width, r->width);
            for (int c = 0; c < r->channels; c++)
                *at++ = (char)mean(r, seen, c, &across, &down, to);
        }
    }
    return (struct text){all, n};
}

/* What is decoded is large, and needed for as long as this takes. */
static bool scale_jpeg(struct arena *a, const struct picture *p, struct picture *out) {
    struct arena scratch = arena_open((size_t)1 << 31);
    struct text samples;
    bool sound = jpeg_decode(&scratch, p, &samples);
    if (sound) {
        struct raster r = raster_of(p, samples, p->channels);
        out->jpeg = jpeg_encode(a, out, averaged(&scratch, &r, T(""), out));
        sound = out->jpeg.n > 0;
    }
    arena_close(&scratch);
    return sound;
}

bool scale_picture(struct arena *a, const struct picture *p, int width, int height,
                   struct picture *out) {
    bool side = p->turned > 4;
    int across = side ? height : width, down = side ? width : height;
    *out = *p;
    out->file = out->coded = out->palette = (struct text){0};
    out->width = across < p->width ? across : p->width;
    out->height = down < p->height ? down : p->height;
    if (out->width == p->width && out->height == p->height) return false;
    if (p->jpeg.n) return scale_jpeg(a, p, out);
    struct raster colours = raster_of(p, p->samples, p->channels);
    struct raster alpha = raster_of(p, p->alpha, 1);
    out->samples = averaged(a, &colours, p->alpha, out);
    if (p->alpha.n) out->alpha = averaged(a, &alpha, T(""), out);
    return true;
}
