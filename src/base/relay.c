/* See relay.h. */
#include "base/relay.h"

#include "base/file.h"

#include <unistd.h>

#define RELAY_HEAD T("griot " GRIOT_VERSION)
enum { FIELD_MAX = 1 << 30 };

static const char *const names[] = {
#define RELAY_NAME(name, code, level, en, fr) [name] = #name,
    MESSAGES(RELAY_NAME)
#undef RELAY_NAME
};

static void put(struct build *out, struct text field) {
    build_int(out, (int64_t)field.n);
    build_char(out, ':');
    build_text(out, field);
}

static void put_number(struct build *out, int64_t n) {
    struct build b = {.arena = out->arena};
    char digits[32];
    b.at = digits, b.cap = sizeof digits;
    build_int(&b, n);
    put(out, build_done(&b));
}

void relay_print(struct build *out, const struct diags *d, struct text result) {
    put(out, RELAY_HEAD);
    put_number(out, (int64_t)d->n);
    for (size_t i = 0; i < d->n; i++) {
        const struct diag *diag = &d->at[i];
        put(out, text_of(names[diag->message]));
        put(out, diag->place.file);
        put_number(out, diag->place.line);
        put_number(out, diag->place.col);
        for (int k = 0; k < DIAG_ARGS; k++) put(out, diag->args[k]);
    }
    put(out, result);
}

static bool take(struct text *from, struct text *field) {
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
    return take(from, &field) && text_int(field, 0, INT32_MAX, out);
}

static bool take_message(struct text *from, enum message *out) {
    struct text field;
    if (!take(from, &field)) return false;
    for (int i = 0; i < MESSAGE__MAX; i++)
        if (text_equal(field, text_of(names[i]))) return *out = (enum message)i, true;
    return false;
}

static bool take_complaint(struct diags *d, struct text *from) {
    struct diag c;
    int64_t line, col;
    bool ok = take_message(from, &c.message) && take(from, &c.place.file) &&
              take_number(from, &line) && take_number(from, &col);
    for (int k = 0; ok && k < DIAG_ARGS; k++) ok = take(from, &c.args[k]);
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
    if (!take(&answer, &head) || !text_equal(head, RELAY_HEAD) || !take_number(&answer, &n))
        return false;
    for (; n > 0; n--)
        if (!take_complaint(&said, &answer)) return false;
    if (!take(&answer, result) || answer.n) return false;
    diags_merge(d, &said);
    return true;
}

int relay_finish(const struct diags *d, struct text result) {
    struct build answer = {.arena = d->arena};
    relay_print(&answer, d, result);
    return file_write_all(STDOUT_FILENO, build_done(&answer)) ? diags_status(d) : 3;
}
