/* griot regenerate: editions composed again from their bundles, and held against what was kept.
 * Editions are shared out among threads, each with a workshop and memory of its own. */
#include "cli/commands.h"

#include "base/deflate.h"
#include "base/file.h"
#include "base/parallel.h"
#include "cli/keep.h"
#include "cli/parts.h"
#include "cli/progress.h"
#include "cli/workshop.h"
#include "pdf/streams.h"

struct again_options {
    struct keep_options keep;
    struct text output, style;
    int jobs;
};

static const struct option options[] = {
    KEEP_OPTIONS(struct again_options, keep),
    {"-o", OPTION_TEXT, offsetof(struct again_options, output)},
    {"-j", OPTION_NUMBER, offsetof(struct again_options, jobs)},
    {"--style", OPTION_TEXT, offsetof(struct again_options, style)},
};

/* What became of an edition. */
struct outcome {
    bool put;
    int engine;         /* that made it */
    struct diags diags; /* in the memory of who made it again */
};

/* A thread's own. */
struct hand {
    struct arena lasting, scratch;
    struct call call;
    struct store store;
    struct workshop workshop;
};

/* A run over editions. */
struct again {
    struct editions editions;
    const struct store *s;
    struct text folder, style;
    struct part_versions parts;
    struct outcome *outcomes; /* one an edition */
    struct hand *hands;
    struct foundry *foundry;
    struct progress progress;
};

static void tell_difference(const struct again *g, struct call *c, const struct visited *v,
                            struct text where, struct text pdf, const struct composed *made) {
    struct text name = edition_name_text(c->a, v->name);
    struct text moved = parts_moved(c->a, &g->parts, &v->bundle.recipe);
    struct place place = {.file = where};
    if (streams_equal(c->a, pdf, made->pdf))
        DIAG(&c->diags, place, AGAIN_COMPRESSED, name, moved.n ? moved : deflate_library());
    else if (moved.n) DIAG(&c->diags, place, AGAIN_DIFFERS, name, moved);
    else DIAG(&c->diags, place, AGAIN_UNEXPLAINED, name);
}

/* What was made, in its place: each file is whole, and they need not come at one instant. */
static bool put(const struct again *g, struct call *c, struct edition_name name,
                const struct composed *made) {
    struct text stem = file_path(c->a, g->folder, edition_name_text(c->a, name));
    struct output outs[] = {{TEXT_JOIN(c->a, stem, T(".pdf")), made->pdf},
                            {TEXT_JOIN(c->a, stem, T(".html")), made->html}};
    return files_put(&c->diags, &outs[0], 1, false, true) &&
           files_put(&c->diags, &outs[1], 1, false, true);
}

/* Whether nothing of a bundle is damaged but what came out of the rest. */
static bool can_come_again(const struct bundle *b) {
    static const char *const made[] = {"data/bulletin.pdf", "data/bulletin.html", "data/text.txt"};
    size_t fine = 0;
    for (size_t i = 0; i < b->faulty.n; i++)
        for (size_t k = 0; k < sizeof made / sizeof *made; k++)
            fine += text_equal(b->faulty.at[i], text_of(made[k]));
    return b->recipe.griot.n && b->faulty.n && fine == b->faulty.n;
}

/* Whether the recipe says that these bytes were kept under the name. */
static bool is_recorded(struct arena *a, const struct recipe *r, struct text name, struct text bytes) {
    for (size_t i = 0; i < r->outputs.n; i++)
        if (text_equal(r->outputs.at[i].name, name))
            return text_equal(r->outputs.at[i].sha256, digest_hex(a, digest_of(bytes)));
    return false;
}

/* The same of a damaged bundle: what was kept is known by its hash. */
static void mend_again(struct again *g, struct hand *hand, const struct visited *v, struct outcome *o) {
    struct call *c = &hand->call;
    struct composed made;
    struct text where = store_path(&hand->store, c->a, v->name), name = edition_name_text(c->a, v->name);
    const struct recipe *r = &v->bundle.recipe;
    struct place place = {.file = where};
    o->engine = r->engine;
    if (!workshop_compose(&hand->workshop, c, &hand->store, where, &v->bundle, &made)) return;
    bool same = is_recorded(c->a, r, T("bulletin.pdf"), made.pdf) &&
                is_recorded(c->a, r, T("bulletin.html"), made.html);
    if (same || g->style.n) o->put = put(g, c, v->name, &made);
    if (same) DIAG(&c->diags, place, AGAIN_MENDED, name);
    else if (!g->style.n) DIAG(&c->diags, place, AGAIN_NOT_MENDED, name);
}

static void compose_again(struct again *g, struct hand *hand, const struct visited *v,
                          struct outcome *o) {
    struct call *c = &hand->call;
    struct composed made;
    struct text where = store_path(&hand->store, c->a, v->name), pdf, html;
    const struct recipe *r = &v->bundle.recipe;
    o->engine = r->engine;
    if (r->skipped) {
        DIAG(&c->diags, ((struct place){.file = where}), AGAIN_SKIPPED,
             edition_name_text(c->a, v->name), r->because);
        return;
    }
    if (!bundle_file(&v->bundle, &c->diags, where, T("bulletin.pdf"), &pdf) ||
        !bundle_file(&v->bundle, &c->diags, where, T("bulletin.html"), &html) ||
        !workshop_compose(&hand->workshop, c, &hand->store, where, &v->bundle, &made))
        return;
    bool same = text_equal(pdf, made.pdf) && text_equal(html, made.html);
    if (same || g->style.n) o->put = put(g, c, v->name, &made);
    else tell_difference(g, c, v, where, pdf, &made);
}

/* One edition, in memory that is used again for the next. */
static void again_one(void *shared, size_t i, size_t worker) {
    struct again *g = shared;
    struct hand *hand = &g->hands[worker];
    struct visited v = {0};
    hand->scratch.at = hand->scratch.base;
    hand->call.diags = diags_make(&hand->lasting);
    if (keep_bundle(&hand->call, &hand->scratch, &hand->store, g->editions.at[i], &v))
        compose_again(g, hand, &v, &g->outcomes[i]);
    else if (can_come_again(&v.bundle)) mend_again(g, hand, &v, &g->outcomes[i]);
    g->outcomes[i].diags = hand->call.diags;
    progress_step(&g->progress);
}

/* A word on editions that another engine made, whatever they came out as. */
static void tell_engines(struct call *c, const struct again *g) {
    size_t others = 0, first = 0;
    for (size_t i = g->editions.n; i--;)
        if (g->outcomes[i].engine && g->outcomes[i].engine != ENGINE) others++, first = i;
    if (others)
        DIAG(&c->diags, (struct place){0}, AGAIN_ENGINE, text_number(c->a, (int64_t)others),
             edition_name_text(c->a, g->editions.at[first]),
             text_number(c->a, g->outcomes[first].engine), text_number(c->a, ENGINE));
}

static void run(struct call *c, struct again *g, size_t jobs) {
    if (jobs > g->editions.n) jobs = g->editions.n;
    g->parts = parts_linked(c->a);
    g->outcomes = arena_new(c->a, struct outcome, g->editions.n);
    g->hands = arena_new(c->a, struct hand, jobs);
    g->foundry = foundry_open(c->a);
    for (size_t i = 0; i < jobs; i++) {
        struct hand *hand = &g->hands[i];
        hand->lasting = arena_open((size_t)1 << 32);
        hand->scratch = arena_open((size_t)1 << 32);
        hand->call = (struct call){.a = &hand->scratch, .lang = c->lang};
        hand->store = *g->s;
        hand->store.a = &hand->scratch;
        workshop_open(&hand->workshop, c, g->style,
                      (struct press_means){jobs > 1 ? 1 : 0, g->foundry});
    }
    progress_open(&g->progress, g->editions.n);
    parallel_run(jobs, g->editions.n, again_one, g);
    progress_close(&g->progress);
    for (size_t i = 0; i < jobs; i++) workshop_close(&g->hands[i].workshop);
    for (size_t i = 0; i < g->editions.n; i++) {
        diags_merge(&c->diags, &g->outcomes[i].diags);
        if (!g->outcomes[i].put) continue;
        build_text(&c->out, file_path(c->a, g->folder, edition_name_text(c->a, g->editions.at[i])));
        build_text(&c->out, T(".pdf\n"));
    }
    foundry_close(g->foundry);
    tell_engines(c, g);
    if (g->style.n) DIAG(&c->diags, (struct place){0}, AGAIN_STYLE, g->style);
    for (size_t i = 0; i < jobs; i++) {
        arena_close(&g->hands[i].scratch);
        arena_close(&g->hands[i].lasting);
    }
}

/* The editions that are asked for: a range, or one day's latest revision. */
static bool find_editions(struct call *c, const struct store *s, struct text range,
                          struct editions *out) {
    struct edition_name one;
    if (!edition_name_parse(range, &one)) return keep_range(c, s, range, out);
    if (!keep_one(c, s, range, &one)) return false;
    arena_push(c->a, out, one);
    return true;
}

void command_regenerate(struct call *c, char **words) {
    struct again_options o = {.jobs = (int)parallel_width()};
    struct arguments rest = {0};
    struct store s;
    struct again g = {.s = &s};
    struct text command = T("griot regenerate");
    if (!options_read(c->a, &c->diags, command, words, options, sizeof options / sizeof *options, &o,
                      &rest))
        return;
    if (!rest.n) call_lacks(c, command, "RANGE");
    if (rest.n > 1) DIAG(&c->diags, (struct place){0}, USAGE_ARGUMENTS, command, rest.at[1]);
    if (o.jobs > WORKERS_MAX)
        DIAG(&c->diags, (struct place){0}, USAGE_BAD_VALUE, T("-j"), text_number(c->a, o.jobs),
             T("2"));
    if (!diags_fine(&c->diags) || !keep_open(c, &o.keep, &s) ||
        !find_editions(c, &s, rest.at[0], &g.editions))
        return;
    g.style = o.style;
    g.folder = o.output.n ? o.output : T("out");
    if (!o.output.n && o.style.n) g.folder = TEXT_JOIN(c->a, T("out/"), file_name(o.style));
    run(c, &g, (size_t)o.jobs);
}
