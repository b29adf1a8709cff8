/* How far long work has come, shown on a terminal and nowhere else. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct progress {
    pthread_mutex_t one_at_a_time;
    size_t done, all;
    int shown; /* hundredths; -1: nothing is on the terminal */
    bool terminal;
};

/* Several threads may step. The line is gone after progress_close. */
void progress_open(struct progress *p, size_t all);
void progress_step(struct progress *p);
void progress_close(struct progress *p);

#endif
