/* A table that was emptied shapes words as a new one does, in each language, and counts from the
 * start. */
#include "edition/fonts.h"
#include "french.h"
#include "type/words.h"

static const char *const texts[] = {"élections", "l’Administration", "2025", "Bamako", "ɛɲɔ"};

static bool same_word(const struct word *a, const struct word *b) {
    bool same = text_equal(a->text, b->text) && a->nglyphs == b->nglyphs && a->nparts == b->nparts &&
                a->width == b->width && a->lang == b->lang && a->missing == b->missing;
    for (size_t i = 0; same && i < a->nglyphs; i++)
        same = a->glyphs[i].id == b->glyphs[i].id && a->glyphs[i].adjust == b->glyphs[i].adjust;
    for (size_t i = 0; same && i < a->nparts; i++)
        same = a->parts[i].at == b->parts[i].at && a->parts[i].before == b->parts[i].before;
    return same;
}

static void check_same(struct words *words, struct words *fresh, const char *lang) {
    struct manner how = {.lang = words_lang(words, text_of(lang)), .divide = true};
    CHECK(words_lang(fresh, text_of(lang)) == how.lang);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        uint32_t one = words_find(words, how, text_of(texts[i]));
        uint32_t two = words_find(fresh, how, text_of(texts[i]));
        CHECK(one == two && same_word(words_at(words, one), words_at(fresh, two)));
        CHECK(words_find(words, how, text_of(texts[i])) == one);
    }
}

int main(void) {
    struct arena a = check_arena();
    struct diags d = diags_make(&a);
    struct font_files files = {0};
    struct style style = {0};
    struct text top = text_of(getenv("TOP"));
    CHECK(font_files_read(&a, &d, TEXT_JOIN(&a, top, T("/fonts/fonts.yaml")),
                          TEXT_JOIN(&a, top, T("/out/fonts")), &files));
    for (int r = 0; r < ROLE__MAX; r++) style.roles[r].face = files.at[0].name;
    struct look *look = look_open(&a, &d, &style, &files);
    struct patterns *hyphens = patterns_load(&a, TEXT_JOIN(&a, top, T("/out/hyphens/hyph_fr.dic")));
    struct words *words = words_open(&a, look, hyphens), *fresh = words_open(&a, look, hyphens);
    for (int i = 0; i < 5000; i++)
        words_find(words, (struct manner){.lang = words_lang(words, T("bm"))}, text_number(&a, i));
    CHECK(words_count(words) == 5001);
    for (int round = 0; round < 2; round++) {
        words_forget(words);
        CHECK(words_count(words) == 1);
        words_forget(fresh);
        check_same(words, fresh, "fr");
        check_same(words, fresh, "ff");
    }
    words_close(fresh);
    fresh = words_open(&a, look, hyphens);
    check_same(words, fresh, "fr");
    check_same(words, fresh, "ff");
    CHECK_TEXT(check_diags(&d), "");
    words_close(words);
    words_close(fresh);
    look_close(look);
    return check_done();
}
