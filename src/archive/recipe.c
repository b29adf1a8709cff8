/* See recipe.h. */
#include "archive/recipe.h"

#include "edition/yaml.h"

#include <stddef.h>

static void build_key(struct build *b, const char *indent, const char *key, struct text value) {
    if (!value.n) return;
    build_text(b, text_of(indent));
    build_text(b, text_of(key));
    build_text(b, T(": "));
    build_quoted(b, value);
    build_char(b, '\n');
}

static void build_number(struct build *b, const char *key, int64_t value) {
    build_text(b, text_of(key));
    build_text(b, T(": "));
    build_int(b, value);
    build_char(b, '\n');
}

static void build_ingredients(struct build *b, const char *key, const struct ingredients *list) {
    if (!list->n) return;
    build_text(b, text_of(key));
    build_text(b, T(":\n"));
    for (size_t i = 0; i < list->n; i++) {
        build_key(b, "  - ", "name", list->at[i].name);
        build_key(b, "    ", "file", list->at[i].file);
        build_key(b, "    ", "sha256", list->at[i].sha256);
    }
}

static void build_size(struct build *b, const char *key, size_t value) {
    build_text(b, text_of(key));
    build_text(b, T(": \""));
    build_int(b, (int64_t)value);
    build_text(b, T("\"\n"));
}

static void build_contents(struct build *b, const struct content_entries *contents) {
    if (!contents->n) return;
    build_text(b, T("contents:\n"));
    for (size_t i = 0; i < contents->n; i++) {
        const struct content_entry *e = &contents->at[i];
        build_key(b, "  - ", "ministry", e->ministry);
        build_key(b, "    ", "name", e->name);
        build_key(b, "    ", "title", e->title);
        build_number(b, "    page", e->page);
        build_size(b, "    at", e->at);
        build_size(b, "    bytes", e->bytes);
    }
}

static void build_paths(struct build *b, const struct recipe *r) {
    if (r->paths.n) build_text(b, T("paths:\n"));
    for (size_t i = 0; i < r->paths.n; i++) {
        build_text(b, T("  - "));
        build_quoted(b, r->paths.at[i]);
        build_char(b, '\n');
    }
}

static void build_signature(struct build *b, const struct kept_signature *s) {
    if (!s->file.n) return;
    build_text(b, T("signature:\n"));
    build_key(b, "  ", "file", s->file);
    build_key(b, "  ", "field", s->field);
    build_key(b, "  ", "time", s->time);
    build_number(b, "  room", s->room);
}

static void build_parts(struct build *b, const struct part_versions *parts) {
    if (!parts->n) return;
    build_text(b, T("parts:\n"));
    for (size_t i = 0; i < parts->n; i++) {
        build_key(b, "  - ", "name", parts->at[i].name);
        build_key(b, "    ", "version", parts->at[i].version);
    }
}

void recipe_print(struct build *b, const struct recipe *r) {
    build_text(b, T("# What this edition was made from. Files stand beside this one; what has only a "
                    "hash\n# is kept under resources/ of the archive. See griot-bundle(5).\n"));
    build_key(b, "", "griot", r->griot);
    build_number(b, "engine", r->engine);
    build_text(b, T("date: "));
    date_print_iso(b, r->name.date);
    build_char(b, '\n');
    if (r->name.special) build_number(b, "special", r->name.special);
    build_number(b, "revision", r->name.revision);
    build_number(b, "number", r->number);
    build_key(b, "", "title", r->title);
    build_key(b, "", "lang", r->lang);
    if (r->skipped) build_text(b, T("skipped: true\n"));
    if (r->belated) build_text(b, T("belated: true\n"));
    build_key(b, "", "because", r->because);
    build_key(b, "", "notes", r->notes);
    if (r->max_bytes) build_size(b, "max-bytes", (size_t)r->max_bytes);
    build_key(b, "", "before", r->before);
    build_key(b, "", "style", r->style);
    build_key(b, "", "newsroom", r->newsroom);
    build_key(b, "", "ministries", r->ministries);
    build_key(b, "", "style-file", r->style_file);
    build_key(b, "", "fonts", r->fonts);
    build_paths(b, r);
    build_signature(b, &r->signature);
    build_ingredients(b, "sources", &r->sources);
    build_ingredients(b, "settings", &r->settings);
    build_ingredients(b, "resources", &r->resources);
    build_ingredients(b, "outputs", &r->outputs);
    build_contents(b, &r->contents);
    build_parts(b, &r->parts);
}

/* --- reading --- */

/* A recipe as its keys are filled in, lists still unread. */
struct raw {
    struct recipe recipe;
    struct text max_bytes; /* may be large */
    const struct yaml *signature, *paths, *sources, *settings, *resources, *outputs, *contents, *parts;
};

#define TEXT_KEY(field, name, required)                                                            \
    YAML_KEY(struct raw, recipe.field, name, YAML_TEXT, required)
#define INT_KEY(field, name, required)                                                             \
    YAML_KEY(struct raw, recipe.field, name, YAML_INT, required)
#define LIST_KEY(field, name) YAML_KEY(struct raw, field, name, YAML_NODE, false)

static const struct yaml_key keys[] = {
    TEXT_KEY(griot, "griot", true),
    INT_KEY(engine, "engine", true),
    YAML_KEY(struct raw, recipe.name.date, "date", YAML_DATE, true),
    INT_KEY(name.special, "special", false),
    INT_KEY(name.revision, "revision", true),
    INT_KEY(number, "number", true),
    TEXT_KEY(title, "title", false),
    TEXT_KEY(lang, "lang", false),
    YAML_KEY(struct raw, recipe.skipped, "skipped", YAML_BOOL, false),
    YAML_KEY(struct raw, recipe.belated, "belated", YAML_BOOL, false),
    TEXT_KEY(because, "because", false),
    TEXT_KEY(notes, "notes", false),
    YAML_KEY(struct raw, max_bytes, "max-bytes", YAML_TEXT, false),
    TEXT_KEY(before, "before", false),
    TEXT_KEY(style, "style", false),
    TEXT_KEY(newsroom, "newsroom", false),
    TEXT_KEY(ministries, "ministries", false),
    TEXT_KEY(style_file, "style-file", false),
    TEXT_KEY(fonts, "fonts", false),
    LIST_KEY(paths, "paths"),
    LIST_KEY(signature, "signature"),
    LIST_KEY(sources, "sources"),
    LIST_KEY(settings, "settings"),
    LIST_KEY(resources, "resources"),
    LIST_KEY(outputs, "outputs"),
    LIST_KEY(contents, "contents"),
    LIST_KEY(parts, "parts"),
};

static const struct yaml_key signature_keys[] = {
    YAML_KEY(struct kept_signature, file, "file", YAML_TEXT, true),
    YAML_KEY(struct kept_signature, field, "field", YAML_TEXT, true),
    YAML_KEY(struct kept_signature, time, "time", YAML_TEXT, true),
    YAML_KEY(struct kept_signature, room, "room", YAML_INT, true),
};

static const struct yaml_key ingredient_keys[] = {
    YAML_KEY(struct ingredient, name, "name", YAML_TEXT, true),
    YAML_KEY(struct ingredient, file, "file", YAML_TEXT, false),
    YAML_KEY(struct ingredient, sha256, "sha256", YAML_TEXT, true),
};

/* An entry whose sizes are still text, for they may be large. */
struct raw_entry {
    struct content_entry entry;
    struct text at, bytes;
};

static const struct yaml_key entry_keys[] = {
    YAML_KEY(struct raw_entry, entry.ministry, "ministry", YAML_TEXT, true),
    YAML_KEY(struct raw_entry, entry.name, "name", YAML_TEXT, true),
    YAML_KEY(struct raw_entry, entry.title, "title", YAML_TEXT, true),
    YAML_KEY(struct raw_entry, entry.page, "page", YAML_INT, true),
    YAML_KEY(struct raw_entry, at, "at", YAML_TEXT, true),
    YAML_KEY(struct raw_entry, bytes, "bytes", YAML_TEXT, true),
};

static const struct yaml_key part_keys[] = {
    YAML_KEY(struct part_version, name, "name", YAML_TEXT, true),
    YAML_KEY(struct part_version, version, "version", YAML_TEXT, true),
};

static bool read_ingredients(struct arena *a, struct diags *d, const struct yaml *list,
                             struct ingredients *out) {
    if (!list) return true;
    if (!yaml_is(d, list, YAML_LIST)) return false;
    for (const struct yaml *n = list->first; n; n = n->next) {
        struct ingredient i = {0};
        if (!yaml_fill(d, n, ingredient_keys, sizeof ingredient_keys / sizeof *ingredient_keys, &i))
            return false;
        arena_push(a, out, i);
    }
    return true;
}

static bool read_paths(struct arena *a, struct diags *d, const struct yaml *list,
                       struct recipe *out) {
    if (!list) return true;
    if (!yaml_is(d, list, YAML_LIST)) return false;
    for (const struct yaml *n = list->first; n; n = n->next) {
        if (!yaml_is(d, n, YAML_SCALAR)) return false;
        arena_push(a, &out->paths, n->scalar);
    }
    return true;
}

/* A number of bytes, which the keys of settings do not reach to. */
static bool read_size(struct diags *d, const struct yaml *of, struct text t, int64_t least,
                      int64_t *out) {
    if (text_int(t, least, INT32_MAX, out)) return true;
    DIAG(d, of->place, RECIPE_SIZE, t);
    return false;
}

static bool read_contents(struct arena *a, struct diags *d, const struct yaml *list,
                          struct content_entries *out) {
    if (!list) return true;
    if (!yaml_is(d, list, YAML_LIST)) return false;
    for (const struct yaml *n = list->first; n; n = n->next) {
        struct raw_entry raw = {0};
        int64_t at, bytes;
        if (!yaml_fill(d, n, entry_keys, sizeof entry_keys / sizeof *entry_keys, &raw) ||
            !read_size(d, n, raw.at, 0, &at) || !read_size(d, n, raw.bytes, 0, &bytes))
            return false;
        raw.entry.at = (size_t)at;
        raw.entry.bytes = (size_t)bytes;
        arena_push(a, out, raw.entry);
    }
    return true;
}

static bool read_parts(struct arena *a, struct diags *d, const struct yaml *list,
                       struct part_versions *out) {
    if (!list) return true;
    if (!yaml_is(d, list, YAML_LIST)) return false;
    for (const struct yaml *n = list->first; n; n = n->next) {
        struct part_version p = {0};
        if (!yaml_fill(d, n, part_keys, sizeof part_keys / sizeof *part_keys, &p)) return false;
        arena_push(a, out, p);
    }
    return true;
}

bool recipe_read(struct arena *a, struct diags *d, struct text file, struct text bytes,
                 struct recipe *out) {
    struct raw raw = {0};
    const struct yaml *root = yaml_read(a, d, file, bytes);
    if (!root || !yaml_fill(d, root, keys, sizeof keys / sizeof *keys, &raw)) return false;
    *out = raw.recipe;
    int64_t most = 0;
    if (raw.max_bytes.n && !read_size(d, root, raw.max_bytes, 1, &most)) return false;
    out->max_bytes = (int32_t)most;
    if (raw.signature && !yaml_fill(d, raw.signature, signature_keys,
                                    sizeof signature_keys / sizeof *signature_keys,
                                    &out->signature))
        return false;
    return read_paths(a, d, raw.paths, out) &&
           read_ingredients(a, d, raw.sources, &out->sources) &&
           read_ingredients(a, d, raw.settings, &out->settings) &&
           read_ingredients(a, d, raw.resources, &out->resources) &&
           read_ingredients(a, d, raw.outputs, &out->outputs) &&
           read_contents(a, d, raw.contents, &out->contents) &&
           read_parts(a, d, raw.parts, &out->parts);
}
