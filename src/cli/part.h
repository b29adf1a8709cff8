/* The programs beside griot, which carry what composing need not load: in out/build/libexec of a
 * checkout, in PREFIX/libexec/griot of an installation. */
#ifndef CLI_PART_H
#define CLI_PART_H

#include "base/relay.h"
#include "cli/call.h"

/* Asks the program of that name (relay_ask). */
bool part_run(struct call *c, struct text name, const struct text *words, size_t n,
              struct text input, enum message unanswered, struct text about,
              struct text *result);

#endif
