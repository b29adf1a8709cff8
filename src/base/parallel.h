/* Work shared by threads. Each job writes to a place of its own, so that what comes out does not
 * depend on who did it, or when. */
#ifndef BASE_PARALLEL_H
#define BASE_PARALLEL_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum { WORKERS_MAX = 64 };

/* How many processors this process may use, from 1 to WORKERS_MAX. */
size_t parallel_width(void);

/* Threads that wait for work, for whoever has work for them often. Number 0 is the thread that
 * opened the crew: it alone gives work. */
struct crew;

/* A crew of up to `size` threads, of which 0 means parallel_width(); where threads cannot be had, of
 * fewer. In the arena, until crew_close. */
struct crew *crew_open(struct arena *a, size_t size);
size_t crew_size(const struct crew *c);
void crew_close(struct crew *c);

/* Posts jobs `from` to end-1, each to be done once, by anyone of the crew. Number 0 does other things
 * meanwhile, and posts more. A job knows who does it, for scratch memory that a worker keeps from
 * job to job. */
void crew_post(struct crew *c, size_t from, size_t end,
               void (*job)(void *shared, size_t i, size_t worker), void *shared);
/* Number 0 takes its part in all that was posted, until it is done. */
void crew_finish(struct crew *c);

/* Both, for jobs 0 to n-1. */
void crew_run(struct crew *c, size_t n, void (*job)(void *shared, size_t i, size_t worker),
              void *shared);

/* crew_run by a crew of up to `workers` that is hired for it. */
void parallel_run(size_t workers, size_t n, void (*job)(void *shared, size_t i, size_t worker),
                  void *shared);

/* One piece of work beside the caller's, or, where no thread can be started, before it. */
struct task;
struct task *task_start(struct arena *a, void (*work)(void *shared), void *shared);
/* Waits for its end, once; NULL has ended. */
void task_wait(struct task *t);

#endif
