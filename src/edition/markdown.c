/* See markdown.h. cmark's tree is walked once by its events, without recursion; each block and text
 * becomes one of ours, with its place. */
#include "edition/markdown.h"

#include "base/unicode.h"
#include "edition/front.h"

#include <cmark.h>
#include <string.h>

struct spans {
    struct span *at;
    size_t n, cap;
};

struct blocks {
    struct block *at;
    size_t n, cap;
};

/* A block whose children are being read. */
struct open_block {
    struct block block;
    struct blocks children;
};

struct reader {
    struct arena *a;
    struct diags *d;
    struct text file;
    struct text body;   /* behind the front matter */
    int lines_before;   /* of the front matter */
    struct companions *beside;
    const size_t *lines; /* where each line of the body starts */
    size_t nlines;
    struct open_block open[MARKDOWN_DEEPEST + 3]; /* the document, and what is open in it */
    int depth;
    struct spans spans;  /* of the block being read */
    uint8_t marks;       /* of the text being read */
    int emphases, strongs;
    const struct link *link;
    cmark_node *image;   /* whose description is being read */
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

/* cmark counts columns in bytes, and behind a hard break it goes on counting in the line above. */
static struct spot spot_of(const struct reader *r, cmark_node *node) {
    int line = cmark_node_get_start_line(node), col = cmark_node_get_start_column(node);
    if (line < 1 || (size_t)line > r->nlines) return (struct spot){r->lines_before + 1, 1};
    for (size_t n; (size_t)line < r->nlines && (n = line_of(r, line).n) + 1 < (size_t)col; line++)
        col -= (int)n + 1;
    struct text before = text_part(line_of(r, line), 0, col > 1 ? (size_t)col - 1 : 0);
    while (before.n && (before.at[before.n - 1] & 0xC0) == 0x80) before.n--; /* amid a character */
    return (struct spot){r->lines_before + line, 1 + (int)utf8_count(before)};
}

static struct place place_of(const struct reader *r, cmark_node *node) {
    struct spot s = spot_of(r, node);
    return (struct place){r->file, s.line, s.col};
}

/* --- spans --- */

static void add_span(struct reader *r, struct text t, struct spot spot) {
    struct span s = {.text = unicode_nfc(r->a, t), .spot = spot, .marks = r->marks, .link = r->link};
    struct span *last = r->spans.n ? &r->spans.at[r->spans.n - 1] : NULL;
    bool goes_on = last && !(last->marks & SPAN_BREAK) && last->marks == s.marks &&
                   last->link == s.link && last->spot.line == spot.line &&
                   last->spot.col + (int)utf8_count(last->text) == spot.col;
    if (goes_on) last->text = TEXT_JOIN(r->a, last->text, s.text);
    else arena_push(r->a, &r->spans, s);
}

/* The end of a line is a space. */
static void add_space(struct reader *r) {
    if (!r->spans.n) return;
    struct span *last = &r->spans.at[r->spans.n - 1];
    last->text = TEXT_JOIN(r->a, last->text, T(" "));
}

static struct text literal(struct reader *r, cmark_node *node) {
    return text_copy(r->a, text_of(cmark_node_get_literal(node)));
}

/* HTML is told by its first line. */
static void tell_html(struct reader *r, cmark_node *node) {
    struct text t = literal(r, node);
    DIAG(r->d, place_of(r, node), HTML_RAW, text_part(t, 0, text_find(t, T("\n"))));
}

/* --- links --- */

static bool may_lead(struct text address) {
    return text_starts(address, T("https://")) || text_starts(address, T("http://")) ||
           text_starts(address, T("mailto:"));
}

static void open_link(struct reader *r, cmark_node *node) {
    struct text address = text_copy(r->a, text_of(cmark_node_get_url(node)));
    if (!may_lead(address)) {
        DIAG(r->d, place_of(r, node), LINK_KIND, address);
        return;
    }
    struct link *link = arena_new(r->a, struct link, 1);
    *link = (struct link){address, text_copy(r->a, text_of(cmark_node_get_title(node)))};
    r->link = link;
}

/* --- blocks --- */

static struct open_block *innermost(struct reader *r) {
    return &r->open[r->depth - 1];
}

static void add_block(struct reader *r, struct block b) {
    arena_push(r->a, &innermost(r)->children, b);
}

static void take_spans(struct reader *r, struct block *b) {
    b->spans = r->spans.at;
    b->nspans = r->spans.n;
    r->spans = (struct spans){0};
}

/* One deeper than the heading before at most, so that none is skipped. */
static int heading_level(struct reader *r, cmark_node *node) {
    int level = cmark_node_get_heading_level(node) - r->top + 1;
    if (level > r->level + 1) level = r->level + 1;
    return r->level = level;
}

static void add_code(struct reader *r, cmark_node *node) {
    struct text t = literal(r, node);
    struct block b = {.kind = BLOCK_CODE, .spot = spot_of(r, node)};
    bool fenced = cmark_node_get_start_line(node) > 0 &&
                  cmark_node_get_end_line(node) - cmark_node_get_start_line(node) > 0;
    struct spot spot = b.spot;
    if (fenced && text_find(t, T("\n")) < t.n) spot.line++;
    r->marks = SPAN_CODE;
    for (size_t end; t.n; t = text_after(t, end + 1), spot.line++) {
        end = text_find(t, T("\n"));
        add_span(r, text_part(t, 0, end), spot);
    }
    r->marks = 0;
    take_spans(r, &b);
    add_block(r, b);
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
static void add_figure(struct reader *r, cmark_node *image) {
    struct block b = {.kind = BLOCK_FIGURE, .spot = spot_of(r, image)};
    struct place place = place_of(r, image);
    struct text name = file_of(r->a, cmark_node_get_url(image)), said = {0};
    take_spans(r, &b);
    for (size_t i = 0; i < b.nspans && !said.n; i++) said = text_trim(b.spans[i].text);
    b.credit = (struct span){.text = unicode_nfc(r->a, text_copy(r->a, text_of(
                                 cmark_node_get_title(image)))), .spot = b.spot};
    if (is_remote(name)) DIAG(r->d, place, IMAGE_REMOTE, name);
    else if (!said.n) DIAG(r->d, place, IMAGE_SILENT, name);
    else if (companions_fill(r->beside, r->a, r->d, place, name, &b)) add_block(r, b);
}

/* --- the walk --- */

static bool alone(cmark_node *image) {
    cmark_node *parent = cmark_node_parent(image);
    return cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH && !cmark_node_next(image) &&
           !cmark_node_previous(image) &&
           cmark_node_get_type(cmark_node_parent(parent)) == CMARK_NODE_DOCUMENT;
}

static void enter_container(struct reader *r, cmark_node *node) {
    static const enum block_kind kinds[] = {[CMARK_NODE_BLOCK_QUOTE] = BLOCK_QUOTE,
                                            [CMARK_NODE_LIST] = BLOCK_LIST,
                                            [CMARK_NODE_ITEM] = BLOCK_ITEM};
    struct block b = {.kind = kinds[cmark_node_get_type(node)], .spot = spot_of(r, node)};
    if (b.kind == BLOCK_LIST) {
        b.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        b.start = b.ordered ? cmark_node_get_list_start(node) : 0;
        b.tight = cmark_node_get_list_tight(node);
    }
    r->open[r->depth++] = (struct open_block){.block = b};
}

static void leave_container(struct reader *r) {
    struct open_block *o = &r->open[--r->depth];
    o->block.blocks = o->children.at;
    o->block.nblocks = o->children.n;
    if (o->block.kind != BLOCK_LIST || o->block.nblocks) add_block(r, o->block);
}

static void enter_inline(struct reader *r, cmark_node *node, cmark_node_type type) {
    struct spot spot = spot_of(r, node);
    if (type == CMARK_NODE_EMPH) r->emphases++;
    if (type == CMARK_NODE_STRONG) r->strongs++;
    r->marks = (uint8_t)((r->emphases ? SPAN_EMPHASIS : 0) | (r->strongs ? SPAN_STRONG : 0));
    if (type == CMARK_NODE_TEXT) add_span(r, literal(r, node), spot);
    else if (type == CMARK_NODE_SOFTBREAK) add_space(r);
    else if (type == CMARK_NODE_LINEBREAK && r->spans.n)
        r->spans.at[r->spans.n - 1].marks |= SPAN_BREAK;
    else if (type == CMARK_NODE_CODE) {
        r->marks |= SPAN_CODE;
        add_span(r, literal(r, node), spot);
        r->marks = (uint8_t)(r->marks & ~SPAN_CODE);
    } else if (type == CMARK_NODE_LINK) open_link(r, node);
    else if (type == CMARK_NODE_HTML_INLINE) tell_html(r, node);
    else if (type == CMARK_NODE_IMAGE && !alone(node) && !r->image)
        DIAG0(r->d, place_of(r, node), IMAGE_AMID);
    if (type == CMARK_NODE_IMAGE && !r->image) r->image = node;
}

static void enter(struct reader *r, cmark_node *node, cmark_node_type type) {
    if (type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM)
        enter_container(r, node);
    else if (type == CMARK_NODE_CODE_BLOCK) add_code(r, node);
    else if (type == CMARK_NODE_HTML_BLOCK) tell_html(r, node);
    else if (type == CMARK_NODE_THEMATIC_BREAK)
        add_block(r, (struct block){.kind = BLOCK_RULE, .spot = spot_of(r, node)});
    else if (type >= CMARK_NODE_FIRST_INLINE) enter_inline(r, node, type);
}

static void leave(struct reader *r, cmark_node *node, cmark_node_type type) {
    struct block b = {.kind = BLOCK_PARAGRAPH, .spot = spot_of(r, node)};
    if (type == CMARK_NODE_EMPH) r->emphases--;
    if (type == CMARK_NODE_STRONG) r->strongs--;
    if (type == CMARK_NODE_LINK) r->link = NULL;
    r->marks = (uint8_t)((r->emphases ? SPAN_EMPHASIS : 0) | (r->strongs ? SPAN_STRONG : 0));
    if (type == CMARK_NODE_IMAGE && r->image == node) {
        if (alone(node)) add_figure(r, node);
        r->spans = alone(node) ? (struct spans){0} : r->spans;
        r->image = NULL;
    }
    if (type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM)
        leave_container(r);
    if (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING) return;
    if (type == CMARK_NODE_HEADING) {
        b.kind = BLOCK_HEADING;
        b.level = heading_level(r, node);
    }
    take_spans(r, &b);
    if (b.nspans) add_block(r, b);
}

static void walk(struct reader *r, cmark_node *root, cmark_node *passed_over) {
    cmark_iter *i = cmark_iter_new(root);
    for (cmark_event_type e; (e = cmark_iter_next(i)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(i);
        cmark_node_type type = cmark_node_get_type(node);
        if (node == passed_over) cmark_iter_reset(i, node, CMARK_EVENT_EXIT);
        else if (type == CMARK_NODE_DOCUMENT) continue;
        else if (e == CMARK_EVENT_ENTER) enter(r, node, type);
        else leave(r, node, type);
    }
    cmark_iter_free(i);
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
            place = place_of(r, node);
        }
    }
    cmark_iter_free(i);
    if (deepest <= MARKDOWN_DEEPEST) return false;
    DIAG(r->d, place, MARKDOWN_DEEP, text_number(r->d->arena, MARKDOWN_DEEPEST));
    return true;
}

/* --- the communiqué --- */

/* The text of a heading, without its looks. */
static struct text heading_text(struct reader *r, cmark_node *heading) {
    struct build b = {.arena = r->a};
    cmark_iter *i = cmark_iter_new(heading);
    for (cmark_event_type e; (e = cmark_iter_next(i)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(i);
        cmark_node_type type = cmark_node_get_type(node);
        if (e != CMARK_EVENT_ENTER) continue;
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) build_text(&b, literal(r, node));
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) build_char(&b, ' ');
        if (type == CMARK_NODE_HTML_INLINE) tell_html(r, node);
    }
    cmark_iter_free(i);
    return unicode_nfc(r->a, text_trim(build_done(&b)));
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
        c->title = (struct span){.text = heading_text(r, heading), .spot = spot_of(r, heading)};
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
    size_t before = r->d->n;
    c.issuer = find_issuer(r, day, f);
    find_title(r, f, heading, &c);
    take_front(r, day, f, &c);
    r->top = top_level(root, heading);
    r->depth = 1;
    walk(r, root, heading);
    c.blocks = r->open[0].children.at;
    c.nblocks = r->open[0].children.n;
    if (!c.nblocks && c.title.text.n && r->d->n == before)
        DIAG(r->d, ((struct place){r->file, c.spot.line, c.spot.col}), TITLE_WITHOUT_BODY,
             c.title.text);
    if (c.issuer && c.nblocks && c.title.text.n) arena_push(r->a, out, c);
}

void markdown_read(struct arena *a, struct diags *d, struct text file, struct text text,
                   const struct register_of_day *day, struct companions *beside,
                   struct communiques *out) {
    struct reader *r = arena_new(a, struct reader, 1);
    struct front front;
    if (!front_read(a, d, file, text, &front)) return;
    *r = (struct reader){.a = a,
                         .d = d,
                         .file = file,
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
