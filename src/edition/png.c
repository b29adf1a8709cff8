/* See png.h. */
#include "edition/png.h"

#include <png.h>
#include <string.h>

enum { CHUNKS_MOST = 200, CHUNK_MOST = 16 << 20 /* bytes of one that is not image data */ };

/* A file being decoded. What changes after setjmp lives here, where it survives. */
struct decoding {
    struct arena *a;
    struct text file;
    size_t at;
    struct text why;
    png_structp png;
    png_infop info;
    png_bytep *rows;
    char *pixels;
    int channels; /* with alpha */
};

static void read_bytes(png_structp png, png_bytep out, size_t n) {
    struct decoding *d = png_get_io_ptr(png);
    if (n > d->file.n - d->at) png_error(png, "the file ends too early");
    memcpy(out, d->file.at + d->at, n);
    d->at += n;
}

static void hear_error(png_structp png, png_const_charp words) {
    struct decoding *d = png_get_error_ptr(png);
    d->why = text_copy(d->a, text_of(words));
    png_longjmp(png, 1);
}

static void hear_warning(png_structp png, png_const_charp words) {
    (void)png, (void)words; /* what is wrong beside the pixels does no harm */
}

static void limit(png_structp png) {
    png_set_user_limits(png, PICTURE_SIDE_MOST, PICTURE_SIDE_MOST);
    png_set_chunk_cache_max(png, CHUNKS_MOST);
    png_set_chunk_malloc_max(png, CHUNK_MOST);
}

/* The profile of its colours, if it has one for as many channels as are kept. */
static struct text profile_of(struct decoding *d) {
    png_charp name;
    png_bytep bytes;
    png_uint_32 n;
    int method;
    if (!png_get_iCCP(d->png, d->info, &name, &method, &bytes, &n)) return T("");
    return text_copy(d->a, (struct text){(const char *)bytes, n});
}

/* To 8 bits, without palette, with its alpha apart, in sRGB's gamma unless a profile says more. */
static void ask(struct decoding *d) {
    double gamma;
    int intent;
    png_set_expand(d->png);
    png_set_scale_16(d->png);
    if (!png_get_valid(d->png, d->info, PNG_INFO_iCCP) &&
        !png_get_sRGB(d->png, d->info, &intent) && png_get_gAMA(d->png, d->info, &gamma))
        png_set_gamma(d->png, PNG_DEFAULT_sRGB, gamma);
    png_set_interlace_handling(d->png);
    png_read_update_info(d->png, d->info);
}

static void read_rows(struct decoding *d, struct picture *out) {
    size_t row = png_get_rowbytes(d->png, d->info);
    out->width = (int)png_get_image_width(d->png, d->info);
    out->height = (int)png_get_image_height(d->png, d->info);
    if ((int64_t)out->width * out->height > PICTURE_PIXELS_MOST)
        png_error(d->png, "more pixels than are read");
    ask(d);
    row = png_get_rowbytes(d->png, d->info);
    d->channels = png_get_channels(d->png, d->info);
    d->rows = arena_new(d->a, png_bytep, (size_t)out->height);
    d->pixels = arena_new(d->a, char, row * (size_t)out->height);
    for (int y = 0; y < out->height; y++) d->rows[y] = (png_bytep)d->pixels + row * (size_t)y;
    png_read_image(d->png, d->rows);
    png_read_end(d->png, NULL);
}

/* Colours and alpha, each by themselves. */
static void part(struct decoding *d, struct picture *out) {
    size_t n = (size_t)out->width * (size_t)out->height;
    int channels = d->channels - !(d->channels & 1);
    out->channels = channels;
    out->samples = (struct text){d->pixels, n * (size_t)d->channels};
    if (channels == d->channels) return;
    char *alpha = arena_new(d->a, char, n), *to = d->pixels;
    const char *from = d->pixels;
    bool opaque = true;
    for (size_t i = 0; i < n; i++) {
        for (int c = 0; c < channels; c++) *to++ = *from++;
        alpha[i] = *from++;
        opaque &= alpha[i] == (char)255;
    }
    out->samples.n = n * (size_t)channels;
    if (!opaque) out->alpha = (struct text){alpha, n};
}

bool png_decode(struct arena *a, struct text file, struct picture *out, struct text *why) {
    struct decoding d = {.a = a, .file = file, .why = T("libpng")};
    *out = (struct picture){.turned = 1};
    d.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &d, hear_error, hear_warning);
    d.info = d.png ? png_create_info_struct(d.png) : NULL;
    if (!d.info || setjmp(png_jmpbuf(d.png))) {
        png_destroy_read_struct(&d.png, &d.info, NULL);
        *why = d.why;
        return false;
    }
    png_set_read_fn(d.png, &d, read_bytes);
    limit(d.png);
    png_read_info(d.png, d.info);
    out->profile = profile_of(&d);
    read_rows(&d, out);
    png_destroy_read_struct(&d.png, &d.info, NULL);
    part(&d, out);
    return true;
}

struct text png_bare(struct arena *a, struct text file) {
    static const char *const kept[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS",
                                       "gAMA", "cHRM", "sRGB", "iCCP"};
    enum { SIGNATURE = 8, AROUND = 12 /* length, kind and check of a chunk */ };
    struct build b = {.arena = a};
    build_text(&b, text_part(file, 0, SIGNATURE));
    for (size_t at = SIGNATURE, n; at + AROUND <= file.n; at += n) {
        n = AROUND;
        for (int i = 0; i < 4; i++) n += (size_t)(unsigned char)file.at[at + (size_t)i] << (24 - 8 * i);
        struct text kind = text_part(file, at + 4, at + 8);
        for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
            if (text_equal(kind, text_of(kept[i]))) build_text(&b, text_part(file, at, at + n));
    }
    return build_done(&b);
}
