/* See digest.h. The one-shot SHA256() needs no provider to be fetched, which would cost more than
 * hashing a bulletin does. */
#include "base/digest.h"

#include <openssl/crypto.h>
#include <openssl/sha.h>

struct digest digest_of(struct text bytes) {
    struct digest d;
    SHA256((const unsigned char *)bytes.at, bytes.n, d.at);
    return d;
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
    return text_of(OpenSSL_version(OPENSSL_VERSION));
}
