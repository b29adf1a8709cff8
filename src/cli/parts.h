/* The libraries that are linked, with their versions as they were loaded. */
#ifndef CLI_PARTS_H
#define CLI_PARTS_H

#include "archive/recipe.h"

struct part_versions parts_linked(struct arena *a);

#endif
