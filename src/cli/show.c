/* griot show: what is known of one edition. */
#include "cli/commands.h"

#include "base/json.h"
#include "cli/keep.h"

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
        json_text(b, "title", contents->at[i].title);
        json_number(b, "page", contents->at[i].page);
        build_char(b, '}');
    }
    build_char(b, ']');
}

static void show_json(struct call *c, const struct recipe *r, struct text sha256) {
    struct build *b = &c->out;
    build_char(b, '{');
    json_text(b, "edition", edition_name_text(c->a, r->name));
    json_optional(b, "title", r->title);
    json_optional(b, "because", r->because);
    json_optional(b, "style", r->style);
    json_text(b, "griot", r->griot);
    json_text(b, "bundle", sha256);
    json_optional(b, "before", r->before);
    json_number(b, "number", r->number);
    json_number(b, "engine", r->engine);
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
    struct text sha256 = digest_hex(c->a, digest_of(v.bytes));
    if (o.json) show_json(c, &v.bundle.recipe, sha256);
    else show_text(c, &v.bundle.recipe, sha256);
}
