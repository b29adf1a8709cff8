/* A file held to a number of bytes: its pictures give way, in the order of what that saves. */
#ifndef PDF_BUDGET_H
#define PDF_BUDGET_H

#include "edition/edition.h"
#include "pdf/pdf.h"

enum { BUDGET_SHARPNESS = 150 /* pixels an inch that pictures are brought to */ };

/* As pdf_write; where the file is larger than `most` bytes (0: it may be), pictures that are sharper
 * than BUDGET_SHARPNESS at the size they are printed in are brought to it one by one until it is not.
 * Each is told by the name it has in the edition. False where that is not enough, too: then all parts
 * are told, in bytes. The list's pictures change to those that were written. */
bool budget_write(struct arena *a, struct diags *d, struct list *list, const struct edition *e,
                  const struct pdf_facts *facts, struct pdf_means means, int most, struct text *out,
                  struct sign_gap *gap);

#endif
