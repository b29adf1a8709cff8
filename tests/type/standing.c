/* Lines of the program's own stand once they were set: the same text, set the same way, gives the same
 * lines; another role, measure, size, language or text does not; and so many stand at most. */
#include "type/standing.h"

#include "check.h"

static const struct ragged_text way = {.role = ROLE_MINISTRY, .lang = {"fr", 2}, .measure = 100 * PT};

static void keep(struct standing *s, const struct ragged_text *how, struct text text) {
    static struct line line;
    struct lines lines = {&line, 1, 1};
    standing_keep(s, how, text, &lines);
}

static bool stands(const struct standing *s, struct ragged_text how, struct text text) {
    struct lines lines = {0};
    return standing_find(s, &how, text, &lines) && lines.n == 1;
}

static void stands_as_it_was_set(struct arena a) {
    struct standing *s = standing_open(&a);
    struct ragged_text role = way, measure = way, size = way, lang = way, title = way;
    CHECK(!stands(s, way, T("Primature")));
    keep(s, &way, T("Primature"));
    CHECK(stands(s, way, T("Primature")) && !stands(s, way, T("Primatures")));
    role.role = ROLE_RUNNING;
    measure.measure++;
    size.size = 9 * PT;
    lang.lang = T("en");
    title.title = true;
    CHECK(!stands(s, role, T("Primature")) && !stands(s, measure, T("Primature")));
    CHECK(!stands(s, size, T("Primature")) && !stands(s, lang, T("Primature")));
    CHECK(!stands(s, title, T("Primature")));
    standing_clear(s);
    CHECK(!stands(s, way, T("Primature")));
    standing_close(s);
}

static void has_an_end(struct arena a) {
    struct standing *s = standing_open(&a);
    int kept = 0;
    for (int i = 0; i < 2000; i++) {
        struct text folio = text_number(&a, i);
        if (standing_room(s)) keep(s, &way, folio);
        kept += stands(s, way, folio);
    }
    CHECK(kept == 512 && !standing_room(s) && stands(s, way, T("511")) && !stands(s, way, T("512")));
    standing_close(s);
}

int main(void) {
    struct arena a = check_arena();
    stands_as_it_was_set(a);
    has_an_end(a);
    return check_done();
}
