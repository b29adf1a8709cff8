/* griot export: editions for another archive, in one file, checked before, and behind in the file as it
 * was written. */
#include "cli/commands.h"

#include "base/file.h"
#include "cli/cargo.h"

struct export_options {
    struct keep_options keep;
    struct text output;
};

static const struct option options[] = {
    KEEP_OPTIONS(struct export_options, keep),
    {"-o", OPTION_TEXT, offsetof(struct export_options, output)},
};

/* Writes the editions into a file. What is known of them is not needed behind that. */
static bool pack(struct call *c, const struct store *s, const struct editions *editions, struct text range,
                 struct text path, struct draft *draft) {
    struct arena *lasting = c->a, room = arena_open((size_t)1 << 32);
    struct cargo cargo = {0};
    bool fine = true;
    c->a = &room;
    arena_reserve(c->a, &cargo.editions, editions->n);
    for (size_t i = 0; i < editions->n; i++) fine &= cargo_load(c, s, editions->at[i], &cargo);
    fine = fine && draft_open(lasting, &c->diags, path, draft) &&
           cargo_pack(c, s, &cargo, range, path, draft->path);
    c->a = lasting;
    arena_close(&room);
    return fine;
}

/* Writes the file, opens it again, and gives it its name. */
static bool put(struct call *c, const struct store *s, const struct editions *editions, struct text range,
                struct text path) {
    struct draft draft = {0};
    struct cargo again = {0};
    bool fine = pack(c, s, editions, range, path, &draft) && cargo_open(c, path, draft.path, &again);
    cargo_close(&again);
    fine = fine && draft_put(&c->diags, &draft);
    draft_drop(&draft);
    return fine;
}

static void export(struct call *c, const struct store *s, struct text range, struct text path) {
    struct editions editions = {0};
    if (!keep_range(c, s, range, &editions) || !put(c, s, &editions, range, path) ||
        text_equal(path, T("-")))
        return;
    build_text(&c->out, path);
    build_char(&c->out, '\n');
}

void command_export(struct call *c, char **words) {
    struct export_options o = {0};
    struct arguments rest = {0};
    struct store s;
    struct text command = T("griot export");
    if (!options_read(c->a, &c->diags, command, words, options, sizeof options / sizeof *options,
                      &o, &rest))
        return;
    if (!rest.n) call_lacks(c, command, "RANGE");
    if (!o.output.n) call_lacks(c, command, "-o FILE.zip");
    if (rest.n > 1) DIAG(&c->diags, (struct place){0}, USAGE_ARGUMENTS, command, rest.at[1]);
    if (diags_fine(&c->diags) && keep_open(c, &o.keep, &s)) export(c, &s, rest.at[0], o.output);
}
