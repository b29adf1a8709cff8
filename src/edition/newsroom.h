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

struct newsroom {
    struct text publisher; /* who publishes, in full */
    struct text title;     /* the bulletin's name */
    struct text state;     /* above the masthead's title; may be empty */
    struct text motto;     /* may be empty */
    struct text address;   /* of the publisher; may be empty */
    struct text archive;   /* the folder editions are kept in; may be empty */
    struct text contact;   /* where errors are told; may be empty */
    enum lang lang;        /* of the bulletin */
    struct colour flag[FLAG_COLOURS];
    bool has_flag;
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
