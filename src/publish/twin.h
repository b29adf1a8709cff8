/* The HTML twin of a bulletin: the same text for a screen, a screen reader or a phone. */
#ifndef PUBLISH_TWIN_H
#define PUBLISH_TWIN_H

#include "edition/edition.h"
#include "edition/newsroom.h"

/* What the twin says besides the edition. */
struct twin_facts {
    struct text program;  /* «griot 0.1.0» */
    struct colour accent; /* of the style */
    bool proof;           /* marked as one */
};

/* One page that needs nothing else: HTML that is well-formed XML too, without scripts and without
 * anything to be fetched. Its text is the edition's, corrections included; its anchors (m1, c1, …)
 * have the names of the PDF's. It depends on nothing but the arguments. */
struct text twin_html(struct arena *a, const struct edition *e, const struct newsroom *n,
                      const struct twin_facts *facts);

#endif
