/* See pdf.h. The list is walked once in order to give every glyph its code; then pages and faces
 * are made ready by all threads, each page and face by one; then the objects are put together in
 * order. */
#include "pdf/pdf.h"

#include "base/parallel.h"
#include "pdf/codes.h"
#include "pdf/content.h"
#include "pdf/embed.h"
#include "pdf/haru.h"
#include "pdf/tags.h"

enum { FAN = 64 /* kids of a node in the tree of pages */ };

/* What a thread works with. */
struct hand {
    struct arena lasting, scratch, zlib;
    struct deflater *z;
};

struct making {
    const struct list *list;
    const struct pdf_facts *facts;
    struct text *sources;     /* deflated */
    const struct codes *codes;
    struct hand *hands;
    struct open_tags *open;   /* by page */
    struct content *contents; /* by page, bytes deflated */
    struct embedded *faces;
    bool *used;               /* faces that have a glyph on a page */
    struct diags *diags;      /* by face */
};

static void open_hand(struct hand *hand) {
    hand->lasting = arena_open((size_t)1 << 32);
    hand->scratch = arena_open((size_t)1 << 28);
    hand->zlib = arena_open((size_t)1 << 20);
    hand->z = deflater_open(&hand->zlib);
}

static void close_hand(struct hand *hand) {
    deflater_close(hand->z);
    arena_close(&hand->lasting);
    arena_close(&hand->scratch);
    arena_close(&hand->zlib);
}

/* Jobs are the sources and the faces, which take longest, and then the pages. */
static void make_part(void *shared, size_t i, size_t worker) {
    struct making *m = shared;
    struct hand *hand = &m->hands[worker];
    size_t faces = codes_faces(m->codes), sources = m->facts->nsources;
    if (i < sources) {
        m->sources[i] = deflate_bytes(hand->z, &hand->lasting, m->facts->sources[i].bytes);
        return;
    }
    i -= sources;
    if (i < faces) {
        const struct face_codes *face = codes_face(m->codes, i);
        m->diags[i] = diags_make(&hand->lasting);
        if (m->used[i])
            embed_prepare(&hand->lasting, &m->diags[i], hand->z, face, &m->faces[i]);
        return;
    }
    struct content *content = &m->contents[i - faces];
    content_make(&hand->lasting, &hand->scratch, m->list, i - faces, m->codes, m->open[i - faces],
                 content);
    content->bytes = deflate_bytes(hand->z, &hand->lasting, content->bytes);
}

/* Whether the face has more than its spaces. */
static bool face_used(const struct face_codes *f) {
    size_t n = 0;
    for (size_t i = 0; i < font_glyphs(f->font) && n < 2; i++) n += f->glyphs[i];
    return n > 1;
}

/* --- objects --- */

static struct haru_dict *put_fonts(struct haru *h, struct arena *a, const struct making *m) {
    struct haru_dict *fonts = haru_dict(h);
    for (size_t i = 0; i < codes_faces(m->codes); i++)
        if (m->used[i])
            embed_put(h, a, codes_face(m->codes, i), &m->faces[i], fonts,
                      codes_font(m->codes, i, 0));
    return fonts;
}

static void build_box(struct build *b, length x0, length y0, length x1, length y1) {
    const length v[] = {x0, y0, x1, y1};
    build_char(b, '[');
    for (int i = 0; i < 4; i++) {
        if (i) build_char(b, ' ');
        build_length(b, v[i], 2);
    }
    build_char(b, ']');
}

/* An address as a PDF has it: in ASCII, what is not as percent-encoded UTF-8 (ISO 32000-1, 12.6.4.7;
 * RFC 3987, section 3.1). */
static struct text ascii_address(struct arena *a, struct text address) {
    static const char hex[] = "0123456789ABCDEF";
    struct build b = {.arena = a};
    for (size_t i = 0; i < address.n; i++) {
        unsigned char c = (unsigned char)address.at[i];
        if (c > ' ' && c < 0x7F) {
            build_char(&b, (char)c);
            continue;
        }
        build_char(&b, '%');
        build_char(&b, hex[c >> 4]);
        build_char(&b, hex[c & 15]);
    }
    return build_done(&b);
}

/* Where a link leads, and the words for who cannot see it. */
static void build_target(struct build *b, const struct list *list, const struct mark *m) {
    if (m->what == LINK_ADDRESS) {
        const struct link *to = list->links.at[m->number];
        build_text(b, T("/A<</S/URI/URI"));
        build_pdf_string(b, ascii_address(b->arena, to->address));
        build_text(b, T(">>/Contents"));
        build_pdf_string(b, to->title.n ? to->title : to->address);
        return;
    }
    const struct anchor *to = &list->anchors.at[m->number];
    build_text(b, T("/Dest"));
    build_pdf_string(b, to->name);
    build_text(b, T("/Contents"));
    build_pdf_string(b, to->says.n ? to->says : to->title);
}

/* A link annotation (ISO 32000-1, 12.5.6.5): without a border, printed (F 4) though nothing shows. */
static uint32_t put_link(struct haru *h, const struct arena *a, const struct list *list,
                         const struct mark *m, int parent_key) {
    struct arena scratch = *a;
    struct build b = {.arena = &scratch};
    uint32_t number = haru_record(h);
    build_text(&b, T("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect"));
    build_box(&b, m->x, list->height - m->y - m->box.height, m->x + m->box.width,
              list->height - m->y);
    build_target(&b, list, m);
    build_text(&b, T("/StructParent "));
    build_int(&b, parent_key);
    build_text(&b, T(">>"));
    haru_fill(h, number, build_done(&b));
    return number;
}

/* What a page's object needs besides its content: object numbers, and its place. */
struct page_object {
    uint32_t number, parent, resources;
    uint32_t widget; /* of a form; 0: none */
    size_t index;
};

/* One page's object, with its links. */
static void fill_page(struct haru *h, const struct arena *a, const struct content *content,
                      const struct page_object *page, const uint32_t *links) {
    struct arena scratch = *a;
    struct build b = {.arena = &scratch};
    build_text(&b, T("<</Type/Page/Parent "));
    build_ref(&b, page->parent);
    build_text(&b, T("/Resources "));
    build_ref(&b, page->resources);
    build_text(&b, T("/Contents "));
    build_ref(&b, haru_stream(h, (struct text){0}, content->bytes, true));
    build_text(&b, T("/Tabs/S/StructParents "));
    build_int(&b, (int64_t)page->index);
    if (content->links.n || page->widget) {
        build_text(&b, T("/Annots["));
        for (size_t i = 0; i < content->links.n; i++) {
            if (i) build_char(&b, ' ');
            build_ref(&b, links[i]);
        }
        if (content->links.n && page->widget) build_char(&b, ' ');
        if (page->widget) build_ref(&b, page->widget);
        build_char(&b, ']');
    }
    build_text(&b, T(">>"));
    haru_fill(h, page->number, build_done(&b));
}

/* The nodes over kids [0, n), level by level up to the root, which is given; parents[i] is set to
 * the node over page i. */
static void put_page_tree(struct haru *h, struct arena *a, const uint32_t *pages, size_t n,
                          uint32_t root, struct text inherited, uint32_t *parents) {
    size_t nodes = (n + FAN - 1) / FAN;
    struct build b = {.arena = a};
    build_text(&b, T("<</Type/Pages/Count "));
    build_int(&b, (int64_t)n);
    build_text(&b, inherited);
    build_text(&b, T("/Kids["));
    for (size_t i = 0; i < nodes; i++) {
        size_t from = i * FAN, to = from + FAN < n ? from + FAN : n;
        struct build inner = {.arena = a};
        uint32_t node = nodes > 1 ? haru_record(h) : root;
        for (size_t k = from; k < to; k++) {
            build_ref(&inner, pages[k]);
            build_char(&inner, ' ');
            parents[k] = node;
        }
        if (nodes == 1) {
            build_text(&b, build_done(&inner));
            break;
        }
        haru_fill(h, node,
                  TEXT_JOIN(a, T("<</Type/Pages/Parent "), text_number(a, root), T(" 0 R/Count "),
                            text_number(a, (int64_t)(to - from)), T("/Kids["), build_done(&inner),
                            T("]>>")));
        build_ref(&b, node);
        build_char(&b, ' ');
    }
    build_text(&b, T("]>>"));
    haru_fill(h, root, build_done(&b));
}

/* What all pages have: their size. */
static struct text inherited(struct arena *a, const struct making *m) {
    struct build b = {.arena = a};
    build_text(&b, T("/MediaBox"));
    build_box(&b, 0, 0, m->list->width, m->list->height);
    return build_done(&b);
}

/* The resources of all pages. Each page names them itself, for PDF/A takes none that are inherited
 * (ISO 19005-3, 6.2.2). */
static uint32_t put_resources(struct haru *h, struct arena *a, const struct making *m) {
    struct haru_dict *resources = haru_object(h);
    haru_put(h, resources, "Font", put_fonts(h, a, m));
    return haru_number(resources);
}

static void put_objects(struct haru *h, const struct making *m, size_t elements,
                        struct sign_gap *gap) {
    size_t n = m->list->pages.n, annotations = 0;
    struct arena *a = &m->hands[0].lasting;
    const struct arena *scratch = &m->hands[0].scratch;
    uint32_t *pages = arena_new(a, uint32_t, n), *parents = arena_new(a, uint32_t, n);
    const struct signature *signature = m->facts->signature;
    struct tags *tags = tags_make(a, scratch, h, m->list, elements + !!signature);
    uint32_t resources = put_resources(h, a, m), widget = signature ? haru_record(h) : 0;
    for (size_t i = 0; i < n; i++) pages[i] = haru_record(h);
    put_page_tree(h, a, pages, n, haru_pages(h), inherited(a, m), parents);
    for (size_t i = 0; i < n; i++) {
        const struct content *c = &m->contents[i];
        uint32_t *links = arena_new(a, uint32_t, c->links.n);
        for (size_t k = 0; k < c->links.n; k++, annotations++)
            links[k] = put_link(h, scratch, m->list, c->links.at[k],
                                tags_parent_key(tags, annotations));
        struct page_object page = {pages[i], parents[i], resources, i ? 0 : widget, i};
        fill_page(h, scratch, c, &page, links);
        tags_page(tags, i, pages[i], c, links);
    }
    if (widget) {
        tags_field(tags, pages[0], widget);
        sign_reserve(h, scratch, signature, widget, pages[0], tags_parent_key(tags, annotations),
                     gap);
    }
    meta_info(h, scratch, m->facts);
    meta_places(h, scratch, m->list, pages);
    meta_catalog(h, scratch, m->list, m->facts, m->sources, tags_finish(tags));
}

/* Finds what is open at the start of each page; returns the number of elements. */
static size_t find_open_tags(struct making *m, struct arena *a) {
    struct open_tags open = {0};
    m->open = arena_new(a, struct open_tags, m->list->pages.n);
    for (size_t i = 0; i < m->list->pages.n; i++) {
        m->open[i] = open;
        content_skip(&m->list->pages.at[i], &open);
    }
    return open.next;
}

/* What the pages and faces become, by all hands. */
static void make_parts(struct making *m, struct diags *d, size_t workers) {
    struct arena *a = &m->hands[0].lasting;
    size_t faces = codes_faces(m->codes);
    m->contents = arena_new(a, struct content, m->list->pages.n);
    m->sources = arena_new(a, struct text, m->facts->nsources);
    m->faces = arena_new(a, struct embedded, faces);
    m->diags = arena_new(a, struct diags, faces);
    m->used = arena_new(a, bool, faces);
    for (size_t i = 0; i < faces; i++) m->used[i] = face_used(codes_face(m->codes, i));
    parallel_run(workers, m->facts->nsources + faces + m->list->pages.n, make_part, m);
    for (size_t i = 0; i < faces; i++) diags_merge(d, &m->diags[i]);
}

bool pdf_write(struct arena *a, struct diags *d, const struct list *list,
               const struct pdf_facts *facts, size_t workers, struct text *out,
               struct sign_gap *gap) {
    struct hand hands[WORKERS_MAX];
    struct making m = {.list = list, .facts = facts, .hands = hands};
    for (size_t i = 0; i < workers; i++) open_hand(&hands[i]);
    m.codes = codes_make(&hands[0].lasting, list);
    size_t elements = find_open_tags(&m, &hands[0].lasting);
    make_parts(&m, d, workers);
    struct haru *h = haru_open(&hands[0].lasting, a, hands[0].z);
    bool ok = h && diags_fine(d);
    if (ok) {
        put_objects(h, &m, elements, gap);
        ok = haru_save(h, d, out);
        if (ok && facts->signature) sign_measure(*out, gap);
    }
    haru_close(h);
    for (size_t i = 0; i < workers; i++) close_hand(&hands[i]);
    return ok;
}
