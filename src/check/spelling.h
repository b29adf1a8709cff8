/* Words that no dictionary has. A set of all its forms says so at once, and so much of a word with one
 * slip of the hand; the dictionary itself is in a program of its own, which takes long to load it: it
 * is asked, once, about the words that are left. */
#ifndef CHECK_SPELLING_H
#define CHECK_SPELLING_H

#include "base/wordset.h"
#include "check/finding.h"
#include "check/lexicon.h"

/* A word or a compound where it stands. */
struct spelling_use {
    const struct stretch *passage;
    uint32_t at, n; /* bytes of the passage */
    uint32_t hash;
};

struct spelling {
    const struct lexicon *known; /* words that are right though no dictionary has them */
    const struct wordset *forms; /* of all words in small letters (spell/forms.h) */
    struct {
        struct spelling_use *at;
        size_t n, cap;
    } strange;                   /* where the edition has words that neither has, once looked up */
};

/* Looks all words up: those of small letters in French texts. Words with capitals are names, and exempt.
 * Tells those that are wrong by a slip, and returns words to ask the dictionary about, each once, a line
 * each. */
struct text spelling_look(struct checking *k, struct spelling *s);

/* Takes the answer: of each word that is wrong a line, the word, and behind tabs suggestions. */
void spelling_answer(struct checking *k, const struct spelling *s, struct text answer);

#endif
