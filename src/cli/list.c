/* griot list: a line for each edition. */
#include "cli/commands.h"

#include "base/json.h"
#include "cli/keep.h"

/* Its title, and what makes it another than the day's ordinary edition. */
static void say_what(struct call *c, const struct listed *l) {
    build_text(&c->out, l->title);
    if (l->name.special) message_print(&c->out, LIST_SPECIAL, c->lang, NULL);
    if (l->name.revision > 1) message_print(&c->out, LIST_REVISED, c->lang, &l->because);
}

static void list_row(struct call *c, const struct listed *l, bool json) {
    struct build *b = &c->out;
    struct text name = edition_name_text(c->a, l->name);
    if (json) {
        build_char(b, '{');
        json_text(b, "edition", name);
        json_number(b, "number", l->number);
        json_number(b, "revision", l->name.revision);
        json_number(b, "communiques", l->communiques);
        json_text(b, "title", l->title);
        json_optional(b, "because", l->because);
        json_text(b, "sha256", l->sha256);
        build_text(b, T("}\n"));
        return;
    }
    build_text(b, name);
    for (size_t i = name.n; i < 14; i++) build_char(b, ' ');
    build_text(b, T("  "));
    build_int(b, l->number);
    build_text(b, T("  "));
    if (l->communiques) say_what(c, l);
    else message_print(&c->out, LIST_WITHOUT, c->lang, &l->because);
    build_char(b, '\n');
}

/* What the catalogue says of the edition, else what its bundle says. */
static bool find_listed(struct call *c, const struct store *s, struct catalogue *catalogue,
                        struct edition_name name, struct listed *out) {
    struct visited v;
    if (catalogue && catalogue_find(catalogue, c->a, name, out)) return true;
    if (!keep_bundle(c, c->a, s, name, &v)) return false;
    *out = (struct listed){name,
                           v.bundle.recipe.number,
                           v.bundle.recipe.title,
                           v.bundle.recipe.because,
                           digest_hex(c->a, digest_of(v.bytes)),
                           (int)v.bundle.recipe.contents.n};
    return true;
}

void command_list(struct call *c, char **words) {
    struct keep_options o = {0};
    struct arguments rest = {0};
    struct store s;
    struct editions editions = {0};
    if (!keep_words(c, T("griot list"), words, true, 0, 1, &o, &rest, "") ||
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
