/* See contents.h. An entry is a communiqué's title, with its ministry's name above where that
 * begins; entries are never parted, nor a ministry with few of them. Where one is, its name stands
 * again above the next column. Columns are as low as they can be with their entries in order; what
 * does not fit on a page goes to the next. */
#include "page/contents.h"

#include "edition/ministries.h"
#include "edition/phrases.h"

enum {
    LEADER_LEAST = 2, /* fewer dots are not worth having */
    WHOLE = 3,        /* entries of a ministry that are not parted */
    TOGETHER = 2      /* entries of a ministry at the end or the start of a column */
};

struct entry {
    size_t communique;
    struct lines ministry; /* empty: the one above holds */
    const struct lines *again; /* the ministry's name as it stands above a further column */
    const struct lines *title;
    length height;
    size_t before, behind; /* entries of the same ministry */
};

/* A page number to be put in. */
struct number {
    size_t communique, page, mark; /* where its mark is in the list */
    length right;                  /* the edge it ends at */
};

struct numbers {
    struct number *at;
    size_t n, cap;
};

struct contents {
    struct numbers numbers;
};

/* The making of the contents. */
struct making {
    const struct furnishing *f;
    const struct targets *to;
    struct entry *entries;
    size_t n;
    struct contents *contents;
    length width;    /* of a column */
    length numbers;  /* room for a page number */
    length pitch;    /* of a leader's dots */
    struct line *leaders; /* by the number of their dots, once they are made */
};

static const struct role_style *role(const struct furnishing *f, enum role r) {
    return &f->style->roles[r];
}

/* Room for a page number: three digits, and a gap before them. */
static length number_room(const struct style *s) {
    return s->roles[ROLE_CONTENTS_PAGE].size * 9 / 4;
}

static length entry_indent(const struct style *s) {
    return s->roles[ROLE_CONTENTS_TITLE].size;
}

length contents_measure(const struct compositors *c) {
    const struct style *s = look_style(compositors_look(c));
    return style_column(s, s->contents_columns) - entry_indent(s) - number_room(s);
}

static length ministry_gap(const struct furnishing *f) {
    return role(f, ROLE_CONTENTS_MINISTRY)->leading * 2 / 5;
}

static length entry_height(const struct furnishing *f, const struct entry *e) {
    int64_t h = (int64_t)e->title->n * role(f, ROLE_CONTENTS_TITLE)->leading;
    if (e->ministry.n)
        h += (int64_t)e->ministry.n * role(f, ROLE_CONTENTS_MINISTRY)->leading + ministry_gap(f);
    return (length)h;
}

/* The name of the ministry whose entries begin at `e`, and how it is said again. */
static void name_ministry(const struct making *m, struct entry *e, struct text name) {
    const struct furnishing *f = m->f;
    struct ragged_text how = {.role = ROLE_CONTENTS_MINISTRY, .lang = f->list->lang,
                              .measure = m->width, .title = true};
    struct lines *again = arena_new(f->setter.a, struct lines, 1);
    *again = (struct lines){0};
    lines_furniture(&f->setter, &how, name, &e->ministry);
    if (e->behind)
        lines_furniture(&f->setter, &how,
                        TEXT_JOIN(f->setter.a, name,
                                  phrase_of(f->newsroom->lang, PHRASE_CONTINUED)), again);
    e->again = again;
}

static void make_entries(struct making *m, const struct galleys *galleys) {
    const struct communique *all = m->f->edition->at;
    m->n = galleys->n;
    m->entries = arena_new(m->f->setter.a, struct entry, m->n);
    for (size_t i = 0; i < m->n; i++) {
        struct entry *e = &m->entries[i];
        bool begins = !i || all[i].issuer != all[i - 1].issuer;
        *e = (struct entry){.communique = i, .title = &galleys->at[i].entry};
        if (!begins) {
            e->before = e[-1].before + 1;
            e->behind = e[-1].behind - 1;
            e->again = e[-1].again;
        } else {
            while (i + e->behind + 1 < m->n && all[i + e->behind + 1].issuer == all[i].issuer)
                e->behind++;
            name_ministry(m, e, all[i].issuer->name);
        }
        e->height = entry_height(m->f, e);
    }
}

/* What is put above entry i where a column starts with it inside of a ministry. */
static length again_height(const struct making *m, size_t i) {
    const struct entry *e = &m->entries[i];
    if (!e->before) return 0;
    return (length)e->again->n * role(m->f, ROLE_CONTENTS_MINISTRY)->leading;
}

/* Whether a column may end before entry i. */
static bool may_part(const struct making *m, size_t i) {
    if (i == m->n) return true;
    const struct entry *e = &m->entries[i];
    size_t all = e->before + e->behind + 1;
    return !e->before || (all > WHOLE && e->before >= TOGETHER && e->behind + 1 >= TOGETHER);
}

/* How many entries from `first` on a column of that height holds. It ends where it may; `full`:
 * anywhere, rather than leave much of it empty. */
static size_t column_fill(const struct making *m, size_t first, length height, bool full) {
    int64_t h = again_height(m, first), filled = 0;
    size_t i = first, good = first;
    for (; i < m->n; i++) {
        h += m->entries[i].height;
        if (i == first && m->entries[i].ministry.n) h -= ministry_gap(m->f);
        if (h > height) break;
        if (!may_part(m, i + 1)) continue;
        good = i + 1;
        filled = h;
    }
    return (full && filled * 3 < (int64_t)height * 2 ? i : good) - first;
}

static bool columns_hold(const struct making *m, size_t first, length height) {
    for (int c = 0; c < m->f->style->contents_columns && first < m->n; c++)
        first += column_fill(m, first, height, false);
    return first == m->n;
}

/* The least height, not above `most`, at which the entries from `first` on fit into the columns; 0
 * where they do not. */
static length column_height(const struct making *m, size_t first, length most) {
    length low = 0, high = most, step = role(m->f, ROLE_CONTENTS_TITLE)->leading / 4;
    if (!columns_hold(m, first, most)) return 0;
    while (high - low > step) {
        length middle = low + (high - low) / 2;
        if (columns_hold(m, first, middle)) high = middle;
        else low = middle;
    }
    return high;
}

/* One link over all lines of a row: an easy target for a finger, too. */
static void put_link(const struct making *m, size_t anchor, length x, length top, length y,
                     length width, enum role r) {
    length drop = role(m->f, r)->leading / 4;
    list_put(m->f->list, (struct mark){.kind = MARK_LINK, .number = (uint32_t)anchor, .x = x,
                                       .y = top + drop, .box = {width, y - top}});
}

static void measure_dots(struct making *m) {
    const struct furnishing *f = m->f;
    struct line one = furniture_line(f, ROLE_CONTENTS_TITLE, T("."), 0);
    struct line two = furniture_line(f, ROLE_CONTENTS_TITLE, T(".\u202f."), 0);
    m->pitch = line_width(&two) - line_width(&one);
    if (m->pitch > 0) m->leaders = arena_new(f->setter.a, struct line, (size_t)(m->width / m->pitch + 1));
}

/* A leader of n dots, made once. */
static const struct line *leader(const struct making *m, int64_t n) {
    struct build dots = {.arena = m->f->setter.a};
    if (m->leaders[n].nruns) return &m->leaders[n];
    for (int64_t i = 0; i < n; i++) build_text(&dots, i ? T("\u202f.") : T("."));
    m->leaders[n] = furniture_line(m->f, ROLE_CONTENTS_TITLE, build_done(&dots), 0);
    return &m->leaders[n];
}

/* Dots from the title's end to the page number, on one pitch for all entries. */
static void put_leader(const struct making *m, length from, length right, length y) {
    int64_t n = m->pitch > 0 ? (right - from - m->pitch) / m->pitch : 0;
    if (n < LEADER_LEAST) return;
    const struct line *line = leader(m, n);
    list_artifact(m->f->list, ARTIFACT_LAYOUT);
    list_line(m->f->list, line, right - line_width(line), y);
    list_end(m->f->list);
}

static length put_ministry(const struct making *m, const struct entry *e, length x, length y) {
    struct list *l = m->f->list;
    length top = y;
    list_open(l, TAG_REFERENCE);
    list_open(l, TAG_LINK);
    for (size_t i = 0; i < e->ministry.n; i++) {
        y += role(m->f, ROLE_CONTENTS_MINISTRY)->leading;
        list_line(l, &e->ministry.at[i], x, y);
    }
    put_link(m, m->to->ministries[e->communique], x, top, y, m->width, ROLE_CONTENTS_MINISTRY);
    list_close(l);
    list_close(l);
    return y;
}

static length put_title(const struct making *m, const struct entry *e, length x, length y) {
    struct list *l = m->f->list;
    struct text lang = communique_title_lang(&m->f->edition->at[e->communique]);
    bool foreign = !text_equal(lang, l->lang);
    length left = x + entry_indent(m->f->style), right = x + m->width, top = y;
    list_open(l, TAG_TOCI);
    list_open(l, TAG_REFERENCE);
    list_open(l, TAG_LINK);
    if (foreign) list_open_in(l, TAG_SPAN, lang, l->lang);
    for (size_t i = 0; i < e->title->n; i++) {
        y += role(m->f, ROLE_CONTENTS_TITLE)->leading;
        list_line(l, &e->title->at[i], left, y);
    }
    if (foreign) list_close(l);
    if (e->title->n)
        put_leader(m, left + line_width(&e->title->at[e->title->n - 1]), right - m->numbers, y);
    list_open(l, TAG_SPAN);
    list_put(l, (struct mark){.kind = MARK_TEXT, .what = ROLE_CONTENTS_PAGE, .y = y});
    arena_push(l->a, &m->contents->numbers,
               ((struct number){e->communique, l->pages.n - 1, list_page(l)->n - 1, right}));
    list_close(l);
    put_link(m, m->to->communiques[e->communique], left, top, y, right - left,
             ROLE_CONTENTS_TITLE);
    list_close(l);
    list_close(l);
    list_close(l);
    return y;
}

/* The name of a ministry that goes on in this column. */
static length put_again(const struct making *m, const struct entry *e, length x, length y) {
    list_artifact(m->f->list, ARTIFACT_LAYOUT);
    for (size_t i = 0; i < e->again->n; i++) {
        y += role(m->f, ROLE_CONTENTS_MINISTRY)->leading;
        list_line(m->f->list, &e->again->at[i], x, y);
    }
    list_end(m->f->list);
    return y;
}

/* One column of entries [first, first + n); a ministry's entries are an inner list of its own.
 * Returns its last baseline. */
static length put_column(const struct making *m, size_t first, size_t n, length x, length y) {
    struct list *l = m->f->list;
    if (n && m->entries[first].before) y = put_again(m, &m->entries[first], x, y);
    for (size_t i = first; i < first + n; i++) {
        const struct entry *e = &m->entries[i];
        if (e->ministry.n) {
            if (i > first) y += ministry_gap(m->f);
            list_open(l, TAG_TOCI);
            y = put_ministry(m, e, x, y);
            list_open(l, TAG_TOC);
        }
        y = put_title(m, e, x, y);
        if (!e->behind) {
            list_close(l);
            list_close(l);
        }
    }
    return y;
}

/* As many entries as the page holds below `top`; returns the next one, and in *bottom how far down
 * the columns reach. */
static size_t put_columns(const struct making *m, size_t first, length top, length most,
                          length *bottom) {
    const struct style *s = m->f->style;
    length height = column_height(m, first, most), lowest = top;
    bool full = !height;
    int used = 0;
    for (int c = 0; c < s->contents_columns && first < m->n; c++, used++) {
        size_t n = column_fill(m, first, full ? most : height, full);
        if (!n && !c) n = 1; /* taller than a page */
        length y = put_column(m, first, n, s->left + c * (m->width + s->gutter), top);
        if (y > lowest) lowest = y;
        first += n;
    }
    length drop = role(m->f, ROLE_CONTENTS_TITLE)->leading / 4;
    for (int c = 1; c < used && s->column_rule; c++)
        list_rule(m->f->list, PEN_RULE,
                  s->left + c * (m->width + s->gutter) - (s->gutter + s->column_rule) / 2,
                  top + drop, s->column_rule, lowest - top);
    *bottom = lowest + drop;
    return first;
}

static length page_bottom(const struct style *s) {
    return s->top + style_rows(s) * s->grid;
}

/* The top of a further page says what it goes on with. Returns where its columns begin. */
static length put_further(const struct making *m) {
    const struct furnishing *f = m->f;
    const struct role_style *head = role(f, ROLE_CONTENTS_HEAD);
    struct text heading = TEXT_JOIN(f->setter.a, phrase_of(f->newsroom->lang, PHRASE_CONTENTS),
                                    phrase_of(f->newsroom->lang, PHRASE_CONTINUED));
    struct line line = furniture_line(f, ROLE_CONTENTS_HEAD, heading, 0);
    length y = f->style->top + head->leading * 3 / 4;
    list_new_page(f->list);
    list_artifact(f->list, ARTIFACT_LAYOUT);
    list_line(f->list, &line, f->style->left, y);
    list_end(f->list);
    return y;
}

struct contents *contents_put(const struct furnishing *f, const struct galleys *galleys,
                              const struct targets *to, length top, length *bottom) {
    struct making m = {.f = f, .to = to};
    const struct style *s = f->style;
    struct text heading = phrase_of(f->newsroom->lang, PHRASE_CONTENTS);
    struct line head = furniture_line(f, ROLE_CONTENTS_HEAD, heading, 0);
    m.contents = arena_new(f->list->a, struct contents, 1);
    m.width = style_column(s, s->contents_columns);
    m.numbers = number_room(s);
    measure_dots(&m);
    make_entries(&m, galleys);
    length y = top + role(f, ROLE_CONTENTS_HEAD)->leading;
    list_place(f->list, to->self, top);
    list_open(f->list, TAG_H2);
    list_line(f->list, &head, s->left, y);
    list_close(f->list);
    list_open(f->list, TAG_TOC);
    for (size_t i = 0; i < m.n;) {
        length least = m.entries[i].height;
        if (y + least > page_bottom(s) && y > s->top + s->grid) y = put_further(&m);
        y += role(f, ROLE_CONTENTS_TITLE)->leading / 4;
        i = put_columns(&m, i, y, page_bottom(s) - y, bottom);
        y = page_bottom(s); /* what is left needs a new page */
    }
    list_close(f->list);
    return m.contents;
}

void contents_number(const struct furnishing *f, const struct contents *c,
                     const struct targets *to) {
    for (size_t i = 0; i < c->numbers.n; i++) {
        const struct number *n = &c->numbers.at[i];
        struct anchor *anchor = &f->list->anchors.at[to->communiques[n->communique]];
        int page = anchor->page;
        struct text says = TEXT_JOIN(f->list->a, phrase_of(f->newsroom->lang, PHRASE_PAGE),
                                     text_number(f->list->a, page));
        anchor->says = TEXT_JOIN(f->list->a, anchor->title, T(" — "),
                                 f->edition->at[n->communique].issuer->name, says);
        struct line line =
            furniture_line(f, ROLE_CONTENTS_PAGE, text_number(f->setter.a, page), 0);
        struct mark *mark = &f->list->pages.at[n->page].at[n->mark];
        list_say(f->list, mark - 1, says); /* the span around it: a bare number tells little */
        mark->run = &line.runs[0];
        mark->x = n->right - line_width(&line);
    }
}
