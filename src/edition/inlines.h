/* The text of a Markdown block as spans, each with the place it came from.
 *
 * cmark says on which line a block starts, but not where in it each text stands: lines lose their
 * indents, backslashes and entities theirs. So the source is followed in step with what cmark made
 * of it, and a span ends wherever the two part: it is always one stretch of one line. */
#ifndef EDITION_INLINES_H
#define EDITION_INLINES_H

#include "edition/edition.h"

struct cmark_node;

struct spans {
    struct span *at;
    size_t n, cap;
};

/* The source that is followed. */
struct inlines {
    struct arena *a;
    struct diags *d;
    struct text file, text;
    size_t at;         /* next byte */
    size_t line_start; /* of its line */
    int line;          /* from 1 */
    int quotes;        /* quotations around the block: as many > may start a line */
};

struct place inlines_place(const struct inlines *in);

/* Goes to the line, which is not before where it is, and to a byte column of it, from 1. */
void inlines_go(struct inlines *in, int line, int column);

/* Appends the spans of all that is in the node. What is refused is told: HTML, pictures within a
 * text, links that are no addresses, characters that have no place in a text. */
void inlines_read(struct inlines *in, struct cmark_node *node, struct spans *out);

/* From the ![ of a picture on: its legend; and behind it. */
void inlines_legend(struct inlines *in, struct cmark_node *picture, struct spans *out);

#endif
