/* See parallel.h. Threads are started for each run: it costs some 30 µs, and no thread outlives
 * the work it was started for. Where none can be started the caller does all the work itself. */
#include "base/parallel.h"

#include "base/arena.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

struct run {
    void (*job)(void *, size_t, size_t);
    void *shared;
    size_t n;
    atomic_size_t next;
};

struct worker {
    struct run *run;
    size_t number;
    pthread_t thread;
};

size_t parallel_width(void) {
    cpu_set_t set;
    int n = sched_getaffinity(0, sizeof set, &set) ? 1 : CPU_COUNT(&set);
    return n < 1 ? 1 : n > WORKERS_MAX ? WORKERS_MAX : (size_t)n;
}

static void *worker_main(void *arg) {
    struct worker *w = arg;
    struct run *run = w->run;
    for (size_t i; (i = atomic_fetch_add(&run->next, 1)) < run->n;)
        run->job(run->shared, i, w->number);
    return NULL;
}

void parallel_run(size_t workers, size_t n, void (*job)(void *shared, size_t i, size_t worker),
                  void *shared) {
    struct run run = {.job = job, .shared = shared, .n = n};
    struct worker crew[WORKERS_MAX];
    size_t started = 1;
    if (workers > n) workers = n;
    for (; started < workers && started < WORKERS_MAX; started++) {
        crew[started] = (struct worker){.run = &run, .number = started};
        if (pthread_create(&crew[started].thread, NULL, worker_main, &crew[started])) break;
    }
    worker_main(&(struct worker){.run = &run});
    for (size_t i = 1; i < started; i++) pthread_join(crew[i].thread, NULL);
}

struct task {
    void (*work)(void *);
    void *shared;
    pthread_t thread;
    bool started;
};

static void *task_main(void *arg) {
    struct task *t = arg;
    t->work(t->shared);
    return NULL;
}

struct task *task_start(struct arena *a, void (*work)(void *), void *shared) {
    struct task *t = arena_new(a, struct task, 1);
    *t = (struct task){.work = work, .shared = shared};
    t->started = !pthread_create(&t->thread, NULL, task_main, t);
    if (!t->started) work(shared);
    return t;
}

void task_wait(struct task *t) {
    if (t && t->started) pthread_join(t->thread, NULL);
}
