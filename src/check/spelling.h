/* Words that no dictionary has. The dictionary is in a program of its own, which takes long to load
 * it: it is asked once, for all words of the edition that are not known otherwise. */
#ifndef CHECK_SPELLING_H
#define CHECK_SPELLING_H

#include "check/finding.h"
#include "check/lexicon.h"

/* The words to ask about, each once, a line each: those of small letters in French texts, without
 * what the lexicon has. Words with capitals are names, and exempt. */
struct text spelling_question(struct checking *k, const struct lexicon *known);

/* Takes the answer: of each word that is wrong a line, the word, a tab, and suggestions parted by
 * tabs. */
void spelling_answer(struct checking *k, struct text answer);

#endif
