/* The floor: what no program that makes such a file can do without.
 *
 *   floor reference TEXT                     prints the reference page code of a day text
 *   floor OUT BYTES CODE PROGRAM... -- INPUT...
 *
 * The second form is what is timed: it maps the INPUTs (texts and faces), deflates the pages of
 * CODE and each font PROGRAM, on all processors that it may use, at zlib's level 6, and writes
 * OUT, of BYTES bytes in all: what was deflated, then the text again to make up for objects.
 *
 * The reference is frozen, so that leaner page code is a gain over the floor and not a lower
 * floor. It is the text under one simple rule, made to have the length and the entropy of griot's
 * pages when it was written, in one column of Gentium Plus 11/15: for 100 communiqués (212,000
 * characters) 65 pages of 6,050 bytes, of which deflate leaves 2,390. See `print_line`. */
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { LEVEL = 6, PIECES = 1 << 14, PAGE_LINES = 36, LINE_LENGTH = 82, WORKERS = 64 };

struct piece {
    const char *at;
    size_t n;
};

static _Noreturn void fail(const char *what) {
    fprintf(stderr, "floor: %s\n", what);
    exit(1);
}

static struct piece map(const char *path) {
    struct stat s;
    int fd = open(path, O_RDONLY);
    if (fd < 0 || fstat(fd, &s)) fail(path);
    void *p = mmap(NULL, (size_t)s.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (p == MAP_FAILED) fail(path); /* an empty file, too */
    close(fd);
    return (struct piece){p, (size_t)s.st_size};
}

/* --- the reference --- */

static uint64_t state = 1;

static unsigned draw(unsigned below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % below;
}

/* One code of one byte for each character: ASCII as it is, others folded into the upper half. */
static const unsigned char *next_code(const unsigned char *p, unsigned char *code) {
    unsigned c = *p++;
    if (c < 0x80) return *code = (unsigned char)(c == '\n' ? ' ' : c), p;
    while ((*p & 0xC0) == 0x80) c = c << 6 | (*p++ & 0x3F);
    return *code = (unsigned char)(0x80 | (c & 0x7F)), p;
}

static bool is_in(unsigned char c, const char *set) {
    return c && strchr(set, c);
}

/* The number that stands between two letters where French text is kerned, or 0. */
static int kern(unsigned char before, unsigned char c) {
    bool vowel = is_in(c, "aeiou") || c == 0xA9; /* é */
    if (is_in(before, ",.;f'") || before == 0x99 /* ’ */) return 10 + (int)draw(90);
    if (before == 'r') return vowel ? 10 + (int)draw(2) * 5 : is_in(c, "cdgs,.") ? 15 : 0;
    if (c == 'v') return is_in(before, "aeiou") ? 20 : 0;
    if (before == 'v') return c == 'e' ? 24 : vowel ? 20 : 0;
    if (is_in(before, "ATVLPF")) return is_in(c, "ATVLPF ") ? 0 : 39;
    return (before == 'e' && c == 'x') || (before == 'c' && c == 'h') ? 15 : 0;
}

/* A line ends at the first blank after LINE_LENGTH characters. It has a scaling and a word space,
 * both drawn, and a number where letters are kerned. */
static const unsigned char *print_line(const unsigned char *p, const unsigned char *end) {
    unsigned char before = 0, c;
    int space = (int)draw(1000) - 500;
    printf("%u.%u Tz %s.%03d Tw 0 -15 TD[(", 98 + draw(4), draw(10), space < 0 ? "-" : "",
           abs(space));
    for (int n = 0; p < end; n++) {
        p = next_code(p, &c);
        int number = kern(before, c);
        if (number) printf(")%d(", number);
        if (is_in(c, "()\\")) putchar('\\');
        putchar(c);
        before = c;
        if (n >= LINE_LENGTH && c == ' ') break;
    }
    fputs(")]TJ\n", stdout);
    return p;
}

static void print_rule(const char *kind) {
    printf("/Artifact<</Type/%s>>BDC\n70.87 %u.%02u 453.54 .8 re f\nEMC\n", kind, 60 + draw(720),
           draw(100));
}

/* A page is 36 lines, and as many marks as a page with two communiqués has; a form feed ends it. */
static void print_reference(struct piece text) {
    const unsigned char *p = (const unsigned char *)text.at, *end = p + text.n;
    while (p < end) {
        for (int i = 0; i < PAGE_LINES && p < end; i++) {
            if (i % 6 == 0)
                printf("%s/P<</MCID %d>>BDC\nBT\n/F0 11 Tf 70.87 %u.%02u Td\n",
                       i ? "ET\nEMC\n" : "", i / 6, 60 + draw(720), draw(100));
            p = print_line(p, end);
        }
        fputs("ET\nEMC\n", stdout);
        print_rule("Layout");
        print_rule("Layout");
        print_rule("Pagination/Subtype/Header");
        print_rule("Pagination/Subtype/Footer");
        putchar('\f');
    }
}

/* --- the floor --- */

static struct piece pieces[PIECES], deflated[PIECES];
static size_t npieces;
static atomic_size_t next_piece;

static void add_pages(struct piece code) {
    const char *p = code.at, *end = code.at + code.n;
    while (p < end) {
        const char *stop = memchr(p, '\f', (size_t)(end - p));
        if (!stop || npieces == PIECES) fail("too many pages");
        pieces[npieces++] = (struct piece){p, (size_t)(stop - p)};
        p = stop + 1;
    }
}

static void *work(void *unused) {
    z_stream z = {0};
    if (deflateInit(&z, LEVEL) != Z_OK) fail("deflateInit");
    for (size_t i; (i = atomic_fetch_add(&next_piece, 1)) < npieces;) {
        deflateReset(&z);
        uLong bound = deflateBound(&z, pieces[i].n);
        Bytef *out = malloc(bound);
        if (!out) fail("out of memory");
        z.next_in = (Bytef *)(uintptr_t)pieces[i].at; /* zlib does not write there */
        z.avail_in = (uInt)pieces[i].n;
        z.next_out = out;
        z.avail_out = (uInt)bound;
        if (deflate(&z, Z_FINISH) != Z_STREAM_END) fail("deflate");
        deflated[i] = (struct piece){(char *)out, z.total_out};
    }
    deflateEnd(&z);
    return unused;
}

static void deflate_all(void) {
    pthread_t crew[WORKERS];
    cpu_set_t set;
    size_t started = 0;
    int n = sched_getaffinity(0, sizeof set, &set) ? 1 : CPU_COUNT(&set);
    for (; (int)started < n - 1 && started < WORKERS; started++)
        if (pthread_create(&crew[started], NULL, work, NULL)) break;
    work(NULL);
    while (started) pthread_join(crew[--started], NULL);
}

static void write_file(const char *path, size_t bytes, struct piece filler) {
    char *all = malloc(bytes + 1);
    size_t n = 0;
    if (!all) fail("out of memory");
    for (size_t i = 0; i < npieces; i++) {
        size_t part = deflated[i].n < bytes - n ? deflated[i].n : bytes - n;
        memcpy(all + n, deflated[i].at, part);
        n += part;
    }
    while (filler.n && n < bytes) {
        size_t part = filler.n < bytes - n ? filler.n : bytes - n;
        memcpy(all + n, filler.at, part);
        n += part;
    }
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (fd < 0 || write(fd, all, bytes) != (ssize_t)bytes || close(fd)) fail(path);
    free(all);
}

int main(int argc, char **argv) {
    if (argc == 3 && !strcmp(argv[1], "reference")) {
        print_reference(map(argv[2]));
        return fflush(stdout) || ferror(stdout);
    }
    if (argc < 5) {
        fputs("usage: floor reference TEXT\n"
              "       floor OUT BYTES CODE PROGRAM... -- INPUT...\n", stderr);
        return 2;
    }
    int i = 4;
    struct piece input = {"", 0};
    for (; i < argc && strcmp(argv[i], "--"); i++) pieces[npieces++] = map(argv[i]);
    add_pages(map(argv[3]));
    for (i++; i < argc; i++) input = map(argv[i]);
    deflate_all();
    write_file(argv[1], strtoul(argv[2], NULL, 10), input);
    return 0;
}
