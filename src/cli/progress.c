/* See progress.h. The line has no words: it is the same in all languages. */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

enum { WIDTH = 40, LINE = 128 };

void progress_open(struct progress *p, size_t all) {
    *p = (struct progress){.all = all, .shown = -1, .terminal = all > 1 && isatty(STDERR_FILENO)};
    pthread_mutex_init(&p->one_at_a_time, NULL);
}

/* A terminal that cannot be written to is no reason to stop. */
static void say(const char *line, int n) {
    if (n > 0 && write(STDERR_FILENO, line, (size_t)n) < 0) return;
}

static void show(struct progress *p) {
    static const char full[WIDTH + 1] = "########################################";
    char line[LINE];
    int hundredths = (int)(p->done * 100 / p->all), bar = hundredths * WIDTH / 100;
    if (hundredths == p->shown) return;
    p->shown = hundredths;
    say(line, snprintf(line, sizeof line, "\r[%-*.*s] %zu/%zu", WIDTH, bar, full, p->done, p->all));
}

void progress_step(struct progress *p) {
    pthread_mutex_lock(&p->one_at_a_time);
    p->done++;
    if (p->terminal) show(p);
    pthread_mutex_unlock(&p->one_at_a_time);
}

void progress_close(struct progress *p) {
    char line[LINE];
    if (p->shown >= 0) say(line, snprintf(line, sizeof line, "\r%*s\r", LINE - 8, ""));
    pthread_mutex_destroy(&p->one_at_a_time);
}
