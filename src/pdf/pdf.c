/* See pdf.h. The list is walked once in order to give every glyph its code; then faces and pages are
 * made ready by all threads, each face and page by one, and put into the file in order: some pages at
 * a time, so that a long bulletin takes no more memory than they do. */
#include "pdf/pdf.h"

#include "pdf/haru.h"
#include "pdf/parts.h"
#include "pdf/tags.h"

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

/* What all pages have: their size. */
static struct text inherited(struct arena *a, const struct list *list) {
    struct build b = {.arena = a};
    build_text(&b, T("/MediaBox"));
    build_box(&b, 0, 0, list->width, list->height);
    return build_done(&b);
}

/* The resources of all pages. Each page names them itself, for PDF/A takes none that are inherited
 * (ISO 19005-3, 6.2.2). */
static uint32_t put_resources(struct haru *h, struct arena *a, const struct parts *p) {
    struct haru_dict *resources = haru_object(h);
    parts_resources(h, a, p, resources, 0);
    return haru_number(resources);
}

/* `spent`, where it is not NULL, is the list, to be given back as it goes. */
static void put_objects(struct haru *h, struct parts *p, struct list *spent,
                        const struct pdf_facts *facts, struct sign_gap *gap) {
    size_t n = p->list->pages.n, annotations = 0;
    struct arena *a = &p->lasting;
    const struct arena *scratch = &p->scratch;
    uint32_t *pages = arena_new(a, uint32_t, n), *parents = arena_new(a, uint32_t, n);
    const struct signature *signature = facts->signature;
    struct tags *tags = tags_make(a, scratch, p->means.rooms, h, p->list,
                                  p->elements + !!signature);
    uint32_t resources = put_resources(h, a, p), widget = signature ? haru_record(h) : 0;
    for (size_t i = 0; i < n; i++) pages[i] = haru_record(h);
    parts_tree(h, a, pages, n, inherited(a, p->list), parents);
    for (size_t i = 0; i < n; i++) {
        if (i == p->to) {
            parts_turn(p);
            if (spent) list_spend(spent, i);
        }
        const struct content *c = &p->contents[i];
        uint32_t *links = arena_new(a, uint32_t, c->links.n);
        for (size_t k = 0; k < c->links.n; k++, annotations++)
            links[k] = put_link(h, scratch, p->list, c->links.at[k],
                                tags_parent_key(tags, annotations));
        struct page_object page = {pages[i], parents[i], resources, i ? 0 : widget, i};
        fill_page(h, scratch, c, &page, links);
        tags_page(tags, pages[i], c, links);
    }
    if (widget) {
        tags_field(tags, pages[0], widget);
        sign_reserve(h, scratch, signature, widget, pages[0], tags_parent_key(tags, annotations),
                     gap);
    }
    meta_info(h, scratch, facts);
    meta_places(h, scratch, p->list, pages);
    meta_catalog(h, scratch, p->list, facts, p->deflated, tags_finish(tags));
}

/* The bytes of the files that are attached. */
static const struct text *file_bytes(struct arena *a, const struct pdf_facts *facts) {
    struct text *bytes = arena_new(a, struct text, facts->nsources);
    for (size_t i = 0; i < facts->nsources; i++) bytes[i] = facts->sources[i].bytes;
    return bytes;
}

bool pdf_write(struct arena *a, struct diags *d, struct list *list, bool spend,
               const struct pdf_facts *facts, struct pdf_means means, struct text *out,
               struct sign_gap *gap) {
    struct parts p = {.list = list, .files = file_bytes(list->a, facts),
                      .nfiles = facts->nsources, .means = means, .by_turns = true};
    parts_make(&p, d);
    struct haru *h = haru_open(&p.lasting, a, p.hands, means.crew, HARU_COMPACT);
    bool ok = h && diags_fine(d);
    if (ok) {
        put_objects(h, &p, spend ? list : NULL, facts, gap);
        ok = haru_save(h, d, out);
        if (ok && facts->signature) sign_measure(*out, gap);
    }
    haru_close(h);
    parts_close(&p);
    return ok;
}

static size_t face_weight(const struct embedded *e, size_t spaces) {
    size_t n = e->cast.program.n;
    for (size_t i = 0; i < spaces; i++) n += e->cmaps[i].n + e->unicode[i].n + e->glyphs[i].n;
    return n;
}

struct pdf_weights pdf_weigh(struct diags *d, const struct list *list,
                             const struct pdf_facts *facts, struct pdf_means means) {
    struct pdf_weights w = {0};
    struct parts p = {.list = list, .files = file_bytes(list->a, facts),
                      .nfiles = facts->nsources, .means = means};
    parts_make(&p, d);
    for (size_t i = 0; i < codes_faces(p.codes); i++)
        if (p.used[i]) w.fonts += face_weight(&p.faces[i], codes_face(p.codes, i)->nspaces);
    for (size_t i = 0; i < list->pages.n; i++) w.pages += p.contents[i].bytes.n;
    for (size_t i = 0; i < list->pictures.n; i++)
        w.pictures += p.images[i].data.n + p.images[i].mask.n + p.images[i].profile.n;
    for (size_t i = 0; i < p.nfiles; i++) w.attachments += p.deflated[i].n;
    parts_close(&p);
    return w;
}
