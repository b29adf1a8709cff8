/* Optimum line breaks: items and widths in, indices out; no fonts, no text, no globals.
 *
 * The model and the names are those of D. E. Knuth and M. F. Plass, "Breaking Paragraphs into
 * Lines" (Software: Practice and Experience 11, 1981), with hanging punctuation and glyph expansion
 * after Hàn Thế Thành, "Micro-typographic Extensions to the TeX Typesetting System" (2000). All
 * arithmetic is in integers. */
#ifndef TYPE_BREAKS_H
#define TYPE_BREAKS_H

#include "base/length.h"

enum item_kind { ITEM_BOX, ITEM_GLUE, ITEM_PENALTY };

enum { PENALTY_NEVER = 10000 };

struct item {
    length width;     /* box, glue: natural width; penalty: width added if the line ends here */
    length stretch, shrink; /* glue */
    length hang;      /* box: how far it may hang out at a line's left; glue, penalty: what comes
                         before it at a line's right */
    int16_t penalty;  /* glue, penalty: the cost of a break here */
    uint8_t kind;     /* enum item_kind */
    uint8_t flagged;  /* a break here is a division of a word */
    uint32_t word;    /* what the box is: for who made the items, like the next three */
    uint32_t at;
    uint16_t from, to;
};

enum { BREAK_PASSES = 4 };

/* How lines are broken. Ratios and shares are in millionths (SHARE_ONE). */
struct breaking {
    length measure;
    int32_t expand;       /* of box widths, either way */
    int32_t tolerance;    /* stretch ratio accepted at first; each further pass doubles it */
    int passes;           /* at most this many, up to BREAK_PASSES: the last accepts anything */
    int32_t hyphen;       /* demerits grow with this penalty of a divided word */
    int max_divided;      /* divided lines in a row */
    length last_least;    /* a last line shorter than this is a fault */
    /* A part of a paragraph, set again: the line after item `from` starts it, a break at `to` ends
     * it; both 0: the whole. Then `lines` says how many lines there must be. */
    size_t from, to;
    size_t lines;
    /* Lines, counted from 0 in what is set, that may not end in a division. */
    const size_t *undivided;
    size_t nundivided;
};

struct breaks {
    uint32_t *at; /* the item each line ends at: a glue or penalty, the last n */
    size_t n;
    int pass;     /* the one that found them, from 0 */
};

/* The breaks with the least total demerits. False where the passes allowed do not find any; with
 * all passes, only where a part cannot be set in as many lines as asked for, or without a division
 * where none is allowed. A box wider than the measure sticks
 * out; whoever makes items sees to it that there is none. */
bool breaks_find(struct arena *a, const struct item *items, size_t n, const struct breaking *how,
                 struct breaks *out);

/* Lines of ragged text: as few as possible; among those the evenest where `balance` (for titles),
 * else the fullest first. Penalties of glue steer; stretch and shrink do not count. */
void breaks_ragged(struct arena *a, const struct item *items, size_t n, length measure,
                   bool balance, struct breaks *out);

/* The first item of the line that follows a break at `at`: glue and penalties there are dropped. */
size_t breaks_line_start(const struct item *items, size_t n, size_t at);

#endif
