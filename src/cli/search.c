/* griot search: communiqués by their words. */
#include "cli/commands.h"

#include "base/json.h"
#include "cli/keep.h"

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
        json_text(b, "edition", name);
        json_text(b, "ministry", f->ministry);
        json_text(b, "title", f->title);
        json_number(b, "number", f->number);
        json_number(b, "page", f->page);
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

/* Why: the words, or nobody is called so. */
static void found_nothing(struct call *c, struct catalogue *catalogue, struct text ministry) {
    if (!ministry.n || catalogue_has_ministry(catalogue, ministry))
        DIAG0(&c->diags, (struct place){0}, SEARCH_NOTHING);
    else DIAG(&c->diags, (struct place){0}, SEARCH_NO_MINISTRY, ministry);
}

void command_search(struct call *c, char **words) {
    struct search_options o = {.limit = LIMIT};
    struct arguments rest = {0};
    struct store s;
    struct search search;
    if (!options_read(c->a, &c->diags, T("griot search"), words, search_options,
                      sizeof search_options / sizeof *search_options, &o, &rest))
        return;
    if (!rest.n) call_lacks(c, T("griot search"), "WORDS");
    search = (struct search){.ministry = o.ministry,
                             .limit = o.limit < LIMIT_MOST ? o.limit : LIMIT_MOST};
    if (!range_parse(o.range.n ? o.range : T("all"), &search.range))
        keep_tell_range(c, o.range);
    if (!diags_fine(&c->diags) || !keep_open(c, &o.keep, &s)) return;
    struct build all = {.arena = c->a};
    for (size_t i = 0; i < rest.n; i++) {
        if (i) build_char(&all, ' ');
        build_text(&all, rest.at[i]);
    }
    search.words = build_done(&all);
    struct catalogue *catalogue = catalogue_open(&s, &c->diags, false);
    if (!catalogue) {
        DIAG0(&c->diags, ((struct place){.file = s.root}), CATALOGUE_NEEDED);
        return;
    }
    struct found *found = arena_new(c->a, struct found, (size_t)search.limit);
    int n = catalogue_search(catalogue, c->a, &c->diags, &search, found);
    for (int i = 0; i < n; i++) found_row(c, &found[i], o.keep.json);
    if (!n && diags_fine(&c->diags)) found_nothing(c, catalogue, o.ministry);
    catalogue_close(catalogue);
}
