/* griot compose: from sources to a bulletin. The recipe is `compose`. */
#include "cli/commands.h"

#include "base/file.h"
#include "base/parallel.h"
#include "cli/composed.h"
#include "cli/options.h"
#include "cli/press.h"
#include "cli/printrun.h"
#include "cli/signing.h"
#include "pdf/budget.h"
#include "publish/twin.h"

struct compose_options {
    struct press_settings settings;
    struct signing_options signing;
    int most; /* bytes of the PDF; 0: as many as it takes */
    bool proof;
    struct text output, dump, purpose;
};

#define OPTION(field, name, type) {name, type, offsetof(struct compose_options, field)}

static const struct option options[] = {
    PRESS_OPTIONS(struct compose_options, settings),
    OPTION(purpose, "--for", OPTION_TEXT),
    OPTION(most, "--max-bytes", OPTION_BYTES),
    OPTION(proof, "--proof", OPTION_FLAG),
    SIGNING_OPTIONS(struct compose_options, signing),
    OPTION(output, "-o", OPTION_TEXT),
    OPTION(dump, "--dump", OPTION_TEXT),
};

/* What to print, where something is, ends the recipe. */
static bool read_stage(struct call *c, struct text dump, enum stage *out) {
    static const char *const stages[] = {"pages", "lines", "edition"}; /* as enum stage has them */
    *out = STAGE_PAGES;
    if (!dump.n) return true;
    for (int i = 0; i < 3; i++)
        if (text_equal(dump, text_of(stages[i]))) return *out = (enum stage)i, true;
    DIAG(&c->diags, (struct place){0}, USAGE_CHOICE, T("--dump"), dump, T("edition, lines, pages"));
    return false;
}

static struct text output_path(struct call *c, const struct compose_options *o,
                               const struct edition *e) {
    struct build b = {.arena = c->a};
    if (o->output.n) return o->output;
    build_text(&b, T("out/"));
    date_print_iso(&b, e->date);
    build_text(&b, T(".pdf"));
    return build_done(&b);
}

/* The finished file, signed where that is asked. */
static bool make_pdf(struct call *c, const struct press *p, const struct compose_options *o,
                     const struct edition *e, struct list *list, struct text *pdf) {
    const struct signing_options *signing = &o->signing;
    struct pdf_facts facts = edition_facts(c, p, e);
    struct signature plan;
    struct sign_gap gap;
    struct text cms;
    if (!signing_asked(signing))
        return budget_write(c->a, &c->diags, list, e, &facts, p->means, o->most, pdf, NULL);
    plan = signing_plan(signing, p->newsroom.lang);
    facts.signature = &plan;
    return budget_write(c->a, &c->diags, list, e, &facts, p->means, o->most, pdf, &gap) &&
           signing_fill(c, signing, &plan, *pdf, &gap, &cms);
}

/* The HTML twin stands beside a PDF that is a file: X.html by X.pdf. Empty where there is none. */
static struct text twin_path(struct call *c, struct text path) {
    if (text_equal(path, T("-")) || !file_replaceable(path)) return T("");
    bool pdf = text_ends(path, T(".pdf")) || text_ends(path, T(".PDF"));
    return TEXT_JOIN(c->a, text_part(path, 0, path.n - (pdf ? 4 : 0)), T(".html"));
}

/* The PDF and its twin, where it has one, or neither; then their paths. */
static void put_outputs(struct call *c, const struct compose_options *o,
                        const struct output *outputs) {
    size_t n = outputs[1].path.n ? 2 : 1;
    if (!diags_fine(&c->diags) || !files_put(&c->diags, outputs, n, false, !o->output.n)) return;
    for (size_t i = 0; i < n; i++) {
        if (text_equal(outputs[i].path, T("-"))) continue;
        build_text(&c->out, outputs[i].path);
        build_char(&c->out, '\n');
    }
}

enum { TWIN_BESIDE = 200 /* pages at most for a twin beside them */ };

/* A twin that is made beside the PDF, or, where it is long, once the pages have gone: it has no use
 * for them, and memory is to hold one of the two. */
struct twinning {
    struct arena room;
    const struct edition *edition;
    const struct newsroom *newsroom;
    struct twin_facts facts;
    struct text html;
};

static void make_twin(void *shared, size_t i, size_t worker) {
    struct twinning *t = shared;
    (void)i, (void)worker; /* it is one job */
    t->html = twin_html(&t->room, t->edition, t->newsroom, &t->facts);
}

/* For screens. */
static void put_screen(struct call *c, const struct compose_options *o, struct press *p,
                       const struct makeup *made) {
    struct output outputs[2] = {{.path = output_path(c, o, &made->edition)}};
    struct twinning twin = {.room = arena_open((size_t)1 << 32), .edition = &made->edition,
                            .newsroom = &p->newsroom, .facts = edition_twin(p, o->proof)};
    outputs[1].path = twin_path(c, outputs[0].path);
    bool wanted = outputs[1].path.n, beside = made->list->pages.n <= TWIN_BESIDE;
    if (wanted && beside) crew_post(p->means.crew, 0, 1, make_twin, &twin);
    bool fine = make_pdf(c, p, o, &made->edition, made->list, &outputs[0].bytes);
    crew_finish(p->means.crew);
    list_drop(made->list);
    compositors_clear(p->compositors);
    if (wanted && !beside) make_twin(&twin, 0, 0);
    outputs[1].bytes = twin.html;
    if (fine) put_outputs(c, o, outputs);
    arena_close(&twin.room);
}

/* For a press. */
static void put_print(struct call *c, const struct compose_options *o, struct press *p,
                      const struct edition *e, struct list *list) {
    struct sheets sheets = sheets_single(c->a, list);
    struct printrun run = {.press = p, .edition = e, .list = list, .sheets = &sheets,
                           .printing = p->newsroom.printing, .newsroom = p->paths.newsroom};
    struct build day = {.arena = c->a};
    date_print_iso(&day, e->date);
    printrun_name(c, &run, o->output, build_done(&day), T("print"));
    if (diags_fine(&c->diags)) printrun_put(c, &run);
}

/* What the pages are for: screens, where nothing is said, or a press. */
static bool check_purpose(struct call *c, const struct compose_options *o) {
    struct place nowhere = {0};
    bool print = text_equal(o->purpose, T("print"));
    if (o->purpose.n && !print)
        DIAG(&c->diags, nowhere, USAGE_CHOICE, T("--for"), o->purpose, T("print"));
    if (print && signing_asked(&o->signing))
        DIAG(&c->diags, nowhere, USAGE_EXCLUDE, T("--for"), T("--sign"));
    if (print && o->most) DIAG(&c->diags, nowhere, USAGE_EXCLUDE, T("--for"), T("--max-bytes"));
    return diags_fine(&c->diags);
}

static void dump(struct call *c, const struct makeup *m, enum stage stage) {
    if (stage == STAGE_EDITION) edition_print(&c->out, &m->edition);
    else if (stage == STAGE_LINES) galleys_print(&c->out, &m->galleys);
    else list_print(&c->out, m->list);
}

/* The recipe: each line makes one thing from those before it. */
static void compose(struct call *c, struct press *p, const struct compose_options *o,
                    const struct arguments *sources, enum stage stage) {
    const struct keeping none = {0};
    struct edition imported;
    struct import from = press_import(p, &o->settings, sources->at, sources->n);
    if (!edition_import(c->a, &c->diags, &from, &imported)) return;
    struct makeup made = edition_make_up(c, p, &imported, &none, o->proof, stage);
    if (o->dump.n) dump(c, &made, stage);
    else if (o->purpose.n) put_print(c, o, p, &made.edition, made.list);
    else put_screen(c, o, p, &made);
    list_drop(made.list);
}

void command_compose(struct call *c, char **words) {
    struct compose_options o = {0};
    struct arguments sources = {0};
    enum stage stage;
    struct press press;
    const struct newsroom_sign none = {0}; /* a proof is signed only where a key is named */
    bool ok = options_read(c->a, &c->diags, T("griot compose"), words, options,
                           sizeof options / sizeof *options, &o, &sources);
    ok &= read_stage(c, o.dump, &stage);
    if (o.dump.n && o.output.n) {
        DIAG(&c->diags, (struct place){0}, USAGE_EXCLUDE, T("--dump"), T("-o"));
        ok = false;
    }
    ok &= signing_check(c, &o.signing) && check_purpose(c, &o);
    if (ok && !sources.n) DIAG0(&c->diags, (struct place){0}, USAGE_NO_SOURCE);
    if (!ok || !sources.n) return;
    if (press_open(&press, c, &o.settings) &&
        signing_settle(c, &o.signing, o.proof ? &none : &press.newsroom.sign))
        compose(c, &press, &o, &sources, stage);
    press_close(&press);
}
