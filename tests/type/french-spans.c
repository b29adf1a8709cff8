/* French spacing sees the spans of a line as one text: what it finds is kept with the span it is of,
 * blanks go to the plainer side, code is left alone, and a hard break parts texts. */
#include "french.h"

static struct edition set(struct arena *a, struct span *spans, size_t n) {
    struct block *block = arena_new(a, struct block, 1);
    struct communique *c = arena_new(a, struct communique, 1);
    *block = (struct block){.spans = spans, .nspans = n};
    *c = (struct communique){.lang = T("fr"), .blocks = block, .nblocks = 1};
    return french_set(a, &(struct edition){.at = c, .n = 1});
}

#define SET(...)                                                                                   \
    set(&a, (struct span[]){__VA_ARGS__}, sizeof((struct span[]){__VA_ARGS__}) / sizeof(struct span))
#define SPAN(t, m) {.text = T(t), .marks = (m)}
#define IS(i, t) CHECK_TEXT(e.at[0].blocks[0].spans[i].text, t)
#define COUNT(i) (e.at[0].blocks[0].spans[i].ncorrections)

int main(void) {
    struct arena a = check_arena();
    struct edition e = SET(SPAN("Objet", SPAN_STRONG), SPAN(": il vient;", 0));
    IS(0, "Objet");
    IS(1, "\u00a0: il vient\u202f;");
    CHECK(COUNT(0) == 0 && COUNT(1) == 2);
    e = SET(SPAN("dit \"", 0), SPAN("oui", SPAN_EMPHASIS), SPAN("\" l'", 0), SPAN("eau", SPAN_STRONG));
    IS(0, "dit «\u00a0");
    IS(1, "oui");
    IS(2, "\u00a0» l’");
    IS(3, "eau");
    e = SET(SPAN("a ", SPAN_EMPHASIS), SPAN(" b", 0));
    IS(0, "a ");
    IS(1, "b");
    CHECK(COUNT(0) == 0 && COUNT(1) == 1);
    e = SET(SPAN("voir ", 0), SPAN("a;b \"c\"", SPAN_CODE), SPAN("; fin", 0));
    IS(1, "a;b \"c\"");
    IS(2, "\u202f; fin");
    e = SET(SPAN("Bamako", SPAN_BREAK), SPAN(": Mali", 0));
    IS(0, "Bamako");
    IS(1, ": Mali");
    return check_done();
}
