/* Whether bytes are text that can be read. What is not is named, with its cure: another encoding, a
 * file of another kind, characters that nobody sees. */
#ifndef EDITION_ENCODING_H
#define EDITION_ENCODING_H

#include "base/diag.h"

/* Whether the file's bytes are UTF-8 without characters that have no place in a text. Tells all that
 * is wrong, at its place; false then. A byte order mark is dropped from *t; where its lines end in CR
 * alone, *t becomes a copy in the arena of `d` with LF. */
bool encoding_readable(struct diags *d, struct text file, struct text *t);

/* Whether the character has no place in a text: controls other than line ends and tabs, separators
 * of Unicode's own, overrides of direction (they would print another text than the one that is
 * read), and U+FFFD, which stands where a character was lost. */
bool encoding_refuses(uint32_t c);

/* «U+001B» */
struct text encoding_name(struct arena *a, uint32_t c);

#endif
