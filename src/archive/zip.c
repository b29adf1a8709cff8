/* See zip.h. */
#include "archive/zip.h"

#include "base/deflate.h"
#include "base/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { LEVEL = 6, PATCHED_MODE = 0100644, LOCAL = 30, ENTRY = 46 /* bytes of headers, without names */ };

struct text zip_library(struct arena *a) {
    return TEXT_JOIN(a, T("libzip "), text_of(zip_libzip_version()));
}

/* Common faults, which have words of their own; of the others libzip's are told. */
static const struct fault {
    int code;
    enum message message;
} wholes[] = {{ZIP_ER_NOZIP, ZIP_NONE}, {ZIP_ER_EOF, ZIP_NONE}, {ZIP_ER_INCONS, ZIP_DAMAGED}},
  inners[] = {{ZIP_ER_OK, ZIP_FILE_LENGTH}, /* no fault of its bytes */
              {ZIP_ER_CRC, ZIP_FILE_DAMAGED},
              {ZIP_ER_ZLIB, ZIP_FILE_DAMAGED},
              {ZIP_ER_EOF, ZIP_FILE_DAMAGED},
              {ZIP_ER_INCONS, ZIP_FILE_DAMAGED},
              {ZIP_ER_COMPRESSED_DATA, ZIP_FILE_DAMAGED}};

static bool tell_common(struct diags *d, struct text where, zip_error_t *error, struct text name,
                        const struct fault *faults, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (faults[i].code != zip_error_code_zip(error)) continue;
        DIAG(d, ((struct place){.file = where}), faults[i].message, name);
        return true;
    }
    return false;
}

static void tell(struct diags *d, struct text where, zip_error_t *error) {
    if (tell_common(d, where, error, T(""), wholes, sizeof wholes / sizeof *wholes)) return;
    DIAG(d, ((struct place){.file = where}), ZIP_FAILED, text_of(zip_error_strerror(error)));
}

/* MS-DOS date of the day; ZIP knows none before 1980. */
static uint16_t dos_date(date day) {
    struct ymd v = date_ymd(day);
    int years = v.year < 1980 ? 0 : v.year > 2107 ? 127 : v.year - 1980;
    return (uint16_t)(years << 9 | v.month << 5 | v.day);
}

static bool add_file(struct arena *a, zip_t *zip, const struct zip_file *f, date day) {
    zip_source_t *source = f->path.n ? zip_source_file(zip, text_z(a, f->path), 0, -1)
                                     : zip_source_buffer(zip, f->bytes.at, f->bytes.n, 0);
    if (!source) return false;
    zip_int64_t i = zip_file_add(zip, text_z(a, f->name), source, ZIP_FL_ENC_UTF_8);
    if (i < 0) {
        zip_source_free(source);
        return false;
    }
    zip_uint64_t index = (zip_uint64_t)i;
    return !zip_set_file_compression(zip, index, f->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                     LEVEL) &&
           !zip_file_set_dostime(zip, index, 0, dos_date(day), 0) &&
           !zip_file_set_external_attributes(zip, index, 0, ZIP_OPSYS_UNIX,
                                             (zip_uint32_t)PATCHED_MODE << 16);
}

/* What the source of a closed archive holds. */
static bool take_bytes(struct arena *a, zip_source_t *source, struct text *out) {
    zip_stat_t s;
    if (zip_source_stat(source, &s) || zip_source_open(source)) return false;
    char *bytes = arena_new(a, char, s.size);
    zip_int64_t n = zip_source_read(source, bytes, s.size);
    zip_source_close(source);
    *out = (struct text){bytes, (size_t)s.size};
    return n == (zip_int64_t)s.size;
}

bool zip_pack(struct arena *a, struct diags *d, const struct zip_files *files, date day,
              struct text *out) {
    zip_error_t error;
    zip_error_init(&error);
    bool ok = false;
    zip_t *zip = NULL;
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
    if (source) zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    if (!zip) goto out;
    zip_source_keep(source);
    ok = true;
    for (size_t i = 0; i < files->n && ok; i++) ok = add_file(a, zip, &files->at[i], day);
    if (!ok || zip_close(zip)) {
        error = *zip_get_error(zip);
        ok = false;
    } else {
        zip = NULL;
        ok = take_bytes(a, source, out);
    }
out:
    if (!ok) tell(d, (struct text){0}, &error);
    if (zip) zip_discard(zip);
    if (source) zip_source_free(source);
    return ok;
}

/* What failed while a file was written: most often its disk is full. */
static void tell_writing(struct diags *d, struct text where, const zip_error_t *error) {
    bool ours = zip_error_code_zip(error) != ZIP_ER_OPEN && zip_error_code_zip(error) != ZIP_ER_READ;
    bool system = zip_error_system_type(error) == ZIP_ET_SYS && zip_error_code_system(error);
    file_tell(d, where, system ? zip_error_code_system(error) : EIO, ours);
}

bool zip_write(struct diags *d, struct text where, struct text path, const struct zip_files *files,
               date day) {
    struct arena scratch = arena_open((size_t)1 << 32);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_file_create(text_z(&scratch, path), 0, -1, &error);
    zip_t *zip = target ? zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) : NULL;
    bool ok = zip != NULL;
    if (!zip && target) zip_source_free(target);
    for (size_t i = 0; i < files->n && ok; i++) ok = add_file(&scratch, zip, &files->at[i], day);
    if (zip && (!ok || zip_close(zip))) {
        error = *zip_get_error(zip);
        ok = false;
    }
    if (!ok) tell_writing(d, where, &error);
    if (zip && !ok) zip_discard(zip);
    arena_close(&scratch);
    return ok;
}

/* --- reading --- */

static unsigned char lower(char c) {
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* Whether a program on Windows would take the name for a device, whatever stands behind its point. */
static bool is_device(struct text part) {
    static const char *const names[] = {"con", "prn", "aux", "nul", "com", "lpt"};
    struct text stem = text_part(part, 0, text_find(part, T(".")));
    while (stem.n && stem.at[stem.n - 1] == ' ') stem.n--;
    bool numbered = stem.n == 4 && stem.at[3] >= '0' && stem.at[3] <= '9';
    for (size_t i = 0; i < sizeof names / sizeof *names && (stem.n == 3 || numbered); i++) {
        bool same = numbered == (i > 3);
        for (size_t k = 0; k < 3; k++) same &= lower(stem.at[k]) == (unsigned char)names[i][k];
        if (same) return true;
    }
    return false;
}

/* Whether the name stays below where it is unpacked. */
static bool name_safe(struct text name) {
    if (!name.n || name.n > ZIP_NAME_MOST || name.at[0] == '/') return false;
    for (size_t from = 0, i = 0; i <= name.n; i++) {
        if (i < name.n && ((unsigned char)name.at[i] < 0x20 || name.at[i] == '\\' ||
                           name.at[i] == ':' || name.at[i] == 0x7F))
            return false;
        if (i < name.n && name.at[i] != '/') continue;
        struct text part = text_part(name, from, i);
        if (!part.n || text_equal(part, T(".")) || text_equal(part, T("..")) || is_device(part)) return false;
        from = i + 1;
    }
    return true;
}

static int name_order(const void *a, const void *b) {
    const struct zip_file *x = *(const struct zip_file *const *)a,
                          *y = *(const struct zip_file *const *)b;
    for (size_t i = 0; i < x->name.n && i < y->name.n; i++)
        if (lower(x->name.at[i]) != lower(y->name.at[i]))
            return lower(x->name.at[i]) < lower(y->name.at[i]) ? -1 : 1;
    return (x->name.n > y->name.n) - (x->name.n < y->name.n);
}

static bool names_differ(struct arena *a, struct diags *d, struct text where,
                         const struct zip_files *files) {
    struct arena scratch = *a;
    const struct zip_file **sorted = arena_new(&scratch, const struct zip_file *, files->n);
    for (size_t i = 0; i < files->n; i++) sorted[i] = &files->at[i];
    qsort(sorted, files->n, sizeof *sorted, name_order);
    for (size_t i = 1; i < files->n; i++) {
        if (name_order(&sorted[i - 1], &sorted[i])) continue;
        DIAG(d, ((struct place){.file = where}), ZIP_NAME_TWICE, sorted[i]->name);
        return false;
    }
    return true;
}

static bool name_fine(struct diags *d, struct text where, struct text name) {
    if (name_safe(name)) return true;
    DIAG(d, ((struct place){.file = where}), ZIP_NAME_UNSAFE, name);
    return false;
}

/* Whether it is the entry of a folder, which holds nothing: some programs write one before its files. */
static bool is_folder(const struct zip_file *f) {
    return !f->size && f->name.n > 1 && text_ends(f->name, T("/"));
}

/* What the archive says of its i-th file. */
static bool list_file(struct arena *a, struct diags *d, struct text where, zip_t *zip,
                      zip_uint64_t i, uint64_t *room, struct zip_file *out) {
    zip_stat_t s;
    if (zip_stat_index(zip, i, 0, &s) || !(s.valid & ZIP_STAT_SIZE)) {
        tell(d, where, zip_get_error(zip));
        return false;
    }
    *out = (struct zip_file){.name = text_copy(a, text_of(s.name)),
                             .size = s.size,
                             .stored = s.comp_method == ZIP_CM_STORE};
    if (s.size > *room) {
        DIAG0(d, ((struct place){.file = where}), ZIP_TOO_LARGE);
        return false;
    }
    *room -= s.size;
    return true;
}

static void tell_file(struct diags *d, struct text where, struct text name, zip_error_t *error) {
    if (tell_common(d, where, error, name, inners, sizeof inners / sizeof *inners)) return;
    DIAG(d, ((struct place){.file = where}), ZIP_FILE_BROKEN, name, text_of(zip_error_strerror(error)));
}

/* The bytes of the archive's i-th file; one that is not sound is told, and has none. */
static void read_file(struct arena *a, struct diags *d, struct text where, zip_t *zip,
                      zip_uint64_t i, struct zip_file *f) {
    char *bytes = arena_room(a, 1, 1, f->size), more;
    zip_file_t *file = zip_fopen_index(zip, i, 0);
    bool sound = file && zip_fread(file, bytes, f->size) == (zip_int64_t)f->size;
    sound = sound && zip_fread(file, &more, 1) == 0; /* its end, where libzip checks the CRC */
    if (!sound) tell_file(d, where, f->name, file ? zip_file_get_error(file) : zip_get_error(zip));
    if (file && zip_fclose(file)) sound = false;
    f->bytes = (struct text){bytes, sound ? f->size : 0};
    f->broken = !sound;
}

/* A number of `n` bytes, the lowest first. */
static uint64_t number(struct text bytes, size_t at, int n) {
    uint64_t v = 0;
    while (n--) v = v << 8 | (unsigned char)bytes.at[at + (size_t)n];
    return v;
}

/* From where to where an archive has its central directory, by its end, of which `tail` are the last
 * bytes, from `base` on (APPNOTE.TXT 4.3.14 to 4.3.16); none where that cannot be told. */
struct directory {
    uint64_t from, to;
};

static struct directory find_directory(struct text tail, uint64_t base) {
    enum { LONG_END = 56, LOCATOR = 20, END = 22 };
    size_t end = tail.n < END ? 0 : tail.n - END;
    while (end && memcmp(tail.at + end, "PK\5\6", 4)) end--;
    if (!end) return (struct directory){0};
    if (end < LOCATOR || memcmp(tail.at + end - LOCATOR, "PK\6\7", 4))
        return (struct directory){number(tail, end + 16, 4), base + end};
    uint64_t at = number(tail, end - LOCATOR + 8, 8); /* of an archive with more than 32 bits can say */
    if (at < base || tail.n < LONG_END || at - base > tail.n - LONG_END) return (struct directory){0};
    return (struct directory){number(tail, at - base + 48, 8), at};
}

/* libzip takes a name to end at its first NUL. One that does not is told here, by a walk over the
 * central directory (APPNOTE.TXT 4.3.12), which must be the one that libzip has found. */
static bool names_whole(struct diags *d, struct text where, struct text directory, zip_uint64_t n) {
    for (size_t at = 0; n--; at += ENTRY) {
        if (at + ENTRY > directory.n || memcmp(directory.at + at, "PK\1\2", 4)) {
            zip_error_t error = {.zip_err = ZIP_ER_INCONS};
            tell(d, where, &error);
            return false;
        }
        struct text name = text_part(directory, at + ENTRY, at + ENTRY + number(directory, at + 28, 2));
        size_t nul = text_find(name, T("\0"));
        if (nul < name.n) {
            DIAG(d, ((struct place){.file = where}), ZIP_NAME_UNSAFE, text_part(name, 0, nul));
            return false;
        }
        at += name.n + number(directory, at + 30, 2) + number(directory, at + 32, 2);
    }
    return true;
}

/* An archive in memory being unpacked. */
struct unpacking {
    struct text bytes, directory; /* directory: from the next entry on */
    struct inflater *inflater;
};

/* Where the file of the entry stands as it is packed, behind its local header (APPNOTE.TXT 4.3.7). */
static bool packed_bytes(struct text bytes, struct text entry, struct text *out) {
    uint64_t at = number(entry, 42, 4), n = number(entry, 20, 4);
    if (at > bytes.n || bytes.n - at < LOCAL || memcmp(bytes.at + at, "PK\3\4", 4)) return false;
    at += LOCAL + number(bytes, at + 26, 2) + number(bytes, at + 28, 2);
    *out = text_part(bytes, at, at + n);
    return out->n == n;
}

/* The next entry of the directory. */
static struct text next_entry(struct unpacking *u) {
    struct text entry = u->directory;
    u->directory = text_after(entry, ENTRY + number(entry, 28, 2) + number(entry, 30, 2) + number(entry, 32, 2));
    return entry;
}

/* The entry's file by libdeflate, in a fraction of libzip's time. False where it is not sound, or packed
 * in another way: then libzip is asked, which has the words. */
static bool read_sound(struct unpacking *u, struct text entry, struct arena *a, struct zip_file *f) {
    struct text packed;
    uint64_t method = number(entry, 10, 2);
    bool plain = !(number(entry, 8, 2) & 1) && number(entry, 24, 4) == f->size; /* not encrypted, no ZIP64 */
    if (!plain || !packed_bytes(u->bytes, entry, &packed)) return false;
    struct arena before = *a;
    bool sound = method == ZIP_CM_STORE && packed.n == f->size;
    f->bytes = packed;
    if (method == ZIP_CM_DEFLATE) {
        char *bytes = arena_room(a, 1, 1, f->size);
        sound = inflate_exactly(u->inflater, packed, bytes, f->size);
        f->bytes = (struct text){bytes, f->size};
    }
    sound = sound && crc_of(f->bytes) == number(entry, 16, 4);
    if (!sound) *a = before;
    return sound;
}

/* The files, of an archive that libzip has found sound. */
static bool unpack(struct arena *a, struct diags *d, struct text where, zip_t *zip, struct text bytes,
                   struct zip_files *out) {
    struct directory at = find_directory(bytes, 0);
    struct unpacking u = {.bytes = bytes, .directory = text_part(bytes, at.from, at.to)};
    zip_uint64_t n = (zip_uint64_t)zip_get_num_entries(zip, 0);
    uint64_t room = ZIP_BYTES_MOST;
    if (n > ZIP_FILES_MOST) DIAG0(d, ((struct place){.file = where}), ZIP_TOO_LARGE);
    if (n > ZIP_FILES_MOST || !names_whole(d, where, u.directory, n)) return false;
    bool ok = true;
    u.inflater = inflater_open();
    for (zip_uint64_t i = 0; i < n && ok; i++) {
        struct zip_file f;
        struct text entry = next_entry(&u);
        ok = list_file(a, d, where, zip, i, &room, &f);
        bool folder = ok && is_folder(&f);
        ok = ok && name_fine(d, where, text_part(f.name, 0, f.name.n - folder));
        if (!ok || folder) continue;
        if (!read_sound(&u, entry, a, &f)) read_file(a, d, where, zip, i, &f);
        arena_push(a, out, f);
    }
    inflater_close(u.inflater);
    return ok;
}

bool zip_unpack(struct arena *a, struct diags *d, struct text where, struct text bytes,
                struct zip_files *out) {
    zip_error_t error;
    zip_error_init(&error);
    zip_t *zip = NULL;
    zip_source_t *source = zip_source_buffer_create(bytes.at, bytes.n, 0, &error);
    if (!bytes.n) zip_error_set(&error, ZIP_ER_NOZIP, 0); /* libzip would take it for an empty one */
    else if (source) zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (!zip) {
        tell(d, where, &error);
        if (source) zip_source_free(source);
        return false;
    }
    bool ok = unpack(a, d, where, zip, bytes, out);
    zip_discard(zip);
    ok = ok && names_differ(a, d, where, out);
    if (!ok) out->n = 0;
    for (size_t i = 0; i < out->n; i++) ok &= !out->at[i].broken;
    return ok;
}

/* --- reading from the disk, one file of it at a time --- */

struct zip_reader {
    zip_t *zip;
    struct text where;
    struct zip_files files;
};

/* The central directory, in the arena, of an archive of so many bytes; empty where it is not found,
 * which libzip tells. */
static bool read_directory(struct arena *a, struct diags *d, struct text where, struct text path,
                           uint64_t size, struct text *out) {
    enum { TAIL = (1 << 16) + 1024 }; /* a comment, and what stands before it */
    struct text tail;
    uint64_t from = size > TAIL ? size - TAIL : 0;
    if (!file_read_part(a, d, path, from, TAIL, &tail)) return false;
    struct directory at = find_directory(tail, from);
    *out = (struct text){0};
    if (at.to <= at.from) return true;
    if (at.to - at.from <= ZIP_DIRECTORY_MOST)
        return file_read_part(a, d, path, at.from, at.to - at.from, out);
    DIAG0(d, ((struct place){.file = where}), ZIP_TOO_LARGE);
    return false;
}

/* What is in it was compressed before: much more than the file has is no honest content. */
static bool list_files(struct zip_reader *r, struct arena *a, struct diags *d, struct text directory,
                       uint64_t size) {
    zip_int64_t n = zip_get_num_entries(r->zip, 0);
    uint64_t room = ZIP_BYTES_MOST / 8 + 4 * size;
    if (n < 0 || !names_whole(d, r->where, directory, (zip_uint64_t)n)) return false;
    arena_reserve(a, &r->files, (size_t)n);
    for (zip_uint64_t i = 0; i < (zip_uint64_t)n; i++) {
        struct zip_file f;
        if (!list_file(a, d, r->where, r->zip, i, &room, &f) || !name_fine(d, r->where, f.name)) return false;
        arena_push(a, &r->files, f);
        if (f.size <= ZIP_BYTES_MOST) continue;
        DIAG0(d, ((struct place){.file = r->where}), ZIP_TOO_LARGE);
        return false;
    }
    return names_differ(a, d, r->where, &r->files);
}

/* Opens it by libzip, and holds its list against the directory. */
static bool open_listed(struct zip_reader *r, struct arena *a, struct diags *d, struct text path,
                        struct text directory, uint64_t size) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = NULL;
    if (!size) zip_error_set(&error, ZIP_ER_NOZIP, 0);
    else source = zip_source_file_create(text_z(a, path), 0, -1, &error);
    if (source) r->zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (r->zip) return list_files(r, a, d, directory, size);
    tell(d, r->where, &error);
    if (source) zip_source_free(source);
    return false;
}

struct zip_reader *zip_reader_open(struct arena *a, struct diags *d, struct text where,
                                   struct text path) {
    struct arena scratch = arena_open((size_t)1 << 30);
    struct zip_reader *r = arena_new(a, struct zip_reader, 1);
    struct text directory;
    int64_t size = file_size(path);
    uint64_t bytes = size > 0 ? (uint64_t)size : 0;
    r->where = where;
    bool fine = read_directory(&scratch, d, where, path, bytes, &directory) &&
                open_listed(r, a, d, path, directory, bytes);
    arena_close(&scratch);
    if (fine) return r;
    zip_reader_close(r);
    return NULL;
}

const struct zip_files *zip_reader_files(const struct zip_reader *r) {
    return &r->files;
}

bool zip_reader_read(const struct zip_reader *r, struct arena *a, struct diags *d, size_t i,
                     struct text *out) {
    struct zip_file f = r->files.at[i];
    read_file(a, d, r->where, r->zip, i, &f);
    *out = f.bytes;
    return !f.broken;
}

void zip_reader_close(struct zip_reader *r) {
    if (r && r->zip) zip_discard(r->zip);
    if (r) r->zip = NULL;
}
