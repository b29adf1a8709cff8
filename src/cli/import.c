/* griot import: editions of another archive are kept in this one, where they continue its chain or
 * fill its gaps, and where nothing stands in their way. All is looked at before anything is kept. */
#include "cli/commands.h"

#include "base/file.h"
#include "cli/cargo.h"
#include "cli/keeper.h"

enum { CARGO_CAP = (1 << 30) + (64 << 20) };

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
        struct text path = store_path(&m->keeper.store, c->a, e->name), bytes;
        m->placed[i] = file_exists(path);
        if (m->placed[i] && store_read(&m->keeper.store, &scratch, &c->diags, e->name, &bytes) &&
            !text_equal(bytes, e->bytes))
            DIAG(&c->diags, ((struct place){.file = path}), IMPORT_CONFLICT,
                 edition_name_text(c->a, e->name));
        arena_close(&scratch);
    }
}

/* Whether an edition that is kept names this one as the one before. */
static bool awaited(struct importing *m, const struct carried *e) {
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
        for (size_t k = 0; k < list[i]->needs.n; k++) {
            struct text sha256 = list[i]->needs.at[k];
            if (cargo_resource(&m->cargo, sha256) ||
                file_exists(store_resource_path(&m->keeper.store, c->a, sha256)))
                continue;
            DIAG(&c->diags, place_of(m), IMPORT_RESOURCE, edition_name_text(c->a, list[i]->name),
                 sha256);
        }
}

/* --- keeping --- */

/* Those that continue the chain wait for the rest. */
static bool put_next(struct importing *m) {
    for (size_t i = 0; i < m->nnext; i++) {
        const struct carried *e = m->next[i];
        struct arena scratch = arena_open((size_t)1 << 32);
        struct kept kept = {.name = e->name, .number = e->number, .bytes = e->bytes,
                            .sha256 = e->sha256};
        struct bundle b;
        bool fine = bundle_open(&scratch, &m->c->diags, m->file, e->bytes, e->name, &b);
        if (fine) keeper_put(&m->keeper, &kept, &b);
        arena_close(&scratch);
        if (!fine) return false;
    }
    return true;
}

/* All that is to come: where the import is stopped, the next publisher takes it back. */
static bool announce(struct importing *m) {
    struct arena *a = m->c->a;
    struct undertaking u = {0};
    for (size_t i = 0; i < m->nlost; i++)
        arena_push(a, &u.bundles, ((struct kept_name){m->lost[i]->name, m->lost[i]->sha256}));
    for (size_t i = 0; i < m->cargo.resources.n; i++) {
        struct text sha256 = m->cargo.resources.at[i].name;
        if (!file_exists(store_resource_path(&m->keeper.store, a, sha256)))
            arena_push(a, &u.resources, sha256);
    }
    return keeper_announce(&m->keeper, &u);
}

static bool keep_resources(struct importing *m) {
    for (size_t i = 0; i < m->cargo.resources.n; i++) {
        const struct zip_file *f = &m->cargo.resources.at[i];
        if (!store_put_packed(&m->keeper.store, &m->c->diags, f->name, f->bytes)) return false;
    }
    return true;
}

/* What was lost goes back to its place; the chain and the journal know it. */
static bool keep_lost(struct importing *m) {
    struct call *c = m->c;
    struct kept_bundle *bundles = arena_new(c->a, struct kept_bundle, m->nlost);
    for (size_t i = 0; i < m->nlost; i++)
        bundles[i] = (struct kept_bundle){m->lost[i]->name, m->lost[i]->bytes};
    return !m->nlost || store_keep(&m->keeper.store, &c->diags, bundles, m->nlost);
}

/* All of it or nothing. */
static void keep(struct importing *m) {
    struct call *c = m->c;
    if (!put_next(m) || !announce(m) || !keep_resources(m) || !keep_lost(m) ||
        !keeper_commit(&m->keeper))
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
    struct text bytes;
    if (!keep_words(c, T("griot import"), words, false, 1, 1, &o, &rest, "FILE.zip")) return;
    m.file = rest.at[0];
    struct text folder = keep_folder(c, &o);
    if (!diags_fine(&c->diags) || !file_read(c->a, &c->diags, m.file, CARGO_CAP, &bytes) ||
        !cargo_open(c, m.file, bytes, &m.cargo))
        return;
    m.next = arena_new(c->a, struct carried *, m.cargo.editions.n);
    m.lost = arena_new(c->a, struct carried *, m.cargo.editions.n);
    m.placed = arena_new(c->a, bool, m.cargo.editions.n);
    import(&m, folder);
    keeper_close(&m.keeper);
}
