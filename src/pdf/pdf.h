/* From the display list to the bytes of a PDF: the only entrance to this folder. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/diag.h"
#include "page/list.h"
#include "pdf/foundry.h"
#include "pdf/meta.h"

/* The file, in the arena, made by these means; its bytes depend on the list and the
 * facts only. Where `spend`, pages of the list are given back as they are written (see list_spend). Where the facts ask for a signature, *gap is set to where it goes, and the file waits
 * for it: see sign.h. False where something went wrong, which is told. */
bool pdf_write(struct arena *a, struct diags *d, struct list *list, bool spend,
               const struct pdf_facts *facts, struct pdf_means means, struct text *out,
               struct sign_gap *gap);

/* The bytes that parts of such a file take, as they are compressed. */
struct pdf_weights {
    size_t fonts, pages, pictures, attachments;
};
struct pdf_weights pdf_weigh(struct diags *d, const struct list *list,
                             const struct pdf_facts *facts, struct pdf_means means);

#endif
