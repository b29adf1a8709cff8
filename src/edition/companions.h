/* Files that sources name: pictures and tables beside them, each read once. */
#ifndef EDITION_COMPANIONS_H
#define EDITION_COMPANIONS_H

#include "edition/edition.h"
#include "edition/shelf.h"

struct originals {
    struct original *at;
    size_t n, cap;
};

struct companions {
    const struct shelf *shelf;
    struct text folder;            /* of the source that names them */
    struct originals *originals;   /* where they are noted */
};

/* The picture or table of that name, for a block that names it at `place`: sets block->file and
 * block->picture or block->table. A name with folders in it, a file that is missing, of another kind
 * or not sound is told; then false. */
bool companions_fill(struct companions *c, struct arena *a, struct diags *d, struct place place,
                     struct text name, struct block *block);

#endif
