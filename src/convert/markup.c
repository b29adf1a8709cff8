/* See markup.h. */
#include "convert/markup.h"

#include "base/unicode.h"

enum { DEPTH_MOST = 6 }; /* of headings, and of lists within lists */

/* Markdown on its way. */
struct markup {
    struct arena *a;
    struct build out;
    size_t indent;             /* of a line's text */
    size_t widths[DEPTH_MOST]; /* of the markers of the items that are open */
    int depth;                 /* how many are */
    int list;                  /* the list of the last item; 0: the last part was none */
    bool other;                /* its marker is the other one, to part it from the list before */
};

static bool is_one_of(char c, const char *set) {
    for (; *set; set++)
        if (c == *set) return true;
    return false;
}

/* Whether the text, at the start of a line, would begin a block of another kind: how many bytes
 * stand before the sign that says so, or SIZE_MAX. */
static size_t block_sign(struct text t) {
    size_t digits = 0;
    if (!t.n) return SIZE_MAX;
    if (is_one_of(t.at[0], "+-=~")) return 0;
    while (digits < t.n && t.at[digits] >= '0' && t.at[digits] <= '9') digits++;
    return digits && digits < t.n && is_one_of(t.at[digits], ".)") ? digits : SIZE_MAX;
}

/* The text with what means something escaped (CommonMark 0.31, section 2.4). */
static void put_text(struct markup *m, struct text t, bool starts_line) {
    size_t sign = starts_line ? block_sign(t) : SIZE_MAX;
    for (size_t i = 0; i < t.n; i++) {
        char c = t.at[i];
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
        if (i == sign || is_one_of(c, "\\`*_[]<>&#")) build_char(&m->out, '\\');
        build_char(&m->out, c);
    }
}

/* --- looks --- */

/* What stands beside a delimiter, in the terms of section 6.2. */
enum beside {
    BESIDE_SPACE,
    BESIDE_POINT, /* ASCII punctuation */
    BESIDE_SIGN,  /* perhaps punctuation */
    BESIDE_LETTER,
    BESIDE_DELIMITER
};

static enum beside beside_of(uint32_t c) {
    if (c == ' ' || c == '\n' || c == 0xA0 || c == 0x202F || c == 0x2009) return BESIDE_SPACE;
    if (c < 0x80 && !unicode_letter(c) && !unicode_digit(c)) return BESIDE_POINT;
    return unicode_letter(c) || unicode_digit(c) || unicode_mark(c) ? BESIDE_LETTER : BESIDE_SIGN;
}

static enum beside before_end(const struct text t) {
    size_t i = t.n;
    return i ? beside_of(utf8_prev(t, &i)) : BESIDE_SPACE;
}

static enum beside at_start(const struct text t) {
    size_t i = 0;
    return t.n ? beside_of(utf8_next(t, &i)) : BESIDE_SPACE;
}

/* Whether delimiters may stand between what is outside and what is inside; cautious, as a sign that
 * is no punctuation counts as a letter there. */
static bool delimits(enum beside outside, enum beside inside) {
    if (outside == BESIDE_DELIMITER) return false;
    return inside == BESIDE_LETTER || outside == BESIDE_SPACE || outside == BESIDE_POINT;
}

/* What can be said of stretch i, with the blanks at its ends outside. */
struct said {
    struct text before, text, behind; /* blanks, text, blanks */
    const char *mark;                 /* of its look; "" for none */
};

static struct said say(const struct part *p, size_t i, bool after_mark) {
    static const char *const marks[] = {"", "*", "**", "***"};
    const struct stretch *s = &p->text.at[i];
    struct said r = {.text = text_trim(s->text), .mark = marks[s->look & 3]};
    size_t at = (size_t)(r.text.at - s->text.at);
    r.before = text_part(s->text, 0, r.text.n ? at : s->text.n);
    r.behind = text_after(s->text, r.text.n ? at + r.text.n : s->text.n);
    enum beside outer = i ? before_end(p->text.at[i - 1].text) : BESIDE_SPACE;
    if (i && p->text.at[i - 1].breaks) outer = BESIDE_SPACE;
    if (r.before.n) outer = BESIDE_SPACE;
    else if (after_mark) outer = BESIDE_DELIMITER;
    enum beside next = BESIDE_SPACE;
    if (!r.behind.n && !s->breaks && i + 1 < p->text.n) next = at_start(p->text.at[i + 1].text);
    bool linked = s->link.n; /* the delimiters stand inside the brackets, which are signs */
    enum beside first = at_start(r.text), last = before_end(r.text);
    bool can = linked ? first == BESIDE_LETTER && last == BESIDE_LETTER
                      : delimits(outer, first) && delimits(next, last);
    if (!r.text.n || !can) r.mark = "";
    return r;
}

static void put_address(struct markup *m, struct text t) {
    build_text(&m->out, T("](<"));
    for (size_t i = 0; i < t.n; i++) {
        if (is_one_of(t.at[i], "\\<>&")) build_char(&m->out, '\\');
        build_char(&m->out, t.at[i]);
    }
    build_text(&m->out, T(">)"));
}

static void put_indent(struct markup *m) {
    for (size_t i = 0; i < m->indent; i++) build_char(&m->out, ' ');
}

/* The part's stretches; the first begins a line. */
static void put_stretches(struct markup *m, const struct part *p) {
    bool starts = true, after_mark = false, one_line = p->kind == PART_HEADING;
    for (size_t i = 0; i < p->text.n; i++) {
        const struct stretch *s = &p->text.at[i];
        struct said r = say(p, i, after_mark);
        if (!starts) put_text(m, r.before, false);
        if (r.text.n && s->link.n) build_char(&m->out, '[');
        build_text(&m->out, text_of(r.mark));
        put_text(m, r.text, starts && !*r.mark && !s->link.n);
        build_text(&m->out, text_of(r.mark));
        if (r.text.n && s->link.n) put_address(m, s->link);
        starts &= !r.text.n;
        after_mark = *r.mark && !r.behind.n;
        bool last = i + 1 == p->text.n;
        if (s->breaks && !last && !starts && one_line) {
            build_char(&m->out, ' ');
        } else if (s->breaks && !last && !starts) {
            build_text(&m->out, T("\\\n"));
            put_indent(m);
            starts = true;
            after_mark = false;
        } else if (!last) {
            put_text(m, r.behind, false);
        }
    }
}

/* --- parts --- */

static void part_from(struct markup *m, bool tight) {
    build_text(&m->out, tight ? T("\n") : T("\n\n"));
}

/* An item at most one deeper than the one before. */
static void put_item(struct markup *m, const struct part *p) {
    bool follows = m->list && p->list == m->list;
    int depth = p->level < DEPTH_MOST ? p->level : DEPTH_MOST - 1;
    if (!m->list) m->depth = 0;
    if (depth > m->depth) depth = m->depth;
    if (!m->list) m->other = false;
    else if (!follows && !depth) m->other = !m->other;
    part_from(m, m->list && (follows || depth));
    m->indent = 0;
    for (int i = 0; i < depth; i++) m->indent += m->widths[i];
    put_indent(m);
    size_t start = m->out.n;
    if (p->ordered) build_int(&m->out, p->number);
    build_text(&m->out, p->ordered ? m->other ? T(") ") : T(". ") : m->other ? T("* ") : T("- "));
    m->widths[depth] = m->out.n - start;
    m->indent += m->widths[depth];
    m->depth = depth + 1;
    put_stretches(m, p);
    m->list = p->list;
    m->indent = 0;
}

static void put_file(struct markup *m, const struct part *p) {
    build_text(&m->out, T("!["));
    put_text(m, part_text(m->a, p), false);
    put_address(m, p->file);
}

static void put_part(struct markup *m, const struct part *p, int top) {
    if (p->kind == PART_ITEM) {
        put_item(m, p);
        return;
    }
    part_from(m, false);
    m->list = 0;
    if (p->kind == PART_FILE) {
        put_file(m, p);
        return;
    }
    if (p->kind == PART_QUOTE) build_text(&m->out, T("> "));
    if (p->kind == PART_HEADING) {
        int level = p->level - top + 2;
        for (int i = 0; i < level && i < DEPTH_MOST; i++) build_char(&m->out, '#');
        build_char(&m->out, ' ');
    }
    put_stretches(m, p);
}

/* The level of the highest heading, which comes right below the title. */
static int top_heading(const struct document *d) {
    int top = 9;
    for (size_t i = 0; i < d->parts.n; i++)
        if (d->parts.at[i].kind == PART_HEADING && d->parts.at[i].level < top)
            top = d->parts.at[i].level;
    return top;
}

struct text markup_write(struct arena *a, const struct document *d) {
    struct markup m = {.a = a, .out = {.arena = a}};
    int top = top_heading(d);
    build_text(&m.out, T("---\n"));
    if (d->title.n) {
        build_text(&m.out, T("title: "));
        build_quoted(&m.out, d->title);
        build_char(&m.out, '\n');
    }
    if (d->issuer.n) build_text(&m.out, TEXT_JOIN(a, T("ministry: "), d->issuer, T("\n")));
    build_text(&m.out, T("---"));
    for (size_t i = 0; i < d->parts.n; i++) put_part(&m, &d->parts.at[i], top);
    build_char(&m.out, '\n');
    return build_done(&m.out);
}
