/* Day text: a title line, an empty line, body lines of which each is a paragraph, the last ending
 * with the issuer's acronym; then the next title, with or without an empty line before it. No
 * character is markup. See griot-source(5). */
#ifndef EDITION_DAYTEXT_H
#define EDITION_DAYTEXT_H

#include "edition/edition.h"
#include "edition/ministries.h"

struct communiques {
    struct communique *at;
    size_t n, cap;
};

/* What a source is read against. */
struct register_of_day {
    const struct ministries *ministries;
    date date;
    struct text lang; /* of a communiqué that does not say */
};

/* Appends the communiqués of a day text, which is valid UTF-8. All that is wrong is told, but for
 * a text of blanks only: then false. */
bool daytext_read(struct arena *a, struct diags *d, struct text file, struct text text,
                  const struct register_of_day *day, struct communiques *out);

/* Tells of a title that is longer than is set. */
void title_check(struct diags *d, struct text file, const struct span *title);

#endif
