/* BagIt bags (RFC 8493): files under data/, with manifests that say what they hash to. A file whose
 * SHA-256 is known is not hashed here, and need not be in memory. */
#ifndef ARCHIVE_BAG_H
#define ARCHIVE_BAG_H

#include "archive/zip.h"
#include "base/file.h"

/* What bag-info.txt says. */
struct bag_info {
    struct text organization; /* Source-Organization */
    struct text identifier;   /* External-Identifier */
    struct text description;  /* External-Description */
    date day;                 /* Bagging-Date */
};

/* The bag under the folder `base`: its declaration, info, the payload under data/, and manifests by
 * SHA-256, in that order. Payload names are relative to data/. */
void bag_make(struct arena *a, struct text base, const struct bag_info *info,
              const struct zip_files *payload, struct zip_files *out);

/* Holds the files of one bag, all under one folder, against its manifests: everything listed must
 * be there and hash right, everything in data/ must be listed. Each fault is told by its file, but for
 * files that are broken, which is told already; all are put into *faulty by their names in the bag.
 * *payload has the files below data/, by names relative to it, and *base the folder. */
bool bag_check(struct arena *a, struct diags *d, struct text where, const struct zip_files *files,
               struct text *base, struct zip_files *payload, struct names *faulty);

/* The file of that name; NULL where there is none. */
const struct zip_file *bag_find(const struct zip_files *files, struct text name);

#endif
