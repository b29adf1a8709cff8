/* Editions on their way from one archive to another: one ZIP file with one BagIt bag, whose payload is
 * a part of an archive: editions/YEAR/NAME.zip and resources/AB/HASH.gz, as they stand there. Of these no
 * more than one is in memory at a time. */
#ifndef CLI_CARGO_H
#define CLI_CARGO_H

#include "cli/keep.h"

/* An edition of it. */
struct carried {
    struct edition_name name;
    int number;
    size_t file;                 /* its place among the files of the cargo */
    uint64_t size;               /* of its bundle */
    struct text sha256, before;  /* of the bundle; of the one kept before, empty: none */
    const struct names *needs;   /* resources, by hash */
};

/* A resource of it. */
struct carried_resource {
    struct text sha256; /* of what it holds */
    struct text packed; /* of its gzip file */
    uint64_t size;      /* of that file */
    size_t file;
};

struct cargo {
    struct { struct carried *at; size_t n, cap; } editions;
    struct { struct carried_resource *at; size_t n, cap; } resources;
    struct text where;         /* of one that was opened */
    struct zip_reader *reader;
};

/* Adds an edition as it is in the archive, with what it needs that is not there yet; what is damaged
 * is told, and false returned. */
bool cargo_load(struct call *c, const struct store *s, struct edition_name name, struct cargo *out);

/* Writes into `path` what was loaded, and `range`, which it is called; `where` names the file in
 * complaints. */
bool cargo_pack(struct call *c, const struct store *s, const struct cargo *cargo, struct text range,
                struct text where, struct text path);

/* Opens the file at `path`: its bag, each bundle and each resource must be sound, and nothing else be in
 * it. All that is wrong is told. Close it in any case. */
bool cargo_open(struct call *c, struct text where, struct text path, struct cargo *out);
void cargo_close(struct cargo *cargo);

/* The bytes of an opened cargo's file again, in the arena; they must be those that it was opened with. */
bool cargo_read(struct call *c, const struct cargo *cargo, struct arena *a, size_t file,
                struct text sha256, struct text *out);

/* The resource of that hash; NULL where the cargo has none. */
const struct carried_resource *cargo_resource(const struct cargo *cargo, struct text sha256);

#endif
