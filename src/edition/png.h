/* PNG files; the only user of libpng. */
#ifndef EDITION_PNG_H
#define EDITION_PNG_H

#include "edition/picture.h"

/* Decodes the file to 8 bits a channel, its gamma that of sRGB; false, with what is to
 * be said of it in *why, where it is not sound or larger than the caps. */
bool png_decode(struct arena *a, struct text file, struct picture *out, enum message *why);

/* The file, which is sound, with the chunks alone that its colours need. */
struct text png_bare(struct arena *a, struct text file);

/* «libpng 1.6.39», as it was linked, in the arena. */
struct text png_library(struct arena *a);

#endif
