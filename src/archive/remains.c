/* See remains.h. The announcement is a list of lines: «griot unfinished 1»; «head» and «journal», with
 * what the head said, or «-», and how many bytes the journal had; then «bundle NAME SHA256» and
 * «resource SHA256» for each file. It is removed last, by whoever finishes and by whoever takes back. */
#include "archive/remains.h"

#include "archive/journal.h"
#include "base/file.h"

enum { WORDS = 3, CAP = 64 << 20 };

#define START T("griot unfinished 1\n")

static struct text path_of(const struct store *s, struct arena *a) {
    return file_path(a, s->root, T("unfinished"));
}

bool remains_announce(const struct store *s, struct diags *d, const struct undertaking *u) {
    struct arena scratch = arena_open((size_t)1 << 28);
    struct build b = {.arena = &scratch};
    build_text(&b, START);
    build_text(&b, TEXT_JOIN(&scratch, T("head "), u->head.n ? u->head : T("-"), T("\njournal ")));
    build_int(&b, store_journal_size(s));
    build_char(&b, '\n');
    for (size_t i = 0; i < u->bundles.n; i++)
        build_text(&b, TEXT_JOIN(&scratch, T("bundle "), edition_name_text(&scratch, u->bundles.at[i].name),
                                 T(" "), u->bundles.at[i].sha256, T("\n")));
    for (size_t i = 0; i < u->resources.n; i++)
        build_text(&b, TEXT_JOIN(&scratch, T("resource "), u->resources.at[i], T("\n")));
    struct output out = {path_of(s, &scratch), build_done(&b)};
    bool fine = files_put(d, &out, 1, true, false);
    arena_close(&scratch);
    return fine;
}

bool remains_finish(const struct store *s, struct diags *d) {
    struct arena scratch = arena_open((size_t)1 << 20);
    bool fine = file_remove_durably(d, path_of(s, &scratch));
    arena_close(&scratch);
    return fine;
}

/* --- taking back what was announced --- */

/* Takes one line of it; false where it is none. */
static bool parse_line(struct arena *a, struct text line, struct undertaking *u, int64_t *journal) {
    struct text words[WORDS] = {{0}};
    struct kept_name k;
    struct digest digest;
    size_t n = 0;
    for (; line.n && n < WORDS; n++) {
        size_t end = text_find(line, T(" "));
        words[n] = text_part(line, 0, end);
        line = text_after(line, end + 1);
    }
    bool hash = n == 2 && digest_parse(words[1], &digest);
    if (text_equal(words[0], T("head")) && (hash || text_equal(words[1], T("-")))) {
        u->head = hash ? words[1] : (struct text){0};
    } else if (text_equal(words[0], T("journal"))) {
        return n == 2 && text_int(words[1], 0, INT64_MAX, journal);
    } else if (text_equal(words[0], T("resource")) && hash) {
        arena_push(a, &u->resources, words[1]);
    } else if (text_equal(words[0], T("bundle")) && n == WORDS) {
        if (!edition_name_parse(words[1], &k.name) || !digest_parse(words[2], &digest)) return false;
        if (!k.name.revision) k.name.revision = 1;
        k.sha256 = words[2];
        arena_push(a, &u->bundles, k);
    } else {
        return false;
    }
    return !line.n;
}

static bool parse(struct arena *a, struct text lines, struct undertaking *u, int64_t *journal) {
    if (!text_starts(lines, START)) return false;
    lines = text_after(lines, START.n);
    for (size_t end; (end = text_find(lines, T("\n"))) < lines.n;) {
        if (!parse_line(a, text_part(lines, 0, end), u, journal)) return false;
        lines = text_after(lines, end + 1);
    }
    return !lines.n && *journal >= 0;
}

/* Removes the bundle where it is the one that was announced; whether there is none of that name then. */
static bool take_back(const struct store *s, struct diags *d, const struct kept_name *k) {
    struct arena scratch = arena_open((size_t)1 << 31);
    struct text path = store_path(s, &scratch, k->name), bytes;
    bool fine = !file_exists(path) ||
                (store_read(s, &scratch, d, k->name, &bytes) &&
                 (!text_equal(digest_hex(&scratch, digest_of(bytes)), k->sha256) ||
                  file_remove_durably(d, path)));
    folder_remove_empty(file_dir(path));
    arena_close(&scratch);
    return fine;
}

static void remove_resource(const struct store *s, struct arena *a, struct text sha256) {
    struct text path = store_resource_path(s, a, sha256);
    file_remove(path);
    folder_remove_empty(file_dir(path));
    folder_remove_empty(file_dir(file_dir(path)));
}

/* The head first: without it the bundles are none that somebody counts on. */
static bool take_all_back(const struct store *s, struct arena *a, struct diags *d,
                          const struct undertaking *u, int64_t journal) {
    struct text head;
    bool fine = store_head(s, a, d, &head) &&
                (text_equal(head, u->head) || store_set_head(s, d, u->head)) &&
                store_cut_journal(s, d, journal);
    for (size_t i = u->bundles.n; i-- && fine;) fine = take_back(s, d, &u->bundles.at[i]);
    for (size_t i = 0; i < u->resources.n && fine; i++) remove_resource(s, a, u->resources.at[i]);
    return fine;
}

bool remains_recover(const struct store *s, struct diags *d) {
    struct arena scratch = arena_open((size_t)1 << 30);
    struct text path = path_of(s, &scratch), bytes;
    struct undertaking u = {0};
    int64_t journal = -1;
    bool fine = true;
    if (!file_exists(path)) goto out;
    struct place place = {.file = text_copy(d->arena, path)};
    fine = file_read(&scratch, d, path, CAP, &bytes);
    if (fine && !parse(&scratch, bytes, &u, &journal)) {
        DIAG0(d, place, REMAINS_BROKEN);
        fine = false;
    }
    fine = fine && take_all_back(s, &scratch, d, &u, journal) && file_remove_durably(d, path);
    if (fine) DIAG(d, place, REMAINS_UNDONE, text_number(d->arena, (int64_t)u.bundles.n));
out:
    arena_close(&scratch);
    return fine;
}

/* --- what failed --- */

/* The files and folders of an archive without editions, and the folders that were made above it. */
static void unmake(const struct store *s, struct arena *a) {
    static const char *const files[] = {"README.txt", "catalogue.sqlite", "catalogue.sqlite-wal",
                                        "catalogue.sqlite-shm", "catalogue.sqlite-journal"};
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
    for (size_t i = 0; i < s->put.n; i++) remove_resource(s, &scratch, s->put.at[i]);
    if (s->fresh) unmake(s, &scratch);
    arena_close(&scratch);
}
