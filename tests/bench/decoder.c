/* What no program that shows a PNG picture can do without: to decode it.
 *
 *   decoder FILE         decodes it with libpng, to 8 bits a channel
 *   decoder KIND FILE    makes it: 1,000 × 700 pixels as of a photograph, smooth with a little noise.
 *                        KIND: plain, as most are; interlaced; alpha
 *
 * Prints nothing. */
#include <math.h>
#include <png.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 1000, HEIGHT = 700, NOISE = 12 };

static _Noreturn void fail(const char *what) {
    fprintf(stderr, "decoder: %s\n", what);
    exit(1);
}

static FILE *opened(const char *name, const char *mode) {
    FILE *f = fopen(name, mode);
    if (!f) fail(name);
    return f;
}

/* libpng ends the program where it cannot go on. */
static void decode(const char *name) {
    FILE *f = opened(name, "rb");
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_init_io(png, f);
    png_read_png(png, info, PNG_TRANSFORM_EXPAND | PNG_TRANSFORM_SCALE_16, NULL);
    png_destroy_read_struct(&png, &info, NULL);
    fclose(f);
}

static void draw(png_byte *to, int channels) {
    uint32_t seed = 1;
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            for (int c = 0; c < channels; c++) {
                double v = 128 + 60 * sin(x / 97.0 + c) + 50 * cos(y / 61.0 - c);
                seed = seed * 1664525 + 1013904223;
                *to++ = (png_byte)(c == 3 ? x * 255 / WIDTH : v + (seed >> 16) % NOISE);
            }
}

static void make(const char *kind, const char *name) {
    FILE *f = opened(name, "wb");
    bool alpha = !strcmp(kind, "alpha"), interlaced = !strcmp(kind, "interlaced");
    int channels = alpha ? 4 : 3;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_byte *all = malloc((size_t)WIDTH * HEIGHT * 4), **rows = malloc(HEIGHT * sizeof *rows);
    if (!all || !rows) fail("memory");
    draw(all, channels);
    for (size_t y = 0; y < HEIGHT; y++) rows[y] = all + y * WIDTH * (size_t)channels;
    png_init_io(png, f);
    png_set_IHDR(png, info, WIDTH, HEIGHT, 8, alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
                 interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, 0, 0);
    png_set_rows(png, info, rows);
    png_write_png(png, info, PNG_TRANSFORM_IDENTITY, NULL);
    png_destroy_write_struct(&png, &info);
    free(rows);
    free(all);
    if (fclose(f)) fail(name);
}

int main(int argc, char **argv) {
    if (argc == 2) decode(argv[1]);
    else if (argc == 3) make(argv[1], argv[2]);
    else fail("decoder [KIND] FILE");
    return 0;
}
