/* A text as boxes, glue and penalties (Knuth and Plass 1981). */
#ifndef TYPE_ITEMS_H
#define TYPE_ITEMS_H

#include "edition/edition.h"
#include "type/breaks.h"
#include "type/words.h"

struct items {
    struct item *at;
    size_t n, cap;
};

/* What text is drawn with. */
struct ink {
    uint8_t cut;      /* its face */
    uint8_t pen;      /* the role whose colour and tracking it has */
    length size;
    int32_t tracking; /* added to each glyph's advance, millionths of an em */
};

/* What the items of a text are made with. */
struct itemizing {
    struct look *look;
    struct words *words;
    struct diags *diags;
    const struct communique *communique; /* for places; NULL: furniture */
    enum role role;
    struct text lang;
    length size;     /* of the type; normally the role's */
    length measure;  /* a word wider than this gets places where it may be cut in two */
    bool emphatic;   /* all of it is set as emphasis */
    bool divide;     /* words may be divided */
    bool title;      /* breaks behind short words are dear, breaks behind a colon cheap */
    bool goes_on;    /* more of its paragraph follows: a space stands behind its last line */
    bool solid;      /* spaces are no places for breaks, and none is lost: lines of code */
    /* the text, by items_text */
    const struct span *spans;
    size_t nspans;
    struct text text;     /* of all spans, one behind the other */
    const uint32_t *ends; /* where each ends in it; NULL: there is one */
    struct ink plain;     /* of what is in no special look */
    uint8_t language;     /* the words' number of `lang` */
};

/* Says which text. What is made for it is in `a`. */
void items_text(struct arena *a, struct itemizing *how, const struct span *spans, size_t n);
/* The span that byte `at` of the text is of; *offset is how far into it. */
const struct span *items_span(const struct itemizing *how, size_t at, size_t *offset);

/* What the span is drawn with. Emphasis within a heading is strong and emphatic. */
struct ink items_ink(const struct itemizing *how, const struct span *span);
/* Whether two spans look the same, are of the same language, and are, or are not, of the same link. */
bool items_alike(const struct span *a, const struct span *b);

/* Appends the items of the text; their `at` counts in it. A character that no face has is told with
 * its place and left out. */
void items_add(struct arena *a, const struct itemizing *how, struct items *out);
/* Appends an empty box: an indent at the start, room to be left at the end. */
void items_room(struct arena *a, length width, struct items *out);

/* The width of a word, and of a word space, which is the same in all faces of a text. */
length items_word(const struct ink *ink, const struct word *word);
length items_space(const struct itemizing *how);

#endif
