/* The settings of one publisher. */
#ifndef EDITION_NEWSROOM_H
#define EDITION_NEWSROOM_H

#include "base/date.h"
#include "base/diag.h"
#include "base/length.h"

enum { FLAG_COLOURS = 3 };

enum number_rule {
    NUMBER_YEAR_DAY, /* the day of the year */
    NUMBER_COUNT     /* one a day, counted from a start */
};

/* How the bulletin is mailed; each is told in griot-newsroom(5). Paths are as the file has them,
 * from its folder. */
enum { PAUSES = 8 };

struct mail_settings {
    bool given;               /* there is such a map */
    struct text from;         /* the address it comes from */
    struct text name;         /* that address's; may be empty: the title */
    struct text reply_to;     /* may be empty */
    struct text unsubscribe;  /* URL, with {subscriber} in it; may be empty */
    struct text list_id;      /* may be empty: made of the address */
    struct text hour;         /* of the Date: "18:00 +0000" */
    struct text server;       /* smtp://HOST:PORT or smtps://HOST:PORT; may be empty */
    struct text user;         /* may be empty: no authentication */
    struct text password_file; /* may be empty: the environment */
    struct text cacert;       /* certificates of those trusted; may be empty: the system's */
    int32_t rate;             /* messages a minute */
    int32_t connections;
    int32_t timeout;          /* seconds without an answer after which a connection is given up */
    int32_t pauses[PAUSES];   /* seconds before a letter is tried again, each time */
    size_t npauses;
};

/* With what editions are signed: the files of a key and its certificates. All empty: with nothing,
 * unless the command names a key. */
struct newsroom_sign {
    struct text key, certificates, passphrase; /* paths as they are to be opened */
    struct text authority;                     /* the address of a time stamp authority */
};

struct yaml;

/* How the newsroom's bulletins are printed. */
struct printing {
    struct text profile;   /* file with the colour profile of the press; empty: griot's own */
    struct text condition; /* what the press prints to, as the ICC's registry names it; may be empty */
    int32_t ink_limit;     /* of all inks together, per cent */
    int32_t sheet_weight;  /* of paper, g/m2 */
    bool black;            /* one ink, black */
};

struct newsroom {
    struct text publisher; /* who publishes, in full */
    struct text title;     /* the bulletin's name */
    struct text state;     /* above the masthead's title; may be empty */
    struct text motto;     /* may be empty */
    struct text address;   /* of the publisher; may be empty */
    struct text archive;   /* the folder editions are kept in; may be empty */
    struct text contact;   /* where errors are told; may be empty */
    struct text url;       /* where editions can be read, perhaps with {edition} in it; may be empty */
    struct text subscribers; /* the table of those who get it by mail; may be empty */
    struct mail_settings mail;
    struct text words;     /* the file of its list of words, from its own folder; may be empty */
    const struct yaml *check; /* levels of the editor's rules; NULL: none are given */
    enum lang lang;        /* of the bulletin */
    struct paint flag[FLAG_COLOURS];
    bool has_flag;
    struct newsroom_sign sign;
    struct place flag_place;
    struct printing printing;
    enum number_rule rule;
    date first_day;     /* for NUMBER_COUNT: the day that had … */
    int32_t first_number; /* … this number */
};

bool newsroom_read(struct arena *a, struct diags *d, struct text path, struct newsroom *out);

/* Its language as a tag of BCP 47: "fr", "en". */
struct text newsroom_lang(const struct newsroom *n);

/* The number the rule gives a day; 0 where the count had not yet begun. */
int newsroom_number(const struct newsroom *n, date day);

#endif
