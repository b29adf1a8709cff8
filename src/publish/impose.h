/* Imposition: the pages of a display list onto sheets that are folded, or shared by two. */
#ifndef PUBLISH_IMPOSE_H
#define PUBLISH_IMPOSE_H

#include "page/sheets.h"

/* The thickness of paper: its weight times its bulk (ISO 534), which is some 1.3 cm3/g for uncoated
 * offset paper: 80 g/m2 make 0.104 mm. */
length paper_thickness(int32_t grams);

/* A booklet, stitched through the saddle: sheets folded once and laid into each other, stapled in
 * the fold. Its pages are a multiple of four. The empty ones come before the last page: that one
 * has the colophon, and is to be the back cover, as page 1 is the front. (A single page is the
 * front, with three empty ones behind.)
 *
 * Counted from the outside, sheet k of s has on its front page 4s - 2k + 2 at the left and 2k - 1 at
 * the right, and on its back 2k and 4s - 2k + 1; the back is turned about the short edge.
 *
 * Creep: sheet k lies in the fold of k - 1 others, so that its own fold is k - 1 thicknesses nearer
 * to the fore edge; where all are then trimmed at one edge, its outer margins would be narrower by
 * as much. So its pages are moved that far towards the fold.
 *
 * The pages keep their size, with bleed and marks around the sheet; or, `reduced`, two fit on one
 * sheet of the page's own size, which then is the paper, and has only ticks for the fold. */
struct sheets impose_booklet(struct arena *a, const struct list *l, length thickness, bool reduced);

/* Two reduced pages side by side, in reading order, on sheets of the page's own size. */
struct sheets impose_2up(struct arena *a, const struct list *l);

#endif
