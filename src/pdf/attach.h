/* Files inside the file: what the edition was made from. */
#ifndef PDF_ATTACH_H
#define PDF_ATTACH_H

#include "base/date.h"
#include "pdf/haru.h"

struct attachment {
    struct text name;  /* as a file's, without its folders */
    struct text mime;  /* «text/plain» */
    struct text says;  /* a description, for a reader */
    struct text bytes;
};

/* Puts them into the file and the catalog: embedded files (ISO 32000-1, 7.11.4) that are its
 * sources (ISO 19005-3, 6.8 and annex E). deflated[i] are the bytes of at[i], compressed. `a` is
 * scratch memory. */
void attach_put(struct haru *h, const struct arena *a, const struct attachment *at, size_t n,
                const struct text *deflated, struct text day);

#endif
