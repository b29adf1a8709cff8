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

void digest_print(char hex[65], struct digest d) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < sizeof d.at; i++) {
        hex[2 * i] = digits[d.at[i] >> 4];
        hex[2 * i + 1] = digits[d.at[i] & 15];
    }
    hex[2 * sizeof d.at] = 0;
}

struct text digest_hex(struct arena *a, struct digest d) {
    char *hex = arena_new(a, char, 2 * sizeof d.at + 1);
    digest_print(hex, d);
    return (struct text){hex, 2 * sizeof d.at};
}

struct text digest_library(void) {
    return text_of(OPENSSL_VERSION_TEXT);
}
