/* A library that stands before the C library (LD_PRELOAD) and lets the system fail a program at one of
 * the calls that change files. The environment says what is to happen in GRIOT_FAULT:
 *
 *   kill:N     the process is killed in the place of the Nth call
 *   torn:N     likewise, but half of what that call was to write is written
 *   full:N     from the Nth call on, all that needs room fails with ENOSPC: the disk is full
 *   ENOSPC:N   the Nth call alone fails so
 *   EIO:N      likewise with EIO: the disk is broken
 *
 * and a file in GRIOT_FAULT_LOG, to which each call adds its name. The program that griot becomes
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

/* Counts the call; the error it is to fail with, or 0. A torn one is told by -1. */
static int strike(const char *name, enum need need) {
    long now = atomic_fetch_add(&calls, 1) + 1;
    note(name);
    if (is("kill", now, 0)) kill(getpid(), SIGKILL);
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
    return struck("fsync", NOTHING) ? -1 : (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd) {
    return struck("fdatasync", NOTHING) ? -1 : (int)syscall(SYS_fdatasync, fd);
}

int syncfs(int fd) {
    return struck("syncfs", NOTHING) ? -1 : (int)syscall(SYS_syncfs, fd);
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
    return (int)syscall(SYS_openat, AT_FDCWD, path, how, mode);
}

int open(const char *path, int how, ...) {
    va_list more;
    va_start(more, how);
    unsigned mode = how & O_CREAT ? va_arg(more, unsigned) : 0;
    va_end(more);
    return open64(path, how, mode);
}

int rename(const char *from, const char *to) {
    return struck("rename", NOTHING) ? -1
                                     : (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}

int link(const char *from, const char *to) {
    return struck("link", ROOM) ? -1 : (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlink(const char *path) {
    return struck("unlink", NOTHING) ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int rmdir(const char *path) {
    return struck("rmdir", NOTHING) ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);
}

int remove(const char *path) {
    struct stat s;
    if (struck("remove", NOTHING)) return -1;
    int folder = !lstat(path, &s) && S_ISDIR(s.st_mode) ? AT_REMOVEDIR : 0;
    return (int)syscall(SYS_unlinkat, AT_FDCWD, path, folder);
}

int mkdir(const char *path, mode_t mode) {
    return struck("mkdir", ROOM) ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int mkstemp(char *path) {
    int (*real)(char *);
    *(void **)&real = dlsym(RTLD_NEXT, "mkstemp");
    return struck("mkstemp", ROOM) ? -1 : real(path);
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
