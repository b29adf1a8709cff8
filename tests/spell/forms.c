/* The set of a dictionary's forms says of small words what the dictionary itself says: of words that it
 * has, and of those with a letter put in, left out or taken for another. */
#include "check.h"

#include "base/file.h"
#include "spell/forms.h"

#include <hunspell/hunspell.h>

enum { EVERY = 211 };

/* The word with its letter at a place that its number chooses treated so: left out, doubled, an «e». */
static void build_slip(struct build *b, struct text word, size_t number) {
    size_t at = number / 3 % word.n, next;
    while (at && ((unsigned char)word.at[at] & 0xC0) == 0x80) at--;
    next = at;
    utf8_next(word, &next);
    build_text(b, text_part(word, 0, at));
    if (number % 3 == 1) build_text(b, text_part(word, at, next));
    if (number % 3 == 1) build_text(b, text_part(word, at, next));
    if (number % 3 == 2) build_char(b, 'e');
    build_text(b, text_after(word, next));
}

int main(void) {
    struct arena a = arena_open((size_t)1 << 29);
    struct diags d = diags_make(&a);
    struct text aff, dic, file;
    struct wordset s;
    CHECK(file_read(&a, &d, T("../out/dictionary/fr.aff"), FILE_CAP, &aff));
    CHECK(file_read(&a, &d, T("../out/dictionary/fr.dic"), FILE_CAP, &dic));
    CHECK(file_read(&a, &d, T("../out/dictionary/fr.forms"), FILE_CAP, &file));
    CHECK(wordset_open(file, &s) && s.n > 400000);
    Hunhandle *h = Hunspell_create("../out/dictionary/fr.aff", "../out/dictionary/fr.dic");
    struct words forms = forms_of(&a, aff, dic);
    for (size_t i = 0; i < forms.n; i += EVERY) {
        struct arena scratch = a;
        struct build b = {.arena = &scratch};
        struct text word = forms.at[i];
        CHECK(wordset_has(&s, word));
        if (word.at[0] == '!' || word.at[0] == '~' || word.n < 4 || text_find(word, T("-")) < word.n) continue;
        CHECK(Hunspell_spell(h, text_z(&scratch, word)));
        build_slip(&b, word, i);
        bool says = Hunspell_spell(h, text_z(&scratch, build_done(&b)));
        CHECK(says == wordset_has(&s, build_done(&b)));
    }
    Hunspell_destroy(h);
    return check_done();
}
