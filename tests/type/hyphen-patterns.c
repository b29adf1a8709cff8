/* The bounds hold whatever the patterns are: here they would divide between any two characters. */
#include "check.h"
#include "type/hyphen.h"

#include <stdlib.h>
#include <unistd.h>

static const struct {
    const char *word, *want;
} cases[] = {
    {"barbe", "ba|rbe"},
    {"l’étendard", "l’ét|e|n|d|ard"},
    {"aujourd’hui", "au|j|ou|r|d’hui"},
    {"théâtre", "th|éâ|tre"},
    {"soixante", "soixa|nte"},
    {"taxation", "taxa|t|ion"},
    {"royaume", "royaume"},
    {"TRAORE", "TRAORE"},
    {"barbe-barbe", "ba|rbe-|ba|rbe"},
};

/* The patterns' file, made under a name of its own. */
static struct patterns *wild(struct arena *a) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    char path[] = "/tmp/griot-patterns-XXXXXX";
    FILE *f = fdopen(mkstemp(path), "w");
    CHECK(f != NULL);
    if (!f) return NULL;
    fprintf(f, "UTF-8\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\n1é\n1â\n1’\n");
    for (const char *p = letters; *p; p++) fprintf(f, "1%c\n", *p);
    CHECK(!fclose(f));
    struct patterns *h = patterns_load(a, text_of(path));
    unlink(path);
    return h;
}

int main(void) {
    struct arena a = check_arena();
    struct patterns *h = wild(&a);
    CHECK(h != NULL);
    for (size_t i = 0; h && i < sizeof cases / sizeof *cases; i++) {
        struct text word = text_of(cases[i].word);
        struct division at[DIVISIONS_MAX];
        struct build b = {.arena = &a};
        size_t n = hyphens_find(h, word, at), from = 0;
        for (size_t k = 0; k < n; from = at[k++].at) {
            build_text(&b, text_part(word, from, at[k].at));
            build_char(&b, '|');
        }
        build_text(&b, text_after(word, from));
        CHECK_TEXT(build_done(&b), cases[i].want);
    }
    return check_done();
}
