/* ZIP archives in memory; the only user of libzip. What is written depends on nothing but what is
 * given: order, the day as the time of every file, one compression, no user or system. */
#ifndef ARCHIVE_ZIP_H
#define ARCHIVE_ZIP_H

#include "base/date.h"
#include "base/diag.h"

struct zip_file {
    struct text name;  /* relative, parted by slashes */
    struct text bytes;
    bool stored;       /* not compressed: it already is */
    bool broken;       /* read, but not sound: its bytes are none */
    struct text sha256; /* by a manifest, held against the bytes; empty: not known */
};

struct zip_files {
    struct zip_file *at;
    size_t n, cap;
};

/* The archive's bytes, in the arena. False where libzip failed, which is told. */
bool zip_pack(struct arena *a, struct diags *d, const struct zip_files *files, date day,
              struct text *out);

/* How much is taken out of a foreign archive. */
enum { ZIP_FILES_MOST = 10000, ZIP_NAME_MOST = 1024 };
#define ZIP_BYTES_MOST ((uint64_t)1 << 30)

/* All files of an archive, in the arena, in the order of the archive. `where` names it in
 * complaints. Refused, and told, are: what is no sound ZIP, a name that is absolute, climbs («..»),
 * has a backslash or a NUL, is a device of Windows, stands twice or differs from another in case only, more files or bytes
 * than the caps, by what is declared and by what comes out. A file of a sound archive that is not
 * sound itself is told, and the others are read all the same; on any other failure there are none. */
bool zip_unpack(struct arena *a, struct diags *d, struct text where, struct text bytes,
                struct zip_files *out);

struct text zip_library(struct arena *a);

#endif
