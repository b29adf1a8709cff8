/* What a file says apart from how it is compressed: for telling whether a compressor alone makes
 * two files differ. */
#ifndef PDF_STREAMS_H
#define PDF_STREAMS_H

#include "base/text.h"

/* Whether two files that pdf_write made are the same once their streams are decoded. */
bool streams_equal(struct arena *a, struct text x, struct text y);

#endif
