/* See speller.h. A suggestion costs hundreds of times what a look-up does, so that only the first
 * unknown words get any. */
#include "spell/speller.h"

#include "base/file.h"

#include <hunspell/hunspell.h>

enum {
    WORD_CAP = 100,     /* bytes; longer ones are no words */
    SUGGESTED_MAX = 100, /* words that get suggestions */
    SUGGESTIONS = 3     /* for each */
};

static void build_suggestions(struct build *b, Hunhandle *h, const char *word) {
    char **list = NULL;
    int n = Hunspell_suggest(h, &list, word);
    for (int i = 0; i < n && i < SUGGESTIONS; i++) {
        build_char(b, '\t');
        build_text(b, text_of(list[i]));
    }
    Hunspell_free_list(h, &list, n);
}

static void ask(Hunhandle *h, struct text words, struct build *out) {
    int told = 0;
    while (words.n) {
        struct text word = text_part(words, 0, text_find(words, T("\n")));
        words = text_after(words, word.n + 1);
        char z[WORD_CAP + 1] = "";
        if (!word.n || word.n > WORD_CAP) continue;
        for (size_t i = 0; i < word.n; i++) z[i] = word.at[i];
        if (Hunspell_spell(h, z)) continue;
        build_text(out, word);
        if (told++ < SUGGESTED_MAX) build_suggestions(out, h, z);
        build_char(out, '\n');
    }
}

bool speller_ask(struct arena *a, struct diags *d, struct text aff, struct text dic,
                 struct text words, struct text *answer) {
    struct build out = {.arena = a};
    if (!file_exists(aff) || !file_exists(dic)) {
        DIAG0(d, ((struct place){.file = dic}), DICTIONARY_MISSING);
        return false;
    }
    Hunhandle *h = Hunspell_create(text_z(a, aff), text_z(a, dic));
    if (!h) arena_spent();
    ask(h, words, &out);
    Hunspell_destroy(h);
    *answer = build_done(&out);
    return true;
}
