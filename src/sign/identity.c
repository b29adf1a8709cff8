/* See identity.h. */
#include "sign/identity.h"

#include "base/file.h"
#include "sign/passphrase.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <string.h>
#include <time.h>

enum { PEM_CAP = 1 << 20 };

/* --- the key --- */

/* What the library's question for a passphrase is answered from. */
struct asking {
    struct arena *a;
    const struct identity_files *files;
    struct text given;    /* from the file, or typed */
    bool asked, answered;
};

/* The library asks once for each form that the key might have; a person is asked once. */
static int answer(char *buffer, int size, int writing, void *data) {
    struct asking *q = data;
    (void)writing;
    if (!q->asked)
        q->answered = q->files->passphrase.n ||
                      passphrase_ask(q->a, q->files->lang, q->files->key, &q->given);
    q->asked = true;
    if (!q->answered || q->given.n > (size_t)size) return -1;
    memcpy(buffer, q->given.at, q->given.n);
    return (int)q->given.n;
}

static EVP_PKEY *parse_key(struct text pem, struct asking *q) {
    BIO *in = BIO_new_mem_buf(pem.at, (int)pem.n);
    EVP_PKEY *key = in ? PEM_read_bio_PrivateKey(in, NULL, answer, q) : NULL;
    BIO_free(in);
    ERR_clear_error();
    return key;
}

static bool read_key(struct identity *id, struct arena *a, struct diags *d,
                     const struct identity_files *files) {
    struct asking q = {.a = a, .files = files};
    struct place place = {.file = files->key};
    struct text pem;
    if (files->passphrase.n) {
        if (!file_read(a, d, files->passphrase, PEM_CAP, &q.given)) return false;
        q.given = text_part(q.given, 0, text_find(q.given, T("\n")));
        if (text_ends(q.given, T("\r"))) q.given.n--;
    }
    if (!file_read(a, d, files->key, PEM_CAP, &pem)) return false;
    id->key = parse_key(pem, &q);
    if (!id->key) {
        if (!q.asked) DIAG0(d, place, KEY_NONE);
        else DIAG0(d, place, q.answered ? KEY_PASSPHRASE : KEY_LOCKED);
        return false;
    }
    if (EVP_PKEY_is_a(id->key, "RSA") || EVP_PKEY_is_a(id->key, "EC")) return true;
    DIAG(d, place, KEY_KIND, text_of(EVP_PKEY_get0_type_name(id->key)));
    return false;
}

/* --- certificates --- */

static bool read_chain(struct identity *id, struct arena *a, struct diags *d, struct text path) {
    struct text pem;
    if (!file_read(a, d, path, PEM_CAP, &pem)) return false;
    BIO *in = BIO_new_mem_buf(pem.at, (int)pem.n);
    id->chain = sk_X509_new_null();
    for (X509 *x; in && (x = PEM_read_bio_X509(in, NULL, NULL, NULL)) != NULL;)
        if (!sk_X509_push(id->chain, x)) X509_free(x);
    /* the end of a file shows as a missing begin; all else is a fault in a certificate */
    bool ended = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    ERR_clear_error();
    BIO_free(in);
    if (ended && sk_X509_num(id->chain) > 0) return true;
    DIAG0(d, ((struct place){.file = path}), CERTIFICATE_NONE);
    return false;
}

/* The one that was issued for the key, wherever in the file it stands. */
static bool find_own(struct identity *id, struct diags *d, const struct identity_files *files) {
    for (int i = 0; i < sk_X509_num(id->chain) && !id->certificate; i++) {
        X509 *x = sk_X509_value(id->chain, i);
        if (X509_check_private_key(x, id->key)) id->certificate = x;
    }
    ERR_clear_error();
    if (id->certificate) return true;
    DIAG(d, ((struct place){.file = files->certificates}), CERTIFICATE_OTHER, files->key);
    return false;
}

static struct text subject_of(struct arena *a, const X509 *x) {
    char *at;
    BIO *out = BIO_new(BIO_s_mem());
    X509_NAME_print_ex(out, X509_get_subject_name(x), 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB);
    long n = BIO_get_mem_data(out, &at);
    struct text subject = n > 0 ? text_copy(a, (struct text){at, (size_t)n}) : T("?");
    BIO_free(out);
    return subject;
}

static struct text time_words(struct arena *a, instant t) {
    struct build b = {.arena = a};
    instant_print_iso(&b, t);
    return build_done(&b);
}

static instant instant_of(const ASN1_TIME *t) {
    struct tm parts = {0};
    ASN1_TIME_to_tm(t, &parts);
    return timegm(&parts);
}

static void check_dates(struct arena *a, struct diags *d, const X509 *x, struct place place,
                        instant time) {
    instant from = instant_of(X509_get0_notBefore(x)), to = instant_of(X509_get0_notAfter(x));
    if (time < from)
        DIAG(d, place, CERTIFICATE_EARLY, subject_of(a, x), time_words(a, from),
             time_words(a, time));
    else if (time > to)
        DIAG(d, place, CERTIFICATE_EXPIRED, subject_of(a, x), time_words(a, to),
             time_words(a, time));
}

static bool check_chain(const struct identity *id, struct arena *a, struct diags *d,
                        struct text path, instant time) {
    struct place place = {.file = path};
    uint32_t usage = X509_get_key_usage(id->certificate); /* all bits where it says nothing */
    for (int i = 0; i < sk_X509_num(id->chain); i++)
        check_dates(a, d, sk_X509_value(id->chain, i), place, time);
    if (!(usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)))
        DIAG(d, place, CERTIFICATE_USE, subject_of(a, id->certificate));
    return diags_fine(d);
}

bool identity_open(struct identity *id, struct arena *a, struct diags *d,
                   const struct identity_files *files, instant time) {
    *id = (struct identity){0};
    bool ok = read_chain(id, a, d, files->certificates);
    ok &= read_key(id, a, d, files);
    return ok && find_own(id, d, files) && check_chain(id, a, d, files->certificates, time);
}

void identity_drop(struct identity *id) {
    EVP_PKEY_free(id->key);
    sk_X509_pop_free(id->chain, X509_free);
}
