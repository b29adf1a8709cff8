/* French spacing and quote marks, set right as recorded, reversible corrections.
 *
 * Spaces, quotation marks, apostrophes and points of suspension are corrected; letters never are.
 * Each change is a record of its rule. Texts in other languages pass unchanged. The pass is
 * idempotent: a corrected text has nothing to correct.
 *
 * The rules and where they come from (LR: Lexique des règles typographiques en usage à
 * l'Imprimerie nationale; LA: Lacroux, Orthotypographie; GR: Greffier, Règles de la composition
 * typographique, 1898):
 *
 *   fr-1   narrow no-break space before ; ! ?, a space after                      (LA)
 *   fr-2   no-break space before :                                                (LR p. 149)
 *   fr-3   no-break space inside « »                                              (LR)
 *   fr-4   none between two signs: (?) ?! …?                                      (LA)
 *   fr-5   hands off times, ratios, addresses, codes: 10:30, https:, a@b.ml, AES:1
 *   fr-6   no space before , . … nor inside ( ); one space after; never two       (LR)
 *   fr-7   … is one sign; «etc.» has no … and a comma before it                   (LR)
 *   fr-8   the apostrophe is ’, without spaces                                    (LR)
 *   fr-9   quotes: « » outside, “ ” inside                                        (LR)
 *   fr-14  n° with its sign and a no-break space                                  (GR)
 *   fr-15  a day is not parted from its month                                     (GR p. 22)
 *   fr-16  a number is not parted from its noun, unit or %                        (GR p. 22)
 *   fr-18  M., Mme, Dr and initials are not parted from the name                  (GR p. 22)
 *   fr-19  dashes of an aside hold to what they enclose                           (LR)
 *   fr-24  groups of digits, art. 9, Louis XVIII, word etc. are not parted        (GR p. 22) */
#ifndef TYPE_FRENCH_H
#define TYPE_FRENCH_H

#include "edition/edition.h"

/* The corrected text of one span; corrections go to s->corrections. */
struct span french_span(struct arena *a, struct span s);

/* The communiqué with its text corrected, where that is French. */
struct communique french_communique(struct arena *a, const struct communique *c);

/* The edition with all of them corrected. */
struct edition french_set(struct arena *a, const struct edition *e);

#endif
