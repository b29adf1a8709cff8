/* See srgb.h. All numbers are big-endian; fractions are in 65536ths (s15Fixed16Number). */
#include "pdf/srgb.h"

enum { HEADER = 128, TAGS = 10, TAG_ROW = 12 };

/* D50, to which every profile is adapted. */
static const int32_t d50[] = {63190, 65536, 54061};

/* The primaries and the matrix from D65 to D50, by the linear Bradford transform that
 * ISO 15076-1, annex E, prescribes. */
static const int32_t red[] = {28578, 14581, 912}, green[] = {25241, 46981, 6362},
                     blue[] = {9376, 3972, 46800};
static const int32_t adaptation[] = {68674, 1502, -3291, 1939, 64912, -1119, -606, 988, 49262};

/* ((X + 0.055) / 1.055) ^ 2.4 from 0.04045 on, X / 12.92 below: parametric function 3. */
static const int32_t curve[] = {157286, 62119, 3417, 5072, 2651};

static void build_number(struct build *b, uint32_t v, int bytes) {
    while (bytes--) build_char(b, (char)(v >> 8 * bytes));
}

static void build_zeros(struct build *b, size_t n) {
    while (n--) build_char(b, 0);
}

static void build_numbers(struct build *b, const char *type, const int32_t *v, size_t n) {
    build_text(b, text_of(type));
    build_zeros(b, 4);
    for (size_t i = 0; i < n; i++) build_number(b, (uint32_t)v[i], 4);
}

/* A text in one language (multiLocalizedUnicodeType), from ASCII. */
static void build_words(struct build *b, struct text ascii) {
    build_text(b, T("mluc"));
    build_zeros(b, 4);
    build_number(b, 1, 4);
    build_number(b, 12, 4);
    build_text(b, T("enUS"));
    build_number(b, (uint32_t)(2 * ascii.n), 4);
    build_number(b, 28, 4);
    for (size_t i = 0; i < ascii.n; i++) build_number(b, (unsigned char)ascii.at[i], 2);
}

static void build_curve(struct build *b) {
    build_text(b, T("para"));
    build_zeros(b, 4);
    build_number(b, 3, 2);
    build_zeros(b, 2);
    for (size_t i = 0; i < sizeof curve / sizeof *curve; i++)
        build_number(b, (uint32_t)curve[i], 4);
}

/* What the tags hold, and their rows in the tag table; the three curves are one. */
static void build_tags(struct build *table, struct build *data) {
    static const struct {
        char name[5], type[5];
        const int32_t *numbers;
        size_t n;
    } tags[TAGS] = {
        {"desc", "", NULL, 0},     {"cprt", "", NULL, 0},      {"wtpt", "XYZ ", d50, 3},
        {"chad", "sf32", adaptation, 9}, {"rXYZ", "XYZ ", red, 3}, {"gXYZ", "XYZ ", green, 3},
        {"bXYZ", "XYZ ", blue, 3}, {"rTRC", "", NULL, 0},      {"gTRC", "", NULL, 0},
        {"bTRC", "", NULL, 0}};
    size_t start = 0;
    for (int i = 0; i < TAGS; i++) {
        if (i < 8) {
            while (data->n % 4) build_char(data, 0);
            start = data->n;
            if (i == 0) build_words(data, T("sRGB"));
            else if (i == 1) build_words(data, T("No copyright, use freely"));
            else if (i == 7) build_curve(data);
            else build_numbers(data, tags[i].type, tags[i].numbers, tags[i].n);
        }
        build_text(table, text_of(tags[i].name));
        build_number(table, (uint32_t)(HEADER + 4 + TAGS * TAG_ROW + start), 4);
        build_number(table, (uint32_t)(data->n - start), 4);
    }
    while (data->n % 4) build_char(data, 0);
}

/* ISO 15076-1, 7.2. The date is that of the standard. */
static void build_header(struct build *b, size_t size) {
    static const uint16_t date[] = {1999, 10, 18, 0, 0, 0};
    build_number(b, (uint32_t)size, 4);
    build_zeros(b, 4);
    build_number(b, 0x04200000, 4);
    build_text(b, T("mntrRGB XYZ "));
    for (int i = 0; i < 6; i++) build_number(b, date[i], 2);
    build_text(b, T("acsp"));
    build_zeros(b, 28);
    for (int i = 0; i < 3; i++) build_number(b, (uint32_t)d50[i], 4);
    build_zeros(b, HEADER - b->n);
}

struct text srgb_profile(struct arena *a) {
    struct build table = {.arena = a}, data = {.arena = a}, all = {.arena = a};
    build_tags(&table, &data);
    build_header(&all, HEADER + 4 + table.n + data.n);
    build_number(&all, TAGS, 4);
    build_text(&all, build_done(&table));
    build_text(&all, build_done(&data));
    return build_done(&all);
}
