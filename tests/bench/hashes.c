/* What no program that proves bundles can do without: SHA-256 and inflate.
 *
 *   hashes THREADS FOLDER
 *
 * For each ZIP file below FOLDER: the SHA-256 of the file, and of each file in it, inflated where it
 * is deflated, by the places that its central directory gives (APPNOTE.TXT 4.3.12). Nothing is held
 * against anything; the last bytes of all hashes are added up, so that none is left out. The files
 * are shared out among as many threads; libdeflate and OpenSSL, as griot has them. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <fcntl.h>
#include <ftw.h>
#include <libdeflate.h>
#include <openssl/sha.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ENTRY = 46, LOCAL = 30, END = 22, THREADS = 64 };

static struct { char *path; size_t size; } *files;
static size_t nfiles, cap;
static atomic_size_t next;

/* A thread's own. */
struct hand {
    pthread_t thread;
    struct libdeflate_decompressor *z;
    unsigned char *file, *room;
    size_t file_size, room_size;
    unsigned sum;
};

static _Noreturn void fail(const char *what) {
    fprintf(stderr, "hashes: %s\n", what);
    exit(1);
}

static size_t number(const unsigned char *p, int n) {
    size_t v = 0;
    while (n--) v = v << 8 | p[n];
    return v;
}

static unsigned char *grown(unsigned char *at, size_t *size, size_t wanted) {
    if (wanted <= *size) return at;
    *size = wanted * 2;
    at = realloc(at, *size);
    if (!at) fail("memory");
    return at;
}

static void add_hash(struct hand *h, const unsigned char *at, size_t n) {
    unsigned char hash[SHA256_DIGEST_LENGTH];
    SHA256_CTX c;
    SHA256_Init(&c);
    SHA256_Update(&c, at, n);
    SHA256_Final(hash, &c);
    h->sum += hash[SHA256_DIGEST_LENGTH - 1];
}

/* The entries of the file that was read. */
static void add_entries(struct hand *h, size_t n) {
    const unsigned char *file = h->file;
    size_t end = n < END ? 0 : n - END;
    while (end && memcmp(file + end, "PK\5\6", 4)) end--;
    for (size_t at = number(file + end + 16, 4); at < end;) {
        const unsigned char *e = file + at, *local = file + number(e + 42, 4);
        const unsigned char *bytes = local + LOCAL + number(local + 26, 2) + number(local + 28, 2);
        size_t packed = number(e + 20, 4), size = number(e + 24, 4), deflated = number(e + 10, 2);
        h->room = grown(h->room, &h->room_size, size + 1);
        if (deflated && libdeflate_deflate_decompress(h->z, bytes, packed, h->room, size, NULL))
            fail("inflate");
        add_hash(h, deflated ? h->room : bytes, size);
        at += ENTRY + number(e + 28, 2) + number(e + 30, 2) + number(e + 32, 2);
    }
}

static void add_file(struct hand *h, const char *path, size_t n) {
    size_t got = 0;
    int fd = open(path, O_RDONLY);
    h->file = grown(h->file, &h->file_size, n + 1);
    for (ssize_t r; fd >= 0 && got < n && (r = read(fd, h->file + got, n - got)) > 0;) got += (size_t)r;
    if (fd < 0 || got != n) fail(path);
    close(fd);
    add_hash(h, h->file, n);
    add_entries(h, n);
}

static void *add_files(void *hand) {
    struct hand *h = hand;
    h->z = libdeflate_alloc_decompressor();
    if (!h->z) fail("memory");
    for (size_t i; (i = atomic_fetch_add(&next, 1)) < nfiles;) add_file(h, files[i].path, files[i].size);
    libdeflate_free_decompressor(h->z);
    free(h->file);
    free(h->room);
    return NULL;
}

static int note_file(const char *path, const struct stat *s, int kind, struct FTW *where) {
    (void)where;
    if (kind != FTW_F) return 0;
    if (nfiles == cap) files = realloc(files, (cap = cap * 2 + 64) * sizeof *files);
    if (!files || !(files[nfiles].path = strdup(path))) fail("memory");
    files[nfiles++].size = (size_t)s->st_size;
    return 0;
}

int main(int argc, char **argv) {
    static struct hand hands[THREADS];
    int n = argc == 3 ? atoi(argv[1]) : 0;
    unsigned sum = 0;
    if (n < 1 || n > THREADS) fail("usage: hashes THREADS FOLDER");
    if (nftw(argv[2], note_file, 16, FTW_PHYS)) fail(argv[2]);
    for (int i = 1; i < n; i++)
        if (pthread_create(&hands[i].thread, NULL, add_files, &hands[i])) fail("thread");
    add_files(&hands[0]);
    for (int i = 1; i < n; i++) pthread_join(hands[i].thread, NULL);
    for (int i = 0; i < n; i++) sum += hands[i].sum;
    printf("%zu files, %u\n", nfiles, sum);
    for (size_t i = 0; i < nfiles; i++) free(files[i].path);
    free(files);
    return 0;
}
