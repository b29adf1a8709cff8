/* All forms of a dictionary's words, as its affixes make them (hunspell(5)). */
#ifndef SPELL_FORMS_H
#define SPELL_FORMS_H

#include "base/wordset.h"

/* Those in small letters and hyphens, but for such as have something elided before them («l’eau»). A
 * word that is never to be suggested is there with a «!» before it, too; one of which several letters have
 * marks, without them, with a «~» («~ceremonie»). `aff` and `dic` are the texts of the dictionary's files,
 * in UTF-8. */
struct words forms_of(struct arena *a, struct text aff, struct text dic);

#endif
