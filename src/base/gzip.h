/* What is kept, by zlib, its only user: gzip files (RFC 1952) are written, and streams in zlib's wrapper
 * (RFC 1950) read that do not say how much they hold. The rest is in base/deflate.h. */
#ifndef BASE_GZIP_H
#define BASE_GZIP_H

#include "base/text.h"

/* The bytes as a gzip file without a name or a time, level 6, in the arena. Ends the program as an
 * arena does where memory is short; so does the next. */
struct text gzip_bytes(struct arena *a, struct text bytes);

/* What a stream in zlib's wrapper holds, in the arena; false where it is not sound or holds more than
 * `cap`. */
bool inflate_bytes(struct arena *a, struct text stream, size_t cap, struct text *out);

/* «zlib 1.2.13», as it was loaded, in the arena. */
struct text gzip_library(struct arena *a);

#endif
