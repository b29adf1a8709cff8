/* A face whose rules are damaged gives some glyphs or none, and nothing beyond its tables is read: the
 * damaged one is put at the end of the file, which is that of a page, with nothing mapped behind it. */
#include "base/file.h"
#include "check.h"
#include "type/plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { DAMAGES = 200, BYTES = 24, PAGE = 4096 };

static unsigned draw(uint32_t *state, unsigned below) {
    *state = *state * 1664525 + 1013904223;
    return (*state >> 8) % below;
}

static size_t number(const char *p) {
    const unsigned char *s = (const unsigned char *)p;
    return (size_t)s[0] << 24 | (size_t)s[1] << 16 | (size_t)s[2] << 8 | s[3];
}

static void put_number(char *p, size_t n) {
    for (int i = 0; i < 4; i++) p[i] = (char)(n >> (24 - 8 * i));
}

/* Moves a table of the face of n bytes to the end of a file of `all`, and overwrites bytes of it, most
 * near its beginning, where it says where all else is. */
static void damage(char *face, size_t n, size_t all, const char *tag, uint32_t *state) {
    for (size_t i = 0, tables = (size_t)(unsigned char)face[5]; i < tables; i++) {
        char *record = face + 12 + 16 * i;
        size_t at = number(record + 8), length = number(record + 12);
        if (memcmp(record, tag, 4) || at + length > n) continue;
        memcpy(face + all - length, face + at, length);
        put_number(record + 8, all - length);
        for (int k = 0; k < BYTES; k++) {
            size_t reach = length >> draw(state, 12);
            face[all - length + draw(state, (unsigned)(reach ? reach : 1))] = (char)draw(state, 256);
        }
    }
}

static void shape(struct arena a, const struct font_file *file) {
    static const char *const words[] = {"l’office", "AVANT-VEILLE,", "«efflanqué»", "T.V.A.", "fjord"};
    struct diags d = diags_make(&a);
    struct font *font = font_open(&a, &d, file);
    struct plain_feature capitals = {"smcp", true};
    if (!font) return;
    for (size_t n = 0; n < 2; n++) {
        struct plain *p = plain_open(&a, font, &capitals, n);
        struct plain_glyph out[PLAIN_LONGEST];
        for (size_t i = 0; p && i < sizeof words / sizeof *words; i++) {
            struct text word = text_of(words[i]);
            int glyphs = plain_shape(p, word, out);
            CHECK(glyphs >= -1 && glyphs <= (int)word.n);
            for (int k = 0; k < glyphs; k++) CHECK(out[k].at < word.n);
        }
    }
    font_close(font);
}

int main(void) {
    static const char *const tables[] = {"GDEF", "GSUB", "GPOS"};
    struct arena a = check_arena();
    struct diags d = diags_make(&a);
    char path[] = "/tmp/griot-face-XXXXXX";
    struct text top = text_of(getenv("TOP")), whole;
    uint32_t state = 1;
    int fd = mkstemp(path);
    CHECK(file_read(&a, &d, TEXT_JOIN(&a, top, T("/out/fonts/GentiumPlus-Regular.ttf")), FILE_CAP, &whole));
    size_t all = (whole.n * 2 + PAGE - 1) / PAGE * PAGE;
    char *face = arena_new(&a, char, all);
    for (int i = 0; i < DAMAGES; i++) {
        memcpy(face, whole.at, whole.n);
        damage(face, whole.n, all, tables[i % 3], &state);
        CHECK(pwrite(fd, face, all, 0) == (ssize_t)all);
        char *room = mmap(NULL, all + PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        munmap(room, all); /* where the file will be mapped: what is behind stays */
        shape(a, &(struct font_file){.name = T("Damaged"), .path = text_of(path)});
        munmap(room + all, PAGE);
    }
    close(fd);
    unlink(path);
    return check_done();
}
