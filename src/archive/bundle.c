/* See bundle.h. */
#include "archive/bundle.h"

#define RECIPE T("recipe.yaml")

void bundle_add(struct arena *a, struct bundle *b, struct ingredients *list, struct text name,
                struct text file, struct text bytes, bool stored) {
    struct text sha256 = digest_hex(a, digest_of(bytes));
    arena_push(a, list, ((struct ingredient){name, file, sha256}));
    if (!bag_find(&b->files, file))
        arena_push(a, &b->files, ((struct zip_file){file, bytes, stored}));
}

bool bundle_pack(struct arena *a, struct diags *d, const struct bundle *b, struct text publisher,
                 struct text *out) {
    struct build recipe = {.arena = a};
    struct zip_files payload = {0}, all = {0};
    struct text base = edition_name_text(a, b->recipe.name);
    struct bag_info info = {publisher, base, b->recipe.title, b->recipe.name.date};
    recipe_print(&recipe, &b->recipe);
    arena_push(a, &payload, ((struct zip_file){RECIPE, build_done(&recipe), false}));
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

/* Holds what the recipe names by file against its hash. */
static bool check_list(struct arena *a, struct diags *d, struct text where, const struct bundle *b,
                       const struct ingredients *list) {
    bool fine = true;
    for (size_t i = 0; i < list->n; i++) {
        struct arena scratch = *a;
        struct text bytes;
        if (!list->at[i].file.n) continue;
        if (!bundle_file(b, d, where, list->at[i].file, &bytes)) {
            fine = false;
        } else if (!text_equal(digest_hex(&scratch, digest_of(bytes)), list->at[i].sha256)) {
            DIAG(d, ((struct place){.file = where}), BUNDLE_RECIPE_HASH, list->at[i].file);
            fine = false;
        }
    }
    return fine;
}

bool bundle_open(struct arena *a, struct diags *d, struct text where, struct text bytes,
                 struct edition_name name, struct bundle *out) {
    struct zip_files all = {0}, payload = {0};
    struct text base, wanted = edition_name_text(a, name);
    *out = (struct bundle){0};
    if (!zip_unpack(a, d, where, bytes, &all) || !bag_check(a, d, where, &all, &base, &payload))
        return false;
    const struct zip_file *recipe = bag_find(&payload, RECIPE);
    if (!recipe) {
        DIAG(d, ((struct place){.file = where}), BUNDLE_NO_FILE, RECIPE);
        return false;
    }
    for (size_t i = 0; i < payload.n; i++)
        if (&payload.at[i] != recipe) arena_push(a, &out->files, payload.at[i]);
    if (!recipe_read(a, d, TEXT_JOIN(a, where, T("/"), RECIPE), recipe->bytes, &out->recipe))
        return false;
    if (!text_equal(base, wanted) || edition_name_order(out->recipe.name, name)) {
        DIAG(d, ((struct place){.file = where}), BUNDLE_OTHER, base, wanted);
        return false;
    }
    const struct recipe *r = &out->recipe;
    bool fine = check_list(a, d, where, out, &r->sources);
    fine &= check_list(a, d, where, out, &r->settings);
    return check_list(a, d, where, out, &r->outputs) && fine;
}
