/* What a foundry gives is what is made without one: the first time, again, for other glyphs, for
 * another face, and after so many casts that the first are forgotten. */
#include "check.h"
#include "pdf/foundry.h"

#include <stdlib.h>

enum { MANY = 100, SHELF = 2500 /* more than one holds */ };

struct bench {
    struct arena a;
    struct diags d;
    struct deflater *z;
    struct foundry *foundry;
};

static void check_cast(struct bench b, const struct font *font, const uint8_t *used) {
    struct cast plain, found;
    size_t n = font_glyphs(font), differing = 0;
    CHECK(foundry_cast(NULL, &b.a, &b.d, b.z, font, used, &plain));
    CHECK(foundry_cast(b.foundry, &b.a, &b.d, b.z, font, used, &found));
    CHECK(found.glyphs == plain.glyphs && found.size == plain.size);
    CHECK(text_equal(found.program, plain.program));
    for (size_t i = 0; i < n; i++) differing += used[i] && found.map[i] != plain.map[i];
    CHECK(!differing);
}

static void check_deflated(struct bench b, const char *words) {
    struct text t = text_of(words);
    struct text plain = deflate_bytes(b.z, &b.a, t);
    CHECK(text_equal(foundry_deflate(b.foundry, &b.a, b.z, t), plain));
    CHECK(text_equal(foundry_deflate(NULL, &b.a, b.z, t), plain));
}

/* The numbers below it in binary: letters that are used. */
static void mark(const struct font *font, uint8_t *used, int number) {
    memset(used, 0, font_glyphs(font));
    for (int i = 0; i < 26; i++)
        if (number >> i & 1) used[font_glyph(font, (uint32_t)('a' + i))] = 1;
}

static void fill_shelf(struct bench *b, int shelf) {
    for (int i = 0; i < SHELF; i++) {
        struct arena scratch = b->a;
        char words[32];
        snprintf(words, sizeof words, "%d, %d", shelf, i);
        foundry_deflate(b->foundry, &scratch, b->z, text_of(words));
    }
}

static void check_faces(struct bench *b, const struct font *font, const struct font *other) {
    uint8_t *used = arena_new(&b->a, uint8_t, font_glyphs(font) + font_glyphs(other));
    for (int round = 0; round < 2; round++) {
        mark(font, used, 5);
        check_cast(*b, font, used);
        mark(font, used, 6);
        check_cast(*b, font, used);
        mark(other, used, 5);
        check_cast(*b, other, used);
        check_deflated(*b, "une suite d’octets");
        check_deflated(*b, "une autre suite d’octets");
        check_deflated(*b, "");
    }
    for (int i = 1; i < MANY; i++) {
        struct arena scratch = b->a;
        struct cast cast;
        mark(font, used, i);
        CHECK(foundry_cast(b->foundry, &scratch, &b->d, b->z, font, used, &cast));
    }
    for (int shelf = 0; shelf < 5; shelf++) {
        if (shelf == 1) check_cast(*b, font, used); /* found on the second shelf, … */
        fill_shelf(b, shelf);
        mark(font, used, shelf < 4 ? MANY - 1 : 5); /* … and now there again; forgotten; again */
        if (shelf > 1) check_cast(*b, font, used);
        check_deflated(*b, "une suite d’octets");
    }
}

int main(void) {
    struct bench b = {.a = check_arena()};
    struct font_files files = {0};
    struct text top = text_of(getenv("TOP"));
    b.d = diags_make(&b.a);
    b.z = deflater_open();
    b.foundry = foundry_open(&b.a);
    CHECK(font_files_read(&b.a, &b.d, TEXT_JOIN(&b.a, top, T("/fonts/fonts.yaml")),
                          TEXT_JOIN(&b.a, top, T("/out/fonts")), &files));
    struct font *font = font_open(&b.a, &b.d, &files.at[0]), *other = font_open(&b.a, &b.d, &files.at[1]);
    CHECK(font && other && memcmp(font_digest(font).at, font_digest(other).at, 32));
    if (font && other) check_faces(&b, font, other);
    CHECK_TEXT(check_diags(&b.d), "");
    font_close(font);
    font_close(other);
    foundry_close(b.foundry);
    deflater_close(b.z);
    return check_done();
}
