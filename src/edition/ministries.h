/* The dated registry of issuers: who had which name, and which precedence, from when to when. */
#ifndef EDITION_MINISTRIES_H
#define EDITION_MINISTRIES_H

#include "base/date.h"
#include "base/diag.h"

enum { PRECEDENCE_LAST = 1000000 };

struct ministry {
    struct text acronym; /* capitals, digits and hyphens */
    struct text name;    /* official, in the bulletin's language */
    int32_t precedence;  /* the order of the nomination decree; PRECEDENCE_LAST where not given */
    date from, to;       /* first and last day; DATE_OPEN_… where not known or not over */
    struct text source;  /* the decree or page that says so; may be empty */
    struct place place;
};

struct ministries {
    struct text file; /* where it was read from */
    struct ministry *at;
    size_t n, cap;
};

/* Reads the registry. What is wrong is told, two entries of one acronym that overlap in time
 * among it; then false. */
bool ministries_read(struct arena *a, struct diags *d, struct text path, struct ministries *out);

/* The entry of that acronym in force on the day; NULL where there is none. */
const struct ministry *ministries_find(const struct ministries *m, struct text acronym, date day);
/* Any entry of that acronym, whatever its dates: the latest; NULL where there is none. */
const struct ministry *ministries_known(const struct ministries *m, struct text acronym);
/* The entry of that acronym in force on the day; NULL, told at `place` with the nearest known one and
 * the entry to paste, where there is none. */
const struct ministry *ministries_name(struct arena *a, struct diags *d,
                                       const struct ministries *m, struct text acronym, date day,
                                       struct place place);
/* The acronym in force on the day that is nearest to the word, or empty. */
struct text ministries_near(struct arena scratch, const struct ministries *m, struct text word,
                            date day);

/* Whether the name says its acronym: «Primature — …» needs no PRIMATURE behind it. */
bool ministry_says_itself(const struct ministry *m);
/* Its header's words: the name, with the acronym behind it unless it says itself. */
struct text ministry_heading(struct arena *a, const struct ministry *m);

/* One entry as it stands in the file, ready to paste. An open beginning is left out. */
void ministry_print(struct build *b, const struct ministry *m);

/* The registry's file with one entry more at its end; what stands there is not touched. Refuses an
 * acronym of another form, an empty name and an overlap with an entry that is there. */
bool ministries_add(struct arena *a, struct diags *d, const struct ministries *m,
                    const struct ministry *new);

#endif
