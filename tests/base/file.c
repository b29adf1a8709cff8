/* Outputs are put all or none, whatever call fails. This program's own write, fsync, rename … stand
 * before the C library's, and fail when they are told to. */
#include "base/file.h"
#include "check.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum call { CALL_MKSTEMP, CALL_FCHMOD, CALL_WRITE, CALL_FSYNC, CALL_CLOSE, CALL_LINK, CALL_RENAME,
            CALL_MKDIR, CALL_OPEN, CALL__MAX };

static const char *const call_names[] = {"mkstemp", "fchmod", "write",  "fsync", "close",
                                         "link",    "rename", "mkdir", "open"};

static struct {
    enum call call;
    int error;  /* what it fails with */
    int at;     /* which of its calls, from 1; 0: none */
    bool failed;
    bool short_writes;
} fault;

static bool fails(enum call c) {
    if (!fault.at || fault.call != c || --fault.at) return false;
    fault.failed = true;
    errno = fault.error;
    return true;
}

#define REAL(name) (__extension__(__typeof__(&name))dlsym(RTLD_NEXT, #name))

int mkstemp(char *path) { return fails(CALL_MKSTEMP) ? -1 : REAL(mkstemp)(path); }
int fchmod(int fd, mode_t mode) { return fails(CALL_FCHMOD) ? -1 : REAL(fchmod)(fd, mode); }
int fsync(int fd) { return fails(CALL_FSYNC) ? -1 : REAL(fsync)(fd); }
int link(const char *a, const char *b) { return fails(CALL_LINK) ? -1 : REAL(link)(a, b); }
int rename(const char *a, const char *b) { return fails(CALL_RENAME) ? -1 : REAL(rename)(a, b); }
int mkdir(const char *path, mode_t m) { return fails(CALL_MKDIR) ? -1 : REAL(mkdir)(path, m); }

int close(int fd) {
    int closed = REAL(close)(fd); /* a descriptor is gone even where close fails */
    return fails(CALL_CLOSE) ? -1 : closed;
}

int open(const char *path, int flags, ...) {
    return fails(CALL_OPEN) ? -1 : REAL(open)(path, flags, 0666);
}

ssize_t write(int fd, const void *bytes, size_t n) {
    if (fails(CALL_WRITE)) return -1;
    return REAL(write)(fd, bytes, fault.short_writes && n > 1 ? 1 : n);
}

static const char *const shell_state = "find . | sort; find . -type f -exec cat {} + | cksum";

/* All names and bytes under the current folder. */
static struct text state(struct arena *a) {
    char words[4096];
    FILE *p = popen(shell_state, "r");
    size_t n = p ? fread(words, 1, sizeof words, p) : 0;
    if (p) pclose(p);
    return text_copy(a, (struct text){words, n});
}

static void reset(bool existing) {
    CHECK(!system("rm -rf ./* ./.g*"));
    if (existing) CHECK(!system("mkdir -p out/deep; echo old >out/a.pdf; echo older >out/deep/b.html"));
}

static bool put(struct diags *d, bool durable) {
    struct output outputs[] = {{T("out/a.pdf"), T("new bytes")}, {T("out/deep/b.html"), T("more")}};
    return files_put(d, outputs, 2, durable, true);
}

/* Every call of one kind fails in turn, until a run has no more of them. */
static void each_call(struct arena a, enum call call, bool existing, bool durable) {
    for (int at = 1;; at++) {
        struct arena scratch = a;
        struct diags d = diags_make(&scratch);
        reset(existing);
        struct text before = state(&scratch);
        fault.call = call, fault.at = at, fault.error = EIO, fault.failed = false;
        bool ok = put(&d, durable);
        fault.at = 0;
        struct text after = state(&scratch);
        if (!fault.failed) {
            CHECK(ok && !d.n);
            break;
        }
        if (!ok && text_equal(before, after) && diags_status(&d) == 3) continue;
        if (ok && call == CALL_LINK) continue; /* cannot be undone then, and need not */
        if (ok && call == CALL_CLOSE) continue; /* of a folder, or of a name */
        printf("%s number %d, %s, %s: %s\n", call_names[call], at, existing ? "replacing" : "new",
               durable ? "durable" : "quick", ok ? "not told" : "not as before");
        check_failures++;
    }
}

static void all_calls(struct arena a) {
    for (int i = 0; i < CALL__MAX * 4; i++) each_call(a, (enum call)(i / 4), i & 1, i & 2);
}

/* A close that fails after the bytes is a failure: it may be where a full quota is told. */
static void close_counts(struct arena a) {
    struct diags d = diags_make(&a);
    reset(true);
    fault.call = CALL_CLOSE, fault.at = 1, fault.error = EDQUOT;
    CHECK(!put(&d, false));
    CHECK_TEXT(check_diags(&d),
               "out/a.pdf: error: the system allows no more bytes here (a quota, or a limit on the "
               "size of files); nothing was kept: name another output with -o [output-limit]\n");
}

static void short_writes(struct arena a) {
    struct diags d = diags_make(&a);
    struct text bytes;
    reset(false);
    fault.short_writes = true;
    fault.call = CALL_WRITE, fault.at = 2, fault.error = EINTR;
    CHECK(put(&d, false));
    fault.short_writes = false;
    CHECK(file_read(&a, &d, T("out/a.pdf"), 100, &bytes));
    CHECK_TEXT(bytes, "new bytes");
}

/* The words for each reason. */
static void words(struct arena a) {
    static const struct {
        int error;
        const char *en, *fr;
    } rows[] = {
        {ENOSPC,
         "the disk is full; nothing was kept: free some space and run the command again [disk-full]",
         "le disque est plein ; rien n’a été gardé : libérez de la place et relancez la commande "
         "[disk-full]"},
        {EACCES,
         "you have no permission to write here; name another output with -o [not-writable]",
         "vous n’avez pas le droit d’écrire ici ; nommez une autre sortie avec -o [not-writable]"},
        {EIO,
         "the disk, or the connection to it, failed; nothing was kept; try again, and see to the disk "
         "[disk-failed]",
         "le disque, ou la liaison avec lui, a failli ; rien n’a été gardé ; recommencez, et faites "
         "examiner le disque [disk-failed]"},
        {EMFILE,
         "the system lets no more files be opened; close other programs, or raise the limit (ulimit -n) "
         "[too-many-open]",
         "le système ne laisse plus ouvrir de fichiers ; fermez d’autres programmes, ou élevez la limite "
         "(ulimit -n) [too-many-open]"},
        {ELOOP,
         "the symbolic links of this path lead in a circle; name the file itself [link-circle]",
         "les liens symboliques de ce chemin tournent en rond ; nommez le fichier lui-même [link-circle]"},
        {EPIPE, "writing failed, and nothing was kept; the system says: Broken pipe [write-failed]",
         "échec de l’écriture, rien n’a été gardé ; le système dit : Broken pipe [write-failed]"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena scratch = a;
        struct diags d = diags_make(&scratch);
        struct text said = {0};
        reset(false);
        fault.call = CALL_WRITE, fault.at = 1, fault.error = rows[i].error;
        CHECK(!put(&d, false));
        for (enum lang lang = 0; lang < LANG__MAX; lang++) {
            struct build b = {.arena = &scratch};
            diags_print(&d, lang, &b);
            said = text_after(build_done(&b), sizeof "out/a.pdf: error: " - 1);
            said.n--;
            CHECK_TEXT(said, lang == LANG_EN ? rows[i].en : rows[i].fr);
        }
    }
}

/* A link stays a link; a write-protected file stays as it is. */
static void targets(struct arena a) {
    struct diags d = diags_make(&a);
    struct text bytes;
    reset(true);
    CHECK(!symlink("out/a.pdf", "latest.pdf"));
    CHECK(files_put(&d, &(struct output){T("latest.pdf"), T("newest")}, 1, false, false));
    CHECK(file_read(&a, &d, T("out/a.pdf"), 100, &bytes));
    CHECK_TEXT(bytes, "newest");
    struct stat s;
    CHECK(!lstat("latest.pdf", &s) && S_ISLNK(s.st_mode));
}

int main(void) {
    struct arena a = check_arena();
    char folder[] = "/tmp/griot-test-XXXXXX", command[64];
    if (!mkdtemp(folder) || chdir(folder)) return 2;
    all_calls(a);
    close_counts(a);
    short_writes(a);
    words(a);
    targets(a);
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command) || check_done();
}
