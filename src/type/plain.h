/* Plain words: of Latin letters, digits and general punctuation, without combining marks, in French.
 *
 * What a face says of such words is often little: single glyphs that a feature puts in the place of
 * others, ligatures, and kerning of pairs. Where it is no more, the glyphs of a word are found here,
 * straight from the face's tables (OpenType 1.9, chapters «GSUB», «GPOS» and «Common Table Formats»),
 * in a tenth of the time that general shaping takes, and without its start, at which HarfBuzz looks
 * through all tables of the face. All else is for HarfBuzz, whose glyphs these are: tests/type/words-plain.c
 * holds them against each other, in every face. */
#ifndef TYPE_PLAIN_H
#define TYPE_PLAIN_H

#include "type/font.h"

/* A feature that was asked for, or forbidden. */
struct plain_feature {
    char tag[4];
    bool on;
};

struct plain;

/* The rules of a face with these features, which last as long; NULL where they are more than the above. One thread uses
 * them, for they remember what was found. */
struct plain *plain_open(struct arena *a, const struct font *font, const struct plain_feature *features,
                         size_t n);

struct plain_glyph {
    uint16_t id;
    uint16_t at;  /* bytes into the word */
    int16_t kern; /* units of the face, added to its advance */
    uint32_t met; /* substitutions that may begin with it: for plain.c */
};

/* The glyphs of a word; -1 where it is not plain, is longer than PLAIN_LONGEST bytes, or has a
 * character that the face lacks. U+00AD is drawn as a hyphen. */
enum { PLAIN_LONGEST = 512 };
int plain_shape(struct plain *p, struct text word, struct plain_glyph out[PLAIN_LONGEST]);

#endif
