/* JPEG files; the only user of libjpeg. */
#ifndef EDITION_JPEG_H
#define EDITION_JPEG_H

#include "edition/picture.h"

/* Takes the file as it is, if it can be decoded to its end; false, with what is to be said of
 * it in *why, where it cannot, is larger than the caps, or of a kind that PDF has not (arithmetic coding,
 * lossless, 12 bits, 2 channels). Of what it says besides, colour profile and orientation are taken;
 * the rest is left out. */
bool jpeg_take(struct arena *a, struct text file, struct picture *out, enum message *why);

/* Ends in inks without a profile, which no standard says how to show, are turned into red, green and
 * blue; false as above. */
bool jpeg_decode_inks(struct arena *a, struct text file, struct picture *out, enum message *why);

/* All samples of the picture's JPEG file as they are stored, `channels` bytes a pixel; false where it
 * cannot be decoded. */
bool jpeg_decode(struct arena *a, const struct picture *p, struct text *samples);
/* A JPEG file of such samples, at a quality that hides its blocks in print; width, height, channels
 * and what 0 means of four inks are those of the picture. Empty where libjpeg fails. */
struct text jpeg_encode(struct arena *a, const struct picture *p, struct text samples);

/* The orientation as a segment of Exif, for readers that take it from the file itself: the file with
 * it put in. */
struct text jpeg_turned(struct arena *a, const struct picture *p);

/* «libjpeg-turbo 2.1.5», as it was linked. */
struct text jpeg_library(void);

#endif
