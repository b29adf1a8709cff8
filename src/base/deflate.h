/* The streams of PDFs: deflate in zlib's wrapper (RFC 1950, 1951), the only user of libdeflate. One deflater may
 * be used for any number of streams, by one thread at a time; it costs some 400 kB once. */
#ifndef BASE_DEFLATE_H
#define BASE_DEFLATE_H

#include "base/text.h"

struct deflater;

/* Level 6: fixed, because an edition's bytes depend on it. Ends the program as an arena does where
 * memory is short. The caller closes it. */
struct deflater *deflater_open(void);
void deflater_close(struct deflater *z);

/* The compressed bytes, in the arena. */
struct text deflate_bytes(struct deflater *z, struct arena *a, struct text bytes);

/* «libdeflate 1.14», as it was linked. */
struct text deflate_library(void);

#endif
