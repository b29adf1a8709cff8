/* Work shared by threads. Each job writes to a place of its own, so that what comes out does not
 * depend on who did it, or when. */
#ifndef BASE_PARALLEL_H
#define BASE_PARALLEL_H

#include <stdbool.h>
#include <stddef.h>

enum { WORKERS_MAX = 64 };

/* How many processors this process may use, from 1 to WORKERS_MAX. */
size_t parallel_width(void);

/* Does jobs 0 to n-1, each once, by up to `workers` threads of which the caller is number 0. A
 * job knows who does it, for scratch memory that a worker keeps from job to job. */
void parallel_run(size_t workers, size_t n, void (*job)(void *shared, size_t i, size_t worker),
                  void *shared);

/* One piece of work beside the caller's, or, where no thread can be started, before it. */
struct task;
struct arena;
struct task *task_start(struct arena *a, void (*work)(void *shared), void *shared);
/* Waits for its end, once; NULL has ended. */
void task_wait(struct task *t);

#endif
