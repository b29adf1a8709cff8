/* See kept.h. */
#include "cli/kept.h"

#include "cli/parts.h"
#include "pdf/streams.h"

/* Whether the bundle gives the PDF that was kept: then its pages are those that were sent out. */
static bool proven(struct kept *k, struct call *c, struct text where, const struct bundle *b) {
    struct composed composed;
    struct text pdf;
    if (!workshop_compose(&k->workshop, c, &k->store, where, b, &composed) ||
        !bundle_file(b, &c->diags, where, T("bulletin.pdf"), &pdf))
        return false;
    if (text_equal(pdf, composed.pdf) || streams_equal(c->a, pdf, composed.pdf)) return true;
    struct part_versions now = parts_linked(c->a);
    struct text moved = parts_moved(c->a, &now, &b->recipe);
    struct place place = {.file = where};
    if (moved.n) DIAG(&c->diags, place, AGAIN_DIFFERS, k->name, moved);
    else DIAG(&c->diags, place, AGAIN_UNEXPLAINED, k->name);
    return false;
}

bool kept_open(struct kept *k, struct call *c, const struct keep_options *o, struct text day) {
    struct edition_name name;
    struct visited v;
    *k = (struct kept){0};
    workshop_open(&k->workshop, c, (struct text){0}, (struct press_means){0});
    if (!keep_open(c, o, &k->store) || !keep_one(c, &k->store, day, &name) ||
        !keep_bundle(c, c->a, &k->store, name, &v))
        return false;
    struct text where = store_path(&k->store, c->a, name);
    k->name = edition_name_text(c->a, name);
    if (v.bundle.recipe.skipped) {
        DIAG(&c->diags, ((struct place){.file = where}), PRINT_SKIPPED, k->name,
             v.bundle.recipe.because);
        return false;
    }
    if (!proven(k, c, where, &v.bundle)) return false;
    k->list = workshop_pages(&k->workshop, c, &k->store, where, &v.bundle, &k->edition);
    return k->list != NULL;
}

void kept_close(struct kept *k) {
    list_drop(k->list);
    workshop_close(&k->workshop);
}
