/* Times whole processes, cold, turn by turn.
 *
 *   timer ROUNDS SECONDS LOG JOBS
 *
 * Each line of the file JOBS is a name, a tab, and a command in words without quoting. In each
 * round every command runs in turn, quick ones (below 50 ms) five times, so that what else the
 * machine does falls on all alike; one that has taken SECONDS in all runs no more. What they say
 * goes to LOG. Prints a line for each job, with tabs: name, runs, median and least wall time,
 * median and least processor time (user and system, with descendants waited for), in milliseconds,
 * and the greatest resident memory in KiB. A command that fails has 0 runs. */
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

enum { JOBS = 32, WORDS = 64, RUNS = 1000, AGAIN = 5 };

struct job {
    char *name, *words[WORDS + 1];
    double wall[RUNS], cpu[RUNS], spent; /* milliseconds */
    size_t n;
    long memory; /* KiB */
    bool failed;
};

static struct job jobs[JOBS];
static size_t njobs;
extern char **environ;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double milliseconds(struct timeval t) {
    return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static bool run(struct job *j, const posix_spawn_file_actions_t *actions) {
    struct rusage used;
    pid_t pid;
    int status;
    double start = now();
    if (posix_spawnp(&pid, j->words[0], actions, NULL, j->words, environ)) return false;
    if (wait4(pid, &status, 0, &used) != pid || status) return false;
    j->wall[j->n] = now() - start;
    j->cpu[j->n] = milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
    j->spent += j->wall[j->n++];
    if (used.ru_maxrss > j->memory) j->memory = used.ru_maxrss;
    return true;
}

static void run_round(const posix_spawn_file_actions_t *actions, double limit) {
    for (size_t i = 0; i < njobs; i++) {
        struct job *j = &jobs[i];
        for (int k = 0; k < AGAIN && !j->failed && j->n < RUNS && j->spent < limit; k++) {
            j->failed = !run(j, actions);
            if (j->failed || j->wall[j->n - 1] > 50) break;
        }
    }
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print(struct job *j) {
    if (j->failed) {
        printf("%s\t0\t0\t0\t0\t0\t0\n", j->name);
        return;
    }
    qsort(j->wall, j->n, sizeof *j->wall, compare);
    qsort(j->cpu, j->n, sizeof *j->cpu, compare);
    printf("%s\t%zu\t%.2f\t%.2f\t%.2f\t%.2f\t%ld\n", j->name, j->n, j->wall[j->n / 2], j->wall[0],
           j->cpu[j->n / 2], j->cpu[0], j->memory);
}

/* False where the file cannot be read or has too much. */
static bool read_jobs(const char *path) {
    FILE *f = fopen(path, "r");
    char line[4096];
    if (!f) return false;
    while (fgets(line, sizeof line, f)) {
        struct job *j = &jobs[njobs++];
        char *text = strdup(line);
        if (njobs > JOBS || !text) return false;
        j->name = strtok(text, "\t");
        size_t n = 0;
        for (char *w; n < WORDS && (w = strtok(NULL, " \t\n"));) j->words[n++] = w;
        if (!n) return false;
    }
    fclose(f);
    return njobs > 0;
}

int main(int argc, char **argv) {
    posix_spawn_file_actions_t actions;
    if (argc != 5 || !read_jobs(argv[4])) {
        fputs("usage: timer ROUNDS SECONDS LOG JOBS\n", stderr);
        return 2;
    }
    int rounds = atoi(argv[1]), flags = O_WRONLY | O_CREAT | O_APPEND;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, argv[3], flags, 0666);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    for (int i = 0; i < rounds; i++) run_round(&actions, atof(argv[2]) * 1e3);
    posix_spawn_file_actions_destroy(&actions);
    for (size_t i = 0; i < njobs; i++) print(&jobs[i]);
    return 0;
}
