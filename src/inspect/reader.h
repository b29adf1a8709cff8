/* A PDF read with libqpdf, by its only user. The file is hostile: nothing is repaired, and depth,
 * number and size of what is taken are capped. */
#ifndef INSPECT_READER_H
#define INSPECT_READER_H

#include "base/diag.h"
#include "inspect/facts.h"

/* Facts of the file in `bytes`, in the arena. Tells at `path` why it is no readable PDF; then
 * false. */
bool reader_read(struct arena *a, struct diags *d, struct text path, struct text bytes,
                 struct facts *out);

#endif
