/* Colours that can be read: contrast as WCAG 2 defines it. */
#ifndef PUBLISH_CONTRAST_H
#define PUBLISH_CONTRAST_H

#include "base/length.h"

/* The colour nearest to `c`, darkened or lightened, whose contrast with `paper` is at least 4.5:1
 * (WCAG 2.2, 1.4.3). */
struct colour contrast_readable(struct colour c, struct colour paper);

#endif
