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

/* The program's end: writes the answer and returns the exit status of the complaints, 3 where it
 * cannot be written. */
int relay_finish(const struct diags *d, struct text result);

#endif
