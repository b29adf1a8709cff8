/* The parts of a file that are made beside others, by any thread: pages, faces, attached files. */
#ifndef PDF_PARTS_H
#define PDF_PARTS_H

#include "base/diag.h"
#include "base/parallel.h"
#include "pdf/content.h"
#include "pdf/embed.h"
#include "pdf/image.h"
#include "pdf/tools.h"

struct parts {
    const struct list *list;
    const struct inks *inks;   /* by pen, for a press; NULL: for screens, with tags */
    const struct text *files; /* to be attached */
    size_t nfiles;
    struct pdf_means means;
    bool by_turns;            /* pages are made, and kept, some at a time */
    /* what is made of them: */
    struct arena lasting, scratch; /* the caller's, for as long as a hand's (see tools.h) */
    struct tools hands[WORKERS_MAX]; /* the crew's, by number */
    const struct codes *codes;
    size_t elements;          /* tags that open */
    struct content *contents; /* by page, bytes deflated: of pages [from, to) */
    size_t from, to;
    size_t ahead;             /* pages [to, ahead) are being made, … */
    int side;                 /* … and stand in these of each hand's arenas for pages */
    struct embedded *faces;
    bool *used;               /* faces that have a glyph on a page */
    struct image *images;     /* the list's pictures */
    struct text *deflated;    /* files */
    struct open_tags *open;   /* by page */
    struct diags *diags;      /* by face */
};

/* Makes the parts; what is wrong is told. Everything lives until parts_close, but for pages that are
 * made by turns: then parts_make makes the first ones, parts_turn goes on to those that follow and
 * forgets those before, and the crew makes the next beside what the caller does. */
void parts_make(struct parts *p, struct diags *d);
void parts_turn(struct parts *p);
void parts_close(struct parts *p);

/* Writes faces and pictures, and names them in the resources. `srgb` as for image_put. */
void parts_resources(struct haru *h, struct arena *a, const struct parts *p,
                     struct haru_dict *resources, uint32_t srgb);

/* The tree over `n` pages, whose root has the keys `inherited`; parents[i] is set to the node over
 * page i. */
void parts_tree(struct haru *h, struct arena *a, const uint32_t *pages, size_t n,
                struct text inherited, uint32_t *parents);

#endif
