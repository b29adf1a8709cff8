/* The programs beside griot, which carry what composing need not load: in out/build/libexec of a
 * checkout, in PREFIX/libexec/griot of an installation. */
#ifndef CLI_PART_H
#define CLI_PART_H

#include "cli/call.h"

/* Runs such a program with up to PART_WORDS words and takes its answer (base/relay.h): complaints
 * go to c->diags, the result to *result. False where there is no answer, which is told as
 * PART_MISSING at its file, or as the message `unanswered` at `about`, with the program's name and
 * what became of it. */
enum { PART_WORDS = 16 };
bool part_run(struct call *c, struct text name, const struct text *words, size_t n,
              struct text input, enum message unanswered, struct text about,
              struct text *result);

#endif
