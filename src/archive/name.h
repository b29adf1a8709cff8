/* What editions are called: «2025-11-25», «2025-11-25.s1» for a special edition of that day, either
 * with «.r2» behind it for a revision; and ranges of days. */
#ifndef ARCHIVE_NAME_H
#define ARCHIVE_NAME_H

#include "base/date.h"

struct edition_name {
    date date;
    int special;  /* 0: the day's ordinary edition */
    int revision; /* from 1; 0, where one is asked for: the latest */
};

/* The whole text as a name; false where it is none. A name without a revision has revision 0. */
bool edition_name_parse(struct text t, struct edition_name *out);
/* The first revision is not written. */
void edition_name_print(struct build *b, struct edition_name n);
struct text edition_name_text(struct arena *a, struct edition_name n);
/* By date, then special, then revision. */
int edition_name_order(struct edition_name a, struct edition_name b);

/* The days a user asks for. */
struct range {
    date from, to;             /* both within */
    bool one;                  /* it names one edition: */
    struct edition_name name;
};

/* «2025-11-25» (with .sN and .rN), «2025-11», «2025», «A..B» of these, or «all»; false where the
 * text is no range. */
bool range_parse(struct text t, struct range *out);
/* The day that it names and the calendar lacks, as 2025-02-30; empty where it is wrong otherwise. */
struct text range_impossible(struct text t);
/* Whether the edition is in the range; of one day, all its editions are. */
bool range_has(const struct range *r, struct edition_name n);

#endif
