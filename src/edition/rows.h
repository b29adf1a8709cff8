/* YAML of the plainest form: rows of a key and a value, and below a key without a value rows of a list or
 * of a map; or a list of such rows. The program's own recipes have this form, and it reads tens of
 * thousands of them; so have the registry and the list of fonts, which each run reads. */
#ifndef EDITION_ROWS_H
#define EDITION_ROWS_H

#include "edition/yaml.h"

/* The tree that yaml_read gives, at a tenth of its cost; NULL, and nothing told, where the text has
 * another form, be it right or wrong. It must be readable: see encoding_readable. */
const struct yaml *rows_read(struct arena *a, struct text file, struct text bytes);

#endif
