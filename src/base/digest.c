/* See digest.h. The plain functions are used, though OpenSSL would rather have its provider
 * machinery called: finding a provider costs more than hashing a bulletin does. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "base/digest.h"

#include <openssl/opensslv.h>
#include <openssl/sha.h>

struct digest digest_of_parts(const struct text *parts, size_t n) {
    struct digest d;
    SHA256_CTX c;
    SHA256_Init(&c);
    for (size_t i = 0; i < n; i++) SHA256_Update(&c, parts[i].at, parts[i].n);
    SHA256_Final(d.at, &c);
    return d;
}

struct digest digest_of(struct text bytes) {
    return digest_of_parts(&bytes, 1);
}

struct text digest_hex(struct arena *a, struct digest d) {
    static const char hex[] = "0123456789abcdef";
    struct build b = {.arena = a};
    for (size_t i = 0; i < sizeof d.at; i++) {
        build_char(&b, hex[d.at[i] >> 4]);
        build_char(&b, hex[d.at[i] & 15]);
    }
    return build_done(&b);
}

struct text digest_library(void) {
    return text_of(OPENSSL_VERSION_TEXT);
}
