/* What is lost with a damaged file of a bundle, in words. */
#ifndef ARCHIVE_LOSS_H
#define ARCHIVE_LOSS_H

#include "archive/bundle.h"

/* Tells, at `where`, what is lost with the faulty files of the bundle that bundle_open found; all of
 * it where it found none, and failed. */
void loss_tell(struct diags *d, struct text where, struct edition_name name,
               const struct bundle *b);

#endif
