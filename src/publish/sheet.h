/* The style sheet of the HTML twin: the look of the paper, for screens of any width, light and
 * dark, and for a printer. */
#ifndef PUBLISH_SHEET_H
#define PUBLISH_SHEET_H

#include "edition/newsroom.h"

/* CSS without `<` and `&`, so that HTML and XML read it alike. `accent` is made readable; the
 * newsroom gives the flag, and the length of its title the size of the masthead. */
void build_sheet(struct build *b, const struct newsroom *n, struct colour accent);

#endif
