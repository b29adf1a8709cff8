/* SHA-256 (FIPS 180-4), by OpenSSL. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/text.h"

struct digest {
    unsigned char at[32];
};

struct digest digest_of(struct text bytes);
/* Of the parts as if they stood one behind the other. */
struct digest digest_of_parts(const struct text *parts, size_t n);
/* 64 lower-case hexadecimal digits, in the arena. */
struct text digest_hex(struct arena *a, struct digest d);
/* The same digits, with a NUL behind them. */
void digest_print(char hex[65], struct digest d);
/* The library and its version, for --version. */
struct text digest_library(void);

#endif
