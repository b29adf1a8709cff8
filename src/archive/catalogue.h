/* The catalogue: what is in the archive, to be listed and searched; the only user of SQLite. It is
 * made from the bundles and can be made again from them at any time. */
#ifndef ARCHIVE_CATALOGUE_H
#define ARCHIVE_CATALOGUE_H

#include "archive/bundle.h"
#include "archive/store.h"

struct catalogue;

/* The archive's catalogue. For reading: NULL, told as a note, where it is missing, unusable or of
 * another archive; one that lacks the edition kept last is told as late, and given. For `writing`: it
 * is made where there is none, and made anew and empty, told, where it is none of this archive; then
 * the caller holds the archive's lock. NULL, told, where that fails. */
struct catalogue *catalogue_open(const struct store *s, struct diags *d, bool writing);
void catalogue_close(struct catalogue *c);

/* Changes are kept together, or not at all. */
bool catalogue_begin(struct catalogue *c, struct diags *d);
bool catalogue_end(struct catalogue *c, struct diags *d);
/* Forgets everything. */
bool catalogue_clear(struct catalogue *c, struct diags *d);

/* Adds an edition, of which the first 16384 communiqués are found; one that it has already stays as
 * it is. `sha256` is that of its bundle. */
bool catalogue_add(struct catalogue *c, struct diags *d, const struct bundle *b,
                   struct text sha256);

/* An edition as listed. */
struct listed {
    struct edition_name name;
    int number;
    struct text title, because, sha256;
    int communiques;
};

/* How many editions it has. */
size_t catalogue_count(struct catalogue *c);
/* What is known of the edition; false where nothing is. */
bool catalogue_find(struct catalogue *c, struct arena *a, struct edition_name name,
                    struct listed *out);
/* The edition whose bundle has that SHA-256. */
bool catalogue_named(struct catalogue *c, struct text sha256, struct edition_name *out);
/* The edition that was kept behind the one whose bundle has that SHA-256. */
bool catalogue_follower(struct catalogue *c, struct text sha256, struct edition_name *out);
/* Whether the file is sound as SQLite sees it, and has as many communiqués as its editions say. It takes no
 * memory of the store's: any thread may ask, while no other asks for anything. */
bool catalogue_sound(struct catalogue *c);

/* A communiqué found. */
struct found {
    struct edition_name name;
    int number, page;
    struct text ministry, title;
};

struct search {
    struct text words;    /* all must occur; «"…"» keeps words together, «elec*» takes beginnings */
    struct text ministry; /* acronym; empty: any */
    struct range range;
    int limit;
};

/* Whether any edition has a communiqué of the ministry; true where that cannot be known. */
bool catalogue_has_ministry(struct catalogue *c, struct text acronym);

/* Communiqués of the latest revisions (of any where the range names one), newest first. Case,
 * accents, œ and oe, apostrophes and the endings of French words make no difference. Returns how
 * many were found, or -1, told. */
int catalogue_search(struct catalogue *c, struct arena *a, struct diags *d,
                     const struct search *s, struct found *out);

struct text catalogue_library(struct arena *a);

#endif
