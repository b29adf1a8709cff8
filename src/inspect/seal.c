/* See seal.h. The gap is taken as the file's bytes have it, and must say the same as the PDF's
 * objects do: a signature whose object and place differ is a forgery. */
#include "inspect/seal.h"

#include "base/file.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <string.h>
#include <time.h>

enum { PEM_CAP = 1 << 20, SERIAL_BYTES = 32 };

struct trust {
    X509_STORE *store;
};

/* --- trust --- */

struct trust *trust_open(struct arena *a, struct diags *d, struct text path) {
    struct text pem;
    int n = 0;
    if (!file_read(a, d, path, PEM_CAP, &pem)) return NULL;
    struct trust *t = arena_new(a, struct trust, 1);
    BIO *in = BIO_new_mem_buf(pem.at, (int)pem.n);
    t->store = X509_STORE_new();
    for (X509 *x; in && (x = PEM_read_bio_X509(in, NULL, NULL, NULL)) != NULL; X509_free(x))
        n += X509_STORE_add_cert(t->store, x);
    BIO_free(in);
    ERR_clear_error();
    if (n) return t;
    DIAG0(d, ((struct place){.file = path}), CERTIFICATE_NONE);
    trust_drop(t);
    return NULL;
}

void trust_drop(struct trust *t) {
    if (t) X509_STORE_free(t->store);
}

/* Judges a certificate by the trusted ones, at a time; a trusted certificate needs no issuer. */
static void judge_trust(struct arena *a, const struct trust *t, X509 *x, STACK_OF(X509) *others,
                        instant at, int purpose, struct party *out) {
    X509_STORE_CTX *c = t ? X509_STORE_CTX_new() : NULL;
    if (!c || !X509_STORE_CTX_init(c, t->store, x, others)) {
        X509_STORE_CTX_free(c);
        return;
    }
    X509_VERIFY_PARAM *param = X509_STORE_CTX_get0_param(c);
    X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_time(param, (time_t)at);
    X509_VERIFY_PARAM_set_purpose(param, purpose);
    out->trusted = X509_verify_cert(c) == 1 ? TRUST_YES : TRUST_NO;
    if (out->trusted == TRUST_NO)
        out->why =
            text_copy(a, text_of(X509_verify_cert_error_string(X509_STORE_CTX_get_error(c))));
    X509_STORE_CTX_free(c);
}

/* --- certificates --- */

static struct text name_words(struct arena *a, const X509_NAME *name) {
    char *at;
    BIO *out = BIO_new(BIO_s_mem());
    X509_NAME_print_ex(out, name, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB);
    long n = BIO_get_mem_data(out, &at);
    struct text words = facts_clean(a, (struct text){at, n > 0 ? (size_t)n : 0});
    BIO_free(out);
    return words;
}

static instant time_of(const ASN1_TIME *t) {
    struct tm parts = {0};
    return ASN1_TIME_to_tm(t, &parts) ? (instant)timegm(&parts) : 0;
}

static void describe(struct arena *a, X509 *x, struct party *out) {
    unsigned char serial[SERIAL_BYTES];
    const ASN1_INTEGER *number = X509_get0_serialNumber(x);
    struct build b = {.arena = a};
    int n = ASN1_STRING_length(number);
    if (n > SERIAL_BYTES) n = SERIAL_BYTES;
    memcpy(serial, ASN1_STRING_get0_data(number), (size_t)n);
    for (int i = 0; i < n; i++) {
        build_char(&b, "0123456789abcdef"[serial[i] >> 4]);
        build_char(&b, "0123456789abcdef"[serial[i] & 15]);
    }
    *out = (struct party){.subject = name_words(a, X509_get_subject_name(x)),
                          .issuer = name_words(a, X509_get_issuer_name(x)),
                          .serial = build_done(&b),
                          .from = time_of(X509_get0_notBefore(x)),
                          .to = time_of(X509_get0_notAfter(x)),
                          .self_made = X509_self_signed(x, 1) == 1};
}

/* --- what is covered --- */

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Whether the hole between the two spans is a string in hexadecimal digits with just the bytes
 * `contents`. */
static bool hole_is(struct text hole, struct text contents) {
    if (hole.n != 2 * contents.n + 2 || hole.at[0] != '<' || hole.at[hole.n - 1] != '>')
        return false;
    for (size_t i = 0; i < contents.n; i++) {
        int high = hex_value(hole.at[2 * i + 1]), low = hex_value(hole.at[2 * i + 2]);
        if (high < 0 || low < 0 || (high << 4 | low) != (unsigned char)contents.at[i]) return false;
    }
    return true;
}

/* The two spans; false where the range is none, or leaves out more than the signature. */
static bool take_spans(struct text file, const struct sealing *s, struct text spans[2]) {
    const int64_t *r = s->range, size = (int64_t)file.n;
    if (s->nrange != 4 || r[0] != 0 || r[1] < 1 || r[2] <= r[1] || r[2] > size || r[3] < 0 ||
        r[3] > size - r[2])
        return false;
    spans[0] = text_part(file, 0, (size_t)r[1]);
    spans[1] = text_part(file, (size_t)r[2], (size_t)(r[2] + r[3]));
    return hole_is(text_part(file, (size_t)r[1], (size_t)r[2]), s->contents);
}

/* --- the CMS structure --- */

/* The structure, with nothing but zeros behind it. The caller frees it. */
static CMS_ContentInfo *parse(struct text der, bool padded) {
    const unsigned char *at = (const unsigned char *)der.at;
    CMS_ContentInfo *cms = d2i_CMS_ContentInfo(NULL, &at, (long)der.n);
    size_t used = (size_t)((const char *)at - der.at);
    bool clean = cms && OBJ_obj2nid(CMS_get0_type(cms)) == NID_pkcs7_signed &&
                 sk_CMS_SignerInfo_num(CMS_get0_SignerInfos(cms)) == 1;
    for (size_t i = used; clean && i < der.n; i++) clean = padded && !der.at[i];
    if (clean) return cms;
    CMS_ContentInfo_free(cms);
    return NULL;
}

static CMS_SignerInfo *signer_info(CMS_ContentInfo *cms) {
    return sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
}

/* The signer's certificate among those that came along; belongs to `certificates`. */
static X509 *own_certificate(CMS_ContentInfo *cms, STACK_OF(X509) *certificates) {
    for (int i = 0; i < sk_X509_num(certificates); i++)
        if (!CMS_SignerInfo_cert_cmp(signer_info(cms), sk_X509_value(certificates, i)))
            return sk_X509_value(certificates, i);
    return NULL;
}

/* Whether the signed attributes name just this certificate (CAdES: signing-certificate-v2), so that
 * it cannot be exchanged for another of the same key. */
static bool names_certificate(CMS_ContentInfo *cms, X509 *x) {
    ASN1_STRING *value = CMS_signed_get0_data_by_OBJ(
        signer_info(cms), OBJ_nid2obj(NID_id_smime_aa_signingCertificateV2), -3, V_ASN1_SEQUENCE);
    if (!value) return false;
    const unsigned char *at = ASN1_STRING_get0_data(value);
    ESS_SIGNING_CERT_V2 *named = d2i_ESS_SIGNING_CERT_V2(NULL, &at, ASN1_STRING_length(value));
    STACK_OF(X509) *chain = sk_X509_new_null();
    bool ok = named && chain && sk_X509_push(chain, x) > 0 &&
              OSSL_ESS_check_signing_certs(NULL, named, chain, 1) > 0;
    sk_X509_free(chain);
    ESS_SIGNING_CERT_V2_free(named);
    return ok;
}

static bool verify(CMS_ContentInfo *cms, const struct text spans[2]) {
    BIO *all = BIO_new(BIO_s_mem());
    bool ok = all && BIO_write(all, spans[0].at, (int)spans[0].n) == (int)spans[0].n &&
              (!spans[1].n || BIO_write(all, spans[1].at, (int)spans[1].n) == (int)spans[1].n) &&
              CMS_verify(cms, NULL, NULL, all, NULL, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
    BIO_free(all);
    return ok;
}

/* --- time stamp --- */

/* Whether the token is of `bytes`; its time. */
static bool stamp_is_of(struct text token, const ASN1_OCTET_STRING *bytes, instant *time) {
    const unsigned char *at = (const unsigned char *)token.at;
    PKCS7 *p7 = d2i_PKCS7(NULL, &at, (long)token.n);
    TS_TST_INFO *info = p7 ? PKCS7_to_TS_TST_INFO(p7) : NULL;
    TS_MSG_IMPRINT *imprint = info ? TS_TST_INFO_get_msg_imprint(info) : NULL;
    unsigned char hash[EVP_MAX_MD_SIZE];
    unsigned int n = 0;
    const EVP_MD *md =
        imprint ? EVP_get_digestbyobj(TS_MSG_IMPRINT_get_algo(imprint)->algorithm) : NULL;
    bool ok = md && EVP_Digest(ASN1_STRING_get0_data(bytes), (size_t)ASN1_STRING_length(bytes),
                               hash, &n, md, NULL) == 1;
    if (ok) {
        const ASN1_OCTET_STRING *said = TS_MSG_IMPRINT_get_msg(imprint);
        ok = ASN1_STRING_length(said) == (int)n && !memcmp(ASN1_STRING_get0_data(said), hash, n);
        *time = time_of(TS_TST_INFO_get_time(info));
    }
    TS_TST_INFO_free(info);
    PKCS7_free(p7);
    return ok;
}

static void judge_stamp(struct arena *a, CMS_ContentInfo *cms, const struct trust *trust,
                        struct seal *out) {
    CMS_SignerInfo *s = signer_info(cms);
    int i = CMS_unsigned_get_attr_by_NID(s, NID_id_smime_aa_timeStampToken, -1);
    ASN1_TYPE *value = i < 0 ? NULL : X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(s, i), 0);
    if (i < 0) return;
    out->stamped = true;
    if (!value || value->type != V_ASN1_SEQUENCE) return;
    struct text token = {(const char *)ASN1_STRING_get0_data(value->value.sequence),
                         (size_t)ASN1_STRING_length(value->value.sequence)};
    CMS_ContentInfo *stamp = parse(token, false);
    STACK_OF(X509) *certificates = stamp ? CMS_get1_certs(stamp) : NULL;
    X509 *own = stamp ? own_certificate(stamp, certificates) : NULL;
    out->stamp_holds =
        own && stamp_is_of(token, CMS_SignerInfo_get0_signature(s), &out->stamp_time) &&
        OBJ_obj2nid(CMS_get0_eContentType(stamp)) == NID_id_smime_ct_TSTInfo &&
        CMS_verify(stamp, NULL, NULL, NULL, NULL, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
    if (own) {
        describe(a, own, &out->authority);
        judge_trust(a, trust, own, certificates, out->stamp_time, X509_PURPOSE_TIMESTAMP_SIGN,
                    &out->authority);
    }
    sk_X509_pop_free(certificates, X509_free);
    CMS_ContentInfo_free(stamp);
}

/* --- the whole --- */

static void judge_cms(struct arena *a, CMS_ContentInfo *cms, const struct sealing *s,
                      const struct text spans[2], const struct trust *trust, struct seal *out) {
    STACK_OF(X509) *certificates = CMS_get1_certs(cms);
    X509 *own = own_certificate(cms, certificates);
    bool cades = text_equal(s->kind, T("ETSI.CAdES.detached"));
    out->has_signer = own != NULL;
    out->holds = own && verify(cms, spans) && (!cades || names_certificate(cms, own));
    judge_stamp(a, cms, trust, out);
    if (!out->holds) out->fault = SEAL_BROKEN;
    else if (out->stamped && !out->stamp_holds) out->fault = SEAL_STAMP;
    if (own) {
        instant at = out->stamp_holds ? out->stamp_time : s->has_time ? s->time : 0;
        describe(a, own, &out->signer);
        judge_trust(a, trust, own, certificates, at, X509_PURPOSE_ANY, &out->signer);
    }
    sk_X509_pop_free(certificates, X509_free);
}

static void fail(struct seal *out, enum message fault, struct text detail) {
    out->fault = fault;
    out->detail = detail;
}

void seal_judge(struct arena *a, struct text file, const struct sealing *s,
                const struct trust *trust, struct seal *out) {
    struct text spans[2];
    CMS_ContentInfo *cms = NULL;
    *out = (struct seal){.fault = MESSAGE_NONE};
    if (!text_equal(s->kind, T("ETSI.CAdES.detached")) &&
        !text_equal(s->kind, T("adbe.pkcs7.detached")))
        fail(out, SEAL_KIND, s->kind);
    else if (!take_spans(file, s, spans))
        fail(out, SEAL_RANGE, (struct text){0});
    else if (!(cms = parse(s->contents, true)))
        fail(out, SEAL_UNREADABLE, (struct text){0});
    else {
        out->uncovered = file.n - (size_t)(s->range[2] + s->range[3]);
        out->covers = !out->uncovered;
        judge_cms(a, cms, s, spans, trust, out);
    }
    CMS_ContentInfo_free(cms);
    ERR_clear_error();
}
