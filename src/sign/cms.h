/* A CAdES signature (ETSI EN 319 122-1) as PAdES wants it: detached, over SHA-256; signed
 * attributes content-type, message-digest and signing-certificate-v2, and no signing-time, since
 * the PDF says the time. */
#ifndef SIGN_CMS_H
#define SIGN_CMS_H

#include "base/digest.h"
#include "sign/identity.h"

#include <openssl/cms.h>

/* The signature over bytes with that hash. Made with an RSA key, it is the same each time. NULL
 * where it failed, which is told. The caller frees it. */
CMS_ContentInfo *cms_sign(struct arena *a, struct diags *d, const struct identity *id,
                          struct digest hash);

/* The value that the key made: what a time stamp is to be of. */
struct text cms_value(CMS_ContentInfo *cms);

/* Adds a time stamp's token (DER) as unsigned attribute (RFC 3161, appendix A). */
bool cms_add_stamp(struct diags *d, CMS_ContentInfo *cms, struct text token);

/* The whole as DER, in the arena. */
bool cms_encode(struct arena *a, struct diags *d, CMS_ContentInfo *cms, struct text *out);

/* Tells the library's own words as SIGN_FAILED. */
void cms_tell(struct diags *d);

#endif
