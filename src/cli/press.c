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

/* What type is set from: patterns and faces. Opened beside other settings. */
struct typecase {
    struct press *press;
    struct text hyphens;
    bool styled; /* the style and the list of faces are read */
    struct diags diags;
};

static void open_typecase(void *shared, size_t i, size_t worker) {
    struct typecase *t = shared;
    struct press *p = t->press;
    (void)i, (void)worker; /* it is one job */
    p->patterns = patterns_load(&p->room, t->hyphens);
    if (!p->patterns) DIAG0(&t->diags, ((struct place){.file = t->hyphens}), HYPHENS_MISSING);
    if (t->styled) p->look = look_open(&p->room, &t->diags, &p->style, &p->files);
}

bool press_open(struct press *p, struct call *c, const struct press_settings *s) {
    *p = (struct press){.means = {crew_open(c->a, s->means.workers), s->means.foundry, &p->rooms},
                        .room = arena_open((size_t)1 << 30)};
    if (!call_find_data(c)) return false;
    struct typecase type = {.press = p, .hyphens = c->hyphens, .diags = diags_make(&p->room)};
    type.styled = font_files_read(c->a, &c->diags, c->fonts_yaml, c->fonts, &p->files);
    type.styled &= read_style(p, c, s->style);
    crew_post(p->means.crew, 0, 1, open_typecase, &type);
    p->converter = call_converter(c);
    p->paths.newsroom = call_newsroom(c, s->newsroom);
    p->paths.ministries = call_ministries(c, p->paths.newsroom);
    bool ok = newsroom_read(c->a, &c->diags, p->paths.newsroom, &p->newsroom);
    ok &= ministries_read(c->a, &c->diags, p->paths.ministries, &p->ministries);
    crew_finish(p->means.crew);
    diags_merge(&c->diags, &type.diags);
    if (!ok || !p->patterns || !p->look) return false;
    p->compositors = compositors_open(c->a, p->look, p->patterns, p->means.crew);
    return true;
}

void press_close(struct press *p) {
    compositors_close(p->compositors);
    look_close(p->look);
    crew_close(p->means.crew);
    arena_close(&p->room);
    rooms_close(&p->rooms);
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
