/* See keeper.h. One edition or many: the order of steps is the same, so that a crash leaves whole
 * bundles, of which the head may not know the last ones yet. */
#include "cli/keeper.h"

#include "archive/custody.h"
#include "archive/journal.h"
#include "base/file.h"

#include <time.h>

/* --- the journal --- */

static void build_journal(struct build *b, struct edition_name name, struct text sha256, time_t t) {
    char now[32];
    struct tm utc;
    size_t n = strftime(now, sizeof now, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&t, &utc));
    build_text(b, T("{\"time\":\""));
    build_text(b, (struct text){now, n});
    build_text(b, T("\",\"edition\":"));
    build_quoted(b, edition_name_text(b->arena, name));
    build_text(b, T(",\"sha256\":"));
    build_quoted(b, sha256);
    build_text(b, T("}\n"));
}

/* Adds the editions that wait, from the one to before the other: the true time, for the journal alone. */
static bool note_waiting(struct keeper *k, size_t from, size_t to) {
    struct arena scratch = arena_open((size_t)1 << 30); /* many groups may come */
    struct build b = {.arena = &scratch};
    for (size_t i = from; i < to; i++)
        build_journal(&b, k->waiting.at[i].name, k->waiting.at[i].sha256, time(NULL));
    bool noted = store_journal(&k->store, &k->c->diags, build_done(&b));
    arena_close(&scratch);
    return noted;
}

/* Adds those that a publisher who was stopped has kept, and not noted: at the time their files were
 * written. */
static bool note_late(struct keeper *k) {
    struct call *c = k->c;
    struct build b = {.arena = c->a};
    struct journal journal;
    if (!k->late.n) return true;
    if (!journal_read(&k->store, c->a, &c->diags, &journal)) return false;
    for (size_t i = 0; i < k->late.n; i++) {
        const struct kept_name *l = &k->late.at[i];
        struct digest digest;
        if (!digest_parse(l->sha256, &digest) || journal_find(&journal, &digest)) continue;
        build_journal(&b, l->name, l->sha256, file_time(store_path(&k->store, c->a, l->name)));
    }
    return !b.n || store_journal(&k->store, &c->diags, build_done(&b));
}

/* --- what came before --- */

/* Goes on to the bundle, which follows the last one. */
static void go_on(struct keeper *k, struct edition_name name, struct text sha256) {
    k->before = sha256;
    arena_push(k->a, &k->late, ((struct kept_name){name, sha256}));
}

static bool catch_up_one(struct call *c, const struct visited *v, void *context) {
    struct keeper *k = context;
    struct text sha256 = digest_hex(k->a, digest_of(v->bytes));
    struct listed known;
    if (text_equal(v->bundle.recipe.before, k->before)) go_on(k, v->name, sha256);
    return catalogue_find(k->catalogue, c->a, v->name, &known) ||
           catalogue_add(k->catalogue, &c->diags, &v->bundle, sha256);
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
    if (found) go_on(k, name, digest_hex(k->a, digest_of(v.bytes)));
    arena_close(&scratch);
    return found;
}

/* The editions that the catalogue lacks. */
static void find_unlisted(struct keeper *k, struct editions *out) {
    struct listed known;
    if (catalogue_count(k->catalogue) == k->all.n) return;
    for (size_t i = 0; i < k->all.n; i++)
        if (!catalogue_find(k->catalogue, k->c->a, k->all.at[i], &known))
            arena_push(k->a, out, k->all.at[i]);
}

/* Bundles that the head lacks, listed or not, are visited until it goes no further: they need not be
 * chained in the order of their names. */
static bool catch_up(struct keeper *k) {
    struct call *c = k->c;
    struct text head = k->before, from;
    struct editions unlisted = {0};
    find_unlisted(k, &unlisted);
    do {
        from = k->before;
        keep_each(c, &k->store, &unlisted, catch_up_one, k);
        while (catch_up_listed(k)) continue;
    } while (diags_fine(&c->diags) && !text_equal(from, k->before));
    if (!diags_fine(&c->diags) || !note_late(k)) return false;
    k->head = k->before;
    return text_equal(head, k->before) || store_set_head(&k->store, &c->diags, k->before);
}

bool keeper_open(struct keeper *k, struct call *c, struct text folder) {
    *k = (struct keeper){.c = c, .a = c->a, .store.lock = -1};
    if (!custody_take(&k->store, c->a, &c->diags, folder) ||
        !store_list(&k->store, &c->diags, false, &k->all) ||
        !store_head(&k->store, c->a, &c->diags, &k->before))
        return false;
    k->head = k->before;
    k->catalogue = catalogue_open(&k->store, &c->diags, true);
    return k->catalogue && catch_up(k);
}

void keeper_close(struct keeper *k) {
    catalogue_close(k->catalogue);
    custody_leave(&k->store);
}

int keeper_number(struct keeper *k, struct edition_name name) {
    struct arena scratch = *k->a;
    struct listed known;
    struct visited v;
    for (size_t i = 0; i < k->waiting.n; i++)
        if (!edition_name_order(k->waiting.at[i].name, name)) return k->waiting.at[i].number;
    if (!k->busy && catalogue_find(k->catalogue, &scratch, name, &known)) return known.number;
    return keep_bundle(k->c, &scratch, &k->store, name, &v) ? v.bundle.recipe.number : 0;
}

/* --- keeping --- */

/* Into its place among all, which most often is the last. */
static void insert_name(struct keeper *k, struct edition_name name) {
    arena_push(k->a, &k->all, name);
    size_t i = k->all.n - 1;
    for (; i && edition_name_order(k->all.at[i - 1], name) > 0; i--) k->all.at[i] = k->all.at[i - 1];
    k->all.at[i] = name;
}

void keeper_enter(struct keeper *k, const struct kept *e) {
    k->busy = true;
    insert_name(k, e->name);
    arena_push(k->a, &k->waiting, *e);
    k->before = text_copy(k->a, e->sha256);
}

/* Into the catalogue, which is written for good when all are kept. One that fails is told then as
 * late: it can be made again at any time. */
void keeper_list_again(struct keeper *k, struct text sha256, const struct bundle *b) {
    struct arena scratch = arena_open((size_t)1 << 24);
    struct diags unheard = diags_make(&scratch);
    if (!k->listing) {
        k->listing = catalogue_begin(k->catalogue, &unheard);
        k->listed = b->recipe.name;
    }
    bool listed = k->listing && catalogue_add(k->catalogue, &unheard, b, sha256);
    if (!listed && !k->unlisted.revision) k->unlisted = b->recipe.name;
    arena_close(&scratch);
}

void keeper_list(struct keeper *k, const struct bundle *b) {
    keeper_list_again(k, k->waiting.at[k->waiting.n - 1].sha256, b);
}

static void withdraw(struct keeper *k) {
    struct edition_name name = k->waiting.at[--k->waiting.n].name;
    size_t i = k->all.n - 1;
    while (edition_name_order(k->all.at[i], name)) i--;
    for (k->all.n--; i < k->all.n; i++) k->all.at[i] = k->all.at[i + 1];
    k->before = k->waiting.n ? k->waiting.at[k->waiting.n - 1].sha256 : k->head;
}

void keeper_settle(struct keeper *k, bool proven) {
    k->busy = false;
    if (!proven) withdraw(k);
}

void keeper_put(struct keeper *k, const struct kept *e, const struct bundle *b) {
    keeper_enter(k, e);
    keeper_list(k, b);
    keeper_settle(k, true);
}

/* Takes back bundles that could not be noted. Where even the head cannot be set back they stay: they
 * are whole. */
static void unkeep(struct keeper *k, size_t from, size_t to, int64_t journal) {
    struct diags unheard = diags_make(k->c->a);
    struct text now;
    bool back = store_head(&k->store, k->c->a, &unheard, &now) &&
                (text_equal(now, k->head) || store_set_head(&k->store, &unheard, k->head)) &&
                store_cut_journal(&k->store, &unheard, journal);
    if (!back) store_kept(&k->store);
    for (size_t i = to; back && i-- > from;) {
        struct text path = store_path(&k->store, k->c->a, k->waiting.at[i].name);
        file_remove(path);
        folder_remove_empty(file_dir(path));
    }
}

static bool keep_some(struct keeper *k, size_t from, size_t to) {
    struct call *c = k->c;
    size_t n = to - from;
    int64_t journal = store_journal_size(&k->store);
    struct text last = k->waiting.at[to - 1].sha256;
    struct kept_bundle *bundles = arena_new(c->a, struct kept_bundle, n);
    for (size_t i = 0; i < n; i++)
        bundles[i] = (struct kept_bundle){k->waiting.at[from + i].name, k->waiting.at[from + i].bytes};
    if (!store_keep(&k->store, &c->diags, bundles, n)) return false;
    if (!note_waiting(k, from, to) || !store_set_head(&k->store, &c->diags, last)) {
        unkeep(k, from, to, journal);
        return false;
    }
    k->head = last;
    return true;
}

/* The first of all has a head of its own before others follow: an archive without one, and with
 * several bundles, has lost it. */
bool keeper_keep(struct keeper *k) {
    size_t n = k->waiting.n, first = k->kept < n && !k->head.n ? 1 : 0;
    if (first && !keep_some(k, 0, first)) return false;
    k->kept += first;
    if (k->kept < n && !keep_some(k, k->kept, n)) return false;
    k->kept = n;
    return true;
}

static bool keep_bundles(struct keeper *k) {
    if (!keeper_keep(k)) return false;
    if (k->announced && !remains_finish(&k->store, &k->c->diags)) return false;
    k->announced = false;
    store_kept(&k->store);
    return true;
}

bool keeper_announce(struct keeper *k, struct undertaking *u) {
    u->head = k->head;
    for (size_t i = k->kept; i < k->waiting.n; i++) {
        const struct kept *e = &k->waiting.at[i];
        arena_push(k->c->a, &u->bundles, ((struct kept_name){e->name, e->sha256}));
    }
    k->announced = remains_announce(&k->store, &k->c->diags, u);
    return k->announced;
}

static void finish_catalogue(struct keeper *k) {
    struct call *c = k->c;
    struct diags unheard = diags_make(c->a);
    if (k->listing && !catalogue_end(k->catalogue, &unheard) && !k->unlisted.revision)
        k->unlisted = k->listed;
    if (k->unlisted.revision)
        DIAG(&c->diags, ((struct place){.file = k->store.root}), CATALOGUE_LATE,
             edition_name_text(c->a, k->unlisted));
    k->listing = false;
    k->unlisted = (struct edition_name){0};
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
    if (!k->waiting.n && !k->announced) return true;
    fine = keep_bundles(k);
    if (fine) finish_catalogue(k);
    for (size_t i = 0; i < k->waiting.n && fine; i++) fine = put_outputs(k, &k->waiting.at[i]);
    k->waiting.n = k->kept = 0;
    return fine;
}
