/* Signing as the command line and the newsroom ask for it. */
#ifndef CLI_SIGNING_H
#define CLI_SIGNING_H

#include "cli/call.h"
#include "cli/options.h"
#include "edition/newsroom.h"
#include "pdf/sign.h"

struct signing_options {
    struct text key, certificates; /* files in PEM; both, or neither */
    struct text passphrase;        /* the file with it; empty: none is needed, or it is asked */
    struct text authority;         /* URL of a time stamp authority; empty: no stamp */
    struct given_instant time;     /* else the clock's */
    int room;                      /* bytes for the signature; 0: as sign.h has it */
};

#define SIGNING_OPTIONS(struct_, field)                                                            \
    {"--sign", OPTION_TEXT, offsetof(struct_, field.key)},                                         \
        {"--cert", OPTION_TEXT, offsetof(struct_, field.certificates)},                            \
        {"--pass-file", OPTION_TEXT, offsetof(struct_, field.passphrase)},                         \
        {"--tsa", OPTION_TEXT, offsetof(struct_, field.authority)},                                \
        {"--signing-time", OPTION_TIME, offsetof(struct_, field.time)},                            \
        {"--signature-room", OPTION_NUMBER, offsetof(struct_, field.room)}

/* Whether the options' values can be; tells where they cannot. */
bool signing_check(struct call *c, const struct signing_options *o);
/* What the options leave out is taken from what the newsroom usually signs with: its key where no
 * other is named, its authority with any key. Then tells where an option says how to sign, but there
 * is no key. */
bool signing_settle(struct call *c, struct signing_options *o, const struct newsroom_sign *usual);
/* Whether there is a key, once that is settled. */
bool signing_asked(const struct signing_options *o);

/* What is decided before the file is made, and makes the same file again: field, time, room. */
struct signature signing_plan(const struct signing_options *o, enum lang lang);

/* Signs the file, whose gap is filled in place. *cms, in the arena, is what was put there. What is
 * wrong is told; then false. */
bool signing_fill(struct call *c, const struct signing_options *o, const struct signature *plan,
                  struct text pdf, const struct sign_gap *gap, struct text *cms);

#endif
