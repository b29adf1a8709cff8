/* Front matter: what a Markdown source says of itself, as YAML between two lines of «---». */
#ifndef EDITION_FRONT_H
#define EDITION_FRONT_H

#include "edition/edition.h"

struct front {
    struct text title, ministry, place, lang;
    date date, embargo; /* DATE_OPEN_PAST: not given */
    const struct correcting *corrects;
    struct spot title_spot, ministry_spot, place_spot, embargo_spot;
    int lines;          /* it takes up, with both lines of «---»; 0: there is none */
    size_t bytes;
};

/* Reads the front matter of a text, which need not have one. What is wrong is told; then false. */
bool front_read(struct arena *a, struct diags *d, struct text file, struct text text,
                struct front *out);

#endif
