/* One call of the program: its memory, its complaints, its language, and where its data are. */
#ifndef CLI_CALL_H
#define CLI_CALL_H

#include "base/diag.h"

struct call {
    struct arena *a;
    struct diags diags;
    enum lang lang;      /* of messages */
    struct build out;    /* what goes to standard output */
    char **words;        /* the command and what follows it, but for --lang */
    /* where the data are: in the checkout the program runs from, or under PREFIX/share/griot */
    struct text styles;  /* folder */
    struct text fonts_yaml;
    struct text fonts;   /* folder of the files */
    struct text hyphens; /* the French patterns */
    struct text dictionary; /* the French dictionary, without .aff and .dic */
    struct text about;   /* folder of the program's source and of the versions of its parts */
    struct text profile; /* the colours of a usual press */
};

/* Complains that a command lacks an argument or option, called as in its English help: "RANGE". */
void call_lacks(struct call *c, struct text command, const char *wanted);

/* Finds the data, unless they are known; tells and returns false where there are none. GRIOT_SHARE
 * names them before all else. */
bool call_find_data(struct call *c);

/* The folder of the programs beside griot. */
struct text call_libexec(const struct call *c);

/* Goes on as one of them, with the same words and language; comes back only where it cannot be run,
 * which is told. */
void call_become(struct call *c, struct text program);

/* The one that makes Markdown of Word files and letters. */
struct text call_converter(const struct call *c);

/* The file of settings: given, else GRIOT_NEWSROOM, else the one that is shipped. */
struct text call_newsroom(const struct call *c, struct text given);
/* The registry: beside the newsroom's file where there is one, else the one that is shipped. */
struct text call_ministries(const struct call *c, struct text newsroom);

#endif
