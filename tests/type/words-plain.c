/* Plain words are shaped by rules that the face's tables are read for, or by HarfBuzz without the lookups
 * that attach marks; glyphs, places and advances are those of HarfBuzz with all of them, in every face,
 * for every word of the seed as it is printed, every character that counts as plain, pairs of letters
 * that ligatures and kerning look at, and characters in no order at all. */
#include "edition/fonts.h"
#include "french.h"
#include "type/plain.h"
#include "type/words.h"

#include "base/length.h"

#include <hb.h>

enum { DRAWN = 1000 };

struct full {
    hb_font_t *font;
    hb_buffer_t *buffer;
    hb_feature_t features[FEATURES_MAX];
    unsigned nfeatures;
    int64_t upem;
};

static void shape_full(const struct full *f, struct text t) {
    hb_buffer_reset(f->buffer);
    hb_buffer_set_cluster_level(f->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(f->buffer, t.at, (int)t.n, 0, (int)t.n);
    hb_buffer_set_direction(f->buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(f->buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(f->buffer, hb_language_from_string("fr", -1));
    hb_shape(f->font, f->buffer, f->features, f->nfeatures);
}

static void check_word(const struct full *f, struct words *words, struct text t) {
    const struct word *w = words_at(words, words_find(words, (struct manner){0}, t));
    unsigned n = 0;
    int64_t width = 0, own = 0;
    int failures = check_failures;
    shape_full(f, t);
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(f->buffer, &n);
    const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(f->buffer, &n);
    CHECK(w->nglyphs == n);
    for (unsigned i = 0; i < n && i < w->nglyphs; i++) {
        const struct glyph *g = &w->glyphs[i];
        hb_position_t advance = hb_font_get_glyph_h_advance(f->font, info[i].codepoint);
        CHECK(g->id == info[i].codepoint && g->at == info[i].cluster);
        CHECK(g->adjust == mul_div(at[i].x_advance - advance, EM, f->upem));
        CHECK(g->dx == mul_div(at[i].x_offset, EM, f->upem));
        CHECK(g->dy == mul_div(at[i].y_offset, EM, f->upem));
        own += mul_div(advance, EM, f->upem);
        width += g->adjust;
    }
    CHECK(w->width == width + own);
    if (failures != check_failures) printf("  in %.*s\n", (int)t.n, t.at);
}

static void check_seed(struct arena a, const struct full *f, struct words *words) {
    struct text seed = french_seed(&a), line;
    for (int n = 0; french_seed_line(seed, n, &line); n++) {
        struct text t = french_of(&a, line).text;
        for (size_t i = 0; i < t.n;) {
            size_t end = i;
            while (end < t.n && t.at[end] != ' ') end++;
            if (end > i) check_word(f, words, text_part(t, i, end));
            i = end + 1;
        }
    }
}

static void check_characters(struct arena a, const struct full *f, struct words *words) {
    static const char *const pairs[] = {"ff", "fi",  "ffi", "ffl", "fj", "AV",   "LT",  "Ty", "f’",
                                        "1/2", "10:30", "n°", "1er", "œŒ", "ŋɛɲɔ", "İi", "A."};
    for (uint32_t c = '!'; c <= 0x202E; c = c == 0x2AF ? 0x2010 : c + 1) {
        struct build b = {.arena = &a};
        if (c == 0x7F || c == 0xAD || (c >= 0x80 && c < 0xA0)) continue; /* no text has them */
        build_code(&b, c);
        check_word(f, words, build_done(&b));
        build_text(&b, T("fi"));
        build_code(&b, c);
        check_word(f, words, build_done(&b));
    }
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        check_word(f, words, text_of(pairs[i]));
}

/* Words of any plain characters, between letters that ligatures and kerning are about. */
static void check_drawn(struct arena a, const struct full *f, struct words *words) {
    static const char usual[] = "filtjTAVWYLrv.,e";
    uint32_t drawn = 1;
    for (int i = 0; i < DRAWN; i++) {
        struct build b = {.arena = &a};
        for (int k = 0; k < 4; k++) {
            drawn = drawn * 1664525 + 1013904223;
            uint32_t c = (drawn >> 8) % 0x2C0 + 0x20;
            if (k % 2) c = (unsigned char)usual[(drawn >> 8) % (sizeof usual - 1)];
            if (c >= 0x2B0) c += 0x2010 - 0x2B0;
            if (c > ' ' && (c < 0x7F || c > 0xA0) && c != 0xAD) build_code(&b, c);
        }
        check_word(f, words, build_done(&b));
    }
}

static void check_face(struct arena *a, struct diags *d, const struct font_files *files, int i,
                       const char *feature) {
    struct style style = {0};
    for (int r = 0; r < ROLE__MAX; r++) {
        style.roles[r].face = files->at[i].name;
        style.roles[r].features[0] = text_of(feature);
    }
    struct look *look = look_open(a, d, &style, files);
    CHECK(look != NULL);
    if (!look) return;
    struct words *words = words_open(a, look, NULL);
    struct arena scratch = *a;
    if (text_starts(files->at[i].name, T("Gentium"))) /* else nothing is found out of its rules here */
        CHECK(plain_open(&scratch, look_cut(look, 0)->font, NULL, 0) != NULL);
    struct full f = {.font = font_handle(look_cut(look, 0)->font), .buffer = hb_buffer_create()};
    f.upem = hb_face_get_upem(hb_font_get_face(f.font));
    f.nfeatures = hb_feature_from_string(feature, -1, &f.features[0]) ? 1 : 0;
    int failures = check_failures;
    check_seed(*a, &f, words);
    check_characters(*a, &f, words);
    check_drawn(*a, &f, words);
    if (failures != check_failures)
        printf("  of %.*s %s\n", (int)files->at[i].name.n, files->at[i].name.at, feature);
    hb_buffer_destroy(f.buffer);
    words_close(words);
    look_close(look);
}

int main(void) {
    static const char *const features[] = {"", "tnum", "smcp"};
    struct arena a = check_arena();
    struct diags d = diags_make(&a);
    struct font_files files = {0};
    struct text top = text_of(getenv("TOP"));
    CHECK(font_files_read(&a, &d, TEXT_JOIN(&a, top, T("/fonts/fonts.yaml")),
                          TEXT_JOIN(&a, top, T("/out/fonts")), &files));
    CHECK(files.n > 10);
    for (size_t i = 0; i < files.n; i++)
        for (size_t k = 0; k < sizeof features / sizeof *features; k++)
            check_face(&a, &d, &files, (int)i, features[k]);
    CHECK_TEXT(check_diags(&d), "");
    return check_done();
}
