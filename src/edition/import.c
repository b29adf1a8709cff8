/* See import.h. */
#include "edition/import.h"

#include "edition/daytext.h"
#include "edition/encoding.h"
#include "edition/foreign.h"
#include "edition/markdown.h"
#include "edition/yaml.h"

#include <stdlib.h>

enum { UNRANKED = INT32_MAX };

/* What edition.yaml may say. */
struct overrides {
    date date;
    int32_t number;
    const struct yaml *order; /* file names, first to last */
    struct text notes;        /* for those who keep the folder; not printed */
    bool has_date;
};

static const struct yaml_key override_keys[] = {
    YAML_KEY(struct overrides, date, "date", YAML_DATE, false),
    YAML_KEY(struct overrides, number, "number", YAML_INT, false),
    YAML_KEY(struct overrides, order, "order", YAML_NODE, false),
    YAML_KEY(struct overrides, notes, "notes", YAML_TEXT, false),
};

static bool read_overrides(const struct shelf *shelf, struct arena *a, struct diags *d,
                           struct text path, struct overrides *out) {
    struct text bytes;
    out->date = DATE_OPEN_PAST;
    if (!shelf_read(shelf, a, d, path, YAML_CAP, &bytes)) return false;
    const struct yaml *root = yaml_read(a, d, path, bytes);
    if (!root) return false;
    bool ok = yaml_fill(d, root, override_keys, sizeof override_keys / sizeof *override_keys, out);
    out->has_date = out->date != DATE_OPEN_PAST;
    if (out->order && !yaml_is(d, out->order, YAML_LIST)) return false;
    for (const struct yaml *n = out->order ? out->order->first : NULL; n; n = n->next)
        ok &= yaml_is(d, n, YAML_SCALAR);
    return ok;
}

/* One file to read. */
struct source {
    struct text path;
    int32_t rank;   /* in edition.yaml's order; UNRANKED where it is not named there */
    bool in_folder; /* its communiqués are ordered by precedence */
};

struct sources {
    struct source *at;
    size_t n, cap;
};

/* The import while it goes on. */
struct importing {
    struct arena *a;
    struct diags *d;
    const struct import *from;
    struct sources sources;
    struct originals originals;
    struct build notes;
    bool has_date;
    date date;
    int number;
};

/* Whether a file is the one that is named: a Word file is kept as the Markdown that was made of it. */
static bool is_named(struct text file, struct text name) {
    return text_equal(file, name) ||
           (foreign_is(name) && file.n == name.n + 3 && text_starts(file, name) &&
            text_ends(file, T(".md")));
}

static int32_t rank_of(const struct yaml *order, struct text name) {
    int32_t rank = 0;
    for (const struct yaml *n = order ? order->first : NULL; n; n = n->next, rank++)
        if (is_named(name, n->scalar)) return rank;
    return UNRANKED;
}

/* Names in the order list that no file has. */
static void tell_missing(struct importing *im, const struct yaml *order,
                         const struct names *names) {
    for (const struct yaml *n = order ? order->first : NULL; n; n = n->next) {
        size_t i = 0;
        while (i < names->n && !is_named(names->at[i], n->scalar)) i++;
        if (i == names->n) DIAG(im->d, n->place, ORDER_MISSING, n->scalar);
    }
}

/* A day given twice must be the same day. */
static void take_date(struct importing *im, struct text path, date day) {
    if (im->from->has_date) return;
    if (im->has_date && im->date != day) {
        struct build was = {.arena = im->d->arena}, is = {.arena = im->d->arena};
        date_print_iso(&was, im->date);
        date_print_iso(&is, day);
        DIAG(im->d, ((struct place){.file = path}), DATES_DIFFER, build_done(&is),
             build_done(&was));
    }
    im->date = day;
    im->has_date = true;
}

static void add_note(struct importing *im, struct text note) {
    if (!note.n) return;
    if (im->notes.n) build_char(&im->notes, '\n');
    build_text(&im->notes, note);
}

static bool is_source(struct text name) {
    return file_ends(name, T(".txt")) || file_ends(name, T(".md")) || foreign_is(name);
}

/* What stands in a folder without being meant for print: hidden files, and what Word (~$) and a
 * desktop put beside a file while it is open or shown. */
static bool is_litter(struct text name) {
    return text_starts(name, T(".")) || text_starts(name, T("~$")) ||
           file_ends(name, T("thumbs.db")) || file_ends(name, T("desktop.ini"));
}

/* Whether a file may belong to a source, or to the folder itself. */
static bool is_companion(struct text name) {
    return file_ends(name, T(".csv")) || file_ends(name, T(".png")) ||
           file_ends(name, T(".jpg")) || file_ends(name, T(".jpeg")) ||
           text_equal(name, T("edition.yaml"));
}

/* A file of a folder: a source, or else told where it looks like one that would be missed. */
static void add_file(struct importing *im, struct text path, int32_t rank) {
    struct text name = file_name(path);
    if (is_litter(name)) return;
    if (is_source(name)) arena_push(im->a, &im->sources, ((struct source){path, rank, true}));
    else if (!is_companion(name) && !shelf_is_folder(im->from->shelf, path))
        DIAG0(im->d, ((struct place){.file = path}), SOURCE_PASSED_OVER);
}

static void add_folder(struct importing *im, struct text folder) {
    const struct shelf *shelf = im->from->shelf;
    struct names names = {0};
    struct overrides over = {0};
    size_t before = im->sources.n;
    date day;
    if (!shelf_list(shelf, im->a, im->d, folder, &names)) return;
    struct text settings = file_path(im->a, folder, T("edition.yaml"));
    if (shelf_exists(shelf, settings) && !read_overrides(shelf, im->a, im->d, settings, &over))
        return;
    for (size_t i = 0; i < names.n; i++)
        add_file(im, file_path(im->a, folder, names.at[i]), rank_of(over.order, names.at[i]));
    tell_missing(im, over.order, &names);
    if (over.has_date) take_date(im, settings, over.date);
    else if (date_prefix(file_name(folder), &day)) take_date(im, folder, day);
    if (over.number) im->number = over.number;
    add_note(im, over.notes);
    if (im->sources.n == before) DIAG0(im->d, ((struct place){.file = folder}), FOLDER_EMPTY);
}

static void add_path(struct importing *im, struct text path) {
    date day;
    while (path.n > 1 && path.at[path.n - 1] == '/') path.n--;
    if (shelf_is_folder(im->from->shelf, path)) {
        add_folder(im, path);
        return;
    }
    if (!shelf_reachable(im->from->shelf, im->d, path)) return;
    if (!is_source(path)) {
        DIAG0(im->d, ((struct place){.file = path}), SOURCE_KIND);
        return;
    }
    if (date_prefix(file_name(path), &day)) take_date(im, path, day);
    arena_push(im->a, &im->sources, ((struct source){.path = path, .rank = UNRANKED}));
}

/* A communiqué with what it is ordered by. */
struct ordered {
    struct communique communique;
    int32_t rank, precedence;
    size_t came; /* the order of reading, which decides between equals */
};

static int order_of(const void *a, const void *b) {
    const struct ordered *x = a, *y = b;
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    if (x->precedence != y->precedence) return x->precedence < y->precedence ? -1 : 1;
    return x->came < y->came ? -1 : 1;
}

/* A day text keeps its own order; a folder's communiqués go by the order edition.yaml gives, then
 * by their ministries' precedence, then by file name. */
static void put_in_order(struct importing *im, struct communiques *list, size_t from) {
    size_t n = list->n - from;
    struct arena scratch = *im->a;
    struct ordered *o = arena_new(&scratch, struct ordered, n);
    for (size_t i = 0; i < n; i++) {
        const struct communique *c = &list->at[from + i];
        o[i] = (struct ordered){.communique = *c, .rank = UNRANKED, .came = i};
        o[i].precedence = c->issuer->precedence;
        for (size_t k = 0; k < im->sources.n; k++)
            if (text_equal(im->sources.at[k].path, c->file)) o[i].rank = im->sources.at[k].rank;
    }
    qsort(o, n, sizeof *o, order_of);
    for (size_t i = 0; i < n; i++) list->at[from + i] = o[i].communique;
}

static void note_original(struct importing *im, struct text name, struct text path,
                          struct text bytes) {
    struct text mime = file_ends(name, T(".md")) ? T("text/markdown") : T("text/plain");
    arena_push(im->a, &im->originals, ((struct original){name, path, mime, bytes}));
}

/* The source's text; false where there is none that can be read, which is told. */
static bool read_text(struct importing *im, const struct source *s, struct text *out) {
    if (!shelf_read(im->from->shelf, im->a, im->d, s->path, FILE_CAP, out)) return false;
    note_original(im, file_name(s->path), s->path, *out);
    return encoding_readable(im->d, s->path, out);
}

/* A text of the kind that `name` says; what it names is on the shelf, beside `path`. Complaints name
 * the path. */
static void read_as(struct importing *im, struct text name, struct text path, struct text bytes,
                    const struct shelf *shelf, struct communiques *out) {
    struct register_of_day day = {im->from->ministries, im->date,
                                  newsroom_lang(im->from->newsroom)};
    struct companions beside = {shelf, file_dir(path), &im->originals};
    if (file_ends(name, T(".md"))) markdown_read(im->a, im->d, path, bytes, &day, &beside, out);
    else if (!daytext_read(im->a, im->d, path, bytes, &day, out))
        DIAG0(im->d, ((struct place){.file = path}), SOURCE_EMPTY);
}

/* A Word file or letter: what is made of it is read in its place. */
static void read_foreign(struct importing *im, const struct source *s, struct communiques *out) {
    struct foreign f;
    if (!foreign_read(im->a, im->d, im->from->converter, s->path, &f)) return;
    struct shelf_file *files = arena_new(im->a, struct shelf_file, f.files.n);
    struct shelf shelf = {files, f.files.n};
    for (size_t i = 0; i < f.files.n; i++)
        files[i] = (struct shelf_file){file_path(im->a, file_dir(s->path), f.files.at[i].name),
                                       f.files.at[i].bytes};
    add_note(im, f.notes);
    for (size_t i = 0; i < f.files.n; i++) {
        struct text bytes = f.files.at[i].bytes;
        if (!f.files.at[i].source) continue;
        note_original(im, f.files.at[i].name, files[i].path, bytes);
        if (encoding_readable(im->d, s->path, &bytes))
            read_as(im, f.files.at[i].name, s->path, bytes, &shelf, out);
    }
}

static void read_source(struct importing *im, const struct source *s, struct communiques *out) {
    struct text bytes;
    if (foreign_is(s->path)) read_foreign(im, s, out);
    else if (read_text(im, s, &bytes)) read_as(im, s->path, s->path, bytes, im->from->shelf, out);
}

/* The number: given, else in edition.yaml, else by the newsroom's rule. */
static void find_number(struct importing *im) {
    if (im->from->number) im->number = im->from->number;
    if (im->from->numberless) return;
    if (!im->number) im->number = newsroom_number(im->from->newsroom, im->date);
    if (!im->number) DIAG0(im->d, ((struct place){0}), NO_NUMBER);
}

/* No name or setting says which day it is; one may speak of a day that there is not. */
static void tell_no_date(struct importing *im) {
    for (size_t i = 0; i < im->from->npaths; i++) {
        struct text path = im->from->paths[i], day;
        while (path.n > 1 && path.at[path.n - 1] == '/') path.n--;
        day = date_impossible(file_name(path));
        if (!day.n) continue;
        DIAG(im->d, ((struct place){.file = path}), NO_SUCH_DATE, day);
        return;
    }
    DIAG0(im->d, ((struct place){.file = im->sources.at[0].path}), NO_DATE);
}

static void find_sources(struct importing *im) {
    for (size_t i = 0; i < im->from->npaths; i++) add_path(im, im->from->paths[i]);
    if (im->from->has_date) {
        im->date = im->from->date;
        im->has_date = true;
    }
    if (!im->has_date && im->sources.n) tell_no_date(im);
}

/* Finds what is corrected, where it stands in the same edition. */
static void find_corrected(struct arena *a, struct communiques *list) {
    for (size_t i = 0; i < list->n; i++) {
        if (!list->at[i].corrects || !list->at[i].corrects->title.n) continue;
        struct correcting *c = arena_new(a, struct correcting, 1);
        *c = *list->at[i].corrects;
        for (size_t k = 0; k < list->n && !c->item; k++)
            if (k != i && text_equal(list->at[k].title.text, c->title)) c->item = k + 1;
        list->at[i].corrects = c;
    }
}

bool edition_import(struct arena *a, struct diags *d, const struct import *from,
                    struct edition *out) {
    struct importing im = {.a = a, .d = d, .from = from, .notes = {.arena = a}};
    struct communiques list = {0};
    find_sources(&im);
    if (!im.has_date) { /* whose acronyms hold is not known, but whether there is text is */
        struct text unread;
        for (size_t i = 0; i < im.sources.n; i++)
            if (!foreign_is(im.sources.at[i].path)) read_text(&im, &im.sources.at[i], &unread);
        return false;
    }
    find_number(&im);
    for (size_t i = 0; i < im.sources.n;) {
        size_t start = list.n;
        bool in_folder = im.sources.at[i].in_folder;
        do read_source(&im, &im.sources.at[i], &list);
        while (++i < im.sources.n && in_folder && im.sources.at[i].in_folder);
        if (in_folder) put_in_order(&im, &list, start);
    }
    find_corrected(a, &list);
    *out = (struct edition){.date = im.date,
                            .number = im.number,
                            .at = list.at,
                            .n = list.n,
                            .originals = im.originals.at,
                            .noriginals = im.originals.n,
                            .notes = build_done(&im.notes)};
    return diags_fine(d) && list.n;
}
