/* griot ministry: the registry, listed and added to. */
#include "cli/commands.h"

#include "cli/options.h"
#include "edition/ministries.h"

struct ministry_options {
    struct text newsroom;
    struct given_date date, from;
    int precedence;
};

#define OPTION(field, name, type) {name, type, offsetof(struct ministry_options, field)}

static const struct option list_options[] = {
    OPTION(newsroom, "--newsroom", OPTION_TEXT),
    OPTION(date, "--date", OPTION_DATE),
};

static const struct option add_options[] = {
    OPTION(newsroom, "--newsroom", OPTION_TEXT),
    OPTION(from, "--from", OPTION_DATE),
    OPTION(precedence, "--precedence", OPTION_NUMBER),
};

static bool read_registry(struct call *c, const struct ministry_options *o,
                          struct ministries *out) {
    if (!call_find_data(c)) return false;
    struct text newsroom = call_newsroom(c, o->newsroom);
    return ministries_read(c->a, &c->diags, call_ministries(c, newsroom), out);
}

static void list(struct call *c, char **words) {
    struct ministry_options o = {0};
    struct arguments rest = {0};
    struct ministries m;
    if (!options_read(c->a, &c->diags, T("griot ministry list"), words, list_options,
                      sizeof list_options / sizeof *list_options, &o, &rest))
        return;
    if (rest.n) {
        DIAG(&c->diags, (struct place){0}, USAGE_ARGUMENTS, T("griot ministry list"), rest.at[0]);
        return;
    }
    if (!read_registry(c, &o, &m)) return;
    for (size_t i = 0; i < m.n; i++)
        if (!o.date.given || (m.at[i].from <= o.date.date && o.date.date <= m.at[i].to))
            ministry_print(&c->out, &m.at[i]);
}

static void add(struct call *c, char **words) {
    struct ministry_options o = {0};
    struct arguments rest = {0};
    struct ministries m;
    struct place nowhere = {0};
    if (!options_read(c->a, &c->diags, T("griot ministry add"), words, add_options,
                      sizeof add_options / sizeof *add_options, &o, &rest))
        return;
    if (rest.n < 2)
        call_lacks(c, T("griot ministry add"), "ACRONYM NAME");
    else if (rest.n > 2)
        DIAG(&c->diags, nowhere, USAGE_ARGUMENTS, T("griot ministry add"), rest.at[2]);
    if (!o.from.given)
        call_lacks(c, T("griot ministry add"), "--from");
    if (!diags_fine(&c->diags) || !read_registry(c, &o, &m)) return;
    struct ministry new = {.acronym = rest.at[0],
                           .name = rest.at[1],
                           .precedence = o.precedence ? o.precedence : PRECEDENCE_LAST,
                           .from = o.from.date,
                           .to = DATE_OPEN_FUTURE};
    if (!ministries_add(c->a, &c->diags, &m, &new)) return;
    build_text(&c->out, m.file);
    build_char(&c->out, '\n');
}

void command_ministry(struct call *c, char **words) {
    struct text what = text_of(*words);
    if (text_equal(what, T("list"))) list(c, words + 1);
    else if (text_equal(what, T("add"))) add(c, words + 1);
    else
        DIAG(&c->diags, (struct place){0}, USAGE_SUBCOMMAND, T("griot ministry"), T("list, add"));
}
