/* The acronym that ends a communiqué and says whose it is. Titles and sentences end in capitals, too
 * (OCHA, ATTAHER): it is taken for the issuer only behind the end of a sentence, or where it stands
 * alone; nothing is guessed. */
#ifndef EDITION_ISSUER_H
#define EDITION_ISSUER_H

#include "base/text.h"

/* Whether the word has the form of an acronym: at least two capitals (A to Z), with digits and
 * inner hyphens. */
bool issuer_form(struct text word);

/* Whether the text ends a sentence, closing quotes and brackets aside. */
bool sentence_ends(struct text t);

/* The acronym that closes the text, and what stands before it; false where none does. */
bool issuer_closes(struct text t, struct text *acronym, struct text *before);

#endif
