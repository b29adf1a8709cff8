/* See parts.h. */
#include "cli/parts.h"

#include "archive/zip.h"
#include "cli/composed.h"

struct part_versions parts_linked(struct arena *a) {
    struct text parts[LIBRARIES + 1];
    composing_libraries(a, parts);
    parts[LIBRARIES] = zip_library(a);
    struct part_versions out = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t space = text_find(parts[i], T(" "));
        arena_push(a, &out, ((struct part_version){text_part(parts[i], 0, space),
                                                   text_after(parts[i], space + 1)}));
    }
    return out;
}

static void build_change(struct build *b, struct text name, struct text was, struct text is) {
    if (text_equal(was, is)) return;
    if (b->n) build_text(b, T(", "));
    build_text(b, name);
    build_char(b, ' ');
    build_text(b, was);
    build_text(b, T(" → "));
    build_text(b, is);
}

struct text parts_moved(struct arena *a, const struct part_versions *now, const struct recipe *r) {
    struct build b = {.arena = a};
    build_change(&b, T("engine"), text_number(a, r->engine), text_number(a, ENGINE));
    build_change(&b, T("griot"), r->griot, T(GRIOT_VERSION));
    for (size_t i = 0; i < r->parts.n; i++)
        for (size_t k = 0; k < now->n; k++)
            if (text_equal(r->parts.at[i].name, now->at[k].name))
                build_change(&b, r->parts.at[i].name, r->parts.at[i].version,
                             now->at[k].version);
    return build_done(&b);
}
