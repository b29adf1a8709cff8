/* One-byte codes for the glyphs of a document, and its words as strings of them.
 *
 * A page's text is shown through composite fonts whose embedded CMap has a one-byte code space
 * (ISO 32000-1, 9.7.5): half the bytes of two-byte codes, and word spacing (Tw) works, for code 32
 * is a single byte (9.3.3). A code stands for a glyph and the text it was written for, so that a
 * glyph used for two texts (a hyphen, and a hyphen added at a line's end) has two codes. A face
 * with more than a code space's worth of them gets further spaces, each a PDF font of its own over
 * the same font program. */
#ifndef PDF_CODES_H
#define PDF_CODES_H

#include "page/list.h"

enum { CODES = 256, CODE_SPACE = 32, CODE_TIED = 0xA0 };

/* What a code stands for. */
struct code {
    uint16_t glyph;
    bool used;
    struct text text; /* UTF-8 */
};

/* One code space of a face. */
struct codespace {
    struct code code[CODES];
};

/* A face's codes. */
struct face_codes {
    int file;                  /* the face, in the list of font files */
    const struct font *font;
    struct codespace **spaces;
    size_t nspaces, spaces_cap;
    uint8_t *glyphs;           /* 1 where the glyph is used, by glyph */
};

struct codes;

/* Codes for every word that the list shows, in the order of showing. */
struct codes *codes_make(struct arena *a, const struct list *list);

size_t codes_faces(const struct codes *c);
const struct face_codes *codes_face(const struct codes *c, size_t i);
/* The number of the PDF font for one space of a face, counted over all of them. */
size_t codes_font(const struct codes *c, size_t face, size_t space);
/* The face a cut is of. */
size_t codes_of_cut(const struct codes *c, uint8_t cut);

/* A word as it stands inside a TJ array and a string in it, «Pr)12(emier», where all its glyphs are
 * in the face's first space and on the line; else plain is false, and the word goes glyph by
 * glyph. */
struct coded {
    struct text bytes;
    bool plain;
    bool kerned; /* holds adjustments */
};
const struct coded *codes_word(const struct codes *c, const struct run *run, uint32_t word);

/* The code of one glyph of a word. */
struct glyph_code {
    size_t space;
    uint8_t code;
};
struct glyph_code codes_glyph(const struct codes *c, const struct word *w, size_t glyph);

/* Appends a code to a literal string, escaped where it must be. */
void build_code_byte(struct build *b, uint8_t code);

#endif
