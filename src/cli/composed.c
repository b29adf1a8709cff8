/* See composed.h. */
#include "cli/composed.h"

#include <string.h>

#include "base/deflate.h"
#include "base/digest.h"
#include "base/gzip.h"
#include "base/unicode.h"
#include "edition/jpeg.h"
#include "edition/markdown.h"
#include "edition/phrases.h"
#include "edition/png.h"
#include "edition/remarks.h"
#include "edition/yaml.h"
#include "page/flow.h"
#include "pdf/budget.h"
#include "pdf/haru.h"
#include "type/french.h"

/* The edition as text, made once it is asked for. */
struct as_set {
    struct text all;
    struct plain_place *places;
};

/* What was set of a source, as text; of all where it has no communiqué to itself. */
static struct text text_of_source(struct arena *a, const struct press *p, const struct edition *e,
                                  const struct original *o, struct as_set *set) {
    struct build b = {.arena = a};
    if (!set->places) {
        set->places = arena_new(a, struct plain_place, e->n);
        set->all = plain_text(a, e, &p->newsroom, set->places);
    }
    for (size_t i = 0; i < e->n; i++) {
        const struct plain_place *at = &set->places[i];
        if (text_equal(e->at[i].file, o->path)) build_text(&b, text_part(set->all, at->at, at->at + at->n));
    }
    return b.n ? build_done(&b) : set->all;
}

void composing_libraries(struct arena *a, struct text out[LIBRARIES]) {
    const struct text all[LIBRARIES] = {
        haru_library(a), font_library(a),     deflate_library(), gzip_library(a), yaml_library(a),
        unicode_library(a), digest_library(), markdown_library(a), png_library(a), jpeg_library()};
    memcpy(out, all, sizeof all);
}

/* The sources go with the file that is made from them: what is text, and Markdown as it was set where
 * it says more than is printed. Pictures are in the file already, and as they came they may tell where
 * and by whom they were taken. */
static struct attachment *attachments_of(struct call *c, const struct press *p,
                                         const struct edition *e, size_t *n) {
    struct attachment *at = arena_new(c->a, struct attachment, e->noriginals);
    struct as_set set = {0};
    *n = 0;
    for (size_t i = 0; i < e->noriginals; i++) {
        const struct original *o = &e->originals[i];
        struct attachment as = {.name = o->name, .mime = o->mime, .bytes = o->bytes,
                                .says = phrase_of(p->newsroom.lang, PHRASE_SOURCE)};
        if (!text_starts(o->mime, T("text/"))) continue;
        if (text_equal(o->mime, T("text/markdown")) && remarks_in(o->bytes)) {
            as.name = TEXT_JOIN(c->a, o->name, T(".txt"));
            as.mime = T("text/plain");
            as.bytes = text_of_source(c->a, p, e, o, &set);
        }
        at[(*n)++] = as;
    }
    return at;
}

struct pdf_facts edition_facts(struct call *c, const struct press *p, const struct edition *e) {
    size_t n;
    struct attachment *sources = attachments_of(c, p, e, &n);
    return (struct pdf_facts){.title = edition_heading(c->a, e, &p->newsroom),
                              .publisher = p->newsroom.publisher,
                              .program = T("griot " GRIOT_VERSION),
                              .date = e->date,
                              .number = e->number,
                              .sources = sources,
                              .nsources = n};
}

struct twin_facts edition_twin(const struct press *p, bool proof) {
    return (struct twin_facts){T("griot " GRIOT_VERSION), p->style.accent.screen, proof};
}

/* The pages of the communiqués: their anchors are those of level 2, in order. */
static int *pages_of(struct arena *a, const struct list *l, size_t n) {
    int *pages = arena_new(a, int, n);
    size_t next = 0;
    for (size_t i = 0; i < l->anchors.n && next < n; i++)
        if (l->anchors.at[i].level == 2) pages[next++] = l->anchors.at[i].page;
    return pages;
}

/* What the desk says, spaced as texts of the newsroom's language are. */
static struct text as_printed(struct arena *a, const struct press *p, struct text said) {
    if (p->newsroom.lang != LANG_FR) return said;
    return french_span(a, (struct span){.text = said}).text;
}

struct makeup edition_make_up(struct call *c, struct press *p, const struct edition *imported,
                              const struct keeping *keeping, bool proof, enum stage stage) {
    struct makeup m = {.edition = *imported};
    m.edition.revision = keeping->revision;
    m.edition.special = keeping->special;
    m.edition.belated = keeping->belated;
    m.edition.because = as_printed(c->a, p, keeping->because);
    m.edition.before = text_part(keeping->before, 0, 16);
    if (stage == STAGE_EDITION) {
        m.edition = french_set(c->a, &m.edition);
        return m;
    }
    struct measures measures = flow_measures(p->compositors);
    m.galleys = galleys_set(c->a, &c->diags, p->compositors, &m.edition, &measures);
    if (stage == STAGE_LINES) return m;
    m.list = flow_pages(c->a, &c->diags, p->compositors, &m.galleys, &m.edition, &p->newsroom,
                        proof);
    compositors_distribute(p->compositors);
    return m;
}

bool edition_compose(struct call *c, struct press *p, const struct edition *imported,
                     const struct keeping *keeping, const struct signature *plan,
                     struct composed *out) {
    struct makeup made = edition_make_up(c, p, imported, keeping, false, STAGE_PAGES);
    *out = (struct composed){.edition = made.edition};
    const struct edition *e = &out->edition;
    struct list *list = made.list;
    struct pdf_facts facts = edition_facts(c, p, e);
    facts.signature = plan;
    bool fine = diags_fine(&c->diags) &&
                budget_write(c->a, &c->diags, list, e, &facts, p->means, keeping->most,
                             &out->pdf, plan ? &out->gap : NULL);
    struct twin_facts twin = edition_twin(p, false);
    out->html = twin_html(c->a, e, &p->newsroom, &twin);
    out->places = arena_new(c->a, struct plain_place, e->n);
    out->plain = plain_text(c->a, e, &p->newsroom, out->places);
    out->pages = pages_of(c->a, list, e->n);
    list_drop(list);
    compositors_clear(p->compositors);
    return fine;
}
