/* See list.h. */
#include "page/list.h"

#include <assert.h>

static const char *const tag_names[] = {
    [TAG_DOCUMENT] = "Document",
    [TAG_H1] = "H1",
    [TAG_H2] = "H2",
    [TAG_H3] = "H3",
    [TAG_H4] = "H4",
    [TAG_H5] = "H5",
    [TAG_H6] = "H6",
    [TAG_P] = "P",
    [TAG_L] = "L",
    [TAG_L_NUMBERED] = "L",
    [TAG_LI] = "LI",
    [TAG_LBL] = "Lbl",
    [TAG_LBODY] = "LBody",
    [TAG_BLOCK_QUOTE] = "BlockQuote",
    [TAG_CODE] = "Code",
    [TAG_FIGURE] = "Figure",
    [TAG_TABLE] = "Table",
    [TAG_CAPTION] = "Caption",
    [TAG_TR] = "TR",
    [TAG_TH] = "TH",
    [TAG_TD] = "TD",
    [TAG_TOC] = "TOC",
    [TAG_TOCI] = "TOCI",
    [TAG_REFERENCE] = "Reference",
    [TAG_LINK] = "Link",
    [TAG_SPAN] = "Span",
    [TAG_SECT] = "Sect",
    [TAG_ART] = "Art",
    [TAG_FORM] = "Form",
};
static_assert(sizeof tag_names / sizeof *tag_names == TAG__MAX, "a name for each tag");

struct text tag_name(enum tag t) {
    return text_of(tag_names[t]);
}

struct page *list_page(struct list *l) {
    return &l->pages.at[l->pages.n - 1];
}

struct list *list_make(struct arena *a) {
    struct list *l = arena_new(a, struct list, 1);
    *l = (struct list){.a = a, .marks = arena_open((size_t)1 << 32)};
    return l;
}

void list_drop(struct list *l) {
    if (l) arena_close(&l->marks);
}

/* The arenas that pages are in: of marks, and of runs. */
static struct arena *room_at(struct list *l, size_t i) {
    return i ? l->lines.at[i - 1] : &l->marks;
}

static void lower(const char **lowest, const char *at) {
    if (!*lowest || at < *lowest) *lowest = at;
}

/* What the marks show is behind their pieces, of all that they have in an arena. */
static void lower_to_marks(struct list *l, const struct mark *marks, size_t n, const char **lowest) {
    for (size_t i = 0; i < n; i++) {
        if (marks[i].kind != MARK_TEXT) continue;
        const char *at = (const char *)marks[i].run->pieces;
        for (size_t k = 1; k <= l->lines.n; k++)
            if (at >= room_at(l, k)->base && at < room_at(l, k)->end) lower(&lowest[k], at);
    }
}

/* For each page and arena, where the first thing stands that this page or a later one shows. */
static void find_lowest(struct list *l) {
    size_t rooms = l->lines.n + 1;
    l->lowest = arena_new(l->a, const char *, l->pages.n * rooms);
    for (size_t i = l->pages.n; i--;) {
        const char **lowest = l->lowest + i * rooms;
        const struct page *page = &l->pages.at[i];
        for (size_t k = 0; k < rooms && i + 1 < l->pages.n; k++) lowest[k] = lowest[rooms + k];
        lower(&lowest[0], (const char *)page->at);
        lower_to_marks(l, page->at, page->n, lowest);
        lower_to_marks(l, page->furniture, page->nfurniture, lowest);
    }
}

void list_spend(struct list *l, size_t page) {
    size_t rooms = l->lines.n + 1;
    if (page >= l->pages.n) return;
    if (!l->lowest) find_lowest(l);
    for (size_t k = 0; k < rooms; k++) {
        const char *at = l->lowest[page * rooms + k];
        if (at) arena_spend(room_at(l, k), at);
    }
}

/* Gives back the room a finished page did not need. */
static void trim(struct list *l, struct page *page) {
    if ((char *)(page->at + page->cap) != l->marks.at) return;
    l->marks.at = (char *)(page->at + page->n);
    page->cap = page->n;
}

struct page *list_new_page(struct list *l) {
    if (l->pages.n) trim(l, list_page(l));
    arena_push(l->a, &l->pages, ((struct page){0}));
    return list_page(l);
}

struct mark *list_put(struct list *l, struct mark m) {
    struct page *page = list_page(l);
    arena_push(&l->marks, page, m);
    return &page->at[page->n - 1];
}

void list_text(struct list *l, const struct run *run, length x, length y) {
    list_put(l, (struct mark){.kind = MARK_TEXT, .what = run->role, .x = x, .y = y, .run = run});
}

void list_line(struct list *l, const struct line *line, length x, length y) {
    for (size_t i = 0; i < line->nruns; i++)
        list_text(l, &line->runs[i], x + line->runs[i].x, y);
}

void list_rule(struct list *l, enum pen pen, length x, length y, length width, length height) {
    list_put(l, (struct mark){.kind = MARK_RULE, .what = (uint8_t)pen, .x = x, .y = y,
                              .box = {width, height}});
}

struct mark *list_open_in(struct list *l, enum tag tag, struct text lang, struct text around) {
    size_t i = 0;
    struct mark *mark = list_open(l, tag);
    if (text_equal(lang, around)) return mark;
    while (i < l->langs.n && !text_equal(l->langs.at[i], lang)) i++;
    if (i == l->langs.n) arena_push(l->a, &l->langs, lang);
    mark->number = (uint32_t)i + 1;
    return mark;
}

struct mark *list_open(struct list *l, enum tag tag) {
    return list_put(l, (struct mark){.kind = MARK_OPEN, .what = (uint8_t)tag, .says = NULL});
}

void list_say(struct list *l, struct mark *open, struct text says) {
    struct text *kept = arena_new(l->a, struct text, 1);
    *kept = says;
    open->says = kept;
}

void list_image(struct list *l, const struct picture *p, length x, length y, struct box box) {
    size_t i = 0;
    while (i < l->pictures.n && l->pictures.at[i] != p) i++;
    if (i == l->pictures.n) arena_push(l->a, &l->pictures, p);
    list_put(l, (struct mark){.kind = MARK_IMAGE, .number = (uint32_t)i, .x = x, .y = y,
                              .box = box});
}

void list_close(struct list *l) {
    list_put(l, (struct mark){.kind = MARK_CLOSE});
}

void list_artifact(struct list *l, enum artifact kind) {
    list_put(l, (struct mark){.kind = MARK_ARTIFACT, .what = (uint8_t)kind});
}

void list_end(struct list *l) {
    list_put(l, (struct mark){.kind = MARK_END});
}

void list_link(struct list *l, const struct link *link, length x, length y, struct box box) {
    if (!l->links.n || l->links.at[l->links.n - 1] != link) arena_push(l->a, &l->links, link);
    list_put(l, (struct mark){.kind = MARK_LINK, .what = LINK_ADDRESS,
                              .number = (uint32_t)l->links.n - 1, .x = x, .y = y, .box = box});
}

size_t list_anchor(struct list *l, struct text name, struct text title, int level) {
    arena_push(l->a, &l->anchors,
               ((struct anchor){.name = name, .title = title, .level = level}));
    return l->anchors.n - 1;
}

void list_place(struct list *l, size_t anchor, length y) {
    l->anchors.at[anchor].page = (int)l->pages.n;
    l->anchors.at[anchor].y = y;
    arena_push(l->a, &l->placed, anchor);
    list_put(l, (struct mark){.kind = MARK_ANCHOR, .number = (uint32_t)anchor, .y = y});
}

/* --- printing --- */

static void print_place(struct build *b, const struct mark *m) {
    build_char(b, ' ');
    build_length(b, m->x, 2);
    build_char(b, ' ');
    build_length(b, m->y, 2);
}

static void print_pen(struct build *b, uint8_t pen) {
    static const char *const names[] = {"accent", "rule", "flag", "flag-2", "flag-3", "proof"};
    build_char(b, ' ');
    build_text(b, pen < ROLE__MAX ? role_name((enum role)pen) : text_of(names[pen - ROLE__MAX]));
}

static void print_run(struct build *b, const struct run *run) {
    struct line line = {.runs = run, .nruns = 1};
    struct build text = {.arena = b->arena};
    line_text(&text, &line);
    build_char(b, ' ');
    build_length(b, run->size, 2);
    build_char(b, ' ');
    build_length(b, run->space, 3);
    build_char(b, ' ');
    build_length(b, mul_div(run->scale, (int64_t)100 * PT, SHARE_ONE), 2);
    build_char(b, ' ');
    build_quoted(b, build_done(&text));
}

static void print_mark(struct build *b, const struct list *l, const struct mark *m) {
    static const char *const kinds[] = {"text", "rule",  "link",     "image", "anchor",
                                        "open", "close", "artifact", "end"};
    static const char *const artifacts[] = {"header", "footer", "layout"};
    build_text(b, T("  "));
    build_text(b, text_of(kinds[m->kind]));
    if (m->kind <= MARK_ANCHOR) print_place(b, m);
    if (m->kind == MARK_TEXT || m->kind == MARK_RULE) print_pen(b, m->what);
    if (m->kind == MARK_TEXT) print_run(b, m->run);
    if (m->kind == MARK_RULE || m->kind == MARK_LINK || m->kind == MARK_IMAGE) {
        build_char(b, ' ');
        build_length(b, m->box.width, 2);
        build_char(b, ' ');
        build_length(b, m->box.height, 2);
    }
    if (m->kind == MARK_LINK && m->what == LINK_ADDRESS) {
        build_char(b, ' ');
        build_text(b, l->links.at[m->number]->address);
    } else if (m->kind == MARK_LINK || m->kind == MARK_ANCHOR) {
        build_char(b, ' ');
        build_text(b, l->anchors.at[m->number].name);
    }
    if (m->kind == MARK_OPEN) {
        build_char(b, ' ');
        build_text(b, tag_name((enum tag)m->what));
        if (m->number) build_text(b, T(" lang "));
        if (m->number) build_text(b, l->langs.at[m->number - 1]);
        if (m->says) build_char(b, ' ');
        if (m->says) build_quoted(b, *m->says);
    }
    if (m->kind == MARK_ARTIFACT) {
        build_char(b, ' ');
        build_text(b, text_of(artifacts[m->what]));
    }
    build_char(b, '\n');
}

void list_print(struct build *b, const struct list *l) {
    for (size_t i = 0; i < l->pages.n; i++) {
        const struct page *page = &l->pages.at[i];
        build_text(b, T("page "));
        build_int(b, (int64_t)i + 1);
        build_char(b, '\n');
        for (size_t k = 0; k < page->n; k++) print_mark(b, l, &page->at[k]);
        build_text(b, T("furniture\n"));
        for (size_t k = 0; k < page->nfurniture; k++) print_mark(b, l, &page->furniture[k]);
    }
}
