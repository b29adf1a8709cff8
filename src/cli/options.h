/* Command lines by table: options with and without values, and what is left over. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/date.h"
#include "base/diag.h"
#include "base/instant.h"

enum option_type {
    OPTION_FLAG,  /* bool */
    OPTION_TEXT,  /* struct text */
    OPTION_DATE,  /* struct given_date */
    OPTION_TIME,  /* struct given_instant, from 1970 on */
    OPTION_NUMBER, /* int, from 1 */
    OPTION_BYTES   /* int, from 1; 300k and 2M are thousands and millions */
};

struct given_date {
    bool given;
    date date;
};

struct given_instant {
    bool given;
    instant at;
};

struct option {
    const char *name; /* "--date", "-o" */
    enum option_type type;
    size_t offset;    /* of the field in the struct that is filled */
};

struct arguments {
    struct text *at;
    size_t n, cap;
};

/* Reads `words` into *out and what is no option into *rest; "--" ends the options. `command` names
 * the command in complaints. False where anything was wrong; all of it is told. */
bool options_read(struct arena *a, struct diags *d, struct text command, char **words,
                  const struct option *options, size_t n, void *out, struct arguments *rest);

#endif
