/* One face: its metrics, its characters, and a subset of it. HarfBuzz is known here and in shape
 * only. Advances are in thousandths of an em, rounded as the PDF's widths are, so that a line is
 * as long on the page as it was in the layout (ISO 32000-1, 9.2.4, glyph space). */
#ifndef TYPE_FONT_H
#define TYPE_FONT_H

#include "base/diag.h"
#include "edition/fonts.h"

enum { EM = 1000 };

struct font;

/* Opens the face; NULL where the file is missing or no font, which is told with the package that
 * has it. The file stays mapped until font_close. */
struct font *font_open(struct arena *a, struct diags *d, const struct font_file *file);
void font_close(struct font *f);

/* The glyph of a character; 0 where the face lacks it. */
uint16_t font_glyph(const struct font *f, uint32_t c);
bool font_covers(const struct font *f, uint32_t c);
/* The glyph's own advance, without kerning: in units of the face, and in thousandths of an em. */
int font_units(const struct font *f, uint16_t glyph);
int font_advance(const struct font *f, uint16_t glyph);

/* A table of the face by its tag; empty where there is none. */
struct text font_table(const struct font *f, const char *tag);

/* What a PDF's font descriptor says (ISO 32000-1, table 122), in thousandths of an em. */
struct font_facts {
    struct text postscript_name;
    int ascent, descent, cap_height, x_height;
    int space, hyphen; /* advances */
    int bbox[4];
    int italic_angle; /* degrees */
    bool serif, italic, bold;
    bool cff;         /* outlines are CFF, else glyf */
};
const struct font_facts *font_facts(const struct font *f);

/* A subset that has the glyphs marked in `used` (one byte a glyph, font_glyphs of them). */
struct font_subset {
    struct text bytes;      /* sfnt with glyf outlines, or a bare CFF table */
    const uint16_t *map;    /* glyph -> its number in the subset; valid where used */
    uint16_t glyphs;        /* in the subset, .notdef counted */
};
size_t font_glyphs(const struct font *f);
/* False where the face cannot be subset, which is told. */
bool font_subset(struct arena *a, struct diags *d, const struct font *f, const uint8_t *used,
                 struct font_subset *out);

/* «HarfBuzz 6.0.0» */
struct text font_library(struct arena *a);

/* The SHA-256 of the face's file, computed when it is first asked for; by one thread at a time. */
struct digest font_digest(const struct font *f);

/* For shape: the hb_font_t. */
void *font_handle(const struct font *f);

#endif
