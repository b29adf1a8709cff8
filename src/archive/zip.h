/* ZIP archives, in memory and on the disk; the only user of libzip. What is written depends on nothing but what is
 * given: order, the day as the time of every file, one compression, no user or system. */
#ifndef ARCHIVE_ZIP_H
#define ARCHIVE_ZIP_H

#include "base/date.h"
#include "base/diag.h"

struct zip_file {
    struct text name;  /* relative, parted by slashes */
    struct text bytes;
    struct text path;   /* a file on the disk with its bytes, which are not in memory; empty: none */
    uint64_t size;      /* how many they are then */
    bool stored;        /* not compressed: it already is */
    bool broken;        /* read, but not sound: its bytes are none */
    struct text sha256; /* of its bytes; empty: not known */
};

struct zip_files {
    struct zip_file *at;
    size_t n, cap;
};

/* The archive's bytes, in the arena. False where libzip failed, which is told. */
bool zip_pack(struct arena *a, struct diags *d, const struct zip_files *files, date day,
              struct text *out);

/* The same into a file that is there, of which nothing is kept; no file of it is in memory as a whole
 * that is not there already. Of more than 4 GiB or 65,535 files it is a ZIP64. `where` names it in
 * complaints. */
bool zip_write(struct diags *d, struct text where, struct text path, const struct zip_files *files,
               date day);

/* How much is taken out of a foreign archive. */
enum { ZIP_FILES_MOST = 10000, ZIP_NAME_MOST = 1024 };
#define ZIP_BYTES_MOST ((uint64_t)1 << 30)

/* All files of an archive, in the arena, in the order of the archive; those that are not compressed are
 * slices of its bytes, and its folders, which hold nothing, are passed over. `where` names it in complaints.
 * Refused, and told, are: what is no sound ZIP, a name that is absolute, climbs («..»),
 * has a backslash or a NUL, is a device of Windows, stands twice or differs from another in case only, more files or bytes
 * than the caps, by what is declared and by what comes out. A file of a sound archive that is not
 * sound itself is told, and the others are read all the same; on any other failure there are none. */
bool zip_unpack(struct arena *a, struct diags *d, struct text where, struct text bytes,
                struct zip_files *out);

/* An archive on the disk, of any size and with any number of files, of which one is read at a time.
 * The same is refused, but for caps: its list may have ZIP_DIRECTORY_MOST bytes, a file in it
 * ZIP_BYTES_MOST, and all of them, as they are compressed already, an eighth of that and four times what the
 * archive has. NULL where it is refused, which is told. */
enum { ZIP_DIRECTORY_MOST = 256 << 20 };
struct zip_reader;
struct zip_reader *zip_reader_open(struct arena *a, struct diags *d, struct text where,
                                   struct text path);
/* Names and sizes of its files; it lives as long as the arena. */
const struct zip_files *zip_reader_files(const struct zip_reader *r);
/* The bytes of its i-th file, in the arena; false where it is not sound, which is told. */
bool zip_reader_read(const struct zip_reader *r, struct arena *a, struct diags *d, size_t i,
                     struct text *out);
/* NULL is closed already. */
void zip_reader_close(struct zip_reader *r);

struct text zip_library(struct arena *a);

#endif
