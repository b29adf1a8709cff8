/* griot verify: an archive held against itself. */
#include "cli/commands.h"

#include "archive/chain.h"
#include "base/file.h"
#include "cli/keep.h"

/* What verify does with each bundle. */
struct verifying {
    struct links links;
    struct text witness; /* SHA-256 of a copy; empty: none */
    bool found;          /* it is one that is kept: */
    struct edition_name witnessed;
};

static bool verify_one(struct call *c, const struct visited *v, void *context) {
    struct verifying *w = context;
    const struct recipe *r = &v->bundle.recipe;
    struct link link = {.name = v->name, .sha256 = digest_of(v->bytes)};
    link.first = !digest_parse(r->before, &link.before);
    arena_push(c->a, &w->links, link);
    for (size_t i = 0; i < r->outputs.n && w->witness.n; i++) {
        if (!text_equal(r->outputs.at[i].sha256, w->witness)) continue;
        w->found = true;
        w->witnessed = v->name;
    }
    return true;
}

/* A copy, on paper or by mail, is a witness: its file must be one that is kept. */
static bool read_witness(struct call *c, struct text file, struct verifying *w) {
    struct text copy;
    if (!file.n) return true;
    if (!file_read(c->a, &c->diags, file, FILE_CAP, &copy)) return false;
    w->witness = digest_hex(c->a, digest_of(copy));
    return true;
}

static void tell_witness(struct call *c, struct text file, const struct verifying *w) {
    struct place place = {.file = file};
    if (!file.n) return;
    if (w->found) DIAG(&c->diags, place, WITNESS_FINE, edition_name_text(c->a, w->witnessed));
    else DIAG0(&c->diags, place, WITNESS_FOREIGN);
}

struct verify_options {
    struct keep_options keep;
    struct text against;
};

static const struct option verify_options[] = {
    KEEP_OPTIONS(struct verify_options, keep),
    {"--against", OPTION_TEXT, offsetof(struct verify_options, against)},
};

void command_verify(struct call *c, char **words) {
    struct verify_options o = {0};
    struct arguments rest = {0};
    struct store s;
    struct editions all = {0};
    struct verifying w = {0};
    struct text head;
    const struct link *behind;
    if (!options_read(c->a, &c->diags, T("griot verify"), words, verify_options,
                      sizeof verify_options / sizeof *verify_options, &o, &rest))
        return;
    if (rest.n) DIAG(&c->diags, (struct place){0}, USAGE_ARGUMENTS, T("griot verify"), rest.at[0]);
    if (!diags_fine(&c->diags) || !keep_open(c, &o.keep, &s) ||
        !store_list(&s, &c->diags, true, &all) || !read_witness(c, o.against, &w))
        return;
    keep_each(c, &s, &all, verify_one, &w);
    if (store_head(&s, c->a, &c->diags, &head))
        chain_check(&s, &c->diags, &w.links, head, &behind);
    tell_witness(c, o.against, &w);
    if (diags_fine(&c->diags))
        DIAG(&c->diags, ((struct place){.file = s.root}), VERIFY_FINE,
             text_number(c->a, (int64_t)all.n));
}
