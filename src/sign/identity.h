/* Who signs: a private key, the certificate that belongs to it, and the certificates above that. */
#ifndef SIGN_IDENTITY_H
#define SIGN_IDENTITY_H

#include "base/diag.h"
#include "base/instant.h"

#include <openssl/x509.h>

struct identity {
    EVP_PKEY *key;
    X509 *certificate;
    STACK_OF(X509) *chain; /* all certificates given, the signer's among them, as given */
};

struct identity_files {
    struct text key, certificates; /* PEM */
    struct text passphrase;        /* its first line counts; empty: the terminal is asked */
    enum lang lang;                /* to ask in */
};

/* Reads key and certificates, and judges whether they can sign at `time`. What is wrong is told;
 * then false. Drop it in any case. */
bool identity_open(struct identity *id, struct arena *a, struct diags *d,
                   const struct identity_files *files, instant time);
void identity_drop(struct identity *id);

#endif
