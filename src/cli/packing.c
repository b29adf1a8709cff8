/* See packing.h. Sources are laid out in the bundle as they lay on the disk: below sources/, a path
 * that was given by its name, and what was read along with it as it was found from there. */
#include "cli/packing.h"

#include "base/file.h"
#include "cli/parts.h"
#include "cli/program.h"
#include "edition/foreign.h"
#include "edition/phrases.h"

enum { RESOURCE_CAP = 256 << 20 };

bool packing_open(struct packing *p, struct call *c, const struct press *press) {
    const struct text folders[SETTINGS] = {T("styles"), T("styles"), T("styles"), T("fonts")};
    const struct text paths[SETTINGS] = {press->paths.newsroom, press->paths.ministries,
                                         press->paths.style, c->fonts_yaml};
    *p = (struct packing){.c = c, .press = press, .a = c->a};
    for (int i = 0; i < SETTINGS; i++) {
        struct setting *s = &p->settings[i];
        s->name = file_name(paths[i]);
        s->file = TEXT_JOIN(c->a, folders[i], T("/"), s->name);
        for (int k = 0; k < i; k++) /* files of one name from several folders */
            if (text_equal(p->settings[k].file, s->file))
                s->file = TEXT_JOIN(c->a, folders[i], T("/"), text_number(c->a, i), T("/"), s->name);
        if (!file_read(c->a, &c->diags, paths[i], FILE_CAP, &s->bytes)) return false;
    }
    return true;
}

/* --- sources --- */

static struct text without_slashes(struct text path) {
    while (path.n > 1 && path.at[path.n - 1] == '/') path.n--;
    return path;
}

/* Where a path that was given goes: one of a name that others have, into a folder of its own. */
static struct text home_of(struct arena *a, const struct text *paths, size_t n, size_t i) {
    struct text name = file_name(without_slashes(paths[i]));
    if (text_equal(name, T(".")) || text_equal(name, T("..")) || text_equal(name, T("/")))
        name = T("day"); /* a folder whose name its path does not say */
    for (size_t k = 0; k < n; k++)
        if (k != i && text_equal(file_name(without_slashes(paths[k])), name))
            return TEXT_JOIN(a, T("sources/"), text_number(a, (int64_t)i + 1), T("/"), name);
    return TEXT_JOIN(a, T("sources/"), name);
}

/* Where a file that was read goes: it is a path that was given, or below it, or beside it. */
static struct text place_of(struct arena *a, const struct text *paths, const struct text *homes,
                            size_t n, const struct original *o) {
    for (size_t i = 0; i < n; i++) {
        struct text given = without_slashes(paths[i]);
        if (text_equal(o->path, given)) return homes[i];
        bool made = foreign_is(given); /* «visite.docx.md», «visite.docx-1.png» */
        if (text_starts(o->path, given) && (made || o->path.at[given.n] == '/'))
            return TEXT_JOIN(a, homes[i], text_after(o->path, given.n));
    }
    for (size_t i = 0; i < n; i++) {
        struct text beside = file_dir(without_slashes(paths[i]));
        if (!beside.n || (text_starts(o->path, beside) && o->path.at[beside.n] == '/'))
            return TEXT_JOIN(a, file_dir(homes[i]), T("/"),
                             text_after(o->path, beside.n ? beside.n + 1 : 0));
    }
    return TEXT_JOIN(a, T("sources/"), o->name);
}

/* What is to be read again for a path that was given: itself, or what was made of a Word file. */
static void add_path(struct arena *a, struct text given, struct text home, const struct edition *e,
                     struct recipe *r) {
    if (!foreign_is(given)) {
        arena_push(a, &r->paths, home);
        return;
    }
    for (size_t i = 0; i < e->noriginals; i++) {
        struct text path = e->originals[i].path;
        bool source = file_ends(path, T(".md")) || file_ends(path, T(".txt"));
        if (source && text_starts(path, given))
            arena_push(a, &r->paths, TEXT_JOIN(a, home, text_after(path, given.n)));
    }
}

/* A folder's own settings are no source that is attached, but decide its date, number and order. */
static bool add_folder_settings(struct packing *p, struct text folder, struct text home,
                                struct bundle *b) {
    struct call *c = p->c;
    struct text bytes, path = file_path(c->a, folder, T("edition.yaml"));
    if (!file_is_folder(folder) || !file_exists(path)) return true;
    if (!file_read(c->a, &c->diags, path, FILE_CAP, &bytes)) return false;
    bundle_add(c->a, b, &b->recipe.sources, T("edition.yaml"),
               TEXT_JOIN(c->a, home, T("/edition.yaml")), bytes, false);
    return true;
}

bool packing_inputs(struct packing *p, const struct text *paths, size_t n,
                    const struct edition *e, struct bundle *b) {
    struct arena *a = p->c->a;
    struct recipe *r = &b->recipe;
    struct text *const files[SETTINGS] = {&r->newsroom, &r->ministries, &r->style_file, &r->fonts};
    struct text *homes = arena_new(a, struct text, n);
    for (int i = 0; i < SETTINGS; i++) {
        const struct setting *s = &p->settings[i];
        *files[i] = s->file;
        bundle_add(a, b, &r->settings, s->name, s->file, s->bytes, false);
    }
    for (size_t i = 0; i < n; i++) {
        homes[i] = home_of(a, paths, n, i);
        add_path(a, without_slashes(paths[i]), homes[i], e, r);
        if (!add_folder_settings(p, paths[i], homes[i], b)) return false;
    }
    for (size_t i = 0; i < e->noriginals; i++)
        bundle_add(a, b, &r->sources, e->originals[i].name,
                   place_of(a, paths, homes, n, &e->originals[i]), e->originals[i].bytes, false);
    return true;
}

/* --- resources --- */

/* What is to be kept, as it is found. */
struct found {
    struct arena own; /* for bytes */
    struct { struct resource *at; size_t n, cap; } resources;
};

/* A file that many editions need, under the name by which it is to be laid out again. */
static bool find_resource(struct packing *p, struct found *f, struct text path, struct text name) {
    struct resource r;
    if (!file_read(&f->own, &p->c->diags, path, RESOURCE_CAP, &r.bytes)) return false;
    r.sha256 = digest_hex(p->a, digest_of(r.bytes));
    arena_push(p->a, &f->resources, r);
    arena_push(p->a, &p->resources,
               ((struct ingredient){.name = text_copy(p->a, name), .sha256 = r.sha256}));
    return true;
}

/* Whether the style names the face. */
static bool is_named(const struct style *style, struct text face) {
    for (int r = 0; r < ROLE__MAX; r++)
        if (text_equal(style->roles[r].face, face)) return true;
    for (size_t k = 0; k < style->nfallbacks; k++)
        if (text_equal(style->fallbacks[k], face)) return true;
    return false;
}

static bool find_faces(struct packing *p, struct found *f) {
    const struct font_files *files = &p->press->files;
    for (size_t i = 0; i < files->n; i++) {
        const struct font_file *file = &files->at[i];
        if (is_named(&p->press->style, file->name) && file_exists(file->path) &&
            !find_resource(p, f, file->path, TEXT_JOIN(p->a, T("fonts/"), file->file)))
            return false;
    }
    return find_resource(p, f, p->c->hyphens, T("hyphens/hyph_fr.dic"));
}

/* The program as it runs, unless it is known to be kept. */
static bool find_program(struct packing *p, struct found *f) {
    struct program_files files = {0};
    if (p->program.n || !program_find(p->c, p->a, &files)) {
        for (size_t i = 0; i < p->program.n; i++)
            arena_push(p->a, &p->resources, p->program.at[i]);
        return true;
    }
    for (size_t i = 0; i < files.n; i++)
        if (!find_resource(p, f, files.at[i].path, files.at[i].name)) return false;
    return true;
}

void packing_know(struct packing *p, const struct recipe *r) {
    struct part_versions now = parts_linked(p->a);
    bool same = r->engine == ENGINE && text_equal(r->griot, T(GRIOT_VERSION)) && now.n == r->parts.n;
    for (size_t i = 0; i < now.n && same; i++)
        same = text_equal(now.at[i].name, r->parts.at[i].name) &&
               text_equal(now.at[i].version, r->parts.at[i].version);
    for (size_t i = 0; i < r->resources.n && same; i++) {
        struct ingredient in = r->resources.at[i];
        if (!text_starts(in.name, T(PROGRAM))) continue;
        in.name = text_copy(p->a, in.name);
        in.sha256 = text_copy(p->a, in.sha256);
        arena_push(p->a, &p->program, in);
    }
}

bool packing_resources(struct packing *p, struct store *s, struct recipe *r) {
    struct found f = {.own = arena_open((size_t)1 << 32)};
    bool fine = p->has_resources ||
                (find_faces(p, &f) && find_program(p, &f) &&
                 store_put_resources(s, &p->c->diags, f.resources.at, f.resources.n));
    arena_close(&f.own);
    p->has_resources = fine;
    r->resources = p->resources;
    return fine;
}

/* --- the rest --- */

static void add_contents(struct arena *a, const struct composed *made, struct recipe *r) {
    const struct edition *e = &made->edition;
    for (size_t i = 0; i < e->n; i++) {
        const struct communique *c = &e->at[i];
        arena_push(a, &r->contents,
                   ((struct content_entry){c->issuer->acronym, c->issuer->name, c->title.text,
                                           made->pages[i], made->places[i].at, made->places[i].n}));
    }
}

bool packing_finish(struct packing *p, const struct composed *made, struct bundle *b,
                    struct text *bytes) {
    struct call *c = p->c;
    struct recipe *r = &b->recipe;
    const struct newsroom *n = &p->press->newsroom;
    const struct { struct text name, bytes; bool stored; } outputs[] = {
        {T("text.txt"), made->plain, false},
        {T("bulletin.pdf"), made->pdf, true},
        {T("bulletin.html"), made->html, false}};
    r->griot = T(GRIOT_VERSION);
    r->engine = ENGINE;
    r->number = made->edition.number;
    r->title = edition_heading(c->a, &made->edition, n);
    r->lang = newsroom_lang(n);
    r->style = p->press->style.name;
    r->notes = made->edition.notes;
    r->parts = parts_linked(c->a);
    add_contents(c->a, made, r);
    for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++)
        bundle_add(c->a, b, &r->outputs, outputs[i].name, outputs[i].name, outputs[i].bytes,
                   outputs[i].stored);
    return bundle_pack(c->a, &c->diags, b, n->publisher, bytes);
}
