/* Communiqués set into lines, before they are made up into pages: galleys.
 *
 * The work is shared by compositors, one a thread, each with tables of words and memory of its own;
 * what a galley says does not depend on who set it. */
#ifndef TYPE_GALLEY_H
#define TYPE_GALLEY_H

#include "type/lines.h"

struct galley {
    struct lines title; /* in the measure of the page */
    struct lines entry; /* the title again, for the contents */
    struct lines body;  /* all paragraphs, in the measure of a column */
};

struct galleys {
    struct galley *at; /* one a communiqué, in order */
    size_t n;
};

/* What galleys are set to. */
struct measures {
    length title, entry, body;
};

struct compositors;

/* `n` compositors with the look's faces; `hyphens` may be NULL. They keep the words they have
 * shaped from edition to edition. */
struct compositors *compositors_open(struct arena *a, struct look *look,
                                     const struct hyphens *hyphens, size_t n);
void compositors_close(struct compositors *c);
struct look *compositors_look(const struct compositors *c);

/* The first compositor's tools, for what is set one by one. `diags` gets its complaints. */
struct setter compositors_setter(struct compositors *c, struct diags *diags);

/* Gives back the lines of editions set before; words stay. */
void compositors_clear(struct compositors *c);

/* The galleys of all communiqués. They live until compositors_clear. */
struct galleys galleys_set(struct arena *a, struct diags *d, struct compositors *c,
                           const struct edition *e, const struct measures *m);

/* `--dump=lines` */
void galleys_print(struct build *b, const struct galleys *g);

#endif
