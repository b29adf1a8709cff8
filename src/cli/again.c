/* griot regenerate: editions composed again from their bundles, and held against what was kept. */
#include "cli/commands.h"

#include "base/file.h"
#include "cli/keep.h"
#include "cli/parts.h"
#include "cli/workshop.h"

struct again_options {
    struct keep_options keep;
    struct text output;
};

static const struct option options[] = {
    KEEP_OPTIONS(struct again_options, keep),
    {"-o", OPTION_TEXT, offsetof(struct again_options, output)},
};

/* A run over editions. */
struct again {
    struct store *s;
    struct workshop workshop;
    struct text folder;
};

/* What moved since the edition was kept: the first part whose version differs, or our own. */
static struct text what_moved(struct arena *a, const struct recipe *r) {
    struct part_versions now = parts_linked(a);
    if (r->engine != ENGINE)
        return TEXT_JOIN(a, T("engine "), text_number(a, r->engine), T(" → "),
                         text_number(a, ENGINE));
    for (size_t i = 0; i < r->parts.n; i++)
        for (size_t k = 0; k < now.n; k++) {
            const struct part_version *was = &r->parts.at[i], *is = &now.at[k];
            if (text_equal(was->name, is->name) && !text_equal(was->version, is->version))
                return TEXT_JOIN(a, was->name, T(" "), was->version, T(" → "), is->version);
        }
    return TEXT_JOIN(a, T("griot "), r->griot, T(" → "), T(GRIOT_VERSION));
}

static bool again_one(struct call *c, const struct visited *v, void *context) {
    struct again *g = context;
    struct arena scratch = arena_open((size_t)1 << 32), *kept = c->a;
    struct composed composed;
    const struct recipe *r = &v->bundle.recipe;
    struct text name = edition_name_text(kept, v->name);
    struct text where = store_path(g->s, kept, v->name), pdf, html;
    c->a = &scratch;
    bool made = workshop_compose(&g->workshop, c, g->s, where, &v->bundle, &composed) &&
                bundle_file(&v->bundle, &c->diags, where, T("bulletin.pdf"), &pdf) &&
                bundle_file(&v->bundle, &c->diags, where, T("bulletin.html"), &html);
    c->a = kept;
    if (made && (!text_equal(pdf, composed.pdf) || !text_equal(html, composed.html))) {
        DIAG(&c->diags, ((struct place){.file = where}), AGAIN_DIFFERS, name, what_moved(kept, r));
    } else if (made) {
        struct output outs[] = {
            {file_path(kept, g->folder, TEXT_JOIN(kept, name, T(".pdf"))), pdf},
            {file_path(kept, g->folder, TEXT_JOIN(kept, name, T(".html"))), html}};
        if (files_put(&c->diags, outs, 2, false, true)) {
            build_text(&c->out, outs[0].path);
            build_char(&c->out, '\n');
        }
    }
    arena_close(&scratch);
    return true;
}

void command_regenerate(struct call *c, char **words) {
    struct again_options o = {0};
    struct arguments rest = {0};
    struct store s;
    struct editions editions = {0};
    struct again g = {.s = &s};
    struct text command = T("griot regenerate");
    if (!options_read(c->a, &c->diags, command, words, options, sizeof options / sizeof *options, &o,
                      &rest))
        return;
    if (!rest.n) DIAG(&c->diags, (struct place){0}, USAGE_MISSING, command, T("RANGE"));
    if (rest.n > 1) DIAG(&c->diags, (struct place){0}, USAGE_ARGUMENTS, command, rest.at[1]);
    if (!diags_fine(&c->diags) || !keep_open(c, &o.keep, &s)) return;
    g.folder = o.output.n ? o.output : T("out");
    struct edition_name one;
    bool named = edition_name_parse(rest.at[0], &one);
    if (named) {
        if (!keep_one(c, &s, rest.at[0], &one)) return;
        arena_push(c->a, &editions, one);
    } else if (!keep_range(c, &s, rest.at[0], &editions)) {
        return;
    }
    workshop_open(&g.workshop, c);
    keep_each(c, &s, &editions, again_one, &g);
    workshop_close(&g.workshop);
}
