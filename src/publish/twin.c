/* See twin.h. Each element with text stands on a line of its own, so that simple tools can take
 * the text out of the page. Elements are closed as XML asks, which HTML allows. */
#include "publish/twin.h"

#include "base/unicode.h"
#include "edition/ministries.h"
#include "edition/phrases.h"
#include "edition/picture.h"
#include "edition/table.h"
#include "publish/sheet.h"

#include <limits.h>

struct twin {
    struct build b;
    const struct edition *edition;
    const struct newsroom *newsroom;
    const struct twin_facts *facts;
    struct text lang; /* of the page */
    struct text own;  /* of what says none */
    struct text around; /* of the element that is open */
    size_t tables;
};

static void put(struct twin *t, const char *markup) {
    build_text(&t->b, text_of(markup));
}

/* Text as content or in a quoted attribute. `>` too, for XML forbids the text «]]>». */
static void put_text(struct twin *t, struct text text) {
    static const char *const entities[UCHAR_MAX + 1] = {
        ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"};
    size_t from = 0;
    for (size_t i = 0; i < text.n; i++) {
        const char *entity = entities[(unsigned char)text.at[i]];
        if (!entity) continue;
        build_text(&t->b, text_part(text, from, i));
        put(t, entity);
        from = i + 1;
    }
    build_text(&t->b, text_after(text, from));
}

static void put_element(struct twin *t, const char *open, struct text text, const char *close) {
    put(t, open);
    put_text(t, text);
    put(t, close);
    put(t, "\n");
}

/* « lang="bm" dir="auto"» where the language is not that of what is around: it may run the other
 * way. */
static void put_lang(struct twin *t, struct text lang) {
    if (text_equal(lang, t->around)) return;
    put(t, " lang=\"");
    put_text(t, lang);
    put(t, "\" dir=\"auto\"");
}

static void put_number(struct twin *t, const char *before, size_t n, const char *after) {
    put(t, before);
    build_int(&t->b, (int64_t)n);
    put(t, after);
}

/* --- head --- */

static void put_head(struct twin *t) {
    struct arena *a = t->b.arena;
    const struct edition *e = t->edition;
    struct build day = {.arena = a};
    date_print_iso(&day, e->date);
    put(t, "<head>\n<meta charset=\"utf-8\"/>\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    put_element(t, "<title>", edition_heading(a, e, t->newsroom), "</title>");
    put_element(t, "<meta name=\"description\" content=\"",
                TEXT_JOIN(a, edition_day(a, e, t->newsroom), T(" — "),
                          edition_counts(a, e, t->newsroom)),
                "\"/>");
    put_element(t, "<meta name=\"author\" content=\"", t->newsroom->publisher, "\"/>");
    put_element(t, "<meta name=\"dcterms.date\" content=\"", build_done(&day), "\"/>");
    put_element(t, "<meta name=\"generator\" content=\"", t->facts->program, "\"/>");
    /* should a reader's copy have been meddled with, it still fetches and runs nothing */
    put(t, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\"/>\n"
           "<style>\n");
    build_sheet(&t->b, t->newsroom, t->facts->accent);
    put(t, "</style>\n</head>\n");
}

/* --- masthead and contents --- */

static void put_masthead(struct twin *t) {
    struct arena *a = t->b.arena;
    const struct edition *e = t->edition;
    const struct newsroom *n = t->newsroom;
    struct build open = {.arena = a};
    put(t, "<header>\n");
    if (t->facts->proof)
        put_element(t, "<p class=\"proof\">", phrase_of(n->lang, PHRASE_PROOF), "</p>");
    if (n->state.n || n->motto.n) {
        put(t, "<div class=\"state\">\n");
        if (n->state.n) put_element(t, "<p class=\"name\">", n->state, "</p>");
        if (n->motto.n) put_element(t, "<p><em>", n->motto, "</em></p>");
        put(t, "</div>\n");
    }
    put_element(t, "<h1>", n->title, "</h1>");
    put(t, "<div class=\"issue\">\n");
    put_element(t, "<p>", edition_number(a, e, n), "</p>");
    build_text(&open, T("<p><time datetime=\""));
    date_print_iso(&open, e->date);
    build_text(&open, T("\">"));
    put_element(t, text_z(a, build_done(&open)), edition_day(a, e, n), "</time></p>");
    put_element(t, "<p>", edition_counts(a, e, n), "</p>");
    put(t, "</div>\n");
    struct text notice = edition_notice(a, e, n);
    if (notice.n) put_element(t, "<p class=\"notice\">", notice, "</p>");
    put(t, "</header>\n");
}

/* Whether a ministry's header stands over the communiqué; whether its section ends with it. */
static bool heads(const struct edition *e, size_t i) {
    return !i || e->at[i].issuer != e->at[i - 1].issuer;
}

static bool ends(const struct edition *e, size_t i) {
    return i + 1 == e->n || heads(e, i + 1);
}

static void put_contents(struct twin *t) {
    const struct edition *e = t->edition;
    size_t ministry = 0;
    put_element(t, "<nav aria-labelledby=\"sommaire\">\n<h2 id=\"sommaire\">",
                phrase_of(t->newsroom->lang, PHRASE_CONTENTS), "</h2>\n<ol>");
    for (size_t i = 0; i < e->n; i++) {
        if (heads(e, i)) {
            put_number(t, "<li><a href=\"#m", ++ministry, "\">");
            put_element(t, "", e->at[i].issuer->name, "</a>\n<ol>");
        }
        put_number(t, "<li><a href=\"#c", i + 1, "\"");
        put_lang(t, communique_title_lang(&e->at[i]));
        put_element(t, ">", e->at[i].title.text, "</a></li>");
        if (ends(e, i)) put(t, "</ol></li>\n");
    }
    put(t, "</ol>\n</nav>\n");
}

/* --- communiqués --- */

static void put_header(struct twin *t, const struct ministry *m, size_t number) {
    put_number(t, "<section id=\"m", number, "\">\n<h2>");
    put_text(t, m->name);
    if (!ministry_says_itself(m)) {
        put(t, " <abbr title=\"");
        put_text(t, m->name);
        put(t, "\">");
        put_text(t, m->acronym);
        put(t, "</abbr>");
    }
    put(t, "</h2>\n");
}

/* The looks of a span, from the outside in. */
static const struct {
    uint8_t mark;
    const char *open, *close;
} looks[] = {{SPAN_STRONG, "<strong>", "</strong>"},
             {SPAN_EMPHASIS, "<em>", "</em>"},
             {SPAN_CODE, "<code>", "</code>"}};

enum { LOOKS = sizeof looks / sizeof *looks };

static void close_looks(struct twin *t, unsigned marks) {
    for (size_t i = LOOKS; i--;)
        if (marks & looks[i].mark) put(t, looks[i].close);
}

static void open_looks(struct twin *t, unsigned marks) {
    for (size_t i = 0; i < LOOKS; i++)
        if (marks & looks[i].mark) put(t, looks[i].open);
}

static void open_link(struct twin *t, const struct link *link) {
    put(t, "<a href=\"");
    put_text(t, link->address);
    if (link->title.n) put(t, "\" title=\"");
    put_text(t, link->title);
    put(t, "\">");
}

/* What spans are besides plain. */
struct manner {
    const struct link *link;
    struct text lang; /* where it is not that of what is around */
    unsigned marks;
};

static void open_manner(struct twin *t, const struct manner *m, bool link) {
    if (link && m->link) open_link(t, m->link);
    if (link && m->lang.n) put(t, "<span");
    if (link && m->lang.n) put_lang(t, m->lang);
    if (link && m->lang.n) put(t, ">");
    open_looks(t, m->marks);
}

static void close_manner(struct twin *t, const struct manner *m, bool link) {
    close_looks(t, m->marks);
    if (link && m->lang.n) put(t, "</span>");
    if (link && m->link) put(t, "</a>");
}

static struct manner manner_of(const struct twin *t, const struct span *s) {
    enum { MARKS = SPAN_STRONG | SPAN_EMPHASIS | SPAN_CODE };
    struct text lang = s->lang.n ? s->lang : t->own;
    if (text_equal(lang, t->around)) lang = (struct text){0};
    return (struct manner){s->link, lang, s->marks & MARKS};
}

/* Spans of one look, link or language are one element. */
static void put_spans(struct twin *t, const struct span *spans, size_t n) {
    struct manner now = {0};
    for (size_t i = 0; i < n; i++) {
        struct manner next = manner_of(t, &spans[i]);
        bool other = next.link != now.link || !text_equal(next.lang, now.lang);
        if (other || next.marks != now.marks) {
            close_manner(t, &now, other);
            open_manner(t, &next, other);
            now = next;
        }
        put_text(t, spans[i].text);
        if (spans[i].marks & SPAN_BREAK) put(t, "<br/>");
    }
    close_manner(t, &now, true);
}

/* Begins an element all of whose text is in one language; returns that of what is around it. */
static struct text put_open(struct twin *t, const char *open, struct text lang) {
    struct text around = t->around;
    if (!lang.n) lang = t->own;
    put(t, open);
    put_lang(t, lang);
    put(t, ">");
    t->around = lang;
    return around;
}

static void put_code(struct twin *t, const struct block *b) {
    put(t, "<pre><code>");
    for (size_t i = 0; i < b->nspans; i++) {
        put_text(t, b->spans[i].text);
        if (i + 1 < b->nspans) put(t, "\n");
    }
    put(t, "</code></pre>\n");
}

static void put_text_block(struct twin *t, const struct block *b, const char *open,
                           const char *close) {
    struct text around = put_open(t, open, spans_lang(b->spans, b->nspans));
    put_spans(t, b->spans, b->nspans);
    t->around = around;
    put(t, close);
}

static struct text legend_of(const struct twin *t, const struct block *b) {
    struct build says = {.arena = t->b.arena};
    for (size_t i = 0; i < b->nspans; i++) build_text(&says, b->spans[i].text);
    return build_done(&says);
}

/* A picture stands in the page itself: nothing is fetched. */
static void put_figure(struct twin *t, const struct block *b) {
    const struct picture *p = b->picture;
    struct text around = put_open(t, "<figure", spans_lang(b->spans, b->nspans));
    put_number(t, "\n<img width=\"", (size_t)picture_shown_width(p), "\"");
    put_number(t, " height=\"", (size_t)picture_shown_height(p), "\"");
    put(t, " alt=\"");
    put_text(t, legend_of(t, b));
    put(t, "\" src=\"data:");
    build_text(&t->b, picture_mime(p));
    put(t, ";base64,");
    build_base64(&t->b, p->file);
    put(t, "\"/>\n<figcaption>");
    put_spans(t, b->spans, b->nspans);
    if (b->credit.text.n) {
        put(t, "\n<small");
        put_lang(t, t->own);
        put_element(t, ">", b->credit.text, "</small>");
    }
    put(t, "</figcaption>\n</figure>\n");
    t->around = around;
}

static void put_row(struct twin *t, const struct table *table, size_t row) {
    put(t, "<tr>");
    for (size_t i = 0; i < table->columns; i++) {
        put(t, row ? "<td" : "<th scope=\"col\"");
        put(t, table->figures[i] ? " class=\"n\">" : ">");
        put_text(t, table_cell(table, row, i)->text);
        put(t, row ? "</td>" : "</th>");
    }
    put(t, "</tr>\n");
}

static void put_table(struct twin *t, const struct block *b) {
    put_number(t, "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"t",
               ++t->tables, "\">\n<table>\n");
    put_number(t, "<caption id=\"t", t->tables, "\">");
    put_spans(t, b->spans, b->nspans);
    put(t, "</caption>\n<thead>\n");
    put_row(t, b->table, 0);
    put(t, "</thead>\n<tbody>\n");
    for (size_t row = 1; row < b->table->rows; row++) put_row(t, b->table, row);
    put(t, "</tbody>\n</table>\n</div>\n");
}

/* `bare`: a paragraph is its item's text, and no more. */
static void put_block(struct twin *t, const struct block *b, bool bare) {
    static const char *const headings[HEADING_LEVELS + 1][2] = {
        {"", ""}, {"<h4", "</h4>\n"}, {"<h5", "</h5>\n"}, {"<h6", "</h6>\n"}};
    switch (b->kind) {
    case BLOCK_PARAGRAPH:
        if (!bare) {
            put_text_block(t, b, "<p", "</p>\n");
            return;
        }
        put_spans(t, b->spans, b->nspans);
        put(t, "\n");
        return;
    case BLOCK_HEADING: put_text_block(t, b, headings[b->level][0], headings[b->level][1]); return;
    case BLOCK_CODE: put_code(t, b); return;
    case BLOCK_RULE: put(t, "<hr/>\n"); return;
    case BLOCK_FIGURE: put_figure(t, b); return;
    case BLOCK_TABLE: put_table(t, b); return;
    case BLOCK_QUOTE: put(t, "<blockquote>\n"); break;
    case BLOCK_ITEM: put(t, "<li>"); break;
    case BLOCK_LIST:
        if (b->ordered) put_number(t, "<ol start=\"", (size_t)b->start, "\">\n");
        else put(t, "<ul>\n");
        break;
    default: return;
    }
    for (size_t i = 0; i < b->nblocks; i++)
        put_block(t, &b->blocks[i], b->kind == BLOCK_LIST ? b->tight : bare && b->kind == BLOCK_ITEM);
    put(t, b->kind == BLOCK_QUOTE  ? "</blockquote>\n"
           : b->kind == BLOCK_ITEM ? "</li>\n"
           : b->ordered            ? "</ol>\n"
                                   : "</ul>\n");
}

static void put_note(struct twin *t, const struct communique *c) {
    struct span spans[NOTE_SPANS];
    size_t n = communique_note(t->b.arena, t->edition, c, t->newsroom, spans);
    if (!n) return;
    t->own = t->lang; /* the newsroom's words */
    struct text around = put_open(t, "<p class=\"note\"", t->lang);
    put_spans(t, spans, n);
    put(t, "</p>\n");
    t->around = around;
    t->own = c->lang;
}

static void put_communiques(struct twin *t) {
    const struct edition *e = t->edition;
    size_t ministry = 0;
    put(t, "<main>\n");
    for (size_t i = 0; i < e->n; i++) {
        const struct communique *c = &e->at[i];
        if (heads(e, i)) put_header(t, c->issuer, ++ministry);
        put_number(t, "<article id=\"c", i + 1, "\"");
        t->own = c->lang;
        put_open(t, "", c->lang);
        put(t, "\n<h3");
        put_lang(t, communique_title_lang(c));
        put_element(t, ">", c->title.text, "</h3>");
        put_note(t, c);
        for (size_t k = 0; k < c->nblocks; k++) put_block(t, &c->blocks[k], false);
        put(t, "</article>\n");
        t->around = t->lang;
        if (ends(e, i)) put(t, "</section>\n");
    }
    put(t, "</main>\n");
}

/* --- colophon --- */

/* Whether the text is a plain mail address and nothing else. */
static bool is_address(struct text t) {
    size_t at = text_find(t, T("@"));
    for (size_t i = 0; i < t.n; i++) {
        unsigned char c = (unsigned char)t.at[i];
        bool plain = c < 0x80 && (unicode_letter(c) || unicode_digit(c) || c == '.' || c == '-' ||
                                  c == '_');
        if (i != at && !plain) return false;
    }
    return at > 0 && at + 1 < t.n;
}

static void put_contact(struct twin *t) {
    struct text contact = t->newsroom->contact;
    if (!contact.n) return;
    put(t, "<p>");
    put_text(t, phrase_of(t->newsroom->lang, PHRASE_ERRORS));
    if (is_address(contact)) {
        put(t, "<a href=\"mailto:");
        put_text(t, contact);
        put(t, "\">");
    }
    put_text(t, contact);
    if (is_address(contact)) put(t, "</a>");
    put(t, ".</p>\n");
}

static void put_colophon(struct twin *t) {
    struct arena *a = t->b.arena;
    put(t, "<footer>\n");
    put_element(t, "<p>", edition_heading(a, t->edition, t->newsroom), "</p>");
    put_element(t, "<p>", newsroom_imprint(a, t->newsroom), "</p>");
    put_contact(t);
    struct text witness = edition_witness(a, t->edition, t->newsroom);
    if (witness.n) put_element(t, "<p>", witness, "</p>");
    put(t, "</footer>\n");
}

struct text twin_html(struct arena *a, const struct edition *e, const struct newsroom *n,
                      const struct twin_facts *facts) {
    struct text lang = newsroom_lang(n);
    struct twin t = {{.arena = a}, e, n, facts, lang, lang, lang, 0};
    put(&t, "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"");
    put_text(&t, t.lang);
    put(&t, "\">\n");
    put_head(&t);
    put_element(&t, "<body>\n<a class=\"skip\" href=\"#m1\">", phrase_of(n->lang, PHRASE_SKIP),
                "</a>");
    put_masthead(&t);
    put_contents(&t);
    put_communiques(&t);
    put_colophon(&t);
    put(&t, "</body>\n</html>\n");
    return build_done(&t.b);
}
