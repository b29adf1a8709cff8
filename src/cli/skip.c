/* griot skip: days without edition are declared, each by a bundle of its own in the chain. */
#include "cli/commands.h"

#include "cli/keeper.h"
#include "cli/numbering.h"
#include "edition/edition.h"
#include "edition/phrases.h"

enum { DAYS_MOST = 366 };

struct skip_options {
    struct keep_options keep;
    struct text because;
};

static const struct option options[] = {
    KEEP_OPTIONS(struct skip_options, keep),
    {"--because", OPTION_TEXT, offsetof(struct skip_options, because)},
};

/* Why there is none, for whoever unpacks the bundle. */
static struct text words_of(struct arena *a, const struct recipe *r, const struct newsroom *n) {
    return TEXT_JOIN(a, r->title, T("\n\n"), phrase_of(n->lang, PHRASE_SKIPPED),
                     phrase_of(n->lang, PHRASE_BECAUSE), r->because, T("\n"));
}

/* The day has an edition, or is declared already. */
static void tell_kept(struct keeper *k, struct edition_name name) {
    struct call *c = k->c;
    struct visited v;
    struct text shown = edition_name_text(c->a, name);
    if (!keep_bundle(c, c->a, &k->store, name, &v)) return;
    if (v.bundle.recipe.skipped) DIAG(&c->diags, (struct place){0}, SKIP_SAME, shown);
    else DIAG(&c->diags, (struct place){0}, SKIP_KEPT, shown);
}

static void skip_day(struct keeper *k, const struct newsroom *n, date day, struct text because) {
    struct call *c = k->c;
    struct edition_name name = {.date = day};
    struct edition e = {.date = day};
    struct bundle b = {0};
    struct kept kept;
    if (store_find(&k->all, &name)) {
        tell_kept(k, name);
        return;
    }
    name.revision = 1;
    e.number = numbering_find(k, n, day, false, 0);
    if (!e.number) return;
    b.recipe = (struct recipe){.griot = T(GRIOT_VERSION),
                               .engine = ENGINE,
                               .name = name,
                               .number = e.number,
                               .lang = newsroom_lang(n),
                               .title = edition_heading(c->a, &e, n),
                               .skipped = true,
                               .because = because,
                               .before = k->before};
    bundle_add(c->a, &b, &b.recipe.outputs, T("text.txt"), T("text.txt"),
               words_of(c->a, &b.recipe, n), false);
    kept = (struct kept){.name = name, .number = e.number};
    if (!bundle_pack(c->a, &c->diags, &b, n->publisher, &kept.bytes)) return;
    kept.sha256 = digest_hex(c->a, digest_of(kept.bytes));
    keeper_put(k, &kept, &b);
}

/* All days of the range, or none. */
static void skip_range(struct call *c, const struct skip_options *o, struct range days,
                       const struct newsroom *n) {
    struct keeper k;
    struct undertaking u = {0};
    if (keeper_open(&k, c, keep_folder(c, &o->keep)))
        for (date day = days.from; day <= days.to && diags_fine(&c->diags); day++)
            skip_day(&k, n, day, o->because);
    if (diags_fine(&c->diags) && (k.waiting.n < 2 || keeper_announce(&k, &u))) keeper_commit(&k);
    keeper_close(&k);
}

void command_skip(struct call *c, char **words) {
    struct skip_options o = {0};
    struct arguments rest = {0};
    struct newsroom n;
    struct range days = {0};
    struct text command = T("griot skip");
    struct place nowhere = {0};
    if (!options_read(c->a, &c->diags, command, words, options, sizeof options / sizeof *options,
                      &o, &rest))
        return;
    if (!rest.n) call_lacks(c, command, "DATE");
    else if (rest.n > 1) DIAG(&c->diags, nowhere, USAGE_ARGUMENTS, command, rest.at[1]);
    else if (range_impossible(rest.at[0]).n) keep_tell_range(c, rest.at[0]);
    else if (!range_parse(rest.at[0], &days) || days.name.special || days.name.revision ||
             days.to - (int64_t)days.from >= DAYS_MOST)
        DIAG(&c->diags, nowhere, SKIP_DAYS, rest.at[0]);
    if (!o.because.n) call_lacks(c, command, "--because");
    if (diags_fine(&c->diags) && call_find_data(c) &&
        newsroom_read(c->a, &c->diags, call_newsroom(c, o.keep.newsroom), &n))
        skip_range(c, &o, days, &n);
}
