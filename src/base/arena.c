/* See arena.h. The reservation is one private anonymous mapping without swap reserved for it, so
 * its size costs address space only. */
#include "base/arena.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

enum { SMALLEST_RESERVATION = 1 << 20, SMALLEST_PART = 8 << 20, KEPT = 1 << 20, PAGE = 4096 };

/* More than all arenas of a run reserve together. */
#define RESERVED_IN_ALL ((size_t)1 << 37)

/* Not taken from the table of messages: it may not allocate, and knows no language. Where several
 * threads are out of memory, one tells and the others wait for the end. */
_Noreturn void arena_spent(void) {
    static const char words[] =
        "griot: error: out of memory; nothing was kept: end other programs and run the command "
        "again / mémoire épuisée ; rien n’a été gardé : fermez d’autres programmes et relancez la "
        "commande [out-of-memory]\n";
    static atomic_flag telling = ATOMIC_FLAG_INIT;
    while (atomic_flag_test_and_set(&telling)) pause();
    ssize_t told = write(STDERR_FILENO, words, sizeof words - 1);
    _exit(told < 0 ? 3 : 3);
}

/* What may be reserved where the process has a limit on its address space (ulimit -v): so much of
 * it that the other arenas and the libraries get theirs. */
static size_t affordable(size_t reserve) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_AS, &limit) || limit.rlim_cur >= RESERVED_IN_ALL) return reserve;
    size_t part = limit.rlim_cur / (RESERVED_IN_ALL / reserve);
    if (part < SMALLEST_PART) part = SMALLEST_PART;
    return part < reserve ? part : reserve;
}

struct arena arena_open(size_t reserve) {
    reserve = affordable(reserve);
    for (; reserve >= SMALLEST_RESERVATION; reserve /= 2) {
        void *p = mmap(NULL, reserve, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (p != MAP_FAILED) return (struct arena){p, p, (char *)p + reserve};
    }
    arena_spent();
}

void arena_clear(struct arena *a) {
    if (a->at - a->base > KEPT) madvise(a->base + KEPT, (size_t)(a->at - a->base) - KEPT, MADV_DONTNEED);
    a->at = a->base;
}

void arena_spend(struct arena *a, const char *at) {
    size_t n = (size_t)(at - a->base) / PAGE * PAGE;
    if (n) madvise(a->base, n, MADV_DONTNEED);
}

void arena_close(struct arena *a) {
    if (a->base) munmap(a->base, (size_t)(a->end - a->base));
    *a = (struct arena){0};
}

void *arena_room(struct arena *a, size_t size, size_t align, size_t n) {
    size_t pad = (size_t)(-(uintptr_t)a->at & (align - 1));
    size_t room = (size_t)(a->end - a->at);
    if (pad > room || (n && n > (room - pad) / size)) arena_spent();
    char *p = a->at + pad;
    a->at = p + n * size;
    return p;
}

void *arena_take(struct arena *a, size_t size, size_t align, size_t n) {
    void *p = arena_room(a, size, align, n);
    return n ? memset(p, 0, n * size) : p;
}

void *arena_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t size, size_t align) {
    size_t more = *cap ? *cap : 8;
    if (items && (char *)items + *cap * size == a->at) {
        arena_room(a, size, 1, more);
        *cap += more;
        return items;
    }
    void *moved = arena_room(a, size, align, *cap + more);
    if (n) memcpy(moved, items, n * size);
    *cap += more;
    return moved;
}

void *arena_more(struct arena *a, void *items, size_t n, size_t *cap, size_t more, size_t size,
                 size_t align) {
    if (!*cap && more) return arena_room(a, size, align, *cap = more);
    while (*cap - n < more) items = arena_grow(a, items, n, cap, size, align);
    return items;
}
