/* See cargo.h. The file depends on what is in it only. */
#include "cli/cargo.h"

#include "base/file.h"
#include "base/gzip.h"

enum { RESOURCE_CAP = 256 << 20, HEX = 64 };

#define BASE T("griot-export")

const struct zip_file *cargo_resource(const struct cargo *cargo, struct text sha256) {
    return bag_find(&cargo->resources, sha256);
}

/* What the bundle says that is needed later; the bundle itself is not kept in memory. */
static void take_recipe(struct arena *a, const struct recipe *r, struct carried *out) {
    out->number = r->number;
    out->before = text_copy(a, r->before);
    for (size_t i = 0; i < r->resources.n; i++)
        arena_push(a, &out->needs, text_copy(a, r->resources.at[i].sha256));
}

static bool add_edition(struct call *c, struct text where, struct edition_name name,
                        struct text bytes, struct cargo *out) {
    struct arena scratch = arena_open((size_t)1 << 32);
    struct carried e = {.name = name, .bytes = bytes};
    struct bundle b;
    bool fine = bundle_open(&scratch, &c->diags, where, bytes, name, &b);
    if (fine) {
        e.sha256 = digest_hex(c->a, digest_of(bytes));
        take_recipe(c->a, &b.recipe, &e);
        arena_push(c->a, &out->editions, e);
    }
    arena_close(&scratch);
    return fine;
}

/* --- loading and packing --- */

static bool load_resource(struct call *c, const struct store *s, struct text sha256,
                          struct cargo *out) {
    struct arena scratch = arena_open((size_t)1 << 30);
    struct text path = store_resource_path(s, c->a, sha256), file, bytes;
    bool fine = cargo_resource(out, sha256) != NULL;
    if (!fine && store_resource(s, &scratch, &c->diags, sha256, &bytes) &&
        file_read(c->a, &c->diags, path, RESOURCE_CAP, &file)) {
        arena_push(c->a, &out->resources,
                   ((struct zip_file){.name = sha256, .bytes = file, .stored = true}));
        fine = true;
    }
    arena_close(&scratch);
    return fine;
}

bool cargo_load(struct call *c, const struct store *s, struct edition_name name,
                struct cargo *out) {
    struct text bytes;
    if (!store_read(s, c->a, &c->diags, name, &bytes) ||
        !add_edition(c, store_path(s, c->a, name), name, bytes, out))
        return false;
    const struct carried *e = &out->editions.at[out->editions.n - 1];
    bool fine = true;
    for (size_t i = 0; i < e->needs.n; i++) fine &= load_resource(c, s, e->needs.at[i], out);
    return fine;
}

bool cargo_pack(struct call *c, const struct cargo *cargo, struct text range, struct text *out) {
    struct arena *a = c->a;
    struct zip_files payload = {0}, all = {0};
    struct store none = {.a = a, .root = T("")};
    for (size_t i = 0; i < cargo->editions.n; i++) {
        const struct carried *e = &cargo->editions.at[i];
        arena_push(a, &payload,
                   ((struct zip_file){.name = text_after(store_path(&none, a, e->name), 1),
                                      .bytes = e->bytes,
                                      .stored = true}));
    }
    for (size_t i = 0; i < cargo->resources.n; i++) {
        struct zip_file f = cargo->resources.at[i];
        f.name = text_after(store_resource_path(&none, a, f.name), 1);
        arena_push(a, &payload, f);
    }
    date last = cargo->editions.at[cargo->editions.n - 1].name.date;
    struct bag_info info = {.identifier = range, .day = last};
    bag_make(a, BASE, &info, &payload, &all);
    return zip_pack(a, &c->diags, &all, last, out);
}

/* --- opening --- */

/* editions/YEAR/NAME.zip, in no other spelling. */
static bool edition_of(struct call *c, struct text name, struct edition_name *out) {
    struct store none = {.a = c->a, .root = T("")};
    struct text file = file_name(name);
    if (!text_ends(file, T(".zip")) || !edition_name_parse(text_part(file, 0, file.n - 4), out))
        return false;
    if (!out->revision) out->revision = 1;
    return text_equal(text_after(store_path(&none, c->a, *out), 1), name);
}

static bool resource_sound(struct call *c, struct text sha256, struct text file) {
    struct arena scratch = arena_open((size_t)1 << 30);
    struct text bytes;
    bool sound = gunzip_bytes(&scratch, file, RESOURCE_CAP, &bytes) &&
                 text_equal(digest_hex(c->a, digest_of(bytes)), sha256);
    arena_close(&scratch);
    return sound;
}

static bool take_file(struct call *c, struct text where, const struct zip_file *f,
                      struct cargo *out) {
    struct store none = {.a = c->a, .root = T("")};
    struct edition_name name;
    struct text sha256 = text_part(file_name(f->name), 0, HEX);
    struct text inside = TEXT_JOIN(c->a, where, T("/"), f->name);
    if (edition_of(c, f->name, &name)) return add_edition(c, inside, name, f->bytes, out);
    if (!text_equal(text_after(store_resource_path(&none, c->a, sha256), 1), f->name)) {
        DIAG(&c->diags, ((struct place){.file = where}), CARGO_STRANGE, f->name);
        return false;
    }
    if (!resource_sound(c, sha256, f->bytes)) {
        DIAG0(&c->diags, ((struct place){.file = inside}), RESOURCE_BROKEN);
        return false;
    }
    arena_push(c->a, &out->resources,
               ((struct zip_file){.name = sha256, .bytes = f->bytes, .stored = true}));
    return true;
}

bool cargo_open(struct call *c, struct text where, struct text bytes, struct cargo *out) {
    struct zip_files all = {0}, payload = {0};
    struct names faulty = {0};
    struct text base;
    *out = (struct cargo){0};
    if (!zip_unpack(c->a, &c->diags, where, bytes, &all) ||
        !bag_check(c->a, &c->diags, where, &all, &base, &payload, &faulty))
        return false;
    bool fine = true;
    for (size_t i = 0; i < payload.n; i++) fine &= take_file(c, where, &payload.at[i], out);
    if (fine && !out->editions.n) DIAG0(&c->diags, ((struct place){.file = where}), CARGO_EMPTY);
    return fine && out->editions.n;
}
