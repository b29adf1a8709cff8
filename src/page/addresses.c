/* See addresses.h. */
#include "page/addresses.h"

#include "edition/phrases.h"

#include <string.h>

#define NOTE_SIZE (6 * PT)
#define NOTE_LEADING (13 * PT / 2)
#define NOTE_SAFE (17 * PT / 2) /* no ink nearer to the trim: cutting is no more exact */

enum { SAYS_CAP = 60 /* bytes of a link's words that are repeated, about */ };

/* A link as it is met. */
struct met {
    size_t page;       /* where it begins, from 0 */
    uint32_t number;   /* in the list */
    struct build says; /* its words */
};

struct noting {
    struct list *l;
    struct arena *a;
    struct setter setter;
    const struct style *style;
    enum lang lang;
    struct { struct met *at; size_t n, cap; } met;
};

/* --- which links there are --- */

static bool within(const struct mark *text, const struct mark *link) {
    return text->x >= link->x && text->x < link->x + link->box.width && text->y > link->y &&
           text->y <= link->y + link->box.height;
}

/* Adds the words in the box of the link, which stand before it on the page. */
static void read_words(struct build *says, const struct page *p, size_t link) {
    size_t from = link;
    while (from && (p->at[from - 1].kind == MARK_OPEN || p->at[from - 1].kind == MARK_CLOSE ||
                    (p->at[from - 1].kind == MARK_TEXT && within(&p->at[from - 1], &p->at[link]))))
        from--;
    bool divided = text_ends(build_done(says), T("\u00ad"));
    if (divided) says->n -= T("\u00ad").n;
    else if (says->n) build_char(says, ' ');
    for (size_t i = from; i < link; i++)
        if (p->at[i].kind == MARK_TEXT)
            line_text(says, &(struct line){.runs = p->at[i].run, .nruns = 1});
}

static void read_page(struct noting *n, size_t page) {
    const struct page *p = &n->l->pages.at[page];
    for (size_t i = 0; i < p->n; i++) {
        const struct mark *m = &p->at[i];
        if (m->kind != MARK_LINK || m->what != LINK_ADDRESS) continue;
        if (!n->met.n || n->met.at[n->met.n - 1].number != m->number)
            arena_push(n->a, &n->met, ((struct met){page, m->number, {.arena = n->a}}));
        read_words(&n->met.at[n->met.n - 1].says, p, i);
    }
}

/* --- which are noted, and how --- */

static struct text address_of(const struct noting *n, const struct met *m) {
    return link_written(n->l->links.at[m->number]);
}

/* Without what the end of a line may part or add. */
static struct text bare(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    for (size_t i = 0; i < t.n; i++)
        if (t.at[i] != ' ' && t.at[i] != '-' && t.at[i] != '/') build_char(&b, t.at[i]);
    return build_done(&b);
}

/* Whether the words are the address, with its scheme or without. */
static bool says_itself(const struct noting *n, const struct met *m) {
    const struct link *link = n->l->links.at[m->number];
    struct text says = bare(n->a, build_done(&m->says));
    return text_equal(says, bare(n->a, link_written(link))) ||
           text_equal(says, bare(n->a, link_without_scheme(link)));
}

static bool met_before(const struct noting *n, size_t i) {
    for (size_t k = i; k-- && n->met.at[k].page == n->met.at[i].page;)
        if (text_equal(address_of(n, &n->met.at[k]), address_of(n, &n->met.at[i]))) return true;
    return false;
}

/* Leaves those out that need no note. */
static void choose(struct noting *n) {
    size_t kept = 0;
    for (size_t i = 0; i < n->met.n; i++)
        if (!says_itself(n, &n->met.at[i]) && !met_before(n, i))
            n->met.at[kept++] = n->met.at[i];
    n->met.n = kept;
}

/* «p. 2, le budget : https://…» */
static void build_note(const struct noting *n, struct build *b, const struct met *m, size_t page) {
    struct text says = text_trim(build_done(&m->says));
    size_t end = 0;
    while (end < says.n && end < SAYS_CAP) utf8_next(says, &end);
    size_t word = end; /* that is cut: it goes as a whole */
    while (word && end < says.n && says.at[word] != ' ') word--;
    if (word) end = word;
    if (m->page != page) {
        build_text(b, phrase_of(n->lang, PHRASE_PAGE_SHORT));
        build_int(b, (int64_t)m->page + 1);
        build_text(b, T(", "));
    }
    build_text(b, text_trim_end(text_part(says, 0, end)));
    if (end < says.n) build_text(b, T("…"));
    build_text(b, phrase_of(n->lang, PHRASE_COLON));
    build_text(b, address_of(n, m));
}

/* --- at the foot --- */

static length first_line(const struct noting *n) {
    return n->style->foot + NOTE_LEADING + 5 * PT / 4;
}

/* How many lines there is room for. */
static size_t rows_of(const struct noting *n) {
    int64_t room = (int64_t)n->style->height - NOTE_SAFE - NOTE_SIZE / 4 - first_line(n);
    return room < 0 ? 0 : (size_t)(room / NOTE_LEADING) + 1;
}

static struct lines set(struct noting *n, struct text t) {
    struct lines lines = {0};
    struct ragged_text how = {.role = ROLE_COLOPHON, .lang = n->l->lang,
                              .measure = style_measure(n->style), .size = NOTE_SIZE};
    lines_furniture(&n->setter, &how, t, &lines);
    return lines;
}

static void tell(struct noting *n, const struct met *m) {
    DIAG(n->setter.diags, ((struct place){0}), PRINT_NO_ADDRESS, address_of(n, m),
         text_number(n->a, (int64_t)m->page + 1));
}

/* The page's furniture with the lines behind it. */
static void add_lines(struct noting *n, struct page *p, const struct lines *lines) {
    size_t runs = 0, at = p->nfurniture;
    for (size_t i = 0; i < lines->n; i++) runs += lines->at[i].nruns;
    struct mark *marks = arena_new(n->a, struct mark, at + runs + 2);
    memcpy(marks, p->furniture, at * sizeof *marks);
    marks[at++] = (struct mark){.kind = MARK_ARTIFACT, .what = ARTIFACT_FOOTER};
    for (size_t i = 0; i < lines->n; i++)
        for (size_t k = 0; k < lines->at[i].nruns; k++) {
            const struct run *run = &lines->at[i].runs[k];
            marks[at++] = (struct mark){.kind = MARK_TEXT, .what = run->role, .run = run,
                                        .x = n->style->left + run->x,
                                        .y = first_line(n) + (length)i * NOTE_LEADING};
        }
    marks[at++] = (struct mark){.kind = MARK_END};
    p->furniture = marks;
    p->nfurniture = at;
}

/* Notes from `next` on at the foot of the page, as many as there is room for, of links that were met
 * by then; returns the next. */
static size_t put_notes(struct noting *n, size_t page, size_t next) {
    struct build b = {.arena = n->a};
    struct lines put = {0};
    for (; next < n->met.n && n->met.at[next].page <= page; next++) {
        if (put.n) build_text(&b, T("\u00a0· ")); /* never at the start of a line */
        build_note(n, &b, &n->met.at[next], page);
        struct lines lines = set(n, build_done(&b));
        bool fits = lines.n <= rows_of(n);
        if (!fits && put.n) break;
        if (fits) put = lines;
        else tell(n, &n->met.at[next]);
        if (!fits) b.n = 0;
    }
    if (put.n) add_lines(n, &n->l->pages.at[page], &put);
    return next;
}

void addresses_note(struct list *l, struct diags *d, struct compositors *c,
                    const struct newsroom *newsroom) {
    struct noting n = {.l = l, .a = l->a, .setter = compositors_setter(c, d),
                       .style = look_style(compositors_look(c)), .lang = newsroom->lang};
    size_t next = 0;
    for (size_t i = 0; i < l->pages.n; i++) read_page(&n, i);
    choose(&n);
    for (size_t i = 0; i < l->pages.n; i++) next = put_notes(&n, i, next);
    for (; next < n.met.n; next++) tell(&n, &n.met.at[next]);
}
