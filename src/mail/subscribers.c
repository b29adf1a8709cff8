/* See subscribers.h. */
#include "mail/subscribers.h"

#include "base/csv.h"
#include "base/file.h"
#include "base/nearest.h"
#include "edition/encoding.h"

#include <stdlib.h>
#include <string.h>

enum { LOCAL_CAP = 64, ADDRESS_CAP = 254, LABEL_CAP = 63, NAME_CAP = 200, SHOWN_CAP = 60 };

/* As they are told and kept; what a French table may call them, too. */
static const char *const forms[FORM__MAX] = {"pdf", "html", "text", "link"};
static const char *const formes[FORM__MAX] = {"pdf", "html", "texte", "lien"};

struct text form_word(enum form f) {
    return text_of(forms[f]);
}

enum form form_of(struct text word) {
    enum form f = 0;
    while (f < FORM__MAX && !text_equal(word, text_of(forms[f])) &&
           !text_equal(word, text_of(formes[f])))
        f++;
    return f;
}

/* --- addresses --- */

static bool alnum(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* What stands between two dots: characters of an atom, or letters, digits and inner hyphens. */
static bool part_fine(struct text t, bool domain) {
    if (!t.n || (domain && t.n > LABEL_CAP)) return false;
    for (size_t i = 0; i < t.n; i++) {
        bool fine =
            alnum(t.at[i]) ||
            (domain ? t.at[i] == '-' : t.at[i] != 0 && strchr("!#$%&'*+-/=?^_`{|}~", t.at[i]));
        if (!fine) return false;
    }
    return !domain || (t.at[0] != '-' && t.at[t.n - 1] != '-');
}

static bool parts_fine(struct text t, bool domain) {
    for (;;) {
        size_t dot = text_find(t, T("."));
        if (!part_fine(text_part(t, 0, dot), domain)) return false;
        if (dot == t.n) return true;
        t = text_after(t, dot + 1);
    }
}

bool address_fine(struct text t) {
    size_t at = text_find(t, T("@"));
    struct text domain = text_after(t, at + 1);
    return at <= LOCAL_CAP && t.n <= ADDRESS_CAP && text_find(domain, T(".")) < domain.n &&
           parts_fine(text_part(t, 0, at), false) && parts_fine(domain, true);
}

struct text address_key(struct arena *a, struct text address) {
    struct text key = text_copy(a, address);
    char *s = (char *)key.at;
    for (size_t i = 0; i < key.n; i++)
        if (s[i] >= 'A' && s[i] <= 'Z') s[i] = (char)(s[i] - 'A' + 'a');
    return key;
}

/* --- rows --- */

enum column { COLUMN_ADDRESS, COLUMN_NAME, COLUMN_LANGUAGE, COLUMN_FORM, COLUMN__MAX };

static const char *const columns[LANG__MAX][COLUMN__MAX] = {
    [LANG_EN] = {"address", "name", "language", "form"},
    [LANG_FR] = {"adresse", "nom", "langue", "forme"},
};

struct reading {
    struct arena *a;
    struct diags *d;
    enum lang usual;
    size_t at[COLUMN__MAX]; /* which cell of a row; SIZE_MAX: the table has no such column */
};

/* A stranger's text as it may be shown: what cannot be read as «?», and not much of it. */
static struct text shown(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    for (size_t i = 0; i < t.n && b.n < SHOWN_CAP;) {
        uint32_t c = utf8_next(t, &i);
        build_code(&b, c == UTF8_BAD || c < ' ' || encoding_refuses(c) ? '?' : c);
    }
    if (b.n >= SHOWN_CAP) build_text(&b, T("…"));
    return build_done(&b);
}

static bool name_fine(struct text t) {
    for (size_t i = 0; i < t.n;) {
        uint32_t c = utf8_next(t, &i);
        if (c == UTF8_BAD || c < ' ' || encoding_refuses(c)) return false;
    }
    return t.n <= NAME_CAP;
}

/* «fr», «fr-ML»; a language whose words are not known is fine, and gets the usual ones. */
static bool read_lang(const struct reading *r, struct text t, enum lang *out) {
    struct text tag = text_part(t, 0, text_find(t, T("-")));
    *out = text_equal(tag, T("fr")) ? LANG_FR : text_equal(tag, T("en")) ? LANG_EN : r->usual;
    bool letters = tag.n == 2 || tag.n == 3;
    for (size_t i = 0; i < tag.n; i++)
        letters = letters && tag.at[i] >= 'a' && tag.at[i] <= 'z';
    return !t.n || letters;
}

static const struct csv_cell *cell_of(const struct reading *r, const struct csv_row *row,
                                      enum column c) {
    return r->at[c] < row->n ? &row->at[r->at[c]] : NULL;
}

static struct text value_of(const struct csv_cell *cell) {
    return cell ? text_trim(cell->text) : (struct text){0};
}

/* What the row says, into *out; false, told at the cell, where it cannot be used. */
static bool read_row(const struct reading *r, const struct csv_row *row, struct subscriber *out) {
    const struct csv_cell *cells[COLUMN__MAX];
    struct text values[COLUMN__MAX];
    for (enum column c = 0; c < COLUMN__MAX; c++) {
        cells[c] = cell_of(r, row, c);
        values[c] = value_of(cells[c]);
    }
    struct text form = values[COLUMN_FORM].n ? values[COLUMN_FORM] : form_word(FORM_PDF);
    *out = (struct subscriber){values[COLUMN_ADDRESS], address_key(r->a, values[COLUMN_ADDRESS]),
                               values[COLUMN_NAME], r->usual, form_of(form)};
    bool ok = address_fine(out->address);
    if (!ok)
        DIAG(r->d, cells[COLUMN_ADDRESS]->place, SUBSCRIBER_ADDRESS, shown(r->a, out->address));
    if (!name_fine(out->name)) {
        DIAG(r->d, cells[COLUMN_NAME]->place, SUBSCRIBER_NAME, shown(r->a, out->name),
             text_number(r->a, NAME_CAP));
        ok = false;
    }
    if (!read_lang(r, values[COLUMN_LANGUAGE], &out->lang)) {
        DIAG(r->d, cells[COLUMN_LANGUAGE]->place, SUBSCRIBER_LANGUAGE,
             shown(r->a, values[COLUMN_LANGUAGE]));
        ok = false;
    }
    if (out->form == FORM__MAX) {
        DIAG(r->d, cells[COLUMN_FORM]->place, SUBSCRIBER_FORM, shown(r->a, form));
        ok = false;
    }
    return ok;
}

/* Finds the columns by the heading row, in either language, with capitals or without. */
static bool read_heading(struct reading *r, struct text path, const struct csv_row *row) {
    for (enum column c = 0; c < COLUMN__MAX; c++) {
        r->at[c] = SIZE_MAX;
        for (size_t i = row->n; i--;) {
            struct text word = address_key(r->a, text_trim(row->at[i].text));
            if (text_equal(word, text_of(columns[LANG_EN][c])) ||
                text_equal(word, text_of(columns[LANG_FR][c])))
                r->at[c] = i;
        }
    }
    if (r->at[COLUMN_ADDRESS] != SIZE_MAX) return true;
    DIAG0(r->d, ((struct place){.file = path, .line = 1}), SUBSCRIBERS_HEADING);
    return false;
}

/* --- the same address twice --- */

struct known {
    struct subscriber subscriber;
    struct place place;
    size_t number;
    bool again;
};

static int known_order(const void *a, const void *b) {
    const struct known *x = *(struct known *const *)a, *y = *(struct known *const *)b;
    int order = text_order(x->subscriber.key, y->subscriber.key);
    return order ? order : (x->number > y->number) - (x->number < y->number);
}

/* The first row of an address stands; what follows is told. */
static void find_again(const struct reading *r, struct known *all, size_t n) {
    struct known **sorted = arena_new(r->a, struct known *, n);
    for (size_t i = 0; i < n; i++)
        sorted[i] = &all[i];
    if (n) qsort(sorted, n, sizeof *sorted, known_order);
    for (size_t i = 1, first = 0; i < n; i++) {
        if (!text_equal(sorted[i]->subscriber.key, sorted[first]->subscriber.key)) {
            first = i;
            continue;
        }
        sorted[i]->again = true;
        DIAG(r->d, sorted[i]->place, SUBSCRIBER_TWICE, sorted[i]->subscriber.address,
             text_number(r->a, sorted[first]->place.line));
    }
}

bool subscribers_of(struct arena *a, struct diags *d, struct text path, struct text bytes,
                    enum lang usual, struct subscribers *out) {
    struct reading r = {.a = a, .d = d, .usual = usual};
    struct csv csv;
    *out = (struct subscribers){0};
    csv_read(a, d, path, bytes, &csv);
    if (!csv.n) {
        DIAG0(d, ((struct place){.file = path, .line = 1}), SUBSCRIBERS_HEADING);
        return false;
    }
    if (csv.at[0].faulty || !read_heading(&r, path, &csv.at[0])) return false;
    struct known *all = arena_new(a, struct known, csv.n);
    size_t n = 0;
    for (size_t i = 1; i < csv.n; i++) {
        if (csv.at[i].faulty || !read_row(&r, &csv.at[i], &all[n].subscriber)) continue;
        all[n].place = cell_of(&r, &csv.at[i], COLUMN_ADDRESS)->place;
        all[n].number = n;
        n++;
    }
    find_again(&r, all, n);
    for (size_t i = 0; i < n; i++)
        if (!all[i].again) arena_push(a, out, all[i].subscriber);
    return true;
}

bool subscribers_read(struct arena *a, struct diags *d, struct text path, enum lang usual,
                      struct subscribers *out) {
    struct text bytes;
    *out = (struct subscribers){0};
    return file_read(a, d, path, FILE_CAP, &bytes) &&
           subscribers_of(a, d, path, bytes, usual, out);
}
