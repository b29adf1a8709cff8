/* The archive's folder: bundles by their editions' names, the chain's head, the journal, resources
 * by their hashes. Nothing in it is ever overwritten but the head. */
#ifndef ARCHIVE_STORE_H
#define ARCHIVE_STORE_H

#include "archive/name.h"
#include "base/diag.h"
#include "base/file.h"

struct store {
    struct arena *a;
    struct text root;
    int lock;         /* of a publisher; -1 */
    bool fresh;       /* the archive was made under this lock, and nothing is kept in it yet */
    struct text made; /* the outermost folder that was made for it; empty: none */
    struct names put; /* resources put for editions that are not kept yet */
};

/* An archive for reading; told and false where there is none at `root`. For keeping: custody.h. */
bool store_open(struct store *s, struct arena *a, struct diags *d, struct text root);
/* What files_put names its temporaries, and import its folder. */
#define STORE_TEMPORARY T(".griot-")

struct editions {
    struct edition_name *at;
    size_t n, cap;
};
/* All bundles by their names, in order; files that are none are told as notes where `strict`. */
bool store_list(const struct store *s, struct diags *d, bool strict, struct editions *out);
/* Those of the range only: no more years are read than it has. */
bool store_list_range(const struct store *s, struct diags *d, const struct range *r,
                      struct editions *out);
/* The latest revision of it where the name has none; false where there is no such bundle. */
bool store_find(const struct editions *all, struct edition_name *name);

struct text store_path(const struct store *s, struct arena *a, struct edition_name name);
/* The bundle's bytes. */
bool store_read(const struct store *s, struct arena *a, struct diags *d, struct edition_name name,
                struct text *out);

/* What is kept, durably, in this order: resources, bundles, the journal, the head. */
struct kept_bundle {
    struct edition_name name;
    struct text bytes;
};
/* Keeps the bundles, or none of them; after a crash, the first ones of them. */
bool store_keep(const struct store *s, struct diags *d, const struct kept_bundle *bundles,
                size_t n);
/* What was put so far belongs to editions that are kept. */
void store_kept(struct store *s);
/* The SHA-256 of the bundle kept last; empty where none is. */
bool store_head(const struct store *s, struct arena *a, struct diags *d, struct text *out);
/* Empty: there is no head any more. */
bool store_set_head(const struct store *s, struct diags *d, struct text sha256);
/* The journal as it is; empty where there is none. */
bool store_journal_lines(const struct store *s, struct arena *a, struct diags *d,
                         struct text *out);
/* How many bytes it has; and takes back what stands behind the first `size`. */
int64_t store_journal_size(const struct store *s);
bool store_cut_journal(const struct store *s, struct diags *d, int64_t size);
/* Adds lines to the journal, each with its end. */
bool store_journal(const struct store *s, struct diags *d, struct text lines);

/* The hashes of all resources. */
bool store_resources(const struct store *s, struct diags *d, struct names *out);
/* Where the resource of that hash stands. */
struct text store_resource_path(const struct store *s, struct arena *a, struct text sha256);
/* Tells, as notes, files that are none of the archive's, but for those among the editions, and what
 * stopped commands left anywhere. */
void store_strange(const struct store *s, struct diags *d);

/* Keeps files under their hashes, compressed; nothing is done for those that are kept already. */
struct resource {
    struct text sha256, bytes;
};
bool store_put_resources(struct store *s, struct diags *d, const struct resource *resources,
                         size_t n);
/* The same for one that is compressed already, and held against its hash by the caller. */
bool store_put_packed(struct store *s, struct diags *d, struct text sha256,
                      struct text file);
/* The bytes of a resource, held against its hash. */
bool store_resource(const struct store *s, struct arena *a, struct diags *d, struct text sha256,
                    struct text *out);

#endif
