/* The styles of a Word file and its lists, as far as they say what a paragraph is (ISO/IEC 29500-1,
 * 17.7 and 17.9). */
#ifndef CONVERT_STYLES_H
#define CONVERT_STYLES_H

#include "convert/package.h"

enum { LIST_LEVELS = 9 };

/* What a style says, with what the styles it is based on say. */
struct style_facts {
    struct text name;   /* small letters: «heading 1», «title»; the same in every language of Word */
    int outline;        /* heading level, from 1; 0: none */
    int list, level;    /* its list; -1: none */
    uint8_t look;       /* of a character style: enum stretch_look */
};

struct list_level {
    bool none;    /* shows no marker */
    bool ordered;
    int start;
};

/* A list, and how far its numbers have come. */
struct numbered_list {
    int id;
    struct list_level levels[LIST_LEVELS];
    int numbers[LIST_LEVELS]; /* of the last item; 0: none yet */
};

struct styles {
    const struct package *package;
    const struct xml *root; /* of the styles; NULL: there are none */
    struct { struct numbered_list *at; size_t n, cap; } lists;
};

/* Reads styles and numbering; either may be missing. */
void styles_read(struct package *p, struct styles *out);
/* What the style of that identifier says. */
struct style_facts styles_find(const struct styles *s, struct text id);
/* The list of that number; NULL where there is none. */
struct numbered_list *styles_list(const struct styles *s, int id);
/* The number of the list's next item at `level`; numbers of deeper levels begin anew. */
int list_count(struct numbered_list *l, int level);

/* Looks that run properties switch on and off over `look`. */
uint8_t look_over(const struct xml *properties, uint8_t look);

#endif
