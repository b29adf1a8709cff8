/* Complaints with their places. A `struct diags` is passed to whoever may complain; what the
 * input or the world does wrong is told there, all of it, and the function then returns false or
 * NULL. The sentence is made in the reader's language only when it is printed. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/message.h"
#include "base/text.h"

struct place {
    struct text file; /* as the user named it; empty: the program itself */
    int line;         /* from 1; 0: the file as a whole */
    int col;          /* from 1, in characters; 0: the line as a whole */
};

enum { DIAG_ARGS = 4, DIAGS_KEPT = 1000 };

struct diag {
    struct place place;
    enum message message;
    enum level level;            /* the message's own, unless it was made at another */
    struct text args[DIAG_ARGS]; /* what {1} to {4} of the message stand for */
};

struct diags {
    struct arena *arena; /* keeps the list and copies of the arguments */
    struct diag *at;
    size_t n, cap;
    size_t dropped;   /* complaints beyond DIAGS_KEPT, counted only */
    enum level worst; /* of all, dropped ones too */
};

struct diags diags_make(struct arena *a);

/* A complaint made before, in the same words of the same place, is not added again. */
void diags_add(struct diags *d, struct place place, enum message m, const struct text *args,
               size_t n);
#define DIAG0(d, place, m) diags_add((d), (place), (m), NULL, 0)
#define DIAG(d, place, m, ...)                                                                     \
    diags_add((d), (place), (m), (struct text[]){__VA_ARGS__},                                     \
              sizeof((struct text[]){__VA_ARGS__}) / sizeof(struct text))

/* The same at a level that is not the message's own: an editor's rules are as strict as the newsroom
 * says. */
void diags_add_at(struct diags *d, enum level level, struct place place, enum message m,
                  const struct text *args, size_t n);

/* Appends what `from` holds, so that workers may complain each into a list of their own. */
void diags_merge(struct diags *d, const struct diags *from);

/* Whether nothing so far forbids going on. */
bool diags_fine(const struct diags *d);

/* The exit status that the worst complaint asks for. */
int diags_status(const struct diags *d);

/* All complaints in the order of their places, one a line: FILE:LINE:COL: level: sentence [code] */
void diags_print(const struct diags *d, enum lang lang, struct build *out);
/* The same as one JSON object a line: code, level, file, line, col, args. */
void diags_print_json(const struct diags *d, struct build *out);

#endif
