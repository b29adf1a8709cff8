/* What Unicode says of a character, without any locale; the only user of utf8proc. */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include "base/text.h"

bool unicode_letter(uint32_t c);   /* general category L */
bool unicode_upper(uint32_t c);    /* Lu or Lt */
bool unicode_digit(uint32_t c);    /* Nd */
bool unicode_mark(uint32_t c);     /* M: belongs to the character before */
bool unicode_control(uint32_t c);  /* Cc, unassigned, surrogate or non-character */
uint32_t unicode_lower(uint32_t c);
uint32_t unicode_to_upper(uint32_t c);

/* The text with its first letter as a capital, in the arena. */
struct text text_capital(struct arena *a, struct text t);

/* The text in normalization form C (UAX #15): itself where it is so already, else in the arena. */
struct text unicode_nfc(struct arena *a, struct text t);

/* For looking words up: small letters, with œ and æ as two letters; without marks («été»: «ete»). */
struct text unicode_small(struct arena *a, struct text t);
struct text unicode_bare(struct arena *a, struct text t);

/* «utf8proc 2.8.0» */
struct text unicode_library(struct arena *a);

#endif
