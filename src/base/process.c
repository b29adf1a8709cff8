/* See process.h. The input is a file in memory: whatever the other side does with it, nobody here
 * waits for a pipe to be read. */
#include "base/process.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static int input_file(struct text bytes) {
    int fd = memfd_create("input", MFD_CLOEXEC);
    if (fd < 0) return -1;
    if (file_write_all(fd, bytes) && lseek(fd, 0, SEEK_SET) == 0) return fd;
    close(fd);
    return -1;
}

static int spawn(const char *const *words, int input, int output, pid_t *child) {
    posix_spawn_file_actions_t actions;
    int error = posix_spawn_file_actions_init(&actions);
    if (error) return error;
    error = posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    if (!error) error = posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    /* posix_spawn wants char *const *, and changes nothing */
    if (!error)
        error = posix_spawn(child, words[0], &actions, NULL, (char *const *)(uintptr_t)words,
                            environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

/* All that comes, up to `cap` bytes; returns an errno. */
static int read_all(int fd, size_t cap, struct build *b) {
    for (;;) {
        char *room = build_room(b, 65536);
        ssize_t got = read(fd, room, 65536);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return got < 0 ? errno : 0;
        if ((size_t)got > cap - b->n) return EFBIG;
        b->n += (size_t)got;
    }
}

static void wait_for(pid_t child, struct process_end *end) {
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) {
            end->error = errno;
            return;
        }
    if (WIFEXITED(status)) end->status = WEXITSTATUS(status);
    else end->signal = WTERMSIG(status);
}

struct process_end process_run(struct arena *a, const struct process *p) {
    struct process_end end = {.status = -1};
    struct build output = {.arena = a};
    int pipes[2] = {-1, -1};
    pid_t child = 0;
    int input = input_file(p->input);
    if (input < 0 || pipe2(pipes, O_CLOEXEC)) end.error = errno;
    else end.error = spawn(p->words, input, pipes[1], &child);
    if (pipes[1] >= 0) close(pipes[1]);
    if (input >= 0) close(input);
    if (!end.error) {
        end.error = read_all(pipes[0], p->cap, &output);
        if (end.error) kill(child, SIGKILL);
        wait_for(child, &end);
    }
    if (pipes[0] >= 0) close(pipes[0]);
    end.output = build_done(&output);
    return end;
}

void process_limit(size_t memory, unsigned seconds) {
    struct rlimit bytes = {memory, memory}, time = {seconds, seconds};
#ifndef __SANITIZE_ADDRESS__
    setrlimit(RLIMIT_AS, &bytes);
#endif
    (void)bytes;
    setrlimit(RLIMIT_CPU, &time);
}
