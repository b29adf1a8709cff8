/* See press.h. */
#include "cli/press.h"

#include "base/file.h"
#include "base/nearest.h"
#include "base/parallel.h"

/* Tells which styles there are. */
static void tell_unknown_style(struct call *c, struct text name) {
    struct names names = {0};
    struct build list = {.arena = c->a};
    if (!file_list(c->a, &c->diags, c->styles, &names)) return;
    for (size_t i = 0; i < names.n; i++) {
        struct text n = names.at[i];
        if (!text_ends(n, T(".yaml")) || text_equal(n, T("ministries.yaml")) ||
            text_equal(n, T("newsroom.yaml")))
            continue;
        if (list.n) build_text(&list, T(", "));
        build_text(&list, text_part(n, 0, n.n - 5));
    }
    DIAG(&c->diags, ((struct place){0}), STYLE_UNKNOWN, name, build_done(&list));
}

static bool read_style(struct press *p, struct call *c, struct text name) {
    struct text path = name.n ? name : T("officiel");
    if (!text_ends(path, T(".yaml"))) {
        path = file_path(c->a, c->styles, TEXT_JOIN(c->a, path, T(".yaml")));
        if (name.n && !file_exists(path)) {
            tell_unknown_style(c, name);
            return false;
        }
    }
    p->paths.style = path;
    return style_read(c->a, &c->diags, path, &p->style);
}

bool press_open(struct press *p, struct call *c, const struct press_settings *s) {
    *p = (struct press){.means = {crew_open(c->a, s->means.workers), s->means.foundry}};
    if (!call_find_data(c)) return false;
    p->patterns = patterns_load(c->a, c->hyphens);
    if (!p->patterns) DIAG0(&c->diags, ((struct place){.file = c->hyphens}), HYPHENS_MISSING);
    p->converter = call_converter(c);
    p->paths.newsroom = call_newsroom(c, s->newsroom);
    p->paths.ministries = call_ministries(c, p->paths.newsroom);
    bool ok = p->patterns != NULL;
    ok &= newsroom_read(c->a, &c->diags, p->paths.newsroom, &p->newsroom);
    ok &= ministries_read(c->a, &c->diags, p->paths.ministries, &p->ministries);
    ok &= font_files_read(c->a, &c->diags, c->fonts_yaml, c->fonts, &p->files);
    ok &= read_style(p, c, s->style);
    if (ok) p->look = look_open(c->a, &c->diags, &p->style, &p->files);
    if (!p->look) return false;
    p->compositors = compositors_open(c->a, p->look, p->patterns, p->means.crew);
    return true;
}

void press_close(struct press *p) {
    compositors_close(p->compositors);
    look_close(p->look);
    crew_close(p->means.crew);
}

struct import press_import(const struct press *p, const struct press_settings *s,
                           const struct text *paths, size_t npaths) {
    return (struct import){.paths = paths,
                           .npaths = npaths,
                           .has_date = s->date.given,
                           .date = s->date.date,
                           .number = s->number,
                           .converter = p->converter,
                           .ministries = &p->ministries,
                           .newsroom = &p->newsroom};
}
