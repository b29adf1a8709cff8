/* A named look: measures, faces and colours, all of it data. */
#ifndef EDITION_STYLE_H
#define EDITION_STYLE_H

#include "base/diag.h"
#include "base/length.h"

/* What each kind of text is set in. */
enum role {
    ROLE_BODY,              /* paragraphs */
    ROLE_TITLE,             /* of a communiqué */
    ROLE_MINISTRY,          /* ministry header: the name */
    ROLE_ACRONYM,           /* ministry header: the acronym behind the name */
    ROLE_STATE,             /* masthead: the state's name */
    ROLE_MOTTO,             /* masthead: the motto */
    ROLE_MASTHEAD,          /* masthead: the bulletin's title; grows to fill the measure */
    ROLE_DATELINE,          /* masthead: number and counts */
    ROLE_DATE,              /* masthead: the date */
    ROLE_CONTENTS_HEAD,     /* «Sommaire» */
    ROLE_CONTENTS_MINISTRY, /* contents: a ministry's name */
    ROLE_CONTENTS_TITLE,    /* contents: a communiqué's title */
    ROLE_CONTENTS_PAGE,     /* contents: its page */
    ROLE_RUNNING,           /* running head and foot */
    ROLE_FOLIO,             /* page number */
    ROLE_COLOPHON,          /* colophon */
    ROLE_COLOPHON_HEAD,     /* the first line of it */
    /* what a style may leave out; then it is set as the body is */
    ROLE_HEADING,           /* a heading within a communiqué */
    ROLE_QUOTATION,         /* quoted paragraphs */
    ROLE_CODE,              /* code, within a line or on lines of its own */
    ROLE_NOTE,              /* under a title: where it comes from, what it corrects */
    ROLE_LEGEND,            /* of a picture or table */
    ROLE_TABLE,             /* a table's cells */
    ROLE_TABLE_HEAD,        /* those of its first row */
    ROLE__TYPED,
    /* a face within text of another role, in that role's size */
    ROLE_EMPHASIS = ROLE__TYPED,
    ROLE_STRONG,
    ROLE_STRONG_EMPHASIS,
    ROLE_LINK,              /* only the colour counts */
    ROLE__MAX
};

enum { FEATURES_MAX = 4, FALLBACKS_MAX = 16 };

struct role_style {
    struct text face;  /* family and style, as fonts.yaml names them */
    length size;
    length leading;    /* from baseline to baseline */
    int32_t tracking;  /* added to each glyph's advance, millionths of an em */
    struct paint colour;
    bool capitals;     /* set in capitals whatever the text */
    struct text features[FEATURES_MAX]; /* OpenType features, "onum" or "-liga"; empty: no more */
    struct place place; /* in the style's file */
};

/* How paragraphs are justified: the parameters of total-fit breaking. Shares of the word space
 * are millionths of the face's own. */
struct justification {
    int32_t stretch, shrink; /* of the word space, at an adjustment ratio of 1 */
    int32_t expand;          /* of the glyphs, either way: at most 2 % */
    int32_t tolerance;       /* the ratio accepted in the first pass, millionths */
    int32_t hyphen;          /* penalty of a hyphenated line */
    int32_t hang;            /* share of the table of hanging punctuation; 0: none */
};

struct style {
    struct text name;
    length width, height;             /* of the page */
    length left, right, top, bottom;  /* margins of the grid */
    length grid;                      /* height of a grid row */
    length head, foot;                /* baselines of running head and foot, from the page's top */
    int32_t columns;
    length gutter;                    /* between columns */
    length column_rule;               /* width of the rule in the gutter; 0: none */
    int32_t contents_columns;
    length indent;                    /* of second and later paragraphs */
    length flag;                      /* height of the flag bar; 0: none */
    length ministry_rule;             /* height of the rule over a ministry header */
    length hairline;                  /* height of the other rules */
    length end_mark;                  /* side of the square that ends a communiqué; 0: none */
    struct paint accent;              /* ministry rules, end marks */
    struct paint rule;                /* the other rules */
    struct place rules;               /* where the file speaks of rules */
    struct justification justification;
    struct role_style roles[ROLE__MAX];
    struct text fallbacks[FALLBACKS_MAX]; /* faces tried for characters a face lacks */
    struct place fallback_places[FALLBACKS_MAX];
    size_t nfallbacks;
};

bool style_read(struct arena *a, struct diags *d, struct text path, struct style *out);

/* A role's name in the file: "contents-title". */
struct text role_name(enum role r);

/* The measure of the text block, and of one of its `columns`. */
length style_measure(const struct style *s);
length style_column(const struct style *s, int32_t columns);
/* Grid rows of a page. */
int style_rows(const struct style *s);

#endif
