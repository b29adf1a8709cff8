/* A program is run with its input and words, and how it ended is told: its status, a signal, that it
 * is not there, that it says too much; one that reads nothing harms nobody. */
#include "base/process.h"
#include "check.h"

#include <errno.h>
#include <signal.h>

static struct process_end shell(struct arena *a, const char *script, struct text input) {
    const char *const words[] = {"/bin/sh", "-c", script, "sh", "word", NULL};
    struct process p = {words, input, 100000};
    return process_run(a, &p);
}

int main(void) {
    struct arena a = check_arena();
    const char *const missing[] = {"/nowhere/griot-none", NULL};
    struct process none = {missing, {0}, 10};
    char *large = arena_new(&a, char, 1 << 20);

    struct process_end end = shell(&a, "cat; echo \" $1\"; exit 7", T("in\0put"));
    CHECK(text_equal(end.output, T("in\0put word\n")));
    CHECK(end.status == 7 && !end.signal && !end.error);

    end = shell(&a, "kill -9 $$", (struct text){0});
    CHECK(end.signal == SIGKILL && end.status == -1 && !end.error);

    end = shell(&a, "exit 0", (struct text){large, 1 << 20});
    CHECK(end.status == 0 && !end.output.n && !end.error);

    end = shell(&a, "exec yes", (struct text){0});
    CHECK(end.error == EFBIG && end.signal == SIGKILL);

    CHECK(process_run(&a, &none).error == ENOENT);
    return check_done();
}
