/* Pictures as image XObjects (ISO 32000-1, 8.9.5). */
#ifndef PDF_IMAGE_H
#define PDF_IMAGE_H

#include "edition/picture.h"
#include "pdf/haru.h"

/* A picture ready to be written. */
struct image {
    const struct picture *picture;
    struct text data, mask, profile; /* as they go into the file; mask and profile may be empty */
};

/* Compresses what is not; in the arena. */
void image_prepare(struct arena *a, struct deflater *z, const struct picture *p,
                   struct image *out);

/* Writes it with its mask and profile; returns its object's number. Red, green and blue without a
 * profile are those of `srgb`, the number of a stream with the profile of sRGB; 0: the device's. */
uint32_t image_put(struct haru *h, const struct arena *scratch, const struct image *i,
                   uint32_t srgb);

/* The matrix that draws the picture, upright, into a box whose lower left corner is at x, y: six
 * numbers and «cm» (8.3.3), for what is stored may lie on its side. */
void image_matrix(struct build *b, const struct picture *p, length x, length y, length width,
                  length height);

#endif
