/* griot show: what is known of one edition: what it says of itself, the revisions of its day, and
 * its place in the chain. */
#include "cli/commands.h"

#include "base/json.h"
#include "cli/keep.h"

/* A revision of the same edition. */
struct revision {
    struct text name, because, sha256;
};

/* An edition being shown. */
struct showing {
    const struct recipe *recipe;
    struct text name, sha256;
    struct text before, next; /* their names; empty: not known, or none */
    bool last;                /* the head names it */
    struct text signature;    /* its file below data/; empty: none */
    struct revision *revisions;
    size_t nrevisions;
};

/* --- finding --- */

static void find_revisions(struct call *c, const struct store *s, struct edition_name name,
                           struct showing *out) {
    struct range r = {.from = name.date, .to = name.date};
    struct editions all = {0};
    if (!store_list_range(s, &c->diags, &r, &all)) return;
    out->revisions = arena_new(c->a, struct revision, all.n);
    for (size_t i = 0; i < all.n; i++) {
        struct visited v;
        if (all.at[i].special != name.special || !keep_bundle(c, c->a, s, all.at[i], &v)) continue;
        out->revisions[out->nrevisions++] =
            (struct revision){edition_name_text(c->a, all.at[i]), v.bundle.recipe.because,
                              digest_hex(c->a, digest_of(v.bytes))};
    }
}

/* Who stands before and behind it is the catalogue's word: the recipe knows hashes only. */
static void find_neighbours(struct call *c, const struct store *s, struct showing *out) {
    struct catalogue *catalogue = catalogue_open(s, &c->diags, false);
    struct edition_name name;
    struct text head;
    if (store_head(s, c->a, &c->diags, &head)) out->last = text_equal(head, out->sha256);
    if (!catalogue) return;
    if (catalogue_named(catalogue, out->recipe->before, &name))
        out->before = edition_name_text(c->a, name);
    if (catalogue_follower(catalogue, out->sha256, &name))
        out->next = edition_name_text(c->a, name);
    catalogue_close(catalogue);
}

static struct text find_signature(const struct bundle *b) {
    for (size_t i = 0; i < b->files.n; i++)
        if (text_starts(b->files.at[i].name, T("signature"))) return b->files.at[i].name;
    return (struct text){0};
}

/* --- for people --- */

#define SAY(c, m, ...) message_print(&(c)->out, (m), (c)->lang, (struct text[4]){__VA_ARGS__})

static void say_if(struct call *c, enum message m, struct text value) {
    if (value.n) SAY(c, m, value);
}

static void say_contents(struct call *c, const struct content_entries *contents) {
    struct text ministry = {0};
    for (size_t i = 0; i < contents->n; i++) {
        const struct content_entry *e = &contents->at[i];
        if (!i || !text_equal(ministry, e->ministry)) SAY(c, SHOW_MINISTRY, e->ministry, e->name);
        ministry = e->ministry;
        SAY(c, SHOW_COMMUNIQUE, text_number(c->a, e->page), e->title);
    }
}

static void say_list(struct call *c, enum message m, const struct ingredients *list) {
    for (size_t i = 0; i < list->n; i++) SAY(c, m, list->at[i].name, list->at[i].sha256);
}

static void say_chain(struct call *c, const struct showing *s) {
    SAY(c, SHOW_BUNDLE, s->sha256);
    if (s->recipe->before.n) SAY(c, SHOW_AFTER, s->recipe->before, s->before);
    else SAY(c, SHOW_FIRST, {0});
    if (s->last) SAY(c, SHOW_LAST, {0});
    else say_if(c, SHOW_NEXT, s->next);
}

static void say_revision(struct call *c, const struct revision *r) {
    SAY(c, SHOW_REVISION, r->name,
        r->because.n ? TEXT_JOIN(c->a, T("  "), r->because) : (struct text){0});
}

static void show_text(struct call *c, const struct showing *s) {
    const struct recipe *r = s->recipe;
    struct build kind = {.arena = c->a};
    if (r->name.special) message_print(&kind, LIST_SPECIAL, c->lang, NULL);
    if (!r->contents.n) message_print(&kind, SHOW_WITHOUT, c->lang, NULL);
    SAY(c, SHOW_EDITION, s->name, text_number(c->a, r->number), build_done(&kind));
    say_if(c, SHOW_TITLE, r->title);
    say_if(c, SHOW_BECAUSE, r->because);
    for (size_t i = 0; i < s->nrevisions && s->nrevisions > 1; i++)
        say_revision(c, &s->revisions[i]);
    say_if(c, SHOW_STYLE, r->style);
    SAY(c, SHOW_PROGRAM, r->griot, text_number(c->a, r->engine));
    if (s->signature.n) SAY(c, SHOW_SIGNED, s->signature);
    else SAY(c, SHOW_UNSIGNED, {0});
    say_chain(c, s);
    say_list(c, SHOW_SOURCE, &r->sources);
    say_list(c, SHOW_OUTPUT, &r->outputs);
    say_contents(c, &r->contents);
}

/* --- for programs --- */

static void put_ingredients(struct build *b, const char *key, const struct ingredients *list) {
    json_key(b, key);
    build_char(b, '[');
    for (size_t i = 0; i < list->n; i++) {
        json_comma(b);
        build_char(b, '{');
        json_text(b, "name", list->at[i].name);
        json_text(b, "sha256", list->at[i].sha256);
        build_char(b, '}');
    }
    build_char(b, ']');
}

static void put_contents(struct build *b, const struct content_entries *contents) {
    json_key(b, "communiques");
    build_char(b, '[');
    for (size_t i = 0; i < contents->n; i++) {
        json_comma(b);
        build_char(b, '{');
        json_text(b, "ministry", contents->at[i].ministry);
        json_text(b, "name", contents->at[i].name);
        json_text(b, "title", contents->at[i].title);
        json_number(b, "page", contents->at[i].page);
        build_char(b, '}');
    }
    build_char(b, ']');
}

static void put_revisions(struct build *b, const struct showing *s) {
    json_key(b, "revisions");
    build_char(b, '[');
    for (size_t i = 0; i < s->nrevisions; i++) {
        json_comma(b);
        build_char(b, '{');
        json_text(b, "edition", s->revisions[i].name);
        json_optional(b, "because", s->revisions[i].because);
        json_text(b, "sha256", s->revisions[i].sha256);
        build_char(b, '}');
    }
    build_char(b, ']');
}

static void put_chain(struct build *b, const struct showing *s) {
    json_text(b, "sha256", s->sha256);
    json_optional(b, "before", s->recipe->before);
    json_optional(b, "before-edition", s->before);
    json_optional(b, "next-edition", s->next);
    json_bool(b, "last", s->last);
}

static void show_json(struct call *c, const struct showing *s) {
    struct build *b = &c->out;
    const struct recipe *r = s->recipe;
    build_char(b, '{');
    json_text(b, "edition", s->name);
    json_number(b, "number", r->number);
    json_number(b, "revision", r->name.revision);
    json_optional(b, "title", r->title);
    json_optional(b, "because", r->because);
    json_optional(b, "style", r->style);
    json_optional(b, "lang", r->lang);
    json_text(b, "griot", r->griot);
    json_number(b, "engine", r->engine);
    json_optional(b, "signature", s->signature);
    put_chain(b, s);
    put_revisions(b, s);
    put_ingredients(b, "outputs", &r->outputs);
    put_ingredients(b, "sources", &r->sources);
    put_contents(b, &r->contents);
    build_text(b, T("}\n"));
}

void command_show(struct call *c, char **words) {
    struct keep_options o = {0};
    struct arguments rest = {0};
    struct store s;
    struct edition_name name;
    struct visited v;
    if (!keep_words(c, T("griot show"), words, true, 1, 1, &o, &rest, "DATE") ||
        !keep_open(c, &o, &s) || !keep_one(c, &s, rest.at[0], &name) ||
        !keep_bundle(c, c->a, &s, name, &v))
        return;
    struct showing showing = {.recipe = &v.bundle.recipe,
                              .name = edition_name_text(c->a, name),
                              .sha256 = digest_hex(c->a, digest_of(v.bytes)),
                              .signature = find_signature(&v.bundle)};
    find_revisions(c, &s, name, &showing);
    find_neighbours(c, &s, &showing);
    if (o.json) show_json(c, &showing);
    else show_text(c, &showing);
}
