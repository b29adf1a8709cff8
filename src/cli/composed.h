/* An edition set to bytes: the recipe of the program, for whoever needs its results in memory. */
#ifndef CLI_COMPOSED_H
#define CLI_COMPOSED_H

#include "cli/press.h"
#include "edition/plain.h"
#include "page/list.h"
#include "pdf/pdf.h"
#include "pdf/sign.h"
#include "publish/twin.h"

/* What the archive says of the edition it is to keep: see struct edition. Zero where none does. */
struct keeping {
    int revision, special;
    bool belated;
    struct text because, before;
    int most; /* bytes of the PDF; 0: as many as it takes */
};

/* Where to stop. */
enum stage { STAGE_PAGES, STAGE_LINES, STAGE_EDITION };

/* An edition made up, as far as its stage. */
struct makeup {
    struct edition edition; /* as corrected */
    struct galleys galleys; /* where its stage is lines */
    struct list *list;
};

struct composed {
    struct edition edition; /* as corrected */
    struct text pdf, html;
    struct sign_gap gap;         /* in the PDF, where it is to be signed */
    struct text plain;           /* the text that was set, and … */
    struct plain_place *places;  /* … where each communiqué stands in it, and on which … */
    int *pages;                  /* … page */
};

/* What composing is linked with, so that its bytes depend on it: «libharu 2.3.0» and so on. */
enum { LIBRARIES = 10 };
void composing_libraries(struct arena *a, struct text out[LIBRARIES]);

/* What the file and its twin say besides the pages. */
struct pdf_facts edition_facts(struct call *c, const struct press *p, const struct edition *e);
struct twin_facts edition_twin(const struct press *p, bool proof);

/* Makes up what was imported, as a proof or for good; complaints go to the call. The list, where the
 * stage is pages, is the caller's, who drops it before the press's compositors are cleared. */
struct makeup edition_make_up(struct call *c, struct press *p, const struct edition *imported,
                              const struct keeping *keeping, bool proof, enum stage stage);

/* Sets and writes what was imported; complaints go to the call. Everything lives in the call's
 * arena. Where there is a plan for a signature, the PDF waits for it. */
bool edition_compose(struct call *c, struct press *p, const struct edition *imported,
                     const struct keeping *keeping, const struct signature *plan,
                     struct composed *out);

#endif
