/* griot publish: an edition is composed, proven and kept, in one transaction. */
#include "cli/commands.h"

#include "base/file.h"
#include "cli/composed.h"
#include "cli/keep.h"
#include "cli/parts.h"
#include "cli/workshop.h"
#include "edition/phrases.h"

#include <stdio.h>
#include <time.h>

struct publish_options {
    struct keep_options keep;
    struct press_settings settings;
    struct given_date date;
    int number;
    bool special;
    struct text because;
};

#define OPTION(field, name, type) {name, type, offsetof(struct publish_options, field)}

static const struct option options[] = {
    OPTION(keep.archive, "--archive", OPTION_TEXT),
    OPTION(settings.newsroom, "--newsroom", OPTION_TEXT),
    OPTION(settings.style, "--style", OPTION_TEXT),
    OPTION(date, "--date", OPTION_DATE),
    OPTION(number, "--number", OPTION_NUMBER),
    OPTION(special, "--special", OPTION_FLAG),
    OPTION(because, "--because", OPTION_TEXT),
};

/* A publication on its way. */
struct publishing {
    struct call *c;
    const struct publish_options *o;
    struct store *s;
    struct press press;
    struct import from;
    struct editions all;
    struct catalogue *catalogue;
    struct keeping keeping;
    struct edition_name name;
    struct composed composed;
    struct bundle bundle;
    struct text bytes; /* of the bundle */
};

/* --- what came before --- */

static bool catch_up_one(struct call *c, const struct visited *v, void *context) {
    struct publishing *p = context;
    struct text sha256 = digest_hex(c->a, digest_of(v->bytes));
    struct listed known;
    if (catalogue_find(p->catalogue, c->a, v->name, &known)) return true;
    if (text_equal(v->bundle.recipe.before, p->keeping.before)) {
        if (!store_set_head(p->s, &c->diags, sha256)) return false;
        p->keeping.before = sha256;
    }
    return catalogue_add(p->catalogue, &c->diags, &v->bundle, sha256);
}

/* Reads the head; where a publisher was stopped behind the bundle and before the catalogue, its
 * work is finished. */
static bool catch_up(struct publishing *p) {
    struct call *c = p->c;
    struct text head;
    struct listed known;
    struct editions late = {0};
    if (!store_list(p->s, &c->diags, false, &p->all) ||
        !store_head(p->s, c->a, &c->diags, &head))
        return false;
    p->keeping.before = head;
    p->catalogue = catalogue_open(p->s, &c->diags, true);
    if (!p->catalogue) return false;
    if (catalogue_count(p->catalogue) == p->all.n) return true;
    for (size_t i = 0; i < p->all.n; i++)
        if (!catalogue_find(p->catalogue, c->a, p->all.at[i], &known))
            arena_push(c->a, &late, p->all.at[i]);
    keep_each(c, p->s, &late, catch_up_one, p);
    return diags_fine(&c->diags);
}

/* --- which edition it is --- */

/* The edition's date and number; it is composed later, when its name is known. */
static bool find_day(struct publishing *p, struct edition *out) {
    return edition_import(p->c->a, &p->c->diags, &p->from, out);
}

/* Whether the edition kept as `name` was made from the same sources by the same settings. */
static bool same_as(struct publishing *p, struct edition_name name, const struct edition *e) {
    struct visited v;
    struct call *c = p->c;
    if (!keep_bundle(c, c->a, p->s, name, &v)) return false;
    const struct recipe *r = &v.bundle.recipe;
    const struct text settings[] = {p->press.paths.newsroom, p->press.paths.ministries,
                                    p->press.paths.style, c->fonts_yaml};
    bool same = r->number == e->number && r->engine == ENGINE;
    size_t found = 0;
    for (size_t i = 0; i < e->noriginals; i++)
        for (size_t k = 0; k < r->sources.n; k++)
            found += text_equal(r->sources.at[k].sha256,
                                digest_hex(c->a, digest_of(e->originals[i].bytes)));
    same &= found == e->noriginals;
    for (size_t i = 0; i < r->settings.n && i < 4; i++) {
        struct text bytes;
        if (!file_read(c->a, &c->diags, settings[i], FILE_CAP, &bytes)) return false;
        same &= text_equal(r->settings.at[i].sha256, digest_hex(c->a, digest_of(bytes)));
    }
    return same;
}

/* Its name: the day's first, a revision, or a special edition. False where there is nothing to
 * do, or a reason is missing; both are told. */
static bool find_name(struct publishing *p, const struct edition *e) {
    struct edition_name name = {.date = e->date};
    const struct publish_options *o = p->o;
    if (o->special) {
        for (size_t i = 0; i < p->all.n; i++)
            if (p->all.at[i].date == e->date && p->all.at[i].special >= name.special)
                name.special = p->all.at[i].special;
        name.special++;
        name.revision = 1;
    } else if (store_find(&p->all, &name)) {
        struct text shown = edition_name_text(p->c->a, name);
        if (same_as(p, name, e)) {
            DIAG(&p->c->diags, (struct place){0}, PUBLISH_SAME, shown);
            return false;
        }
        if (!o->because.n) {
            DIAG(&p->c->diags, (struct place){0}, PUBLISH_BECAUSE, shown);
            return false;
        }
        name.revision++;
    } else {
        name.revision = 1;
    }
    p->name = name;
    p->keeping.revision = name.revision;
    p->keeping.special = name.special;
    p->keeping.because = o->because;
    return true;
}

/* --- the bundle --- */

static bool add_setting(struct publishing *p, struct text path, struct text folder,
                        struct text *file) {
    struct call *c = p->c;
    struct text bytes;
    if (!file_read(c->a, &c->diags, path, FILE_CAP, &bytes)) return false;
    *file = TEXT_JOIN(c->a, folder, T("/"), file_name(path));
    bundle_add(c->a, &p->bundle, &p->bundle.recipe.settings, file_name(path), *file, bytes, false);
    return true;
}

static bool add_settings(struct publishing *p) {
    struct recipe *r = &p->bundle.recipe;
    const struct press_paths *paths = &p->press.paths;
    r->style = p->press.style.name;
    return add_setting(p, paths->newsroom, T("styles"), &r->newsroom) &&
           add_setting(p, paths->ministries, T("styles"), &r->ministries) &&
           add_setting(p, paths->style, T("styles"), &r->style_file) &&
           add_setting(p, p->c->fonts_yaml, T("fonts"), &r->fonts);
}

/* The sources: files, or a folder with what is in it. */
static bool add_sources(struct publishing *p) {
    struct call *c = p->c;
    const struct edition *e = &p->composed.edition;
    struct recipe *r = &p->bundle.recipe;
    struct text folder = T("sources"), bytes, first = p->from.paths[0];
    while (first.n > 1 && first.at[first.n - 1] == '/') first.n--;
    if (file_is_folder(first)) {
        r->folder = file_name(first);
        folder = TEXT_JOIN(c->a, T("sources/"), r->folder);
        struct text settings = file_path(c->a, first, T("edition.yaml"));
        if (file_exists(settings)) {
            if (!file_read(c->a, &c->diags, settings, FILE_CAP, &bytes)) return false;
            bundle_add(c->a, &p->bundle, &r->sources, T("edition.yaml"),
                       TEXT_JOIN(c->a, folder, T("/edition.yaml")), bytes, false);
        }
    }
    for (size_t i = 0; i < e->noriginals; i++)
        bundle_add(c->a, &p->bundle, &r->sources, e->originals[i].name,
                   TEXT_JOIN(c->a, folder, T("/"), e->originals[i].name), e->originals[i].bytes,
                   false);
    return true;
}

/* Keeps a file that many editions need, and names it in the recipe as it is to be laid out. */
static bool add_resource(struct publishing *p, struct text path, struct text name) {
    struct call *c = p->c;
    struct arena scratch = arena_open((size_t)1 << 30);
    struct text bytes;
    bool fine = file_read(&scratch, &c->diags, path, FILE_CAP, &bytes);
    if (fine) {
        struct text sha256 = digest_hex(c->a, digest_of(bytes));
        fine = store_put_resource(p->s, &c->diags, sha256, bytes);
        arena_push(c->a, &p->bundle.recipe.resources,
                   ((struct ingredient){.name = text_copy(c->a, name), .sha256 = sha256}));
    }
    arena_close(&scratch);
    return fine;
}

/* The faces the style names, and the patterns. */
static bool add_resources(struct publishing *p) {
    const struct style *style = &p->press.style;
    const struct font_files *files = &p->press.files;
    struct call *c = p->c;
    for (size_t i = 0; i < files->n; i++) {
        const struct font_file *f = &files->at[i];
        bool named = false;
        for (int r = 0; r < ROLE__MAX; r++) named |= text_equal(style->roles[r].face, f->name);
        for (size_t k = 0; k < style->nfallbacks; k++)
            named |= text_equal(style->fallbacks[k], f->name);
        if (!named || !file_exists(f->path)) continue;
        if (!add_resource(p, f->path, TEXT_JOIN(c->a, T("fonts/"), f->file))) return false;
    }
    return add_resource(p, c->hyphens, T("hyphens/hyph_fr.dic"));
}

static void add_contents(struct publishing *p) {
    const struct edition *e = &p->composed.edition;
    for (size_t i = 0; i < e->n; i++) {
        const struct communique *c = &e->at[i];
        arena_push(p->c->a, &p->bundle.recipe.contents,
                   ((struct content_entry){c->issuer->acronym, c->issuer->name, c->title.text,
                                           p->composed.pages[i], p->composed.places[i].at,
                                           p->composed.places[i].n}));
    }
}

static bool make_bundle(struct publishing *p) {
    struct call *c = p->c;
    struct recipe *r = &p->bundle.recipe;
    const struct edition *e = &p->composed.edition;
    r->griot = T(GRIOT_VERSION);
    r->engine = ENGINE;
    r->name = p->name;
    r->number = e->number;
    r->title = edition_heading(c->a, e, &p->press.newsroom);
    r->lang = p->press.newsroom.lang == LANG_FR ? T("fr") : T("en");
    r->because = p->keeping.because;
    r->before = p->keeping.before;
    r->parts = parts_linked(c->a);
    add_contents(p);
    if (!add_settings(p) || !add_sources(p) || !add_resources(p)) return false;
    bundle_add(c->a, &p->bundle, &r->outputs, T("text.txt"), T("text.txt"), p->composed.plain,
               false);
    bundle_add(c->a, &p->bundle, &r->outputs, T("bulletin.pdf"), T("bulletin.pdf"),
               p->composed.pdf, true);
    bundle_add(c->a, &p->bundle, &r->outputs, T("bulletin.html"), T("bulletin.html"),
               p->composed.html, false);
    return bundle_pack(c->a, &c->diags, &p->bundle, p->press.newsroom.publisher, &p->bytes);
}

/* Composes the edition again from the bundle as it was packed: the bytes must be the same. */
static bool prove(struct publishing *p) {
    struct workshop w;
    struct bundle again;
    struct composed composed;
    struct call *c = p->c;
    struct text where = store_path(p->s, c->a, p->name);
    workshop_open(&w, c);
    bool fine = bundle_open(c->a, &c->diags, where, p->bytes, p->name, &again) &&
                workshop_compose(&w, c, p->s, where, &again, &composed);
    workshop_close(&w);
    if (!fine) return false;
    if (text_equal(composed.pdf, p->composed.pdf) && text_equal(composed.html, p->composed.html))
        return true;
    DIAG0(&c->diags, ((struct place){.file = where}), PUBLISH_DIFFERS);
    return false;
}

/* --- keeping --- */

/* The true time, for the journal alone. */
static struct text journal_line(struct publishing *p, struct text sha256) {
    struct build b = {.arena = p->c->a};
    char now[32];
    time_t t = time(NULL);
    struct tm utc;
    size_t n = strftime(now, sizeof now, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&t, &utc));
    build_text(&b, T("{\"time\":\""));
    build_text(&b, (struct text){now, n});
    build_text(&b, T("\",\"edition\":"));
    build_quoted(&b, edition_name_text(p->c->a, p->name));
    build_text(&b, T(",\"sha256\":"));
    build_quoted(&b, sha256);
    build_char(&b, '}');
    return build_done(&b);
}

/* The catalogue comes last. The edition is kept already: a catalogue that fails is told as late,
 * and the next publish or reindex mends it. */
static void note_in_catalogue(struct publishing *p, struct text sha256) {
    struct call *c = p->c;
    struct diags unheard = diags_make(c->a);
    bool noted = catalogue_begin(p->catalogue, &unheard) &&
                 catalogue_add(p->catalogue, &unheard, &p->bundle, sha256) &&
                 catalogue_end(p->catalogue, &unheard);
    if (!noted)
        DIAG(&c->diags, ((struct place){.file = p->s->root}), CATALOGUE_LATE,
             edition_name_text(c->a, p->name));
}

static void keep(struct publishing *p) {
    struct call *c = p->c;
    struct text sha256 = digest_hex(c->a, digest_of(p->bytes));
    struct text name = edition_name_text(c->a, p->name);
    struct output outs[] = {{TEXT_JOIN(c->a, T("out/"), name, T(".pdf")), p->composed.pdf},
                            {TEXT_JOIN(c->a, T("out/"), name, T(".html")), p->composed.html}};
    if (!store_keep(p->s, &c->diags, p->name, p->bytes) ||
        !store_set_head(p->s, &c->diags, sha256) ||
        !store_journal(p->s, &c->diags, journal_line(p, sha256)) ||
        !files_put(&c->diags, outs, 2, false, true))
        return;
    for (int i = 0; i < 2; i++) {
        build_text(&c->out, outs[i].path);
        build_char(&c->out, '\n');
    }
    build_text(&c->out, store_path(p->s, c->a, p->name));
    build_char(&c->out, '\n');
    note_in_catalogue(p, sha256);
}

static void publish(struct publishing *p, const struct arguments *sources) {
    struct call *c = p->c;
    struct edition day;
    if (!catch_up(p) || !press_open(&p->press, c, &p->o->settings)) return;
    p->from = (struct import){.paths = sources->at,
                              .npaths = sources->n,
                              .has_date = p->o->date.given,
                              .date = p->o->date.date,
                              .number = p->o->number,
                              .ministries = &p->press.ministries,
                              .newsroom = &p->press.newsroom};
    if (!find_day(p, &day) || !find_name(p, &day)) return;
    if (edition_compose(c, &p->press, &p->from, &p->keeping, &p->composed) && make_bundle(p) &&
        prove(p))
        keep(p);
}

void command_publish(struct call *c, char **words) {
    struct publish_options o = {0};
    struct arguments sources = {0};
    struct store s;
    struct publishing p = {.c = c, .o = &o, .s = &s};
    bool ok = options_read(c->a, &c->diags, T("griot publish"), words, options,
                           sizeof options / sizeof *options, &o, &sources);
    if (ok && !sources.n) DIAG0(&c->diags, (struct place){0}, USAGE_NO_SOURCE);
    if (!ok || !sources.n) return;
    o.keep.newsroom = o.settings.newsroom;
    struct text folder = keep_folder(c, &o.keep);
    if (!diags_fine(&c->diags) || !store_lock(&s, c->a, &c->diags, folder)) return;
    publish(&p, &sources);
    press_close(&p.press);
    catalogue_close(p.catalogue);
    store_close(&s);
}
