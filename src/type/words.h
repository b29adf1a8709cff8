/* Shaped words, each shaped once.
 *
 * A word is what stands between two spaces, in one cut. HarfBuzz shapes it with kerning and
 * ligatures, or plain.h does for it; its divisions are found at the same time. Words live in a
 * table, and are named by their number in it. One table serves one thread. */
#ifndef TYPE_WORDS_H
#define TYPE_WORDS_H

#include "type/hyphen.h"
#include "type/look.h"

/* A glyph of a word, with all lengths in thousandths of an em. */
struct glyph {
    uint16_t id;
    uint16_t at;     /* bytes into the word's text: where what it stands for begins */
    int16_t adjust;  /* added to its own advance: kerning */
    int16_t dx, dy;  /* drawn this far from where it stands */
};

/* A word may be divided here. */
struct word_part {
    uint16_t at;     /* bytes into the text: the second part starts here */
    uint8_t kind;    /* enum division_kind */
    int32_t before;  /* width of the first part, the hyphen that is added apart */
};

struct word {
    struct text text;           /* U+00AD stands for a hyphen that was added at a line's end */
    const struct glyph *glyphs;
    const struct word_part *parts;
    uint16_t nglyphs, nparts;
    uint8_t cut, lang;
    bool divided;               /* its divisions were asked for */
    bool missing;               /* the cut lacks a character */
    int32_t width;              /* thousandths of an em */
    int16_t hang_left, hang_right; /* how far its ends may hang out of the measure */
};

struct words;

/* How a word is to be set. */
struct manner {
    uint8_t cut;
    uint8_t lang; /* from words_lang */
    bool divide;  /* find its divisions; words with and without them are kept apart */
};

/* A table over the look; `patterns`, for French, may be NULL. What it makes lives in arenas of its
 * own. */
struct words *words_open(struct arena *a, const struct look *look, const struct patterns *patterns);
void words_close(struct words *w);

/* Empties the table: numbers given before stand for nothing any more. */
void words_forget(struct words *w);

enum {
    WORD_EMPTY = 0,        /* the number of the empty word */
    WORD_HYPHEN_HANG = 550 /* thousandths of a hyphen that hang out at a line's end */
};

/* The number of a language, for struct manner. */
uint8_t words_lang(struct words *w, struct text lang);

/* The number of the word; it is shaped if it is new. Texts are at most WORD_LONGEST bytes. */
enum { WORD_LONGEST = 4096, LANGS_MAX = 16 };
uint32_t words_find(struct words *w, struct manner how, struct text text);

const struct word *words_at(const struct words *w, uint32_t number);
uint32_t words_count(const struct words *w);

/* Width of a cut's space and of its hyphen, in thousandths of an em. */
int words_space(const struct words *w, uint8_t cut);
int words_hyphen(const struct words *w, uint8_t cut);

#endif
