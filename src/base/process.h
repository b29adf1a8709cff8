/* Other programs, run to their end. */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include "base/text.h"

struct process {
    const char *const *words; /* the program's file, its arguments, NULL */
    struct text input;        /* what it finds on standard input */
    size_t cap;               /* of its output, in bytes */
};

/* How a process ended. */
struct process_end {
    struct text output; /* what it wrote to standard output, in the arena */
    int status;         /* its exit status; -1 where there is none */
    int signal;         /* that killed it; 0: none */
    int error;          /* errno of what kept it from being run or read; 0: nothing did */
};

/* Runs it and waits for it. Standard error and the terminal stay shared. Where it writes more than
 * `cap` bytes, error is EFBIG and the rest is not waited for. */
struct process_end process_run(struct arena *a, const struct process *p);

/* Bounds this process itself, for work on what strangers sent: memory in bytes, processor time.
 * Under the address sanitizer, which reserves far more than it uses, time only. */
void process_limit(size_t memory, unsigned seconds);

#endif
