/* See store.h. */
#include "archive/store.h"

#include "base/deflate.h"
#include "base/digest.h"
#include "base/gzip.h"
#include "base/parallel.h"

#include <stdlib.h>

enum { HEX = 64, BUNDLE_CAP = 1 << 30, HEAD_CAP = 256, RESOURCE_CAP = 256 << 20, JOURNAL_CAP = 1 << 30 };

static struct text path_in(const struct store *s, struct arena *a, const char *name) {
    return file_path(a, s->root, text_of(name));
}

bool store_open(struct store *s, struct arena *a, struct diags *d, struct text root) {
    *s = (struct store){.a = a, .root = root, .lock = -1};
    if (file_is_folder(path_in(s, a, "editions"))) return true;
    DIAG0(d, ((struct place){.file = root}), ARCHIVE_MISSING);
    return false;
}

/* --- strange files --- */

static void tell_strange(const struct store *s, struct diags *d, struct text folder,
                         struct text name) {
    enum message m = text_starts(name, STORE_TEMPORARY) ? ARCHIVE_STALE : ARCHIVE_STRANGE;
    if (text_equal(name, T("unfinished")) && text_equal(folder, s->root)) m = ARCHIVE_UNFINISHED;
    DIAG0(d, ((struct place){.file = file_path(s->a, folder, name)}), m);
}

void store_strange(const struct store *s, struct diags *d) {
    static const char *const known[] = {
        "README.txt",           "editions",         "head",
        "journal.jsonl",        "resources",        "import",
        "catalogue.sqlite",     "catalogue.sqlite-wal", "catalogue.sqlite-shm",
        "catalogue.sqlite-journal"};
    struct names names = {0};
    if (!file_list(s->a, d, s->root, &names)) return;
    for (size_t i = 0; i < names.n; i++) {
        bool found = false;
        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            found |= text_equal(names.at[i], text_of(known[k]));
        if (!found) tell_strange(s, d, s->root, names.at[i]);
    }
}

/* --- editions --- */

static int name_order(const void *a, const void *b) {
    return edition_name_order(*(const struct edition_name *)a, *(const struct edition_name *)b);
}

/* The edition a file of this name holds; false where it is none. */
static bool name_of_file(struct text file, struct edition_name *out) {
    if (!text_ends(file, T(".zip"))) return false;
    if (!edition_name_parse(text_part(file, 0, file.n - 4), out) || out->revision == 1) return false;
    if (!out->revision) out->revision = 1;
    return true;
}

static bool list_year(const struct store *s, struct diags *d, bool strict, struct text year,
                      struct editions *out) {
    struct names names = {0};
    struct text folder = file_path(s->a, path_in(s, s->a, "editions"), year);
    if (!file_list(s->a, d, folder, &names)) return false;
    for (size_t i = 0; i < names.n; i++) {
        struct edition_name name;
        bool known = name_of_file(names.at[i], &name);
        struct text day = known ? edition_name_text(s->a, name) : (struct text){0};
        if (known && text_starts(day, year)) arena_push(s->a, out, name);
        else if (strict)
            tell_strange(s, d, folder, names.at[i]);
    }
    return true;
}

/* The bundles of the years from `from` to `to`. */
static bool list_years(const struct store *s, struct diags *d, bool strict, int64_t from,
                       int64_t to, struct editions *out) {
    struct names years = {0};
    struct text folder = path_in(s, s->a, "editions");
    if (!file_list(s->a, d, folder, &years)) return false;
    for (size_t i = 0; i < years.n; i++) {
        int64_t year;
        if (years.at[i].n == 4 && text_int(years.at[i], 1000, 9999, &year)) {
            bool wanted = year >= from && year <= to;
            if (wanted && !list_year(s, d, strict, years.at[i], out)) return false;
        } else if (strict) {
            tell_strange(s, d, folder, years.at[i]);
        }
    }
    if (out->n) qsort(out->at, out->n, sizeof *out->at, name_order);
    return true;
}

bool store_list(const struct store *s, struct diags *d, bool strict, struct editions *out) {
    return list_years(s, d, strict, 1000, 9999, out);
}

bool store_list_range(const struct store *s, struct diags *d, const struct range *r,
                      struct editions *out) {
    struct editions all = {0};
    int64_t from = r->from == DATE_OPEN_PAST ? 1000 : date_ymd(r->from).year;
    int64_t to = r->to == DATE_OPEN_FUTURE ? 9999 : date_ymd(r->to).year;
    if (!list_years(s, d, false, from, to, &all)) return false;
    for (size_t i = 0; i < all.n; i++)
        if (range_has(r, all.at[i])) arena_push(s->a, out, all.at[i]);
    return true;
}

bool store_find(const struct editions *all, struct edition_name *name) {
    for (size_t i = all->n; i--;) { /* from the latest revision on */
        const struct edition_name *n = &all->at[i];
        if (n->date != name->date || n->special != name->special) continue;
        if (name->revision && n->revision != name->revision) continue;
        *name = *n;
        return true;
    }
    return false;
}

struct text store_path(const struct store *s, struct arena *a, struct edition_name name) {
    struct text file = edition_name_text(a, name);
    return TEXT_JOIN(a, s->root, T("/editions/"), text_part(file, 0, 4), T("/"), file, T(".zip"));
}

bool store_read(const struct store *s, struct arena *a, struct diags *d, struct edition_name name,
                struct text *out) {
    return file_read(a, d, store_path(s, a, name), BUNDLE_CAP, out);
}

bool store_keep(const struct store *s, struct diags *d, const struct kept_bundle *bundles,
                size_t n) {
    struct arena scratch = arena_open((size_t)1 << 32); /* it takes much, and many groups may come */
    struct output *outs = arena_new(&scratch, struct output, n);
    bool free = true;
    for (size_t i = 0; i < n && free; i++) {
        outs[i] = (struct output){store_path(s, &scratch, bundles[i].name), bundles[i].bytes};
        free = !file_exists(outs[i].path);
        if (!free) DIAG0(d, ((struct place){.file = outs[i].path}), ARCHIVE_KEPT_ALREADY);
    }
    bool kept = free && files_keep(&scratch, d, outs, n);
    arena_close(&scratch);
    return kept;
}

void store_kept(struct store *s) {
    s->put.n = 0;
    s->fresh = false;
}

/* --- head and journal --- */

static bool is_hash(struct text t) {
    for (size_t i = 0; i < t.n; i++) {
        bool hex = (t.at[i] >= '0' && t.at[i] <= '9') || (t.at[i] >= 'a' && t.at[i] <= 'f');
        if (!hex) return false;
    }
    return t.n == HEX;
}

bool store_head(const struct store *s, struct arena *a, struct diags *d, struct text *out) {
    struct text path = path_in(s, a, "head"), bytes;
    *out = (struct text){0};
    if (!file_exists(path)) return true;
    if (!file_read(a, d, path, HEAD_CAP, &bytes)) return false;
    size_t end = text_find(bytes, T("\n"));
    *out = text_part(bytes, 0, end);
    if (is_hash(*out) && end + 1 >= bytes.n) return true;
    DIAG0(d, ((struct place){.file = path}), ARCHIVE_HEAD_BROKEN);
    return false;
}

bool store_set_head(const struct store *s, struct diags *d, struct text sha256) {
    struct output out = {path_in(s, s->a, "head"), TEXT_JOIN(s->a, sha256, T("\n"))};
    if (!sha256.n) return file_remove(out.path);
    return files_put(d, &out, 1, true, false);
}

bool store_journal_lines(const struct store *s, struct arena *a, struct diags *d,
                         struct text *out) {
    struct text path = path_in(s, a, "journal.jsonl");
    *out = (struct text){0};
    return !file_exists(path) || file_read(a, d, path, JOURNAL_CAP, out);
}

int64_t store_journal_size(const struct store *s) {
    int64_t n = file_size(path_in(s, s->a, "journal.jsonl"));
    return n > 0 ? n : 0;
}

bool store_cut_journal(const struct store *s, struct diags *d, int64_t size) {
    struct text path = path_in(s, s->a, "journal.jsonl");
    if (!size) return !file_exists(path) || file_remove_durably(d, path);
    return store_journal_size(s) <= size || file_cut(d, path, size);
}

bool store_journal(const struct store *s, struct diags *d, struct text lines) {
    return file_append(d, path_in(s, s->a, "journal.jsonl"), lines);
}

/* --- resources --- */

struct text store_resource_path(const struct store *s, struct arena *a, struct text sha256) {
    return TEXT_JOIN(a, s->root, T("/resources/"), text_part(sha256, 0, 2), T("/"), sha256,
                     T(".gz"));
}

/* Resources on their way, each compressed by one thread. */
struct pressing {
    const struct resource *resources;
    struct output *outs;
    struct arena *arenas; /* one a resource */
};

static void press_one(void *shared, size_t i, size_t worker) {
    struct pressing *p = shared;
    (void)worker;
    p->arenas[i] = arena_open((size_t)1 << 29);
    p->outs[i].bytes = gzip_bytes(&p->arenas[i], p->resources[i].bytes);
}

bool store_put_resources(struct store *s, struct diags *d, const struct resource *resources,
                         size_t n) {
    struct arena scratch = arena_open((size_t)1 << 24);
    struct resource *new = arena_new(&scratch, struct resource, n);
    struct pressing p = {new, arena_new(&scratch, struct output, n),
                         arena_new(&scratch, struct arena, n)};
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        p.outs[k].path = store_resource_path(s, &scratch, resources[i].sha256);
        bool twice = false;
        for (size_t j = 0; j < k; j++) twice |= text_equal(new[j].sha256, resources[i].sha256);
        if (!twice && !file_exists(p.outs[k].path)) new[k++] = resources[i];
    }
    parallel_run(parallel_width(), k, press_one, &p);
    bool fine = !k || files_keep(&scratch, d, p.outs, k);
    for (size_t i = 0; i < k && fine; i++)
        arena_push(s->a, &s->put, text_copy(s->a, new[i].sha256));
    for (size_t i = 0; i < k; i++) arena_close(&p.arenas[i]);
    arena_close(&scratch);
    return fine;
}

bool store_put_packed(struct store *s, struct diags *d, struct text sha256,
                      struct text file) {
    struct output out = {store_resource_path(s, s->a, sha256), file};
    if (file_exists(out.path)) return true;
    if (!files_put(d, &out, 1, true, true)) return false;
    arena_push(s->a, &s->put, sha256);
    return true;
}

bool store_resource(const struct store *s, struct arena *a, struct diags *d, struct text sha256,
                    struct text *out) {
    struct text path = store_resource_path(s, a, sha256), file;
    if (!is_hash(sha256)) {
        DIAG(d, ((struct place){.file = s->root}), ARCHIVE_NOT_HASH, sha256);
        return false;
    }
    if (!file_exists(path)) {
        DIAG0(d, ((struct place){.file = path}), RESOURCE_MISSING);
        return false;
    }
    if (!file_read(a, d, path, RESOURCE_CAP, &file)) return false;
    if (gunzip_bytes(a, file, RESOURCE_CAP, out) &&
        text_equal(digest_hex(a, digest_of(*out)), sha256))
        return true;
    DIAG0(d, ((struct place){.file = path}), RESOURCE_BROKEN);
    return false;
}

/* The resources of a folder AB. */
static bool list_resources(const struct store *s, struct diags *d, struct text folder,
                           struct names *out) {
    struct names files = {0};
    if (!file_list(s->a, d, folder, &files)) return false;
    for (size_t i = 0; i < files.n; i++) {
        struct text hash = text_part(files.at[i], 0, HEX);
        bool right = is_hash(hash) && text_equal(text_after(files.at[i], HEX), T(".gz")) &&
                     text_equal(text_part(hash, 0, 2), file_name(folder));
        if (right) arena_push(s->a, out, hash);
        else tell_strange(s, d, folder, files.at[i]);
    }
    return true;
}

bool store_resources(const struct store *s, struct diags *d, struct names *out) {
    struct names folders = {0};
    struct text root = path_in(s, s->a, "resources");
    if (!file_exists(root)) return true;
    if (!file_list(s->a, d, root, &folders)) return false;
    for (size_t i = 0; i < folders.n; i++) {
        struct text folder = file_path(s->a, root, folders.at[i]);
        if (!file_is_folder(folder)) tell_strange(s, d, root, folders.at[i]);
        else if (!list_resources(s, d, folder, out)) return false;
    }
    return true;
}
