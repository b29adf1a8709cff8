/* One edition on its way to subscribers: what is kept of it, and who sends it. */
#ifndef MAIL_MAILING_H
#define MAIL_MAILING_H

#include "archive/bundle.h"
#include "edition/newsroom.h"

struct mailing {
    const struct recipe *recipe;
    const struct newsroom *newsroom;
    struct text file;            /* «bulletin-2025-11-25», without its ending */
    struct text text, html, pdf; /* the outputs, as they are kept */
    struct text sha256;          /* of the bundle */
    struct text title;           /* the recipe's, as one line */
    enum lang lang;              /* of the bulletin */
};

/* Takes the mailing from a bundle; `sha256` is that of its file, `where` its path. What it lacks, and
 * what is wrong with the newsroom's settings for mail, is told at `settings`; then false. */
bool mailing_make(struct arena *a, struct diags *d, struct text where, const struct bundle *b,
                  struct text sha256, const struct newsroom *n, struct text settings,
                  struct mailing *out);

/* The text without line ends and other controls, which become blanks: fit for a header or a line. */
struct text mailing_line(struct arena *a, struct text t);

/* Where the edition can be read: the newsroom's URL, {edition} replaced; empty where it has none. */
struct text mailing_url(struct arena *a, const struct mailing *m);

#endif
