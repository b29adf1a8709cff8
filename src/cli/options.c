/* See options.h. */
#include "cli/options.h"

#include "base/nearest.h"

#include <string.h>

/* One word of the command line, cut at its equals sign, or behind a single letter: -oFILE. */
struct word_given {
    struct text name, value;
    bool has_value;
};

static struct word_given cut(struct text t) {
    bool long_name = text_starts(t, T("--"));
    size_t i = long_name ? text_find(t, T("=")) : 2;
    return (struct word_given){text_part(t, 0, i), text_after(t, i + long_name), i < t.n};
}

static const struct option *find(const struct option *options, size_t n, struct text name) {
    for (size_t i = 0; i < n; i++)
        if (text_equal(text_of(options[i].name), name)) return &options[i];
    return NULL;
}

static void tell_unknown(struct diags *d, struct text command, struct text name,
                         const struct option *options, size_t n) {
    struct text *known = arena_new(d->arena, struct text, n);
    for (size_t i = 0; i < n; i++) known[i] = text_of(options[i].name);
    struct text near = nearest_of(name, known, n);
    struct place nowhere = {0};
    if (near.n) DIAG(d, nowhere, USAGE_OPTION_NEAR, name, command, near);
    else DIAG(d, nowhere, USAGE_OPTION, name, command);
}

/* A number of bytes, of thousands with k, of millions with M. */
static bool read_bytes(struct text value, int *out) {
    int64_t n, unit = text_ends(value, T("k")) ? 1000 : text_ends(value, T("M")) ? 1000000 : 1;
    if (!text_int(text_part(value, 0, value.n - (unit > 1)), 1, INT32_MAX / unit, &n)) return false;
    *out = (int)(n * unit);
    return true;
}

static bool take_value(struct diags *d, const struct option *o, struct text value, void *field) {
    struct given_date given = {.given = true};
    struct given_instant time = {.given = true};
    int64_t number;
    int bytes;
    struct place nowhere = {0};
    switch (o->type) {
    case OPTION_FLAG: break;
    case OPTION_TEXT:
        if (!value.n) {
            DIAG(d, nowhere, USAGE_VALUE, text_of(o->name));
            return false;
        }
        memcpy(field, &value, sizeof value);
        return true;
    case OPTION_DATE:
        if (!date_parse(value, &given.date)) {
            bool form = value.n == 10 && date_impossible(value).n;
            enum message wrong = form ? USAGE_NO_SUCH_DAY : USAGE_BAD_VALUE;
            DIAG(d, nowhere, wrong, text_of(o->name), value, T("2025-11-25"));
            return false;
        }
        memcpy(field, &given, sizeof given);
        return true;
    case OPTION_TIME:
        if (!instant_parse(value, &time.at) || time.at < 0) {
            DIAG(d, nowhere, USAGE_BAD_VALUE, text_of(o->name), value, T("2025-11-25T18:30:00Z"));
            return false;
        }
        memcpy(field, &time, sizeof time);
        return true;
    case OPTION_NUMBER:
        if (!text_int(value, 1, 1000000, &number)) {
            DIAG(d, nowhere, USAGE_BAD_VALUE, text_of(o->name), value, T("329"));
            return false;
        }
        memcpy(field, &(int){(int)number}, sizeof(int));
        return true;
    case OPTION_BYTES:
        if (!read_bytes(value, &bytes)) {
            DIAG(d, nowhere, USAGE_BAD_VALUE, text_of(o->name), value, T("300k"));
            return false;
        }
        memcpy(field, &bytes, sizeof bytes);
        return true;
    }
    return false;
}

bool options_read(struct arena *a, struct diags *d, struct text command, char **words,
                  const struct option *options, size_t n, void *out, struct arguments *rest) {
    bool ok = true, ended = false;
    struct place nowhere = {0};
    for (; *words; words++) {
        struct text t = text_of(*words);
        if (ended || !text_starts(t, T("-")) || t.n == 1) {
            arena_push(a, rest, t);
            continue;
        }
        if ((ended = text_equal(t, T("--")))) continue;
        struct word_given w = cut(t);
        const struct option *o = find(options, n, w.name);
        bool flag = o && o->type == OPTION_FLAG;
        if (!o) tell_unknown(d, command, text_starts(t, T("--")) ? w.name : t, options, n);
        else if (flag && w.has_value) DIAG(d, nowhere, USAGE_NO_VALUE, w.name);
        else if (!flag && !w.has_value && !words[1]) DIAG(d, nowhere, USAGE_VALUE, w.name);
        if (!o || (flag && w.has_value) || (!flag && !w.has_value && !words[1])) {
            ok = false;
            continue;
        }
        void *field = (char *)out + o->offset;
        if (flag) memcpy(field, &(bool){true}, sizeof(bool));
        else ok &= take_value(d, o, w.has_value ? w.value : text_of(*++words), field);
    }
    return ok;
}
