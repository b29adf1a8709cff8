/* Subsets of faces that were cast for one file and serve the next: the same bytes of a face and the
 * same glyphs give the same each time, so a run over many editions casts that once. Any number of
 * threads may use one foundry. */
#ifndef PDF_FOUNDRY_H
#define PDF_FOUNDRY_H

#include "base/deflate.h"
#include "base/rooms.h"
#include "type/font.h"

struct crew;
struct foundry;

/* A face as a file holds it. */
struct cast {
    const uint16_t *map; /* glyph -> its number in the subset; valid where used */
    uint16_t glyphs;     /* in the subset, .notdef counted */
    size_t size;         /* of the subset, in bytes … */
    struct text program; /* … and the subset itself, deflated */
};

/* With what files are made, whatever is in them. */
struct pdf_means {
    struct crew *crew;       /* who makes them */
    struct foundry *foundry; /* NULL: each file has its faces cast for itself */
    struct rooms *rooms;     /* of the caller's thread; NULL: each file takes its memory for itself */
};

struct foundry *foundry_open(struct arena *a);
void foundry_close(struct foundry *f);

/* The bytes deflated, in the arena; found where they were before, unless `f` is NULL. For what many
 * files have alike. */
struct text foundry_deflate(struct foundry *f, struct arena *a, struct deflater *z,
                            struct text bytes);

/* The face with the glyphs marked in `used` (see font_subset), in the arena; found where it was cast
 * before, unless `f` is NULL. False where the face cannot be subset, which is told. */
bool foundry_cast(struct foundry *f, struct arena *a, struct diags *d, struct deflater *z,
                  const struct font *font, const uint8_t *used, struct cast *out);

#endif
