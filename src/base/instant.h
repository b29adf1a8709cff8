/* Points in time, of signatures and certificates: the only times of day the program knows. */
#ifndef BASE_INSTANT_H
#define BASE_INSTANT_H

#include "base/date.h"

/* Seconds since 1970-01-01T00:00:00Z, leap seconds not counted. */
typedef int64_t instant;

/* The clock's. Only signing may ask: nothing else a bulletin is made of depends on when. */
instant instant_now(void);

/* «2025-11-25T18:30:00Z», or with an offset «+01:00» instead of the Z (RFC 3339 without fractions);
 * years 1000 to 9999. */
bool instant_parse(struct text t, instant *out);
/* As PDF writes it (ISO 32000-1, 7.9.4): «D:20251125183000Z», an offset «+01'00'» or none at all,
 * which is read as UTC. */
bool instant_parse_pdf(struct text t, instant *out);

/* «2025-11-25T18:30:00Z» */
void instant_print_iso(struct build *b, instant at);
/* «D:20251125183000Z» */
void instant_print_pdf(struct build *b, instant at);
/* «25 novembre 2025, 18:30:00 UTC» */
void instant_print_long(struct build *b, instant at, enum lang lang);

#endif
