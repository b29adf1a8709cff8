/* A communiqué's body as slugs. */
#ifndef TYPE_CAST_H
#define TYPE_CAST_H

#include "type/galley.h"

/* Sets the body into galley->lines, passages and body. */
void cast_body(const struct setter *s, const struct communique *c, const struct measures *m,
               struct galley *galley);

/* The roles that a communiqué's text asks for beyond those of every edition, as bits. */
uint64_t cast_roles(const struct communique *c);

#endif
