/* What no program that proves bundles can do without: SHA-256 and inflate.
 *
 *   hashes FOLDER
 *
 * For each ZIP file below FOLDER: the SHA-256 of the file, and of each file in it, inflated where it
 * is deflated, by the places that its central directory gives (APPNOTE.TXT 4.3.12). Nothing is held
 * against anything; the last bytes of all hashes are added up, so that none is left out. zlib and
 * OpenSSL, as griot has them. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <fcntl.h>
#include <ftw.h>
#include <openssl/sha.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { ENTRY = 46, LOCAL = 30, END = 22 };

static unsigned char *file, *room;
static size_t file_size, room_size;
static unsigned sum;
static size_t files;

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

static void add_hash(const unsigned char *at, size_t n) {
    unsigned char hash[SHA256_DIGEST_LENGTH];
    SHA256_CTX c;
    SHA256_Init(&c);
    SHA256_Update(&c, at, n);
    SHA256_Final(hash, &c);
    sum += hash[SHA256_DIGEST_LENGTH - 1];
}

static void inflate_all(z_stream *z, const unsigned char *at, size_t n, size_t size) {
    if (inflateReset(z) != Z_OK) fail("inflateReset");
    z->next_in = (unsigned char *)(uintptr_t)at;
    z->avail_in = (uInt)n;
    z->next_out = room;
    z->avail_out = (uInt)size;
    if (inflate(z, Z_FINISH) != Z_STREAM_END) fail("inflate");
}

/* The entries of the file that was read. */
static void add_entries(size_t n) {
    z_stream z = {0};
    size_t end = n < END ? 0 : n - END;
    if (inflateInit2(&z, -MAX_WBITS) != Z_OK) fail("inflateInit");
    while (end && memcmp(file + end, "PK\5\6", 4)) end--;
    for (size_t at = number(file + end + 16, 4); at < end;) {
        const unsigned char *e = file + at, *local = file + number(e + 42, 4);
        const unsigned char *bytes = local + LOCAL + number(local + 26, 2) + number(local + 28, 2);
        size_t packed = number(e + 20, 4), size = number(e + 24, 4);
        room = grown(room, &room_size, size + 1);
        if (number(e + 10, 2)) inflate_all(&z, bytes, packed, size);
        add_hash(number(e + 10, 2) ? room : bytes, size);
        at += ENTRY + number(e + 28, 2) + number(e + 30, 2) + number(e + 32, 2);
    }
    inflateEnd(&z);
}

static int add_file(const char *path, const struct stat *s, int kind, struct FTW *where) {
    (void)where;
    if (kind != FTW_F) return 0;
    size_t n = (size_t)s->st_size, got = 0;
    int fd = open(path, O_RDONLY);
    file = grown(file, &file_size, n + 1);
    for (ssize_t r; fd >= 0 && got < n && (r = read(fd, file + got, n - got)) > 0;) got += (size_t)r;
    if (fd < 0 || got != n) fail(path);
    close(fd);
    add_hash(file, n);
    add_entries(n);
    files++;
    return 0;
}

int main(int argc, char **argv) {
    if (argc != 2) fail("usage: hashes FOLDER");
    if (nftw(argv[1], add_file, 16, FTW_PHYS)) fail(argv[1]);
    printf("%zu files, %u\n", files, sum);
    free(file);
    free(room);
    return 0;
}
