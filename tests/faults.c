/* A library that stands before the C library (LD_PRELOAD) and lets the system fail a program at one of
 * the calls that change files. The environment says what is to happen in GRIOT_FAULT:
 *
 *   kill:N     the process is killed in the place of the Nth call
 *   torn:N     likewise, but half of what that call was to write is written
 *   full:N     from the Nth call on, all that needs room fails with ENOSPC: the disk is full
 *   ENOSPC:N   the Nth call alone fails so
 *   EIO:N      likewise with EIO: the disk is broken
 *   cut:N      the power is cut in the place of the Nth call: what was written and not brought to the disk
 *              is lost, and so are names that were made, moved or removed in folders that were not
 *   hollow:N   likewise, but the names are as they were, and what they name has lost its end
 *
 * Lost is what files have got at their ends, as that is how griot writes; the catalogue, which SQLite looks
 * after and which can be made again, stays. A folder on the same disk, in GRIOT_FAULT_KEEP, holds what
 * may have to come back. The environment has, too,
 * a file in GRIOT_FAULT_LOG, to which each call adds its name. The program that griot becomes
 * counts anew; griot itself changes nothing before. Standard streams are not counted. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* The calls so far: the one thing that a library must remember between them. */
static atomic_long calls;

enum need { ROOM, NOTHING };

static void note(const char *name) {
    const char *log = getenv("GRIOT_FAULT_LOG");
    if (!log) return;
    long fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT, 0666);
    if (fd < 0) return;
    syscall(SYS_write, fd, name, strlen(name));
    syscall(SYS_write, fd, "\n", (size_t)1);
    syscall(SYS_close, fd);
}

/* Whether the fault of that kind is to happen now. */
static int is(const char *kind, long now, int since) {
    const char *fault = getenv("GRIOT_FAULT");
    size_t n = strlen(kind);
    if (!fault || strncmp(fault, kind, n) || fault[n] != ':') return 0;
    long at = atol(fault + n + 1);
    return since ? now >= at : now == at;
}

/* --- what a power cut would undo: griot changes files in one thread --- */

enum { CHANGES = 4096, LONGEST = 512 };
enum deed { MADE, GONE, MOVED, FOLDER_MADE, FOLDER_GONE, GROWN };

/* A change that is not on the disk yet. */
struct change {
    enum deed deed;
    char path[LONGEST], to[LONGEST];
    int kept;     /* its number in the folder of what may come back; 0: nothing stood there */
    dev_t device; /* of the folder it is in; of a file that has grown: its own */
    ino_t inode;
    int file;     /* that has grown, held open */
    off_t size;   /* that it has on the disk */
};

static struct change changes[CHANGES];
static size_t nchanges;
static int nkept;

static int cutting(void) {
    const char *fault = getenv("GRIOT_FAULT");
    return fault && (!strncmp(fault, "cut:", 4) || !strncmp(fault, "hollow:", 7));
}

/* A new one; NULL where none is noted. */
static struct change *change(enum deed deed, const char *path) {
    if (!cutting() || strstr(path, "catalogue.sqlite")) return NULL;
    if (nchanges == CHANGES || strlen(path) >= LONGEST) abort();
    struct change *c = &changes[nchanges++];
    *c = (struct change){.deed = deed, .file = -1};
    strcpy(c->path, path);
    return c;
}

/* The same of a name in its folder. */
static struct change *name_change(enum deed deed, const char *path) {
    struct change *c = change(deed, path);
    struct stat s;
    char folder[LONGEST];
    if (!c) return NULL;
    strcpy(folder, path);
    char *slash = strrchr(folder, '/');
    if (slash) *slash = 0;
    if (stat(slash ? folder : ".", &s)) abort();
    c->device = s.st_dev;
    c->inode = s.st_ino;
    return c;
}

static void kept_path(char out[LONGEST], int n) {
    snprintf(out, LONGEST, "%s/%d", getenv("GRIOT_FAULT_KEEP"), n);
}

/* Holds what the name stands for, where it stands for something. */
static int keep(const char *path) {
    char kept[LONGEST];
    kept_path(kept, nkept + 1);
    return syscall(SYS_linkat, AT_FDCWD, path, AT_FDCWD, kept, 0) ? 0 : ++nkept;
}

static void come_back(const struct change *c, const char *path) {
    char kept[LONGEST];
    if (!c->kept) return;
    kept_path(kept, c->kept);
    syscall(SYS_linkat, AT_FDCWD, kept, AT_FDCWD, path, 0);
}

/* The file is about to grow. */
static void grows(int fd) {
    struct stat s;
    char link[32], path[LONGEST] = "";
    if (!cutting() || fstat(fd, &s) || !S_ISREG(s.st_mode)) return;
    for (size_t i = 0; i < nchanges; i++)
        if (changes[i].deed == GROWN && changes[i].device == s.st_dev && changes[i].inode == s.st_ino) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    if (readlink(link, path, sizeof path - 1) < 0) return;
    struct change *c = change(GROWN, path);
    if (!c) return;
    c->device = s.st_dev;
    c->inode = s.st_ino;
    c->size = s.st_size;
    c->file = fcntl(fd, F_DUPFD_CLOEXEC, 100);
}

/* All that the folder or file has is on the disk; without one, all there is. */
static void brought(int fd) {
    struct stat s = {0};
    size_t n = 0;
    if (!cutting() || (fd >= 0 && fstat(fd, &s))) return;
    for (size_t i = 0; i < nchanges; i++) {
        struct change *c = &changes[i];
        int done = fd < 0 || (c->device == s.st_dev && c->inode == s.st_ino);
        if (done && c->file >= 0) syscall(SYS_close, c->file);
        if (!done) changes[n++] = *c;
    }
    nchanges = n;
}

static void undo(const struct change *c, int names) {
    if (c->deed == GROWN) syscall(SYS_ftruncate, c->file, c->size);
    if (!names) return;
    if (c->deed == MADE) syscall(SYS_unlinkat, AT_FDCWD, c->path, 0);
    if (c->deed == FOLDER_MADE) syscall(SYS_unlinkat, AT_FDCWD, c->path, AT_REMOVEDIR);
    if (c->deed == FOLDER_GONE) syscall(SYS_mkdirat, AT_FDCWD, c->path, 0777);
    if (c->deed == MOVED) syscall(SYS_renameat, AT_FDCWD, c->to, AT_FDCWD, c->path);
    if (c->deed == MOVED) come_back(c, c->to);
    if (c->deed == GONE) come_back(c, c->path);
}

static void cut(int names) {
    while (nchanges) undo(&changes[--nchanges], names);
    kill(getpid(), SIGKILL);
}

/* Counts the call; the error it is to fail with, or 0. A torn one is told by -1. */
static int strike(const char *name, enum need need) {
    long now = atomic_fetch_add(&calls, 1) + 1;
    note(name);
    if (is("kill", now, 0)) kill(getpid(), SIGKILL);
    if (is("cut", now, 0) || is("hollow", now, 0)) cut(is("cut", now, 0));
    if (is("torn", now, 0)) return -1;
    if (need == ROOM && is("full", now, 1)) return ENOSPC;
    if (is("ENOSPC", now, 0)) return ENOSPC;
    return is("EIO", now, 0) ? EIO : 0;
}

/* The same for calls that cannot be torn; 0, or -1 with errno. */
static int struck(const char *name, enum need need) {
    int error = strike(name, need);
    if (error < 0) kill(getpid(), SIGKILL);
    if (error) errno = error;
    return error ? -1 : 0;
}

/* --- writing --- */

ssize_t write(int fd, const void *bytes, size_t n) {
    int error = fd > STDERR_FILENO ? strike("write", ROOM) : 0;
    if (error < 0) {
        syscall(SYS_write, fd, bytes, n / 2);
        kill(getpid(), SIGKILL);
    }
    errno = error;
    if (!error && fd > STDERR_FILENO) grows(fd);
    return error ? -1 : syscall(SYS_write, fd, bytes, n);
}

ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t at) {
    int error = strike("pwrite", ROOM);
    if (error < 0) {
        syscall(SYS_pwrite64, fd, bytes, n / 2, at);
        kill(getpid(), SIGKILL);
    }
    errno = error;
    return error ? -1 : syscall(SYS_pwrite64, fd, bytes, n, at);
}

int ftruncate64(int fd, off64_t n) {
    struct stat s;
    int grows = fstat(fd, &s) || s.st_size < n;
    return struck("ftruncate", grows ? ROOM : NOTHING) ? -1 : (int)syscall(SYS_ftruncate, fd, n);
}

int ftruncate(int fd, off_t n) {
    return ftruncate64(fd, n);
}

int fsync(int fd) {
    int failed = struck("fsync", NOTHING);
    if (!failed) brought(fd);
    return failed ? -1 : (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd) {
    int failed = struck("fdatasync", NOTHING);
    if (!failed) brought(fd);
    return failed ? -1 : (int)syscall(SYS_fdatasync, fd);
}

int syncfs(int fd) {
    int failed = struck("syncfs", NOTHING);
    if (!failed) brought(-1);
    return failed ? -1 : (int)syscall(SYS_syncfs, fd);
}

/* Of a file that was written; the descriptor is gone in any case. */
int close(int fd) {
    int how = fcntl(fd, F_GETFL), failed = 0;
    struct stat s;
    if (how >= 0 && (how & O_ACCMODE) != O_RDONLY && !fstat(fd, &s) && S_ISREG(s.st_mode))
        failed = struck("close", NOTHING);
    int error = errno, closed = (int)syscall(SYS_close, fd);
    if (failed) errno = error;
    return failed ? -1 : closed;
}

/* --- names --- */

int open64(const char *path, int how, ...) {
    va_list more;
    va_start(more, how);
    unsigned mode = how & O_CREAT ? va_arg(more, unsigned) : 0;
    va_end(more);
    if (how & O_CREAT && struck("open", ROOM)) return -1;
    int made = how & O_CREAT && syscall(SYS_faccessat, AT_FDCWD, path, F_OK);
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path, how, mode), error = errno;
    if (made && fd >= 0) name_change(MADE, path);
    errno = error;
    return fd;
}

int open(const char *path, int how, ...) {
    va_list more;
    va_start(more, how);
    unsigned mode = how & O_CREAT ? va_arg(more, unsigned) : 0;
    va_end(more);
    return open64(path, how, mode);
}

int rename(const char *from, const char *to) {
    if (struck("rename", NOTHING)) return -1;
    struct change *c = name_change(MOVED, from);
    if (c) c->kept = keep(strcpy(c->to, to));
    int failed = (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
    if (c && failed) nchanges--;
    return failed;
}

int link(const char *from, const char *to) {
    if (struck("link", ROOM)) return -1;
    int failed = (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
    if (!failed) name_change(MADE, to);
    return failed;
}

/* Where there is nothing of that name nothing is changed. */
static int removed(const char *path, int how) {
    struct stat s;
    struct change *c = lstat(path, &s) ? NULL : name_change(how ? FOLDER_GONE : GONE, path);
    if (c && !how) c->kept = keep(path);
    int failed = (int)syscall(SYS_unlinkat, AT_FDCWD, path, how);
    if (c && failed) nchanges--;
    return failed;
}

int unlink(const char *path) {
    return struck("unlink", NOTHING) ? -1 : removed(path, 0);
}

int rmdir(const char *path) {
    return struck("rmdir", NOTHING) ? -1 : removed(path, AT_REMOVEDIR);
}

int remove(const char *path) {
    struct stat s;
    if (struck("remove", NOTHING)) return -1;
    return removed(path, !lstat(path, &s) && S_ISDIR(s.st_mode) ? AT_REMOVEDIR : 0);
}

int mkdir(const char *path, mode_t mode) {
    if (struck("mkdir", ROOM)) return -1;
    int failed = (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
    if (!failed) name_change(FOLDER_MADE, path);
    return failed;
}

int mkstemp(char *path) {
    int (*real)(char *);
    *(void **)&real = dlsym(RTLD_NEXT, "mkstemp");
    if (struck("mkstemp", ROOM)) return -1;
    int fd = real(path);
    if (fd >= 0) name_change(MADE, path);
    return fd;
}

/* --- the clock: GRIOT_TIME, in seconds, where it is set --- */

time_t time(time_t *out) {
    const char *lie = getenv("GRIOT_TIME");
    struct timespec now = {0};
    if (lie) now.tv_sec = atoll(lie);
    else syscall(SYS_clock_gettime, CLOCK_REALTIME, &now);
    if (out) *out = now.tv_sec;
    return now.tv_sec;
}
