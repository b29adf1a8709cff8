/* From sources to an edition: which files, which day, which number, which order. */
#ifndef EDITION_IMPORT_H
#define EDITION_IMPORT_H

#include "edition/edition.h"
#include "edition/ministries.h"
#include "edition/newsroom.h"
#include "edition/shelf.h"

struct import {
    const struct text *paths; /* files and folders, in the order given */
    size_t npaths;
    bool has_date;
    date date;  /* given with --date; else taken from edition.yaml, else from a path's name */
    int number; /* given with --number; 0: by edition.yaml, else the newsroom's rule */
    bool numberless; /* the newsroom's rule is not asked: the number may stay 0 */
    const struct shelf *shelf; /* where the paths are; NULL: on the disk */
    struct text converter; /* the program griot-convert, for Word files and letters */
    const struct ministries *ministries;
    const struct newsroom *newsroom;
};

/* The edition in the arena. All that is wrong with any source is told; then false. */
bool edition_import(struct arena *a, struct diags *d, const struct import *from,
                    struct edition *out);

#endif
