/* From the display list to a file for a press: PDF/X-4 (ISO 15930-7), without anything that only a
 * screen has. */
#ifndef PDF_PRESS_H
#define PDF_PRESS_H

#include "base/diag.h"
#include "page/sheets.h"
#include "pdf/foundry.h"
#include "pdf/meta.h"

struct press_run {
    const struct inks *inks;       /* by pen; see plates.h */
    const struct sheets *sheets;
    struct text profile;          /* of the press: an ICC profile */
    struct text condition;        /* its printing condition: «FOGRA29» … */
    bool registered;              /* … in the ICC's registry */
    bool black;                   /* marks are on the black plate alone */
};

/* Whether the bytes are an ICC profile of a press with four inks, of a version that PDF 1.6 takes
 * (ISO 15076-1, 7.2). */
bool press_profile_fine(struct text icc);

/* The file, as by pdf_write. Its bytes depend on the list, the facts and the run only. */
bool press_write(struct arena *a, struct diags *d, const struct list *list,
                 const struct pdf_facts *facts, const struct press_run *run, struct pdf_means means,
                 struct text *out);

#endif
