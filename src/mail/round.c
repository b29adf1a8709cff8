/* See round.h. Threads share a queue, the clock of the rate, and the ledger, under one lock; what
 * takes time, carrying and waiting, is done without it. */
#include "mail/round.h"

#include "base/parallel.h"

#include <pthread.h>
#include <time.h>

enum { SECOND = 1000000, MINUTE = 60 * SECOND }; /* microseconds, as all times here */

#define CARRIER_ARENA ((size_t)16 << 20)

/* A letter on its round. */
struct stop {
    const struct subscriber *to;
    size_t tries;
    int64_t due; /* not before */
    bool busy, over;
};

struct round {
    const struct round_settings *s;
    const struct letters *letters;
    struct ledger *ledger;
    struct diags *d;
    struct arena *a;
    struct edition_name edition;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct stop *stops;
    size_t n, first, fresh; /* before `first` all are over; from `fresh` on none was tried */
    size_t busy;
    int64_t slot;   /* when the rate allows the next letter */
    int64_t calm;   /* until when all wait, after a connection failed */
    size_t trouble; /* connections that failed one after the other */
    bool stopped;
    struct round_result result;
};

static int64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * SECOND + t.tv_nsec / 1000;
}

/* --- what is next; with the lock held --- */

/* The first stop that may be tried at `at`; else NULL, and *soon is when one may be. */
static struct stop *find_stop(struct round *r, int64_t at, int64_t *soon) {
    *soon = INT64_MAX;
    while (r->fresh < r->n && (r->stops[r->fresh].tries || r->stops[r->fresh].over))
        r->fresh++;
    while (r->first < r->n && r->stops[r->first].over)
        r->first++;
    size_t end = r->fresh < r->n ? r->fresh + 1 : r->n;
    for (size_t i = r->first; i < end; i++) {
        struct stop *s = &r->stops[i];
        int64_t due = s->due > r->calm ? s->due : r->calm;
        if (s->busy || s->over) continue;
        if (due <= at) return s;
        if (due < *soon) *soon = due;
    }
    return NULL;
}

static void wait_until(struct round *r, int64_t until) {
    struct timespec t = {until / SECOND, until % SECOND * 1000};
    if (until == INT64_MAX)
        pthread_cond_wait(&r->changed, &r->lock);
    else
        pthread_cond_timedwait(&r->changed, &r->lock, &t);
}

/* The stop to try now, marked busy, after its place in the rate has come; NULL where the round is
 * over. */
static struct stop *next_stop(struct round *r) {
    while (!r->stopped) {
        int64_t at = now(), soon;
        if (at < r->slot) {
            wait_until(r, r->slot);
            continue;
        }
        struct stop *s = find_stop(r, at, &soon);
        if (!s && soon == INT64_MAX && !r->busy) return NULL;
        if (!s) {
            wait_until(r, soon);
            continue;
        }
        r->slot = (r->slot > at - SECOND ? r->slot : at) + MINUTE / r->s->rate;
        s->busy = true;
        r->busy++;
        return s;
    }
    return NULL;
}

/* --- what became of it; with the lock held --- */

static void stop_round(struct round *r) {
    r->stopped = true;
}

/* The letter is due again after its pause, or put off to the next round. */
static void put_off(struct round *r, struct stop *s) {
    if (s->tries <= r->s->npauses) {
        s->due = now() + (int64_t)r->s->pauses[s->tries - 1] * SECOND;
        return;
    }
    s->over = true;
    r->result.deferred++;
}

/* A connection failed: all wait, longer each time; at last the round is given up. */
static void be_calm(struct round *r, struct text reason) {
    if (r->stopped) return;
    if (r->trouble >= r->s->npauses) {
        DIAG(r->d, (struct place){0}, MAIL_SERVER, r->s->carrier.server, reason);
        stop_round(r);
        return;
    }
    r->calm = now() + (int64_t)r->s->pauses[r->trouble++] * SECOND;
}

static void take_result(struct round *r, struct stop *s, const struct carrying *c) {
    static const enum fate fates[] = {
        [CARRIED_SENT] = FATE_SENT,           [CARRIED_DEFERRED] = FATE_DEFERRED,
        [CARRIED_REFUSED] = FATE_REFUSED,     [CARRIED_LOST] = FATE_LOST,
        [CARRIED_UNCERTAIN] = FATE_UNCERTAIN, [CARRIED_HELD] = FATE_LOST,
        [CARRIED_NO_SERVER] = FATE_LOST,
    };
    struct place nowhere = {0};
    bool cut = c->how == CARRIED_LOST || c->how == CARRIED_UNCERTAIN;
    if (!cut) r->trouble = 0;
    switch (c->how) {
    case CARRIED_SENT: s->over = true, r->result.sent++; break;
    case CARRIED_REFUSED:
        s->over = true, r->result.refused++;
        DIAG(r->d, nowhere, LETTER_REFUSED, s->to->address, c->reply);
        break;
    case CARRIED_DEFERRED: put_off(r, s); break;
    case CARRIED_LOST: be_calm(r, c->reply); break;
    case CARRIED_UNCERTAIN:
        DIAG(r->d, nowhere, LETTER_UNCERTAIN, s->to->key);
        be_calm(r, c->reply);
        break;
    case CARRIED_HELD: stop_round(r); break;
    case CARRIED_NO_SERVER:
        DIAG(r->d, nowhere, MAIL_SERVER, r->s->carrier.server, c->reply);
        stop_round(r);
        break;
    }
    if (cut && s->tries > r->s->npauses) put_off(r, s); /* it may be the letter's own fault */
    if (!ledger_end(r->ledger, r->d, r->edition, s->to, fates[c->how], c->reply)) stop_round(r);
}

/* --- a connection's work --- */

/* What `ending` needs to know. */
struct delivery {
    struct round *round;
    const struct subscriber *to;
};

static bool ending(void *context) {
    struct delivery *x = context;
    pthread_mutex_lock(&x->round->lock);
    bool ok = ledger_ending(x->round->ledger, x->round->d, x->round->edition, x->to);
    pthread_mutex_unlock(&x->round->lock);
    return ok;
}

/* Tries one stop; with the lock held, which is given free meanwhile. */
static void try_stop(struct round *r, struct carrier *c, struct arena scratch, struct stop *s) {
    struct delivery x = {r, s->to};
    struct letter letter = letter_to(&scratch, r->letters, s->to);
    s->tries++;
    if (!ledger_begin(r->ledger, r->d, r->edition, s->to, letter.id)) {
        stop_round(r);
        return;
    }
    pthread_mutex_unlock(&r->lock);
    struct carrying carried = carrier_carry(c, &scratch, &letter, s->to->address, ending, &x);
    pthread_mutex_lock(&r->lock);
    take_result(r, s, &carried);
    if (s->over) r->s->over(r->s->context);
}

static void work(void *shared, size_t i, size_t worker) {
    struct round *r = shared;
    struct arena own = arena_open(CARRIER_ARENA);
    struct carrier *c = carrier_open(&own, &r->s->carrier);
    (void)i, (void)worker;
    if (!c) arena_spent();
    pthread_mutex_lock(&r->lock);
    for (struct stop *s; (s = next_stop(r)) != NULL;) {
        try_stop(r, c, own, s);
        s->busy = false;
        r->busy--;
        pthread_cond_broadcast(&r->changed);
    }
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->lock);
    carrier_close(c);
    arena_close(&own);
}

struct round_result round_make(struct arena *a, struct diags *d, struct ledger *ledger,
                               const struct letters *letters, const struct subscribers *to,
                               const struct round_settings *s) {
    struct round r = {.s = s,
                      .letters = letters,
                      .ledger = ledger,
                      .d = d,
                      .a = a,
                      .edition = letters->mailing->recipe->name,
                      .stops = arena_new(a, struct stop, to->n),
                      .n = to->n};
    pthread_condattr_t attributes;
    for (size_t i = 0; i < to->n; i++)
        r.stops[i] = (struct stop){.to = &to->at[i]};
    pthread_mutex_init(&r.lock, NULL);
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&r.changed, &attributes);
    pthread_condattr_destroy(&attributes);
    if (!carriers_start()) arena_spent();
    parallel_run((size_t)s->connections, (size_t)s->connections, work, &r);
    carriers_stop();
    pthread_cond_destroy(&r.changed);
    pthread_mutex_destroy(&r.lock);
    r.result.left = r.n - r.result.sent - r.result.refused - r.result.deferred;
    return r.result;
}
