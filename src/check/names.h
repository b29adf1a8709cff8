/* Persons named in an edition: one spelling for each, the one that earlier editions have.
 *
 * As communiqués write them, a person is one or more given names and a surname in capitals:
 * «Assa Badiallo TOURÉ», «Mossa AG ATTAHER». */
#ifndef CHECK_NAMES_H
#define CHECK_NAMES_H

#include "check/finding.h"

void names_check(struct checking *k);

/* Whether word `i` ends or continues a person's name: it is in capitals, behind a given name. */
bool names_surname(const struct stretch *p, size_t i);

#endif
