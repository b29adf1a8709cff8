/* See companions.h. */
#include "edition/companions.h"

#include "edition/picture.h"
#include "edition/table.h"

/* Names that lie in the folder itself. */
static bool lies_beside(struct text name) {
    if (!name.n || text_starts(name, T("."))) return false;
    for (size_t i = 0; i < name.n; i++) {
        char c = name.at[i];
        if (c == '/' || c == '\\' || c == ':' || (unsigned char)c < 0x20) return false;
    }
    return true;
}

static struct text mime_of(struct text name, struct text bytes) {
    if (file_ends(name, T(".csv"))) return T("text/csv");
    return text_starts(bytes, T("\xFF\xD8")) ? T("image/jpeg") : T("image/png");
}

/* Notes the file among the originals, once; false where another of that name is there. */
static bool note(struct companions *c, struct arena *a, struct text path, struct text bytes) {
    struct text name = file_name(path);
    for (size_t i = 0; i < c->originals->n; i++) {
        const struct original *o = &c->originals->at[i];
        if (text_equal(o->name, name)) return text_equal(o->bytes, bytes);
    }
    arena_push(a, c->originals, ((struct original){name, path, mime_of(name, bytes), bytes}));
    return true;
}

bool companions_fill(struct companions *c, struct arena *a, struct diags *d, struct place place,
                     struct text name, struct block *block) {
    struct text path = file_path(a, c->folder, name), bytes;
    bool table = file_ends(name, T(".csv"));
    if (!lies_beside(name)) {
        DIAG(d, place, COMPANION_OUTSIDE, name);
        return false;
    }
    if (!shelf_exists(c->shelf, path)) {
        DIAG(d, place, COMPANION_MISSING, name);
        return false;
    }
    if (!shelf_read(c->shelf, a, d, path, FILE_CAP, &bytes)) return false;
    if (!note(c, a, path, bytes)) {
        DIAG(d, place, COMPANION_CLASH, name);
        return false;
    }
    block->file = name;
    block->kind = table ? BLOCK_TABLE : BLOCK_FIGURE;
    if (table) {
        struct table *t = arena_new(a, struct table, 1);
        block->table = t;
        return table_read(a, d, path, bytes, t);
    }
    struct picture *p = arena_new(a, struct picture, 1);
    block->picture = p;
    return picture_read(a, d, place, name, bytes, p);
}
