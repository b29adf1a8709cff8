/* The XMP packet: what the file says of itself, for whoever reads no PDF. */
#ifndef PDF_XMP_H
#define PDF_XMP_H

#include "pdf/meta.h"

/* The packet (ISO 16684-1), in the arena: the facts, equal to the file's Info; that it conforms to
 * PDF/A-3a (ISO 19005-3, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5); the edition's date and number in a
 * schema of griot's own; and the description of both schemas that PDF/A does not know (6.6.2.3). */
struct text xmp_packet(struct arena *a, const struct pdf_facts *facts, struct text lang);

/* The same for a press: that it conforms to PDF/X-4, and what that asks for besides (ISO
 * 15930-7). */
struct text xmp_press_packet(struct arena *a, const struct pdf_facts *facts, struct text lang,
                             struct text document);

#endif
