/* griot publish: editions are composed, proven and kept; each in one transaction, or many in one
 * group. The recipe is `publish_one`. */
#include "cli/commands.h"

#include "base/file.h"
#include "base/parallel.h"
#include "cli/composed.h"
#include "cli/editor.h"
#include "cli/keeper.h"
#include "cli/numbering.h"
#include "cli/packing.h"
#include "cli/signing.h"
#include "cli/workshop.h"

enum { GROUP = 64 /* editions that are kept in one go */ };

struct publish_options {
    struct keep_options keep;
    struct press_settings settings;
    struct signing_options signing;
    int most;
    bool special, batch;
    struct text because, revises, output;
};

#define OPTION(field, name, type) {name, type, offsetof(struct publish_options, field)}

static const struct option options[] = {
    OPTION(keep.archive, "--archive", OPTION_TEXT),
    PRESS_OPTIONS(struct publish_options, settings),
    OPTION(special, "--special", OPTION_FLAG),
    OPTION(because, "--because", OPTION_TEXT),
    OPTION(revises, "--revises", OPTION_TEXT),
    OPTION(batch, "--batch", OPTION_FLAG),
    OPTION(most, "--max-bytes", OPTION_BYTES),
    OPTION(output, "-o", OPTION_TEXT),
    SIGNING_OPTIONS(struct publish_options, signing),
};

/* One edition of a publication. */
struct publication {
    struct edition edition; /* as imported, with its number */
    struct keeping keeping;
    struct edition_name name;
    struct composed composed;
    struct bundle bundle;
    struct text bytes;      /* of the bundle */
    struct arena room;      /* for all of it */
};

/* The proof of an edition, which in a batch is made beside the next one. */
struct proof {
    const struct publication *of; /* NULL: none is under way */
    struct task *task;            /* NULL: it is done already */
    struct workshop *workshop;
    struct keeper *keeper;
    enum lang lang;
    struct arena room;
    struct diags diags;
    bool fine;
};

/* A publication on its way: what serves all its editions … */
struct publishing {
    struct call *c;
    const struct publish_options *o;
    struct press press;
    struct keeper keeper;
    struct packing packing;
    struct workshop workshop;
    struct foundry *foundry;
    struct arena group; /* … what they need until they are kept … */
    struct publication editions[2]; /* … the one that is made, and the one that is proven */
    struct proof proof;
    struct diags told;  /* to the user, but for what an edition says that is made beside a proof */
    bool beside;        /* it is */
    bool stopped;       /* for an edition was not proven */
};

/* --- which edition it is --- */

static bool same_list(const struct ingredients *a, const struct ingredients *b) {
    bool same = a->n == b->n;
    for (size_t i = 0; i < a->n && same; i++)
        same = text_equal(a->at[i].file, b->at[i].file) &&
               text_equal(a->at[i].sha256, b->at[i].sha256);
    return same;
}

/* Whether the edition kept as `name` was made from the same sources by the same settings, within as
 * many bytes, and is signed where that is asked again. False where its bundle cannot be read, which is told. */
static bool same_as(struct publishing *p, const struct publication *it, struct edition_name name) {
    struct visited v;
    if (!keep_bundle(p->c, p->c->a, &p->keeper.store, name, &v)) return false;
    const struct recipe *r = &v.bundle.recipe, *now = &it->bundle.recipe;
    return !r->skipped && r->number == it->edition.number && same_list(&r->sources, &now->sources) &&
           same_list(&r->settings, &now->settings) && r->max_bytes == p->o->most &&
           signing_asked(&p->o->signing) == (r->signature.file.n > 0);
}

/* Whether what is kept under the name, or waits to be, is the declaration of a day without edition. */
static bool is_skipped(struct publishing *p, struct edition_name name) {
    struct visited v;
    return keep_bundle(p->c, p->c->a, &p->keeper.store, name, &v) && v.bundle.recipe.skipped;
}

static bool waits(const struct publishing *p, struct edition_name name) {
    for (size_t i = 0; i < p->keeper.waiting.n; i++)
        if (!edition_name_order(p->keeper.waiting.at[i].name, name)) return true;
    return false;
}

/* Waits for the proof that is under way, and tells what it tells. False where an edition was not
 * proven, now or before. */
static bool settle_proof(struct publishing *p, struct diags *d) {
    struct proof *f = &p->proof;
    if (!f->of) return !p->stopped;
    task_wait(f->task);
    diags_merge(d, &f->diags);
    keeper_settle(&p->keeper, f->fine);
    p->stopped = !f->fine;
    f->of = NULL;
    return f->fine;
}

/* Brings what waits into keeping, so that it can be looked at. */
static bool settle(struct publishing *p, struct edition_name name) {
    return !waits(p, name) || (settle_proof(p, &p->told) && keeper_commit(&p->keeper));
}

/* A special edition: a new one, unless one of the day is the same. */
static bool find_special(struct publishing *p, struct publication *it) {
    const struct editions *all = &p->keeper.all;
    it->name = (struct edition_name){.date = it->edition.date, .revision = 1};
    for (size_t i = 0; i < all->n; i++) {
        struct edition_name name = all->at[i];
        if (name.date != it->name.date || !name.special) continue;
        if (it->name.special < name.special) it->name.special = name.special;
        if (!settle(p, name)) return false;
        if (!same_as(p, it, name)) continue;
        DIAG(&p->c->diags, (struct place){0}, PUBLISH_SAME, edition_name_text(p->c->a, name));
        return false;
    }
    it->name.special++;
    return true;
}

/* A revision of what is kept as `name`. */
static bool find_revision(struct publishing *p, struct publication *it, struct edition_name name) {
    struct call *c = p->c;
    if (!settle(p, name)) return false;
    if (same_as(p, it, name)) {
        DIAG(&c->diags, (struct place){0}, PUBLISH_SAME, edition_name_text(c->a, name));
        return false;
    }
    it->keeping.belated = is_skipped(p, name);
    if (!p->o->because.n)
        DIAG(&c->diags, (struct place){0}, PUBLISH_BECAUSE, edition_name_text(c->a, name));
    it->name = name;
    it->name.revision++;
    it->keeping.because = p->o->because;
    return diags_fine(&c->diags);
}

/* The edition that --revises names, which must be of the sources' day. */
static bool find_revised(struct publishing *p, struct publication *it) {
    struct edition_name name;
    struct call *c = p->c;
    struct text wanted = p->o->revises;
    if (!edition_name_parse(wanted, &name) || name.date != it->edition.date || name.revision)
        DIAG(&c->diags, (struct place){0}, PUBLISH_REVISES, wanted);
    else if (!store_find(&p->keeper.all, &name))
        DIAG(&c->diags, ((struct place){.file = p->keeper.store.root}), RANGE_EMPTY, wanted);
    else return find_revision(p, it, name);
    return false;
}

/* Its name: the day's first, a revision, or a special edition. False where there is nothing to
 * do, or a reason is missing; both are told. */
static bool find_name(struct publishing *p, struct publication *it) {
    struct edition_name name = {.date = it->edition.date};
    bool found = true;
    if (p->o->revises.n) found = find_revised(p, it);
    else if (p->o->special) found = find_special(p, it);
    else if (store_find(&p->keeper.all, &name)) found = find_revision(p, it, name);
    else it->name = (struct edition_name){.date = name.date, .revision = 1};
    if (!found) return false;
    it->keeping.revision = it->name.revision;
    it->keeping.special = it->name.special;
    it->keeping.before = p->keeper.before;
    if (p->o->because.n && it->name.revision == 1)
        DIAG(&p->c->diags, (struct place){0}, PUBLISH_NO_REVISION,
             edition_name_text(p->c->a, it->name));
    return true;
}

static bool import(struct publishing *p, const struct text *paths, size_t n, struct edition *out) {
    struct import from = press_import(&p->press, &p->o->settings, paths, n);
    from.numberless = true;
    return edition_import(p->c->a, &p->c->diags, &from, out);
}

static bool find_number(struct publishing *p, struct edition *e) {
    bool special = p->o->special || p->o->revises.n;
    e->number = numbering_find(&p->keeper, &p->press.newsroom, e->date, special, e->number);
    return e->number > 0;
}

/* --- making it --- */

/* The signature, and how it is put back. */
static bool sign(struct publishing *p, struct publication *it, const struct signature *plan) {
    struct call *c = p->c;
    struct build time = {.arena = c->a};
    struct text file = T("signature.p7s"), cms;
    if (!signing_fill(c, &p->o->signing, plan, it->composed.pdf, &it->composed.gap, &cms))
        return false;
    instant_print_iso(&time, plan->time);
    it->bundle.recipe.signature =
        (struct kept_signature){file, plan->field, build_done(&time), plan->room};
    bundle_add(c->a, &it->bundle, &it->bundle.recipe.outputs, file, file, cms, false);
    return true;
}

static bool compose(struct publishing *p, struct publication *it) {
    struct call *c = p->c;
    struct recipe *r = &it->bundle.recipe;
    bool asked = signing_asked(&p->o->signing);
    struct signature plan = {0};
    if (asked) plan = signing_plan(&p->o->signing, p->press.newsroom.lang);
    r->name = it->name;
    r->belated = it->keeping.belated;
    r->because = it->keeping.because;
    r->before = it->keeping.before;
    r->max_bytes = it->keeping.most = p->o->most;
    return edition_compose(c, &p->press, &it->edition, &it->keeping, asked ? &plan : NULL,
                           &it->composed) &&
           (!asked || sign(p, it, &plan)) &&
           packing_resources(&p->packing, &p->keeper.store, r) &&
           packing_finish(&p->packing, &it->composed, &it->bundle, &it->bytes);
}

/* Where the PDF goes, and its twin. */
static struct text output_path(const struct publishing *p, struct arena *a,
                               const struct publication *it, const char *suffix) {
    struct text given = p->o->output;
    if (!given.n)
        return TEXT_JOIN(a, T("out/"), edition_name_text(a, it->name), text_of(suffix));
    if (text_ends(given, T(".pdf"))) given.n -= 4;
    return TEXT_JOIN(a, given, text_of(suffix));
}

/* What is to be kept of it goes into the group's memory, the rest with the edition's. */
static void enter(struct publishing *p, const struct publication *it) {
    struct arena *a = &p->group;
    struct kept kept = {.name = it->name,
                        .number = it->edition.number,
                        .bytes = text_copy(a, it->bytes),
                        .sha256 = digest_hex(a, digest_of(it->bytes)),
                        .outputs = {{output_path(p, a, it, ".pdf"), text_copy(a, it->composed.pdf)},
                                    {output_path(p, a, it, ".html"),
                                     text_copy(a, it->composed.html)}}};
    keeper_enter(&p->keeper, &kept);
}

/* Composes the edition again from the bundle as it was packed, and the archive's resources: the bytes
 * must be the same; then it is listed. Of the first composition it sees nothing but them; what the two share, the faces
 * that were cast, is found by the hash of all that it is made of. */
static void prove(void *shared) {
    struct proof *f = shared;
    const struct publication *it = f->of;
    struct call c = {.a = &f->room, .diags = diags_make(&f->room), .lang = f->lang};
    struct store own = {.a = &f->room, .root = f->keeper->store.root, .lock = -1};
    struct text where = store_path(&own, c.a, it->name);
    struct bundle again;
    struct composed composed;
    bool made = bundle_open(c.a, &c.diags, where, it->bytes, it->name, &again) &&
                workshop_compose(f->workshop, &c, &own, where, &again, &composed);
    f->fine = made && text_equal(composed.pdf, it->composed.pdf) &&
              text_equal(composed.html, it->composed.html);
    if (made && !f->fine) DIAG0(&c.diags, ((struct place){.file = where}), PUBLISH_DIFFERS);
    if (f->fine) keeper_list(f->keeper, &it->bundle);
    f->diags = c.diags;
}

/* The edition waits for its proof, and then for all others. */
static void start_proof(struct publishing *p, struct publication *it) {
    struct proof *f = &p->proof;
    enter(p, it);
    f->of = it;
    f->keeper = &p->keeper;
    f->lang = p->c->lang;
    f->workshop = &p->workshop;
    f->room.at = f->room.base;
    f->task = p->beside ? task_start(&it->room, prove, f) : NULL;
    if (!p->beside) prove(f);
}

/* Whether the newsroom's rules let the edition pass: those that it calls errors. */
static bool passes(struct publishing *p, const struct edition *e) {
    struct editor editor;
    const struct press *press = &p->press;
    return editor_open(&editor, p->c, press->paths.newsroom, &press->newsroom, &press->ministries) &&
           editor_passes(&editor, e, &p->keeper.store);
}

static bool make(struct publishing *p, struct publication *it, const struct text *paths, size_t n) {
    return import(p, paths, n, &it->edition) && passes(p, &it->edition) &&
           find_number(p, &it->edition) &&
           packing_inputs(&p->packing, paths, n, &it->edition, &it->bundle) && find_name(p, it) &&
           compose(p, it);
}

/* Makes an edition while the one before is proven, and has it proven then. Where the one before is
 * not, this one is as if it had not been begun: its complaints are told only behind that. */
static void publish_one(struct publishing *p, struct publication *it, const struct text *paths, size_t n) {
    struct call *c = p->c;
    struct arena *lasting = c->a, room = it->room;
    room.at = room.base;
    *it = (struct publication){.room = room};
    p->told = c->diags;
    c->a = &it->room;
    c->diags = diags_make(c->a);
    bool made = make(p, it, paths, n);
    if (settle_proof(p, &p->told)) {
        diags_merge(&p->told, &c->diags);
        if (made) start_proof(p, it);
    }
    c->diags = p->told;
    c->a = lasting;
}

/* The program that an edition kept before names; a bundle that cannot be read is told elsewhere. */
static void know_program(struct publishing *p) {
    struct call quiet = *p->c;
    struct arena scratch = arena_open((size_t)1 << 32);
    struct visited v = {0};
    const struct editions *all = &p->keeper.all;
    quiet.diags = diags_make(&scratch);
    for (size_t i = all->n; i-- && !v.bundle.recipe.parts.n;)
        if (!keep_bundle(&quiet, &scratch, &p->keeper.store, all->at[i], &v)) break;
    packing_know(&p->packing, &v.bundle.recipe);
    arena_close(&scratch);
}

/* One edition of all sources, or one of each; up to the first that fails. What was ready before it
 * is kept, in groups of which each edition is proven. */
static void publish(struct publishing *p, const struct arguments *sources) {
    struct call *c = p->c;
    size_t step = p->o->batch ? 1 : sources->n;
    bool kept = true;
    know_program(p);
    for (size_t i = 0; i < sources->n && kept && diags_fine(&c->diags); i += step) {
        publish_one(p, &p->editions[i / step % 2], sources->at + i, step);
        if (p->keeper.waiting.n < GROUP || !settle_proof(p, &c->diags)) continue;
        kept = keeper_commit(&p->keeper);
        p->group.at = p->group.base;
    }
    settle_proof(p, &c->diags);
    if (kept) keeper_commit(&p->keeper);
}

/* --- the command --- */

static bool check_options(struct call *c, const struct publish_options *o,
                          const struct arguments *sources) {
    const struct { bool given; struct text name; } alone[] = {{o->settings.date.given, T("--date")},
                                                              {o->settings.number > 0, T("--number")},
                                                              {o->revises.n > 0, T("--revises")},
                                                              {o->output.n > 0, T("-o")}};
    struct place nowhere = {0};
    for (size_t i = 0; i < sizeof alone / sizeof *alone && o->batch; i++)
        if (alone[i].given) DIAG(&c->diags, nowhere, USAGE_EXCLUDE, T("--batch"), alone[i].name);
    if (o->special && o->revises.n)
        DIAG(&c->diags, nowhere, USAGE_EXCLUDE, T("--special"), T("--revises"));
    if (text_equal(o->output, T("-")))
        DIAG(&c->diags, nowhere, USAGE_BAD_VALUE, T("-o"), o->output, T("out/2025-11-25.pdf"));
    if (!sources->n) DIAG0(&c->diags, nowhere, USAGE_NO_SOURCE);
    return signing_check(c, &o->signing) && diags_fine(&c->diags);
}

static void open_rooms(struct publishing *p) {
    p->group = arena_open((size_t)1 << 32);
    p->proof.room = arena_open((size_t)1 << 32);
    for (int i = 0; i < 2; i++) p->editions[i].room = arena_open((size_t)1 << 32);
}

static void close_rooms(struct publishing *p) {
    arena_close(&p->group);
    arena_close(&p->proof.room);
    for (int i = 0; i < 2; i++) arena_close(&p->editions[i].room);
}

/* Opens what serves all editions, and publishes them. */
static void run(struct publishing *p, struct publish_options *o, const struct arguments *sources) {
    struct call *c = p->c;
    o->keep.newsroom = o->settings.newsroom;
    struct text folder = keep_folder(c, &o->keep);
    p->beside = o->batch && sources->n > 1;
    p->foundry = foundry_open(c->a);
    struct press_means means = {p->beside ? (parallel_width() + 1) / 2 : 0, p->foundry};
    o->settings.means = means;
    workshop_open(&p->workshop, c, T(""), means);
    if (diags_fine(&c->diags) && press_open(&p->press, c, &o->settings) &&
        signing_settle(c, &o->signing, &p->press.newsroom.sign) &&
        packing_open(&p->packing, c, &p->press) && keeper_open(&p->keeper, c, folder))
        publish(p, sources);
    keeper_close(&p->keeper);
    workshop_close(&p->workshop);
    press_close(&p->press);
    foundry_close(p->foundry);
}

void command_publish(struct call *c, char **words) {
    struct publish_options o = {0};
    struct arguments sources = {0};
    struct publishing p = {.c = c, .o = &o};
    if (!options_read(c->a, &c->diags, T("griot publish"), words, options,
                      sizeof options / sizeof *options, &o, &sources) ||
        !check_options(c, &o, &sources))
        return;
    open_rooms(&p);
    run(&p, &o, &sources);
    close_rooms(&p);
}
