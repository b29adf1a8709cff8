/* See markdown.h. cmark's tree is walked block by block, no deeper than is set. */
#include "edition/markdown.h"

#include "base/unicode.h"
#include "edition/front.h"
#include "edition/inlines.h"

#include <cmark.h>
#include <string.h>

enum { TAB = 4 };

struct blocks {
    struct block *at;
    size_t n, cap;
};

struct reader {
    struct arena *a;
    struct diags *d;
    struct text file, text; /* in normalization form C, lines ended by LF */
    struct text body;   /* behind the front matter */
    int lines_before;   /* of the front matter */
    struct companions *beside;
    const size_t *lines; /* where each line of the body starts */
    size_t nlines;
    struct inlines in;
    cmark_node *title;   /* the heading that is it; NULL: none */
    int top;             /* level of the highest heading */
    int level;           /* of the last heading */
};

/* --- places --- */

static const size_t *find_lines(struct arena *a, struct text t, size_t *n) {
    struct { size_t *at; size_t n, cap; } lines = {0};
    arena_push(a, &lines, 0);
    for (size_t i = 0; i < t.n; i++)
        if (t.at[i] == '\n') arena_push(a, &lines, i + 1);
    *n = lines.n;
    return lines.at;
}

static struct text line_of(const struct reader *r, int line) {
    struct text rest = text_after(r->body, r->lines[line - 1]);
    return text_part(rest, 0, text_find(rest, T("\n")));
}

/* Goes to where the node starts; its spot. */
static struct spot start_of(struct reader *r, cmark_node *node) {
    inlines_go(&r->in, r->lines_before + cmark_node_get_start_line(node),
               cmark_node_get_start_column(node));
    struct place place = inlines_place(&r->in);
    return (struct spot){place.line, place.col};
}

static struct place place_at(const struct reader *r, struct spot spot) {
    return (struct place){r->file, spot.line, spot.col};
}

/* HTML is told by its first line. */
static void tell_html(struct reader *r, cmark_node *node, struct spot spot) {
    struct text t = text_copy(r->d->arena, text_of(cmark_node_get_literal(node)));
    DIAG(r->d, place_at(r, spot), HTML_RAW, text_part(t, 0, text_find(t, T("\n"))));
}

/* --- blocks --- */

/* One deeper than the heading before at most, so that none is skipped. */
static int heading_level(const struct reader *r, cmark_node *node) {
    int level = cmark_node_get_heading_level(node) - r->top + 1;
    if (level > r->level + 1) level = r->level + 1;
    return level < HEADING_LEVELS ? level : HEADING_LEVELS;
}

/* False where there is nothing to be read. */
static bool read_text(struct reader *r, cmark_node *node, struct block *b) {
    struct spans spans = {0};
    bool says = false;
    inlines_read(&r->in, node, &spans);
    b->spans = spans.at;
    b->nspans = spans.n;
    for (size_t i = 0; i < spans.n && !says; i++) says = text_trim(spans.at[i].text).n;
    return says;
}

static struct text line_at(struct text t, size_t at) {
    struct text rest = text_after(t, at);
    return text_part(rest, 0, text_find(rest, T("\n")));
}

/* A line of code with its tabs as spaces. */
static struct text code_line(struct arena *a, struct text line) {
    struct build b = {.arena = a};
    if (text_find(line, T("\t")) == line.n) return line;
    for (size_t i = 0; i < line.n; i++) {
        if (line.at[i] != '\t') build_char(&b, line.at[i]);
        else
            do build_char(&b, ' ');
            while (b.n % TAB);
    }
    return build_done(&b);
}

/* Each line is a span, and known by its text in the source. */
static void read_code(struct reader *r, cmark_node *node, struct block *b) {
    struct text code = text_copy(r->a, text_of(cmark_node_get_literal(node)));
    struct spans spans = {0};
    int last = cmark_node_get_end_line(node) - cmark_node_get_start_line(node) + 1, lines = 0;
    for (size_t at = 0; at < code.n; at += line_at(code, at).n + 1) lines++;
    int line = b->spot.line + (last > lines); /* a fence stands above */
    for (size_t at = 0; at < code.n; line++) {
        struct text t = line_at(code, at);
        inlines_go(&r->in, line, 1);
        struct text source = line_at(r->text, r->in.line_start);
        size_t col = text_find(source, t);
        if (col == source.n) col = 0;
        struct spot spot = {line, 1 + (int)utf8_count(text_part(source, 0, col))};
        arena_push(r->a, &spans, ((struct span){.text = code_line(r->a, t), .spot = spot,
                                                .marks = SPAN_CODE}));
        at += t.n + 1;
    }
    b->spans = spans.at;
    b->nspans = spans.n;
}

/* Hexadecimal digit, or -1. */
static int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* A file's name as it is written in an address (RFC 3986, 2.1). */
static struct text file_of(struct arena *a, const char *url) {
    struct build b = {.arena = a};
    for (; *url; url++) {
        bool coded = *url == '%' && digit(url[1]) >= 0 && digit(url[2]) >= 0;
        build_char(&b, coded ? (char)(digit(url[1]) << 4 | digit(url[2])) : *url);
        if (coded) url += 2;
    }
    return build_done(&b);
}

static bool is_remote(struct text address) {
    size_t colon = text_find(address, T(":"));
    return text_starts(address, T("//")) || (colon > 1 && colon < address.n);
}

/* A paragraph that is one image: a figure or a table, which its description must describe. */
static bool read_figure(struct reader *r, cmark_node *image, struct block *b) {
    struct place place = place_at(r, b->spot);
    struct text name = file_of(r->a, cmark_node_get_url(image)), said = {0};
    struct text title = text_copy(r->a, text_of(cmark_node_get_title(image)));
    struct spans spans = {0};
    b->kind = BLOCK_FIGURE;
    inlines_legend(&r->in, image, &spans);
    b->spans = spans.at;
    b->nspans = spans.n;
    for (size_t i = 0; i < spans.n && !said.n; i++) said = text_trim(spans.at[i].text);
    b->credit = (struct span){.text = unicode_nfc(r->a, title), .spot = b->spot};
    if (is_remote(name)) DIAG(r->d, place, IMAGE_REMOTE, name);
    else if (!said.n) DIAG(r->d, place, IMAGE_SILENT, name);
    else return companions_fill(r->beside, r->a, r->d, place, name, b);
    return false;
}

/* The image that a paragraph of the document itself is, and nothing else; NULL: it is none. */
static cmark_node *lone_image(cmark_node *paragraph, int depth) {
    cmark_node *first = cmark_node_first_child(paragraph);
    bool alone = !depth && first && cmark_node_get_type(first) == CMARK_NODE_IMAGE &&
                 !cmark_node_next(first);
    return alone ? first : NULL;
}

static void read_blocks(struct reader *r, cmark_node *parent, int depth, struct blocks *out);

static void read_list(cmark_node *node, struct block *b) {
    b->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    b->start = b->ordered ? cmark_node_get_list_start(node) : 0;
    b->tight = cmark_node_get_list_tight(node);
}

/* What is in a list, an item or a quotation. */
static void read_inner(struct reader *r, cmark_node *node, int depth, struct block *b) {
    struct blocks inner = {0};
    bool quote = b->kind == BLOCK_QUOTE;
    r->in.quotes += quote;
    read_blocks(r, node, depth + 1, &inner);
    r->in.quotes -= quote;
    b->blocks = inner.at;
    b->nblocks = inner.n;
}

/* Whether the line is the second of a table drawn with bars, as other kinds of Markdown have them. */
static bool draws_table(struct text line) {
    bool bar = false, dash = false;
    for (size_t i = 0; i < line.n; i++) {
        bar |= line.at[i] == '|';
        dash |= line.at[i] == '-';
        if (!memchr("|-: \r", line.at[i], 5)) return false;
    }
    return bar && dash;
}

static void tell_bars(struct reader *r, cmark_node *paragraph, struct spot spot) {
    int first = cmark_node_get_start_line(paragraph), last = cmark_node_get_end_line(paragraph);
    if (last > first && draws_table(line_of(r, first + 1)))
        DIAG0(r->d, place_at(r, spot), TABLE_DRAWN);
}

/* One block; false where nothing is to be printed of it. */
static bool read_block(struct reader *r, cmark_node *node, int depth, struct block *b) {
    cmark_node *image;
    b->spot = start_of(r, node);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        b->kind = BLOCK_PARAGRAPH;
        tell_bars(r, node, b->spot);
        image = lone_image(node, depth);
        return image ? read_figure(r, image, b) : read_text(r, node, b);
    case CMARK_NODE_HEADING:
        b->kind = BLOCK_HEADING;
        b->level = heading_level(r, node);
        if (!read_text(r, node, b)) return false;
        r->level = b->level;
        return true;
    case CMARK_NODE_CODE_BLOCK:
        b->kind = BLOCK_CODE;
        read_code(r, node, b);
        return b->nspans;
    case CMARK_NODE_THEMATIC_BREAK: b->kind = BLOCK_RULE; return true;
    case CMARK_NODE_BLOCK_QUOTE:
        b->kind = BLOCK_QUOTE;
        read_inner(r, node, depth, b);
        return b->nblocks;
    case CMARK_NODE_LIST:
        b->kind = BLOCK_LIST;
        read_list(node, b);
        read_inner(r, node, depth, b);
        return true;
    case CMARK_NODE_ITEM:
        b->kind = BLOCK_ITEM;
        read_inner(r, node, depth, b);
        return true;
    case CMARK_NODE_HTML_BLOCK:
        tell_html(r, node, b->spot);
        return false;
    default: return false;
    }
}

static void read_blocks(struct reader *r, cmark_node *parent, int depth, struct blocks *out) {
    for (cmark_node *n = cmark_node_first_child(parent); n; n = cmark_node_next(n)) {
        struct block b = {0};
        if (n != r->title && read_block(r, n, depth, &b)) arena_push(r->a, out, b);
    }
}

/* --- caps, before cmark sees anything --- */

/* How deep the line's quotation and list marks are, roughly, and more rather than less. */
static int line_depth(struct text line) {
    int depth = 0;
    size_t i = 0;
    while (i < line.n) {
        size_t digits = i;
        char c = line.at[i];
        while (digits < line.n && line.at[digits] >= '0' && line.at[digits] <= '9') digits++;
        bool numbered = digits > i && digits < line.n &&
                        (line.at[digits] == '.' || line.at[digits] == ')');
        if (c == ' ' || c == '\t') {
            i++;
            continue;
        }
        bool bullet = (c == '-' || c == '+' || c == '*') && (i + 1 == line.n || line.at[i + 1] == ' ' || line.at[i + 1] == '\t');
        if (c != '>' && !bullet && !numbered) break;
        depth++;
        i = numbered ? digits + 1 : i + 1;
    }
    return depth;
}

/* Indented lines carry lists on: four columns a level at least, in the shallowest case two. */
static int indent_depth(struct text line) {
    size_t spaces = 0;
    for (size_t i = 0; i < line.n && (line.at[i] == ' ' || line.at[i] == '\t'); i++)
        spaces += line.at[i] == '\t' ? 4 : 1;
    return (int)(spaces / 2);
}

static bool is_mark(char c) {
    return c == '[' || c == ']' || c == '*' || c == '_' || c == '`' || c == '<' || c == '!';
}

/* cmark 0.30 needs time that grows with the square of some texts, and memory that grows with
 * their depth; none that anyone writes comes near these caps. */
static bool within_caps(struct reader *r) {
    struct place place = {.file = r->file};
    int marks = 0;
    if (r->body.n > MARKDOWN_CAP) {
        DIAG(r->d, place, MARKDOWN_LARGE, text_number(r->d->arena, MARKDOWN_CAP >> 10));
        return false;
    }
    for (size_t i = 0; i < r->nlines; i++) {
        struct text line = line_of(r, (int)i + 1);
        place.line = r->lines_before + (int)i + 1;
        bool listed = line_depth(text_trim(line)) > 0;
        if (line_depth(line) > MARKDOWN_DEEPEST ||
            (listed && indent_depth(line) / 2 > MARKDOWN_DEEPEST)) {
            DIAG(r->d, place, MARKDOWN_DEEP, text_number(r->d->arena, MARKDOWN_DEEPEST));
            return false;
        }
        marks = text_trim(line).n ? marks : 0;
        for (size_t k = 0; k < line.n; k++) marks += is_mark(line.at[k]);
        if (marks > MARKDOWN_MARKS) {
            DIAG(r->d, place, MARKDOWN_MARKED, text_number(r->d->arena, MARKDOWN_MARKS));
            return false;
        }
    }
    return true;
}

/* Whether cmark's tree is deeper than is set. */
static bool too_deep(struct reader *r, cmark_node *root) {
    cmark_iter *i = cmark_iter_new(root);
    int depth = 0, deepest = 0;
    struct place place = {.file = r->file};
    for (cmark_event_type e; (e = cmark_iter_next(i)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(i);
        cmark_node_type type = cmark_node_get_type(node);
        if (type != CMARK_NODE_BLOCK_QUOTE && type != CMARK_NODE_LIST && type != CMARK_NODE_ITEM)
            continue;
        depth += e == CMARK_EVENT_ENTER ? 1 : -1;
        if (depth > deepest) {
            deepest = depth;
            place.line = r->lines_before + cmark_node_get_start_line(node);
            place.col = cmark_node_get_start_column(node);
        }
    }
    cmark_iter_free(i);
    if (deepest <= MARKDOWN_DEEPEST) return false;
    DIAG(r->d, place, MARKDOWN_DEEP, text_number(r->d->arena, MARKDOWN_DEEPEST));
    return true;
}

/* --- the communiqué --- */

/* The text of a heading, without its looks. */
static struct span heading_text(struct reader *r, cmark_node *heading) {
    struct build b = {.arena = r->a};
    struct spans spans = {0};
    struct spot spot = start_of(r, heading);
    inlines_read(&r->in, heading, &spans);
    for (size_t i = 0; i < spans.n; i++) {
        build_text(&b, spans.at[i].text);
        if (spans.at[i].marks & SPAN_BREAK) build_char(&b, ' ');
    }
    return (struct span){.text = text_trim(build_done(&b)), .spot = spans.n ? spans.at[0].spot : spot,
                         .lang = spans_lang(spans.at, spans.n)};
}

/* The level of the highest heading but for the title. */
static int top_level(cmark_node *root, cmark_node *title) {
    int top = 6;
    cmark_iter *i = cmark_iter_new(root);
    for (cmark_event_type e; (e = cmark_iter_next(i)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(i);
        if (e != CMARK_EVENT_ENTER || node == title ||
            cmark_node_get_type(node) != CMARK_NODE_HEADING)
            continue;
        int level = cmark_node_get_heading_level(node);
        if (level < top) top = level;
    }
    cmark_iter_free(i);
    return top;
}

/* The heading that is the title: the first thing in the text, and of level 1. */
static cmark_node *title_heading(cmark_node *root) {
    cmark_node *first = cmark_node_first_child(root);
    bool is = first && cmark_node_get_type(first) == CMARK_NODE_HEADING &&
              cmark_node_get_heading_level(first) == 1;
    return is ? first : NULL;
}

static const struct ministry *find_issuer(struct reader *r, const struct register_of_day *day,
                                          const struct front *f) {
    struct place place = {r->file, f->ministry_spot.line, f->ministry_spot.col};
    if (f->ministry.n) return ministries_name(r->a, r->d, day->ministries, f->ministry, day->date, place);
    DIAG0(r->d, ((struct place){r->file, 1, 1}), FRONT_NO_MINISTRY);
    return NULL;
}

static void find_title(struct reader *r, const struct front *f, cmark_node *heading,
                       struct communique *c) {
    c->title = (struct span){.text = f->title, .spot = f->title_spot};
    if (!f->title.n && heading)
        c->title = heading_text(r, heading);
    c->spot = c->title.spot.line ? c->title.spot : (struct spot){1, 1};
    if (!c->title.text.n) DIAG0(r->d, ((struct place){r->file, 1, 1}), FRONT_NO_TITLE);
    else title_check(r->d, r->file, &c->title);
}

static void take_front(struct reader *r, const struct register_of_day *day, const struct front *f,
                       struct communique *c) {
    struct place place = {r->file, f->embargo_spot.line, f->embargo_spot.col};
    c->lang = f->lang.n ? f->lang : day->lang;
    c->corrects = f->corrects;
    c->has_date = f->date != DATE_OPEN_PAST;
    c->date = c->has_date ? f->date : 0;
    c->has_embargo = f->embargo != DATE_OPEN_PAST;
    c->embargo = c->has_embargo ? f->embargo : 0;
    c->place = (struct span){.text = f->place, .spot = f->place_spot};
    if (!c->has_embargo || f->embargo <= day->date) return;
    struct build until = {.arena = r->a}, today = {.arena = r->a};
    date_print_iso(&until, f->embargo);
    date_print_iso(&today, day->date);
    DIAG(r->d, place, EMBARGO_LATER, build_done(&until), build_done(&today));
}

static void read_tree(struct reader *r, cmark_node *root, const struct register_of_day *day,
                      const struct front *f, struct communiques *out) {
    struct communique c = {.file = r->file};
    cmark_node *heading = f->title.n ? NULL : title_heading(root);
    struct blocks blocks = {0};
    size_t before = r->d->n;
    c.issuer = find_issuer(r, day, f);
    find_title(r, f, heading, &c);
    take_front(r, day, f, &c);
    r->title = heading;
    r->top = top_level(root, heading);
    read_blocks(r, root, 0, &blocks);
    c.blocks = blocks.at;
    c.nblocks = blocks.n;
    if (!c.nblocks && c.title.text.n && r->d->n == before)
        DIAG(r->d, ((struct place){r->file, c.spot.line, c.spot.col}), TITLE_WITHOUT_BODY,
             c.title.text);
    if (c.issuer && c.nblocks && c.title.text.n) arena_push(r->a, out, c);
}

/* Lines ended by LF alone. */
static struct text without_returns(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    if (text_find(t, T("\r")) == t.n) return t;
    build_room(&b, t.n);
    for (size_t i = 0; i < t.n; i++)
        if (t.at[i] != '\r' || i + 1 == t.n || (t.at[i + 1] != '\n' && t.at[i + 1] != '\r'))
            build_char(&b, t.at[i] == '\r' ? '\n' : t.at[i]);
    return build_done(&b);
}

void markdown_read(struct arena *a, struct diags *d, struct text file, struct text text,
                   const struct register_of_day *day, struct companions *beside,
                   struct communiques *out) {
    struct reader *r = arena_new(a, struct reader, 1);
    struct front front;
    text = unicode_nfc(a, without_returns(a, text));
    if (!front_read(a, d, file, text, &front)) return;
    *r = (struct reader){.a = a,
                         .d = d,
                         .file = file,
                         .text = text,
                         .in = {.a = a, .d = d, .file = file, .text = text, .line = 1},
                         .body = text_after(text, front.bytes),
                         .lines_before = front.lines,
                         .beside = beside};
    r->lines = find_lines(a, r->body, &r->nlines);
    if (!within_caps(r)) return;
    cmark_node *root = cmark_parse_document(r->body.at, r->body.n, CMARK_OPT_DEFAULT);
    if (!root) arena_spent();
    if (!too_deep(r, root)) read_tree(r, root, day, &front, out);
    cmark_node_free(root);
}

struct text markdown_library(struct arena *a) {
    return TEXT_JOIN(a, T("cmark "), text_of(cmark_version_string()));
}
