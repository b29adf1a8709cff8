/* See catalogue.h. The words of a communiqué are stemmed and stripped of accents before they go
 * into the index, and so are the words that are looked for; the index keeps no text. */
#include "archive/catalogue.h"

#include "base/unicode.h"

#include <libstemmer.h>
#include <sqlite3.h>

enum { FORM = 1 /* of the tables; another is made anew */ };

static const char tables[] =
    "DROP TABLE IF EXISTS edition; DROP TABLE IF EXISTS communique; DROP TABLE IF EXISTS words;"
    "CREATE TABLE edition(name TEXT PRIMARY KEY, date INTEGER, special INTEGER, revision INTEGER,"
    " number INTEGER, title TEXT, because TEXT, sha256 TEXT, communiques INTEGER) WITHOUT ROWID;"
    "CREATE TABLE communique(id INTEGER PRIMARY KEY, edition TEXT, date INTEGER, special INTEGER,"
    " revision INTEGER, number INTEGER, page INTEGER, ministry TEXT, title TEXT);"
    "CREATE INDEX communique_day ON communique(date, special, revision);"
    "CREATE VIRTUAL TABLE words USING fts5(title, body, content='', tokenize='ascii');"
    "PRAGMA user_version = 1;";

struct catalogue {
    struct arena *a;
    sqlite3 *db;
    struct sb_stemmer *stemmer;
};

struct text catalogue_library(struct arena *a) {
    return TEXT_JOIN(a, T("SQLite "), text_of(sqlite3_libversion()));
}

static bool told(struct catalogue *c, struct diags *d, int r) {
    if (r == SQLITE_OK || r == SQLITE_DONE || r == SQLITE_ROW) return true;
    DIAG(d, ((struct place){0}), CATALOGUE_FAILED, text_of(sqlite3_errmsg(c->db)));
    return false;
}

static bool run(struct catalogue *c, struct diags *d, const char *sql) {
    return told(c, d, sqlite3_exec(c->db, sql, NULL, NULL, NULL));
}

static int form_of(struct catalogue *c) {
    sqlite3_stmt *s = NULL;
    int form = 0;
    if (sqlite3_prepare_v2(c->db, "PRAGMA user_version", -1, &s, NULL) == SQLITE_OK &&
        sqlite3_step(s) == SQLITE_ROW)
        form = sqlite3_column_int(s, 0);
    sqlite3_finalize(s);
    return form;
}

struct catalogue *catalogue_open(const struct store *s, struct diags *d, bool writing) {
    struct catalogue *c = arena_new(s->a, struct catalogue, 1);
    struct text path = file_path(s->a, s->root, T("catalogue.sqlite"));
    int how = writing ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    c->a = s->a;
    if (!writing && !file_exists(path)) return NULL;
    bool fine = sqlite3_open_v2(text_z(s->a, path), &c->db, how, NULL) == SQLITE_OK;
    c->stemmer = sb_stemmer_new("french", "UTF_8");
    sqlite3_busy_timeout(c->db, 10000);
    if (fine && writing) fine = run(c, d, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
    if (fine && form_of(c) != FORM) fine = writing && run(c, d, tables);
    if (fine) return c;
    if (writing) told(c, d, sqlite3_errcode(c->db));
    catalogue_close(c);
    return NULL;
}

void catalogue_close(struct catalogue *c) {
    if (!c) return;
    sb_stemmer_delete(c->stemmer);
    sqlite3_close(c->db);
}

bool catalogue_begin(struct catalogue *c, struct diags *d) {
    return run(c, d, "BEGIN IMMEDIATE");
}

bool catalogue_end(struct catalogue *c, struct diags *d) {
    return run(c, d, "COMMIT");
}

bool catalogue_clear(struct catalogue *c, struct diags *d) {
    return run(c, d, tables);
}

/* --- words --- */

/* Appends one word as the index has it. */
static void build_word(struct catalogue *c, struct build *b, struct text word) {
    struct arena scratch = *c->a;
    const sb_symbol *stem =
        sb_stemmer_stem(c->stemmer, (const sb_symbol *)word.at, (int)word.n);
    struct text stemmed = {(const char *)stem, (size_t)sb_stemmer_length(c->stemmer)};
    build_text(b, unicode_bare(&scratch, stemmed));
}

/* The words of a text, parted by spaces, in an arena other than the catalogue's. Where `query`,
 * quotation marks and a star behind a word are kept for FTS5, and each word is quoted. */
static struct text fold(struct catalogue *c, struct arena *a, struct text t, bool query) {
    struct build b = {.arena = a};
    struct text small = unicode_small(a, t);
    bool phrase = false;
    for (size_t i = 0; i < small.n;) {
        size_t from = i, to = i;
        while (i < small.n) {
            uint32_t u = utf8_next(small, &i);
            if (!unicode_letter(u) && !unicode_mark(u) && !(u >= '0' && u <= '9')) break;
            to = i;
        }
        char sign = to < i ? small.at[to] : 0;
        if (to > from) {
            if (query && !phrase) build_char(&b, '"');
            if (query && sign == '*') /* a beginning is not stemmed */
                build_text(&b, unicode_bare(a, text_part(small, from, to)));
            else build_word(c, &b, text_part(small, from, to));
            if (query && !phrase) build_char(&b, '"');
            if (query && sign == '*' && !phrase) build_char(&b, '*');
            build_char(&b, ' ');
        }
        if (query && sign == '"') {
            build_char(&b, '"');
            phrase = !phrase;
        }
    }
    if (phrase) build_char(&b, '"');
    return build_done(&b);
}

/* --- writing --- */

static void bind(sqlite3_stmt *s, int i, struct text t) {
    sqlite3_bind_text(s, i, t.at ? t.at : "", (int)t.n, SQLITE_STATIC);
}

static bool finish(struct catalogue *c, struct diags *d, sqlite3_stmt *s) {
    bool fine = told(c, d, sqlite3_step(s));
    sqlite3_finalize(s);
    return fine;
}

static sqlite3_stmt *prepare(struct catalogue *c, struct diags *d, const char *sql) {
    sqlite3_stmt *s = NULL;
    return told(c, d, sqlite3_prepare_v2(c->db, sql, -1, &s, NULL)) ? s : NULL;
}

static bool add_words(struct catalogue *c, struct diags *d, const struct content_entry *e,
                      struct text body) {
    struct arena folded = arena_open((size_t)1 << 28);
    sqlite3_stmt *s = prepare(c, d, "INSERT INTO words(rowid, title, body) VALUES(?, ?, ?)");
    bool fine = false;
    if (s) {
        sqlite3_bind_int64(s, 1, sqlite3_last_insert_rowid(c->db));
        bind(s, 2, fold(c, &folded, e->title, false));
        bind(s, 3, fold(c, &folded, body, false));
        fine = finish(c, d, s);
    }
    arena_close(&folded);
    return fine;
}

static bool add_communique(struct catalogue *c, struct diags *d, const struct recipe *r,
                           struct text name, const struct content_entry *e) {
    sqlite3_stmt *s = prepare(c, d, "INSERT INTO communique(edition, date, special, revision, number,"
                                    " page, ministry, title) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    if (!s) return false;
    bind(s, 1, name);
    sqlite3_bind_int(s, 2, r->name.date);
    sqlite3_bind_int(s, 3, r->name.special);
    sqlite3_bind_int(s, 4, r->name.revision);
    sqlite3_bind_int(s, 5, r->number);
    sqlite3_bind_int(s, 6, e->page);
    bind(s, 7, e->ministry);
    bind(s, 8, e->title);
    return finish(c, d, s);
}

bool catalogue_add(struct catalogue *c, struct diags *d, const struct bundle *b,
                   struct text sha256) {
    const struct recipe *r = &b->recipe;
    struct text name = edition_name_text(c->a, r->name), text = {0};
    const struct zip_file *file = bag_find(&b->files, T("text.txt"));
    if (file) text = file->bytes;
    sqlite3_stmt *s = prepare(c, d, "INSERT OR REPLACE INTO edition VALUES(?,?,?,?,?,?,?,?,?)");
    if (!s) return false;
    bind(s, 1, name);
    sqlite3_bind_int(s, 2, r->name.date);
    sqlite3_bind_int(s, 3, r->name.special);
    sqlite3_bind_int(s, 4, r->name.revision);
    sqlite3_bind_int(s, 5, r->number);
    bind(s, 6, r->title);
    bind(s, 7, r->because);
    bind(s, 8, sha256);
    sqlite3_bind_int64(s, 9, (sqlite3_int64)r->contents.n);
    bool fine = finish(c, d, s);
    for (size_t i = 0; i < r->contents.n && fine; i++) {
        const struct content_entry *e = &r->contents.at[i];
        fine = add_communique(c, d, r, name, e) &&
               add_words(c, d, e, text_part(text, e->at, e->at + e->bytes));
    }
    return fine;
}

/* --- reading --- */

static struct text column(struct arena *a, sqlite3_stmt *s, int i) {
    const char *t = (const char *)sqlite3_column_text(s, i);
    return text_copy(a, text_of(t));
}

size_t catalogue_count(struct catalogue *c) {
    sqlite3_stmt *s = NULL;
    size_t n = 0;
    if (sqlite3_prepare_v2(c->db, "SELECT count(*) FROM edition", -1, &s, NULL) == SQLITE_OK &&
        sqlite3_step(s) == SQLITE_ROW)
        n = (size_t)sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    return n;
}

bool catalogue_find(struct catalogue *c, struct arena *a, struct edition_name name,
                    struct listed *out) {
    sqlite3_stmt *s = NULL;
    struct text key = edition_name_text(a, name);
    if (sqlite3_prepare_v2(c->db,
                           "SELECT number, title, because, sha256, communiques FROM edition"
                           " WHERE name = ?",
                           -1, &s, NULL) != SQLITE_OK)
        return false;
    bind(s, 1, key);
    bool found = sqlite3_step(s) == SQLITE_ROW;
    if (found)
        *out = (struct listed){name,
                               sqlite3_column_int(s, 0),
                               column(a, s, 1),
                               column(a, s, 2),
                               column(a, s, 3),
                               sqlite3_column_int(s, 4)};
    sqlite3_finalize(s);
    return found;
}

static struct found found_row(struct arena *a, sqlite3_stmt *s) {
    return (struct found){{sqlite3_column_int(s, 0), sqlite3_column_int(s, 1),
                           sqlite3_column_int(s, 2)},
                          sqlite3_column_int(s, 3),
                          sqlite3_column_int(s, 4),
                          column(a, s, 5),
                          column(a, s, 6)};
}

int catalogue_search(struct catalogue *c, struct arena *a, struct diags *d,
                     const struct search *search, struct found *out) {
    struct arena folded = arena_open((size_t)1 << 28);
    struct text words = fold(c, &folded, search->words, true);
    int n = -1;
    sqlite3_stmt *s =
        prepare(c, d,
                "SELECT k.date, k.special, k.revision, k.number, k.page, k.ministry, k.title"
                " FROM words JOIN communique k ON k.id = words.rowid WHERE words MATCH ?1"
                " AND (?2 = '' OR k.ministry = ?2) AND k.date BETWEEN ?3 AND ?4"
                " AND k.revision = (SELECT max(e.revision) FROM edition e"
                "  WHERE e.date = k.date AND e.special = k.special)"
                " ORDER BY k.date DESC, k.special DESC, k.id LIMIT ?5");
    if (s && words.n) {
        bind(s, 1, words);
        bind(s, 2, search->ministry);
        sqlite3_bind_int(s, 3, search->range.from);
        sqlite3_bind_int(s, 4, search->range.to);
        sqlite3_bind_int(s, 5, search->limit);
        int r = SQLITE_DONE;
        for (n = 0; n < search->limit && (r = sqlite3_step(s)) == SQLITE_ROW; n++)
            out[n] = found_row(a, s);
        if (!told(c, d, r)) n = -1;
    } else if (s) {
        n = 0;
    }
    sqlite3_finalize(s);
    arena_close(&folded);
    return n;
}
