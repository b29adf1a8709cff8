/* See diag.h. */
#include "base/diag.h"

#include <assert.h>
#include <string.h>

struct diags diags_make(struct arena *a) {
    return (struct diags){.arena = a};
}

/* A copy that can be shown anywhere: what is no UTF-8, and what would end a line or move a
 * terminal's cursor (C0, DEL, C1), is U+FFFD in it. Names of files may hold any bytes. */
static struct text shown(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    build_room(&b, t.n);
    for (size_t i = 0; i < t.n;) {
        uint32_t c = utf8_next(t, &i);
        bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        build_code(&b, c == UTF8_BAD || control ? 0xFFFD : c);
    }
    return build_done(&b);
}

static bool same_place(struct place a, struct place b) {
    return a.line == b.line && a.col == b.col && text_equal(a.file, b.file);
}

/* Whether the very same complaint was made: a title is set twice, and its faults told once. */
static bool known(const struct diags *d, struct place place, enum message m,
                  const struct text *args, size_t n) {
    for (size_t i = d->n; i--;) {
        const struct diag *was = &d->at[i];
        bool same = was->message == m && same_place(was->place, place);
        for (size_t k = 0; same && k < n; k++) same = text_equal(was->args[k], args[k]);
        if (same) return true;
    }
    return false;
}

void diags_add(struct diags *d, struct place place, enum message m, const struct text *args,
               size_t n) {
    diags_add_at(d, message_level(m), place, m, args, n);
}

void diags_add_at(struct diags *d, enum level level, struct place place, enum message m,
                  const struct text *args, size_t n) {
    assert(n <= DIAG_ARGS);
    if (level > d->worst) d->worst = level;
    if (d->n == DIAGS_KEPT) {
        d->dropped++;
        return;
    }
    struct diag new = {.place = place, .message = m, .level = level};
    new.place.file = shown(d->arena, place.file);
    for (size_t i = 0; i < n; i++) new.args[i] = shown(d->arena, args[i]);
    if (!known(d, new.place, m, new.args, n)) arena_push(d->arena, d, new);
}

void diags_merge(struct diags *d, const struct diags *from) {
    for (size_t i = 0; i < from->n; i++)
        diags_add_at(d, from->at[i].level, from->at[i].place, from->at[i].message, from->at[i].args,
                     DIAG_ARGS);
    d->dropped += from->dropped;
    if (from->worst > d->worst) d->worst = from->worst;
}

bool diags_fine(const struct diags *d) {
    return d->worst < LEVEL_ERROR;
}

int diags_status(const struct diags *d) {
    switch (d->worst) {
    case LEVEL_FAILURE: return 3;
    case LEVEL_USAGE: return 2;
    case LEVEL_ERROR: return 1;
    default: return 0;
    }
}

static int place_order(const struct diag *a, const struct diag *b) {
    if (a->place.line != b->place.line) return a->place.line < b->place.line ? -1 : 1;
    return (a->place.col > b->place.col) - (a->place.col < b->place.col);
}

/* The complaints by file in the order the files were first met, then by place; complaints of one
 * place stay in the order they came. Insertion sort: the list is nearly sorted. */
static const struct diag **sorted(const struct diags *d) {
    const struct diag **s = arena_new(d->arena, const struct diag *, d->n);
    size_t n = 0;
    for (size_t i = 0; i < d->n; i++) {
        const struct diag *new = &d->at[i];
        size_t end = 0; /* behind the last complaint on the same file */
        for (size_t k = n; k && !end; k--)
            if (text_equal(s[k - 1]->place.file, new->place.file)) end = k;
        if (!end) end = n;
        while (end && text_equal(s[end - 1]->place.file, new->place.file) &&
               place_order(s[end - 1], new) > 0)
            end--;
        memmove(s + end + 1, s + end, (n - end) * sizeof *s);
        s[end] = new;
        n++;
    }
    return s;
}

static void print_place(struct build *out, struct place p) {
    build_text(out, p.file.n ? p.file : T("griot"));
    if (p.line) {
        build_char(out, ':');
        build_int(out, p.line);
        if (p.col) {
            build_char(out, ':');
            build_int(out, p.col);
        }
    }
}

/* The code stands behind the sentence; lines below it, to be pasted, stay as they are. */
static void print_diag(struct arena *a, const struct diag *diag, enum lang lang,
                       struct build *out) {
    struct build words = {.arena = a};
    message_print(&words, diag->message, lang, diag->args);
    struct text said = build_done(&words), sentence = text_part(said, 0, text_find(said, T("\n")));
    print_place(out, diag->place);
    build_text(out, T(": "));
    build_text(out, level_word(diag->level));
    build_text(out, T(": "));
    build_text(out, sentence);
    build_text(out, T(" ["));
    build_text(out, message_code(diag->message));
    build_text(out, T("]"));
    build_text(out, text_after(said, sentence.n));
    build_char(out, '\n');
}

void diags_print(const struct diags *d, enum lang lang, struct build *out) {
    const struct diag **s = sorted(d);
    for (size_t i = 0; i < d->n; i++) print_diag(d->arena, s[i], lang, out);
    if (!d->dropped) return;
    build_text(out, T("griot: note: "));
    message_print(out, MORE_COMPLAINTS, lang,
                  (struct text[]){text_number(d->arena, (int64_t)d->dropped)});
    build_text(out, T(" [more-complaints]\n"));
}

void diags_print_json(const struct diags *d, struct build *out) {
    const struct diag **s = sorted(d);
    for (size_t i = 0; i < d->n; i++) {
        build_text(out, T("{\"code\":"));
        build_quoted(out, message_code(s[i]->message));
        build_text(out, T(",\"level\":"));
        build_quoted(out, level_word(s[i]->level));
        build_text(out, T(",\"file\":"));
        build_quoted(out, s[i]->place.file);
        build_text(out, T(",\"line\":"));
        build_int(out, s[i]->place.line);
        build_text(out, T(",\"col\":"));
        build_int(out, s[i]->place.col);
        build_text(out, T(",\"args\":["));
        size_t n = DIAG_ARGS;
        while (n && !s[i]->args[n - 1].n) n--;
        for (size_t k = 0; k < n; k++) {
            if (k) build_char(out, ',');
            build_quoted(out, s[i]->args[k]);
        }
        build_text(out, T("]}\n"));
    }
}
