/* How far long work has come, shown on a terminal and nowhere else. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

struct progress {
    atomic_size_t done;
    atomic_int shown; /* hundredths */
    size_t all;
    bool terminal;
};

/* Several threads may step. The line is gone after progress_close. */
void progress_open(struct progress *p, size_t all);
void progress_step(struct progress *p);
void progress_close(struct progress *p);

#endif
