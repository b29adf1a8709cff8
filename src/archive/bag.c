/* See bag.h. Percent-encoding of names in manifests is that of RFC 8493, 2.1.3: LF, CR and percent
 * sign, and nothing else. */
#include "archive/bag.h"

#include "base/digest.h"

enum { HEX = 64 };

#define DECLARATION T("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")

static struct text hash_of(struct arena *a, const struct zip_file *f) {
    return f->sha256.n ? f->sha256 : digest_hex(a, digest_of(f->bytes));
}

static void build_row(struct arena *a, struct build *b, const struct zip_file *f, struct text name) {
    build_text(b, hash_of(a, f));
    build_text(b, T("  "));
    for (size_t i = 0; i < name.n; i++) {
        if (name.at[i] == '%') build_text(b, T("%25"));
        else if (name.at[i] == '\n') build_text(b, T("%0A"));
        else if (name.at[i] == '\r') build_text(b, T("%0D"));
        else build_char(b, name.at[i]);
    }
    build_char(b, '\n');
}

static void build_label(struct build *b, const char *label, struct text value) {
    if (!value.n) return;
    build_text(b, text_of(label));
    build_text(b, T(": "));
    for (size_t i = 0; i < value.n; i++)
        build_char(b, value.at[i] == '\n' || value.at[i] == '\r' ? ' ' : value.at[i]);
    build_char(b, '\n');
}

static struct text info_text(struct arena *a, const struct bag_info *info,
                             const struct zip_files *payload) {
    struct build b = {.arena = a}, day = {.arena = a}, oxum = {.arena = a};
    uint64_t bytes = 0;
    for (size_t i = 0; i < payload->n; i++) bytes += payload->at[i].path.n ? payload->at[i].size : payload->at[i].bytes.n;
    date_print_iso(&day, info->day);
    build_int(&oxum, (int64_t)bytes);
    build_char(&oxum, '.');
    build_int(&oxum, (int64_t)payload->n);
    build_label(&b, "Source-Organization", info->organization);
    build_label(&b, "External-Identifier", info->identifier);
    build_label(&b, "External-Description", info->description);
    build_label(&b, "Bagging-Date", build_done(&day));
    build_label(&b, "Payload-Oxum", build_done(&oxum));
    return build_done(&b);
}

void bag_make(struct arena *a, struct text base, const struct bag_info *info,
              const struct zip_files *payload, struct zip_files *out) {
    struct build manifest = {.arena = a}, tags = {.arena = a};
    struct zip_file tag[] = {
        {.name = T("bagit.txt"), .bytes = DECLARATION},
        {.name = T("bag-info.txt"), .bytes = info_text(a, info, payload)},
        {.name = T("manifest-sha256.txt")}};
    struct text data = TEXT_JOIN(a, base, T("/data/"));
    for (size_t i = 0; i < payload->n; i++)
        build_row(a, &manifest, &payload->at[i], TEXT_JOIN(a, T("data/"), payload->at[i].name));
    tag[2].bytes = build_done(&manifest);
    for (int i = 0; i < 3; i++) {
        build_row(a, &tags, &tag[i], tag[i].name);
        tag[i].name = TEXT_JOIN(a, base, T("/"), tag[i].name);
        arena_push(a, out, tag[i]);
    }
    arena_push(a, out, ((struct zip_file){.name = TEXT_JOIN(a, base, T("/tagmanifest-sha256.txt")),
                                          .bytes = build_done(&tags)}));
    for (size_t i = 0; i < payload->n; i++) {
        struct zip_file f = payload->at[i];
        f.name = TEXT_JOIN(a, data, f.name);
        arena_push(a, out, f);
    }
}

/* --- checking --- */

/* The same, tried first from the place `from` on. */
static const struct zip_file *find_from(const struct zip_files *files, size_t from, struct text name) {
    for (size_t k = 0; k < files->n; k++) {
        size_t i = from + k < files->n ? from + k : from + k - files->n;
        if (text_equal(files->at[i].name, name)) return &files->at[i];
    }
    return NULL;
}

const struct zip_file *bag_find(const struct zip_files *files, struct text name) {
    return find_from(files, 0, name);
}

/* The name as it was before its row was written. */
static struct text decoded(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    if (text_find(t, T("%")) == t.n) return t;
    for (size_t i = 0; i < t.n; i++) {
        struct text three = text_part(t, i, i + 3);
        char c = t.at[i];
        if (text_equal(three, T("%25"))) i += 2;
        else if (text_equal(three, T("%0A")) || text_equal(three, T("%0a"))) c = '\n', i += 2;
        else if (text_equal(three, T("%0D")) || text_equal(three, T("%0d"))) c = '\r', i += 2;
        build_char(&b, c);
    }
    return build_done(&b);
}

/* A bag being checked. */
struct checking {
    struct arena *a;
    struct diags *d;
    struct text where, base; /* base: with its slash */
    const struct zip_files *files;
    size_t next;          /* the file behind that of the row before: most often that of the next */
    bool *listed;         /* by file */
    const struct zip_file **by; /* by file: the manifest whose row it had last */
    struct text *sha256;  /* by file: what the manifest says, once it is held against the bytes */
    struct names *faulty;
};

static void fault(struct checking *c, enum message m, struct text name) {
    diags_add(c->d, (struct place){.file = c->where}, m, &name, 1);
    arena_push(c->a, c->faulty, name);
}

/* Holds one row of a manifest against its file. */
static void check_row(struct checking *c, const struct zip_file *manifest, struct text row) {
    size_t name = HEX;
    while (name < row.n && (row.at[name] == ' ' || row.at[name] == '\t')) name++;
    if (row.n <= HEX || name == HEX) {
        fault(c, BAG_ROW_BROKEN, row);
        return;
    }
    struct text file = decoded(c->a, text_after(row, name));
    struct arena scratch = *c->a;
    const struct zip_file *f = find_from(c->files, c->next, TEXT_JOIN(&scratch, c->base, file));
    if (!f) {
        fault(c, BAG_FILE_MISSING, file);
        return;
    }
    size_t i = (size_t)(f - c->files->at);
    c->next = i + 1;
    if (c->by[i] == manifest) fault(c, BAG_FILE_TWICE, file);
    c->by[i] = manifest;
    c->listed[i] = true;
    if (f->broken) arena_push(c->a, c->faulty, file);
    else if (!text_equal(hash_of(c->a, f), text_part(row, 0, HEX))) fault(c, BAG_FILE_CHANGED, file);
    else c->sha256[i] = text_part(row, 0, HEX);
}

static void check_manifest(struct checking *c, struct text name) {
    struct text path = TEXT_JOIN(c->a, c->base, name);
    const struct zip_file *f = bag_find(c->files, path);
    if (!f) {
        fault(c, BAG_FILE_MISSING, name);
        return;
    }
    c->listed[f - c->files->at] = true;
    for (struct text rest = f->bytes; rest.n;) {
        size_t end = text_find(rest, T("\n"));
        struct text row = text_trim_end(text_part(rest, 0, end));
        if (row.n) check_row(c, f, row);
        rest = text_after(rest, end + 1);
    }
}

bool bag_check(struct arena *a, struct diags *d, struct text where, const struct zip_files *files,
               struct text *base, struct zip_files *payload, struct names *faulty) {
    struct checking c = {.a = a, .d = d, .where = where, .files = files, .faulty = faulty};
    size_t slash = files->n ? text_find(files->at[0].name, T("/")) : 0;
    c.listed = arena_new(a, bool, files->n);
    c.by = arena_new(a, const struct zip_file *, files->n);
    c.sha256 = arena_new(a, struct text, files->n);
    *base = files->n ? text_part(files->at[0].name, 0, slash) : (struct text){0};
    c.base = TEXT_JOIN(a, *base, T("/"));
    const struct zip_file *says = bag_find(files, TEXT_JOIN(a, c.base, T("bagit.txt")));
    if (!says || (!says->broken && !text_equal(says->bytes, DECLARATION))) {
        fault(&c, BAG_NOT_ONE, *base);
        return false;
    }
    check_manifest(&c, T("manifest-sha256.txt"));
    check_manifest(&c, T("tagmanifest-sha256.txt"));
    struct text data = TEXT_JOIN(a, c.base, T("data/"));
    arena_reserve(a, payload, files->n);
    for (size_t i = 0; i < files->n; i++) {
        struct zip_file f = files->at[i];
        if (!c.listed[i]) fault(&c, BAG_FILE_EXTRA, text_after(f.name, c.base.n));
        if (!text_starts(f.name, data)) continue;
        f.name = text_after(f.name, data.n);
        f.sha256 = c.sha256[i];
        arena_push(a, payload, f);
    }
    return !faulty->n;
}
