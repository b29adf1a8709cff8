/* This program itself, as an archive keeps it: what composes can be had back with what it composed. */
#ifndef CLI_PROGRAM_H
#define CLI_PROGRAM_H

#include "cli/call.h"

/* What the names of its files begin with; below it they are laid out as in a root of their own. */
#define PROGRAM "program/"

struct program_file {
    struct text path, name;
};

struct program_files {
    struct program_file *at;
    size_t n, cap;
};

/* The executable, every shared object it has loaded, the loader too, and beside them its source and
 * the versions of its parts where this installation has them. False for a program that is built for
 * tests, with sanitizers: it is none to be kept. */
bool program_find(struct call *c, struct arena *a, struct program_files *out);

#endif
