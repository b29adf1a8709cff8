/* See fonts.h. */
#include "edition/fonts.h"

#include "base/file.h"
#include "base/nearest.h"
#include "edition/yaml.h"

struct raw {
    struct font_file font;
    struct text family, style;
};

static const struct yaml_key keys[] = {
    YAML_KEY(struct raw, family, "family", YAML_TEXT, true),
    YAML_KEY(struct raw, style, "style", YAML_TEXT, true),
    YAML_KEY(struct raw, font.file, "file", YAML_TEXT, true),
    YAML_KEY(struct raw, font.package, "package", YAML_TEXT, true),
    YAML_KEY(struct raw, font.licence, "licence", YAML_TEXT, true),
    YAML_KEY(struct raw, font.sha256, "sha256", YAML_TEXT, true),
};

bool font_files_read(struct arena *a, struct diags *d, struct text path, struct text folder,
                     struct font_files *out) {
    struct text bytes;
    bool ok = true;
    *out = (struct font_files){.folder = folder};
    if (!file_read(a, d, path, YAML_CAP, &bytes)) return false;
    const struct yaml *root = yaml_read(a, d, path, bytes);
    if (!root || !yaml_is(d, root, YAML_LIST)) return false;
    for (const struct yaml *node = root->first; node; node = node->next) {
        struct raw raw = {0};
        if (!yaml_fill(d, node, keys, sizeof keys / sizeof *keys, &raw)) {
            ok = false;
            continue;
        }
        raw.font.name = TEXT_JOIN(a, raw.family, T(" "), raw.style);
        raw.font.path = file_path(a, folder, raw.font.file);
        arena_push(a, out, raw.font);
    }
    return ok;
}

int font_files_find(const struct font_files *f, struct text name) {
    for (size_t i = 0; i < f->n; i++)
        if (text_equal(f->at[i].name, name)) return (int)i;
    return -1;
}

/* The file's line in a list as sha256sum writes it: hash, two spaces, name. */
static struct text listed_hash(struct text list, struct text file) {
    while (list.n) {
        struct text line = text_part(list, 0, text_find(list, T("\n")));
        if (line.n > 66 && text_equal(text_after(line, 66), file)) return text_part(line, 0, 64);
        list = text_after(list, line.n + 1);
    }
    return (struct text){0};
}

struct text font_file_hash(struct arena *a, struct diags *d, const struct font_files *f, int i) {
    const struct font_file *font = &f->at[i];
    struct text list_path = file_path(a, f->folder, T("hashes")), bytes, hash = {0};
    if (file_exists(list_path) && !file_newer(font->path, list_path) &&
        file_read(a, d, list_path, YAML_CAP, &bytes))
        hash = listed_hash(bytes, font->file);
    if (!hash.n) {
        if (!file_read(a, d, font->path, FILE_CAP, &bytes)) return hash;
        hash = digest_hex(a, digest_of(bytes));
    }
    if (!text_equal(hash, font->sha256))
        DIAG(d, ((struct place){.file = font->path}), FONT_HASH, font->name, font->package,
             text_part(hash, 0, 16), text_part(font->sha256, 0, 16));
    return hash;
}
