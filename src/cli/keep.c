/* See keep.h. */
#include "cli/keep.h"

#include "edition/newsroom.h"

struct text keep_folder(struct call *c, const struct keep_options *o) {
    struct newsroom newsroom = {0};
    if (o->archive.n) return o->archive;
    if (call_find_data(c) &&
        newsroom_read(c->a, &c->diags, call_newsroom(c, o->newsroom), &newsroom) &&
        newsroom.archive.n)
        return newsroom.archive;
    return T("out/archive");
}

bool keep_open(struct call *c, const struct keep_options *o, struct store *s) {
    struct text folder = keep_folder(c, o);
    return diags_fine(&c->diags) && store_open(s, c->a, &c->diags, folder);
}

void keep_tell_range(struct call *c, struct text range) {
    struct text day = range_impossible(range);
    if (day.n) DIAG(&c->diags, (struct place){0}, RANGE_NO_SUCH_DAY, day);
    else DIAG(&c->diags, (struct place){0}, RANGE_BAD, range);
}

bool keep_range(struct call *c, const struct store *s, struct text range, struct editions *out) {
    struct range r;
    if (!range_parse(range, &r)) {
        keep_tell_range(c, range);
        return false;
    }
    if (!store_list_range(s, &c->diags, &r, out)) return false;
    if (!out->n) DIAG(&c->diags, ((struct place){.file = s->root}), RANGE_EMPTY, range);
    return out->n > 0;
}

bool keep_one(struct call *c, const struct store *s, struct text day, struct edition_name *out) {
    struct range r;
    struct editions all = {0};
    if (!edition_name_parse(day, out) || !range_parse(day, &r)) {
        keep_tell_range(c, day);
        return false;
    }
    bool latest = !out->revision;
    if (!store_list_range(s, &c->diags, &r, &all)) return false;
    if (!store_find(&all, out)) {
        DIAG(&c->diags, ((struct place){.file = s->root}), RANGE_EMPTY, day);
        return false;
    }
    if (latest && out->revision > 1)
        DIAG(&c->diags, (struct place){0}, RANGE_OTHERS, edition_name_text(c->a, *out), day);
    return true;
}

void keep_each(struct call *c, const struct store *s, const struct editions *editions,
               bool (*visit)(struct call *c, const struct visited *v, void *context),
               void *context) {
    bool more = true;
    for (size_t i = 0; i < editions->n && more; i++) {
        struct arena scratch = arena_open((size_t)1 << 32);
        struct visited v;
        if (keep_bundle(c, &scratch, s, editions->at[i], &v)) more = visit(c, &v, context);
        arena_close(&scratch);
    }
}

struct only_keep {
    struct keep_options keep;
};

static const struct option keep_only[] = {KEEP_OPTIONS(struct only_keep, keep),
                                          KEEP_JSON(struct only_keep, keep)};

enum { KEEP_ALL = sizeof keep_only / sizeof *keep_only, KEEP_PLAIN = KEEP_ALL - 1 };

bool keep_words(struct call *c, struct text command, char **words, bool json, size_t least,
                size_t most, struct keep_options *o, struct arguments *rest, const char *wanted) {
    size_t noptions = json ? KEEP_ALL : KEEP_PLAIN;
    if (!options_read(c->a, &c->diags, command, words, keep_only, noptions, o, rest)) return false;
    if (rest->n < least) call_lacks(c, command, wanted);
    if (rest->n > most) DIAG(&c->diags, (struct place){0}, USAGE_ARGUMENTS, command, rest->at[most]);
    return diags_fine(&c->diags);
}
