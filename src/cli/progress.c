/* See progress.h. The line has no words: it is the same in all languages. Each is written whole by
 * one call, so that threads need not wait for each other. */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

enum { WIDTH = 40, LINE = 128 };

void progress_open(struct progress *p, size_t all) {
    p->all = all;
    p->terminal = all > 1 && isatty(STDERR_FILENO);
    atomic_init(&p->done, 0);
    atomic_init(&p->shown, -1);
}

/* A terminal that cannot be written to is no reason to stop. */
static void say(const char *line, int n) {
    if (n > 0 && write(STDERR_FILENO, line, (size_t)n) < 0) return;
}

void progress_step(struct progress *p) {
    static const char full[WIDTH + 1] = "########################################";
    char line[LINE];
    size_t done = atomic_fetch_add(&p->done, 1) + 1;
    int hundredths = (int)(done * 100 / p->all);
    if (!p->terminal || hundredths <= atomic_exchange(&p->shown, hundredths)) return;
    say(line, snprintf(line, sizeof line, "\r[%-*.*s] %zu/%zu", WIDTH, hundredths * WIDTH / 100,
                       full, done, p->all));
}

void progress_close(struct progress *p) {
    char line[LINE];
    if (p->terminal) say(line, snprintf(line, sizeof line, "\r%*s\r", LINE - 8, ""));
}
