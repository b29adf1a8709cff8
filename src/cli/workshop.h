/* A folder laid out from a bundle and the archive's resources, and from nothing else, in which an
 * edition is composed again. */
#ifndef CLI_WORKSHOP_H
#define CLI_WORKSHOP_H

#include "archive/bundle.h"
#include "archive/store.h"
#include "cli/composed.h"

/* One workshop serves editions one after the other; settings and faces that stay the same are laid
 * out and opened once. */
struct workshop {
    struct arena lasting; /* for the press */
    struct text style;    /* instead of the bundle's; empty: that */
    struct press_means means;
    struct text folder;   /* empty: none is laid out */
    struct text made_of;  /* hashes of the settings and resources it is laid out from */
    struct call call;     /* whose data are in the folder, or where `given` has them */
    struct call given;
    struct press press;
    bool open;
};

/* With a style other than the bundles' own it sets them in that, with the faces and patterns of this
 * program's data. */
void workshop_open(struct workshop *w, struct call *c, struct text style,
                   struct press_means means);
void workshop_close(struct workshop *w);

/* Composes the bundle's edition. Complaints of composing are not heard (they were told when the
 * edition was published); what is missing or damaged is told to `c`. The results live in c's
 * arena. */
bool workshop_compose(struct workshop *w, struct call *c, const struct store *s,
                      struct text where, const struct bundle *b, struct composed *out);

/* Its pages alone, in the same way. The list is the caller's; the workshop must stay as it is while
 * it is used. */
struct list *workshop_pages(struct workshop *w, struct call *c, const struct store *s,
                            struct text where, const struct bundle *b, struct edition *out);

#endif
