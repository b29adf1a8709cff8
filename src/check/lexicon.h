/* Lists of words that are right though no dictionary has them: the one that comes with griot, of
 * Malian words, and the newsroom's own. A file of UTF-8 text, a word a line; what follows a # is a
 * remark. Case makes no difference but for words with capitals in the list, which must stand so. */
#ifndef CHECK_LEXICON_H
#define CHECK_LEXICON_H

#include "base/diag.h"

enum { LEXICON_WORDS = 200000, LEXICON_WORD = 100 /* bytes of a word */, LEXICON_CAP = 4 << 20 };

struct lexicon {
    struct text *at;
    size_t n, cap;
    uint32_t *table; /* of lexicon_index: numbers of words, from 1, by their hashes */
    size_t mask;
};

/* Adds the words of a list. What is wrong, at its place: not UTF-8, two words on a line, a word too
 * long, too many; then false. */
bool lexicon_read(struct arena *a, struct diags *d, struct text file, struct text bytes,
                  struct lexicon *out);
/* Makes ready for looking words up, once all are read. */
void lexicon_index(struct arena *a, struct lexicon *l);
/* Whether it has the word, as it stands or in small letters. */
bool lexicon_has(struct arena scratch, const struct lexicon *l, struct text word);

#endif
