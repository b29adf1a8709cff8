/* Days of the Gregorian calendar, and what a bulletin says of them. Nothing here reads a clock or
 * a locale. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/message.h"
#include "base/text.h"

/* A day as its number since 1970-01-01 (which is 0), so that days compare as integers. */
typedef int32_t date;

enum {
    DATE_OPEN_PAST = INT32_MIN, /* before any day: an open beginning */
    DATE_OPEN_FUTURE = INT32_MAX
};

struct ymd {
    int year, month, day; /* month and day from 1 */
};

struct ymd date_ymd(date d);
date date_of(struct ymd);

/* YYYY-MM-DD (ISO 8601), years 1000 to 9999, and a day that exists. */
bool date_parse(struct text t, date *out);
/* The ISO date that starts `t` and is not followed by a digit. */
bool date_prefix(struct text t, date *out);
/* What starts `t` as such a date, but is of no day: 2025-02-30; empty where it starts otherwise. */
struct text date_impossible(struct text t);

int date_weekday(date d);  /* 0 is Monday */
int date_year_day(date d); /* from 1 */

void date_print_iso(struct build *b, date d);
/* «mardi 25 novembre 2025», «samedi 1er novembre 2025»; Tuesday 25 November 2025. The day is tied
 * to its month by a no-break space (field rule: a number is not parted from its noun). */
void date_print_long(struct build *b, date d, enum lang lang, bool weekday);

#endif
