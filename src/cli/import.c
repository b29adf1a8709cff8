/* griot import: editions of another archive are kept in this one, where they continue its chain or
 * fill its gaps, and where nothing stands in their way. All is looked at before anything is kept, and read
 * again from the disk before it counts; in memory are never more than the bundles of a group. */
#include "cli/commands.h"

#include "base/file.h"
#include "cli/cargo.h"
#include "cli/keeper.h"

enum { GROUP_MOST = 256, GROUP_BYTES = 8 << 20 };

/* An import on its way. */
struct importing {
    struct call *c;
    struct text file;
    struct cargo cargo;
    struct keeper keeper;
    struct carried **next; /* those that continue the chain, in its order */
    size_t nnext;
    struct carried **lost; /* those that the chain has and the archive lacks */
    size_t nlost;
    bool *placed;          /* by edition of the cargo: there already, or in one of these lists */
};

static struct place place_of(const struct importing *m) {
    return (struct place){.file = m->file};
}

/* Puts those behind one another that follow the edition whose bundle has the hash `before`. */
static void order(struct importing *m, struct text before) {
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < m->cargo.editions.n && !more; i++) {
            struct carried *e = &m->cargo.editions.at[i];
            if (m->placed[i] || !text_equal(e->before, before)) continue;
            m->next[m->nnext++] = e;
            before = e->sha256;
            m->placed[i] = more = true;
        }
    }
}

/* Those that are kept already; they must be the same. */
static void pass_over(struct importing *m) {
    struct call *c = m->c;
    for (size_t i = 0; i < m->cargo.editions.n; i++) {
        const struct carried *e = &m->cargo.editions.at[i];
        struct arena scratch = arena_open((size_t)1 << 31);
        struct text path = store_path(&m->keeper.store, &scratch, e->name), bytes;
        m->placed[i] = file_exists(path);
        if (m->placed[i] && store_read(&m->keeper.store, &scratch, &c->diags, e->name, &bytes) &&
            !text_equal(digest_hex(&scratch, digest_of(bytes)), e->sha256))
            DIAG(&c->diags, ((struct place){.file = path}), IMPORT_CONFLICT,
                 edition_name_text(c->a, e->name));
        arena_close(&scratch);
    }
}

/* Whether the archive lacks this one: its head says so, or an edition that is kept, by naming it as the
 * one before. */
static bool awaited(struct importing *m, const struct carried *e) {
    if (text_equal(m->keeper.head, e->sha256)) return true;
    struct arena scratch = arena_open((size_t)1 << 31);
    struct edition_name follower;
    struct visited v;
    bool found = catalogue_follower(m->keeper.catalogue, e->sha256, &follower) &&
                 keep_bundle(m->c, &scratch, &m->keeper.store, follower, &v) &&
                 text_equal(v.bundle.recipe.before, e->sha256);
    arena_close(&scratch);
    return found;
}

static void find_lost(struct importing *m) {
    for (size_t i = 0; i < m->cargo.editions.n; i++) {
        struct carried *e = &m->cargo.editions.at[i];
        if (m->placed[i] || !awaited(m, e)) continue;
        m->lost[m->nlost++] = e;
        m->placed[i] = true;
    }
}

/* What fits nowhere is foreign: told by the first of each. */
static void tell_foreign(struct importing *m) {
    struct call *c = m->c;
    for (size_t i = 0; i < m->cargo.editions.n; i++) {
        const struct carried *e = &m->cargo.editions.at[i];
        if (m->placed[i]) continue;
        struct text name = edition_name_text(c->a, e->name);
        if (e->before.n)
            DIAG(&c->diags, place_of(m), IMPORT_FOREIGN, name, text_part(e->before, 0, 16));
        else DIAG(&c->diags, place_of(m), IMPORT_FIRST, name);
    }
}

/* Each resource that a new edition needs must come with it, or be kept. */
static void check_needs(struct importing *m, struct carried *const *list, size_t n) {
    struct call *c = m->c;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < list[i]->needs->n; k++) {
            struct text sha256 = list[i]->needs->at[k];
            if (cargo_resource(&m->cargo, sha256) ||
                file_exists(store_resource_path(&m->keeper.store, c->a, sha256)))
                continue;
            DIAG(&c->diags, place_of(m), IMPORT_RESOURCE, edition_name_text(c->a, list[i]->name),
                 sha256);
        }
}

/* --- keeping --- */

/* All that is to come: where the import is stopped, the next publisher takes it back. */
static bool announce(struct importing *m) {
    struct arena *a = m->c->a;
    struct undertaking u = {0};
    arena_reserve(a, &u.bundles, m->nlost + m->nnext);
    for (size_t i = 0; i < m->nlost; i++)
        arena_push(a, &u.bundles, ((struct kept_name){m->lost[i]->name, m->lost[i]->sha256}));
    for (size_t i = 0; i < m->nnext; i++)
        arena_push(a, &u.bundles, ((struct kept_name){m->next[i]->name, m->next[i]->sha256}));
    for (size_t i = 0; i < m->cargo.resources.n; i++) {
        struct text sha256 = m->cargo.resources.at[i].sha256;
        if (!file_exists(store_resource_path(&m->keeper.store, a, sha256)))
            arena_push(a, &u.resources, sha256);
    }
    return keeper_announce(&m->keeper, &u);
}

static bool keep_resources(struct importing *m) {
    struct store *s = &m->keeper.store;
    bool fine = true;
    for (size_t i = 0; i < m->cargo.resources.n && fine; i++) {
        const struct carried_resource *r = &m->cargo.resources.at[i];
        struct arena scratch = arena_open((size_t)1 << 30);
        struct text file;
        if (!file_exists(store_resource_path(s, &scratch, r->sha256)))
            fine = cargo_read(m->c, &m->cargo, &scratch, r->file, r->packed, &file) &&
                   store_put_packed(s, &m->c->diags, r->sha256, file);
        arena_close(&scratch);
    }
    return fine;
}

/* How many of the editions, from the i-th on, make the next group. */
static size_t group_of(struct carried *const *list, size_t i, size_t n) {
    size_t from = i;
    for (uint64_t bytes = 0; i < n && i - from < GROUP_MOST && bytes < GROUP_BYTES; i++)
        bytes += list[i]->size;
    return i - from;
}

/* What was lost goes back to its place; the chain and the journal know it. */
static bool keep_lost(struct importing *m, struct arena *group, size_t from, size_t n) {
    struct call *c = m->c;
    struct kept_bundle *bundles = arena_new(group, struct kept_bundle, n);
    for (size_t i = 0; i < n; i++) {
        const struct carried *e = m->lost[from + i];
        bundles[i].name = e->name;
        if (!cargo_read(c, &m->cargo, group, e->file, e->sha256, &bundles[i].bytes)) return false;
        struct arena scratch = *group;
        struct bundle b;
        if (!bundle_open(&scratch, &c->diags, m->file, bundles[i].bytes, e->name, &b)) return false;
        keeper_list_again(&m->keeper, e->sha256, &b);
    }
    return store_keep(&m->keeper.store, &c->diags, bundles, n);
}

/* Those that continue the chain. */
static bool keep_next(struct importing *m, struct arena *group, size_t from, size_t n) {
    struct call *c = m->c;
    for (size_t i = from; i < from + n; i++) {
        const struct carried *e = m->next[i];
        struct kept kept = {.name = e->name, .number = e->number, .sha256 = e->sha256};
        struct bundle b;
        if (!cargo_read(c, &m->cargo, group, e->file, e->sha256, &kept.bytes)) return false;
        struct arena scratch = *group;
        if (!bundle_open(&scratch, &c->diags, m->file, kept.bytes, e->name, &b)) return false;
        keeper_put(&m->keeper, &kept, &b);
    }
    return keeper_keep(&m->keeper);
}

static bool keep_groups(struct importing *m, struct carried *const *list, size_t n,
                        bool (*keep)(struct importing *m, struct arena *group, size_t from, size_t n)) {
    struct arena group = arena_open((size_t)1 << 33);
    bool fine = true;
    arena_reserve(m->c->a, &m->keeper.waiting, n);
    for (size_t i = 0, some; i < n && fine; i += some) {
        some = group_of(list, i, n);
        fine = keep(m, &group, i, some);
        arena_clear(&group);
    }
    arena_close(&group);
    return fine;
}

/* Whether the bundles are in the archive as they were in the file. */
static bool kept_right(struct importing *m, struct carried *const *list, size_t n) {
    struct call *c = m->c;
    bool fine = true;
    for (size_t i = 0; i < n && fine; i++) {
        struct arena scratch = arena_open((size_t)1 << 31);
        struct text path = store_path(&m->keeper.store, &scratch, list[i]->name), bytes;
        fine = store_read(&m->keeper.store, &scratch, &c->diags, list[i]->name, &bytes);
        if (fine && !text_equal(digest_hex(&scratch, digest_of(bytes)), list[i]->sha256)) {
            DIAG0(&c->diags, ((struct place){.file = path}), IMPORT_CHANGED);
            fine = false;
        }
        arena_close(&scratch);
    }
    return fine;
}

/* All of it or nothing. */
static void keep(struct importing *m) {
    struct call *c = m->c;
    if (!announce(m) || !keep_resources(m) || !keep_groups(m, m->lost, m->nlost, keep_lost) ||
        !keep_groups(m, m->next, m->nnext, keep_next) || !kept_right(m, m->lost, m->nlost) ||
        !kept_right(m, m->next, m->nnext) || !keeper_commit(&m->keeper))
        return;
    for (size_t i = 0; i < m->nlost; i++) {
        build_text(&c->out, store_path(&m->keeper.store, c->a, m->lost[i]->name));
        build_char(&c->out, '\n');
    }
}

/* An archive that is not there yet is not made for what would not fit into it. */
static bool fits_new(struct importing *m) {
    order(m, (struct text){0});
    if (m->nnext < m->cargo.editions.n) tell_foreign(m);
    bool fine = m->nnext == m->cargo.editions.n;
    for (size_t i = 0; i < m->cargo.editions.n; i++) m->placed[i] = false;
    m->nnext = 0;
    return fine;
}

static void import(struct importing *m, struct text folder) {
    struct call *c = m->c;
    if (!file_is_folder(file_path(c->a, folder, T("editions"))) && !fits_new(m)) return;
    if (!keeper_open(&m->keeper, c, folder)) return;
    pass_over(m);
    order(m, m->keeper.before);
    find_lost(m);
    tell_foreign(m);
    check_needs(m, m->next, m->nnext);
    check_needs(m, m->lost, m->nlost);
    if (!diags_fine(&c->diags)) return;
    if (!m->nnext && !m->nlost) DIAG0(&c->diags, place_of(m), IMPORT_SAME);
    else keep(m);
}

void command_import(struct call *c, char **words) {
    struct keep_options o = {0};
    struct arguments rest = {0};
    struct importing m = {.c = c, .keeper.store.lock = -1};
    if (!keep_words(c, T("griot import"), words, false, 1, 1, &o, &rest, "FILE.zip")) return;
    m.file = rest.at[0];
    struct text folder = keep_folder(c, &o);
    if (diags_fine(&c->diags) && cargo_open(c, m.file, m.file, &m.cargo)) {
        m.next = arena_new(c->a, struct carried *, m.cargo.editions.n);
        m.lost = arena_new(c->a, struct carried *, m.cargo.editions.n);
        m.placed = arena_new(c->a, bool, m.cargo.editions.n);
        import(&m, folder);
        keeper_close(&m.keeper);
    }
    cargo_close(&m.cargo);
}
