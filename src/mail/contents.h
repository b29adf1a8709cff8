/* What a letter says by itself, as plain text and as HTML: the edition's contents, how it comes, and
 * how it is verified and left. The HTML says the same as the text; it is read without pictures, in
 * light and dark, and asks nothing of anybody: no resource, no script, no counting of readers. */
#ifndef MAIL_CONTENTS_H
#define MAIL_CONTENTS_H

#include "mail/mailing.h"

/* How the bulletin comes. */
enum way {
    WAY_PDF,  /* attached, as PDF */
    WAY_HTML, /* attached, as HTML: it is too long for the letter itself */
    WAY_TEXT, /* attached, as plain text */
    WAY_LINK  /* to be read where the newsroom's URL says */
};

/* What is said around the contents in the reader's language. At most `most` communiqués are listed;
 * how many more there are is said. */
struct contents_form {
    enum way way;
    enum lang lang;
    size_t most;
};

struct text contents_text(struct arena *a, const struct mailing *m, const struct contents_form *f);
struct text contents_html(struct arena *a, const struct mailing *m, const struct contents_form *f);

/* The lines under the bulletin as text: who sends it, how it is verified and left. */
struct text contents_foot(struct arena *a, const struct mailing *m, enum lang lang);

/* «Rectificatif : Bulletin du Gouvernement n° 329, 25 novembre 2025» */
struct text contents_subject(struct arena *a, const struct mailing *m, enum lang lang);

#endif
