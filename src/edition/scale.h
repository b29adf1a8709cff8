/* Pictures brought to fewer pixels, each of which is the mean of the area it stands for. Means are
 * taken of the values as they are stored, as programs that show a picture small do. */
#ifndef EDITION_SCALE_H
#define EDITION_SCALE_H

#include "edition/picture.h"

/* The picture with at most `width` × `height` pixels, as it is shown, in *out; it stays turned, keeps
 * its colours' profile, and has no file of its own. Of a JPEG, the result is one. False where it has
 * no more than these already, or cannot be decoded. `a` keeps the result only. */
bool scale_picture(struct arena *a, const struct picture *p, int width, int height,
                   struct picture *out);

#endif
