/* What a Markdown source says beyond what is printed of it: remarks between those who wrote it. */
#ifndef EDITION_REMARKS_H
#define EDITION_REMARKS_H

#include "base/text.h"

/* Whether the source may hold such: comments in its front matter, definitions of links that nothing
 * uses (the way to write a comment in CommonMark), links without words, words behind the language of
 * code. Rather yes than no. */
bool remarks_in(struct text markdown);

#endif
