/* Those who get the bulletin by mail: a table with a heading row, as griot-newsroom(5) describes it.
 * A row that cannot be used is told with its place and skipped; the others stand. */
#ifndef MAIL_SUBSCRIBERS_H
#define MAIL_SUBSCRIBERS_H

#include "base/diag.h"

enum form { FORM_PDF, FORM_HTML, FORM_TEXT, FORM_LINK, FORM__MAX };

/* "pdf", "html", … */
struct text form_word(enum form f);
/* FORM__MAX where the word is none. */
enum form form_of(struct text word);

struct subscriber {
    struct text address; /* as written: ASCII, fit for an envelope and a header */
    struct text key;     /* the same in small letters: no two subscribers share it */
    struct text name;    /* UTF-8 without controls; may be empty */
    enum lang lang;      /* of the words around the bulletin */
    enum form form;
};

struct subscribers {
    struct subscriber *at;
    size_t n, cap;
};

/* Whether it is an address as RFC 5321 (4.1.2) has it, without quoted parts and literals: they are
 * not met in lists, and keeping them out keeps headers safe. */
bool address_fine(struct text t);
/* In small letters, in the arena. */
struct text address_key(struct arena *a, struct text address);

/* The usable rows of the table, in its order. `usual` is the language where a row has none, or one
 * whose words are not known. False where there is no such table, or it has no column of addresses:
 * nobody can be written to then. Faults of rows leave it true. */
bool subscribers_read(struct arena *a, struct diags *d, struct text path, enum lang usual,
                      struct subscribers *out);

/* The same of a table's bytes; `path` is its name in what is told. */
bool subscribers_of(struct arena *a, struct diags *d, struct text path, struct text bytes,
                    enum lang usual, struct subscribers *out);

#endif
