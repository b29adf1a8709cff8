/* See parallel.h. A crew's threads sleep until there is work: one that is started anew for each piece
 * of it costs some 30 µs, and may be put on the processor of its maker while another is idle, until
 * the system evens out what each has to do; one that wakes up goes to the idle one. */
#include "base/parallel.h"

#include "base/arena.h"

#include <pthread.h>
#include <sched.h>

enum { POSTS = 32 /* that wait at a time; one that finds no room waits for all others */ };

/* Jobs `from` to end-1 of one kind. */
struct post {
    void (*job)(void *, size_t, size_t);
    void *shared;
    size_t from, end;
};

struct member {
    struct crew *crew;
    size_t number;
    pthread_t thread;
};

struct crew {
    struct member at[WORKERS_MAX];
    size_t n;
    pthread_mutex_t lock; /* of all that follows */
    pthread_cond_t posted, ended;
    struct post posts[POSTS]; /* those from `first` on have jobs that nobody has begun */
    size_t first, nposts;
    size_t busy; /* who is at a job */
    bool dismissed;
};

size_t parallel_width(void) {
    cpu_set_t set;
    int n = sched_getaffinity(0, sizeof set, &set) ? 1 : CPU_COUNT(&set);
    return n < 1 ? 1 : n > WORKERS_MAX ? WORKERS_MAX : (size_t)n;
}

/* Does one job, if there is one that nobody has begun. The lock is held before and after. */
static bool do_job(struct crew *c, size_t worker) {
    if (c->first == c->nposts) return false;
    struct post *p = &c->posts[c->first];
    struct post now = *p;
    if (++p->from == p->end) c->first++;
    c->busy++;
    pthread_mutex_unlock(&c->lock);
    now.job(now.shared, now.from, worker);
    pthread_mutex_lock(&c->lock);
    if (!--c->busy) pthread_cond_signal(&c->ended);
    return true;
}

static void *member_main(void *arg) {
    struct member *m = arg;
    struct crew *c = m->crew;
    pthread_mutex_lock(&c->lock);
    while (!c->dismissed)
        if (!do_job(c, m->number)) pthread_cond_wait(&c->posted, &c->lock);
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

static void assemble(struct crew *c, size_t size) {
    *c = (struct crew){.n = 1, .lock = PTHREAD_MUTEX_INITIALIZER,
                       .posted = PTHREAD_COND_INITIALIZER, .ended = PTHREAD_COND_INITIALIZER};
    for (; c->n < size && c->n < WORKERS_MAX; c->n++) {
        c->at[c->n] = (struct member){.crew = c, .number = c->n};
        if (pthread_create(&c->at[c->n].thread, NULL, member_main, &c->at[c->n])) break;
    }
}

struct crew *crew_open(struct arena *a, size_t size) {
    struct crew *c = arena_new(a, struct crew, 1);
    assemble(c, size ? size : parallel_width());
    return c;
}

size_t crew_size(const struct crew *c) {
    return c->n;
}

void crew_close(struct crew *c) {
    if (!c) return;
    pthread_mutex_lock(&c->lock);
    c->dismissed = true;
    pthread_cond_broadcast(&c->posted);
    pthread_mutex_unlock(&c->lock);
    for (size_t i = 1; i < c->n; i++) pthread_join(c->at[i].thread, NULL);
    pthread_cond_destroy(&c->posted);
    pthread_cond_destroy(&c->ended);
    pthread_mutex_destroy(&c->lock);
}

void crew_post(struct crew *c, size_t from, size_t end,
               void (*job)(void *shared, size_t i, size_t worker), void *shared) {
    if (from == end) return;
    pthread_mutex_lock(&c->lock);
    if (c->first == c->nposts) c->first = c->nposts = 0;
    if (c->nposts == POSTS) {
        pthread_mutex_unlock(&c->lock);
        crew_finish(c);
        pthread_mutex_lock(&c->lock);
    }
    struct post *last = c->first < c->nposts ? &c->posts[c->nposts - 1] : NULL;
    if (last && last->job == job && last->shared == shared && last->end == from) last->end = end;
    else c->posts[c->nposts++] = (struct post){job, shared, from, end};
    pthread_cond_broadcast(&c->posted);
    pthread_mutex_unlock(&c->lock);
}

void crew_finish(struct crew *c) {
    pthread_mutex_lock(&c->lock);
    while (do_job(c, 0)) continue;
    while (c->busy) pthread_cond_wait(&c->ended, &c->lock);
    c->first = c->nposts = 0;
    pthread_mutex_unlock(&c->lock);
}

void crew_run(struct crew *c, size_t n, void (*job)(void *shared, size_t i, size_t worker),
              void *shared) {
    crew_post(c, 0, n, job, shared);
    crew_finish(c);
}

void parallel_run(size_t workers, size_t n, void (*job)(void *shared, size_t i, size_t worker),
                  void *shared) {
    struct crew crew;
    assemble(&crew, workers < n ? workers : n);
    crew_run(&crew, n, job, shared);
    crew_close(&crew);
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
