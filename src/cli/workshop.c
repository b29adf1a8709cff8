/* See workshop.h. */
#include "cli/workshop.h"

#include "base/file.h"
#include "cli/program.h"
#include "edition/import.h"
#include "edition/phrases.h"

void workshop_open(struct workshop *w, struct call *c, struct text style,
                   struct press_means means) {
    *w = (struct workshop){.lasting = arena_open((size_t)1 << 32), .style = style,
                           .means = means, .given = *c};
}

static void clear(struct workshop *w) {
    if (w->open) press_close(&w->press);
    if (w->folder.n) folder_remove(w->folder);
    w->open = false;
    w->folder = w->made_of = (struct text){0};
    w->lasting.at = w->lasting.base;
}

void workshop_close(struct workshop *w) {
    clear(w);
    arena_close(&w->lasting);
}

static bool put(struct workshop *w, struct diags *d, struct text file, struct text bytes) {
    struct output out = {file_path(&w->lasting, w->folder, file), bytes};
    return files_put(d, &out, 1, false, true);
}

/* What settings and resources hash to, together. */
static struct text made_of(struct arena *a, const struct recipe *r) {
    struct build b = {.arena = a};
    for (size_t i = 0; i < r->settings.n; i++) build_text(&b, r->settings.at[i].sha256);
    for (size_t i = 0; i < r->resources.n; i++) build_text(&b, r->resources.at[i].sha256);
    return build_done(&b);
}

static bool lay_settings(struct workshop *w, struct diags *d, struct text where,
                         const struct bundle *b) {
    for (size_t i = 0; i < b->recipe.settings.n; i++) {
        struct text file = b->recipe.settings.at[i].file, bytes;
        if (!bundle_file(b, d, where, file, &bytes) || !put(w, d, file, bytes)) return false;
    }
    return true;
}

/* Fonts with the list of their hashes, and the patterns. */
static bool lay_resources(struct workshop *w, struct diags *d, const struct store *s,
                          const struct recipe *r) {
    struct build hashes = {.arena = &w->lasting};
    for (size_t i = 0; i < r->resources.n; i++) {
        const struct ingredient *in = &r->resources.at[i];
        if (text_starts(in->name, T(PROGRAM))) continue; /* kept, and never run by itself */
        struct arena scratch = arena_open((size_t)1 << 30);
        struct text bytes;
        bool fine = store_resource(s, &scratch, d, in->sha256, &bytes) && put(w, d, in->name, bytes);
        arena_close(&scratch);
        if (!fine) return false;
        build_text(&hashes, in->sha256);
        build_text(&hashes, T("  "));
        build_text(&hashes, file_name(in->name));
        build_char(&hashes, '\n');
    }
    return put(w, d, T("fonts/hashes"), build_done(&hashes));
}

static void open_press(struct workshop *w, const struct recipe *r) {
    struct arena *a = &w->lasting;
    struct call *c = &w->call;
    struct press_settings settings = {.newsroom = file_path(a, w->folder, r->newsroom),
                                      .style = file_path(a, w->folder, r->style_file),
                                      .means = w->means};
    *c = w->given;
    c->a = a;
    c->diags = diags_make(a);
    if (w->style.n) {
        settings.style = w->style;
        w->open = press_open(&w->press, c, &settings);
        return;
    }
    c->styles = file_path(a, w->folder, T("styles"));
    c->fonts = file_path(a, w->folder, T("fonts"));
    c->fonts_yaml = file_path(a, w->folder, r->fonts);
    c->hyphens = file_path(a, w->folder, T("hyphens/hyph_fr.dic"));
    w->open = press_open(&w->press, c, &settings);
}

/* Lays the workshop out for the bundle, unless it is already. */
static bool lay_out(struct workshop *w, struct diags *d, const struct store *s, struct text where,
                    const struct bundle *b) {
    struct arena scratch = *s->a;
    struct text wanted = made_of(&scratch, &b->recipe);
    if (w->open && text_equal(wanted, w->made_of)) return true;
    clear(w);
    w->made_of = text_copy(&w->lasting, wanted);
    w->folder = folder_temporary(&w->lasting, d);
    if (!w->folder.n || !lay_settings(w, d, where, b) || !lay_resources(w, d, s, &b->recipe))
        return false;
    open_press(w, &b->recipe);
    if (w->open) return true;
    press_close(&w->press);
    diags_merge(d, &w->call.diags);
    return false;
}

/* The sources as the edition was composed from: files, or one folder of them. They stay where the
 * bundle was unpacked to. */
static bool find_sources(struct arena *a, struct diags *d, struct text where,
                         const struct bundle *b, struct shelf *shelf, struct import *from) {
    const struct recipe *r = &b->recipe;
    struct shelf_file *files = arena_new(a, struct shelf_file, r->sources.n);
    for (size_t i = 0; i < r->sources.n; i++) {
        files[i].path = r->sources.at[i].file;
        if (!bundle_file(b, d, where, files[i].path, &files[i].bytes)) return false;
    }
    *shelf = (struct shelf){files, r->sources.n};
    from->shelf = shelf;
    from->paths = r->paths.at;
    from->npaths = r->paths.n;
    return true;
}

/* How the edition was signed; nothing where it was not. */
static bool find_signature(const struct workshop *w, struct diags *d, struct text where,
                           const struct recipe *r, struct signature *out) {
    *out = (struct signature){.field = r->signature.field,
                              .label = phrase_of(w->press.newsroom.lang, PHRASE_SIGNATURE),
                              .room = r->signature.room};
    if (!r->signature.file.n || (instant_parse(r->signature.time, &out->time) &&
                                 out->room > 0 && out->room <= SIGN_ROOM_MAX))
        return true;
    DIAG0(d, ((struct place){.file = where}), RECIPE_SIGNATURE);
    return false;
}

/* The kept signature into its gap: no key is needed. */
static bool put_signature(struct diags *d, struct text where, const struct bundle *b,
                          struct composed *out) {
    struct text file = b->recipe.signature.file, cms;
    return !file.n || (bundle_file(b, d, where, file, &cms) && sign_fill(d, out->pdf, &out->gap, cms));
}

static struct keeping keeping_of(const struct recipe *r) {
    return (struct keeping){r->name.revision, r->name.special, r->belated, r->because, r->before,
                            r->max_bytes};
}

/* The edition as it was imported, in the workshop laid out for it. Complaints of the sources go to
 * `unheard`. */
static bool bring_in(struct workshop *w, struct call *c, struct diags *unheard,
                     const struct store *s, struct text where, const struct bundle *b,
                     struct edition *out) {
    const struct recipe *r = &b->recipe;
    struct import from = {.has_date = true, .date = r->name.date, .number = r->number};
    struct shelf *shelf = arena_new(c->a, struct shelf, 1);
    if (!lay_out(w, &c->diags, s, where, b) ||
        !find_sources(c->a, &c->diags, where, b, shelf, &from))
        return false;
    from.ministries = &w->press.ministries;
    from.newsroom = &w->press.newsroom;
    bool fine = edition_import(c->a, unheard, &from, out);
    if (!fine) diags_merge(&c->diags, unheard);
    return fine;
}

bool workshop_compose(struct workshop *w, struct call *c, const struct store *s,
                      struct text where, const struct bundle *b, struct composed *out) {
    struct keeping keeping = keeping_of(&b->recipe);
    struct edition imported;
    struct signature plan;
    struct call unheard = {.a = c->a, .diags = diags_make(c->a), .lang = c->lang};
    if (!bring_in(w, c, &unheard.diags, s, where, b, &imported) ||
        !find_signature(w, &c->diags, where, &b->recipe, &plan))
        return false;
    if (edition_compose(&unheard, &w->press, &imported, &keeping,
                        b->recipe.signature.file.n ? &plan : NULL, out))
        return put_signature(&c->diags, where, b, out);
    diags_merge(&c->diags, &unheard.diags);
    return false;
}

struct list *workshop_pages(struct workshop *w, struct call *c, const struct store *s,
                            struct text where, const struct bundle *b, struct edition *out) {
    struct keeping keeping = keeping_of(&b->recipe);
    struct edition imported;
    struct call unheard = {.a = c->a, .diags = diags_make(c->a), .lang = c->lang};
    if (!bring_in(w, c, &unheard.diags, s, where, b, &imported)) return NULL;
    struct makeup made = edition_make_up(&unheard, &w->press, &imported, &keeping, false, STAGE_PAGES);
    *out = made.edition;
    return made.list;
}
