/* See finding.h. */
#include "check/finding.h"

#include "base/file.h"

bool rule_on(const struct checking *k, enum rule r) {
    return k->levels[r] != LEVEL_NONE;
}

/* Whether another rule proposes the same for the same words: one of them says enough. */
static bool proposed(const struct checking *k, const struct finding *f) {
    for (size_t i = k->out.n; i-- && f->proposal.n;) {
        const struct finding *was = &k->out.at[i];
        if (was->place.line == f->place.line && was->place.col == f->place.col &&
            text_equal(was->place.file, f->place.file) && text_equal(was->words, f->words) &&
            text_equal(was->proposal, f->proposal))
            return true;
    }
    return false;
}

struct finding *finding_add_more(struct checking *k, enum rule r, enum message m, const struct stretch *p,
                                 size_t at, struct text words, struct text proposal, struct text three,
                                 struct text four) {
    if (!rule_on(k, r)) return NULL;
    struct finding f = {.rule = r,
                        .message = m,
                        .level = k->levels[r],
                        .place = stretch_place(p, at),
                        .words = words,
                        .proposal = proposal,
                        .more = {three, four}};
    if (proposed(k, &f)) return NULL;
    arena_push(k->a, &k->out, f);
    return &k->out.at[k->out.n - 1];
}

void finding_add(struct checking *k, enum rule r, enum message m, const struct stretch *p, size_t at,
                 struct text words, struct text proposal) {
    finding_add_more(k, r, m, p, at, words, proposal, T(""), T(""));
}

void finding_add_guess(struct checking *k, enum rule r, enum message m, const struct stretch *p, size_t at,
                       struct text words, struct text proposal, struct text three, bool known) {
    struct finding *f = finding_add_more(k, r, m, p, at, words, proposal, three, T(""));
    if (f && !known) f->choices = TEXT_JOIN(k->a, T("\t"), proposal);
}

/* Lists of fixes are of sources that are text, and not of tables. */
bool finding_sure(const struct finding *f) {
    struct text file = f->place.file;
    bool listed = !file_ends(file, T(".csv")) && !file_ends(file, T(".docx")) && !file_ends(file, T(".eml"));
    return f->proposal.n && !f->choices.n && listed;
}
