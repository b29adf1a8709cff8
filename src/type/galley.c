/* See galley.h. */
#include "type/galley.h"

#include "type/cast.h"
#include "type/french.h"
#include "type/standing.h"

/* So many words are kept for the next edition. Beyond that the names and numbers of past days would
 * take more, in memory and in what goes by their number, than shaping the usual words again. */
enum { WORDS_KEPT = 8192 };

struct compositor {
    struct words *words;
    struct arena lines, passing, scratch; /* see struct setter */
};

struct compositors {
    struct look *look;
    struct crew *crew;
    struct compositor *at;
    size_t n;
    struct standing *standing; /* of the first */
};

struct compositors *compositors_open(struct arena *a, struct look *look,
                                     const struct patterns *patterns, struct crew *crew) {
    size_t n = crew_size(crew);
    struct compositors *c = arena_new(a, struct compositors, 1);
    *c = (struct compositors){look, crew, arena_new(a, struct compositor, n), n, standing_open(a)};
    for (size_t i = 0; i < n; i++) {
        c->at[i].words = words_open(a, look, patterns);
        c->at[i].lines = arena_open((size_t)1 << 32);
        c->at[i].passing = arena_open((size_t)1 << 32);
        c->at[i].scratch = arena_open((size_t)1 << 30);
    }
    return c;
}

void compositors_close(struct compositors *c) {
    if (!c) return;
    standing_close(c->standing);
    for (size_t i = 0; i < c->n; i++) {
        words_close(c->at[i].words);
        arena_close(&c->at[i].lines);
        arena_close(&c->at[i].passing);
        arena_close(&c->at[i].scratch);
    }
}

struct look *compositors_look(const struct compositors *c) {
    return c->look;
}

struct setter compositors_setter(struct compositors *c, struct diags *diags) {
    return (struct setter){.a = &c->at[0].lines,
                           .passing = &c->at[0].passing,
                           .scratch = &c->at[0].scratch,
                           .look = c->look,
                           .words = c->at[0].words,
                           .diags = diags,
                           .standing = c->standing};
}

size_t compositors_lines(struct compositors *c, struct arena *out[WORKERS_MAX]) {
    for (size_t i = 0; i < c->n; i++) out[i] = &c->at[i].lines;
    return c->n;
}

void compositors_distribute(struct compositors *c) {
    for (size_t i = 0; i < c->n; i++) arena_clear(&c->at[i].passing);
}

void compositors_clear(struct compositors *c) {
    compositors_distribute(c);
    standing_clear(c->standing);
    for (size_t i = 0; i < c->n; i++) {
        arena_clear(&c->at[i].lines);
        if (words_count(c->at[i].words) > WORDS_KEPT) words_forget(c->at[i].words);
    }
}

/* The setting of one edition. */
struct setting {
    struct compositors *compositors;
    const struct edition *edition;
    const struct measures *measures;
    struct galley *galleys;
    struct diags *of_titles, *of_bodies; /* one a communiqué, so that complaints keep their order */
};

static struct setter setter_of(struct compositor *who, struct look *look, struct diags *diags) {
    *diags = diags_make(&who->lines);
    return (struct setter){.a = &who->lines,
                           .passing = &who->passing,
                           .scratch = &who->scratch,
                           .look = look,
                           .words = who->words,
                           .diags = diags};
}

static void set_title(struct setting *setting, size_t i, size_t worker) {
    const struct communique *c = &setting->edition->at[i];
    struct galley *galley = &setting->galleys[i];
    struct setter s = setter_of(&setting->compositors->at[worker], setting->compositors->look,
                                &setting->of_titles[i]);
    struct ragged_text title = {.communique = c, .role = ROLE_TITLE, .title = true,
                                .measure = setting->measures->title};
    struct ragged_text entry = {.communique = c, .role = ROLE_CONTENTS_TITLE,
                                .measure = setting->measures->entry};
    lines_ragged(&s, &title, &c->title, 1, &galley->title);
    struct diags unheard = diags_make(&setting->compositors->at[worker].lines);
    if (s.diags->n) s.diags = &unheard; /* what a title lacks is told once */
    lines_ragged(&s, &entry, &c->title, 1, &galley->entry);
}

static void set_body(struct setting *setting, size_t i, size_t worker) {
    const struct communique *c = &setting->edition->at[i];
    struct setter s = setter_of(&setting->compositors->at[worker], setting->compositors->look,
                                &setting->of_bodies[i]);
    cast_body(&s, c, setting->measures, &setting->galleys[i]);
}

static void set_communique(void *shared, size_t i, size_t worker) {
    set_title(shared, i, worker);
    set_body(shared, i, worker);
}

/* Opens the faces that this edition needs beyond those of every one. */
static void open_faces(struct diags *d, struct look *look, const struct edition *e) {
    uint64_t roles = 0;
    for (size_t i = 0; i < e->n; i++) roles |= cast_roles(&e->at[i]);
    for (enum role r = ROLE_HEADING; r < ROLE__MAX; r++)
        if (roles >> r & 1) look_need(look, d, r);
}

/* While one is corrected, others are set. */
struct galleys galleys_set(struct arena *a, struct diags *d, struct compositors *c,
                           struct edition *e, const struct measures *m) {
    struct arena *passing = &c->at[0].passing;
    struct communique *corrected = arena_new(a, struct communique, e->n);
    struct setting setting = {.compositors = c,
                              .edition = e,
                              .measures = m,
                              .galleys = arena_new(passing, struct galley, e->n),
                              .of_titles = arena_new(passing, struct diags, e->n),
                              .of_bodies = arena_new(passing, struct diags, e->n)};
    open_faces(d, c->look, e);
    const struct communique *imported = e->at;
    e->at = corrected;
    for (size_t i = 0; i < e->n; i++) {
        corrected[i] = french_communique(a, &imported[i]);
        crew_post(c->crew, i, i + 1, set_communique, &setting);
    }
    crew_finish(c->crew);
    for (size_t i = 0; i < e->n; i++) {
        diags_merge(d, &setting.of_titles[i]);
        diags_merge(d, &setting.of_bodies[i]);
    }
    return (struct galleys){setting.galleys, e->n};
}

/* One slug: its line, or what it is. */
static void print_slug(struct build *b, const struct galley *g, const struct slug *slug) {
    static const char *const kinds[] = {[SLUG_RULE] = "rule", [SLUG_INSET] = "inset"};
    if (slug->kind == SLUG_LINE) {
        for (size_t i = 0; i < slug->nstarts; i++)
            if (slug->starts[i].marker) lines_print(b, slug->starts[i].marker, 1);
        lines_print(b, &g->lines.at[slug->line], 1);
        return;
    }
    build_text(b, T("  "));
    build_text(b, text_of(kinds[slug->kind]));
    build_char(b, ' ');
    build_int(b, slug->rows);
    build_char(b, '\n');
}

void galleys_print(struct build *b, const struct galleys *g) {
    for (size_t i = 0; i < g->n; i++) {
        build_text(b, T("galley "));
        build_int(b, (int64_t)i + 1);
        build_text(b, T("\n title\n"));
        lines_print(b, g->at[i].title.at, g->at[i].title.n);
        build_text(b, T(" entry\n"));
        lines_print(b, g->at[i].entry.at, g->at[i].entry.n);
        build_text(b, T(" body\n"));
        for (size_t k = 0; k < g->at[i].body.n; k++) print_slug(b, &g->at[i], &g->at[i].body.at[k]);
    }
}
