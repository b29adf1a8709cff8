/* Time stamps (RFC 3161): the question to an authority, and whether its answer is one. */
#ifndef SIGN_STAMP_H
#define SIGN_STAMP_H

#include "base/diag.h"

/* The token (DER, in the arena) that the authority at `url` gives for `bytes`. Whether it is of
 * these bytes, of this question and signed is checked; whether the authority is trusted is for who
 * reads the file. What goes wrong is told; then false. */
bool stamp_get(struct arena *a, struct diags *d, struct text url, struct text bytes,
               struct text *token);

#endif
