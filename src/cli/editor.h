/* The editor's rules over an edition, with what they need: the newsroom's levels and words, the
 * dictionary, and the editions kept before it. */
#ifndef CLI_EDITOR_H
#define CLI_EDITOR_H

#include "archive/store.h"
#include "check/check.h"
#include "check/lexicon.h"
#include "cli/call.h"
#include "edition/newsroom.h"

struct editor {
    struct call *c;
    const struct ministries *ministries;
    struct text own_words; /* the file of the newsroom's words; empty: none */
    enum level levels[RULE__MAX];
};

/* An editor as the newsroom, read from `path`, wants it; false where its levels are wrong, which is
 * told. Wants the data found (call.h). */
bool editor_open(struct editor *e, struct call *c, struct text path, const struct newsroom *n,
                 const struct ministries *m);

/* What is found, in the order of places. `kept` is the archive; NULL: there is none. False where a
 * list of words or the dictionary is at fault, which is told. */
bool editor_check(struct editor *e, const struct edition *edition, const struct store *kept,
                  struct findings *out);

/* Tells what keeps an edition from being published, the rules whose level is error; whether nothing
 * does. */
bool editor_passes(struct editor *e, const struct edition *edition, const struct store *kept);

#endif
