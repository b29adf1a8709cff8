/* See stamp.h. */
#include "sign/stamp.h"

#include "base/digest.h"
#include "sign/authority.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/ts.h>

enum { NONCE_BYTES = 8 };

/* A question for a stamp of that hash, with the authority's certificate in the answer; the nonce
 * ties the answer to it. NULL where the library fails. The caller frees it. */
static TS_REQ *question(struct digest hash) {
    unsigned char random[NONCE_BYTES];
    TS_REQ *request = TS_REQ_new();
    TS_MSG_IMPRINT *imprint = TS_MSG_IMPRINT_new();
    X509_ALGOR *sha256 = X509_ALGOR_new();
    ASN1_INTEGER *nonce = NULL;
    bool ok = request && imprint && sha256 && RAND_bytes(random, sizeof random) == 1;
    if (ok) {
        random[0] = (random[0] & 0x7F) | 0x40; /* neither negative nor short */
        BIGNUM *n = BN_bin2bn(random, sizeof random, NULL);
        nonce = n ? BN_to_ASN1_INTEGER(n, NULL) : NULL;
        BN_free(n);
        X509_ALGOR_set_md(sha256, EVP_sha256());
        ok = nonce && TS_REQ_set_version(request, 1) && TS_MSG_IMPRINT_set_algo(imprint, sha256) &&
             TS_MSG_IMPRINT_set_msg(imprint, hash.at, sizeof hash.at) &&
             TS_REQ_set_msg_imprint(request, imprint) && TS_REQ_set_nonce(request, nonce) &&
             TS_REQ_set_cert_req(request, 1);
    }
    X509_ALGOR_free(sha256);
    TS_MSG_IMPRINT_free(imprint);
    ASN1_INTEGER_free(nonce);
    if (ok) return request;
    TS_REQ_free(request);
    return NULL;
}

static void tell(struct diags *d, struct text url, enum message m) {
    const char *why = ERR_reason_error_string(ERR_peek_last_error());
    DIAG(d, ((struct place){.file = url}), m, why ? text_of(why) : T("?"));
    ERR_clear_error();
}

/* Whether the token's signature holds, by the certificate it brings. */
static bool token_holds(struct text token) {
    const unsigned char *at = (const unsigned char *)token.at;
    CMS_ContentInfo *cms = d2i_CMS_ContentInfo(NULL, &at, (long)token.n);
    bool ok = cms && CMS_verify(cms, NULL, NULL, NULL, NULL,
                                CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
    CMS_ContentInfo_free(cms);
    return ok;
}

/* The library's account of a refusal, with the authority's own words, which may be any bytes. */
static struct text refusal(struct arena *a) {
    const char *said = NULL;
    struct build b = {.arena = a};
    ERR_peek_last_error_data(&said, NULL);
    for (; said && *said; said++) build_char(&b, *said < 0x20 || *said > 0x7E ? '?' : *said);
    return build_done(&b);
}

static struct text encode_token(struct arena *a, TS_RESP *response) {
    unsigned char *der = NULL;
    int n = i2d_PKCS7(TS_RESP_get_token(response), &der);
    struct text token = {0};
    if (n > 0) token = text_copy(a, (struct text){(char *)der, (size_t)n});
    OPENSSL_free(der);
    return token;
}

/* Judges the answer to the question. */
static bool judge(struct arena *a, struct diags *d, struct text url, TS_REQ *request,
                  TS_RESP *response, struct text *token) {
    long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(response)));
    TS_VERIFY_CTX *checks = TS_REQ_to_TS_VERIFY_CTX(request, NULL);
    if (!checks) {
        tell(d, url, STAMP_NONSENSE);
        return false;
    }
    /* the authority's trust is judged elsewhere, its signature below */
    TS_VERIFY_CTX_set_flags(checks, TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_NONCE);
    bool ok = TS_RESP_verify_response(checks, response) == 1;
    TS_VERIFY_CTX_free(checks);
    if (status != TS_STATUS_GRANTED && status != TS_STATUS_GRANTED_WITH_MODS) {
        DIAG(d, ((struct place){.file = url}), STAMP_REFUSED, refusal(a));
        ERR_clear_error();
        return false;
    }
    if (ok) *token = encode_token(a, response);
    if (ok && token->n && token_holds(*token)) return true;
    tell(d, url, STAMP_NONSENSE);
    return false;
}

bool stamp_get(struct arena *a, struct diags *d, struct text url, struct text bytes,
               struct text *token) {
    TS_REQ *request = question(digest_of(bytes));
    TS_RESP *response = NULL;
    unsigned char *der = NULL;
    int n = request ? i2d_TS_REQ(request, &der) : 0;
    struct text answer = {0};
    bool ok = false;
    if (n <= 0) tell(d, url, SIGN_FAILED);
    else if (authority_ask(a, d, url, (struct text){(char *)der, (size_t)n}, &answer)) {
        const unsigned char *at = (const unsigned char *)answer.at;
        response = d2i_TS_RESP(NULL, &at, (long)answer.n);
        if (response) ok = judge(a, d, url, request, response, token);
        else tell(d, url, STAMP_NONSENSE);
    }
    OPENSSL_free(der);
    TS_RESP_free(response);
    TS_REQ_free(request);
    return ok;
}
