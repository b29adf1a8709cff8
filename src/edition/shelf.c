/* See shelf.h. A shelf holds one edition's sources: so few files that looking at each is quickest. */
#include "edition/shelf.h"

#include <stdlib.h>

static const struct shelf_file *find(const struct shelf *s, struct text path) {
    for (size_t i = 0; i < s->n; i++)
        if (text_equal(s->at[i].path, path)) return &s->at[i];
    return NULL;
}

/* What follows the folder in a file's path; empty where the file is not in it. */
static struct text below(struct text path, struct text folder) {
    bool in = text_starts(path, folder) && path.n > folder.n && path.at[folder.n] == '/';
    return in ? text_after(path, folder.n + 1) : (struct text){0};
}

bool shelf_read(const struct shelf *s, struct arena *a, struct diags *d, struct text path,
                size_t cap, struct text *out) {
    if (!s) return file_read(a, d, path, cap, out);
    const struct shelf_file *f = find(s, path);
    if (f) *out = f->bytes;
    else DIAG0(d, ((struct place){.file = path}), FILE_MISSING);
    return f != NULL;
}

bool shelf_is_folder(const struct shelf *s, struct text path) {
    if (!s) return file_is_folder(path);
    for (size_t i = 0; i < s->n; i++)
        if (below(s->at[i].path, path).n) return true;
    return false;
}

bool shelf_exists(const struct shelf *s, struct text path) {
    if (!s) return file_exists(path);
    return find(s, path) || shelf_is_folder(s, path);
}

bool shelf_reachable(const struct shelf *s, struct diags *d, struct text path) {
    if (!s) return file_reachable(d, path);
    if (shelf_exists(s, path)) return true;
    DIAG0(d, ((struct place){.file = path}), FILE_MISSING);
    return false;
}

static int name_order(const void *a, const void *b) {
    return text_order(*(const struct text *)a, *(const struct text *)b);
}

bool shelf_list(const struct shelf *s, struct arena *a, struct diags *d, struct text folder,
                struct names *out) {
    if (!s) return file_list(a, d, folder, out);
    for (size_t i = 0; i < s->n; i++) {
        struct text name = below(s->at[i].path, folder);
        name = text_part(name, 0, text_find(name, T("/")));
        bool known = !name.n;
        for (size_t k = 0; k < out->n && !known; k++) known = text_equal(out->at[k], name);
        if (!known) arena_push(a, out, name);
    }
    if (out->n) qsort(out->at, out->n, sizeof *out->at, name_order);
    return true;
}
