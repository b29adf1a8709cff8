/* See keeper.h. One edition or many: the order of steps is the same, so that a crash leaves whole
 * bundles, of which the head may not know the last ones yet. */
#include "cli/keeper.h"

#include "base/file.h"

#include <time.h>

/* --- what came before --- */

static bool catch_up_one(struct call *c, const struct visited *v, void *context) {
    struct keeper *k = context;
    struct text sha256 = digest_hex(k->a, digest_of(v->bytes));
    struct listed known;
    if (text_equal(v->bundle.recipe.before, k->before)) k->before = sha256;
    return catalogue_find(k->catalogue, c->a, v->name, &known) ||
           catalogue_add(k->catalogue, &c->diags, &v->bundle, sha256);
}

/* Bundles that the catalogue lacks may be some that the head lacks, too. They are visited until the
 * head goes no further: they need not be chained in the order of their names. */
static bool catch_up_unlisted(struct keeper *k) {
    struct call *c = k->c;
    struct editions late = {0};
    struct text from;
    struct listed known;
    if (catalogue_count(k->catalogue) == k->all.n) return true;
    for (size_t i = 0; i < k->all.n; i++)
        if (!catalogue_find(k->catalogue, c->a, k->all.at[i], &known))
            arena_push(k->a, &late, k->all.at[i]);
    do {
        from = k->before;
        keep_each(c, &k->store, &late, catch_up_one, k);
    } while (diags_fine(&c->diags) && !text_equal(from, k->before));
    return diags_fine(&c->diags);
}

/* Goes on to what follows the last one by the catalogue, where that is there. */
static bool catch_up_listed(struct keeper *k) {
    struct arena scratch = arena_open((size_t)1 << 31);
    struct edition_name name;
    struct visited v;
    bool found = catalogue_follower(k->catalogue, k->before, &name) &&
                 file_exists(store_path(&k->store, &scratch, name)) &&
                 keep_bundle(k->c, &scratch, &k->store, name, &v) &&
                 text_equal(v.bundle.recipe.before, k->before);
    if (found) k->before = digest_hex(k->a, digest_of(v.bytes));
    arena_close(&scratch);
    return found;
}

static bool catch_up(struct keeper *k) {
    struct call *c = k->c;
    struct text head = k->before;
    if (!catch_up_unlisted(k)) return false;
    while (catch_up_listed(k)) continue;
    if (!diags_fine(&c->diags)) return false;
    k->head = k->before;
    return text_equal(head, k->before) || store_set_head(&k->store, &c->diags, k->before);
}

bool keeper_open(struct keeper *k, struct call *c, struct text folder) {
    *k = (struct keeper){.c = c, .a = c->a, .store.lock = -1};
    if (!store_lock(&k->store, c->a, &c->diags, folder) ||
        !store_list(&k->store, &c->diags, false, &k->all) ||
        !store_head(&k->store, c->a, &c->diags, &k->before))
        return false;
    k->head = k->before;
    k->catalogue = catalogue_open(&k->store, &c->diags, true);
    return k->catalogue && catch_up(k);
}

void keeper_close(struct keeper *k) {
    catalogue_close(k->catalogue);
    store_close(&k->store);
}

int keeper_number(struct keeper *k, struct edition_name name) {
    struct arena scratch = *k->a;
    struct listed known;
    struct visited v;
    for (size_t i = 0; i < k->waiting.n; i++)
        if (!edition_name_order(k->waiting.at[i].name, name)) return k->waiting.at[i].number;
    if (catalogue_find(k->catalogue, &scratch, name, &known)) return known.number;
    return keep_bundle(k->c, &scratch, &k->store, name, &v) ? v.bundle.recipe.number : 0;
}

/* --- keeping --- */

/* Into the catalogue, which is written for good when all are kept. One that fails is told then as
 * late: it can be made again at any time. */
static void list_edition(struct keeper *k, const struct kept *e, const struct bundle *b) {
    struct diags unheard = diags_make(k->c->a);
    if (!k->listing) k->listing = catalogue_begin(k->catalogue, &unheard);
    if (k->listing && catalogue_add(k->catalogue, &unheard, b, e->sha256)) return;
    if (!k->unlisted.n) k->unlisted = edition_name_text(k->a, e->name);
}

/* Into its place among all, which most often is the last. */
static void insert_name(struct keeper *k, struct edition_name name) {
    arena_push(k->a, &k->all, name);
    size_t i = k->all.n - 1;
    for (; i && edition_name_order(k->all.at[i - 1], name) > 0; i--) k->all.at[i] = k->all.at[i - 1];
    k->all.at[i] = name;
}

void keeper_put(struct keeper *k, const struct kept *e, const struct bundle *b) {
    insert_name(k, e->name);
    arena_push(k->a, &k->waiting, *e);
    k->before = text_copy(k->a, e->sha256);
    list_edition(k, e, b);
}

/* The true time, for the journal alone. */
static void build_journal(struct build *b, const struct kept *e) {
    char now[32];
    time_t t = time(NULL);
    struct tm utc;
    size_t n = strftime(now, sizeof now, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&t, &utc));
    build_text(b, T("{\"time\":\""));
    build_text(b, (struct text){now, n});
    build_text(b, T("\",\"edition\":"));
    build_quoted(b, edition_name_text(b->arena, e->name));
    build_text(b, T(",\"sha256\":"));
    build_quoted(b, e->sha256);
    build_text(b, T("}\n"));
}

/* Takes back bundles that could not be noted. Where even the head cannot be set back they stay: they
 * are whole. */
static void unkeep(struct keeper *k) {
    struct diags unheard = diags_make(k->c->a);
    struct text now;
    bool back = store_head(&k->store, k->c->a, &unheard, &now) &&
                (text_equal(now, k->head) || store_set_head(&k->store, &unheard, k->head));
    if (!back) store_kept(&k->store);
    for (size_t i = k->waiting.n; back && i--;) {
        struct text path = store_path(&k->store, k->c->a, k->waiting.at[i].name);
        file_remove(path);
        folder_remove_empty(file_dir(path));
    }
}

static bool keep_bundles(struct keeper *k) {
    struct call *c = k->c;
    struct kept_bundle *bundles = arena_new(c->a, struct kept_bundle, k->waiting.n);
    for (size_t i = 0; i < k->waiting.n; i++)
        bundles[i] = (struct kept_bundle){k->waiting.at[i].name, k->waiting.at[i].bytes};
    struct build journal = {.arena = c->a};
    for (size_t i = 0; i < k->waiting.n; i++) build_journal(&journal, &k->waiting.at[i]);
    if (!store_keep(&k->store, &c->diags, bundles, k->waiting.n)) return false;
    if (!store_set_head(&k->store, &c->diags, k->before) ||
        !store_journal(&k->store, &c->diags, build_done(&journal))) {
        unkeep(k);
        return false;
    }
    store_kept(&k->store);
    k->head = k->before;
    return true;
}

static void finish_catalogue(struct keeper *k) {
    struct call *c = k->c;
    struct diags unheard = diags_make(c->a);
    if (k->listing && !catalogue_end(k->catalogue, &unheard) && !k->unlisted.n)
        k->unlisted = edition_name_text(k->a, k->waiting.at[0].name);
    if (k->unlisted.n)
        DIAG(&c->diags, ((struct place){.file = k->store.root}), CATALOGUE_LATE, k->unlisted);
    k->listing = false;
    k->unlisted = (struct text){0};
}

/* The edition's files beside the archive, and what was kept, by their paths. */
static bool put_outputs(struct keeper *k, const struct kept *e) {
    struct call *c = k->c;
    size_t n = 0;
    while (n < OUTPUTS_OF_ONE && e->outputs[n].path.n) n++;
    if (n && !files_put(&c->diags, e->outputs, n, false, true)) return false;
    for (size_t i = 0; i < n; i++) {
        build_text(&c->out, e->outputs[i].path);
        build_char(&c->out, '\n');
    }
    build_text(&c->out, store_path(&k->store, c->a, e->name));
    build_char(&c->out, '\n');
    return true;
}

bool keeper_commit(struct keeper *k) {
    bool fine = true;
    if (!k->waiting.n) return true;
    if (!keep_bundles(k)) {
        k->waiting.n = 0;
        return false;
    }
    finish_catalogue(k);
    for (size_t i = 0; i < k->waiting.n && fine; i++) fine = put_outputs(k, &k->waiting.at[i]);
    k->waiting.n = 0;
    return fine;
}
