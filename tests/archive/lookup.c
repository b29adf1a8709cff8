/* Words that find each other: whatever capitals, marks, ligatures, articles and endings they have;
 * and questions as expressions. */
#include "archive/lookup.h"
#include "check.h"

static struct text stems(struct arena *a, struct lookup *l, const char *t) {
    struct build plain = {.arena = a}, out = {.arena = a};
    lookup_fold(l, text_of(t), &plain, &out);
    return text_trim_end(build_done(&out));
}

static void alike(struct arena *a, struct lookup *l) {
    static const char *const same[][4] = {
        {"élections", "l’élection", "ELECTION", "E\xCC\x81lections"},
        {"œuvre", "Oeuvres", "d'œuvre", "OEUVRE"},
        {"publiée", "publiee", "publiées", "publié"},
        {"qu’armée", "armees", "Lorsqu’armée", "l'ARMÉE"},
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        for (int k = 1; k < 4; k++) {
            struct text one = stems(a, l, same[i][0]), other = stems(a, l, same[i][k]);
            CHECK(text_equal(one, other));
            if (!text_equal(one, other))
                printf("%s: %.*s, %.*s\n", same[i][k], (int)one.n, one.at, (int)other.n, other.at);
        }
}

static void apart(struct arena *a, struct lookup *l) {
    CHECK_TEXT(stems(a, l, "C’est aujourd’hui, n° 12 !"), "est aujourd hui n 12");
    CHECK_TEXT(stems(a, l, "l’ l"), "l"); /* an article alone is a letter */
    CHECK_TEXT(stems(a, l, "ɲɔgɔn ߒߞߏ"), "ɲɔgɔn ߒߞߏ");
    CHECK_TEXT(stems(a, l, "« … » –"), "");
}

/* Stands for the table of words. */
static struct text starts(void *context, struct arena *a, struct text start) {
    (void)context;
    (void)a;
    return text_equal(start, T("elec")) ? T("elect elector") : (struct text){0};
}

static void questions(struct arena *a, struct lookup *l) {
    static const struct { const char *asked, *wanted; } rows[] = {
        {"l'élection régionale", "stems : \"elect\" AND stems : \"regional\""},
        {"\"bilan annuel\"", "stems : \"bilan annuel\""},
        {"\"bilan annuel", "stems : \"bilan annuel\""},
        {"a \"b c\" d", "stems : \"a\" AND stems : \"b c\" AND stems : \"d\""},
        {"Élec*", "(stems : \"elect\" OR stems : \"elector\")"},
        {"\"les élec*\"", "(stems : \"le elect\" OR stems : \"le elector\")"},
        {"zz*", "(stems : \"zz\")"},
        {"\"élec* b\"", "stems : \"elec b\""},
        {"* \"\" -", ""},
        {"NOT(x:y)", "stems : \"not\" AND stems : \"x\" AND stems : \"y\""},
    };
    struct lookup_starts find = {starts, NULL};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_TEXT(lookup_query(l, a, text_of(rows[i].asked), &find), rows[i].wanted);
}

/* Stems that are remembered are those that a question, which remembers none, has: in a text so long
 * that words take each other's places. */
static void check_remembered(struct arena a, struct lookup *l) {
    struct build many = {.arena = &a}, plain = {.arena = &a}, stems = {.arena = &a};
    struct lookup_starts none = {0};
    size_t n = 0, differing = 0;
    for (int i = 0; i < 9000; i++) {
        build_text(&many, T(" publication"));
        for (int k = i; k; k /= 26) build_char(&many, (char)('a' + k % 26));
        build_text(&many, i % 2 ? T("s anticonstitutionnellement") : T("ees elections"));
    }
    lookup_fold(l, build_done(&many), &plain, &stems);
    for (struct text words = build_done(&plain), folded = build_done(&stems); words.n; n++) {
        struct arena scratch = a;
        struct text word = lookup_next(&words), stem = lookup_next(&folded);
        struct text asked = lookup_query(l, &scratch, word, &none);
        differing += !text_equal(asked, TEXT_JOIN(&scratch, T("stems : \""), stem, T("\"")));
    }
    CHECK(n == 18000 && !differing);
}

int main(void) {
    struct arena a = check_arena();
    struct lookup *l = lookup_open(&a);
    alike(&a, l);
    apart(&a, l);
    questions(&a, l);
    check_remembered(a, l);
    lookup_close(l);
    return check_done();
}
