/* See relay.h. */
#include "base/relay.h"

#include "base/file.h"
#include "base/process.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#define RELAY_HEAD T("griot " GRIOT_VERSION)
enum { FIELD_MAX = 1 << 30, ANSWER_CAP = 256 << 20 };

static const char *const names[] = {
#define RELAY_NAME(name, code, level, en, fr) [name] = #name,
    MESSAGES(RELAY_NAME)
#undef RELAY_NAME
};

void relay_put(struct build *out, struct text field) {
    build_int(out, (int64_t)field.n);
    build_char(out, ':');
    build_text(out, field);
}

static void put_number(struct build *out, int64_t n) {
    struct build b = {.arena = out->arena};
    char digits[32];
    b.at = digits, b.cap = sizeof digits;
    build_int(&b, n);
    relay_put(out, build_done(&b));
}

void relay_print(struct build *out, const struct diags *d, struct text result) {
    relay_put(out, RELAY_HEAD);
    put_number(out, (int64_t)d->n);
    for (size_t i = 0; i < d->n; i++) {
        const struct diag *diag = &d->at[i];
        relay_put(out, text_of(names[diag->message]));
        relay_put(out, diag->place.file);
        put_number(out, diag->place.line);
        put_number(out, diag->place.col);
        for (int k = 0; k < DIAG_ARGS; k++) relay_put(out, diag->args[k]);
    }
    relay_put(out, result);
}

bool relay_take(struct text *from, struct text *field) {
    int64_t n;
    size_t colon = text_find(*from, T(":"));
    if (!text_int(text_part(*from, 0, colon), 0, FIELD_MAX, &n)) return false;
    struct text rest = text_after(*from, colon + 1);
    if ((size_t)n > rest.n) return false;
    *field = text_part(rest, 0, (size_t)n);
    *from = text_after(rest, (size_t)n);
    return true;
}

static bool take_number(struct text *from, int64_t *out) {
    struct text field;
    return relay_take(from, &field) && text_int(field, 0, INT32_MAX, out);
}

static bool take_message(struct text *from, enum message *out) {
    struct text field;
    if (!relay_take(from, &field)) return false;
    for (int i = 0; i < MESSAGE__MAX; i++)
        if (text_equal(field, text_of(names[i]))) return *out = (enum message)i, true;
    return false;
}

static bool take_complaint(struct diags *d, struct text *from) {
    struct diag c;
    int64_t line, col;
    bool ok = take_message(from, &c.message) && relay_take(from, &c.place.file) &&
              take_number(from, &line) && take_number(from, &col);
    for (int k = 0; ok && k < DIAG_ARGS; k++) ok = relay_take(from, &c.args[k]);
    if (!ok) return false;
    c.place.line = (int)line;
    c.place.col = (int)col;
    diags_add(d, c.place, c.message, c.args, DIAG_ARGS);
    return true;
}

bool relay_read(struct diags *d, struct text answer, struct text *result) {
    struct diags said = diags_make(d->arena);
    struct text head;
    int64_t n = 0;
    if (!relay_take(&answer, &head) || !text_equal(head, RELAY_HEAD) || !take_number(&answer, &n))
        return false;
    for (; n > 0; n--)
        if (!take_complaint(&said, &answer)) return false;
    if (!relay_take(&answer, result) || answer.n) return false;
    diags_merge(d, &said);
    return true;
}

/* How it ended, in the system's words: «exit 3», «Segmentation fault». */
static struct text ending(struct arena *a, const struct process_end *end) {
    if (end->error) return text_of(strerror(end->error));
    if (end->signal) return text_of(strsignal(end->signal));
    return TEXT_JOIN(a, T("exit "), text_number(a, end->status));
}

bool relay_ask(struct arena *a, struct diags *d, const struct relay_question *q,
               struct text *result) {
    const char *z[RELAY_WORDS + 2] = {0};
    assert(q->nwords <= RELAY_WORDS);
    z[0] = text_z(a, q->program);
    for (size_t i = 0; i < q->nwords; i++) z[i + 1] = text_z(a, q->words[i]);
    struct process p = {z, q->input, ANSWER_CAP};
    struct process_end end = process_run(a, &p);
    if (end.error == ENOENT || end.error == EACCES) {
        DIAG0(d, ((struct place){.file = q->program}), PART_MISSING);
        return false;
    }
    if (!end.error && !end.signal && relay_read(d, end.output, result)) return true;
    DIAG(d, ((struct place){.file = q->about}), q->unanswered, file_name(q->program),
         ending(a, &end));
    return false;
}

int relay_finish(const struct diags *d, struct text result) {
    struct build answer = {.arena = d->arena};
    relay_print(&answer, d, result);
    return file_write_all(STDOUT_FILENO, build_done(&answer)) ? diags_status(d) : 3;
}
