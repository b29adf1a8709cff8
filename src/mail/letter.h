/* Letters: the messages (RFC 5322, MIME) that subscribers get; the only user of GMime.
 *
 * What all subscribers of a form and language get is made once; a subscriber adds a few lines before
 * it. The same letter to the same subscriber has the same bytes whenever it is made: boundaries and
 * Message-ID are derived from what it says and from the address, its Date from the edition's. */
#ifndef MAIL_LETTER_H
#define MAIL_LETTER_H

#include "mail/mailing.h"
#include "mail/subscribers.h"

/* A letter without its attachment is kept under this: larger ones are clipped by readers. */
enum { LETTER_CAP = 100000 };

struct letters {
    const struct mailing *mailing;
    struct text common[FORM__MAX][LANG__MAX]; /* from the first common header to the end; CRLF */
};

/* Makes what the forms and languages that are `needed` have in common. */
void letters_make(struct arena *a, const struct mailing *m, bool needed[FORM__MAX][LANG__MAX],
                  struct letters *out);

struct letter {
    struct text head; /* the subscriber's own headers */
    struct text body; /* all that follows; a slice of letters.common */
    struct text id;   /* the Message-ID, without its brackets */
};

/* The letter to a subscriber, in the arena. */
struct letter letter_to(struct arena *a, const struct letters *l, const struct subscriber *s);

struct text letter_library(struct arena *a);

#endif
