/* What a press prints each pen with, and whether it can.
 *
 * Plates never lie quite upon each other, and tints are screens of dots: so small text takes one
 * plate, thin rules are full black, and the paper takes only so much ink. A colour that the
 * settings give no ink for is mixed from that of the screen, and is black where it would break a
 * rule; one that they give and that breaks a rule is told at its place. */
#ifndef PAGE_PLATES_H
#define PAGE_PLATES_H

#include "edition/newsroom.h"
#include "page/list.h"

/* From which size text may take more than one plate; how thin a rule may be, and how thin a tint. */
enum { TEXT_ONE_PLATE = 12 * PT, RULE_THINNEST = PT / 4, RULE_TINTED = PT / 2 };

struct plates {
    struct inks at[PEN__MAX]; /* by pen */
    bool used[INKS];         /* inks that leave anything on a page */
};

/* By what the list draws, at the scale of millionths that it is printed in, the style and newsroom it was
 * made by, and the press. */
bool plates_make(struct diags *d, const struct list *l, int32_t scale, const struct style *s,
                 const struct newsroom *n, const struct printing *press, struct plates *out);

/* The mix of a screen's colour: what all three inks would print is black instead (full under colour
 * removal; ISO 32000-1, 10.3.4). */
struct inks ink_of_screen(struct colour c);

#endif
