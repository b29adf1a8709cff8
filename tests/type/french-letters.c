/* The records tell all that was changed: undone from the last to the first they give the source
 * back. What they change are spaces and a few signs; never a letter or a digit. */
#include "french.h"

#include "base/unicode.h"

enum { TEXTS = 20000 };

/* With in[at, at + n) as `with`. */
static struct text replaced(struct arena *a, struct text in, size_t at, size_t n,
                            struct text with) {
    return TEXT_JOIN(a, text_part(in, 0, at), with, text_after(in, at + n));
}

/* Letters and digits only; № is an n. */
static struct text letters(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    for (size_t i = 0; i < t.n;) {
        uint32_t c = utf8_next(t, &i);
        if (c == 0x2116) c = 'n';
        bool letter = unicode_letter(c) && c != 0xBA; /* º may become ° */
        if (letter || unicode_digit(c) || unicode_mark(c)) build_code(&b, c);
    }
    return build_done(&b);
}

static bool is_of(struct text t, const char *signs) {
    for (size_t i = 0; i < t.n;) {
        size_t from = i;
        utf8_next(t, &i);
        struct text sign = text_part(t, from, i);
        if (text_find(text_of(signs), sign) == strlen(signs)) return false;
    }
    return true;
}

static void undo(struct arena a, struct text source) {
    struct span s = french_of(&a, source);
    struct text t = s.text;
    int failures = check_failures;
    CHECK(text_equal(letters(&a, source), letters(&a, t)));
    for (size_t i = s.ncorrections; i-- > 0;) {
        const struct correction *c = &s.corrections[i];
        CHECK(text_equal(text_part(source, c->from, c->from + c->before.n), c->before));
        CHECK(text_equal(text_part(t, c->to, c->to + c->after.n), c->after));
        CHECK(!text_equal(c->before, c->after));
        CHECK(is_of(c->before, " \t\u00a0\u202f\u2009'.…\"«»“”№º"));
        CHECK(is_of(c->after, " \u00a0\u202f,’.…«»“”n°"));
        CHECK(text_starts(text_of(c->rule), T("fr-")));
        t = replaced(&a, t, c->to, c->after.n, c->before);
    }
    CHECK(text_equal(t, source));
    if (failures != check_failures) printf("  of: %.*s\n", (int)source.n, source.at);
}

int main(void) {
    struct arena a = check_arena();
    struct text seed = french_seed(&a), line;
    size_t changed = 0;
    for (int n = 0; french_seed_line(seed, n, &line); n++) {
        struct arena scratch = a;
        undo(a, line);
        changed += french_of(&scratch, line).ncorrections;
    }
    CHECK(changed > 30);
    for (uint64_t n = 0; n < TEXTS && check_failures < 10; n++) {
        struct arena scratch = a;
        undo(scratch, french_random(&scratch, n));
    }
    return check_done();
}
