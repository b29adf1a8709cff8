/* See foreign.h. */
#include "edition/foreign.h"

#include "base/relay.h"

bool foreign_is(struct text path) {
    return file_ends(path, T(".docx")) || file_ends(path, T(".eml"));
}

/* One of the result's fields in threes: kind, name, bytes. */
static bool take_three(struct text *from, struct text three[3]) {
    return relay_take(from, &three[0]) && relay_take(from, &three[1]) &&
           relay_take(from, &three[2]);
}

bool foreign_read(struct arena *a, struct diags *d, struct text program, struct text path,
                  struct foreign *out) {
    struct text result, three[3];
    struct relay_question q = {.program = program,
                               .words = &path,
                               .nwords = 1,
                               .unanswered = CONVERT_FAILED,
                               .about = path};
    *out = (struct foreign){0};
    if (!relay_ask(a, d, &q, &result)) return false;
    while (take_three(&result, three)) {
        if (text_equal(three[0], T("note"))) out->notes = three[2];
        else
            arena_push(a, &out->files,
                       ((struct foreign_file){three[1], three[2],
                                              text_equal(three[0], T("source"))}));
    }
    return out->files.n;
}
