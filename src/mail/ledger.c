/* See ledger.h. Write-ahead logging, so that others may read meanwhile; every commit is brought to
 * the disk. A file of ballast beside the ledger is given up when the disk is full: what was sent can
 * still be written down then. */
#include "mail/ledger.h"

#include <sqlite3.h>
#include <string.h>

enum { FORM = 1, BALLAST = 1 << 18 };

static const char tables[] =
    "CREATE TABLE letter(edition TEXT, key TEXT, address TEXT NOT NULL, name TEXT, lang INTEGER,"
    " form TEXT, id TEXT, PRIMARY KEY(edition, key)) WITHOUT ROWID;"
    "CREATE TABLE attempt(edition TEXT, key TEXT, try INTEGER, began INTEGER, ended INTEGER,"
    " fate TEXT NOT NULL, reply TEXT, PRIMARY KEY(edition, key, try)) WITHOUT ROWID;"
    "CREATE INDEX attempt_open ON attempt(fate) WHERE fate IN ('begun', 'ending');"
    "PRAGMA user_version = 1;";

enum statement { ADD_LETTER, BEGIN_TRY, MARK_TRY, END_TRY, LIST, OPEN_TRIES, STATEMENT__MAX };

#define LAST_TRY "try = (SELECT max(try) FROM attempt WHERE edition = ?1 AND key = ?2)"

static const char *const statements[STATEMENT__MAX] = {
    [ADD_LETTER] = "INSERT OR REPLACE INTO letter VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    [BEGIN_TRY] =
        "INSERT INTO attempt SELECT ?1, ?2, coalesce(max(try), 0) + 1, ?3, NULL, 'begun', "
        "NULL FROM attempt WHERE edition = ?1 AND key = ?2",
    [MARK_TRY] = "UPDATE attempt SET fate = 'ending' WHERE edition = ?1 AND key = ?2 AND " LAST_TRY,
    [END_TRY] = "UPDATE attempt SET ended = ?3, fate = ?4, reply = ?5 "
                "WHERE edition = ?1 AND key = ?2 AND " LAST_TRY,
    [LIST] =
        "SELECT l.key, address, name, lang, form, id, fate, try, coalesce(ended, began), reply,"
        " (SELECT count(*) FROM attempt u WHERE u.edition = a.edition AND u.key = a.key AND"
        " u.try < a.try AND u.fate = 'uncertain')"
        " FROM letter l JOIN attempt a ON a.edition = l.edition AND a.key = l.key"
        " WHERE l.edition = ?1 AND a.try = (SELECT max(try) FROM attempt m"
        " WHERE m.edition = l.edition AND m.key = l.key) ORDER BY l.key",
    [OPEN_TRIES] = "SELECT edition, key, fate FROM attempt WHERE fate IN ('begun', 'ending')"
                   " ORDER BY edition, key",
};

struct ledger {
    struct text path, ballast;
    sqlite3 *db;
    sqlite3_stmt *ready[STATEMENT__MAX];
    int lock;
};

static const char *const fates[FATE__MAX] = {"waiting",  "begun",   "ending", "sent",
                                             "deferred", "refused", "lost",   "uncertain"};

struct text fate_word(enum fate f) {
    return text_of(fates[f]);
}

static enum fate fate_of(struct text word) {
    enum fate f = 0;
    while (f < FATE__MAX - 1 && !text_equal(word, text_of(fates[f])))
        f++;
    return f;
}

/* --- opening --- */

static bool fine(int r) {
    return r == SQLITE_OK || r == SQLITE_DONE || r == SQLITE_ROW;
}

static bool told(struct ledger *l, struct diags *d, int r) {
    struct place place = {.file = l->path};
    if (fine(r)) return true;
    if ((r & 0xFF) == SQLITE_FULL)
        DIAG0(d, place, LEDGER_FULL);
    else
        DIAG(d, place, LEDGER_FAILED, text_of(sqlite3_errmsg(l->db)));
    return false;
}

static bool run(struct ledger *l, struct diags *d, const char *sql) {
    return told(l, d, sqlite3_exec(l->db, sql, NULL, NULL, NULL));
}

static int form_of_tables(struct ledger *l) {
    sqlite3_stmt *s = NULL;
    int form = -1;
    if (fine(sqlite3_prepare_v2(l->db, "PRAGMA user_version", -1, &s, NULL)) &&
        sqlite3_step(s) == SQLITE_ROW)
        form = sqlite3_column_int(s, 0);
    sqlite3_finalize(s);
    return form;
}

static bool make_tables(struct ledger *l, struct diags *d) {
    int form = form_of_tables(l);
    if (form == FORM) return true;
    if (!form) return run(l, d, "BEGIN IMMEDIATE") && run(l, d, tables) && run(l, d, "COMMIT");
    if (form > 0)
        DIAG(d, ((struct place){.file = l->path}), LEDGER_FAILED, T("user_version"));
    else
        told(l, d, sqlite3_errcode(l->db));
    return false;
}

static bool make_ready(struct ledger *l, struct diags *d) {
    for (int i = 0; i < STATEMENT__MAX; i++)
        if (!told(l, d,
                  sqlite3_prepare_v3(l->db, statements[i], -1, SQLITE_PREPARE_PERSISTENT,
                                     &l->ready[i], NULL)))
            return false;
    return true;
}

/* Whose addresses it holds is nobody else's business. */
static bool make_files(struct ledger *l, struct arena *a, struct diags *d, struct text folder) {
    struct text room = {arena_new(a, char, BALLAST), BALLAST};
    struct output ballast = {l->ballast, room};
    memset((char *)room.at, 'b', BALLAST); /* no holes, which would take no room */
    if (!folder_make(d, folder) || (l->lock = folder_lock(d, folder)) < 0) return false;
    return file_make_private(d, l->path) &&
           (file_exists(l->ballast) || files_put(d, &ballast, 1, true, false));
}

struct ledger *ledger_open(const struct store *s, struct diags *d, bool writing) {
    struct ledger *l = arena_new(s->a, struct ledger, 1);
    struct text folder = file_path(s->a, s->root, T("mail"));
    l->path = file_path(s->a, folder, T("ledger.sqlite"));
    l->ballast = file_path(s->a, folder, T("ballast"));
    l->lock = -1;
    if (!writing && !file_exists(l->path)) return NULL;
    bool ok = !writing || make_files(l, s->a, d, folder);
    if (ok)
        ok =
            told(l, d, sqlite3_open_v2(text_z(s->a, l->path), &l->db, SQLITE_OPEN_READWRITE, NULL));
    if (ok) sqlite3_busy_timeout(l->db, 10000);
    ok = ok && run(l, d, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;") &&
         make_tables(l, d) && make_ready(l, d);
    if (ok) return l;
    ledger_close(l);
    return NULL;
}

void ledger_close(struct ledger *l) {
    if (!l) return;
    for (int i = 0; i < STATEMENT__MAX; i++)
        sqlite3_finalize(l->ready[i]);
    sqlite3_close(l->db);
    folder_unlock(l->lock);
}

/* --- statements --- */

static void bind(sqlite3_stmt *s, int i, struct text t) {
    sqlite3_bind_text(s, i, t.n ? t.at : "", (int)t.n, SQLITE_TRANSIENT);
}

/* The statement, its first two values bound: the edition's name and a subscriber's key. */
static sqlite3_stmt *ready(struct ledger *l, enum statement which, struct edition_name edition,
                           struct text key) {
    char room[64];
    struct build name = {.at = room, .cap = sizeof room};
    sqlite3_stmt *s = l->ready[which];
    edition_name_print(&name, edition);
    sqlite3_reset(s);
    sqlite3_clear_bindings(s);
    bind(s, 1, build_done(&name));
    if (key.n) bind(s, 2, key);
    return s;
}

static int step(sqlite3_stmt *s) {
    int r = sqlite3_step(s);
    sqlite3_reset(s);
    return r;
}

static struct text column(struct arena *a, sqlite3_stmt *s, int i) {
    const char *at = (const char *)sqlite3_column_text(s, i);
    return text_copy(a, (struct text){at ? at : "", (size_t)sqlite3_column_bytes(s, i)});
}

bool ledger_begin(struct ledger *l, struct diags *d, struct edition_name edition,
                  const struct subscriber *s, struct text id) {
    if (!run(l, d, "BEGIN IMMEDIATE")) return false;
    sqlite3_stmt *add = ready(l, ADD_LETTER, edition, s->key);
    bind(add, 3, s->address);
    bind(add, 4, s->name);
    sqlite3_bind_int(add, 5, (int)s->lang);
    bind(add, 6, form_word(s->form));
    bind(add, 7, id);
    int r = step(add);
    if (fine(r)) {
        sqlite3_stmt *begin = ready(l, BEGIN_TRY, edition, s->key);
        sqlite3_bind_int64(begin, 3, instant_now());
        r = step(begin);
    }
    if (told(l, d, r) && run(l, d, "COMMIT")) return true;
    sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
    return false;
}

bool ledger_ending(struct ledger *l, struct diags *d, struct edition_name edition,
                   const struct subscriber *s) {
    return told(l, d, step(ready(l, MARK_TRY, edition, s->key)));
}

static int end_try(struct ledger *l, struct edition_name edition, struct text key, enum fate fate,
                   struct text reply) {
    sqlite3_stmt *end = ready(l, END_TRY, edition, key);
    sqlite3_bind_int64(end, 3, instant_now());
    bind(end, 4, fate_word(fate));
    bind(end, 5, reply);
    return step(end);
}

bool ledger_end(struct ledger *l, struct diags *d, struct edition_name edition,
                const struct subscriber *s, enum fate fate, struct text reply) {
    int r = end_try(l, edition, s->key, fate, reply);
    if (!fine(r) && file_exists(l->ballast)) {
        folder_remove(l->ballast);
        r = end_try(l, edition, s->key, fate, reply);
    }
    return told(l, d, r);
}

/* --- reading --- */

bool ledger_list(struct ledger *l, struct arena *a, struct diags *d, struct edition_name edition,
                 struct entries *out) {
    sqlite3_stmt *s = ready(l, LIST, edition, (struct text){0});
    int r;
    *out = (struct entries){0};
    while ((r = sqlite3_step(s)) == SQLITE_ROW) {
        struct entry e = {.subscriber = {.key = column(a, s, 0),
                                         .address = column(a, s, 1),
                                         .name = column(a, s, 2),
                                         .lang = sqlite3_column_int(s, 3) ? LANG_FR : LANG_EN,
                                         .form = form_of(column(a, s, 4))},
                          .id = column(a, s, 5),
                          .fate = fate_of(column(a, s, 6)),
                          .tries = sqlite3_column_int(s, 7),
                          .at = sqlite3_column_int64(s, 8),
                          .reply = column(a, s, 9),
                          .uncertain = sqlite3_column_int(s, 10)};
        if (e.subscriber.form < FORM__MAX) arena_push(a, out, e);
    }
    sqlite3_reset(s);
    return told(l, d, r);
}

bool ledger_resolve(struct ledger *l, struct arena *a, struct diags *d) {
    struct open_try {
        struct edition_name edition;
        struct text key;
        bool ending;
    };
    struct {
        struct open_try *at;
        size_t n, cap;
    } all = {0};
    sqlite3_stmt *s = l->ready[OPEN_TRIES];
    int r;
    while ((r = sqlite3_step(s)) == SQLITE_ROW) {
        struct open_try t = {.key = column(a, s, 1),
                             .ending = text_equal(column(a, s, 2), fate_word(FATE_ENDING))};
        if (edition_name_parse(column(a, s, 0), &t.edition)) arena_push(a, &all, t);
    }
    sqlite3_reset(s);
    for (size_t i = 0; i < all.n && fine(r); i++) {
        struct open_try *t = &all.at[i];
        if (t->ending) DIAG(d, ((struct place){.file = l->path}), LETTER_UNCERTAIN, t->key);
        r = end_try(l, t->edition, t->key, t->ending ? FATE_UNCERTAIN : FATE_LOST,
                    (struct text){0});
    }
    return told(l, d, r);
}
