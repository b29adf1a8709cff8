/* See zip.h. */
#include "archive/zip.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { LEVEL = 6, PATCHED_MODE = 0100644 };

struct text zip_library(struct arena *a) {
    return TEXT_JOIN(a, T("libzip "), text_of(zip_libzip_version()));
}

static void tell(struct diags *d, struct text where, zip_error_t *error) {
    DIAG(d, ((struct place){.file = where}), ZIP_FAILED, text_of(zip_error_strerror(error)));
}

/* MS-DOS date of the day; ZIP knows none before 1980. */
static uint16_t dos_date(date day) {
    struct ymd v = date_ymd(day);
    int years = v.year < 1980 ? 0 : v.year > 2107 ? 127 : v.year - 1980;
    return (uint16_t)(years << 9 | v.month << 5 | v.day);
}

static bool add_file(struct arena *a, zip_t *zip, const struct zip_file *f, date day) {
    zip_source_t *source = zip_source_buffer(zip, f->bytes.at, f->bytes.n, 0);
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

static bool read_file(struct arena *a, struct diags *d, struct text where, zip_t *zip,
                      zip_uint64_t i, uint64_t *room, struct zip_files *out) {
    zip_stat_t s;
    if (zip_stat_index(zip, i, 0, &s) || !(s.valid & ZIP_STAT_SIZE)) {
        tell(d, where, zip_get_error(zip));
        return false;
    }
    struct text name = text_copy(a, text_of(s.name));
    if (!name_safe(name)) {
        DIAG(d, ((struct place){.file = where}), ZIP_NAME_UNSAFE, name);
        return false;
    }
    if (s.size > *room) {
        DIAG0(d, ((struct place){.file = where}), ZIP_TOO_LARGE);
        return false;
    }
    *room -= s.size;
    char *bytes = arena_new(a, char, s.size), more;
    zip_file_t *file = zip_fopen_index(zip, i, 0);
    bool sound = file && zip_fread(file, bytes, s.size) == (zip_int64_t)s.size;
    sound = sound && zip_fread(file, &more, 1) == 0; /* its end, where libzip checks the CRC */
    if (!sound)
        DIAG(d, ((struct place){.file = where}), ZIP_FILE_BROKEN, name,
             text_of(file ? zip_file_strerror(file) : zip_strerror(zip)));
    if (file && zip_fclose(file)) sound = false;
    arena_push(a, out, ((struct zip_file){.name = name, .bytes = {bytes, sound ? (size_t)s.size : 0},
                                          .stored = s.comp_method == ZIP_CM_STORE,
                                          .broken = !sound}));
    return true;
}

/* A number of `n` bytes, the lowest first. */
static size_t number(struct text bytes, size_t at, int n) {
    size_t v = 0;
    while (n--) v = v << 8 | (unsigned char)bytes.at[at + (size_t)n];
    return v;
}

/* libzip takes a name to end at its first NUL. One that does not is told here, by a walk over the
 * central directory (APPNOTE.TXT 4.3.12, 4.3.16), which libzip has found sound. */
static bool names_whole(struct diags *d, struct text where, struct text bytes) {
    enum { ENTRY = 46, END = 22 };
    size_t end = bytes.n < END ? 0 : bytes.n - END, at;
    while (end && memcmp(bytes.at + end, "PK\5\6", 4)) end--;
    at = end ? number(bytes, end + 16, 4) : 0;
    for (; at + ENTRY <= end; at += ENTRY) {
        struct text name = text_part(bytes, at + ENTRY, at + ENTRY + number(bytes, at + 28, 2));
        size_t nul = text_find(name, T("\0"));
        if (nul < name.n) {
            DIAG(d, ((struct place){.file = where}), ZIP_NAME_UNSAFE, text_part(name, 0, nul));
            return false;
        }
        at += name.n + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
    }
    return true;
}

bool zip_unpack(struct arena *a, struct diags *d, struct text where, struct text bytes,
                struct zip_files *out) {
    zip_error_t error;
    zip_error_init(&error);
    uint64_t room = ZIP_BYTES_MOST;
    zip_t *zip = NULL;
    zip_source_t *source = zip_source_buffer_create(bytes.at, bytes.n, 0, &error);
    if (!bytes.n) zip_error_set(&error, ZIP_ER_NOZIP, 0); /* libzip would take it for an empty one */
    else if (source) zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (!zip) {
        tell(d, where, &error);
        if (source) zip_source_free(source);
        return false;
    }
    zip_int64_t n = zip_get_num_entries(zip, 0);
    bool few = n >= 0 && n <= ZIP_FILES_MOST, ok = few && names_whole(d, where, bytes);
    if (!few) DIAG0(d, ((struct place){.file = where}), ZIP_TOO_LARGE);
    for (zip_int64_t i = 0; i < n && ok; i++)
        ok = read_file(a, d, where, zip, (zip_uint64_t)i, &room, out);
    zip_discard(zip);
    ok = ok && names_differ(a, d, where, out);
    if (!ok) out->n = 0;
    for (size_t i = 0; i < out->n; i++) ok &= !out->at[i].broken;
    return ok;
}
