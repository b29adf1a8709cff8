/* See cargo.h. The file depends on what is in it only. */
#include "cli/cargo.h"

#include "base/deflate.h"
#include "base/file.h"

enum { RESOURCE_CAP = 256 << 20, TAGS_CAP = 256 << 20, HEX = 64 };

#define BASE T("griot-export")

const struct carried_resource *cargo_resource(const struct cargo *cargo, struct text sha256) {
    for (size_t i = 0; i < cargo->resources.n; i++)
        if (text_equal(cargo->resources.at[i].sha256, sha256)) return &cargo->resources.at[i];
    return NULL;
}

static bool same_needs(const struct names *needs, const struct ingredients *resources) {
    bool same = needs->n == resources->n;
    for (size_t i = 0; same && i < needs->n; i++)
        same = text_equal(needs->at[i], resources->at[i].sha256);
    return same;
}

/* The hashes of what an edition needs: most often the same list as that of the one before. */
static const struct names *needs_of(struct arena *a, const struct cargo *cargo,
                                    const struct ingredients *resources) {
    size_t n = cargo->editions.n;
    if (n && same_needs(cargo->editions.at[n - 1].needs, resources))
        return cargo->editions.at[n - 1].needs;
    struct names *needs = arena_new(a, struct names, 1);
    for (size_t i = 0; i < resources->n; i++)
        arena_push(a, needs, text_copy(a, resources->at[i].sha256));
    return needs;
}

/* What the bundle says that is needed later; the bundle itself is not kept in memory. */
static struct carried *add_edition(struct call *c, struct arena *scratch, struct diags *d,
                                   struct text where, struct edition_name name, struct text bytes,
                                   struct cargo *out) {
    struct bundle b;
    if (!bundle_open(scratch, d, where, bytes, name, &b)) return NULL;
    struct carried e = {.name = name,
                        .number = b.recipe.number,
                        .size = bytes.n,
                        .sha256 = digest_hex(c->a, digest_of(bytes)),
                        .before = text_copy(c->a, b.recipe.before),
                        .needs = needs_of(c->a, out, &b.recipe.resources)};
    arena_push(c->a, &out->editions, e);
    return &out->editions.at[out->editions.n - 1];
}

/* Adds the resource whose gzip file this is. */
static struct carried_resource *add_resource(struct call *c, struct text sha256, struct text file,
                                             struct cargo *out) {
    struct carried_resource r = {.sha256 = text_copy(c->a, sha256),
                                 .packed = digest_hex(c->a, digest_of(file)),
                                 .size = file.n};
    arena_push(c->a, &out->resources, r);
    return &out->resources.at[out->resources.n - 1];
}

/* --- loading and packing --- */

static bool load_resource(struct call *c, const struct store *s, struct text sha256,
                          struct cargo *out) {
    if (cargo_resource(out, sha256)) return true;
    struct arena scratch = arena_open((size_t)1 << 30);
    struct text path = store_resource_path(s, c->a, sha256), file, bytes;
    bool fine = store_resource(s, &scratch, &c->diags, sha256, &bytes) &&
                file_read(&scratch, &c->diags, path, RESOURCE_CAP, &file);
    if (fine) add_resource(c, sha256, file, out);
    arena_close(&scratch);
    return fine;
}

bool cargo_load(struct call *c, const struct store *s, struct edition_name name,
                struct cargo *out) {
    struct arena scratch = arena_open((size_t)1 << 32);
    struct text bytes;
    bool fine = store_read(s, &scratch, &c->diags, name, &bytes) &&
                add_edition(c, &scratch, &c->diags, store_path(s, &scratch, name), name, bytes, out);
    arena_close(&scratch);
    if (!fine) return false;
    size_t n = out->editions.n;
    const struct names *needs = out->editions.at[n - 1].needs;
    if (n > 1 && needs == out->editions.at[n - 2].needs) return true; /* there, or told */
    for (size_t i = 0; i < needs->n; i++) fine &= load_resource(c, s, needs->at[i], out);
    return fine;
}

/* Where a file stands in an archive, from its folder on. */
static struct text inside(const struct store *s, struct text path) {
    return text_after(path, s->root.n + 1);
}

bool cargo_pack(struct call *c, const struct store *s, const struct cargo *cargo, struct text range,
                struct text where, struct text path) {
    struct arena scratch = arena_open((size_t)1 << 32), *a = &scratch; /* it takes much, and more is to come */
    struct zip_files payload = {0}, all = {0};
    arena_reserve(a, &payload, cargo->editions.n + cargo->resources.n);
    for (size_t i = 0; i < cargo->editions.n; i++) {
        const struct carried *e = &cargo->editions.at[i];
        struct text file = store_path(s, a, e->name);
        arena_push(a, &payload,
                   ((struct zip_file){.name = inside(s, file), .path = file, .size = e->size,
                                      .sha256 = e->sha256, .stored = true}));
    }
    for (size_t i = 0; i < cargo->resources.n; i++) {
        const struct carried_resource *r = &cargo->resources.at[i];
        struct text file = store_resource_path(s, a, r->sha256);
        arena_push(a, &payload,
                   ((struct zip_file){.name = inside(s, file), .path = file, .size = r->size,
                                      .sha256 = r->packed, .stored = true}));
    }
    date last = cargo->editions.at[cargo->editions.n - 1].name.date;
    struct bag_info info = {.identifier = range, .day = last};
    bag_make(a, BASE, &info, &payload, &all);
    bool fine = zip_write(&c->diags, where, path, &all, last);
    arena_close(&scratch);
    return fine;
}

/* --- opening --- */

/* A cargo being opened. What its payload is told for waits until the bag is known to be sound. */
struct opening {
    struct call *c;
    struct text where;
    struct cargo *cargo;
    struct zip_files all; /* of its bag */
    struct text data;     /* what names of the payload begin with */
    uint64_t tags;        /* bytes that other files may still have */
    struct diags later;
    bool whole, fit; /* each file is sound as the ZIP says; and is one that belongs here */
};

/* editions/YEAR/NAME.zip, in no other spelling. */
static bool edition_of(struct arena *a, struct text name, struct edition_name *out) {
    struct store none = {.a = a, .root = T("")};
    struct text file = file_name(name);
    if (!text_ends(file, T(".zip")) || !edition_name_parse(text_part(file, 0, file.n - 4), out))
        return false;
    if (!out->revision) out->revision = 1;
    return text_equal(text_after(store_path(&none, a, *out), 1), name);
}

static bool resource_sound(struct arena *scratch, struct text sha256, struct text file) {
    struct text bytes;
    return gunzip_bytes(scratch, file, RESOURCE_CAP, &bytes) &&
           text_equal(digest_hex(scratch, digest_of(bytes)), sha256);
}

static bool take_edition(struct opening *o, struct arena *scratch, size_t file, struct text where,
                         struct edition_name name, struct text bytes) {
    struct carried *e = add_edition(o->c, scratch, &o->later, where, name, bytes, o->cargo);
    if (e) e->file = file;
    return e != NULL;
}

static bool take_resource(struct opening *o, struct arena *scratch, size_t file, struct text where,
                          struct text sha256, struct text bytes) {
    bool sound = resource_sound(scratch, sha256, bytes);
    if (sound) add_resource(o->c, sha256, bytes, o->cargo)->file = file;
    else DIAG0(&o->later, ((struct place){.file = where}), RESOURCE_BROKEN);
    return sound;
}

static bool take_payload(struct opening *o, struct arena *scratch, size_t file, struct text name,
                         struct text bytes) {
    struct store none = {.a = scratch, .root = T("")};
    struct edition_name edition;
    struct text sha256 = text_part(file_name(name), 0, HEX);
    struct text where = TEXT_JOIN(scratch, o->where, T("/"), name);
    if (edition_of(scratch, name, &edition))
        return take_edition(o, scratch, file, where, edition, bytes);
    if (text_equal(text_after(store_resource_path(&none, scratch, sha256), 1), name))
        return take_resource(o, scratch, file, where, sha256, bytes);
    DIAG(&o->later, ((struct place){.file = o->where}), CARGO_STRANGE, name);
    return false;
}

/* Reads the file, one alone: its hash for the bag, and what it is to be. Files beside the payload stay. */
static void open_file(struct opening *o, size_t i) {
    struct call *c = o->c;
    struct zip_file *f = &o->all.at[i];
    struct arena scratch = arena_open((size_t)1 << 33);
    bool payload = text_starts(f->name, o->data);
    struct text bytes;
    f->broken = !zip_reader_read(o->cargo->reader, &scratch, &c->diags, i, &bytes);
    o->whole &= !f->broken;
    if (!f->broken) f->sha256 = digest_hex(c->a, digest_of(bytes));
    if (!f->broken && payload)
        o->fit &= take_payload(o, &scratch, i, text_after(f->name, o->data.n), bytes);
    if (!f->broken && !payload) f->bytes = text_copy(c->a, bytes);
    arena_close(&scratch);
}

static bool tags_fit(struct opening *o) {
    uint64_t room = TAGS_CAP;
    for (size_t i = 0; i < o->all.n; i++) {
        const struct zip_file *f = &o->all.at[i];
        if (text_starts(f->name, o->data)) continue;
        if (f->size > room) {
            DIAG0(&o->c->diags, ((struct place){.file = o->where}), ZIP_TOO_LARGE);
            return false;
        }
        room -= f->size;
    }
    return true;
}

static bool check_opened(struct opening *o) {
    struct call *c = o->c;
    struct arena scratch = arena_open((size_t)1 << 32);
    struct zip_files payload = {0};
    struct names faulty = {0};
    struct text base;
    bool sound = o->whole && bag_check(&scratch, &c->diags, o->where, &o->all, &base, &payload, &faulty);
    arena_close(&scratch);
    if (!sound) return false;
    diags_merge(&c->diags, &o->later);
    if (o->fit && !o->cargo->editions.n)
        DIAG0(&c->diags, ((struct place){.file = o->where}), CARGO_EMPTY);
    return o->fit && o->cargo->editions.n;
}

bool cargo_open(struct call *c, struct text where, struct text path, struct cargo *out) {
    *out = (struct cargo){.where = where,
                          .reader = zip_reader_open(c->a, &c->diags, where, path)};
    if (!out->reader) return false;
    struct opening o = {.c = c, .where = where, .cargo = out, .all = *zip_reader_files(out->reader),
                        .later = diags_make(c->a), .whole = true, .fit = true};
    struct text first = o.all.n ? o.all.at[0].name : (struct text){0};
    o.data = TEXT_JOIN(c->a, text_part(first, 0, text_find(first, T("/"))), T("/data/"));
    if (!tags_fit(&o)) return false;
    arena_reserve(c->a, &out->editions, o.all.n);
    for (size_t i = 0; i < o.all.n; i++) open_file(&o, i);
    return check_opened(&o);
}

void cargo_close(struct cargo *cargo) {
    zip_reader_close(cargo->reader);
    cargo->reader = NULL;
}

bool cargo_read(struct call *c, const struct cargo *cargo, struct arena *a, size_t file,
                struct text sha256, struct text *out) {
    const struct zip_file *f = &zip_reader_files(cargo->reader)->at[file];
    if (!zip_reader_read(cargo->reader, a, &c->diags, file, out)) return false;
    if (text_equal(digest_hex(a, digest_of(*out)), sha256)) return true;
    DIAG(&c->diags, ((struct place){.file = cargo->where}), BAG_FILE_CHANGED, f->name);
    return false;
}
