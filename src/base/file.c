/* See file.h. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
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

void file_tell(struct diags *d, struct text path, int error, bool writing) {
    struct place p = {.file = path};
    struct build word = {.arena = d->arena};
    switch (error) {
    case ENOENT:
    case ENOTDIR: DIAG0(d, p, writing ? OUTPUT_NO_FOLDER : FILE_MISSING); break;
    case EACCES:
    case EPERM:
    case EROFS:
        build_shell(&word, path);
        if (writing) DIAG0(d, p, OUTPUT_DENIED);
        else DIAG(d, p, FILE_DENIED, build_done(&word));
        break;
    case ENOSPC: DIAG0(d, p, DISK_FULL); break;
    case EFBIG:
    case EDQUOT: DIAG0(d, p, OUTPUT_LIMIT); break;
    case EISDIR: DIAG0(d, p, writing ? OUTPUT_IS_FOLDER : FILE_IS_FOLDER); break;
    case ENAMETOOLONG: DIAG0(d, p, NAME_TOO_LONG); break;
    case EIO: DIAG0(d, p, SYSTEM_DISK); break;
    case EMFILE:
    case ENFILE: DIAG0(d, p, SYSTEM_FILES); break;
    case ELOOP: DIAG0(d, p, SYSTEM_LOOP); break;
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

static void tell_too_large(struct diags *d, struct text path, size_t cap) {
    DIAG(d, ((struct place){.file = path}), FILE_TOO_LARGE,
         text_number(d->arena, (int64_t)(cap >> 20)));
}

bool file_read(struct arena *a, struct diags *d, struct text path, size_t cap, struct text *out) {
    bool ok = false;
    int fd = -1;
    char z[PATH_CAP];
    struct stat s;
    if (!z_path(z, path)) {
        file_tell(d, path, ENAMETOOLONG, false);
        return false;
    }
    fd = open(z, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &s)) {
        file_tell(d, path, errno, false);
        goto out;
    }
    if (S_ISDIR(s.st_mode)) {
        file_tell(d, path, EISDIR, false);
        goto out;
    }
    if (S_ISREG(s.st_mode) && (uint64_t)s.st_size > cap) {
        tell_too_large(d, path, cap);
        goto out;
    }
    if (!read_open(a, fd, S_ISREG(s.st_mode) ? (size_t)s.st_size : 4096, cap, out)) {
        file_tell(d, path, errno, false);
        goto out;
    }
    if (out->n > cap) {
        tell_too_large(d, path, cap);
        goto out;
    }
    ok = true;
out:
    if (fd >= 0) close(fd);
    return ok;
}

/* Reads up to `n` bytes from `from` on. */
static bool read_at(int fd, uint64_t from, char *bytes, size_t n, size_t *out) {
    for (*out = 0; *out < n;) {
        ssize_t got = pread(fd, bytes + *out, n - *out, (off_t)(from + *out));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return false;
        if (!got) break;
        *out += (size_t)got;
    }
    return true;
}

bool file_read_part(struct arena *a, struct diags *d, struct text path, uint64_t from, size_t n,
                    struct text *out) {
    char z[PATH_CAP];
    struct stat s;
    int fd = -1;
    bool ok = false;
    if (!z_path(z, path)) errno = ENAMETOOLONG;
    else fd = open(z, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &s)) {
        file_tell(d, path, errno, false);
    } else if (S_ISDIR(s.st_mode)) {
        file_tell(d, path, EISDIR, false);
    } else if (!S_ISREG(s.st_mode)) {
        DIAG0(d, ((struct place){.file = path}), FILE_NO_DISK);
    } else {
        char *bytes = arena_room(a, 1, 1, n);
        *out = (struct text){bytes, 0};
        ok = read_at(fd, from, bytes, n, &out->n);
        if (!ok) file_tell(d, path, errno, false);
    }
    if (fd >= 0) close(fd);
    return ok;
}

bool file_read_secret(struct arena *a, struct diags *d, struct text path, struct text *out) {
    char z[PATH_CAP];
    struct stat s;
    struct text all;
    if (z_path(z, path) && !stat(z, &s) && S_ISREG(s.st_mode) && s.st_mode & 077) {
        DIAG(d, ((struct place){.file = path}), SECRET_SHARED, path);
        return false;
    }
    if (!file_read(a, d, path, FILE_CAP, &all)) return false;
    *out = text_trim_end(text_part(all, 0, text_find(all, T("\n"))));
    if (out->n && out->n <= SECRET_CAP) return true;
    DIAG(d, ((struct place){.file = path}), SECRET_EMPTY, text_number(a, SECRET_CAP));
    return false;
}

bool file_is_folder(struct text path) {
    char z[PATH_CAP];
    struct stat s;
    return z_path(z, path) && !stat(z, &s) && S_ISDIR(s.st_mode);
}

bool file_reachable(struct diags *d, struct text path) {
    char z[PATH_CAP];
    struct stat s;
    if (!z_path(z, path)) errno = ENAMETOOLONG;
    else if (!stat(z, &s)) return true;
    file_tell(d, path, errno, false);
    return false;
}

bool file_exists(struct text path) {
    char z[PATH_CAP];
    struct stat s;
    return z_path(z, path) && !stat(z, &s);
}

int64_t file_size(struct text path) {
    char z[PATH_CAP];
    struct stat s;
    return z_path(z, path) && !stat(z, &s) ? (int64_t)s.st_size : -1;
}

bool file_stamp(struct text path, struct file_stamp *out) {
    char z[PATH_CAP];
    struct stat s;
    if (!z_path(z, path) || stat(z, &s)) return false;
    *out = (struct file_stamp){s.st_size,
                               (int64_t)s.st_ctim.tv_sec * 1000000000 + s.st_ctim.tv_nsec};
    return true;
}

/* Offset of the last component. */
static size_t name_start(struct text path) {
    size_t i = path.n;
    while (i && path.at[i - 1] != '/') i--;
    return i;
}

/* Opens the path for fsync, of itself, or syncfs, of all that its file system has. */
static bool sync_path(const char *path, int (*sync)(int fd)) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return false;
    bool ok = !sync(fd);
    int error = errno;
    close(fd);
    errno = error;
    return ok;
}

/* Brings the names in the folder of the target to the disk. */
static bool sync_folder(const char *target) {
    char dir[PATH_CAP];
    size_t n = name_start(text_of(target));
    memcpy(dir, n ? target : ".", n ? n : 1);
    dir[n ? n : 1] = 0;
    return sync_path(dir, fsync);
}

bool file_remove(struct text path) {
    char z[PATH_CAP];
    return z_path(z, path) && (!unlink(z) || errno == ENOENT);
}

bool file_remove_durably(struct diags *d, struct text path) {
    char z[PATH_CAP];
    bool fits = z_path(z, path);
    if (!fits) errno = ENAMETOOLONG;
    if (fits && (!unlink(z) || errno == ENOENT) && sync_folder(z)) return true;
    file_tell(d, path, errno, true);
    return false;
}

int64_t file_time(struct text path) {
    char z[PATH_CAP];
    struct stat s;
    return z_path(z, path) && !stat(z, &s) ? (int64_t)s.st_mtim.tv_sec : 0;
}

bool file_replaceable(struct text path) {
    char z[PATH_CAP];
    struct stat s;
    return z_path(z, path) && (lstat(z, &s) ? true : S_ISREG(s.st_mode));
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
    DIR *dir = NULL;
    if (!z_path(z, folder)) errno = ENAMETOOLONG;
    else dir = opendir(z);
    if (!dir) {
        file_tell(d, folder, errno, false);
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
        file_tell(d, folder, error, false);
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

struct text file_name(struct text path) {
    return text_after(path, name_start(path));
}

struct text file_dir(struct text path) {
    size_t i = name_start(path);
    return text_part(path, 0, i > 1 ? i - 1 : i);
}

bool file_ends(struct text path, struct text ending) {
    if (path.n < ending.n) return false;
    for (size_t i = 0; i < ending.n; i++) {
        char c = path.at[path.n - ending.n + i];
        if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != ending.at[i]) return false;
    }
    return true;
}

int file_terminal(void) {
    return open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
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

/* An output while it is being put. Until all are in place, what stood there before is kept under a
 * name of its own, so that a failure can be undone. */
struct putting {
    struct text path;
    char target[PATH_CAP];    /* with links resolved */
    char temporary[PATH_CAP]; /* the new bytes; empty: written straight, or in place already */
    char before[PATH_CAP];    /* what stood there; empty: nothing did, or it is not kept */
    size_t made;              /* length of the first folder that was made above the target; or 0 */
    bool existed;             /* a file stood at the target */
    bool placed;              /* the target is the new file */
};

/* mkdir -p of the folder above the target. */
static bool make_folders_above(struct putting *p) {
    char part[PATH_CAP];
    for (size_t i = 1; p->target[i]; i++) {
        if (p->target[i] != '/') continue;
        memcpy(part, p->target, i);
        part[i] = 0;
        if (!mkdir(part, 0777)) {
            if (!p->made) p->made = i;
        } else if (errno != EEXIST) {
            return false;
        }
    }
    return true;
}

/* Removes the folders that were made, the innermost first; they are empty again. */
static void remove_folders(const struct putting *p) {
    char part[PATH_CAP];
    size_t n = strlen(p->target);
    memcpy(part, p->target, n + 1);
    for (; p->made && n >= p->made; n--) {
        if (part[n] != '/') continue;
        part[n] = 0;
        rmdir(part);
    }
}

/* A new name beside the target, empty where it would be too long. */
static bool name_beside(char out[PATH_CAP], const char *target) {
    int dir = (int)name_start(text_of(target));
    if (snprintf(out, PATH_CAP, "%.*s.griot-XXXXXX", dir, target) < PATH_CAP) return true;
    out[0] = 0;
    errno = ENAMETOOLONG;
    return false;
}

/* A new file of that name, whose last six letters are drawn until it is one. mkstemp would make a
 * file for its owner alone, and the mask that others are made with cannot be asked for without
 * setting it, for all threads. */
static int open_new(char *path) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz012345";
    unsigned char drawn[6];
    char *end = path + strlen(path);
    for (int tries = 0; tries < 100; tries++) {
        if (getrandom(drawn, sizeof drawn, 0) != sizeof drawn) return -1;
        for (size_t i = 0; i < sizeof drawn; i++) end[(ptrdiff_t)i - 6] = letters[drawn[i] & 31];
        int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST) return fd;
    }
    return -1;
}

/* Bytes into a new temporary beside the target, closed and checked. */
static bool put_temporary(struct putting *p, struct text bytes, bool durable) {
    if (!name_beside(p->temporary, p->target)) return false;
    int fd = open_new(p->temporary);
    if (fd < 0) {
        p->temporary[0] = 0;
        return false;
    }
    bool ok = file_write_all(fd, bytes) && (!durable || !fsync(fd));
    int error = errno;
    if (close(fd)) {
        if (ok) error = errno;
        ok = false;
    }
    errno = error;
    return ok;
}

static bool put_straight(const struct putting *p, struct text bytes) {
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

/* The target of a path: where a link leads, so that the link itself is never replaced. Whether it
 * may be written is asked of the file too, not of its folder only: a write-protected edition stays
 * as it is. False leaves the reason in errno. */
static bool find_target(struct putting *p, struct text path, bool *regular) {
    char z[PATH_CAP];
    struct stat s;
    *regular = true;
    if (!z_path(z, path)) {
        errno = ENAMETOOLONG;
        return false;
    }
    bool there = !lstat(z, &s), link = there && S_ISLNK(s.st_mode);
    if (link) there = realpath(z, p->target) != NULL;
    if (!link || !there) memcpy(p->target, z, path.n + 1);
    if (!there) return true; /* what is wrong with its folder shows when it is written */
    if (link && stat(p->target, &s)) return false;
    *regular = S_ISREG(s.st_mode);
    if (!S_ISDIR(s.st_mode)) return !access(p->target, W_OK);
    errno = EISDIR;
    return false;
}

/* The first half: temporaries of all regular outputs. */
static bool prepare(struct diags *d, struct putting *p, const struct output *o, bool durable,
                    bool make_folders) {
    bool regular;
    p->path = o->path;
    if (text_equal(o->path, T("-"))) return true;
    if (find_target(p, o->path, &regular) &&
        (!regular || put_temporary(p, o->bytes, durable) ||
         (make_folders && errno == ENOENT && make_folders_above(p) && put_temporary(p, o->bytes, durable))))
        return true;
    file_tell(d, o->path, errno, true);
    return false;
}

/* Keeps what stands at the target under a second name. On a file system without links it cannot be
 * kept: moving it away instead would leave nothing at all after a crash. */
static bool keep_before(struct putting *p) {
    struct stat s;
    p->existed = !stat(p->target, &s);
    if (!p->existed) return errno == ENOENT;
    if (!name_beside(p->before, p->target)) return false;
    int fd = mkstemp(p->before); /* finds a free name; the link takes its place */
    if (fd >= 0) close(fd);
    bool ok = fd >= 0 && !unlink(p->before);
    if (fd < 0 || (ok && link(p->target, p->before))) p->before[0] = 0;
    return ok; /* else settle takes the name away, if it can be */
}

/* Brings the names of the folders that were made to the disk, too. */
static bool sync_made(const struct putting *p) {
    char part[PATH_CAP];
    bool ok = true;
    for (size_t i = p->made; p->made && p->target[i] && ok; i++) {
        if (p->target[i] != '/') continue;
        memcpy(part, p->target, i);
        part[i] = 0;
        ok = sync_folder(part);
    }
    return ok;
}

/* The second half: the name. One file alone is replaced by the rename itself, and needs no
 * undoing. */
static bool commit(struct diags *d, struct putting *p, bool durable, bool alone) {
    bool ok = ((alone && !durable) || keep_before(p)) && !rename(p->temporary, p->target);
    if (ok) {
        p->temporary[0] = 0;
        p->placed = true;
        ok = !durable || (sync_folder(p->target) && sync_made(p));
    }
    if (!ok) file_tell(d, p->path, errno, true);
    return ok;
}

/* Leaves the outputs as they are now, or as they were before. */
static void settle(struct putting *p, bool ok) {
    if (!ok && p->placed && p->before[0]) {
        rename(p->before, p->target);
        p->before[0] = 0; /* gone; or, where even that failed, the only copy */
    } else if (!ok && p->placed && !p->existed) {
        unlink(p->target);
    }
    if (p->before[0]) unlink(p->before);
    if (p->temporary[0]) unlink(p->temporary);
}

bool files_put(struct diags *d, const struct output *outputs, size_t n, bool durable,
               bool make_folders) {
    struct putting puttings[OUTPUTS_MAX] = {0};
    bool ok = true;
    if (n > OUTPUTS_MAX) abort();
    for (size_t i = 0; i < n && ok; i++)
        ok = prepare(d, &puttings[i], &outputs[i], durable, make_folders);
    for (size_t i = 0; i < n && ok; i++) {
        if (puttings[i].temporary[0]) continue;
        ok = put_straight(&puttings[i], outputs[i].bytes);
        if (!ok) file_tell(d, outputs[i].path, errno, true);
    }
    for (size_t i = 0; i < n && ok; i++)
        if (puttings[i].temporary[0]) ok = commit(d, &puttings[i], durable, n == 1);
    for (size_t i = 0; i < n; i++) settle(&puttings[i], ok);
    for (size_t i = n; i-- && !ok;) remove_folders(&puttings[i]);
    return ok;
}

/* Brings the names of all to the disk, by folders. */
static bool sync_names(struct diags *d, const struct putting *p, size_t n) {
    struct text synced = {0};
    for (size_t i = 0; i < n; i++) {
        struct text folder = file_dir(text_of(p[i].target));
        if (i && text_equal(folder, synced) && !p[i].made) continue;
        synced = folder;
        if (sync_folder(p[i].target) && sync_made(&p[i])) continue;
        file_tell(d, p[i].path, errno, true);
        return false;
    }
    return true;
}

bool files_keep(struct arena *a, struct diags *d, const struct output *outputs, size_t n) {
    struct putting *puttings = arena_new(a, struct putting, n);
    bool ok = true, alone = n == 1;
    for (size_t i = 0; i < n && ok; i++) ok = prepare(d, &puttings[i], &outputs[i], alone, true);
    if (ok && n > 1 && !sync_path(puttings[0].temporary, syncfs)) {
        file_tell(d, outputs[0].path, errno, true);
        ok = false;
    }
    for (size_t i = 0; i < n && ok; i++) ok = commit(d, &puttings[i], alone, alone);
    if (ok && !alone) ok = sync_names(d, puttings, n);
    for (size_t i = 0; i < n; i++) settle(&puttings[i], ok);
    for (size_t i = n; i-- && !ok;) remove_folders(&puttings[i]);
    return ok;
}

/* --- outputs that others write --- */

static bool draft_beside(struct putting *p) {
    if (!make_folders_above(p) || !name_beside(p->temporary, p->target)) return false;
    int fd = open_new(p->temporary);
    if (fd < 0) p->temporary[0] = 0;
    return fd >= 0 && !close(fd);
}

bool draft_open(struct arena *a, struct diags *d, struct text target, struct draft *out) {
    bool straight = text_equal(target, T("-")), regular = false;
    struct putting *p = arena_new(a, struct putting, 1);
    *out = (struct draft){.putting = p};
    p->path = target;
    if (!straight && (!find_target(p, target, &regular) || (regular && !draft_beside(p)))) {
        file_tell(d, target, errno, true);
        return false;
    }
    if (!regular) out->folder = folder_temporary(a, d);
    out->path = regular ? text_of(p->temporary) : file_path(a, out->folder, T("draft"));
    return regular || out->folder.n;
}

/* Copies it to standard output, a pipe or a device. */
static bool copy_draft(const struct draft *draft, int to) {
    char z[PATH_CAP], chunk[1 << 14];
    size_t n = sizeof chunk;
    int from = -1;
    if (z_path(z, draft->path)) from = open(z, O_RDONLY | O_CLOEXEC);
    bool ok = from >= 0;
    for (uint64_t at = 0; ok && n == sizeof chunk; at += n)
        ok = read_at(from, at, chunk, sizeof chunk, &n) && file_write_all(to, (struct text){chunk, n});
    int error = errno;
    if (from >= 0) close(from);
    errno = error;
    return ok;
}

static bool put_copy(const struct draft *draft) {
    bool out = text_equal(draft->putting->path, T("-"));
    int to = out ? STDOUT_FILENO : open(draft->putting->target, O_WRONLY | O_CLOEXEC);
    if (to < 0) return false;
    bool ok = copy_draft(draft, to);
    int error = errno;
    if (!out && close(to) && ok) {
        error = errno;
        ok = false;
    }
    errno = error;
    return ok;
}

bool draft_put(struct diags *d, struct draft *draft) {
    struct putting *p = draft->putting;
    bool ok = draft->folder.n ? put_copy(draft) : sync_path(p->temporary, fsync);
    if (!ok) file_tell(d, p->path, errno, true);
    if (!ok || draft->folder.n) return ok;
    ok = commit(d, p, true, true);
    settle(p, ok);
    if (ok) *p = (struct putting){0};
    return ok;
}

void draft_drop(struct draft *draft) {
    if (draft->folder.n) folder_remove(draft->folder);
    if (!draft->putting) return;
    settle(draft->putting, false);
    remove_folders(draft->putting);
}

bool folder_make(struct diags *d, struct text path) {
    struct putting p = {0};
    bool fits = z_path(p.target, path);
    if (!fits) errno = ENAMETOOLONG;
    bool made = fits && make_folders_above(&p) && (!mkdir(p.target, 0777) || errno == EEXIST);
    if (made && sync_folder(p.target) && sync_made(&p)) return true;
    file_tell(d, path, errno, true);
    return false;
}

/* Whether the open file is the one that is at that path; else errno says ENOENT. */
static bool is_at(int fd, const char *z) {
    struct stat s, t;
    if (!fstat(fd, &s) && !stat(z, &t) && s.st_dev == t.st_dev && s.st_ino == t.st_ino) return true;
    errno = ENOENT;
    return false;
}

int folder_lock(struct diags *d, struct text path) {
    char z[PATH_CAP];
    int fd = -1, failed = -1;
    if (!z_path(z, path)) errno = ENAMETOOLONG;
    else fd = open(z, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0)
        while ((failed = flock(fd, LOCK_EX)) && errno == EINTR) continue;
    if (!failed && is_at(fd, z)) return fd;
    file_tell(d, path, errno, true);
    if (fd >= 0) close(fd);
    return -1;
}

void folder_unlock(int lock) {
    if (lock >= 0) close(lock);
}

struct text folder_temporary(struct arena *a, struct diags *d) {
    struct text base = text_of(getenv("TMPDIR"));
    char *path = text_z(a, file_path(a, base.n ? base : T("/tmp"), T("griot-XXXXXX")));
    if (mkdtemp(path)) return text_of(path);
    file_tell(d, text_of(path), errno, true);
    return (struct text){0};
}

static int remove_one(const char *path, const struct stat *s, int kind, struct FTW *where) {
    (void)s;
    (void)kind;
    (void)where;
    return remove(path);
}

void folder_remove(struct text path) {
    char z[PATH_CAP];
    if (z_path(z, path)) nftw(z, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void folder_remove_empty(struct text path) {
    char z[PATH_CAP];
    if (z_path(z, path)) rmdir(z);
}

bool file_make_private(struct diags *d, struct text path) {
    char z[PATH_CAP];
    int fd = -1;
    if (!z_path(z, path)) errno = ENAMETOOLONG;
    else fd = open(z, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (fd >= 0 && !close(fd)) return true;
    file_tell(d, path, errno, true);
    return false;
}

/* Whether the file ends amid a line; `size` is that of the file. */
static bool torn(int fd, off_t size) {
    char last = '\n';
    return size > 0 && pread(fd, &last, 1, size - 1) == 1 && last != '\n';
}

/* What was written of lines that could not be written whole is cut off again. */
static bool append_open(int fd, struct text bytes) {
    off_t size = lseek(fd, 0, SEEK_END);
    if (size < 0) return false;
    if ((!torn(fd, size) || file_write_all(fd, T("\n"))) && file_write_all(fd, bytes) && !fsync(fd))
        return true;
    int error = errno;
    if (ftruncate(fd, size)) error = errno;
    errno = error;
    return false;
}

bool file_cut(struct diags *d, struct text path, int64_t size) {
    char z[PATH_CAP];
    int fd = -1;
    if (!z_path(z, path)) errno = ENAMETOOLONG;
    else fd = open(z, O_WRONLY | O_CLOEXEC);
    bool ok = fd >= 0 && !ftruncate(fd, size) && !fsync(fd);
    if (!ok) file_tell(d, path, errno, true);
    if (fd >= 0) close(fd);
    return ok;
}

bool file_append(struct diags *d, struct text path, struct text bytes) {
    char z[PATH_CAP];
    int fd = -1;
    if (!z_path(z, path)) errno = ENAMETOOLONG;
    else fd = open(z, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    bool ok = fd >= 0 && append_open(fd, bytes);
    int error = errno;
    if (fd >= 0 && close(fd) && ok) {
        error = errno;
        ok = false;
    }
    if (!ok) file_tell(d, path, error, true);
    return ok;
}
