/* griot impose: sheets to fold, or two pages on one, from sources or from an edition of the
 * archive. */
#include "cli/commands.h"

#include "base/file.h"
#include "cli/kept.h"
#include "cli/printrun.h"
#include "publish/impose.h"

struct impose_options {
    struct keep_options keep;
    struct press_settings settings;
    bool booklet, two, reduce;
    struct text output, dump;
};

#define OPTION(field, name, type) {name, type, offsetof(struct impose_options, field)}

static const struct option options[] = {
    OPTION(keep.archive, "--archive", OPTION_TEXT),
    PRESS_OPTIONS(struct impose_options, settings),
    OPTION(booklet, "--booklet", OPTION_FLAG),
    OPTION(two, "--2up", OPTION_FLAG),
    OPTION(reduce, "--reduce", OPTION_FLAG),
    OPTION(output, "-o", OPTION_TEXT),
    OPTION(dump, "--dump", OPTION_TEXT),
};

static void impose(struct call *c, const struct impose_options *o, struct printrun *run,
                   struct text name) {
    length thickness = paper_thickness(run->printing.sheet_weight);
    struct sheets sheets = o->booklet
                               ? impose_booklet(c->a, run->list, thickness, o->reduce)
                               : impose_2up(c->a, run->list);
    run->sheets = &sheets;
    if (o->dump.n) {
        sheets_print(&c->out, &sheets);
        return;
    }
    printrun_name(c, run, o->output, name, o->booklet ? T("booklet") : T("2up"));
    printrun_put(c, run);
}

static void impose_kept(struct call *c, const struct impose_options *o, struct text day) {
    struct kept k;
    struct printrun run = {.press = &k.workshop.press};
    bool fine = kept_open(&k, c, &o->keep, day);
    run.edition = &k.edition;
    run.list = k.list;
    if (fine && printrun_today(c, &run, o->keep.newsroom)) impose(c, o, &run, k.name);
    kept_close(&k);
}

static void impose_sources(struct call *c, const struct impose_options *o,
                           const struct arguments *sources) {
    struct press p;
    struct edition imported;
    struct makeup made = {0};
    const struct keeping none = {0};
    struct build day = {.arena = c->a};
    bool open = press_open(&p, c, &o->settings);
    struct import from = press_import(&p, &o->settings, sources->at, sources->n);
    if (open && edition_import(c->a, &c->diags, &from, &imported))
        made = edition_make_up(c, &p, &imported, &none, false, STAGE_PAGES);
    struct printrun run = {.press = &p, .edition = &made.edition, .list = made.list,
                           .printing = p.newsroom.printing, .newsroom = p.paths.newsroom};
    if (made.list && diags_fine(&c->diags)) {
        date_print_iso(&day, made.edition.date);
        impose(c, o, &run, build_done(&day));
    }
    list_drop(made.list);
    press_close(&p);
}

/* What is imposed: a DATE, as for every command of the archive; or sources, none of them a PDF. */
static bool check_sources(struct call *c, const struct arguments *sources, bool *kept) {
    struct edition_name name;
    *kept = sources->n == 1 && edition_name_parse(sources->at[0], &name);
    if (*kept && file_exists(sources->at[0]))
        DIAG(&c->diags, ((struct place){.file = sources->at[0]}), IMPOSE_NAMESAKE, sources->at[0]);
    for (size_t i = 0; i < sources->n; i++) {
        struct text t = sources->at[i];
        if (text_ends(t, T(".pdf")) || text_ends(t, T(".PDF")))
            DIAG0(&c->diags, ((struct place){.file = t}), IMPOSE_PDF);
    }
    return diags_fine(&c->diags);
}

void command_impose(struct call *c, char **words) {
    struct impose_options o = {0};
    struct arguments rest = {0};
    struct place nowhere = {0};
    struct text command = T("griot impose");
    bool kept = false;
    if (!options_read(c->a, &c->diags, command, words, options, sizeof options / sizeof *options, &o,
                      &rest))
        return;
    o.keep.newsroom = o.settings.newsroom;
    if (!rest.n) call_lacks(c, command, "SOURCE");
    if (o.booklet == o.two) DIAG0(&c->diags, nowhere, IMPOSE_WHICH);
    if (o.dump.n && !text_equal(o.dump, T("sheets")))
        DIAG(&c->diags, nowhere, USAGE_CHOICE, T("--dump"), o.dump, T("sheets"));
    if (o.dump.n && o.output.n) DIAG(&c->diags, nowhere, USAGE_EXCLUDE, T("--dump"), T("-o"));
    if (!diags_fine(&c->diags) || !check_sources(c, &rest, &kept)) return;
    if (kept) impose_kept(c, &o, rest.at[0]);
    else impose_sources(c, &o, &rest);
}
