/* One edition as it is kept: a ZIP that holds one bag, with the recipe, all it names that is not in
 * the archive's resources, and what came out. griot-bundle(5) describes it. */
#ifndef ARCHIVE_BUNDLE_H
#define ARCHIVE_BUNDLE_H

#include "archive/bag.h"
#include "archive/recipe.h"

struct bundle {
    struct recipe recipe;
    struct zip_files files; /* below data/, the recipe not among them */
    struct names faulty;    /* files of the bag that bundle_open found damaged */
};

/* Puts the file into the bundle, and its hash into the recipe under `list` by the name `name`. */
void bundle_add(struct arena *a, struct bundle *b, struct ingredients *list, struct text name,
                struct text file, struct text bytes, bool stored);

/* The bundle's bytes, in the arena: they depend on what is in it only. */
bool bundle_pack(struct arena *a, struct diags *d, const struct bundle *b, struct text publisher,
                 struct text *out);

/* Opens the bytes of a bundle that is to hold the edition `name`; whatever is wrong with them is
 * told: not a ZIP, not a bag, a file that does not hash as its manifest or recipe says. Even then the
 * recipe is read where it is sound itself; otherwise its `griot` is empty. */
bool bundle_open(struct arena *a, struct diags *d, struct text where, struct text bytes,
                 struct edition_name name, struct bundle *out);

/* The bytes of data/`file`; told where there are none. */
bool bundle_file(const struct bundle *b, struct diags *d, struct text where, struct text file,
                 struct text *out);

#endif
