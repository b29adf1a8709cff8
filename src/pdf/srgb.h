/* The colour profile of sRGB (IEC 61966-2-1), as an ICC profile of version 4.2: its bytes. */
#ifndef PDF_SRGB_H
#define PDF_SRGB_H

#include "base/text.h"

/* Made from the standard's numbers, in the arena: a display profile of three primaries and one
 * curve (ISO 15076-1, 8.3.3), some 500 bytes. */
struct text srgb_profile(struct arena *a);

#endif
