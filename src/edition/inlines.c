/* See inlines.h. */
#include "edition/inlines.h"

#include "base/language.h"
#include "base/unicode.h"
#include "edition/encoding.h"

#include <cmark.h>
#include <string.h>
#include <strings.h>

enum { ENTITY_LONGEST = 40, PARENS_DEEP = 32 };

/* A span, and where its text starts in that of all. */
struct part {
    size_t from;
    struct span span;
};

/* The text being made. */
struct making {
    struct inlines *in;
    struct build text;
    struct { struct part *at; size_t n, cap; } parts;
    int emphasis, strong;      /* how many are open */
    const struct link *link;
    struct text lang;          /* that an open link says; empty: none */
    bool automatic;            /* the open link is written <…> */
    int unread;                /* pictures that are open: what they hold is not read */
    bool fresh;                /* the next character starts a span */
};

/* --- the source --- */

struct place inlines_place(const struct inlines *in) {
    int col = 1 + (int)utf8_count(text_part(in->text, in->line_start, in->at));
    return (struct place){in->file, in->line, col};
}

static int byte_at(const struct inlines *in, size_t at) {
    return at < in->text.n ? (unsigned char)in->text.at[at] : -1;
}

static int here(const struct inlines *in) {
    return byte_at(in, in->at);
}

/* Goes on to `at`, counting lines. */
static void go_to(struct inlines *in, size_t at) {
    if (at > in->text.n) at = in->text.n;
    for (; in->at < at; in->at++) {
        if (in->text.at[in->at] != '\n') continue;
        in->line++;
        in->line_start = in->at + 1;
    }
}

void inlines_go(struct inlines *in, int line, int column) {
    while (in->line < line && in->at < in->text.n) {
        struct text rest = text_after(in->text, in->at);
        go_to(in, in->at + text_find(rest, T("\n")) + 1);
    }
    size_t to = in->line_start + (size_t)(column > 1 ? column - 1 : 0);
    if (to > in->at) go_to(in, to);
}

/* Over the next end of line, and what containers put before the text of a line. */
static void next_line(struct inlines *in) {
    go_to(in, in->at + text_find(text_after(in->text, in->at), T("\n")) + 1);
    for (int quotes = in->quotes; here(in) == ' ' || here(in) == '\t' || (here(in) == '>' && quotes);) {
        quotes -= here(in) == '>';
        in->at++;
    }
}

/* On to the next of these characters. */
static void seek(struct inlines *in, const char *any) {
    size_t at = in->at;
    while (at < in->text.n && !strchr(any, in->text.at[at])) at++;
    if (at < in->text.n) go_to(in, at);
}

/* --- spans --- */

/* A character, or more of one stretch, from the source's place. */
static void add(struct making *m, struct text t, unsigned marks) {
    struct inlines *in = m->in;
    marks |= (m->emphasis ? SPAN_EMPHASIS : 0u) | (m->strong ? SPAN_STRONG : 0u);
    struct span *last = m->parts.n ? &m->parts.at[m->parts.n - 1].span : NULL;
    if (m->fresh || !last || last->marks != marks || last->link != m->link) {
        struct place place = inlines_place(in);
        struct span span = {.spot = {place.line, place.col}, .marks = (uint8_t)marks,
                            .link = m->link, .lang = m->lang};
        arena_push(in->a, &m->parts, ((struct part){m->text.n, span}));
    }
    m->fresh = false;
    build_text(&m->text, t);
}

/* The spans, now that their text stands still. */
static void finish(struct making *m, struct spans *out) {
    struct text all = build_done(&m->text);
    for (size_t i = 0; i < m->parts.n; i++) {
        size_t end = i + 1 < m->parts.n ? m->parts.at[i + 1].from : all.n;
        m->parts.at[i].span.text = text_part(all, m->parts.at[i].from, end);
        arena_push(m->in->a, out, m->parts.at[i].span);
    }
}

/* --- text --- */

/* The bytes of «&eacute;», «&#233;» or «&#xE9;» at `at`; empty where none stands there. */
static struct text entity_at(const struct inlines *in, size_t at) {
    size_t i = at + 1, from;
    bool number = byte_at(in, i) == '#', hex = number && (byte_at(in, i + 1) | 32) == 'x';
    i += (size_t)number + (size_t)hex;
    for (from = i; i - from < ENTITY_LONGEST; i++) {
        int c = byte_at(in, i);
        bool digit = c >= '0' && c <= '9', letter = (c | 32) >= 'a' && (c | 32) <= 'z' && c > 0;
        if (!digit && (!letter || (number && !hex))) break;
    }
    return i > from && byte_at(in, i) == ';' ? text_part(in->text, at, i + 1) : (struct text){0};
}

static bool is_ampersand(struct text entity) {
    struct text number = text_part(entity, 2, entity.n - 1);
    while (number.n > 1 && (number.at[0] == '0' || (number.at[0] | 32) == 'x'))
        number = text_after(number, 1);
    bool hex = entity.n > 3 && (entity.at[2] | 32) == 'x';
    return text_equal(entity, T("&amp;")) || text_equal(entity, T("&AMP;")) ||
           (entity.at[1] == '#' && text_equal(number, hex ? T("26") : T("38")));
}

/* What an entity stands for, at `i` of the text: a character, or one with a mark. */
static size_t entity_end(struct text t, size_t i, const struct inlines *in, struct text entity) {
    utf8_next(t, &i);
    size_t behind = i;
    if (i < t.n && unicode_mark(utf8_next(t, &behind)) &&
        !text_starts(text_after(in->text, in->at + entity.n), text_part(t, i, behind)))
        return behind;
    return i;
}

/* Characters that an entity brings in are asked what a source's are. */
static void add_entity(struct making *m, struct text t, struct text entity) {
    struct inlines *in = m->in;
    for (size_t i = 0; i < t.n;) {
        uint32_t c = utf8_next(t, &i);
        if (encoding_refuses(c))
            DIAG(in->d, inlines_place(in), ENTITY_REFUSED, entity, encoding_name(in->d->arena, c));
    }
    m->fresh = true;
    add(m, t, 0);
    m->fresh = true;
    go_to(in, in->at + entity.n);
}

/* One character of the text, found in the source. Returns where the next one starts. */
static size_t add_character(struct making *m, struct text t, size_t i, bool escapes) {
    struct inlines *in = m->in;
    size_t end = i;
    utf8_next(t, &end);
    struct text c = text_part(t, i, end);
    struct text entity = here(in) == '&' ? entity_at(in, in->at) : (struct text){0};
    if (entity.n && (!text_starts(text_after(t, i), entity) || is_ampersand(entity))) {
        end = entity_end(t, i, in, entity);
        add_entity(m, text_part(t, i, end), entity);
        return end;
    }
    if (escapes && here(in) == '\\' && byte_at(in, in->at + 1) == (unsigned char)c.at[0] &&
        byte_at(in, in->at + 1) < 0x80) {
        in->at++;
        m->fresh = true;
    }
    if (!text_starts(text_after(in->text, in->at), c)) { /* out of step: on to where it stands */
        size_t gap = text_find(text_after(in->text, in->at), c);
        if (in->at + gap < in->text.n) go_to(in, in->at + gap);
        m->fresh = true;
    }
    add(m, c, 0);
    go_to(in, in->at + c.n);
    return end;
}

static struct text literal_of(cmark_node *node) {
    return text_of(cmark_node_get_literal(node));
}

static void add_text(struct making *m, struct text t) {
    if (m->unread) return;
    for (size_t i = 0; i < t.n;) i = add_character(m, t, i, !m->automatic);
}

/* Code between backticks. Its ends of line have become spaces. */
static void add_code(struct making *m, struct text t) {
    struct inlines *in = m->in;
    size_t ticks = 0;
    if (m->unread) return;
    seek(in, "`");
    while (byte_at(in, in->at + ticks) == '`') ticks++;
    go_to(in, in->at + ticks);
    bool stripped = t.n && here(in) != (unsigned char)t.at[0];
    if (stripped && here(in) == '\n') next_line(in);
    else if (stripped) in->at++;
    m->fresh = true;
    for (size_t i = 0; i < t.n;) {
        size_t end = i;
        utf8_next(t, &end);
        add(m, text_part(t, i, end), SPAN_CODE);
        m->fresh = here(in) == '\n';
        if (m->fresh) next_line(in);
        else go_to(in, in->at + end - i);
        i = end;
    }
    seek(in, "`");
    go_to(in, in->at + ticks);
    m->fresh = true;
}

/* --- links and pictures --- */

/* Over blanks, with one end of line at most. */
static size_t skip_blanks(const struct inlines *in, size_t i) {
    while (byte_at(in, i) == ' ' || byte_at(in, i) == '\t' || byte_at(in, i) == '\n') i++;
    return i;
}

/* Over what stands up to the closing character, of which a backslash takes the meaning; 0 where there
 * is none. */
static size_t skip_to(const struct inlines *in, size_t i, int close) {
    for (; byte_at(in, i) >= 0; i++) {
        if (byte_at(in, i) == close) return i + 1;
        if (byte_at(in, i) == '\\') i++;
    }
    return 0;
}

static size_t skip_destination(const struct inlines *in, size_t i) {
    int deep = 0;
    if (byte_at(in, i) == '<') return skip_to(in, i + 1, '>');
    for (; byte_at(in, i) > ' '; i++) {
        int c = byte_at(in, i);
        if (c == '\\' && byte_at(in, i + 1) > ' ') i++;
        if (c == ')' && !deep) break;
        deep += (c == '(') - (c == ')');
        if (deep > PARENS_DEEP) return 0;
    }
    return i;
}

/* Behind «(address "title")» at `at`; 0 where none stands there. */
static size_t skip_inline_address(const struct inlines *in, size_t at) {
    if (byte_at(in, at) != '(') return 0;
    size_t i = skip_destination(in, skip_blanks(in, at + 1));
    if (!i) return 0;
    i = skip_blanks(in, i);
    int c = byte_at(in, i);
    if (c == '"' || c == '\'' || c == '(') {
        i = skip_to(in, i + 1, c == '(' ? ')' : c);
        if (!i) return 0;
        i = skip_blanks(in, i);
    }
    return byte_at(in, i) == ')' ? i + 1 : 0;
}

/* Over the end of a link or picture: «](address)», «][label]», «]» or «>». */
static void leave_link(struct inlines *in, bool automatic) {
    seek(in, automatic ? ">" : "]");
    go_to(in, in->at + 1);
    if (automatic) return;
    size_t behind = skip_inline_address(in, in->at);
    if (!behind && here(in) == '[') behind = skip_to(in, in->at + 1, ']');
    if (behind) go_to(in, behind);
}

static bool is_address(struct text t) {
    static const char *const schemes[] = {"http://", "https://", "mailto:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t n = strlen(schemes[i]);
        if (t.n > n && !strncasecmp(t.at, schemes[i], n)) return true;
    }
    return false;
}

/* «[Aw ni ce](lang:bm)»: a text in another language, which CommonMark has no sign for. */
static void enter_language(struct making *m, struct text tag, struct text title) {
    struct place place = inlines_place(m->in);
    if (!language_is_tag(tag)) DIAG(m->in->d, place, FRONT_LANG, tag);
    if (title.n) DIAG(m->in->d, place, LANG_TITLED, tag, title);
    m->lang = tag;
}

static void enter_link(struct making *m, cmark_node *node) {
    struct inlines *in = m->in;
    struct text address = text_copy(in->a, text_of(cmark_node_get_url(node)));
    struct link *link = arena_new(in->a, struct link, 1);
    seek(in, "[<");
    m->automatic = here(in) == '<';
    *link = (struct link){address, text_copy(in->a, text_of(cmark_node_get_title(node)))};
    bool spoken = text_starts(address, T("lang:"));
    if (spoken) enter_language(m, text_after(address, 5), link->title);
    else if (!is_address(address)) DIAG(in->d, inlines_place(in), LINK_KIND, address);
    for (size_t i = 0; i < address.n;) {
        uint32_t c = utf8_next(address, &i);
        if (!encoding_refuses(c)) continue;
        DIAG(in->d, inlines_place(in), ENTITY_REFUSED, address, encoding_name(in->d->arena, c));
    }
    go_to(in, in->at + 1);
    m->link = is_address(address) ? link : NULL; /* told, and text all the same */
    m->fresh = true;
}

static void exit_link(struct making *m) {
    if (!m->unread) leave_link(m->in, m->automatic);
    m->link = NULL;
    m->lang = (struct text){0};
    m->automatic = false;
    m->fresh = true;
}

/* A picture within a text. */
static void turn_picture(struct making *m, bool enter) {
    struct inlines *in = m->in;
    if (enter && !m->unread++) {
        seek(in, "!");
        DIAG0(in->d, inlines_place(in), IMAGE_AMID);
        go_to(in, in->at + 1);
    } else if (!enter && !--m->unread) {
        leave_link(in, false);
    }
}

/* --- the walk --- */

static void turn_emphasis(struct making *m, bool enter, int *open, size_t signs) {
    *open += enter ? 1 : -1;
    if (m->unread) return;
    seek(m->in, "*_");
    go_to(m->in, m->in->at + signs);
    m->fresh = true;
}

/* An end of line is a space, or a hard break. */
static void end_line(struct making *m, bool hard) {
    struct span *last = m->parts.n ? &m->parts.at[m->parts.n - 1].span : NULL;
    if (m->unread) return;
    if (last && hard) last->marks |= SPAN_BREAK;
    if (last && !hard) build_char(&m->text, ' ');
    next_line(m->in);
    m->fresh = true;
}

static void refuse_html(struct making *m, struct text html) {
    if (m->unread) return;
    seek(m->in, "<");
    DIAG(m->in->d, inlines_place(m->in), HTML_RAW, html);
    go_to(m->in, m->in->at + html.n);
    m->fresh = true;
}

static void take(struct making *m, cmark_node *node, bool enter) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT: add_text(m, literal_of(node)); break;
    case CMARK_NODE_CODE: add_code(m, literal_of(node)); break;
    case CMARK_NODE_HTML_INLINE: refuse_html(m, literal_of(node)); break;
    case CMARK_NODE_SOFTBREAK: end_line(m, false); break;
    case CMARK_NODE_LINEBREAK: end_line(m, true); break;
    case CMARK_NODE_EMPH: turn_emphasis(m, enter, &m->emphasis, 1); break;
    case CMARK_NODE_STRONG: turn_emphasis(m, enter, &m->strong, 2); break;
    case CMARK_NODE_IMAGE: turn_picture(m, enter); break;
    case CMARK_NODE_LINK:
        if (enter && !m->unread) enter_link(m, node);
        else if (!enter) exit_link(m);
        break;
    default: break;
    }
}

static void read_all(struct inlines *in, cmark_node *node, struct spans *out) {
    struct making m = {.in = in, .text = {.arena = in->a}, .fresh = true};
    cmark_iter *iter = cmark_iter_new(node);
    for (cmark_event_type e; (e = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *now = cmark_iter_get_node(iter);
        if (now != node) take(&m, now, e == CMARK_EVENT_ENTER);
    }
    cmark_iter_free(iter);
    finish(&m, out);
}

void inlines_read(struct inlines *in, cmark_node *node, struct spans *out) {
    read_all(in, node, out);
}

void inlines_legend(struct inlines *in, cmark_node *picture, struct spans *out) {
    seek(in, "[");
    go_to(in, in->at + 1);
    read_all(in, picture, out);
    leave_link(in, false);
}
