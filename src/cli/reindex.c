/* griot reindex: the catalogue again, from the bundles. */
#include "cli/commands.h"

#include "archive/custody.h"
#include "cli/keep.h"

/* A catalogue being made anew. */
struct indexing {
    struct catalogue *catalogue;
    bool fine;
};

static bool index_one(struct call *c, const struct visited *v, void *context) {
    struct indexing *i = context;
    i->fine = catalogue_add(i->catalogue, &c->diags, &v->bundle,
                            digest_hex(c->a, digest_of(v->bytes)));
    return i->fine;
}

static void reindex(struct call *c, const struct store *s, const struct editions *all) {
    struct indexing i = {.catalogue = catalogue_open(s, &c->diags, true)};
    if (!i.catalogue) return;
    i.fine = catalogue_begin(i.catalogue, &c->diags) && catalogue_clear(i.catalogue, &c->diags);
    if (i.fine) keep_each(c, s, all, index_one, &i);
    if (i.fine) catalogue_end(i.catalogue, &c->diags);
    catalogue_close(i.catalogue);
}

/* A publisher would add what is being cleared: it waits. */
void command_reindex(struct call *c, char **words) {
    struct keep_options o = {0};
    struct arguments rest = {0};
    struct store s;
    struct editions all = {0};
    if (!keep_words(c, T("griot reindex"), words, false, 0, 0, &o, &rest, "") ||
        !keep_open(c, &o, &s) || !custody_hold(&s, &c->diags))
        return;
    if (store_list(&s, &c->diags, false, &all)) reindex(c, &s, &all);
    custody_leave(&s);
}
