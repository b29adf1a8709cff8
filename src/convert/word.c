/* See word.h. The body is walked once. A paragraph becomes a part; what hangs on it (pictures)
 * follows it; what is left out is counted by kind. */
#include "convert/word.h"

#include "convert/styles.h"
#include "convert/table.h"

enum { FIELDS_MOST = 16 };

/* What is left out. */
enum left_out {
    LEFT_DELETIONS,
    LEFT_COMMENTS,
    LEFT_HIDDEN,
    LEFT_BOXES,
    LEFT_NOTES,
    LEFT_HEADERS,
    LEFT_FORMULAS,
    LEFT_OBJECTS,
    LEFT_SYMBOLS,
    LEFT_DECORATION,
    LEFT_OUT__MAX
};

static const enum message left_out_said[LEFT_OUT__MAX] = {
    [LEFT_DELETIONS] = WORD_DELETIONS,   [LEFT_COMMENTS] = WORD_COMMENTS,
    [LEFT_HIDDEN] = WORD_HIDDEN,         [LEFT_BOXES] = WORD_BOXES,
    [LEFT_NOTES] = WORD_NOTES,           [LEFT_HEADERS] = WORD_HEADERS,
    [LEFT_FORMULAS] = WORD_FORMULAS,     [LEFT_OBJECTS] = WORD_OBJECTS,
    [LEFT_SYMBOLS] = WORD_SYMBOLS,       [LEFT_DECORATION] = WORD_DECORATION,
};

/* A field whose code or result is being read (17.16.18). */
struct field {
    bool result;          /* its code is over */
    struct text code;
    struct text link;     /* where its result leads */
};

struct word {
    struct arena *a;
    struct diags *d;
    struct text file, name;
    struct package package;
    struct styles styles;
    struct document *out;
    struct part now; /* the paragraph being read */
    bool goes_on;    /* the mark behind it was deleted: the next one belongs to it */
    struct { struct part *at; size_t n, cap; } pictures; /* found in it */
    struct field fields[FIELDS_MOST];
    int nfields;
    int left_out[LEFT_OUT__MAX];
    int pictures_seen;
};

/* How what is walked looks. */
struct manner {
    uint8_t look;
    struct text link;
};

static struct place place_of(const struct word *w) {
    return (struct place){.file = w->file};
}

static struct text companion_name(struct word *w, const char *ending) {
    return TEXT_JOIN(w->a, w->name, T("-"), text_number(w->a, (int64_t)w->out->files.n + 1),
                     text_of(ending));
}

/* --- pictures --- */

static const char *picture_ending(struct text bytes) {
    if (text_starts(bytes, T("\x89PNG\r\n\x1a\n"))) return ".png";
    return text_starts(bytes, T("\xFF\xD8\xFF")) ? ".jpg" : NULL;
}

/* A picture that stands in its package under the relationship `id`, described as `says`. */
static void add_picture(struct word *w, struct text id, struct text says) {
    const struct relationship *r = package_relation(&w->package, id);
    struct text bytes, number = text_number(w->a, ++w->pictures_seen);
    if (!r || r->external || !package_part(&w->package, r->target, &bytes)) {
        DIAG(w->d, place_of(w), WORD_PICTURE_OUTSIDE, number);
        return;
    }
    const char *ending = picture_ending(bytes);
    if (!ending) DIAG(w->d, place_of(w), WORD_PICTURE_KIND, number, r->target);
    if (!text_trim(says).n) DIAG(w->d, place_of(w), WORD_PICTURE_SILENT, number);
    if (!ending || !text_trim(says).n) return;
    struct part p = {.kind = PART_FILE, .file = companion_name(w, ending)};
    part_add(w->a, &p, (struct stretch){.text = text_trim(says)});
    arena_push(w->a, &w->out->files, ((struct companion){p.file, bytes}));
    arena_push(w->a, &w->pictures, p);
}

/* A drawing (20.4): a picture, or a shape, whose text is left out. */
static void read_drawing(struct word *w, const struct xml *x) {
    const struct xml *blip = xml_below(x, "blip"), *about = xml_below(x, "docPr");
    const struct xml *decorative = xml_below(x, "decorative");
    struct text says = xml_value(about, "descr");
    if (!blip || xml_below(x, "txbxContent")) w->left_out[LEFT_BOXES]++;
    else if (decorative && !text_equal(xml_value(decorative, "val"), T("0")))
        w->left_out[LEFT_DECORATION]++;
    else add_picture(w, xml_value(blip, "embed"), says.n ? says : xml_value(about, "title"));
}

/* The same in the older language of drawings (VML). */
static void read_old_drawing(struct word *w, const struct xml *x) {
    const struct xml *data = xml_below(x, "imagedata"), *shape = xml_below(x, "shape");
    if (!data || xml_below(x, "txbxContent")) w->left_out[LEFT_BOXES]++;
    else add_picture(w, xml_value(data, "id"), xml_value(shape, "alt"));
}

/* --- fields --- */

/* Whether what is read now is a field's code, which is not printed. */
static bool in_code(const struct word *w) {
    for (int i = 0; i < w->nfields; i++)
        if (!w->fields[i].result) return true;
    return false;
}

/* The address in «HYPERLINK "…"»; empty where the code is another. */
static struct text linked_by(struct text code) {
    code = text_trim(code);
    if (!text_starts(code, T("HYPERLINK"))) return T("");
    size_t open = text_find(code, T("\""));
    struct text rest = text_after(code, open + 1);
    return text_part(rest, 0, text_find(rest, T("\"")));
}

static void read_field_mark(struct word *w, const struct xml *x) {
    struct text kind = xml_value(x, "fldCharType");
    struct field *last = w->nfields ? &w->fields[w->nfields - 1] : NULL;
    if (text_equal(kind, T("begin")) && w->nfields < FIELDS_MOST) {
        w->fields[w->nfields++] = (struct field){0};
    } else if (text_equal(kind, T("separate")) && last) {
        last->result = true;
        last->link = linked_by(last->code);
    } else if (text_equal(kind, T("end")) && last) {
        w->nfields--;
    }
}

static void read_code(struct word *w, const struct xml *x) {
    if (!w->nfields || w->fields[w->nfields - 1].result) return;
    struct field *f = &w->fields[w->nfields - 1];
    for (const struct xml *c = x->first; c; c = c->next) f->code = TEXT_JOIN(w->a, f->code, c->text);
}

/* --- text --- */

static bool may_link(struct text address) {
    return text_starts(address, T("http://")) || text_starts(address, T("https://")) ||
           text_starts(address, T("mailto:"));
}

static void add_text(struct word *w, const struct manner *m, struct text t, bool breaks) {
    struct text link = m->link;
    for (int i = 0; i < w->nfields; i++)
        if (w->fields[i].link.n) link = w->fields[i].link;
    if (in_code(w)) return;
    part_add(w->a, &w->now, (struct stretch){t, may_link(link) ? link : T(""), m->look, breaks});
}

/* A sign of a font that has no Unicode of its own; some are known (17.3.3.30). */
static void read_symbol(struct word *w, const struct manner *m, const struct xml *x) {
    static const struct { const char *code, *text; } known[] = {
        {"F0B7", "•"}, {"F02D", "–"}, {"F0E0", "→"}, {"F0FC", "✓"}, {"F0A7", "▪"}};
    struct text code = xml_value(x, "char");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (text_equal(code, text_of(known[i].code))) {
            add_text(w, m, text_of(known[i].text), false);
            return;
        }
    w->left_out[LEFT_SYMBOLS]++;
}

/* What stands in a run for one fixed text. */
static const struct { const char *name, *text; } fixed[] = {
    {"tab", " "}, {"ptab", " "}, {"noBreakHyphen", "\u2011"}};

static void read_in_run(struct word *w, const struct manner *m, const struct xml *x) {
    struct text kind = xml_value(x, "type");
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (xml_is(x, fixed[i].name)) add_text(w, m, text_of(fixed[i].text), false);
    if (xml_is(x, "t"))
        for (const struct xml *c = x->first; c; c = c->next) add_text(w, m, c->text, false);
    else if (xml_is(x, "cr") || (xml_is(x, "br") && (!kind.n || text_equal(kind, T("textWrapping")))))
        add_text(w, m, T(""), true);
    else if (xml_is(x, "sym")) read_symbol(w, m, x);
    else if (xml_is(x, "drawing")) read_drawing(w, x);
    else if (xml_is(x, "pict")) read_old_drawing(w, x);
    else if (xml_is(x, "object")) w->left_out[LEFT_OBJECTS]++;
    else if (xml_is(x, "fldChar")) read_field_mark(w, x);
    else if (xml_is(x, "instrText")) read_code(w, x);
    else if (xml_is(x, "commentReference")) w->left_out[LEFT_COMMENTS]++;
    else if (xml_is(x, "footnoteReference") || xml_is(x, "endnoteReference"))
        w->left_out[LEFT_NOTES]++;
}

/* What may be said in two ways (ISO/IEC 29500-3, 10.2): the older one, which is plainer; a picture
 * by the newer. */
static const struct xml *choose(const struct xml *x) {
    const struct xml *choice = NULL, *fallback = NULL;
    for (const struct xml *c = x->first; c; c = c->next) {
        if (text_equal(c->name, T("Choice")) && !choice) choice = c;
        if (text_equal(c->name, T("Fallback"))) fallback = c;
    }
    if (choice && (xml_below(choice, "drawing") || !fallback)) return choice;
    return fallback;
}

static void read_run(struct word *w, struct manner m, const struct xml *run) {
    const struct xml *properties = xml_child(run, "rPr");
    struct text style = xml_value(xml_child(properties, "rStyle"), "val");
    const struct xml *hidden = xml_child(properties, "vanish");
    if (style.n) m.look |= styles_find(&w->styles, style).look;
    m.look = look_over(properties, m.look);
    if (hidden && !text_equal(xml_value(hidden, "val"), T("0"))) {
        w->left_out[LEFT_HIDDEN]++;
        return;
    }
    for (const struct xml *x = run->first; x; x = x->next) {
        const struct xml *other = text_equal(x->name, T("AlternateContent")) ? choose(x) : NULL;
        for (const struct xml *c = other ? other->first : NULL; c; c = c->next)
            read_in_run(w, &m, c);
        if (!other) read_in_run(w, &m, x);
    }
}

static void read_runs(struct word *w, struct manner m, const struct xml *from);

static void read_link(struct word *w, struct manner m, const struct xml *x) {
    const struct relationship *r = package_relation(&w->package, xml_value(x, "id"));
    if (r && r->external) m.link = r->target;
    read_runs(w, m, x);
}

/* Elements that only hold others. */
static bool holds(const struct xml *x) {
    static const char *const names[] = {"ins", "moveTo", "smartTag", "sdt", "sdtContent",
                                        "customXml", "dir", "bdo"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (xml_is(x, names[i])) return true;
    return false;
}

static bool is_deleted(const struct xml *x) {
    return xml_is(x, "del") || xml_is(x, "moveFrom");
}

static void read_runs(struct word *w, struct manner m, const struct xml *from) {
    for (const struct xml *x = from->first; x; x = x->next) {
        if (xml_is(x, "r")) read_run(w, m, x);
        else if (xml_is(x, "hyperlink")) read_link(w, m, x);
        else if (is_deleted(x)) w->left_out[LEFT_DELETIONS]++;
        else if (text_equal(x->name, T("oMath")) || text_equal(x->name, T("oMathPara")))
            w->left_out[LEFT_FORMULAS]++;
        else if (text_equal(x->name, T("AlternateContent")) && choose(x))
            read_runs(w, m, choose(x));
        else if (holds(x)) read_runs(w, m, x);
        else if (xml_is(x, "fldSimple")) {
            struct text link = linked_by(xml_value(x, "instr"));
            read_runs(w, link.n ? (struct manner){m.look, link} : m, x);
        }
    }
}

/* --- paragraphs --- */

static int heading_level(const struct style_facts *f) {
    int64_t level;
    if (f->outline) return f->outline;
    if (!text_starts(f->name, T("heading "))) return 0;
    return text_int(text_after(f->name, 8), 1, 9, &level) ? (int)level : 0;
}

/* A paragraph of a list is one of its items. */
static void find_item(struct word *w, const struct xml *properties, const struct style_facts *f,
                      struct part *p) {
    const struct xml *numbering = xml_child(properties, "numPr");
    int64_t id = f->list, level = f->level;
    text_int(xml_value(xml_child(numbering, "numId"), "val"), 0, 1000000, &id);
    text_int(xml_value(xml_child(numbering, "ilvl"), "val"), 0, LIST_LEVELS - 1, &level);
    if (level >= LIST_LEVELS) level = LIST_LEVELS - 1;
    struct numbered_list *list = id > 0 ? styles_list(&w->styles, (int)id) : NULL;
    if (!list || list->levels[level].none) return;
    p->kind = PART_ITEM;
    p->level = (int)level;
    p->list = (int)id;
    p->ordered = list->levels[level].ordered;
    p->number = list_count(list, (int)level);
}

static void find_kind(struct word *w, const struct xml *properties, struct part *p) {
    struct text style = xml_value(xml_child(properties, "pStyle"), "val");
    struct style_facts f = styles_find(&w->styles, style);
    int level = heading_level(&f);
    if (text_equal(f.name, T("title"))) p->kind = PART_TITLE;
    else if (text_equal(f.name, T("caption"))) p->kind = PART_CAPTION;
    else if (text_equal(f.name, T("quote")) || text_equal(f.name, T("intense quote")) ||
             text_equal(f.name, T("quotations")))
        p->kind = PART_QUOTE;
    else if (level) *p = (struct part){.kind = PART_HEADING, .level = level, .text = p->text};
    else find_item(w, properties, &f, p);
}

static bool has_text(const struct part *p) {
    for (size_t i = 0; i < p->text.n; i++)
        if (text_trim(p->text.at[i].text).n) return true;
    return false;
}

/* The paragraph, then the pictures in it, go to the document. */
static void finish_paragraph(struct word *w) {
    if (has_text(&w->now)) arena_push(w->a, &w->out->parts, w->now);
    for (size_t i = 0; i < w->pictures.n; i++)
        arena_push(w->a, &w->out->parts, w->pictures.at[i]);
    w->now = (struct part){0};
    w->pictures.n = 0;
}

static void read_paragraph(struct word *w, const struct xml *x) {
    const struct xml *properties = xml_child(x, "pPr");
    const struct xml *mark = xml_child(properties, "rPr");
    bool empty = !w->now.text.n;
    read_runs(w, (struct manner){0}, x);
    if (empty && has_text(&w->now)) find_kind(w, properties, &w->now);
    w->goes_on = xml_child(mark, "del");
    if (!w->goes_on) finish_paragraph(w);
}

static void read_blocks(struct word *w, const struct xml *from);

static bool is_row(const struct xml *x) {
    return xml_is(x, "tr") && !xml_child(xml_child(x, "trPr"), "del");
}

/* The only row of a table; NULL where it has more. */
static const struct xml *only_row(const struct xml *table) {
    const struct xml *found = NULL;
    for (const struct xml *row = table->first; row; row = row->next) {
        if (!is_row(row)) continue;
        if (found) return NULL;
        found = row;
    }
    return found;
}

static void count_deleted_rows(struct word *w, const struct xml *table) {
    for (const struct xml *row = table->first; row; row = row->next)
        w->left_out[LEFT_DELETIONS] += xml_is(row, "tr") && !is_row(row);
}

/* A table: the text of its cells goes into a file of its own; one cell alone is no table. One row is
 * none either: so Word files put things side by side, as in a letterhead, and its cells are read one
 * after the other. */
static void read_table(struct word *w, const struct xml *x) {
    struct grid grid = {.a = w->a};
    size_t before = w->out->parts.n;
    const struct xml *only = only_row(x);
    count_deleted_rows(w, x);
    for (const struct xml *cell = only ? only->first : NULL; cell; cell = cell->next)
        if (xml_is(cell, "tc")) read_blocks(w, cell);
    if (only) return;
    for (const struct xml *row = x->first; row; row = row->next) {
        if (!is_row(row)) continue;
        grid_row(&grid);
        for (const struct xml *cell = row->first; cell; cell = cell->next) {
            int64_t span = 1;
            if (!xml_is(cell, "tc")) continue;
            text_int(xml_value(xml_child(xml_child(cell, "tcPr"), "gridSpan"), "val"), 1,
                     GRID_COLUMNS_MOST, &span);
            size_t first = w->out->parts.n;
            read_blocks(w, cell);
            grid_cell(&grid, w->out, first, (int)span);
        }
    }
    const struct xml *properties = xml_child(x, "tblPr");
    struct text says = xml_value(xml_child(properties, "tblCaption"), "val");
    grid_finish(&grid, w->out, before, companion_name(w, ".csv"), text_trim(says));
}

static void read_blocks(struct word *w, const struct xml *from) {
    for (const struct xml *x = from->first; x; x = x->next) {
        if (xml_is(x, "p")) read_paragraph(w, x);
        else if (xml_is(x, "tbl")) read_table(w, x);
        else if (is_deleted(x)) w->left_out[LEFT_DELETIONS]++;
        else if (text_equal(x->name, T("AlternateContent")) && choose(x))
            read_blocks(w, choose(x));
        else if (holds(x)) read_blocks(w, x);
    }
    if (w->goes_on) finish_paragraph(w);
    w->goes_on = false;
}

/* --- the whole --- */

static void count_headers(struct word *w) {
    for (size_t i = 0; i < w->package.relations.n; i++) {
        const struct relationship *r = &w->package.relations.at[i];
        bool head = text_equal(r->type, T("header")) || text_equal(r->type, T("footer"));
        const struct xml *x = head && !r->external ? package_xml(&w->package, r->target) : NULL;
        if (x && xml_says(x)) w->left_out[LEFT_HEADERS]++;
    }
}

static void tell_left_out(const struct word *w) {
    for (int i = 0; i < LEFT_OUT__MAX; i++)
        if (w->left_out[i])
            DIAG(w->d, place_of(w), left_out_said[i], text_number(w->d->arena, w->left_out[i]));
}

bool word_read(struct arena *a, struct diags *d, struct text file, struct text name,
               struct text bytes, struct document *out) {
    struct word w = {.a = a, .d = d, .file = file, .name = name, .out = out};
    *out = (struct document){.a = a};
    if (!package_open(a, d, file, bytes, &w.package)) return false;
    const struct xml *root = package_xml(&w.package, w.package.document);
    const struct xml *body = root ? xml_child(root, "body") : NULL;
    if (root && !body) DIAG0(d, place_of(&w), CONVERT_NOT_WORD);
    if (!body) return false;
    styles_read(&w.package, &w.styles);
    read_blocks(&w, body);
    count_headers(&w);
    tell_left_out(&w);
    return diags_fine(d);
}
