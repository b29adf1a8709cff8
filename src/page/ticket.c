/* See ticket.h. */
#include "page/ticket.h"

#include "page/furniture.h"

/* The page while it is made. */
struct ticket {
    struct list *list;
    struct setter setter;
    const struct style *style;
    enum lang lang;
    length y; /* of what was set last */
};

/* Shares of the measure and of the grid. */
enum { LABEL_PART = 4 /* of the measure, one */, VALUE_SIZE = 11 * PT, HAND_ROWS = 3 };

static struct lines set(struct ticket *t, enum role role, struct text text, length measure,
                        length size) {
    struct lines lines = {0};
    struct ragged_text how = {.role = role, .lang = t->list->lang, .measure = measure, .size = size,
                              .title = role == ROLE_DATELINE};
    lines_furniture(&t->setter, &how, text, &lines);
    return lines;
}

static void put_lines(struct ticket *t, const struct lines *lines, length x, length y, length step) {
    for (size_t i = 0; i < lines->n; i++)
        list_line(t->list, &lines->at[i], x, y + (length)i * step);
}

static void put_hairline(struct ticket *t, length y) {
    list_rule(t->list, PEN_RULE, t->style->left, y, style_measure(t->style), t->style->hairline);
}

static void put_heading(struct ticket *t, size_t anchor, struct text heading) {
    const struct style *s = t->style;
    length measure = style_measure(s), step = s->roles[ROLE_MASTHEAD].leading;
    struct lines title = set(t, ROLE_MASTHEAD, phrase_of(t->lang, PHRASE_TICKET), measure, 0);
    struct lines under = set(t, ROLE_DATE, heading, measure, 0);
    list_place(t->list, anchor, s->top);
    list_rule(t->list, PEN_ACCENT, s->left, s->top, measure, s->ministry_rule);
    t->y = s->top + step * 5 / 4;
    list_open(t->list, TAG_H1);
    put_lines(t, &title, s->left, t->y, step);
    list_close(t->list);
    t->y += (length)(title.n - 1) * step + s->grid * 3 / 2;
    list_open(t->list, TAG_P);
    put_lines(t, &under, s->left, t->y, s->roles[ROLE_DATE].leading);
    list_close(t->list);
    t->y += (length)(under.n - 1) * s->roles[ROLE_DATE].leading + s->grid;
    put_hairline(t, t->y);
}

static void put_row(struct ticket *t, const struct ticket_row *row) {
    const struct style *s = t->style;
    length label = style_measure(s) / LABEL_PART, value = style_measure(s) - label;
    enum role role = row->figures ? ROLE_DATELINE : ROLE_COLOPHON;
    length size = row->figures ? VALUE_SIZE * 9 / 11 : VALUE_SIZE, step = VALUE_SIZE * 4 / 3;
    /* a space behind the label parts it from its value for who hears or copies it */
    struct text name = TEXT_JOIN(t->setter.a, phrase_of(t->lang, row->label), T(" "));
    struct lines left = set(t, ROLE_DATELINE, name, label - s->grid, 0);
    struct lines right = set(t, role, row->says, value, size);
    size_t n = right.n > left.n ? right.n : left.n;
    if (!row->says.n) n = HAND_ROWS;
    length y = t->y + step * 5 / 4;
    list_open(t->list, TAG_P);
    put_lines(t, &left, s->left, y, s->roles[ROLE_DATELINE].leading);
    put_lines(t, &right, s->left + label, y, step);
    list_close(t->list);
    t->y = y + (length)(n - 1) * step + step * 5 / 8;
    put_hairline(t, t->y);
}

struct list *ticket_page(struct arena *a, struct diags *d, struct compositors *c,
                         const struct newsroom *n, struct text heading,
                         const struct ticket_row *rows, size_t nrows) {
    const struct look *look = compositors_look(c);
    struct ticket t = {.list = furniture_list(a, look, n), .setter = compositors_setter(c, d),
                       .style = look_style(look), .lang = n->lang};
    size_t anchor = list_anchor(t.list, T("ticket"), phrase_of(n->lang, PHRASE_TICKET), 1);
    list_new_page(t.list);
    list_open(t.list, TAG_DOCUMENT);
    put_heading(&t, anchor, heading);
    for (size_t i = 0; i < nrows; i++) put_row(&t, &rows[i]);
    list_close(t.list);
    return t.list;
}
