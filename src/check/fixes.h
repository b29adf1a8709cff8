/* Proposals as a list that an editor goes through, and what is left in it applied to the sources.
 *
 * The list is text: a head, «griot fixes 1»; then blocks, of which each is a place with its rule, what
 * stands there, and what is to stand there:
 *
 *   2025-11-25.txt:3:187 capital-accent
 *   - A l’ordre
 *   + À l’ordre
 *
 * Where what is to stand there is a guess, the block has no line with +, and each guess is a line that
 * starts with «# + »: without its «# » it counts. A block without + changes nothing. Lines that start with #
 * and empty lines say nothing. griot(1) describes it. */
#ifndef CHECK_FIXES_H
#define CHECK_FIXES_H

#include "check/finding.h"

enum { FIXES_MAX = 100000, FIXES_CAP = 16 << 20 };

struct fix {
    struct place place;        /* in the source */
    struct text rule;
    struct text before, after;
    struct text choices;       /* as a finding's; then nothing is to be applied */
    struct place block;        /* in the list */
};

struct fixes {
    struct fix *at;
    size_t n, cap;
};

/* The proposals on one file with these bytes: those that can be applied to it, which none that
 * touches another's words can, nor one on words that the source has in another form, as with a
 * character that is escaped. */
void fixes_propose(struct arena *a, const struct findings *f, struct text file, struct text bytes,
                   struct fixes *out);

void fixes_print(struct build *b, const struct fixes *f);

/* Reads a list. What is none is told at its place; then false. */
bool fixes_read(struct arena *a, struct diags *d, struct text list, struct text bytes,
                struct fixes *out);

/* The file's bytes with the fixes that name it; all others stay as they are. A fix whose words do
 * not stand at its place, and two that touch the same words, are told; then false. */
bool fixes_apply(struct arena *a, struct diags *d, const struct fixes *f, struct text file,
                 struct text bytes, struct text *out);

#endif
