/* A Word file (.docx, ISO/IEC 29500) as a document: paragraphs, headings, lists, quotations, tables,
 * pictures and links; of looks, bold and italic. What is not printed, or cannot be, is left out and
 * told as a note: tracked deletions, hidden text, comments, text boxes, notes, page headers,
 * formulas, embedded objects. */
#ifndef CONVERT_WORD_H
#define CONVERT_WORD_H

#include "base/diag.h"
#include "convert/document.h"

/* `file` names it in complaints; its companions are named after `name`. */
bool word_read(struct arena *a, struct diags *d, struct text file, struct text name,
               struct text bytes, struct document *out);

#endif
