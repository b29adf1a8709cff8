/* See bundle.h. */
#include "archive/bundle.h"

#define RECIPE T("recipe.yaml")

void bundle_add(struct arena *a, struct bundle *b, struct ingredients *list, struct text name,
                struct text file, struct text bytes, bool stored) {
    struct text sha256 = digest_hex(a, digest_of(bytes));
    arena_push(a, list, ((struct ingredient){name, file, sha256}));
    if (!bag_find(&b->files, file))
        arena_push(a, &b->files,
                   ((struct zip_file){.name = file, .bytes = bytes, .stored = stored, .sha256 = sha256}));
}

bool bundle_pack(struct arena *a, struct diags *d, const struct bundle *b, struct text publisher,
                 struct text *out) {
    struct build recipe = {.arena = a};
    struct zip_files payload = {0}, all = {0};
    struct text base = edition_name_text(a, b->recipe.name);
    struct bag_info info = {publisher, base, b->recipe.title, b->recipe.name.date};
    recipe_print(&recipe, &b->recipe);
    arena_push(a, &payload, ((struct zip_file){.name = RECIPE, .bytes = build_done(&recipe)}));
    for (size_t i = 0; i < b->files.n; i++) arena_push(a, &payload, b->files.at[i]);
    bag_make(a, base, &info, &payload, &all);
    return zip_pack(a, d, &all, b->recipe.name.date, out);
}

bool bundle_file(const struct bundle *b, struct diags *d, struct text where, struct text file,
                 struct text *out) {
    const struct zip_file *f = bag_find(&b->files, file);
    if (f) *out = f->bytes;
    else DIAG(d, ((struct place){.file = where}), BUNDLE_NO_FILE, file);
    return f != NULL;
}

/* Holds what the recipe names by file against its hash. Files that are damaged themselves are told
 * already; of the others the bag's manifest has the hash. */
static bool check_list(struct diags *d, struct text where, struct bundle *b, struct arena *a,
                       const struct ingredients *list) {
    bool fine = true;
    for (size_t i = 0; i < list->n; i++) {
        struct text name = list->at[i].file;
        const struct zip_file *f = name.n ? bag_find(&b->files, name) : NULL;
        if (!name.n || (f && (!f->sha256.n || text_equal(f->sha256, list->at[i].sha256)))) continue;
        DIAG(d, ((struct place){.file = where}), f ? BUNDLE_RECIPE_HASH : BUNDLE_NO_FILE, name);
        arena_push(a, &b->faulty, TEXT_JOIN(a, T("data/"), name));
        fine = false;
    }
    return fine;
}

/* Takes the recipe out of the payload; the rest are the bundle's files. */
static const struct zip_file *part_recipe(struct arena *a, const struct zip_files *payload,
                                          struct zip_files *files) {
    const struct zip_file *recipe = bag_find(payload, RECIPE);
    for (size_t i = 0; i < payload->n; i++)
        if (&payload->at[i] != recipe) arena_push(a, files, payload->at[i]);
    return recipe;
}

bool bundle_open(struct arena *a, struct diags *d, struct text where, struct text bytes,
                 struct edition_name name, struct bundle *out) {
    struct zip_files all = {0}, payload = {0};
    struct text base, wanted = edition_name_text(a, name);
    struct recipe *r = &out->recipe;
    *out = (struct bundle){0};
    bool sound = zip_unpack(a, d, where, bytes, &all);
    if (!all.n || (!bag_check(a, d, where, &all, &base, &payload, &out->faulty) && !payload.n))
        return false;
    const struct zip_file *recipe = part_recipe(a, &payload, &out->files);
    if (!recipe || !recipe->sha256.n) {
        if (!recipe) DIAG(d, ((struct place){.file = where}), BAG_FILE_MISSING, T("data/recipe.yaml"));
        return false;
    }
    if (!recipe_read(a, d, TEXT_JOIN(a, where, T("/"), RECIPE), recipe->bytes, r)) {
        *r = (struct recipe){0};
        return false;
    }
    if (!text_equal(base, wanted) || edition_name_order(r->name, name)) {
        struct text other = text_equal(base, wanted) ? edition_name_text(a, r->name) : base;
        DIAG(d, ((struct place){.file = where}), BUNDLE_OTHER, other, wanted);
        return false;
    }
    sound &= check_list(d, where, out, a, &r->sources);
    sound &= check_list(d, where, out, a, &r->settings);
    return check_list(d, where, out, a, &r->outputs) && sound && !out->faulty.n;
}
