/* See loss.h. */
#include "archive/loss.h"

static const struct {
    const char *start; /* of the file's name */
    enum message lost;
} losses[] = {
    {"data/recipe.yaml", LOST_RECIPE}, {"data/sources/", LOST_SOURCE},
    {"data/styles/", LOST_SETTING},    {"data/fonts/", LOST_SETTING},
    {"data/text.txt", LOST_TEXT},      {"data/bulletin.pdf", LOST_PDF},
    {"data/bulletin.html", LOST_HTML}, {"data/signature", LOST_SIGNATURE},
    {"", LOST_PROOF},
};

void loss_tell(struct diags *d, struct text where, struct edition_name name,
               const struct bundle *b) {
    struct text words = edition_name_text(d->arena, name);
    struct place place = {.file = where};
    if (!b->faulty.n) DIAG(d, place, LOST_EDITION, words);
    for (size_t i = 0; i < b->faulty.n; i++) {
        size_t k = 0;
        while (!text_starts(b->faulty.at[i], text_of(losses[k].start))) k++;
        DIAG(d, place, losses[k].lost, words);
    }
}
