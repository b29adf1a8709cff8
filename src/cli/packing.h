/* The making of bundles: which files go into one, and what its recipe says of them. */
#ifndef CLI_PACKING_H
#define CLI_PACKING_H

#include "archive/bundle.h"
#include "archive/store.h"
#include "cli/composed.h"

enum { SETTINGS = 4 };

/* A file of settings as it is packed with every edition. */
struct setting {
    struct text name, file, bytes; /* file: below data/ */
};

/* One serves all editions of a press: its settings are read once, its resources kept once. */
struct packing {
    struct call *c;
    const struct press *press;
    struct arena *a; /* for what lasts */
    struct setting settings[SETTINGS];
    struct ingredients resources, program; /* program: as an edition before has it */
    bool has_resources;
};

/* Reads the settings. */
bool packing_open(struct packing *p, struct call *c, const struct press *press);

/* Settings and sources: what the edition is made from, whichever name it will have. `paths` are
 * what was imported. */
bool packing_inputs(struct packing *p, const struct text *paths, size_t n,
                    const struct edition *e, struct bundle *b);

/* Where the recipe of an edition that is kept was made by this engine, of this version, with the same
 * libraries, the program it names is named again, instead of keeping another build of it. */
void packing_know(struct packing *p, const struct recipe *r);

/* Keeps the resources the press needs in the archive, and names them in the recipe. */
bool packing_resources(struct packing *p, struct store *s, struct recipe *r);

/* The rest: facts, contents and outputs; then the bundle's bytes. Name, signature and what the
 * archive says of the edition must stand in the recipe already. */
bool packing_finish(struct packing *p, const struct composed *made, struct bundle *b,
                    struct text *bytes);

#endif
