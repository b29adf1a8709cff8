/* See lexicon.h. */
#include "check/lexicon.h"

#include "base/unicode.h"
#include "edition/encoding.h"

#include <string.h>

/* One line: a word, perhaps none. */
static bool read_line(struct arena *a, struct diags *d, struct place place, struct text line,
                      struct lexicon *out) {
    struct text word = text_trim(text_part(line, 0, text_find(line, T("#"))));
    if (!word.n) return true;
    if (memchr(word.at, ' ', word.n) || memchr(word.at, '\t', word.n)) {
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
        const char *newline = memchr(bytes.at, '\n', bytes.n);
        size_t end = newline ? (size_t)(newline - bytes.at) : bytes.n;
        fine &= read_line(a, d, (struct place){file, line, 0}, text_part(bytes, 0, end), out);
        if (out->n == LEXICON_WORDS && !fine) return false;
        bytes = text_after(bytes, end + 1);
    }
    return fine;
}

void lexicon_index(struct arena *a, struct lexicon *l) {
    for (l->mask = 15; l->mask < l->n * 2;) l->mask = l->mask * 2 + 1;
    l->table = arena_new(a, uint32_t, l->mask + 1);
    for (size_t n = 0; n < l->n; n++) {
        size_t i = text_hash(l->at[n], 0) & l->mask;
        while (l->table[i]) i = (i + 1) & l->mask;
        l->table[i] = (uint32_t)n + 1;
    }
}

static bool has(const struct lexicon *l, struct text word) {
    size_t i = text_hash(word, 0) & l->mask;
    while (l->table[i] && !text_equal(l->at[l->table[i] - 1], word)) i = (i + 1) & l->mask;
    return l->table[i];
}

bool lexicon_has(struct arena scratch, const struct lexicon *l, struct text word) {
    struct build small = {.arena = &scratch};
    if (has(l, word)) return true;
    for (size_t i = 0; i < word.n;) build_code(&small, unicode_lower(utf8_next(word, &i)));
    return has(l, build_done(&small));
}
