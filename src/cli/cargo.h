/* Editions on their way from one archive to another: one ZIP file with one BagIt bag, whose payload is
 * a part of an archive: editions/YEAR/NAME.zip and resources/AB/HASH.gz, as they stand there. */
#ifndef CLI_CARGO_H
#define CLI_CARGO_H

#include "cli/keep.h"

/* An edition of it. */
struct carried {
    struct edition_name name;
    int number;
    struct text bytes;          /* its bundle */
    struct text sha256, before; /* of the bundle; of the one kept before, empty: none */
    struct { struct text *at; size_t n, cap; } needs; /* resources, by hash */
};

struct cargo {
    struct { struct carried *at; size_t n, cap; } editions;
    struct zip_files resources; /* names are hashes, bytes are gzip files */
};

/* Adds an edition as it is in the archive, with what it needs that is not there yet; what is damaged
 * is told, and false returned. */
bool cargo_load(struct call *c, const struct store *s, struct edition_name name, struct cargo *out);

/* The file's bytes; `range` is what it is called. */
bool cargo_pack(struct call *c, const struct cargo *cargo, struct text range, struct text *out);

/* Opens the file: its bag, each bundle and each resource must be sound, and nothing else be in it.
 * All that is wrong is told. */
bool cargo_open(struct call *c, struct text where, struct text bytes, struct cargo *out);

/* The resource of that hash; NULL where the cargo has none. */
const struct zip_file *cargo_resource(const struct cargo *cargo, struct text sha256);

#endif
