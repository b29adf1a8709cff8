/* Deflate of whole buffers (RFC 1951), by libdeflate, its only user: the streams of PDFs are written in
 * zlib's wrapper (RFC 1950), and what says itself how much it holds is read. One deflater may be used for
 * any number of streams, by one thread at a time; it costs some 400 kB once. */
#ifndef BASE_DEFLATE_H
#define BASE_DEFLATE_H

#include "base/text.h"

struct deflater;

/* Level 6: fixed, because an edition's bytes depend on it. Ends the program as an arena does where
 * memory is short. The caller closes it. */
struct deflater *deflater_open(void);
/* Level 1, at half the cost: for pictures' samples, of which more costs more than it saves. */
struct deflater *deflater_quick(void);
void deflater_close(struct deflater *z);

/* The compressed bytes, in the arena. */
struct text deflate_bytes(struct deflater *z, struct arena *a, struct text bytes);

/* Reads any number of streams, by one thread at a time. The caller closes it. */
struct inflater;
struct inflater *inflater_open(void);
void inflater_close(struct inflater *z);

/* What a stream without a wrapper holds, into `size` bytes at `out`. False where it is not sound, holds
 * more or fewer, or has bytes behind its end. */
bool inflate_exactly(struct inflater *z, struct text stream, char *out, size_t size);

/* What a gzip file of one member (RFC 1952) holds, in the arena; false where it is not sound, by its
 * own CRC and length too, or holds more than `cap`. */
bool gunzip_bytes(struct arena *a, struct text file, size_t cap, struct text *out);

/* The CRC-32 of ZIP and gzip (ISO 3309). */
uint32_t crc_of(struct text bytes);

/* «libdeflate 1.14», as it was linked. */
struct text deflate_library(void);

#endif
