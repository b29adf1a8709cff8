/* A crew does each job once, whoever does it, and all that was posted is done when it has finished:
 * with more posts than wait at a time, with jobs posted while others run, and with nobody but number
 * 0. */
#include "base/arena.h"
#include "base/parallel.h"

#include "check.h"

#include <stdatomic.h>

enum { JOBS = 500, SIZE = 4 };

struct work {
    atomic_int done[JOBS];
    atomic_size_t by[SIZE];
    size_t size;
};

static void job(void *shared, size_t i, size_t worker) {
    struct work *w = shared;
    CHECK(worker < w->size);
    atomic_fetch_add(&w->done[i], 1);
    atomic_fetch_add(&w->by[worker], 1);
}

static void all_done(struct work *w, size_t n) {
    for (size_t i = 0; i < JOBS; i++) CHECK(w->done[i] == (i < n));
    *w = (struct work){.size = w->size};
}

static void work(struct arena *a, size_t size) {
    struct crew *c = crew_open(a, size);
    struct work w = {.size = size};
    CHECK(crew_size(c) == size);
    crew_finish(c);
    crew_run(c, 0, job, &w);
    all_done(&w, 0);
    crew_run(c, JOBS, job, &w);
    all_done(&w, JOBS);
    for (size_t i = 0; i < 100; i++) crew_post(c, 99 - i, 100 - i, job, &w); /* more than wait */
    crew_finish(c);
    all_done(&w, 100);
    for (int turn = 0; turn < 200; turn++) {
        crew_post(c, 0, 3, job, &w);
        crew_post(c, 3, 4, job, &w);
        crew_finish(c);
        all_done(&w, 4);
    }
    crew_close(c);
}

/* Jobs that nobody waits for are done by the others alone. */
static void others(struct arena *a) {
    struct crew *c = crew_open(a, SIZE);
    struct work w = {.size = SIZE};
    crew_post(c, 0, JOBS, job, &w);
    for (size_t done = 0; done < JOBS;) {
        done = 0;
        for (size_t i = 1; i < SIZE; i++) done += w.by[i];
    }
    CHECK(!w.by[0]);
    crew_finish(c);
    all_done(&w, JOBS);
    crew_close(c);
}

int main(void) {
    struct arena a = check_arena();
    work(&a, SIZE);
    work(&a, 1);
    others(&a);
    crew_close(NULL);
    struct work w = {.size = SIZE};
    parallel_run(SIZE, JOBS, job, &w);
    all_done(&w, JOBS);
    return check_done();
}
