/* Where sources are read from: the disk, or files that are held in memory, as those of a bundle
 * are. Whoever reads a source, or a file that a source names, reads it here. */
#ifndef EDITION_SHELF_H
#define EDITION_SHELF_H

#include "base/file.h"

struct shelf_file {
    struct text path;  /* relative, parted by slashes, without «.» and «..» */
    struct text bytes;
};

/* NULL is the disk. A shelf has the folders that its files are in. */
struct shelf {
    const struct shelf_file *at;
    size_t n;
};

/* As the functions of file.h with these names. What a shelf holds is not copied, and the cap is not
 * asked. */
bool shelf_read(const struct shelf *s, struct arena *a, struct diags *d, struct text path,
                size_t cap, struct text *out);
bool shelf_exists(const struct shelf *s, struct text path);
bool shelf_is_folder(const struct shelf *s, struct text path);
bool shelf_reachable(const struct shelf *s, struct diags *d, struct text path);
bool shelf_list(const struct shelf *s, struct arena *a, struct diags *d, struct text folder,
                struct names *out);

#endif
