/* See import.h. */
#include "edition/import.h"

#include "base/file.h"
#include "base/unicode.h"
#include "edition/daytext.h"
#include "edition/yaml.h"

#include <stdlib.h>
#include <string.h>

enum { ORDER_MAX = 4096 };

/* --- encodings --- */

/* What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/* Whether a text that is no UTF-8 reads well as Windows-1252: every byte beyond ASCII has a
 * character there, and most of them are letters or French punctuation. */
static bool looks_1252(struct text t) {
    size_t beyond = 0, usual = 0;
    for (size_t i = 0; i < t.n; i++) {
        unsigned char c = (unsigned char)t.at[i];
        if (c < 0x80) continue;
        uint32_t u = c < 0xA0 ? windows_1252[c - 0x80] : c;
        if (!u) return false;
        beyond++;
        usual += unicode_letter(u) || u == 0x2019 || u == 0xAB || u == 0xBB || u == 0xA0 ||
                 u == 0x2013 || u == 0xB0;
    }
    return usual * 10 >= beyond * 9;
}

/* UTF-16 has a byte order mark, or a zero byte in most of its pairs. */
static const char *looks_utf16(struct text t) {
    size_t zeros[2] = {0};
    if (text_starts(t, T("\xFF\xFE"))) return "UTF-16LE";
    if (text_starts(t, T("\xFE\xFF"))) return "UTF-16BE";
    for (size_t i = 0; i < t.n; i++) zeros[i & 1] += !t.at[i];
    if (zeros[1] > t.n / 4) return "UTF-16LE";
    return zeros[0] > t.n / 4 ? "UTF-16BE" : NULL;
}

static struct text byte_hex(struct arena *a, unsigned char c) {
    static const char hex[] = "0123456789ABCDEF";
    char two[] = {'0', 'x', hex[c >> 4], hex[c & 15]};
    return text_copy(a, (struct text){two, 4});
}

/* Tells the bad byte at `i` in words that fit the whole file. */
static void tell_bad_bytes(struct diags *d, struct place p, struct text t, size_t i) {
    const char *utf16 = looks_utf16(t);
    struct text byte = byte_hex(d->arena, (unsigned char)t.at[i]);
    if (utf16) DIAG(d, ((struct place){.file = p.file}), NOT_UTF8_BUT, text_of(utf16), p.file);
    else if (t.at[i] && looks_1252(t)) DIAG(d, p, NOT_UTF8_BUT, T("WINDOWS-1252"), p.file);
    else DIAG(d, p, t.at[i] ? NOT_UTF8 : CONTROL_CHARACTER, byte);
}

/* Whether a carriage return before `i` belongs to a line's end: alone it would pass for a character
 * of a word. */
static bool carriage_ends(struct text t, size_t i) {
    return i == t.n || t.at[i] == '\n' || t.at[i] == '\r';
}

bool import_readable(struct diags *d, struct text file, struct text *t) {
    if (text_starts(*t, T("\uFEFF"))) *t = text_after(*t, 3);
    struct place p = {file, 1, 1};
    bool fine = true;
    for (size_t i = 0; i < t->n; p.col++) {
        size_t start = i;
        uint32_t c = utf8_next(*t, &i);
        if (c == '\n') p = (struct place){file, p.line + 1, 0};
        if (c >= 0x20 && c < 0x7F) continue;
        if (c == UTF8_BAD || !c) {
            tell_bad_bytes(d, p, *t, start);
            return false;
        }
        bool end_of_line = c == '\n' || (c == '\r' && carriage_ends(*t, i));
        if (end_of_line || c == '\t' || !(c < 0xA0 || unicode_control(c))) continue;
        if (c < 0x80) DIAG(d, p, CONTROL_CHARACTER, byte_hex(d->arena, (unsigned char)c));
        else DIAG(d, p, CONTROL_CODE, text_part(*t, start, i));
        fine = false;
    }
    return fine;
}

/* --- the day --- */

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

static bool read_overrides(struct arena *a, struct diags *d, struct text path,
                           struct overrides *out) {
    struct text bytes;
    out->date = DATE_OPEN_PAST;
    if (!file_read(a, d, path, YAML_CAP, &bytes)) return false;
    const struct yaml *root = yaml_read(a, d, path, bytes);
    if (!root ||
        !yaml_fill(d, root, override_keys, sizeof override_keys / sizeof *override_keys, out))
        return false;
    out->has_date = out->date != DATE_OPEN_PAST;
    return !out->order || yaml_is(d, out->order, YAML_LIST);
}

/* One file to read. */
struct source {
    struct text path;
    int32_t rank;   /* in edition.yaml's order; ORDER_MAX where it is not named there */
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
    struct { struct original *at; size_t n, cap; } originals;
    bool has_date;
    date date;
    int number;
};

static int32_t rank_of(const struct yaml *order, struct text name) {
    int32_t rank = 0;
    for (const struct yaml *n = order ? order->first : NULL; n; n = n->next, rank++)
        if (text_equal(n->scalar, name)) return rank;
    return ORDER_MAX;
}

/* Names in the order list that no file has. */
static void tell_missing(struct importing *im, const struct yaml *order,
                         const struct names *names) {
    for (const struct yaml *n = order ? order->first : NULL; n; n = n->next) {
        size_t i = 0;
        while (i < names->n && !text_equal(names->at[i], n->scalar)) i++;
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

static void add_folder(struct importing *im, struct text folder) {
    struct names names = {0};
    struct overrides over = {0};
    size_t before = im->sources.n;
    date day;
    if (!file_list(im->a, im->d, folder, &names)) return;
    struct text settings = file_path(im->a, folder, T("edition.yaml"));
    if (file_exists(settings) && !read_overrides(im->a, im->d, settings, &over)) return;
    for (size_t i = 0; i < names.n; i++) {
        if (!text_ends(names.at[i], T(".txt")) || text_starts(names.at[i], T("."))) continue;
        arena_push(im->a, &im->sources,
                   ((struct source){file_path(im->a, folder, names.at[i]),
                                    rank_of(over.order, names.at[i]), true}));
    }
    tell_missing(im, over.order, &names);
    if (over.has_date) take_date(im, settings, over.date);
    else if (date_prefix(file_name(folder), &day)) take_date(im, folder, day);
    if (over.number) im->number = over.number;
    if (im->sources.n == before) DIAG0(im->d, ((struct place){.file = folder}), FOLDER_EMPTY);
}

static void add_path(struct importing *im, struct text path) {
    date day;
    while (path.n > 1 && path.at[path.n - 1] == '/') path.n--;
    if (file_is_folder(path)) {
        add_folder(im, path);
        return;
    }
    if (!file_exists(path) || !text_ends(path, T(".txt"))) {
        DIAG0(im->d, ((struct place){.file = path}),
              file_exists(path) ? SOURCE_KIND : FILE_MISSING);
        return;
    }
    if (date_prefix(file_name(path), &day)) take_date(im, path, day);
    arena_push(im->a, &im->sources, ((struct source){.path = path, .rank = ORDER_MAX}));
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
        o[i] = (struct ordered){.communique = *c, .rank = ORDER_MAX, .came = i};
        o[i].precedence = c->issuer->precedence;
        for (size_t k = 0; k < im->sources.n; k++)
            if (text_equal(im->sources.at[k].path, c->file)) o[i].rank = im->sources.at[k].rank;
    }
    qsort(o, n, sizeof *o, order_of);
    for (size_t i = 0; i < n; i++) list->at[from + i] = o[i].communique;
}

static void read_source(struct importing *im, const struct source *s, struct communiques *out) {
    struct text bytes;
    if (!file_read(im->a, im->d, s->path, FILE_CAP, &bytes)) return;
    arena_push(im->a, &im->originals, ((struct original){file_name(s->path), bytes}));
    if (!import_readable(im->d, s->path, &bytes)) return;
    struct register_of_day day = {im->from->ministries, im->date,
                                  newsroom_lang(im->from->newsroom)};
    if (!daytext_read(im->a, im->d, s->path, bytes, &day, out))
        DIAG0(im->d, ((struct place){.file = s->path}), SOURCE_EMPTY);
}

/* The number: given, else in edition.yaml, else by the newsroom's rule. */
static void find_number(struct importing *im) {
    if (im->from->number) im->number = im->from->number;
    if (!im->number) im->number = newsroom_number(im->from->newsroom, im->date);
    if (!im->number) DIAG0(im->d, ((struct place){0}), NO_NUMBER);
}

static void find_sources(struct importing *im) {
    for (size_t i = 0; i < im->from->npaths; i++) add_path(im, im->from->paths[i]);
    if (im->from->has_date) {
        im->date = im->from->date;
        im->has_date = true;
    }
    if (!im->has_date && im->sources.n)
        DIAG0(im->d, ((struct place){.file = im->sources.at[0].path}), NO_DATE);
}

bool edition_import(struct arena *a, struct diags *d, const struct import *from,
                    struct edition *out) {
    struct importing im = {.a = a, .d = d, .from = from};
    struct communiques list = {0};
    find_sources(&im);
    if (!im.has_date) return false;
    find_number(&im);
    for (size_t i = 0; i < im.sources.n;) {
        size_t start = list.n;
        bool in_folder = im.sources.at[i].in_folder;
        do read_source(&im, &im.sources.at[i], &list);
        while (++i < im.sources.n && in_folder && im.sources.at[i].in_folder);
        if (in_folder) put_in_order(&im, &list, start);
    }
    *out = (struct edition){im.date,  im.number,       list.at,
                            list.n,   im.originals.at, im.originals.n};
    return diags_fine(d) && list.n;
}
