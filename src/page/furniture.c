/* See furniture.h. Distances are in shares of the grid or of the type they belong to, so that one
 * description serves every style. */
#include "page/furniture.h"

#include "base/unicode.h"
#include "edition/ministries.h"
#include "edition/phrases.h"

enum { ENDLESS = 4000 * PT, TITLE_GROWS = 3 /* the masthead's title, times its least size */ };

static struct text in_capitals(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    for (size_t i = 0; i < t.n;) build_code(&b, unicode_to_upper(utf8_next(t, &i)));
    return build_done(&b);
}

static struct text lang_of(const struct furnishing *f) {
    return f->list->lang;
}

static void set_text(const struct furnishing *f, enum role role, struct text text, length measure,
                     length size, bool title, struct lines *out) {
    struct ragged_text how = {
        .role = role, .lang = lang_of(f), .measure = measure, .size = size, .title = title};
    if (f->style->roles[role].capitals) text = in_capitals(f->setter.a, text);
    lines_furniture(&f->setter, &how, text, out);
}

struct line furniture_line(const struct furnishing *f, enum role role, struct text text,
                           length size) {
    struct lines lines = {0};
    set_text(f, role, text, ENDLESS, size, false, &lines);
    return lines.n ? lines.at[0] : (struct line){0};
}

/* How wide a text would be; nothing is kept of it. */
static length trial_width(const struct furnishing *f, enum role role, struct text text) {
    struct arena scratch = *f->setter.a, passing = *f->setter.passing;
    struct furnishing trial = *f;
    trial.setter.a = &scratch;
    trial.setter.passing = &passing;
    trial.setter.standing = NULL;
    struct line line = furniture_line(&trial, role, text, 0);
    return line_width(&line);
}

/* Where a line goes on the measure. */
enum align { LEFT, CENTRE, RIGHT };

static void put_aligned(const struct furnishing *f, const struct line *line, enum align align,
                        length y) {
    length spare = style_measure(f->style) - line_width(line);
    length x = f->style->left + (align == LEFT ? 0 : align == RIGHT ? spare : spare / 2);
    list_line(f->list, line, x, y);
}

/* A line that is an element of its own. */
static void put_tagged(const struct furnishing *f, enum tag tag, const struct line *line,
                       enum align align, length y) {
    if (!line->nruns) return;
    list_open(f->list, tag);
    put_aligned(f, line, align, y);
    list_close(f->list);
}

static length leading(const struct furnishing *f, enum role r) {
    return f->style->roles[r].leading;
}

static void hairline(const struct furnishing *f, length y) {
    list_rule(f->list, PEN_RULE, f->style->left, y, style_measure(f->style), f->style->hairline);
}

struct list *furniture_list(struct arena *a, const struct look *look,
                            const struct newsroom *newsroom) {
    const struct style *s = look_style(look);
    struct list *l = list_make(a);
    l->width = s->width;
    l->height = s->height;
    l->lang = newsroom_lang(newsroom);
    l->look = look;
    for (int i = 0; i < ROLE__MAX; i++) {
        l->pens[i] = s->roles[i].colour.screen;
        l->tracking[i] = s->roles[i].tracking;
    }
    l->pens[PEN_ACCENT] = s->accent.screen;
    l->pens[PEN_RULE] = s->rule.screen;
    l->pens[PEN_PROOF] = (struct colour){200, 0, 0};
    for (int i = 0; i < FLAG_COLOURS; i++) l->pens[PEN_FLAG + i] = newsroom->flag[i].screen;
    return l;
}

/* --- masthead --- */

/* State and motto at the height of a running head; stacked where they do not fit side by side. */
static length put_state(const struct furnishing *f, length y) {
    struct line state = furniture_line(f, ROLE_STATE, f->newsroom->state, 0);
    struct line motto = furniture_line(f, ROLE_MOTTO, f->newsroom->motto, 0);
    bool beside = line_width(&state) + line_width(&motto) + 2 * f->style->grid <=
                  style_measure(f->style);
    put_tagged(f, TAG_P, &state, LEFT, y);
    if (!beside && state.nruns && motto.nruns) y += leading(f, ROLE_MOTTO);
    put_tagged(f, TAG_P, &motto, beside ? RIGHT : LEFT, y);
    return y;
}

static length put_flag(const struct furnishing *f, length y) {
    length width = style_measure(f->style), x = f->style->left;
    if (!f->newsroom->has_flag || !f->style->flag) return y;
    for (int i = 0; i < FLAG_COLOURS; i++) {
        length to = f->style->left + width * (int64_t)(i + 1) / FLAG_COLOURS;
        list_rule(f->list, (enum pen)(PEN_FLAG + i), x, y, to - x, f->style->flag);
        x = to;
    }
    return y + f->style->flag;
}

/* The title in as few lines as its least size allows, grown until the widest fills the measure. */
static length put_title(const struct furnishing *f, length y) {
    length least = f->style->roles[ROLE_MASTHEAD].size, measure = style_measure(f->style);
    length widest = 1;
    struct lines small = {0}, lines = {0};
    set_text(f, ROLE_MASTHEAD, f->newsroom->title, measure, least, true, &small);
    for (size_t i = 0; i < small.n; i++)
        if (line_width(&small.at[i]) > widest) widest = line_width(&small.at[i]);
    int64_t size = (int64_t)least * measure / widest;
    if (size > (int64_t)TITLE_GROWS * least) size = (int64_t)TITLE_GROWS * least;
    set_text(f, ROLE_MASTHEAD, f->newsroom->title, measure + PT, (length)size, true, &lines);
    const struct cut *cut = look_cut(f->setter.look, look_role(f->setter.look, ROLE_MASTHEAD));
    length caps = (length)mul_div(size, font_facts(cut->font)->cap_height, EM);
    y += f->style->grid * 3 / 2 + caps;
    list_open(f->list, TAG_H1);
    for (size_t i = 0; i < lines.n; i++) {
        if (i) y += (length)mul_div(size, leading(f, ROLE_MASTHEAD), least);
        put_aligned(f, &lines.at[i], LEFT, y);
    }
    list_close(f->list);
    return y;
}

/* Number, date and counts between two rules; one under the other where the measure is narrow. */
static length put_dateline(const struct furnishing *f, length y) {
    struct arena *a = f->setter.a;
    const struct edition *e = f->edition;
    const struct newsroom *n = f->newsroom;
    struct line parts[] = {furniture_line(f, ROLE_DATELINE, edition_number(a, e, n), 0),
                           furniture_line(f, ROLE_DATE, edition_day(a, e, n), 0),
                           furniture_line(f, ROLE_DATELINE, edition_counts(a, e, n), 0)};
    /* the date is in the middle: what stands beside it has half of the rest */
    length room = (style_measure(f->style) - line_width(&parts[1])) / 2 - f->style->grid;
    bool narrow = line_width(&parts[0]) > room || line_width(&parts[2]) > room;
    length step = leading(f, ROLE_DATELINE);
    hairline(f, y);
    for (int i = 0; i < 3; i++) {
        if (!i || narrow) y += step;
        put_tagged(f, TAG_P, &parts[i], narrow ? LEFT : (enum align)i, y);
    }
    y += step * 5 / 8;
    hairline(f, y);
    return y + f->style->hairline;
}

/* What makes this edition another than the ordinary one of its day. */
static length put_notice(const struct furnishing *f, length y) {
    struct lines lines = {0};
    struct text notice = edition_notice(f->setter.a, f->edition, f->newsroom);
    if (!notice.n) return y;
    set_text(f, ROLE_DATE, notice, style_measure(f->style), 0, false, &lines);
    list_open(f->list, TAG_P);
    for (size_t i = 0; i < lines.n; i++) {
        y += leading(f, ROLE_DATE);
        put_aligned(f, &lines.at[i], LEFT, y);
    }
    list_close(f->list);
    y += leading(f, ROLE_DATE) * 5 / 8;
    hairline(f, y);
    return y + f->style->hairline;
}

length furniture_masthead(const struct furnishing *f) {
    length y = put_state(f, f->style->head);
    y = put_flag(f, y + f->style->grid * 5 / 4);
    y = put_title(f, y);
    return put_notice(f, put_dateline(f, y + f->style->grid * 5 / 4));
}

/* --- colophon --- */

static struct text family_of(const struct furnishing *f, enum role r) {
    struct text name = f->style->roles[r].face;
    size_t i = name.n;
    while (i && name.at[i - 1] != ' ') i--;
    return text_trim_end(text_part(name, 0, i));
}

/* «Gentium Book Plus et Inter»: the faces of roles that were needed. */
static void build_families(const struct furnishing *f, struct build *b) {
    struct text seen[ROLE__MAX];
    size_t n = 0;
    for (enum role r = 0; r < ROLE__MAX; r++) {
        struct text family = family_of(f, r);
        size_t k = 0;
        if (!look_cut(f->setter.look, look_role(f->setter.look, r))->font) continue;
        while (k < n && !text_starts(family, seen[k])) k++; /* «… Bold» of «… Bold Italic» */
        if (k == n) seen[n++] = family;
    }
    for (size_t i = 0; i < n; i++) {
        if (i) build_text(b, i + 1 == n ? phrase_of(f->newsroom->lang, PHRASE_AND) : T(", "));
        build_text(b, seen[i]);
    }
}

/* One paragraph of the colophon. */
static void colophon_text(const struct furnishing *f, enum role role, struct text text,
                          struct lines *out) {
    size_t first = out->n;
    set_text(f, role, text, style_measure(f->style), 0, false, out);
    if (out->n == first) return;
    out->at[first].flags |= LINE_FIRST;
    out->at[out->n - 1].flags |= LINE_LAST;
}

static void colophon_lines(const struct furnishing *f, struct lines *out) {
    const struct newsroom *n = f->newsroom;
    struct arena *a = f->setter.a;
    struct build faces = {.arena = a};
    colophon_text(f, ROLE_COLOPHON_HEAD, edition_heading(a, f->edition, n), out);
    colophon_text(f, ROLE_COLOPHON, newsroom_imprint(a, n), out);
    build_text(&faces, phrase_of(n->lang, PHRASE_SET_IN));
    build_families(f, &faces);
    build_char(&faces, '.');
    if (n->contact.n) {
        build_char(&faces, ' ');
        build_text(&faces, phrase_of(n->lang, PHRASE_ERRORS));
        build_text(&faces, n->contact);
        build_char(&faces, '.');
    }
    colophon_text(f, ROLE_COLOPHON, build_done(&faces), out);
    colophon_text(f, ROLE_COLOPHON, edition_witness(a, f->edition, n), out);
}

static length colophon_top(const struct furnishing *f) {
    return f->style->grid;
}

length furniture_colophon_height(const struct furnishing *f) {
    struct lines lines = {0};
    colophon_lines(f, &lines);
    return (length)(colophon_top(f) + (int64_t)leading(f, ROLE_COLOPHON) * (int64_t)lines.n);
}

void furniture_colophon(const struct furnishing *f, length bottom) {
    struct lines lines = {0};
    length step = leading(f, ROLE_COLOPHON);
    colophon_lines(f, &lines);
    length y = bottom - furniture_colophon_height(f);
    hairline(f, y);
    y += colophon_top(f) - step / 4;
    for (size_t i = 0; i < lines.n; i++) {
        y += step;
        if (lines.at[i].flags & LINE_FIRST) list_open(f->list, TAG_P);
        put_aligned(f, &lines.at[i], LEFT, y);
        if (lines.at[i].flags & LINE_LAST) list_close(f->list);
    }
}

/* --- running heads and feet --- */

/* «MSDS · MMEIA», with … behind as many as fit. */
static struct text acronyms(const struct furnishing *f, struct on_page who) {
    struct build b = {.arena = f->setter.a};
    for (size_t i = 0; i < who.n; i++) {
        size_t before = b.n;
        if (i) build_text(&b, T(" · "));
        build_text(&b, who.at[i]->acronym);
        if (trial_width(f, ROLE_RUNNING, build_done(&b)) <= style_measure(f->style) / 2) continue;
        b.n = before;
        build_text(&b, T(" …"));
        break;
    }
    return build_done(&b);
}

static void put_head(const struct furnishing *f, const struct line *title, struct on_page who) {
    struct line names = furniture_line(f, ROLE_RUNNING, acronyms(f, who), 0);
    list_artifact(f->list, ARTIFACT_HEADER);
    if (line_width(title) + line_width(&names) + f->style->grid <= style_measure(f->style))
        put_aligned(f, title, LEFT, f->style->head);
    put_aligned(f, &names, RIGHT, f->style->head);
    hairline(f, f->style->head + leading(f, ROLE_RUNNING) / 2);
    list_end(f->list);
}

static struct line folio(const struct furnishing *f, size_t number, size_t of) {
    struct arena *a = f->setter.a;
    struct text text = TEXT_JOIN(a, text_number(a, (int64_t)number), T(" / "),
                                 text_number(a, (int64_t)of));
    return furniture_line(f, ROLE_FOLIO, text, 0);
}

/* On every page there is room for the same parts: the last folio is the widest. */
struct running furniture_running(const struct furnishing *f, size_t of) {
    struct arena *a = f->setter.a;
    struct text issue = TEXT_JOIN(a, f->newsroom->title, T(" — "),
                                  edition_number(a, f->edition, f->newsroom));
    struct text day = edition_day(a, f->edition, f->newsroom);
    struct line widest = folio(f, of, of);
    return (struct running){.title = furniture_line(f, ROLE_RUNNING, f->newsroom->title, 0),
                            .issue = furniture_line(f, ROLE_RUNNING, issue, 0),
                            .day = furniture_line(f, ROLE_RUNNING, day, 0),
                            .of = of,
                            .room = (style_measure(f->style) - line_width(&widest)) / 2};
}

static void put_foot(const struct furnishing *f, const struct running *r, size_t number) {
    struct line number_line = folio(f, number, r->of);
    const struct line *parts[] = {&r->issue, &number_line, &r->day};
    list_artifact(f->list, ARTIFACT_FOOTER);
    hairline(f, f->style->foot - leading(f, ROLE_RUNNING));
    for (int i = 0; i < 3; i++)
        if (i == 1 || line_width(parts[i]) + f->style->grid <= r->room)
            put_aligned(f, parts[i], (enum align)i, f->style->foot);
    list_end(f->list);
}

/* «ÉPREUVE» in the middle of the head. */
static void put_proof(const struct furnishing *f) {
    struct text word = phrase_of(f->newsroom->lang, PHRASE_PROOF);
    struct line line = furniture_line(f, ROLE_DATE, word, f->style->grid * 3 / 2);
    length spare = style_measure(f->style) - line_width(&line);
    list_artifact(f->list, ARTIFACT_HEADER);
    if (line.nruns)
        list_put(f->list, (struct mark){.kind = MARK_TEXT, .what = PEN_PROOF,
                                        .x = f->style->left + spare / 2, .y = f->style->head,
                                        .run = &line.runs[0]});
    list_end(f->list);
}

void furniture_page(const struct furnishing *f, const struct running *r, size_t number,
                    struct on_page who) {
    struct page *page = &f->list->pages.at[number - 1], kept = *page;
    *page = (struct page){0};
    struct list one = *f->list; /* so that «the last page» is this one */
    one.pages.n = number;
    struct furnishing here = *f;
    here.list = &one;
    if (number > 1) put_head(&here, &r->title, who);
    put_foot(&here, r, number);
    if (f->proof) put_proof(&here);
    f->list->marks = one.marks;
    f->list->marks.at = (char *)(page->at + page->n);
    kept.furniture = page->at;
    kept.nfurniture = page->n;
    *page = kept;
}
