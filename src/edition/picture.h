/* Pictures, PNG (ISO/IEC 15948) and JPEG (ISO/IEC 10918-1), checked to their last byte and ready for
 * print. What they say besides what is to be seen (where a photograph was taken, with what) goes no
 * further. */
#ifndef EDITION_PICTURE_H
#define EDITION_PICTURE_H

#include "base/diag.h"

enum {
    PICTURE_SIDE_MOST = 30000,     /* pixels */
    PICTURE_PIXELS_MOST = 50000000
};

struct picture {
    int width, height;   /* of what is stored, in pixels */
    int turned;          /* how that is to be shown: an orientation of Exif 2.32, 4.6.4 A; 1: as it is */
    int channels;        /* 1: grey, 3: red, green, blue, 4: cyan, magenta, yellow, black */
    struct text jpeg;    /* the JPEG file, without what it says besides; or empty, and … */
    struct text samples; /* … a byte a channel, row by row from the top */
    struct text coded;   /* the same as the PNG file holds them: rows filtered, in zlib's format; empty
                          * where they are not to be had so */
    int depth;           /* of coded: bits a channel, or, with a palette, a pixel */
    struct text palette; /* of coded: as many colours as the depth can tell apart; empty: none */
    struct text alpha;   /* of samples: a byte a pixel, 255 for full; empty: all are */
    struct text profile; /* of its colours (ICC.1); empty: sRGB, its grey, or unknown inks */
    bool inverted;       /* 0 is full ink, as Adobe's programs write CMYK */
    struct text file;    /* the same as a file of its own: PNG or JPEG, without what it says besides */
};

/* Whether the bytes begin like a picture that is read. */
bool picture_is(struct text bytes);
/* The media type of a picture's file. */
struct text picture_mime(const struct picture *p);

/* Reads a picture; `place` is where it is named, `name` its name there. What is wrong is told. */
bool picture_read(struct arena *a, struct diags *d, struct place place, struct text name,
                  struct text bytes, struct picture *out);

/* As it is shown, which may be on its side. */
int picture_shown_width(const struct picture *p);
int picture_shown_height(const struct picture *p);

#endif
