/* A time stamp authority's answer over HTTP; the only user of libcurl. */
#ifndef SIGN_AUTHORITY_H
#define SIGN_AUTHORITY_H

#include "base/diag.h"

/* Posts a question (RFC 3161, 3.4) and sets *answer, in the arena. Tells where nobody or not OK is
 * answered, or more than a stamp can take, or after half a minute; then false. */
bool authority_ask(struct arena *a, struct diags *d, struct text url, struct text question,
                   struct text *answer);

#endif
