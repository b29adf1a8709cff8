/* Text strings (ISO 32000-1, 7.9.2.2): what a person reads or hears. */
#ifndef PDF_TEXTSTRING_H
#define PDF_TEXTSTRING_H

#include "base/text.h"

/* UTF-16BE behind its mark. */
struct text textstring_utf16(struct arena *a, struct text utf8);

/* A text string in ( ): in PDFDocEncoding where that has all its characters, which takes half of what
 * UTF-16 takes. */
void build_pdf_string(struct build *b, struct text utf8);

#endif
