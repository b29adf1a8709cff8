/* A changed sentence in a running process: composes a day text, then again and again with one
 * sentence changed, another each time, and prints how long that takes.
 *
 *   again TOP STYLE TEXT ROUNDS [OUT]
 *
 * TOP is the checkout, TEXT a day text of 25 November 2025. Settings, faces and patterns are read
 * once, and words stay shaped, as in an editor's preview; all else is made anew, PDF and twin.
 * Prints, in milliseconds: the first time; the median and the least of the others; the median of
 * their processor time. OUT/day.txt and OUT/day.pdf, where asked for, are the last text and what
 * became of it. */
#include "cli/composed.h"

#include "base/file.h"
#include "edition/import.h"
#include "edition/shelf.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define NAME "day.txt"

enum { ROUNDS_MAX = 1000, DAY = 20417, STRIDE = 7919 };

static _Noreturn void fail(const struct diags *d, const char *what) {
    struct build b = {.arena = d->arena};
    diags_print(d, LANG_EN, &b);
    fprintf(stderr, "%.*sagain: %s\n", (int)b.n, b.at, what);
    exit(1);
}

static double now(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double median(double *at, size_t n) {
    qsort(at, n, sizeof *at, compare);
    return n ? at[n / 2] : 0;
}

/* The text with a word more at the end of one of its sentences. */
static struct text changed(struct arena *a, struct text t, size_t round) {
    size_t ends = 0, at = 0;
    for (size_t i = 0; i + 1 < t.n; i++) ends += t.at[i] == '.' && t.at[i + 1] == ' ';
    if (!ends) return t;
    for (size_t left = round * STRIDE % ends; t.at[at] != '.' || t.at[at + 1] != ' ' || left--;) at++;
    struct text number = text_number(a, (int64_t)round);
    return TEXT_JOIN(a, text_part(t, 0, at), T(" encore "), number, text_after(t, at));
}

static void compose(struct call *c, struct press *p, struct text source, struct composed *out) {
    struct shelf_file file = {T(NAME), source};
    struct shelf shelf = {&file, 1};
    struct import from = {.paths = &file.path, .npaths = 1, .has_date = true, .date = DAY,
                          .shelf = &shelf, .ministries = &p->ministries, .newsroom = &p->newsroom};
    struct keeping none = {0};
    struct edition imported;
    if (!edition_import(c->a, &c->diags, &from, &imported) ||
        !edition_compose(c, p, &imported, &none, NULL, out))
        fail(&c->diags, "not composed");
}

static void keep(struct call *c, const char *out, struct text source, struct text pdf) {
    struct text folder = text_of(out);
    struct output files[] = {{file_path(c->a, folder, T(NAME)), source},
                             {file_path(c->a, folder, T("day.pdf")), pdf}};
    if (!files_put(&c->diags, files, 2, false, false)) fail(&c->diags, "not written");
}

static void open_press(struct press *p, struct call *c, const char *folder, const char *style) {
    struct text top = text_of(folder);
    struct press_settings settings = {.style = text_of(style)};
    c->styles = file_path(c->a, top, T("styles"));
    c->fonts = file_path(c->a, top, T("out/fonts"));
    c->fonts_yaml = file_path(c->a, top, T("fonts/fonts.yaml"));
    c->hyphens = file_path(c->a, top, T("out/hyphens/hyph_fr.dic"));
    if (!press_open(p, c, &settings)) fail(&c->diags, "no press");
}

int main(int argc, char **argv) {
    static double wall[ROUNDS_MAX], cpu[ROUNDS_MAX];
    struct arena lasting = arena_open((size_t)1 << 32);
    struct call c = {.a = &lasting, .diags = diags_make(&lasting)};
    struct press press;
    struct text source;
    size_t rounds = argc > 4 ? strtoul(argv[4], NULL, 10) : 0;
    if (argc < 5 || argc > 6 || rounds < 1 || rounds > ROUNDS_MAX) fail(&c.diags, "see again.c");
    open_press(&press, &c, argv[1], argv[2]);
    if (!file_read(&lasting, &c.diags, text_of(argv[3]), FILE_CAP, &source))
        fail(&c.diags, "no text");
    double first = 0;
    for (size_t i = 0; i <= rounds; i++) {
        struct arena scratch = lasting;
        struct composed done;
        c.a = &scratch;
        c.diags = diags_make(&scratch);
        struct text text = i ? changed(&scratch, source, i) : source;
        double start = now(CLOCK_MONOTONIC), worked = now(CLOCK_PROCESS_CPUTIME_ID);
        compose(&c, &press, text, &done);
        if (i) wall[i - 1] = now(CLOCK_MONOTONIC) - start;
        else first = now(CLOCK_MONOTONIC) - start;
        if (i) cpu[i - 1] = now(CLOCK_PROCESS_CPUTIME_ID) - worked;
        if (i == rounds && argc == 6) keep(&c, argv[5], text, done.pdf);
    }
    double middle = median(wall, rounds);
    printf("%.1f\t%.1f\t%.1f\t%.1f\n", first, middle, wall[0], median(cpu, rounds));
    press_close(&press);
    return 0;
}
