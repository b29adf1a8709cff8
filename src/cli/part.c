/* See part.h. */
#include "cli/part.h"

#include "base/file.h"
#include "base/process.h"
#include "base/relay.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

enum { ANSWER_CAP = 64 << 20 };

/* How it ended, in the system's words: «exit 3», «Segmentation fault». */
static struct text ending(struct arena *a, const struct process_end *end) {
    if (end->error) return text_of(strerror(end->error));
    if (end->signal) return text_of(strsignal(end->signal));
    return TEXT_JOIN(a, T("exit "), text_number(a, end->status));
}

bool part_run(struct call *c, struct text name, const struct text *words, size_t n,
              struct text input, enum message unanswered, struct text about,
              struct text *result) {
    const char *z[PART_WORDS + 2] = {0};
    struct text program = file_path(c->a, call_libexec(c), name);
    assert(n <= PART_WORDS);
    z[0] = text_z(c->a, program);
    for (size_t i = 0; i < n; i++) z[i + 1] = text_z(c->a, words[i]);
    struct process p = {z, input, ANSWER_CAP};
    struct process_end end = process_run(c->a, &p);
    if (end.error == ENOENT || end.error == EACCES) {
        DIAG0(&c->diags, ((struct place){.file = program}), PART_MISSING);
        return false;
    }
    if (!end.error && !end.signal && relay_read(&c->diags, end.output, result)) return true;
    DIAG(&c->diags, ((struct place){.file = about}), unanswered, name, ending(c->a, &end));
    return false;
}
