/* What griot and the programs beside it (libexec/) say to each other. Such a program writes one
 * answer to standard output when all is done: its complaints, whose sentences griot prints in the
 * reader's language, and a result. Both sides have the same table of messages; an answer of
 * another version is refused.
 *
 * An answer is a row of fields, each «LENGTH:BYTES»: «griot VERSION»; the number of complaints; for
 * each the name of its message in code, file, line, column, and DIAG_ARGS arguments; the result. */
#ifndef BASE_RELAY_H
#define BASE_RELAY_H

#include "base/diag.h"

/* The answer, onto `out`. */
void relay_print(struct build *out, const struct diags *d, struct text result);

/* Adds the answer's complaints to *d and sets *result, which lives in the answer. False where this
 * is no answer; then nothing is added. */
bool relay_read(struct diags *d, struct text answer, struct text *result);

/* A result may be a row of fields, too: one more, and the next, which leaves the rest in *from; false
 * where there is none. */
void relay_put(struct build *out, struct text field);
bool relay_take(struct text *from, struct text *field);

/* A question to such a program. */
enum { RELAY_WORDS = 16 };
struct relay_question {
    struct text program;     /* its file */
    const struct text *words; /* up to RELAY_WORDS */
    size_t nwords;
    struct text input;       /* for its standard input */
    enum message unanswered; /* what is told, at … */
    struct text about;       /* … this, with its name and what became of it, if it does not answer */
};

/* Runs the program and takes its answer: complaints go to *d, the result, in the arena, to *result.
 * False where there is no answer, which is told: as PART_MISSING at the program's file where it
 * cannot be run. */
bool relay_ask(struct arena *a, struct diags *d, const struct relay_question *q,
               struct text *result);

/* The program's end: writes the answer and returns the exit status of the complaints, 3 where it
 * cannot be written. */
int relay_finish(const struct diags *d, struct text result);

#endif
