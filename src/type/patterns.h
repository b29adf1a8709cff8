/* Patterns that tell where words may be divided, after F. M. Liang, "Word Hy-phen-a-tion by
 * Com-put-er" (Stanford, 1983).
 *
 * They come in files of libhyphen's format, for one language each: a line for a pattern, with
 * digits between its letters. Such a file is prepared (as libhyphen's substrings.pl does): each
 * pattern has taken over what shorter ones within it say, so that of those that end at one letter
 * of a word only the longest is heeded. */
#ifndef TYPE_PATTERNS_H
#define TYPE_PATTERNS_H

#include "base/text.h"

enum { PATTERNS_CAP = 4 << 20 }; /* bytes of a file */

struct patterns;

/* Reads patterns, out of bytes that must last as long as they do; NULL where those are none in UTF-8.
 * Nor are any taken that change letters at a division, or are for compounds (before the line
 * NEXTLEVEL): French needs neither. How many letters must stay is not asked of them. */
struct patterns *patterns_read(struct arena *a, struct text file);
/* The same of a file; NULL where it cannot be read, too. */
struct patterns *patterns_load(struct arena *a, struct text path);

/* Rates a division before each of the word's n letters, which are small: it may be divided there
 * where the rate is odd. */
void patterns_rate(const struct patterns *p, const uint32_t *word, int n, uint8_t *rates);

#endif
