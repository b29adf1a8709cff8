/* An arena gives aligned zeros, and ends the program with words and status 3 when it is spent. */
#include "base/arena.h"
#include "check.h"

#include <stdint.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void takes(void) {
    struct arena a = check_arena();
    char *c = arena_new(&a, char, 3);
    long *n = arena_new(&a, long, 4);
    CHECK(c && (uintptr_t)n % alignof(long) == 0);
    for (int i = 0; i < 4; i++) CHECK(n[i] == 0);
    CHECK(arena_new(&a, long, 0) != NULL);
    arena_close(&a);
    CHECK(!a.base);
}

static void grows(void) {
    struct arena a = check_arena();
    struct {
        int *at;
        size_t n, cap;
    } list = {0}, other = {0};
    for (int i = 0; i < 1000; i++) {
        arena_push(&a, &list, i);
        if (i % 100 == 0) arena_push(&a, &other, -i); /* so that the list cannot grow in place */
    }
    CHECK(list.n == 1000 && other.n == 10);
    for (int i = 0; i < 1000; i++) CHECK(list.at[i] == i);
}

static void too_much(void) {
    struct arena a = arena_open(1 << 20);
    for (;;) arena_new(&a, char, 1 << 18);
}

/* The number of bytes would not fit a size_t. */
static void overflow(void) {
    struct arena a = arena_open(1 << 20);
    arena_new(&a, long, SIZE_MAX / 4);
}

static void no_room(void) {
    struct rlimit none = {0};
    setrlimit(RLIMIT_AS, &none);
    arena_open(1 << 20);
}

/* In a child: status 3, and these words on standard error. */
static void ends(void (*spend)(void)) {
    char said[512];
    int ends[2], status;
    CHECK(!pipe(ends));
    pid_t child = fork();
    if (!child) {
        dup2(ends[1], STDERR_FILENO);
        spend();
        _exit(0);
    }
    close(ends[1]);
    ssize_t n = read(ends[0], said, sizeof said);
    CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 3);
    CHECK_TEXT(((struct text){said, n < 0 ? 0 : (size_t)n}),
               "griot: error: out of memory; nothing was kept: end other programs and run the "
               "command again / mémoire épuisée ; rien n’a été gardé : fermez d’autres programmes "
               "et relancez la commande [out-of-memory]\n");
    close(ends[0]);
}

int main(void) {
    takes();
    grows();
    ends(too_much);
    ends(overflow);
    ends(no_room);
    return check_done();
}
