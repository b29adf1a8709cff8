/* griot list, show, extract, search, verify, reindex: what an archive holds. */
#include "cli/keep.h"

#include "archive/chain.h"
#include "cli/commands.h"
#include "edition/newsroom.h"

struct text keep_folder(struct call *c, const struct keep_options *o) {
    struct newsroom newsroom = {0};
    if (o->archive.n) return o->archive;
    if (call_find_data(c) &&
        newsroom_read(c->a, &c->diags, call_newsroom(c, o->newsroom), &newsroom) &&
        newsroom.archive.n)
        return newsroom.archive;
    return T("out/archive");
}

bool keep_open(struct call *c, const struct keep_options *o, struct store *s) {
    struct text folder = keep_folder(c, o);
    return diags_fine(&c->diags) && store_open(s, c->a, &c->diags, folder);
}

bool keep_range(struct call *c, const struct store *s, struct text range, struct editions *out) {
    struct range r;
    struct editions all = {0};
    if (!range_parse(range, &r)) {
        DIAG(&c->diags, (struct place){0}, RANGE_BAD, range);
        return false;
    }
    if (!store_list(s, &c->diags, false, &all)) return false;
    for (size_t i = 0; i < all.n; i++)
        if (range_has(&r, all.at[i])) arena_push(c->a, out, all.at[i]);
    if (!out->n) DIAG(&c->diags, ((struct place){.file = s->root}), RANGE_EMPTY, range);
    return out->n > 0;
}

bool keep_one(struct call *c, const struct store *s, struct text day, struct edition_name *out) {
    struct editions all = {0};
    bool latest;
    if (!edition_name_parse(day, out)) {
        DIAG(&c->diags, (struct place){0}, RANGE_BAD, day);
        return false;
    }
    latest = !out->revision;
    if (!store_list(s, &c->diags, false, &all)) return false;
    if (!store_find(&all, out)) {
        DIAG(&c->diags, ((struct place){.file = s->root}), RANGE_EMPTY, day);
        return false;
    }
    if (latest && out->revision > 1)
        DIAG(&c->diags, (struct place){0}, RANGE_OTHERS, edition_name_text(c->a, *out), day);
    return true;
}

bool keep_bundle(struct call *c, struct arena *a, const struct store *s, struct edition_name name,
                 struct visited *out) {
    out->name = name;
    return store_read(s, a, &c->diags, name, &out->bytes) &&
           bundle_open(a, &c->diags, store_path(s, a, name), out->bytes, name, &out->bundle);
}

void keep_each(struct call *c, const struct store *s, const struct editions *editions,
               bool (*visit)(struct call *c, const struct visited *v, void *context),
               void *context) {
    bool more = true;
    for (size_t i = 0; i < editions->n && more; i++) {
        struct arena scratch = arena_open((size_t)1 << 32);
        struct visited v;
        if (keep_bundle(c, &scratch, s, editions->at[i], &v)) more = visit(c, &v, context);
        arena_close(&scratch);
    }
}

/* --- list --- */

static void list_row(struct call *c, const struct listed *l, bool json) {
    struct build *b = &c->out;
    struct text name = edition_name_text(c->a, l->name);
    if (json) {
        build_text(b, T("{\"edition\":"));
        build_quoted(b, name);
        build_text(b, T(",\"number\":"));
        build_int(b, l->number);
        build_text(b, T(",\"revision\":"));
        build_int(b, l->name.revision);
        build_text(b, T(",\"communiques\":"));
        build_int(b, l->communiques);
        build_text(b, T(",\"title\":"));
        build_quoted(b, l->title);
        build_text(b, T(",\"because\":"));
        build_quoted(b, l->because);
        build_text(b, T(",\"sha256\":"));
        build_quoted(b, l->sha256);
        build_text(b, T("}\n"));
        return;
    }
    build_text(b, name);
    for (size_t i = name.n; i < 14; i++) build_char(b, ' ');
    build_text(b, T("  "));
    build_int(b, l->number);
    build_text(b, T("  "));
    build_text(b, l->communiques ? l->title : l->because);
    build_char(b, '\n');
}

/* What the catalogue says of the edition, else what its bundle says. */
static bool find_listed(struct call *c, const struct store *s, struct catalogue *catalogue,
                        struct edition_name name, struct listed *out) {
    struct visited v;
    if (catalogue && catalogue_find(catalogue, c->a, name, out)) return true;
    DIAG(&c->diags, ((struct place){.file = s->root}), CATALOGUE_LATE,
         edition_name_text(c->a, name));
    if (!keep_bundle(c, c->a, s, name, &v)) return false;
    *out = (struct listed){name,
                           v.bundle.recipe.number,
                           v.bundle.recipe.title,
                           v.bundle.recipe.because,
                           digest_hex(c->a, digest_of(v.bytes)),
                           (int)v.bundle.recipe.contents.n};
    return true;
}

struct only_keep {
    struct keep_options keep;
};

static const struct option keep_only[] = {KEEP_OPTIONS(struct only_keep, keep),
                                          KEEP_JSON(struct only_keep, keep)};

enum { KEEP_ALL = sizeof keep_only / sizeof *keep_only, KEEP_PLAIN = KEEP_ALL - 1 };

/* The first `noptions` of keep_only, and from `least` to `most` arguments. */
static bool read_keep(struct call *c, struct text command, char **words, size_t noptions,
                      size_t least, size_t most, struct keep_options *o, struct arguments *rest,
                      const char *wanted) {
    if (!options_read(c->a, &c->diags, command, words, keep_only, noptions, o, rest)) return false;
    if (rest->n < least)
        DIAG(&c->diags, (struct place){0}, USAGE_MISSING, command, text_of(wanted));
    if (rest->n > most) DIAG(&c->diags, (struct place){0}, USAGE_ARGUMENTS, command, rest->at[most]);
    return diags_fine(&c->diags);
}

void command_list(struct call *c, char **words) {
    struct keep_options o = {0};
    struct arguments rest = {0};
    struct store s;
    struct editions editions = {0};
    if (!read_keep(c, T("griot list"), words, KEEP_ALL, 0, 1, &o, &rest, "") ||
        !keep_open(c, &o, &s))
        return;
    struct catalogue *catalogue = catalogue_open(&s, &c->diags, false);
    if (keep_range(c, &s, rest.n ? rest.at[0] : T("all"), &editions))
        for (size_t i = 0; i < editions.n; i++) {
            struct listed l;
            if (find_listed(c, &s, catalogue, editions.at[i], &l)) list_row(c, &l, o.json);
        }
    catalogue_close(catalogue);
}

/* --- show --- */

static void show_line(struct call *c, const char *label, struct text value) {
    if (!value.n) return;
    build_text(&c->out, text_of(label));
    build_text(&c->out, T(": "));
    build_text(&c->out, value);
    build_char(&c->out, '\n');
}

static void show_text(struct call *c, const struct recipe *r, struct text sha256) {
    show_line(c, "edition", edition_name_text(c->a, r->name));
    show_line(c, "number", text_number(c->a, r->number));
    show_line(c, "title", r->title);
    show_line(c, "because", r->because);
    show_line(c, "style", r->style);
    show_line(c, "griot", r->griot);
    show_line(c, "engine", text_number(c->a, r->engine));
    show_line(c, "bundle", sha256);
    show_line(c, "before", r->before);
    for (size_t i = 0; i < r->outputs.n; i++)
        show_line(c, "output",
                  TEXT_JOIN(c->a, r->outputs.at[i].name, T(" "), r->outputs.at[i].sha256));
    for (size_t i = 0; i < r->sources.n; i++)
        show_line(c, "source",
                  TEXT_JOIN(c->a, r->sources.at[i].name, T(" "), r->sources.at[i].sha256));
    for (size_t i = 0; i < r->contents.n; i++) {
        const struct content_entry *e = &r->contents.at[i];
        show_line(c, "communiqué",
                  TEXT_JOIN(c->a, text_number(c->a, e->page), T("  "), e->ministry, T("  "),
                            e->title));
    }
}

static void json_pair(struct build *b, const char *key, struct text value) {
    build_quoted(b, text_of(key));
    build_char(b, ':');
    build_quoted(b, value);
}

static void json_list(struct build *b, const char *key, const struct ingredients *list) {
    build_char(b, ',');
    build_quoted(b, text_of(key));
    build_text(b, T(":["));
    for (size_t i = 0; i < list->n; i++) {
        build_text(b, i ? T(",{") : T("{"));
        json_pair(b, "name", list->at[i].name);
        build_char(b, ',');
        json_pair(b, "sha256", list->at[i].sha256);
        build_char(b, '}');
    }
    build_char(b, ']');
}

static void show_json(struct call *c, const struct recipe *r, struct text sha256) {
    struct build *b = &c->out;
    const struct { const char *key; struct text value; } pairs[] = {
        {"edition", edition_name_text(c->a, r->name)}, {"title", r->title},
        {"because", r->because}, {"style", r->style}, {"griot", r->griot}, {"bundle", sha256},
        {"before", r->before}};
    build_char(b, '{');
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        json_pair(b, pairs[i].key, pairs[i].value);
        build_char(b, ',');
    }
    build_text(b, T("\"number\":"));
    build_int(b, r->number);
    build_text(b, T(",\"engine\":"));
    build_int(b, r->engine);
    json_list(b, "outputs", &r->outputs);
    json_list(b, "sources", &r->sources);
    build_text(b, T(",\"communiques\":["));
    for (size_t i = 0; i < r->contents.n; i++) {
        build_text(b, i ? T(",{") : T("{"));
        json_pair(b, "ministry", r->contents.at[i].ministry);
        build_char(b, ',');
        json_pair(b, "title", r->contents.at[i].title);
        build_text(b, T(",\"page\":"));
        build_int(b, r->contents.at[i].page);
        build_char(b, '}');
    }
    build_text(b, T("]}\n"));
}

void command_show(struct call *c, char **words) {
    struct keep_options o = {0};
    struct arguments rest = {0};
    struct store s;
    struct edition_name name;
    struct visited v;
    if (!read_keep(c, T("griot show"), words, KEEP_ALL, 1, 1, &o, &rest, "DATE") ||
        !keep_open(c, &o, &s) || !keep_one(c, &s, rest.at[0], &name) ||
        !keep_bundle(c, c->a, &s, name, &v))
        return;
    struct text sha256 = digest_hex(c->a, digest_of(v.bytes));
    if (o.json) show_json(c, &v.bundle.recipe, sha256);
    else show_text(c, &v.bundle.recipe, sha256);
}

/* --- extract --- */

struct extract_options {
    struct keep_options keep;
    struct text output;
};

static const struct option extract_options[] = {
    KEEP_OPTIONS(struct extract_options, keep),
    {"-o", OPTION_TEXT, offsetof(struct extract_options, output)},
};

/* All files of the bundle below DIR/NAME/, as they are. */
void command_extract(struct call *c, char **words) {
    struct extract_options o = {0};
    struct arguments rest = {0};
    struct store s;
    struct edition_name name;
    struct text bytes;
    struct zip_files files = {0};
    if (!options_read(c->a, &c->diags, T("griot extract"), words, extract_options,
                      sizeof extract_options / sizeof *extract_options, &o, &rest))
        return;
    if (rest.n != 1) {
        DIAG(&c->diags, (struct place){0}, USAGE_MISSING, T("griot extract"), T("DATE"));
        return;
    }
    if (!keep_open(c, &o.keep, &s) || !keep_one(c, &s, rest.at[0], &name) ||
        !store_read(&s, c->a, &c->diags, name, &bytes) ||
        !zip_unpack(c->a, &c->diags, store_path(&s, c->a, name), bytes, &files))
        return;
    struct text folder = o.output.n ? o.output : T("out");
    for (size_t i = 0; i < files.n; i++) {
        struct output out = {file_path(c->a, folder, files.at[i].name), files.at[i].bytes};
        if (!files_put(&c->diags, &out, 1, false, true)) return;
    }
    build_text(&c->out, file_path(c->a, folder, edition_name_text(c->a, name)));
    build_char(&c->out, '\n');
}

/* --- search --- */

struct search_options {
    struct keep_options keep;
    struct text ministry, range;
    int limit;
};

static const struct option search_options[] = {
    KEEP_OPTIONS(struct search_options, keep),
    KEEP_JSON(struct search_options, keep),
    {"--ministry", OPTION_TEXT, offsetof(struct search_options, ministry)},
    {"--in", OPTION_TEXT, offsetof(struct search_options, range)},
    {"--limit", OPTION_NUMBER, offsetof(struct search_options, limit)},
};

enum { LIMIT = 20, LIMIT_MOST = 100000 };

static void found_row(struct call *c, const struct found *f, bool json) {
    struct build *b = &c->out;
    struct text name = edition_name_text(c->a, f->name);
    if (json) {
        build_char(b, '{');
        json_pair(b, "edition", name);
        build_char(b, ',');
        json_pair(b, "ministry", f->ministry);
        build_char(b, ',');
        json_pair(b, "title", f->title);
        build_text(b, T(",\"number\":"));
        build_int(b, f->number);
        build_text(b, T(",\"page\":"));
        build_int(b, f->page);
        build_text(b, T("}\n"));
        return;
    }
    build_text(b, name);
    build_text(b, T("  p. "));
    build_int(b, f->page);
    build_text(b, T("  "));
    build_text(b, f->ministry);
    build_text(b, T("  "));
    build_text(b, f->title);
    build_char(b, '\n');
}

void command_search(struct call *c, char **words) {
    struct search_options o = {.limit = LIMIT};
    struct arguments rest = {0};
    struct store s;
    struct search search;
    if (!options_read(c->a, &c->diags, T("griot search"), words, search_options,
                      sizeof search_options / sizeof *search_options, &o, &rest))
        return;
    if (!rest.n) DIAG(&c->diags, (struct place){0}, USAGE_MISSING, T("griot search"), T("WORDS"));
    search = (struct search){.ministry = o.ministry,
                             .limit = o.limit < LIMIT_MOST ? o.limit : LIMIT_MOST};
    if (!range_parse(o.range.n ? o.range : T("all"), &search.range))
        DIAG(&c->diags, (struct place){0}, RANGE_BAD, o.range);
    if (!diags_fine(&c->diags) || !keep_open(c, &o.keep, &s)) return;
    struct build all = {.arena = c->a};
    for (size_t i = 0; i < rest.n; i++) {
        if (i) build_char(&all, ' ');
        build_text(&all, rest.at[i]);
    }
    search.words = build_done(&all);
    struct catalogue *catalogue = catalogue_open(&s, &c->diags, false);
    if (!catalogue) {
        DIAG(&c->diags, ((struct place){.file = s.root}), CATALOGUE_FAILED, T("…"));
        return;
    }
    struct found *found = arena_new(c->a, struct found, (size_t)search.limit);
    int n = catalogue_search(catalogue, c->a, &c->diags, &search, found);
    for (int i = 0; i < n; i++) found_row(c, &found[i], o.keep.json);
    catalogue_close(catalogue);
}

/* --- reindex --- */

/* A catalogue being made anew. */
struct indexing {
    struct catalogue *catalogue;
    bool fine;
};

static bool index_one(struct call *c, const struct visited *v, void *context) {
    struct indexing *i = context;
    i->fine = catalogue_add(i->catalogue, &c->diags, &v->bundle,
                            digest_hex(c->a, digest_of(v->bytes)));
    return i->fine;
}

void command_reindex(struct call *c, char **words) {
    struct keep_options o = {0};
    struct arguments rest = {0};
    struct store s;
    struct editions all = {0};
    if (!read_keep(c, T("griot reindex"), words, KEEP_PLAIN, 0, 0, &o, &rest, "") ||
        !keep_open(c, &o, &s) || !store_list(&s, &c->diags, true, &all))
        return;
    struct indexing i = {.catalogue = catalogue_open(&s, &c->diags, true)};
    if (!i.catalogue) return;
    i.fine = catalogue_begin(i.catalogue, &c->diags) && catalogue_clear(i.catalogue, &c->diags);
    if (i.fine) keep_each(c, &s, &all, index_one, &i);
    if (i.fine) catalogue_end(i.catalogue, &c->diags);
    catalogue_close(i.catalogue);
}

/* --- verify --- */

/* What verify does with each bundle. */
struct verifying {
    struct links links;
    struct text witness; /* SHA-256 of a copy; empty: none */
    bool found;          /* it is one that is kept: */
    struct edition_name witnessed;
};

static bool verify_one(struct call *c, const struct visited *v, void *context) {
    struct verifying *w = context;
    const struct recipe *r = &v->bundle.recipe;
    struct link link = {.name = v->name, .sha256 = digest_of(v->bytes)};
    link.first = !digest_parse(r->before, &link.before);
    arena_push(c->a, &w->links, link);
    for (size_t i = 0; i < r->outputs.n && w->witness.n; i++) {
        if (!text_equal(r->outputs.at[i].sha256, w->witness)) continue;
        w->found = true;
        w->witnessed = v->name;
    }
    return true;
}

/* A copy, on paper or by mail, is a witness: its file must be one that is kept. */
static bool read_witness(struct call *c, struct text file, struct verifying *w) {
    struct text copy;
    if (!file.n) return true;
    if (!file_read(c->a, &c->diags, file, FILE_CAP, &copy)) return false;
    w->witness = digest_hex(c->a, digest_of(copy));
    return true;
}

static void tell_witness(struct call *c, struct text file, const struct verifying *w) {
    struct place place = {.file = file};
    if (!file.n) return;
    if (w->found) DIAG(&c->diags, place, WITNESS_FINE, edition_name_text(c->a, w->witnessed));
    else DIAG0(&c->diags, place, WITNESS_FOREIGN);
}

struct verify_options {
    struct keep_options keep;
    struct text against;
};

static const struct option verify_options[] = {
    KEEP_OPTIONS(struct verify_options, keep),
    {"--against", OPTION_TEXT, offsetof(struct verify_options, against)},
};

void command_verify(struct call *c, char **words) {
    struct verify_options o = {0};
    struct arguments rest = {0};
    struct store s;
    struct editions all = {0};
    struct verifying w = {0};
    struct text head;
    const struct link *behind;
    if (!options_read(c->a, &c->diags, T("griot verify"), words, verify_options,
                      sizeof verify_options / sizeof *verify_options, &o, &rest))
        return;
    if (rest.n) DIAG(&c->diags, (struct place){0}, USAGE_ARGUMENTS, T("griot verify"), rest.at[0]);
    if (!diags_fine(&c->diags) || !keep_open(c, &o.keep, &s) ||
        !store_list(&s, &c->diags, true, &all) || !read_witness(c, o.against, &w))
        return;
    keep_each(c, &s, &all, verify_one, &w);
    if (store_head(&s, c->a, &c->diags, &head))
        chain_check(&s, &c->diags, &w.links, head, &behind);
    tell_witness(c, o.against, &w);
    if (diags_fine(&c->diags))
        DIAG(&c->diags, ((struct place){.file = s.root}), VERIFY_FINE,
             text_number(c->a, (int64_t)all.n));
}
