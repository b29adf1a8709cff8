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

int main(void) {
    struct arena a = check_arena();
    struct lookup *l = lookup_open(&a);
    alike(&a, l);
    apart(&a, l);
    questions(&a, l);
    lookup_close(l);
    return check_done();
}
