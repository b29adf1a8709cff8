/* JPEG files; the only user of libjpeg. */
#ifndef EDITION_JPEG_H
#define EDITION_JPEG_H

#include "edition/picture.h"

/* Takes the file as it is, if it can be decoded to its end; false, with libjpeg's words in *why,
 * where it cannot, is larger than the caps, or of a kind that PDF has not (arithmetic coding,
 * lossless, 12 bits, 2 channels). Of what it says besides, colour profile and orientation are taken;
 * the rest is left out. */
bool jpeg_take(struct arena *a, struct text file, struct picture *out, struct text *why);

/* Ends in inks without a profile, which no standard says how to show, are turned into red, green and
 * blue; false as above. */
bool jpeg_decode_inks(struct arena *a, struct text file, struct picture *out, struct text *why);

/* The orientation as a segment of Exif, for readers that take it from the file itself: the file with
 * it put in. */
struct text jpeg_turned(struct arena *a, const struct picture *p);

#endif
