/* See jpeg.h. */
#include "edition/jpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

enum {
    SOI = 0xD8, EOI = 0xD9, SOS = 0xDA, APP0 = 0xE0, APP1 = 0xE1, APP2 = 0xE2, APP14 = 0xEE,
    APP15 = 0xEF, COM = 0xFE, RST0 = 0xD0, RST7 = 0xD7, TEM = 0x01
};

enum { SCANS_MOST = 50 /* each goes over the whole picture, however short it is */ };

/* --- segments (ISO/IEC 10918-1, annex B) --- */

struct segment {
    int marker;
    struct text whole, body; /* with its marker and length, and without */
};

static int number(struct text t, size_t at) {
    return at + 1 < t.n ? (unsigned char)t.at[at] << 8 | (unsigned char)t.at[at + 1] : -1;
}

/* The segment at *at, which moves behind it; of a scan, what is coded goes with it. */
static bool next_segment(struct text file, size_t *at, struct segment *out) {
    size_t i = *at;
    if (i >= file.n || (unsigned char)file.at[i] != 0xFF) return false;
    while (i < file.n && (unsigned char)file.at[i] == 0xFF) i++;
    if (i >= file.n) return false;
    out->marker = (unsigned char)file.at[i++];
    size_t body = i;
    bool bare = out->marker == SOI || out->marker == EOI || out->marker == TEM ||
                (out->marker >= RST0 && out->marker <= RST7);
    if (!bare) {
        int n = number(file, i);
        if (n < 2 || (size_t)n > file.n - i) return false;
        body = i + 2;
        i += (size_t)n;
    }
    out->body = text_part(file, body, i);
    if (out->marker == SOS)
        while (i + 1 < file.n && ((unsigned char)file.at[i] != 0xFF || !file.at[i + 1] ||
                                  ((unsigned char)file.at[i + 1] >= RST0 &&
                                   (unsigned char)file.at[i + 1] <= RST7) ||
                                  (unsigned char)file.at[i + 1] == 0xFF))
            i++;
    out->whole = text_part(file, *at, i);
    *at = i;
    return true;
}

/* --- what it says besides --- */

/* A number of Exif, which says itself in which order its bytes are. */
static uint32_t exif(struct text t, bool little, size_t at, int bytes) {
    uint32_t v = 0;
    if (at + (size_t)bytes > t.n) return 0;
    for (int i = 0; i < bytes; i++) {
        unsigned char c = (unsigned char)t.at[at + (size_t)(little ? bytes - 1 - i : i)];
        v = v << 8 | c;
    }
    return v;
}

/* The orientation in a segment of Exif (2.32, 4.5.2 and 4.6.4 A); 1 where there is none. */
static int orientation(struct text body) {
    enum { ENTRY = 12, ORIENTATION = 0x0112, ENTRIES_MOST = 200 };
    if (!text_starts(body, T("Exif\0\0"))) return 1;
    struct text tiff = text_after(body, 6);
    bool little = text_starts(tiff, T("II"));
    size_t at = exif(tiff, little, 4, 4);
    uint32_t n = exif(tiff, little, at, 2);
    for (uint32_t i = 0; i < n && i < ENTRIES_MOST; i++) {
        size_t entry = at + 2 + i * ENTRY;
        if (exif(tiff, little, entry, 2) != ORIENTATION) continue;
        uint32_t v = exif(tiff, little, entry + 8, 2);
        return v >= 1 && v <= 8 ? (int)v : 1;
    }
    return 1;
}

/* The head of JFIF (1.02, page 5) without the small picture that may follow it: that may be of what was
 * cut away since, and no reader of print looks at it. Empty where it is too short to be one. */
static struct text jfif_head(struct arena *a, struct text body) {
    enum { HEAD = 12 /* bytes up to the small picture's size */ };
    if (!text_starts(body, T("JFIF\0")) || body.n < HEAD + 2) return T("");
    return TEXT_JOIN(a, ((struct text){"\xFF\xE0\0\x10", 4}), text_part(body, 0, HEAD),
                     ((struct text){"\0\0", 2}));
}

/* Takes orientation and profile (ICC.1, B.4: in pieces, in order), and leaves out what is not needed
 * to show it: application data but for JFIF's and Adobe's, and comments. */
static void take_segments(struct arena *a, struct text file, struct picture *out) {
    struct build kept = {.arena = a}, profile = {.arena = a};
    struct segment s;
    for (size_t at = 0; next_segment(file, &at, &s);) {
        bool application = s.marker >= APP0 && s.marker <= APP15;
        bool icc = s.marker == APP2 && text_starts(s.body, T("ICC_PROFILE\0"));
        if (s.marker == APP1 && out->turned == 1) out->turned = orientation(s.body);
        if (icc) build_text(&profile, text_after(s.body, 14));
        bool adobe = s.marker == APP14 && text_starts(s.body, T("Adobe"));
        if (s.marker == APP0) build_text(&kept, jfif_head(a, s.body));
        if ((!application && s.marker != COM) || adobe) build_text(&kept, s.whole);
        if (s.marker == EOI) break;
    }
    out->jpeg = build_done(&kept);
    out->profile = build_done(&profile);
}

/* --- decoding --- */

struct decoding {
    struct jpeg_decompress_struct j; /* first: what errors are told by is part of it */
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf back;
    struct arena *a;
    enum message why;
};

static void refuse(struct decoding *d, enum message why) {
    d->why = why;
    longjmp(d->back, 1);
}

/* What libjpeg says, which is English and for programmers, as what is said of it; anything else is
 * damage. */
static const struct {
    int code;
    enum message message;
} faults[] = {
    {JERR_INPUT_EMPTY, PICTURE_CUT},      {JERR_INPUT_EOF, PICTURE_CUT},
    {JWRN_JPEG_EOF, PICTURE_CUT},         {JERR_NO_IMAGE, PICTURE_CUT},
    {JERR_BAD_LENGTH, PICTURE_HEADER},    {JERR_EMPTY_IMAGE, PICTURE_HEADER},
    {JERR_BAD_SAMPLING, PICTURE_HEADER},  {JERR_BAD_MCU_SIZE, PICTURE_HEADER},
    {JERR_COMPONENT_COUNT, PICTURE_HEADER}, {JERR_BAD_COMPONENT_ID, PICTURE_HEADER},
    {JERR_IMAGE_TOO_BIG, PICTURE_LARGE},  {JERR_WIDTH_OVERFLOW, PICTURE_LARGE},
    {JERR_BAD_PRECISION, PICTURE_CODING}, {JERR_SOF_UNSUPPORTED, PICTURE_CODING},
    {JERR_ARITH_NOTIMPL, PICTURE_CODING}, {JERR_CONVERSION_NOTIMPL, PICTURE_CODING},
    {JERR_FRACT_SAMPLE_NOTIMPL, PICTURE_CODING}};

static void hear_error(j_common_ptr j) {
    enum message why = PICTURE_DAMAGED;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (j->err->msg_code == faults[i].code) why = faults[i].message;
    refuse((struct decoding *)j, why);
}

/* A file that is cut off or damaged is only warned of. */
static void hear_message(j_common_ptr j, int level) {
    if (level < 0) hear_error(j);
}

static void count_scans(j_common_ptr j) {
    if (((j_decompress_ptr)j)->input_scan_number > SCANS_MOST)
        refuse((struct decoding *)j, PICTURE_SCANS);
}

static void read_header(struct decoding *d, struct text file, struct picture *out) {
    struct jpeg_decompress_struct *j = &d->j;
    jpeg_create_decompress(j);
    d->progress.progress_monitor = count_scans;
    j->progress = &d->progress;
    jpeg_mem_src(j, (const unsigned char *)file.at, file.n);
    jpeg_read_header(j, TRUE);
    if (j->arith_code) refuse(d, PICTURE_CODING);
    if (j->data_precision != 8) refuse(d, PICTURE_CODING);
    if (j->num_components == 2) refuse(d, PICTURE_CODING);
    if (j->image_width > PICTURE_SIDE_MOST || j->image_height > PICTURE_SIDE_MOST ||
        (int64_t)j->image_width * j->image_height > PICTURE_PIXELS_MOST)
        refuse(d, PICTURE_LARGE);
    out->width = (int)j->image_width;
    out->height = (int)j->image_height;
    out->channels = j->num_components;
    out->inverted = j->saw_Adobe_marker && out->channels == 4;
}

static void start(struct decoding *d, struct arena *a) {
    *d = (struct decoding){.a = a, .why = PICTURE_DAMAGED};
    d->j.err = jpeg_std_error(&d->errors);
    d->errors.error_exit = hear_error;
    d->errors.emit_message = hear_message;
}

/* Decodes the whole file, as small as can be, for its faults alone. */
static void check_scans(struct decoding *d) {
    struct jpeg_decompress_struct *j = &d->j;
    j->scale_num = 1;
    j->scale_denom = 8;
    j->dct_method = JDCT_IFAST;
    if (j->num_components == 4) j->out_color_space = JCS_CMYK;
    jpeg_start_decompress(j);
    JSAMPROW row = arena_new(d->a, JSAMPLE, (size_t)j->output_width * 4);
    while (j->output_scanline < j->output_height) jpeg_read_scanlines(j, &row, 1);
    jpeg_finish_decompress(j);
}

bool jpeg_take(struct arena *a, struct text file, struct picture *out, enum message *why) {
    struct decoding d;
    *out = (struct picture){.turned = 1};
    start(&d, a);
    bool sound = false;
    if (!setjmp(d.back)) {
        read_header(&d, file, out);
        check_scans(&d);
        take_segments(a, file, out);
        sound = true;
    }
    jpeg_destroy_decompress(&d.j);
    *why = d.why;
    return sound;
}

static const J_COLOR_SPACE spaces[] = {JCS_UNKNOWN, JCS_GRAYSCALE, JCS_UNKNOWN, JCS_RGB, JCS_CMYK};

static void read_samples(struct decoding *d, const struct picture *p, struct text *samples) {
    struct jpeg_decompress_struct *j = &d->j;
    size_t row = (size_t)p->width * (size_t)p->channels;
    char *all = arena_new(d->a, char, row * (size_t)p->height);
    j->out_color_space = spaces[p->channels];
    jpeg_start_decompress(j);
    while (j->output_scanline < j->output_height) {
        JSAMPROW at = (JSAMPROW)all + row * j->output_scanline;
        jpeg_read_scanlines(j, &at, 1);
    }
    jpeg_finish_decompress(j);
    *samples = (struct text){all, row * (size_t)p->height};
}

bool jpeg_decode(struct arena *a, const struct picture *p, struct text *samples) {
    struct decoding d;
    struct picture found;
    start(&d, a);
    bool sound = false;
    if (!setjmp(d.back)) {
        read_header(&d, p->jpeg, &found);
        if (found.width != p->width || found.height != p->height || found.channels != p->channels)
            refuse(&d, PICTURE_DAMAGED);
        read_samples(&d, p, samples);
        sound = true;
    }
    jpeg_destroy_decompress(&d.j);
    return sound;
}

/* --- encoding --- */

enum { QUALITY = 80 /* of 100, libjpeg's scale */ };

struct encoding {
    struct jpeg_compress_struct j; /* first, as above */
    struct jpeg_error_mgr errors;
    jmp_buf back;
    unsigned char *file; /* libjpeg's, to be freed */
    unsigned long n;
    bool sound;
};

static void hear_failure(j_common_ptr j) {
    longjmp(((struct encoding *)j)->back, 1);
}

static void write_samples(struct encoding *e, const struct picture *p, struct text samples) {
    struct jpeg_compress_struct *j = &e->j;
    size_t row = (size_t)p->width * (size_t)p->channels;
    jpeg_create_compress(j);
    jpeg_mem_dest(j, &e->file, &e->n);
    j->image_width = (JDIMENSION)p->width;
    j->image_height = (JDIMENSION)p->height;
    j->input_components = p->channels;
    j->in_color_space = spaces[p->channels];
    jpeg_set_defaults(j);
    jpeg_set_quality(j, QUALITY, TRUE);
    j->optimize_coding = TRUE;
    if (p->channels == 4) j->write_Adobe_marker = p->inverted;
    jpeg_start_compress(j, TRUE);
    while (j->next_scanline < j->image_height) {
        JSAMPROW at = (JSAMPROW)(uintptr_t)samples.at + row * j->next_scanline;
        jpeg_write_scanlines(j, &at, 1);
    }
    jpeg_finish_compress(j);
}

struct text jpeg_encode(struct arena *a, const struct picture *p, struct text samples) {
    struct encoding e = {0};
    e.j.err = jpeg_std_error(&e.errors);
    e.errors.error_exit = hear_failure;
    if (!setjmp(e.back)) {
        write_samples(&e, p, samples);
        e.sound = true;
    }
    jpeg_destroy_compress(&e.j);
    struct text file = e.sound ? text_copy(a, (struct text){(const char *)e.file, e.n}) : T("");
    free(e.file);
    return file;
}

/* --- inks --- */

/* Red, green and blue of four inks, each taken to let through what it does not cover. */
static void mix(const unsigned char *inks, bool inverted, char *rgb) {
    int black = inverted ? inks[3] : 255 - inks[3];
    for (int c = 0; c < 3; c++) {
        int clear = inverted ? inks[c] : 255 - inks[c];
        rgb[c] = (char)((clear * black + 127) / 255);
    }
}

static void read_inks(struct decoding *d, struct picture *out) {
    struct jpeg_decompress_struct *j = &d->j;
    j->out_color_space = JCS_CMYK;
    jpeg_start_decompress(j);
    JSAMPROW row = arena_new(d->a, JSAMPLE, (size_t)j->output_width * 4);
    char *rgb = arena_new(d->a, char, (size_t)out->width * (size_t)out->height * 3);
    out->samples = (struct text){rgb, (size_t)out->width * (size_t)out->height * 3};
    while (j->output_scanline < j->output_height) {
        jpeg_read_scanlines(j, &row, 1);
        for (int x = 0; x < out->width; x++, rgb += 3) mix(row + 4 * x, out->inverted, rgb);
    }
    jpeg_finish_decompress(j);
}

bool jpeg_decode_inks(struct arena *a, struct text file, struct picture *out, enum message *why) {
    struct decoding d;
    int turned = out->turned;
    start(&d, a);
    *out = (struct picture){.turned = turned};
    bool sound = false;
    if (!setjmp(d.back)) {
        read_header(&d, file, out);
        read_inks(&d, out);
        out->channels = 3;
        out->inverted = false;
        sound = true;
    }
    jpeg_destroy_decompress(&d.j);
    *why = d.why;
    return sound;
}

struct text jpeg_turned(struct arena *a, const struct picture *p) {
    /* APP1, Exif, TIFF with one entry: orientation, SHORT, one */
    const char exif_segment[] = "\xFF\xE1\0\x22" "Exif\0\0" "MM\0\x2A\0\0\0\x08" "\0\x01"
                                "\x01\x12\0\x03\0\0\0\x01\0";
    if (p->turned == 1) return p->jpeg;
    char rest[] = {(char)p->turned, 0, 0, 0, 0, 0, 0};
    return TEXT_JOIN(a, text_part(p->jpeg, 0, 2),
                     ((struct text){exif_segment, sizeof exif_segment - 1}),
                     ((struct text){rest, sizeof rest}), text_after(p->jpeg, 2));
}

#define WORDS_OF(x) #x
#define VERSION_OF(x) WORDS_OF(x)

struct text jpeg_library(void) {
    return T("libjpeg-turbo " VERSION_OF(LIBJPEG_TURBO_VERSION));
}
