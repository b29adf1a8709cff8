/* Acronyms that an edition uses and nowhere explains. Explained is one that stands in brackets or
 * behind a comma where its full name ends, or has brackets behind it: «l’Alliance des États du Sahel
 * (AES)», «l’AES (Alliance des États du Sahel)»; the registry's ministries and what every reader
 * knows are, too. */
#ifndef CHECK_ACRONYMS_H
#define CHECK_ACRONYMS_H

#include "check/finding.h"

void acronyms_check(struct checking *k);

/* Whether every reader knows it: ONU. */
bool acronyms_known(struct text t);

#endif
