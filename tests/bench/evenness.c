/* How even the word spaces of justified text are.
 *
 *   pdftotext -bbox-layout FILE.pdf - | evenness [SIZE]
 *
 * What counts is a full line of the body: at least five words, of the commonest height, from
 * within 4 pt of a column's left edge to within 8 pt of its right edge or beyond, so that the last
 * lines of paragraphs do not. Left edges are those that many lines have, a column's right edge
 * that which most of its lines have. Prints, in points:
 *   lines    how many
 *   gap      mean of the lines' mean word spaces
 *   sd       their standard deviation: the evenness
 *   p95 max  95 in 100 lines are below; the greatest
 *   loose    share of lines above half an em of the body's SIZE (11)
 *   hyphens  share of lines that end in a hyphen
 *   runs3    places where three such lines follow one another */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_LEAST = 5, EDGES = 4096 };

struct line {
    double left, right, height, inked; /* points; inked: what its words take */
    size_t words;
    bool hyphen;
};

static struct line *lines;
static size_t nlines, room;

static void keep(struct line l) {
    if (l.words < WORDS_LEAST) return;
    if (nlines == room) lines = realloc(lines, (room = 2 * room + 1024) * sizeof *lines);
    if (!lines) exit(3);
    lines[nlines++] = l;
}

/* Whether the UTF-8 character that ends before `end` is a letter, a digit or _: of what is not
 * ASCII, all between À and the general punctuation but × and ÷. */
static bool ends_in_letter(const char *start, const char *end) {
    const char *p = end;
    while (p > start && (*--p & 0xC0) == 0x80) continue;
    if (p == end) return false;
    unsigned char c = (unsigned char)*p;
    if (c < 0x80) return strchr("_0123456789", c) || ((c | 32) >= 'a' && (c | 32) <= 'z');
    if (c == 0xC3) return (unsigned char)p[1] != 0x97 && (unsigned char)p[1] != 0xB7;
    return c > 0xC3 && !(c == 0xE2 && (unsigned char)p[1] == 0x80);
}

static bool ends_in_hyphen(const char *start, const char *end) {
    static const char *const hyphens[] = {"-", "\u00AD", "\u2010"};
    for (int i = 0; i < 3; i++) {
        size_t n = strlen(hyphens[i]);
        if ((size_t)(end - start) > n && !memcmp(end - n, hyphens[i], n))
            return ends_in_letter(start, end - n);
    }
    return false;
}

static void read_lines(FILE *in) {
    static char text[1 << 16];
    struct line l = {0};
    double x0, y0, x1, y1;
    while (fgets(text, sizeof text, in)) {
        const char *p = text + strspn(text, " "), *word, *end;
        if (!strncmp(p, "<line ", 6)) l = (struct line){0};
        if (!strncmp(p, "</line>", 7)) keep(l);
        if (sscanf(p, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &x0, &y0, &x1,
                   &y1) != 4 || !(word = strchr(p, '>')) || !(end = strstr(word, "</word>")))
            continue;
        if (!l.words++) {
            l.left = x0;
            l.height = y1 - y0;
        }
        l.right = x1;
        l.inked += x1 - x0;
        l.hyphen = ends_in_hyphen(word + 1, end);
    }
}

/* --- counting --- */

struct count {
    double value;
    size_t n;
};

struct counts {
    struct count at[EDGES];
    size_t n;
};

static void count(struct counts *c, double value) {
    size_t i = 0;
    value = rint(value);
    while (i < c->n && c->at[i].value != value) i++;
    if (i == EDGES) return;
    if (i == c->n) c->at[c->n++] = (struct count){value, 0};
    c->at[i].n++;
}

/* The one met first of those counted most. */
static double commonest(const struct counts *c) {
    size_t best = 0;
    for (size_t i = 1; i < c->n; i++)
        if (c->at[i].n > c->at[best].n) best = i;
    return c->n ? c->at[best].value : 0;
}

struct column {
    double left, right;
};

/* Leaves in `lines` only those of the commonest height. */
static void keep_body(void) {
    static struct counts heights;
    size_t n = 0;
    for (size_t i = 0; i < nlines; i++) count(&heights, lines[i].height);
    double height = commonest(&heights);
    for (size_t i = 0; i < nlines; i++)
        if (fabs(lines[i].height - height) < 1) lines[n++] = lines[i];
    nlines = n;
}

static size_t find_columns(struct column *columns) {
    static struct counts lefts, rights;
    size_t n = 0, least = nlines / 20 > 3 ? nlines / 20 : 3;
    for (size_t i = 0; i < nlines; i++) count(&lefts, lines[i].left);
    for (size_t k = 0; k < lefts.n; k++) {
        if (lefts.at[k].n < least) continue;
        rights.n = 0;
        for (size_t i = 0; i < nlines; i++)
            if (fabs(lines[i].left - lefts.at[k].value) <= 4) count(&rights, lines[i].right);
        columns[n++] = (struct column){lefts.at[k].value, commonest(&rights)};
    }
    return n;
}

/* Whether the line fills its column. */
static bool is_full(const struct line *l, const struct column *columns, size_t n) {
    const struct column *c = columns;
    for (size_t i = 1; i < n; i++)
        if (fabs(l->left - columns[i].left) < fabs(l->left - c->left)) c = &columns[i];
    return n && fabs(l->left - c->left) <= 4 && l->right >= c->right - 8;
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure(double size) {
    static struct column columns[EDGES];
    size_t ncolumns = find_columns(columns), n = 0, hyphens = 0, run = 0, runs3 = 0, loose = 0;
    double *gaps = calloc(nlines + 1, sizeof *gaps), sum = 0, squares = 0;
    if (!gaps) exit(3);
    for (size_t i = 0; i < nlines; i++) {
        const struct line *l = &lines[i];
        bool full = is_full(l, columns, ncolumns);
        run = full && l->hyphen ? run + 1 : 0;
        hyphens += run > 0;
        runs3 += run == 3;
        if (full) sum += gaps[n++] = (l->right - l->left - l->inked) / (double)(l->words - 1);
    }
    double mean = n ? sum / (double)n : 0, of = n ? (double)n : 1;
    for (size_t i = 0; i < n; i++) {
        squares += (gaps[i] - mean) * (gaps[i] - mean);
        loose += gaps[i] > size / 2;
    }
    qsort(gaps, n, sizeof *gaps, compare);
    printf("lines=%zu gap=%.2f sd=%.3f p95=%.2f max=%.2f loose=%.4f hyphens=%.4f runs3=%zu\n", n,
           mean, sqrt(squares / of), n ? gaps[(size_t)((double)n * .95)] : 0,
           n ? gaps[n - 1] : 0, (double)loose / of, (double)hyphens / of, runs3);
    free(gaps);
}

int main(int argc, char **argv) {
    read_lines(stdin);
    keep_body();
    measure(argc > 1 ? atof(argv[1]) : 11);
    free(lines);
    return 0;
}
