/* See catalogue.h. Editions and communiqués have numbers in the order of names, so that «newest
 * first» is the order of the index itself, and a search stops at its limit. The index keeps no
 * text. */
#include "archive/catalogue.h"

#include "archive/lookup.h"
#include "base/digest.h"

#include <sqlite3.h>
#include <string.h>

enum {
    FORM = 3, /* of the tables; another is made anew */
    WAIT = 10000, /* milliseconds for another writer */
    KNOWN = 1 << 15, /* words that are remembered to be in the table of words */
    STARTS_MOST = 1000
};

static const char tables[] =
    "DROP TABLE IF EXISTS edition; DROP TABLE IF EXISTS communique; DROP TABLE IF EXISTS words;"
    " DROP TABLE IF EXISTS form;"
    "CREATE TABLE edition(id INTEGER PRIMARY KEY, number INTEGER, title TEXT, because TEXT,"
    " sha256 TEXT, before TEXT, communiques INTEGER);"
    "CREATE TABLE communique(id INTEGER PRIMARY KEY, page INTEGER, ministry TEXT, title TEXT);"
    "CREATE VIRTUAL TABLE words USING fts5(ministry, stems, content='', tokenize='ascii');"
    "CREATE TABLE form(plain TEXT PRIMARY KEY, stem TEXT) WITHOUT ROWID;"
    "PRAGMA user_version = 3;";

/* What is asked again and again is prepared once. Hashes are sought from the newest edition on, for it is
 * the one that is asked for each time, whether the catalogue is the archive's. */
enum statement { ADD_EDITION, ADD_COMMUNIQUE, ADD_WORDS, ADD_FORM, FIND, NAMED, FOLLOWER, STATEMENT__MAX };

static const char *const statements[STATEMENT__MAX] = {
    [ADD_EDITION] = "INSERT INTO edition VALUES(?, ?, ?, ?, ?, ?, ?)",
    [ADD_COMMUNIQUE] = "INSERT INTO communique VALUES(?, ?, ?, ?)",
    [ADD_WORDS] = "INSERT INTO words(rowid, ministry, stems) VALUES(?, ?, ?)",
    [ADD_FORM] = "INSERT OR IGNORE INTO form VALUES(?, ?)",
    [FIND] = "SELECT number, title, because, sha256, communiques FROM edition WHERE id = ?",
    [NAMED] = "SELECT id FROM edition WHERE sha256 = ? ORDER BY id DESC LIMIT 1",
    [FOLLOWER] = "SELECT id FROM edition WHERE before = ? ORDER BY id DESC LIMIT 1",
};

struct catalogue {
    struct arena *a;
    struct arena own;    /* for what writing takes, so that another thread than the archive's may write */
    struct arena folded; /* for the words of one communiqué, opened when an edition is added */
    struct text path;
    sqlite3 *db;
    sqlite3_stmt *prepared[STATEMENT__MAX];
    struct lookup *lookup;
    uint64_t *known; /* hashes of words, by their ends; emptied with each transaction */
};

struct text catalogue_library(struct arena *a) {
    return TEXT_JOIN(a, T("SQLite "), text_of(sqlite3_libversion()));
}

/* --- numbers of editions and communiqués --- */

enum { PAST = 400000, /* days added, so that none is negative */ EACH = 10000, INNER = 16384 };

static int64_t day_id(date day, int special, int revision) {
    return (((int64_t)day + PAST) * EACH + special) * EACH + revision;
}

static int64_t edition_id(struct edition_name n) {
    return day_id(n.date, n.special, n.revision);
}

static struct edition_name edition_of(int64_t id) {
    return (struct edition_name){(date)(id / EACH / EACH - PAST), (int)(id / EACH % EACH),
                                 (int)(id % EACH)};
}

/* Those of an edition count down, for the newest edition is found first, and its first communiqué
 * before the others. */
static int64_t communique_id(int64_t edition, size_t i) {
    return edition * INNER + (INNER - 1 - (int64_t)i);
}

/* --- calls of SQLite --- */

static bool told(struct catalogue *c, struct diags *d, int r) {
    if (r == SQLITE_OK || r == SQLITE_DONE || r == SQLITE_ROW) return true;
    DIAG(d, ((struct place){.file = c->path}), CATALOGUE_FAILED, text_of(sqlite3_errmsg(c->db)));
    return false;
}

static bool run(struct catalogue *c, struct diags *d, const char *sql) {
    return told(c, d, sqlite3_exec(c->db, sql, NULL, NULL, NULL));
}

static sqlite3_stmt *prepare(struct catalogue *c, const char *sql) {
    sqlite3_stmt *s = NULL;
    sqlite3_prepare_v2(c->db, sql, -1, &s, NULL);
    return s;
}

/* A statement, ready to be bound; NULL where the database does not take it. */
static sqlite3_stmt *statement(struct catalogue *c, enum statement which) {
    sqlite3_stmt **s = &c->prepared[which];
    if (!*s) *s = prepare(c, statements[which]);
    else sqlite3_reset(*s);
    return *s;
}

/* The one number that a query is about; -1 where there is none. */
static int64_t number_of(struct catalogue *c, const char *sql) {
    sqlite3_stmt *s = prepare(c, sql);
    int64_t n = s && sqlite3_step(s) == SQLITE_ROW ? sqlite3_column_int64(s, 0) : -1;
    sqlite3_finalize(s);
    return n;
}

static void bind(sqlite3_stmt *s, int i, struct text t) {
    sqlite3_bind_text(s, i, t.at ? t.at : "", (int)t.n, SQLITE_STATIC);
}

static bool step(struct catalogue *c, struct diags *d, sqlite3_stmt *s) {
    int r = sqlite3_step(s);
    bool fine = told(c, d, r);
    sqlite3_reset(s);
    return fine;
}

static struct text column(struct arena *a, sqlite3_stmt *s, int i) {
    const char *t = (const char *)sqlite3_column_text(s, i);
    return text_copy(a, text_of(t));
}

/* --- opening --- */

static void disconnect(struct catalogue *c) {
    for (int i = 0; i < STATEMENT__MAX; i++) {
        sqlite3_finalize(c->prepared[i]);
        c->prepared[i] = NULL;
    }
    sqlite3_close(c->db);
    c->db = NULL;
}

void catalogue_close(struct catalogue *c) {
    if (!c) return;
    disconnect(c);
    lookup_close(c->lookup);
    arena_close(&c->folded);
    arena_close(&c->own);
}

static bool connect(struct catalogue *c, struct text name, int how) {
    bool fine = sqlite3_open_v2(text_z(c->a, name), &c->db, how, NULL) == SQLITE_OK;
    sqlite3_busy_timeout(c->db, WAIT);
    return fine && number_of(c, "PRAGMA user_version") >= 0;
}

/* The path as a URI (RFC 3986), for what SQLite takes as options only there. */
static struct text uri_of(struct arena *a, struct text path, struct text options) {
    static const char hex[] = "0123456789ABCDEF";
    struct build b = {.arena = a};
    build_text(&b, T("file:"));
    for (size_t i = 0; i < path.n; i++) {
        unsigned char u = (unsigned char)path.at[i];
        if (u > 0x20 && u < 0x7F && u != '%' && u != '?' && u != '#') {
            build_char(&b, (char)u);
            continue;
        }
        build_char(&b, '%');
        build_char(&b, hex[u >> 4]);
        build_char(&b, hex[u & 15]);
    }
    build_text(&b, options);
    return build_done(&b);
}

/* Where nothing may be written beside it, a database in WAL mode opens only as one that nobody
 * changes; that is so where all that was written has come into the file itself. */
static bool connect_reading(struct catalogue *c) {
    if (connect(c, c->path, SQLITE_OPEN_READONLY)) return true;
    disconnect(c);
    if (file_size(TEXT_JOIN(c->a, c->path, T("-wal"))) > 0) return false;
    return connect(c, uri_of(c->a, c->path, T("?immutable=1")),
                   SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

enum kinship { OURS, LATE, FOREIGN };

/* Whether the edition that a query finds is in the archive with the same bytes. */
static bool shared(struct catalogue *c, const struct store *s, const char *sql) {
    struct arena scratch = *s->a;
    struct diags unheard = diags_make(&scratch);
    struct text bytes;
    bool same = false;
    sqlite3_stmt *one = prepare(c, sql);
    if (one && sqlite3_step(one) == SQLITE_ROW)
        same = store_read(s, &scratch, &unheard, edition_of(sqlite3_column_int64(one, 0)), &bytes) &&
               text_equal(digest_hex(&scratch, digest_of(bytes)), column(&scratch, one, 1));
    sqlite3_finalize(one);
    return same;
}

/* Whether the catalogue is that of the archive: it has the edition kept last; or it is late, and has
 * at least its first or its last edition from there. */
static enum kinship kinship_of(struct catalogue *c, const struct store *s) {
    struct arena scratch = *s->a;
    struct diags unheard = diags_make(&scratch);
    struct text head;
    struct edition_name unused;
    bool has_head = store_head(s, &scratch, &unheard, &head) && head.n;
    if (has_head && catalogue_named(c, head, &unused)) return OURS;
    if (!catalogue_count(c)) return has_head ? LATE : OURS;
    bool kin = shared(c, s, "SELECT id, sha256 FROM edition WHERE before = '' LIMIT 1") ||
               shared(c, s, "SELECT id, sha256 FROM edition ORDER BY id DESC LIMIT 1");
    if (!kin) return FOREIGN;
    return has_head ? LATE : OURS;
}

static struct catalogue *give_up(struct catalogue *c, struct diags *d, enum message why) {
    DIAG0(d, ((struct place){.file = c->path}), why);
    catalogue_close(c);
    return NULL;
}

static struct catalogue *open_reading(struct catalogue *c, const struct store *s,
                                      struct diags *d) {
    if (!file_exists(c->path)) return give_up(c, d, CATALOGUE_NONE);
    if (!connect_reading(c) || number_of(c, "PRAGMA user_version") != FORM)
        return give_up(c, d, CATALOGUE_UNUSABLE);
    enum kinship kin = kinship_of(c, s);
    if (kin == FOREIGN) return give_up(c, d, CATALOGUE_FOREIGN);
    if (kin == LATE) DIAG0(d, ((struct place){.file = c->path}), CATALOGUE_BEHIND);
    return c;
}

/* A file that SQLite cannot use is removed, with what belongs to it. */
static void remove_file(struct catalogue *c) {
    static const char *const behind[] = {"-wal", "-shm", "-journal", ""};
    disconnect(c);
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        file_remove(TEXT_JOIN(c->a, c->path, text_of(behind[i])));
}

static bool connect_writing(struct catalogue *c, struct diags *d) {
    return connect(c, c->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) &&
           run(c, d, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
}

static struct catalogue *open_writing(struct catalogue *c, const struct store *s,
                                      struct diags *d) {
    struct diags unheard = diags_make(c->a);
    bool there = file_exists(c->path), fine = connect_writing(c, &unheard);
    int error = sqlite3_errcode(c->db);
    if (!fine && there && (error == SQLITE_NOTADB || error == SQLITE_CORRUPT)) {
        remove_file(c);
        fine = connect_writing(c, &unheard);
    }
    bool ours = fine && number_of(c, "PRAGMA user_version") == FORM && kinship_of(c, s) != FOREIGN;
    if (fine && !ours) fine = run(c, &unheard, tables);
    if (fine && !ours && there) DIAG0(d, ((struct place){.file = c->path}), CATALOGUE_ANEW);
    if (fine) return c;
    told(c, d, sqlite3_errcode(c->db));
    catalogue_close(c);
    return NULL;
}

struct catalogue *catalogue_open(const struct store *s, struct diags *d, bool writing) {
    struct catalogue *c = arena_new(s->a, struct catalogue, 1);
    c->a = s->a;
    c->path = file_path(s->a, s->root, T("catalogue.sqlite"));
    c->own = arena_open((size_t)1 << 26);
    c->lookup = lookup_open(&c->own);
    c->known = arena_new(&c->own, uint64_t, KNOWN);
    return writing ? open_writing(c, s, d) : open_reading(c, s, d);
}

bool catalogue_begin(struct catalogue *c, struct diags *d) {
    memset(c->known, 0, KNOWN * sizeof *c->known);
    return run(c, d, "BEGIN IMMEDIATE");
}

bool catalogue_end(struct catalogue *c, struct diags *d) {
    return run(c, d, "COMMIT");
}

bool catalogue_clear(struct catalogue *c, struct diags *d) {
    return run(c, d, tables);
}

/* --- writing --- */

/* The words as they are written, for those who look for the starts of words. */
static bool add_forms(struct catalogue *c, struct diags *d, struct text plain, struct text stems) {
    while (plain.n) {
        struct text word = lookup_next(&plain), stem = lookup_next(&stems);
        uint64_t hash = (uint64_t)text_hash(word, 1) << 32 | text_hash(word, 0);
        if (c->known[hash % KNOWN] == hash) continue;
        sqlite3_stmt *s = statement(c, ADD_FORM);
        if (!s) return told(c, d, sqlite3_errcode(c->db));
        bind(s, 1, word);
        bind(s, 2, stem);
        if (!step(c, d, s)) return false;
        c->known[hash % KNOWN] = hash;
    }
    return true;
}

static bool add_words(struct catalogue *c, struct diags *d, int64_t id,
                      const struct content_entry *e, struct text body) {
    struct arena scratch = c->folded;
    struct build plain = {.arena = &scratch}, stems = {.arena = &scratch};
    struct build acronym = {.arena = &scratch}, unused = {.arena = &scratch};
    lookup_fold(c->lookup, e->ministry, &acronym, &unused);
    lookup_fold(c->lookup, body.n ? body : e->title, &plain, &stems);
    sqlite3_stmt *s = statement(c, ADD_WORDS);
    if (!s) return told(c, d, sqlite3_errcode(c->db));
    sqlite3_bind_int64(s, 1, id);
    bind(s, 2, build_done(&acronym));
    bind(s, 3, build_done(&stems));
    bool fine = step(c, d, s);
    sqlite3_clear_bindings(s);
    return fine && add_forms(c, d, build_done(&plain), build_done(&stems));
}

static bool add_communique(struct catalogue *c, struct diags *d, int64_t id,
                           const struct content_entry *e) {
    sqlite3_stmt *s = statement(c, ADD_COMMUNIQUE);
    if (!s) return told(c, d, sqlite3_errcode(c->db));
    sqlite3_bind_int64(s, 1, id);
    sqlite3_bind_int(s, 2, e->page);
    bind(s, 3, e->ministry);
    bind(s, 4, e->title);
    return step(c, d, s);
}

static bool add_edition(struct catalogue *c, struct diags *d, const struct recipe *r,
                        struct text sha256) {
    sqlite3_stmt *s = statement(c, ADD_EDITION);
    if (!s) return told(c, d, sqlite3_errcode(c->db));
    sqlite3_bind_int64(s, 1, edition_id(r->name));
    sqlite3_bind_int(s, 2, r->number);
    bind(s, 3, r->title);
    bind(s, 4, r->because);
    bind(s, 5, sha256);
    bind(s, 6, r->before);
    sqlite3_bind_int64(s, 7, (sqlite3_int64)r->contents.n);
    return step(c, d, s);
}

bool catalogue_add(struct catalogue *c, struct diags *d, const struct bundle *b,
                   struct text sha256) {
    if (!c->folded.base) c->folded = arena_open((size_t)1 << 30);
    struct arena scratch = c->folded;
    const struct recipe *r = &b->recipe;
    const struct zip_file *file = bag_find(&b->files, T("text.txt"));
    struct text text = file ? file->bytes : (struct text){0};
    struct listed there;
    if (catalogue_find(c, &scratch, r->name, &there) && text_equal(there.sha256, sha256))
        return true;
    int64_t id = edition_id(r->name);
    bool fine = add_edition(c, d, r, sha256);
    for (size_t i = 0; i < r->contents.n && i < INNER && fine; i++) {
        const struct content_entry *e = &r->contents.at[i];
        fine = add_communique(c, d, communique_id(id, i), e) &&
               add_words(c, d, communique_id(id, i), e,
                         text_part(text, e->at, e->at + e->bytes));
    }
    return fine;
}

/* --- reading --- */

size_t catalogue_count(struct catalogue *c) {
    int64_t n = number_of(c, "SELECT count(*) FROM edition");
    return n < 0 ? 0 : (size_t)n;
}

bool catalogue_find(struct catalogue *c, struct arena *a, struct edition_name name,
                    struct listed *out) {
    sqlite3_stmt *s = statement(c, FIND);
    if (!s) return false;
    sqlite3_bind_int64(s, 1, edition_id(name));
    bool found = sqlite3_step(s) == SQLITE_ROW;
    if (found)
        *out = (struct listed){name,
                               sqlite3_column_int(s, 0),
                               column(a, s, 1),
                               column(a, s, 2),
                               column(a, s, 3),
                               sqlite3_column_int(s, 4)};
    sqlite3_reset(s);
    return found;
}

/* The edition for which the statement finds a number. */
static bool find_id(struct catalogue *c, enum statement which, struct text sha256,
                    struct edition_name *out) {
    sqlite3_stmt *s = statement(c, which);
    if (!s) return false;
    bind(s, 1, sha256);
    bool found = sqlite3_step(s) == SQLITE_ROW;
    if (found) *out = edition_of(sqlite3_column_int64(s, 0));
    sqlite3_reset(s);
    return found;
}

bool catalogue_named(struct catalogue *c, struct text sha256, struct edition_name *out) {
    return find_id(c, NAMED, sha256, out);
}

bool catalogue_follower(struct catalogue *c, struct text sha256, struct edition_name *out) {
    return find_id(c, FOLLOWER, sha256, out);
}

bool catalogue_sound(struct catalogue *c) {
    struct arena scratch = c->own;
    sqlite3_stmt *s = prepare(c, "PRAGMA quick_check(1)");
    bool fine = s && sqlite3_step(s) == SQLITE_ROW && text_equal(column(&scratch, s, 0), T("ok"));
    sqlite3_finalize(s);
    int64_t all = number_of(c, "SELECT total(min(communiques, 16384)) FROM edition");
    return fine && all == number_of(c, "SELECT count(*) FROM communique") &&
           all == number_of(c, "SELECT count(*) FROM words");
}

/* The latest revisions, unless the range names one; rows are found in the order that is wanted. */
static const char looking[] =
    "SELECT e.id, e.number, k.page, k.ministry, k.title FROM words"
    " JOIN communique k ON k.id = words.rowid JOIN edition e ON e.id = k.id / 16384"
    " WHERE words MATCH ?1 AND words.rowid BETWEEN ?2 AND ?3 AND (?4 = '' OR k.ministry = ?4)"
    " AND (?5 OR NOT EXISTS (SELECT 1 FROM edition l"
    "  WHERE l.id > e.id AND l.id < (e.id / 10000 + 1) * 10000))"
    " ORDER BY words.rowid DESC LIMIT ?6";

static int64_t lowest(const struct range *r) {
    const struct edition_name *n = &r->name;
    date from = r->from < -PAST ? -PAST : r->from;
    return r->one && (n->special || n->revision) ? day_id(from, n->special, n->revision)
                                                 : day_id(from, 0, 0);
}

static int64_t highest(const struct range *r) {
    enum { LAST = 3000000 }; /* days: beyond the year 9999 */
    const struct edition_name *n = &r->name;
    date to = r->to > LAST ? LAST : r->to;
    if (!r->one || (!n->special && !n->revision)) return day_id(to + 1, 0, 0) - 1;
    return n->revision ? edition_id(*n) : day_id(to, n->special + 1, 0) - 1;
}

static struct text find_starts(void *context, struct arena *a, struct text start) {
    struct catalogue *c = context;
    struct build b = {.arena = a};
    sqlite3_stmt *s = prepare(c, "SELECT DISTINCT stem FROM form WHERE plain >= ?1"
                                 " AND plain < ?1 || x'F4' LIMIT ?2");
    if (!s) return (struct text){0};
    bind(s, 1, start);
    sqlite3_bind_int(s, 2, STARTS_MOST);
    while (sqlite3_step(s) == SQLITE_ROW) {
        if (b.n) build_char(&b, ' ');
        build_text(&b, column(a, s, 0));
    }
    sqlite3_finalize(s);
    return build_done(&b);
}

/* The words, and the acronym as words of a column of its own. */
static struct text expression(struct catalogue *c, struct arena *a, const struct search *search) {
    struct lookup_starts starts = {find_starts, c};
    struct text words = lookup_query(c->lookup, a, search->words, &starts);
    struct build acronym = {.arena = a}, unused = {.arena = a};
    if (!words.n || !search->ministry.n) return words;
    lookup_fold(c->lookup, search->ministry, &acronym, &unused);
    return TEXT_JOIN(a, T("ministry : \""), text_trim_end(build_done(&acronym)), T("\" AND "), words);
}

bool catalogue_has_ministry(struct catalogue *c, struct text acronym) {
    sqlite3_stmt *s = prepare(c, "SELECT 1 FROM communique WHERE ministry = ?1 LIMIT 1");
    if (!s) return true;
    bind(s, 1, acronym);
    bool none = sqlite3_step(s) == SQLITE_DONE;
    sqlite3_finalize(s);
    return !none;
}

int catalogue_search(struct catalogue *c, struct arena *a, struct diags *d,
                     const struct search *search, struct found *out) {
    struct text words = expression(c, a, search);
    int n = 0, r = SQLITE_DONE;
    if (!words.n) return 0;
    sqlite3_stmt *s = prepare(c, looking);
    if (!s) return told(c, d, sqlite3_errcode(c->db)) ? 0 : -1;
    bind(s, 1, words);
    sqlite3_bind_int64(s, 2, lowest(&search->range) * INNER);
    sqlite3_bind_int64(s, 3, highest(&search->range) * INNER + INNER - 1);
    bind(s, 4, search->ministry);
    sqlite3_bind_int(s, 5, search->range.one && search->range.name.revision);
    sqlite3_bind_int(s, 6, search->limit);
    for (; n < search->limit && (r = sqlite3_step(s)) == SQLITE_ROW; n++)
        out[n] = (struct found){edition_of(sqlite3_column_int64(s, 0)), sqlite3_column_int(s, 1),
                                sqlite3_column_int(s, 2), column(a, s, 3), column(a, s, 4)};
    if (!told(c, d, r)) n = -1;
    sqlite3_finalize(s);
    return n;
}
