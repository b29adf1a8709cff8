/* See patterns.h. The patterns' letters make a tree, a way from its root for each pattern; the digits
 * are read in the file where the pattern stands, once it is found in a word. */
#include "type/patterns.h"

#include "base/file.h"

#include <string.h>

enum {
    EDGE = '.',
    LETTERS = 0x180, /* those below this have a number, as many as fit */
    NUMBERS = 64
};

/* A letter behind those that lead to it. */
struct node {
    uint32_t letter : 24;
    uint32_t row : 8;     /* of the index, for letters behind it; NUMBERS: none */
    uint32_t child, next; /* one of the letters behind it; another beside it; 0: none */
    uint32_t line;        /* the pattern that ends here, by its place in the file; 0: none */
};

struct patterns {
    struct text file;
    struct nodes {
        struct node *at;
        size_t n, cap;
    } nodes; /* the first is the root */
    /* Most ways end behind their first letter: what stands there is found by both letters' numbers. */
    uint8_t number[LETTERS], nnumbers; /* from 1 */
    uint32_t index[NUMBERS][NUMBERS];  /* row 0: the root's */
};

static bool is_digit(uint32_t c) {
    return c - '0' < 10;
}

static uint32_t number_of(const struct patterns *p, uint32_t letter) {
    return letter < LETTERS ? p->number[letter] : 0;
}

static uint32_t find_child(const struct patterns *p, uint32_t node, uint32_t letter) {
    uint32_t row = p->nodes.at[node].row, number = number_of(p, letter);
    if (row < NUMBERS && number) return p->index[row][number];
    uint32_t i = p->nodes.at[node].child;
    while (i && p->nodes.at[i].letter != letter) i = p->nodes.at[i].next;
    return i;
}

static uint32_t make_child(struct arena *a, struct patterns *p, uint32_t node, uint32_t letter) {
    if (letter < LETTERS && !p->number[letter] && p->nnumbers < NUMBERS - 1)
        p->number[letter] = ++p->nnumbers;
    uint32_t row = p->nodes.at[node].row, number = number_of(p, letter);
    uint32_t found = find_child(p, node, letter), made = (uint32_t)p->nodes.n;
    if (found) return found;
    arena_push(a, &p->nodes,
               ((struct node){.letter = letter & 0xFFFFFF, .next = p->nodes.at[node].child,
                              .row = !node && number ? number : NUMBERS}));
    p->nodes.at[node].child = made;
    if (row < NUMBERS && number) p->index[row][number] = made;
    return made;
}

/* False where it changes letters. */
static bool add_pattern(struct arena *a, struct patterns *p, size_t line) {
    uint32_t node = 0;
    for (size_t i = line; i < p->file.n && (unsigned char)p->file.at[i] > ' ';) {
        uint32_t c = utf8_next(p->file, &i);
        if (c == '/') return false;
        if (!is_digit(c)) node = make_child(a, p, node, c);
    }
    p->nodes.at[node].line = (uint32_t)line;
    return true;
}

/* Lines that begin with a capital are for bounds, or between levels. False where one is not
 * understood. */
static bool add_lines(struct arena *a, struct patterns *p) {
    for (size_t at = text_find(p->file, T("\n")) + 1; at < p->file.n;) {
        struct text line = text_after(p->file, at);
        if (text_starts(line, T("NEXTLEVEL")) && p->nodes.n > 1) return false;
        bool pattern = line.at[0] != '%' && (line.at[0] < 'A' || line.at[0] > 'Z');
        if (pattern && !add_pattern(a, p, at)) return false;
        at += text_find(line, T("\n")) + 1;
    }
    return true;
}

struct patterns *patterns_read(struct arena *a, struct text file) {
    struct patterns *p = arena_new(a, struct patterns, 1);
    p->file = file;
    if (file.n > PATTERNS_CAP || !text_starts(file, T("UTF-8\n"))) return NULL;
    arena_push(a, &p->nodes, ((struct node){0}));
    return add_lines(a, p) ? p : NULL;
}

struct patterns *patterns_load(struct arena *a, struct text path) {
    struct diags unheard = diags_make(a);
    struct text file;
    if (!file_read(a, &unheard, path, PATTERNS_CAP, &file)) return NULL;
    return patterns_read(a, file);
}

/* Heeds the pattern on a line, whose first letter is number `at` of the word (the edge before it has
 * -1): the highest digit at each place counts. */
static void heed(const struct patterns *p, size_t line, int at, int n, uint8_t *rates) {
    for (size_t i = line; i < p->file.n && (unsigned char)p->file.at[i] > ' ';) {
        uint32_t c = utf8_next(p->file, &i);
        if (!is_digit(c)) at++;
        else if (at >= 0 && at < n && rates[at] < c - '0') rates[at] = (uint8_t)(c - '0');
    }
}

/* Ways are sought from each letter on. Of the patterns that end at a letter the longest is on the
 * first way that comes so far, so what was come to before counts no more; that way may have none. */
void patterns_rate(const struct patterns *p, const uint32_t *word, int n, uint8_t *rates) {
    memset(rates, 0, (size_t)n);
    for (int start = -1, reached = -1; start <= n; start++) {
        uint32_t node = 0;
        for (int i = start; i <= n; i++) {
            node = find_child(p, node, i < 0 || i == n ? EDGE : word[i]);
            if (!node) break;
            if (i < reached) continue;
            reached = i + 1;
            if (p->nodes.at[node].line) heed(p, p->nodes.at[node].line, start, n, rates);
        }
    }
}
