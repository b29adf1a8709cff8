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
    bool divide;     /* words may be divided */
    bool title;      /* breaks behind short words are dear, breaks behind a colon cheap */
};

/* Appends the items of the span. A character that no face has is told with its place and left
 * out. */
void items_add(struct arena *a, const struct itemizing *how, const struct span *span,
               struct items *out);
/* Appends an empty box: an indent at the start, room to be left at the end. */
void items_room(struct arena *a, length width, struct items *out);

/* The advance of `n` glyphs of `thousandths` of an em in all, with the role's tracking. */
length items_width(const struct itemizing *how, int64_t thousandths, int64_t n);
/* The width of a word, and of a word space. */
length items_word(const struct itemizing *how, const struct word *word);
length items_space(const struct itemizing *how, uint8_t cut);

#endif
