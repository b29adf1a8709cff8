/* The libraries that are linked, with their versions as they were loaded. */
#ifndef CLI_PARTS_H
#define CLI_PARTS_H

#include "archive/recipe.h"

struct part_versions parts_linked(struct arena *a);

/* What moved since the edition was kept: our own engine or version, and libraries; empty where
 * nothing that is known did. */
struct text parts_moved(struct arena *a, const struct part_versions *now, const struct recipe *r);

#endif
