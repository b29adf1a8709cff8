/* Signs and typography, stretch by stretch: brackets and quotation marks that have no partner,
 * English quotation marks, capitals without their accent, ordinals, words and blanks doubled,
 * titles, enumerations. The rules of French are those of the Lexique des règles typographiques en
 * usage à l'Imprimerie nationale. */
#ifndef CHECK_SIGNS_H
#define CHECK_SIGNS_H

#include "check/finding.h"

void signs_check(struct checking *k);

#endif
