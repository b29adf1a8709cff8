/* The place of a signature in a PDF: a gap is reserved while the file is made, and filled when it
 * is done (ISO 32000-1, 12.8.1; PAdES: ETSI EN 319 142-1). What fills it, a CMS structure over all
 * bytes of the file but the gap, is made elsewhere: here it is so many bytes. */
#ifndef PDF_SIGN_H
#define PDF_SIGN_H

#include "base/diag.h"
#include "base/instant.h"
#include "pdf/haru.h"

enum {
    SIGN_ROOM = 8192,         /* bytes kept for a CMS structure: a chain of three certificates */
    SIGN_ROOM_STAMPED = 16384, /* … with a time stamp, which brings certificates of its own */
    SIGN_ROOM_MAX = 32767     /* of a string in PDF/A-3 (ISO 19005-3, 6.1.13) */
};

/* How a file is to be signed. Together with the CMS structure it makes the same file again. */
struct signature {
    struct text field; /* the field's name */
    struct text label; /* what the field is, for who hears it, in the document's language */
    instant time;      /* claimed: /M */
    int room;          /* bytes reserved, up to SIGN_ROOM_MAX */
};

/* Where in the file the signature is to go. */
struct sign_gap {
    size_t range;    /* offset of the four numbers that say what is signed */
    size_t contents; /* offset of the gap: «<», hexadecimal digits, «>» */
    size_t end;      /* the byte behind it */
};

/* Puts the signature dictionary with its gap and the form that leads to it into the file. The
 * widget, object `widget`, is invisible (its rectangle is empty) and belongs to `page`; it finds
 * its structure element by `parent_key`. */
void sign_reserve(struct haru *h, const struct arena *scratch, const struct signature *s,
                  uint32_t widget, uint32_t page, int parent_key, struct sign_gap *gap);

/* The finished file says what its signature covers: everything but the gap. Changed in place. */
void sign_measure(struct text pdf, const struct sign_gap *gap);

/* The two spans that are signed. */
void sign_spans(struct text pdf, const struct sign_gap *gap, struct text spans[2]);

/* Writes the CMS structure into the gap, in place; where it is too large, tells how much it takes,
 * and returns false. */
bool sign_fill(struct diags *d, struct text pdf, const struct sign_gap *gap, struct text cms);

#endif
