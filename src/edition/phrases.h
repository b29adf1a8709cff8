/* What a bulletin says by itself, in its own language: the words of its furniture. */
#ifndef EDITION_PHRASES_H
#define EDITION_PHRASES_H

#include "base/message.h"
#include "base/text.h"

enum phrase {
    PHRASE_CONTENTS,
    PHRASE_CONTINUED,    /* behind what goes on from the column before */
    PHRASE_NUMBER,       /* before the edition's number, in the masthead */
    PHRASE_NUMBER_IN,    /* the same within a sentence */
    PHRASE_COMMUNIQUE,   /* one */
    PHRASE_COMMUNIQUES,  /* several */
    PHRASE_MINISTRY,     /* one */
    PHRASE_MINISTRIES,   /* several */
    PHRASE_PUBLISHED_BY, /* colophon */
    PHRASE_ERRORS,       /* colophon: before the contact */
    PHRASE_SET_IN,       /* colophon: before the faces */
    PHRASE_AND,
    PHRASE_BEFORE,       /* colophon: before the first digits of the edition kept before */
    PHRASE_FIRST_KEPT,   /* colophon: there is none before */
    PHRASE_REVISION,     /* under the masthead: before the number of a revision, … */
    PHRASE_REPLACES,     /* … before the one it replaces, … */
    PHRASE_BELATED,      /* … instead of both, where there was none, … */
    PHRASE_SKIPPED,      /* of a day without edition; then … */
    PHRASE_BECAUSE,      /* … and before what it is for */
    PHRASE_SPECIAL,      /* under the masthead */
    PHRASE_SOURCE,       /* of an attached file */
    PHRASE_PAGE,         /* before a page's number, in a link's words */
    PHRASE_PROOF,        /* across each page of a proof */
    PHRASE_SKIP,         /* to who would pass over masthead and contents */
    PHRASE_SIGNATURE,    /* what the signature's field is called */
    PHRASE_DATED,        /* under a title: before its day, behind a place */
    PHRASE_DATED_ALONE,  /* without a place */
    PHRASE_CORRECTS,     /* under a title: before what it corrects */
    PHRASE_CORRECTS_DAY, /* before the day of what it corrects */
    PHRASE_OF_DAY,       /* before that day, behind a title */
    PHRASE_OPEN,         /* quotation marks around a title */
    PHRASE_SHUT,
    /* the ticket of a print job: its heading, and before what it says */
    PHRASE_TICKET,
    PHRASE_TICKET_FILE,
    PHRASE_TICKET_DIGEST,
    PHRASE_TICKET_PAGES,
    PHRASE_TICKET_TRIM,
    PHRASE_TICKET_BLEED,
    PHRASE_TICKET_SHEETS,
    PHRASE_TICKET_FOLDED,      /* behind the number of sheets that are folded */
    PHRASE_TICKET_FOLDED_ONE,
    PHRASE_TICKET_BOTH,    /* behind that of sheets that are not */
    PHRASE_TICKET_BLANK,   /* before the number of empty pages */
    PHRASE_TICKET_PAPER,
    PHRASE_TICKET_INKS,
    PHRASE_TICKET_LIMIT,
    PHRASE_TICKET_PROFILE,
    PHRASE_TICKET_FORM,
    PHRASE_TICKET_CONTACT,
    PHRASE_TICKET_COPIES,  /* for a pen */
    PHRASE_TICKET_PASSED,  /* likewise */
    PHRASE_PAGE_SHORT,     /* before a page's number, in small type */
    PHRASE_COLON,
    PHRASE_CYAN,
    PHRASE_MAGENTA,
    PHRASE_YELLOW,
    PHRASE_BLACK,
    PHRASE__MAX
};

struct text phrase_of(enum lang lang, enum phrase p);
/* "7 communiqués": the number tied to the word in its number. */
void build_count(struct build *b, enum lang lang, size_t n, enum phrase one, enum phrase several);

/* The bulletin's title, number and date as one line, for a window or a list:
 * «Bulletin du Gouvernement n° 329, 25 novembre 2025». */
struct edition;
struct newsroom;
struct text edition_heading(struct arena *a, const struct edition *e, const struct newsroom *n);

/* «N° 329» */
struct text edition_number(struct arena *a, const struct edition *e, const struct newsroom *n);
/* «Mardi 25 novembre 2025» */
struct text edition_day(struct arena *a, const struct edition *e, const struct newsroom *n);
/* «7 communiqués, 6 départements» */
struct text edition_counts(struct arena *a, const struct edition *e, const struct newsroom *n);
/* What makes it another than the ordinary edition of its day; empty where nothing does. */
struct text edition_notice(struct arena *a, const struct edition *e, const struct newsroom *n);
/* How the hash of the edition kept before begins; empty for one that is not kept. */
struct text edition_witness(struct arena *a, const struct edition *e, const struct newsroom *n);
/* «Publié par : Centre d’Information, Bamako.» */
struct text newsroom_imprint(struct arena *a, const struct newsroom *n);

/* The line under a communiqué's title: where and when it was given, what it corrects, with a link
 * («#c3») where that stands in the same edition. `out` has room for NOTE_SPANS; returns how many spans
 * it has, 0 where there is none. */
enum { NOTE_SPANS = 3 };
struct communique;
struct span;
size_t communique_note(struct arena *a, const struct edition *e, const struct communique *c,
                       const struct newsroom *n, struct span *out);

#endif
