/* Faces as PDF fonts: subset, widths, maps from codes to glyphs and to text (ISO 32000-1, 9.7). */
#ifndef PDF_EMBED_H
#define PDF_EMBED_H

#include "pdf/codes.h"
#include "pdf/foundry.h"
#include "pdf/haru.h"

/* The parts of one face that are made beside others, by any thread. */
struct embedded {
    struct cast cast;
    struct text *cmaps;   /* by code space, deflated */
    struct text *unicode; /* likewise */
    struct text *glyphs;  /* likewise: CIDToGIDMap, for glyf outlines */
};

/* False where the face cannot be subset, which is told. The foundry may be NULL. */
bool embed_prepare(struct foundry *f, struct arena *a, struct diags *d, struct deflater *z,
                   const struct face_codes *face, struct embedded *out);

/* The objects of a face; its fonts go into the dictionary of font resources, the first as number
 * `first`. */
void embed_put(struct haru *h, struct arena *a, const struct face_codes *face,
               const struct embedded *e, struct haru_dict *fonts, size_t first);

#endif
