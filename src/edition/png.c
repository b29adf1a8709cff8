/* See png.h. */
#include "edition/png.h"

#include <math.h>
#include <png.h>
#include <string.h>

enum { SIGNATURE = 8, AROUND = 12 /* length, kind and check of a chunk */ };
enum { CHUNKS_MOST = 200, CHUNK_MOST = 16 << 20 /* bytes of one that is not image data */ };

/* Gammas that differ by less from sRGB's are taken for it, as libpng does, too. */
static const double GAMMA = 2.2, GAMMA_OFF = 0.05;

/* A file being decoded. What changes after setjmp lives here, where it survives. */
struct decoding {
    struct arena *a;
    struct text file;
    size_t at;
    enum message why;   /* what is wrong with it; MESSAGE_NONE: nothing known */
    bool begun;         /* what stands before its pixels was read */
    bool odd;           /* its pixels are all there, yet not stored as they should be */
    bool corrected;     /* its values are not those that are stored, but by their gamma */
    int kind, depth;    /* as its pixels are stored: of colours, and bits of a channel */
    size_t row;         /* bytes of a row as it is stored */
    size_t ends;        /* where the last chunk that pixels were taken from ends */
    png_structp png;
    png_infop info;
    png_bytep *rows;
    char *pixels;
    int channels; /* with alpha */
};

static void read_bytes(png_structp png, png_bytep out, size_t n) {
    struct decoding *d = png_get_io_ptr(png);
    if (n > d->file.n - d->at) {
        d->why = PICTURE_CUT;
        png_error(png, "cut");
    }
    memcpy(out, d->file.at + d->at, n);
    d->at += n;
}

/* libpng's words are English, and for programmers: of them only what sort of fault it is goes on. */
static void hear_error(png_structp png, png_const_charp words) {
    struct decoding *d = png_get_error_ptr(png);
    bool damaged = d->begun || strstr(words, "CRC");
    if (!d->why && !strcmp(words, "Not enough image data")) d->why = PICTURE_CUT;
    if (!d->why) d->why = damaged ? PICTURE_DAMAGED : PICTURE_HEADER;
    png_longjmp(png, 1);
}

/* What is wrong beside the pixels does no harm. */
static void hear_warning(png_structp png, png_const_charp words) {
    struct decoding *d = png_get_error_ptr(png);
    (void)words;
    d->odd |= d->begun;
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
    d->corrected = !png_get_valid(d->png, d->info, PNG_INFO_iCCP) &&
                   !png_get_sRGB(d->png, d->info, &intent) &&
                   png_get_gAMA(d->png, d->info, &gamma) && fabs(gamma * GAMMA - 1) > GAMMA_OFF;
    if (d->corrected) png_set_gamma(d->png, PNG_DEFAULT_sRGB, gamma);
    png_set_interlace_handling(d->png);
    png_read_update_info(d->png, d->info);
}

static void read_rows(struct decoding *d, struct picture *out) {
    size_t row;
    d->kind = png_get_color_type(d->png, d->info);
    d->depth = png_get_bit_depth(d->png, d->info);
    d->row = png_get_rowbytes(d->png, d->info);
    out->width = (int)png_get_image_width(d->png, d->info);
    out->height = (int)png_get_image_height(d->png, d->info);
    ask(d);
    row = png_get_rowbytes(d->png, d->info);
    d->channels = png_get_channels(d->png, d->info);
    d->rows = arena_new(d->a, png_bytep, (size_t)out->height);
    d->pixels = arena_new(d->a, char, row * (size_t)out->height);
    for (int y = 0; y < out->height; y++) d->rows[y] = (png_bytep)d->pixels + row * (size_t)y;
    png_read_image(d->png, d->rows);
    d->ends = d->at;
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

/* Whether it says that it has more pixels than are read: width and height are the first of IHDR, which
 * comes first. */
static bool is_large(struct text file) {
    enum { SIZE = 16 };
    uint64_t side[2] = {0};
    for (size_t i = 0; i < 8 && SIZE + i < file.n; i++)
        side[i / 4] = side[i / 4] << 8 | (unsigned char)file.at[SIZE + i];
    return side[0] > PICTURE_SIDE_MOST || side[1] > PICTURE_SIDE_MOST ||
           side[0] * side[1] > PICTURE_PIXELS_MOST;
}

/* The chunk at *at with its length, kind and check, behind which *at moves; false where the file ends
 * before it. */
static bool next_chunk(struct text file, size_t *at, struct text *out) {
    size_t n = 0;
    if (file.n - *at < AROUND) return false;
    for (size_t i = 0; i < 4; i++) n = n << 8 | (unsigned char)file.at[*at + i];
    if (n > file.n - *at - AROUND) return false;
    *out = text_part(file, *at, *at + AROUND + n);
    *at += AROUND + n;
    return true;
}

static struct text kind_of(struct text chunk) {
    return text_part(chunk, 4, 8);
}

/* Whether all chunks are there up to the last. libpng takes memory for one by the length that it says,
 * a gigabyte perhaps, before it reads it. */
static bool is_whole(struct text file) {
    struct text chunk = {0};
    for (size_t at = SIGNATURE; !text_equal(kind_of(chunk), T("IEND"));)
        if (!next_chunk(file, &at, &chunk)) return false;
    return true;
}

/* All colours that its depth can name: libpng takes those that the palette lacks for black. */
static struct text palette_of(struct decoding *d) {
    png_colorp colours = NULL;
    int n = 0;
    size_t all = (size_t)3 << d->depth;
    char *out = arena_new(d->a, char, all);
    png_get_PLTE(d->png, d->info, &colours, &n);
    for (int i = 0; i < n; i++) {
        char *to = out + 3 * (size_t)i;
        to[0] = (char)colours[i].red, to[1] = (char)colours[i].green, to[2] = (char)colours[i].blue;
    }
    return (struct text){out, all};
}

/* Its chunks of image data, joined; *end: where the last of them ends. */
static struct text image_data(struct arena *a, struct text file, size_t *end) {
    struct build b = {.arena = a};
    struct text chunk;
    for (size_t at = SIGNATURE; next_chunk(file, &at, &chunk);) {
        if (!text_equal(kind_of(chunk), T("IDAT"))) continue;
        build_text(&b, text_part(chunk, 8, chunk.n - 4));
        *end = at;
    }
    return build_done(&b);
}

/* Rows in order, with no alpha between them, are stored as a PDF has them, too (ISO 32000-1, 7.4.4.4).
 * They are taken so if libpng, which has read all of them, found nothing before, between or behind that
 * should not be there, and if they were deflated at all. */
static void take_coded(struct decoding *d, struct picture *out) {
    size_t end = 0;
    if (d->odd || d->corrected || d->kind & PNG_COLOR_MASK_ALPHA || d->depth > 8 ||
        png_get_interlace_type(d->png, d->info) != PNG_INTERLACE_NONE)
        return;
    struct text data = image_data(d->a, d->file, &end);
    if (end != d->ends || data.n >= d->row * (size_t)out->height) return;
    out->coded = data;
    out->depth = d->depth;
    if (d->kind == PNG_COLOR_TYPE_PALETTE) out->palette = palette_of(d);
}

bool png_decode(struct arena *a, struct text file, struct picture *out, enum message *why) {
    struct decoding d = {.a = a, .file = file};
    *out = (struct picture){.turned = 1};
    *why = PICTURE_LARGE;
    if (is_large(file)) return false;
    *why = PICTURE_CUT;
    if (!is_whole(file)) return false;
    d.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &d, hear_error, hear_warning);
    d.info = d.png ? png_create_info_struct(d.png) : NULL;
    if (!d.info || setjmp(png_jmpbuf(d.png))) {
        png_destroy_read_struct(&d.png, &d.info, NULL);
        *why = d.why ? d.why : PICTURE_DAMAGED;
        return false;
    }
    png_set_read_fn(d.png, &d, read_bytes);
    limit(d.png);
    png_read_info(d.png, d.info);
    d.begun = true;
    out->profile = profile_of(&d);
    read_rows(&d, out);
    take_coded(&d, out);
    png_destroy_read_struct(&d.png, &d.info, NULL);
    part(&d, out);
    return true;
}

struct text png_bare(struct arena *a, struct text file) {
    static const char *const kept[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS",
                                       "gAMA", "cHRM", "sRGB", "iCCP"};
    struct build b = {.arena = a};
    struct text chunk;
    build_text(&b, text_part(file, 0, SIGNATURE));
    for (size_t at = SIGNATURE; next_chunk(file, &at, &chunk);)
        for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
            if (text_equal(kind_of(chunk), text_of(kept[i]))) build_text(&b, chunk);
    return build_done(&b);
}

struct text png_library(struct arena *a) {
    return TEXT_JOIN(a, T("libpng "), text_of(png_get_libpng_ver(NULL)));
}
