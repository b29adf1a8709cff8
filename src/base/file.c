/* See file.h. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OUTPUTS_MAX = 8, PATH_CAP = 4096 };

/* The path NUL-terminated; false where it is too long to be a path. */
static bool z_path(char z[PATH_CAP], struct text path) {
    if (path.n >= PATH_CAP) return false;
    memcpy(z, path.at, path.n);
    z[path.n] = 0;
    return true;
}

/* The message for a failed call on a path, read or written. */
static void tell_errno(struct diags *d, struct text path, int error, bool writing) {
    struct place p = {.file = path};
    switch (error) {
    case ENOENT: DIAG0(d, p, writing ? OUTPUT_NO_FOLDER : FILE_MISSING); break;
    case ENOTDIR: DIAG0(d, p, writing ? OUTPUT_NO_FOLDER : FILE_MISSING); break;
    case EACCES:
    case EPERM:
    case EROFS: DIAG0(d, p, writing ? OUTPUT_DENIED : FILE_DENIED); break;
    case ENOSPC:
    case EDQUOT: DIAG0(d, p, DISK_FULL); break;
    case EISDIR: DIAG0(d, p, writing ? OUTPUT_IS_FOLDER : FILE_IS_FOLDER); break;
    default: DIAG(d, p, writing ? OUTPUT_FAILED : FILE_FAILED, text_of(strerror(error)));
    }
}

/* Reads at most `cap` + 1 bytes, so that one byte too many shows. */
static bool read_open(struct arena *a, int fd, size_t hint, size_t cap, struct text *out) {
    struct build b = {.arena = a};
    build_room(&b, hint + 1);
    while (b.n <= cap) {
        if (b.n == b.cap) build_room(&b, b.cap);
        size_t room = b.cap - b.n < cap + 1 - b.n ? b.cap - b.n : cap + 1 - b.n;
        ssize_t got = read(fd, b.at + b.n, room);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return false;
        if (!got) break;
        b.n += (size_t)got;
    }
    *out = build_done(&b);
    return true;
}

bool file_read(struct arena *a, struct diags *d, struct text path, size_t cap, struct text *out) {
    bool ok = false;
    int fd = -1;
    char z[PATH_CAP];
    struct stat s;
    if (!z_path(z, path)) {
        tell_errno(d, path, ENAMETOOLONG, false);
        return false;
    }
    fd = open(z, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &s)) {
        tell_errno(d, path, errno, false);
        goto out;
    }
    if (S_ISDIR(s.st_mode)) {
        tell_errno(d, path, EISDIR, false);
        goto out;
    }
    if (S_ISREG(s.st_mode) && (uint64_t)s.st_size > cap) {
        DIAG(d, ((struct place){.file = path}), FILE_TOO_LARGE, text_number(d->arena, s.st_size),
             text_number(d->arena, (int64_t)cap));
        goto out;
    }
    if (!read_open(a, fd, S_ISREG(s.st_mode) ? (size_t)s.st_size : 4096, cap, out)) {
        tell_errno(d, path, errno, false);
        goto out;
    }
    if (out->n > cap) {
        DIAG(d, ((struct place){.file = path}), FILE_TOO_LARGE,
             text_number(d->arena, (int64_t)out->n), text_number(d->arena, (int64_t)cap));
        goto out;
    }
    ok = true;
out:
    if (fd >= 0) close(fd);
    return ok;
}

bool file_is_folder(struct text path) {
    char z[PATH_CAP];
    struct stat s;
    return z_path(z, path) && !stat(z, &s) && S_ISDIR(s.st_mode);
}

bool file_exists(struct text path) {
    char z[PATH_CAP];
    struct stat s;
    return z_path(z, path) && !stat(z, &s);
}

bool file_newer(struct text path, struct text than) {
    char z[PATH_CAP], z_than[PATH_CAP];
    struct stat s, t;
    if (!z_path(z, path) || !z_path(z_than, than) || stat(z, &s) || stat(z_than, &t)) return true;
    if (s.st_ctim.tv_sec != t.st_ctim.tv_sec) return s.st_ctim.tv_sec > t.st_ctim.tv_sec;
    return s.st_ctim.tv_nsec > t.st_ctim.tv_nsec;
}

static int name_order(const void *a, const void *b) {
    return text_order(*(const struct text *)a, *(const struct text *)b);
}

bool file_list(struct arena *a, struct diags *d, struct text folder, struct names *out) {
    char z[PATH_CAP];
    DIR *dir = z_path(z, folder) ? opendir(z) : NULL;
    if (!dir) {
        tell_errno(d, folder, errno, false);
        return false;
    }
    errno = 0;
    for (struct dirent *e; (e = readdir(dir)) != NULL; errno = 0) {
        struct text name = text_of(e->d_name);
        if (text_equal(name, T(".")) || text_equal(name, T(".."))) continue;
        arena_push(a, out, text_copy(a, name));
    }
    int error = errno;
    closedir(dir);
    if (error) {
        tell_errno(d, folder, error, false);
        return false;
    }
    if (out->n) qsort(out->at, out->n, sizeof *out->at, name_order);
    return true;
}

struct text file_path(struct arena *a, struct text dir, struct text name) {
    if (!dir.n) return text_copy(a, name);
    bool slash = dir.at[dir.n - 1] == '/';
    return TEXT_JOIN(a, dir, slash ? T("") : T("/"), name);
}

/* Offset of the last component. */
static size_t name_start(struct text path) {
    size_t i = path.n;
    while (i && path.at[i - 1] != '/') i--;
    return i;
}

struct text file_name(struct text path) {
    return text_after(path, name_start(path));
}

struct text file_dir(struct text path) {
    size_t i = name_start(path);
    return text_part(path, 0, i > 1 ? i - 1 : i);
}

bool file_write_all(int fd, struct text bytes) {
    while (bytes.n) {
        ssize_t put = write(fd, bytes.at, bytes.n);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return false;
        bytes = text_after(bytes, (size_t)put);
    }
    return true;
}

/* An output while it is being put. */
struct putting {
    struct text path;
    char target[PATH_CAP];
    char temporary[PATH_CAP]; /* empty: written straight, or gone to its name */
    enum { PUT_PENDING, PUT_NEW, PUT_SWAPPED } done; /* what taking it back undoes */
};

/* mkdir -p of the folder above z. */
static bool make_folders_above(const char *z) {
    char part[PATH_CAP];
    for (size_t i = 1; z[i]; i++) {
        if (z[i] != '/') continue;
        memcpy(part, z, i);
        part[i] = 0;
        if (mkdir(part, 0777) && errno != EEXIST) return false;
    }
    return true;
}

bool file_replaceable(struct text path) {
    char z[PATH_CAP];
    struct stat s;
    return z_path(z, path) && (lstat(z, &s) ? true : S_ISREG(s.st_mode));
}

/* A link to a regular file stays one: what it leads to is replaced. So -o /dev/stdout, sent to a
 * file, does not cost root its /dev/stdout. */
static bool follow_link(char target[PATH_CAP]) {
    struct stat s;
    if (lstat(target, &s) || !S_ISLNK(s.st_mode) || stat(target, &s) || !S_ISREG(s.st_mode))
        return true;
    char *real = realpath(target, NULL);
    size_t n = real ? strlen(real) : PATH_CAP;
    if (n < PATH_CAP) memcpy(target, real, n + 1);
    free(real);
    return n < PATH_CAP;
}

/* Whether what is there, if anything, can be replaced by rename. */
static bool renamed(const char *target) {
    struct stat s;
    return stat(target, &s) ? true : S_ISREG(s.st_mode);
}

/* Bytes into a new temporary beside the target, closed and checked. */
static bool put_temporary(struct putting *p, struct text bytes, bool durable) {
    size_t dir = name_start(text_of(p->target));
    if (snprintf(p->temporary, PATH_CAP, "%.*s.griot-XXXXXX", (int)dir, p->target) >= PATH_CAP) {
        p->temporary[0] = 0;
        errno = ENAMETOOLONG;
        return false;
    }
    int fd = mkstemp(p->temporary);
    if (fd < 0) {
        p->temporary[0] = 0;
        return false;
    }
    mode_t mask = umask(0);
    umask(mask);
    bool ok = !fchmod(fd, 0666 & ~mask) && file_write_all(fd, bytes) && (!durable || !fsync(fd));
    int error = errno;
    if (close(fd)) {
        if (ok) error = errno;
        ok = false;
    }
    errno = error;
    return ok;
}

static bool put_straight(struct putting *p, struct text bytes) {
    bool out = text_equal(p->path, T("-"));
    int fd = out ? STDOUT_FILENO : open(p->target, O_WRONLY | O_CLOEXEC);
    if (fd < 0) return false;
    bool ok = file_write_all(fd, bytes);
    int error = errno;
    if (!out && close(fd)) {
        if (ok) error = errno;
        ok = false;
    }
    errno = error;
    return ok;
}

static bool sync_folder(const char *target) {
    char dir[PATH_CAP];
    size_t n = name_start(text_of(target));
    memcpy(dir, n ? target : ".", n ? n : 1);
    dir[n ? n : 1] = 0;
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return false;
    bool ok = !fsync(fd);
    return !close(fd) && ok;
}

/* The first half: temporaries of all regular outputs. */
static bool prepare(struct diags *d, struct putting *p, const struct output *o, bool durable,
                    bool make_folders) {
    p->path = o->path;
    if (text_equal(o->path, T("-"))) return true;
    if (!z_path(p->target, o->path)) errno = ENAMETOOLONG;
    else if (file_is_folder(o->path)) errno = EISDIR;
    else if (!renamed(p->target)) return true;
    else if (follow_link(p->target) &&
             (!make_folders || make_folders_above(p->target)) &&
             put_temporary(p, o->bytes, durable))
        return true;
    tell_errno(d, o->path, errno, true);
    return false;
}

/* Two files get each other's name. */
static bool swap_names(const struct putting *p) {
    return !renameat2(AT_FDCWD, p->temporary, AT_FDCWD, p->target, RENAME_EXCHANGE);
}

/* The temporary gets its name. Where that may have to be taken back it swaps with what has that
 * name; what a file system that cannot swap has there is gone. */
static bool take_name(struct putting *p, bool undoable) {
    if (undoable && swap_names(p)) return p->done = PUT_SWAPPED, true;
    bool new = undoable && errno == ENOENT;
    if (rename(p->temporary, p->target)) return false;
    p->temporary[0] = 0;
    if (new) p->done = PUT_NEW;
    return true;
}

/* The second half: the name, or the bytes themselves. */
static bool commit(struct diags *d, struct putting *p, const struct output *o, bool durable,
                   bool last) {
    bool ok = p->temporary[0] ? take_name(p, durable || !last) && (!durable || sync_folder(p->target))
                              : put_straight(p, o->bytes);
    if (!ok) tell_errno(d, o->path, errno, true);
    return ok;
}

static void take_back(const struct putting *p) {
    if (p->done == PUT_NEW) unlink(p->target);
    if (p->done == PUT_SWAPPED) swap_names(p);
}

bool files_put(struct diags *d, const struct output *outputs, size_t n, bool durable,
               bool make_folders) {
    struct putting puttings[OUTPUTS_MAX] = {0};
    bool ok = true;
    if (n > OUTPUTS_MAX) abort();
    for (size_t i = 0; i < n && ok; i++)
        ok = prepare(d, &puttings[i], &outputs[i], durable, make_folders);
    for (size_t i = 0; i < n && ok; i++)
        ok = commit(d, &puttings[i], &outputs[i], durable, i + 1 == n);
    for (size_t i = n; i-- > 0;) {
        if (!ok) take_back(&puttings[i]);
        if (puttings[i].temporary[0]) unlink(puttings[i].temporary);
    }
    return ok;
}
