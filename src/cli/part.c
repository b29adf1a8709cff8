/* See part.h. */
#include "cli/part.h"

#include "base/file.h"

bool part_run(struct call *c, struct text name, const struct text *words, size_t n,
              struct text input, enum message unanswered, struct text about,
              struct text *result) {
    struct relay_question q = {file_path(c->a, call_libexec(c), name), words, n, input, unanswered,
                               about};
    return relay_ask(c->a, &c->diags, &q, result);
}
