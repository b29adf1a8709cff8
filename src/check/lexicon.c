/* See lexicon.h. */
#include "check/lexicon.h"

#include "base/unicode.h"
#include "edition/encoding.h"

#include <stdlib.h>

/* One line: a word, perhaps none. */
static bool read_line(struct arena *a, struct diags *d, struct place place, struct text line,
                      struct lexicon *out) {
    struct text word = text_trim(text_part(line, 0, text_find(line, T("#"))));
    if (!word.n) return true;
    if (text_find(word, T(" ")) < word.n || text_find(word, T("\t")) < word.n) {
        DIAG(d, place, WORDS_TWO, word);
        return false;
    }
    if (word.n > LEXICON_WORD) {
        DIAG(d, place, WORDS_LONG, text_number(d->arena, LEXICON_WORD));
        return false;
    }
    if (out->n == LEXICON_WORDS) {
        DIAG(d, place, WORDS_MANY, text_number(d->arena, LEXICON_WORDS));
        return false;
    }
    word = unicode_nfc(a, word);
    arena_push(a, out, word);
    return true;
}

bool lexicon_read(struct arena *a, struct diags *d, struct text file, struct text bytes,
                  struct lexicon *out) {
    bool fine = true;
    if (!encoding_readable(d, file, &bytes)) return false;
    for (int line = 1; bytes.n; line++) {
        size_t end = text_find(bytes, T("\n"));
        fine &= read_line(a, d, (struct place){file, line, 0}, text_part(bytes, 0, end), out);
        if (out->n == LEXICON_WORDS && !fine) return false;
        bytes = text_after(bytes, end + 1);
    }
    return fine;
}

static int word_order(const void *a, const void *b) {
    return text_order(*(const struct text *)a, *(const struct text *)b);
}

void lexicon_sort(struct lexicon *l) {
    if (l->n) qsort(l->at, l->n, sizeof *l->at, word_order);
}

static bool has(const struct lexicon *l, struct text word) {
    return l->n && bsearch(&word, l->at, l->n, sizeof word, word_order);
}

bool lexicon_has(struct arena scratch, const struct lexicon *l, struct text word) {
    struct build small = {.arena = &scratch};
    if (has(l, word)) return true;
    for (size_t i = 0; i < word.n;) build_code(&small, unicode_lower(utf8_next(word, &i)));
    return has(l, build_done(&small));
}
