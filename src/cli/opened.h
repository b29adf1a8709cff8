/* Bundles of an archive, opened. */
#ifndef CLI_OPENED_H
#define CLI_OPENED_H

#include "archive/bundle.h"
#include "archive/store.h"
#include "cli/call.h"

/* A bundle as it is visited. */
struct visited {
    struct edition_name name;
    struct text bytes; /* the file */
    struct bundle bundle;
};

/* Reads and opens the bundle of an edition. A program that cannot, goes on as one that can (see
 * finder.c). */
bool keep_bundle(struct call *c, struct arena *a, const struct store *s, struct edition_name name,
                 struct visited *out);

#endif
