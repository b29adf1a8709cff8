/* What was found, for people and for programs. */
#ifndef INSPECT_REPORT_H
#define INSPECT_REPORT_H

#include "inspect/facts.h"
#include "inspect/seal.h"

struct report {
    struct text path;
    struct digest digest;     /* of the file */
    const struct facts *facts;
    const struct seal *seals; /* one for each of the facts' sealings */
};

/* Lines in the reader's language. */
void report_print(struct build *b, const struct report *r, enum lang lang);
/* One JSON object on a line: see griot(1). */
void report_print_json(struct build *b, const struct report *r);

#endif
