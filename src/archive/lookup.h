/* Words as they are looked up: small letters without marks, œ and æ as two letters, elided articles
 * left out («l’élection»: «election»), and stems by Snowball's French rules (M. Porter); the only
 * user of the stemmer. What is looked for is folded as what is looked in, so that accents never
 * decide whether one finds the other. */
#ifndef ARCHIVE_LOOKUP_H
#define ARCHIVE_LOOKUP_H

#include "base/text.h"

struct lookup;

/* The caller closes it; memory is the arena's. */
struct lookup *lookup_open(struct arena *a);
void lookup_close(struct lookup *l);

/* Appends the words of a text, parted by spaces, to `plain`, and their stems, as many, to `stems`. */
void lookup_fold(struct lookup *l, struct text t, struct build *plain, struct build *stems);

/* The first word of a list parted by spaces, which is cut off it; empty at the end. */
struct text lookup_next(struct text *list);

/* Finds the stems of all words that start so, parted by spaces, in the arena. */
struct lookup_starts {
    struct text (*find)(void *context, struct arena *a, struct text start);
    void *context;
};

/* What a user looks for, as an expression of FTS5 over the column «stems»: all words must occur;
 * words in straight quotes follow each other; a star behind a word asks for all that start so.
 * Empty where no word is in it. */
struct text lookup_query(struct lookup *l, struct arena *a, struct text t,
                         const struct lookup_starts *starts);

#endif
