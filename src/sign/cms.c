/* See cms.h. OpenSSL's CMS_final would add a signing-time; so the signed attributes are completed,
 * encoded and signed here, and the value is set. */
#include "sign/cms.h"

#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/objects.h>

#include <stdlib.h>
#include <string.h>

enum { ATTRIBUTES_MAX = 8 };

void cms_tell(struct diags *d) {
    const char *why = ERR_reason_error_string(ERR_peek_last_error());
    DIAG(d, ((struct place){0}), SIGN_FAILED, why ? text_of(why) : T("?"));
    ERR_clear_error();
}

static CMS_SignerInfo *signer(CMS_ContentInfo *cms) {
    return sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
}

/* DER of one attribute. */
struct encoded {
    unsigned char *at;
    int n;
};

/* The order of a SET OF in DER (X.690, 11.6). */
static int der_order(const void *a, const void *b) {
    const struct encoded *x = a, *y = b;
    int c = memcmp(x->at, y->at, (size_t)(x->n < y->n ? x->n : y->n));
    return c ? c : x->n - y->n;
}

/* The signed attributes as they are signed: an explicit SET OF (RFC 5652, 5.4). Empty where memory
 * or the library failed. */
static struct text attributes(struct arena *a, CMS_SignerInfo *s) {
    struct encoded parts[ATTRIBUTES_MAX] = {0};
    int n = CMS_signed_get_attr_count(s), total = 0;
    struct text out = {0};
    if (n < 1 || n > ATTRIBUTES_MAX) return out;
    for (int i = 0; i < n; i++) {
        parts[i].n = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(s, i), &parts[i].at);
        if (parts[i].n <= 0) goto out;
        total += parts[i].n;
    }
    qsort(parts, (size_t)n, sizeof *parts, der_order);
    int size = ASN1_object_size(1, total, V_ASN1_SET);
    unsigned char *der = arena_new(a, unsigned char, (size_t)size), *at = der;
    ASN1_put_object(&at, 1, total, V_ASN1_SET, V_ASN1_UNIVERSAL);
    for (int i = 0; i < n; i++) {
        memcpy(at, parts[i].at, (size_t)parts[i].n);
        at += parts[i].n;
    }
    out = (struct text){(char *)der, (size_t)size};
out:
    for (int i = 0; i < n; i++) OPENSSL_free(parts[i].at);
    return out;
}

/* Signs `bytes` and puts the value into the signer's part. */
static bool set_value(CMS_SignerInfo *s, EVP_PKEY *key, struct text bytes) {
    bool ok = false;
    unsigned char *value = NULL;
    size_t n = 0;
    EVP_MD_CTX *c = EVP_MD_CTX_new();
    const unsigned char *at = (const unsigned char *)bytes.at;
    if (!c || EVP_DigestSignInit(c, NULL, EVP_sha256(), NULL, key) != 1) goto out;
    if (EVP_DigestSign(c, NULL, &n, at, bytes.n) != 1) goto out;
    value = OPENSSL_malloc(n);
    if (!value || EVP_DigestSign(c, value, &n, at, bytes.n) != 1) goto out;
    ok = ASN1_STRING_set(CMS_SignerInfo_get0_signature(s), value, (int)n) == 1;
out:
    OPENSSL_free(value);
    EVP_MD_CTX_free(c);
    return ok;
}

static bool add_signer(struct arena *a, CMS_ContentInfo *cms, const struct identity *id,
                       struct digest hash) {
    CMS_SignerInfo *s = CMS_add1_signer(cms, id->certificate, id->key, EVP_sha256(),
                                        CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES | CMS_PARTIAL);
    if (!s) return false;
    for (int i = 0; i < sk_X509_num(id->chain); i++) {
        X509 *x = sk_X509_value(id->chain, i);
        if (X509_cmp(x, id->certificate) && !CMS_add1_cert(cms, x)) ERR_clear_error(); /* twice */
    }
    if (!CMS_signed_add1_attr_by_NID(s, NID_pkcs9_contentType, V_ASN1_OBJECT,
                                     OBJ_nid2obj(NID_pkcs7_data), -1) ||
        !CMS_signed_add1_attr_by_NID(s, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, hash.at,
                                     sizeof hash.at))
        return false;
    struct text bytes = attributes(a, s);
    return bytes.n && set_value(s, id->key, bytes);
}

CMS_ContentInfo *cms_sign(struct arena *a, struct diags *d, const struct identity *id,
                          struct digest hash) {
    CMS_ContentInfo *cms =
        CMS_sign(NULL, NULL, NULL, NULL, CMS_DETACHED | CMS_BINARY | CMS_PARTIAL);
    if (cms && add_signer(a, cms, id, hash)) return cms;
    cms_tell(d);
    CMS_ContentInfo_free(cms);
    return NULL;
}

struct text cms_value(CMS_ContentInfo *cms) {
    const ASN1_OCTET_STRING *value = CMS_SignerInfo_get0_signature(signer(cms));
    return (struct text){(const char *)ASN1_STRING_get0_data(value),
                         (size_t)ASN1_STRING_length(value)};
}

bool cms_add_stamp(struct diags *d, CMS_ContentInfo *cms, struct text token) {
    if (CMS_unsigned_add1_attr_by_NID(signer(cms), NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                                      token.at, (int)token.n) == 1)
        return true;
    cms_tell(d);
    return false;
}

bool cms_encode(struct arena *a, struct diags *d, CMS_ContentInfo *cms, struct text *out) {
    unsigned char *der = NULL;
    int n = i2d_CMS_ContentInfo(cms, &der);
    if (n > 0) *out = text_copy(a, (struct text){(char *)der, (size_t)n});
    else cms_tell(d);
    OPENSSL_free(der);
    return n > 0;
}
