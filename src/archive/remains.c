/* See remains.h. */
#include "archive/remains.h"

#include "base/file.h"

/* The files and folders of an archive without editions, and the folders that were made above it. */
static void unmake(const struct store *s, struct arena *a) {
    static const char *const files[] = {"README.txt", "catalogue.sqlite", "catalogue.sqlite-wal",
                                        "catalogue.sqlite-shm"};
    static const char *const folders[] = {"resources", "editions"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        file_remove(file_path(a, s->root, text_of(files[i])));
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        folder_remove_empty(file_path(a, s->root, text_of(folders[i])));
    for (struct text up = s->root; s->made.n && up.n >= s->made.n; up = file_dir(up))
        folder_remove_empty(up);
}

void remains_undo(const struct store *s) {
    struct arena scratch = arena_open((size_t)1 << 24);
    for (size_t i = 0; i < s->put.n; i++) {
        struct text path = store_resource_path(s, &scratch, s->put.at[i]);
        file_remove(path);
        folder_remove_empty(file_dir(path));
        folder_remove_empty(file_dir(file_dir(path)));
    }
    if (s->fresh) unmake(s, &scratch);
    arena_close(&scratch);
}
