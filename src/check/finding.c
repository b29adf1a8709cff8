/* See finding.h. */
#include "check/finding.h"

bool rule_on(const struct checking *k, enum rule r) {
    return k->levels[r] != LEVEL_NONE;
}

void finding_add_more(struct checking *k, enum rule r, enum message m, const struct stretch *p,
                      size_t at, struct text words, struct text proposal, struct text three,
                      struct text four) {
    if (!rule_on(k, r)) return;
    struct finding f = {.rule = r,
                        .message = m,
                        .level = k->levels[r],
                        .place = stretch_place(p, at),
                        .words = words,
                        .proposal = proposal,
                        .more = {three, four}};
    arena_push(k->a, &k->out, f);
}

void finding_add(struct checking *k, enum rule r, enum message m, const struct stretch *p, size_t at,
                 struct text words, struct text proposal) {
    finding_add_more(k, r, m, p, at, words, proposal, T(""), T(""));
}
