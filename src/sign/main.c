/* griot-sign: makes the CMS structure of a signature, for griot compose, so that composing need not
 * load what signing needs.
 *
 *   griot-sign KEY CERTIFICATES PASS-FILE URL TIME LANG
 *
 * PASS-FILE and URL may be empty; TIME is in seconds since 1970, LANG the number of a language.
 * Standard input holds the SHA-256 of what is to be signed, 32 bytes; the answer (base/relay.h)
 * holds the structure in DER. */
#include "base/file.h"
#include "base/relay.h"
#include "sign/cms.h"
#include "sign/stamp.h"

#include <string.h>
#include <unistd.h>

enum { WORDS = 7 };

struct order {
    struct identity_files files;
    struct text url;
    instant time;
    struct digest hash;
};

static bool read_order(struct arena *a, struct diags *d, char **words, struct order *out) {
    struct text hash;
    int64_t lang;
    if (!file_read(a, d, T("/dev/stdin"), sizeof out->hash.at, &hash) ||
        hash.n != sizeof out->hash.at || !text_int(text_of(words[5]), 0, INT64_MAX, &out->time) ||
        !text_int(text_of(words[6]), 0, LANG__MAX - 1, &lang))
        return false;
    memcpy(out->hash.at, hash.at, hash.n);
    out->files = (struct identity_files){.key = text_of(words[1]),
                                         .certificates = text_of(words[2]),
                                         .passphrase = text_of(words[3]),
                                         .lang = (enum lang)lang};
    out->url = text_of(words[4]);
    return true;
}

static bool sign(struct arena *a, struct diags *d, const struct order *o, struct text *der) {
    struct identity id;
    CMS_ContentInfo *cms = NULL;
    struct text token;
    bool ok = identity_open(&id, a, d, &o->files, o->time) &&
              (cms = cms_sign(a, d, &id, o->hash)) != NULL &&
              (!o->url.n || (stamp_get(a, d, o->url, cms_value(cms), &token) &&
                             cms_add_stamp(d, cms, token))) &&
              cms_encode(a, d, cms, der);
    CMS_ContentInfo_free(cms);
    identity_drop(&id);
    return ok;
}

int main(int argc, char **argv) {
    struct arena arena = arena_open((size_t)1 << 30);
    struct diags d = diags_make(&arena);
    struct order order;
    struct text der = {0};
    int status = 2;
    if (argc == WORDS && read_order(&arena, &d, argv, &order)) {
        if (!sign(&arena, &d, &order, &der)) der = (struct text){0};
        status = relay_finish(&d, der);
    } else {
        file_write_all(STDERR_FILENO, T("griot-sign is run by griot compose --sign\n"));
    }
    arena_close(&arena);
    return status;
}
