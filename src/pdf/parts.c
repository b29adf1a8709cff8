/* See parts.h. */
#include "pdf/parts.h"

enum {
    FAN = 64,  /* kids of a node in the tree of pages */
    TURN = 32  /* at most so many pages are made at a time, where that is by turns */
};

static void make_page(void *shared, size_t i, size_t worker) {
    struct parts *p = shared;
    struct tools *hand = &p->hands[worker];
    struct arena *a = &hand->pages[p->side];
    struct content *content = &p->contents[i];
    content_make(a, &hand->scratch, p->list, i, p->codes, p->open[i], p->inks, content);
    content->bytes = deflate_bytes(hand->z, a, content->bytes);
}

static void make_file(void *shared, size_t i, size_t worker) {
    struct parts *p = shared;
    struct tools *hand = &p->hands[worker];
    p->deflated[i] = deflate_bytes(hand->z, &hand->lasting, p->files[i]);
}

/* Jobs are the faces and pictures, which take longest, and then the pages. */
static void make_part(void *shared, size_t i, size_t worker) {
    struct parts *p = shared;
    struct tools *hand = &p->hands[worker];
    size_t faces = codes_faces(p->codes);
    if (i < faces) {
        const struct face_codes *face = codes_face(p->codes, i);
        p->diags[i] = diags_make(&hand->lasting);
        if (p->used[i])
            embed_prepare(p->means.foundry, &hand->lasting, &p->diags[i], hand->z, face, &p->faces[i]);
        return;
    }
    i -= faces;
    if (i < p->list->pictures.n) {
        image_prepare(&hand->lasting, hand->z, p->list->pictures.at[i], &p->images[i]);
        return;
    }
    make_page(p, i - p->list->pictures.n, worker);
}

/* Whether the face has more than its spaces. */
static bool face_used(const struct face_codes *f) {
    size_t n = 0, all = font_glyphs(f->font);
    for (size_t i = 0; i < all && n < 2; i++) n += f->glyphs[i];
    return n > 1;
}

/* Finds what is open at the start of each page; returns the number of elements. */
static size_t find_open_tags(struct parts *p, struct arena *a) {
    struct open_tags open = {0};
    p->open = arena_new(a, struct open_tags, p->list->pages.n);
    for (size_t i = 0; i < p->list->pages.n; i++) {
        p->open[i] = open;
        content_skip(&p->list->pages.at[i], &open);
    }
    return open.next;
}

/* Where the turn that starts at `from` ends: turns are of one length. */
static size_t turn_end(const struct parts *p, size_t from) {
    size_t n = p->list->pages.n, turns = p->by_turns ? (n + TURN - 1) / TURN : 1;
    size_t end = from + (turns ? (n + turns - 1) / turns : n);
    return end < n ? end : n;
}

static void begin_turn(struct parts *p) {
    p->ahead = turn_end(p, p->to);
    p->side = !p->side;
    for (size_t i = 0; i < crew_size(p->means.crew); i++)
        p->hands[i].pages[p->side].at = p->hands[i].pages[p->side].base;
    crew_post(p->means.crew, p->to, p->ahead, make_page, p);
}

void parts_make(struct parts *p, struct diags *d) {
    for (size_t i = 0; i < crew_size(p->means.crew); i++) tools_open(&p->hands[i], p->means.rooms);
    p->lasting = rooms_take(p->means.rooms, (size_t)1 << 32);
    p->scratch = rooms_take(p->means.rooms, (size_t)1 << 28);
    struct arena *a = &p->lasting;
    p->deflated = arena_new(a, struct text, p->nfiles);
    crew_post(p->means.crew, 0, p->nfiles, make_file, p);
    p->codes = codes_make(a, p->list);
    p->elements = find_open_tags(p, a);
    size_t faces = codes_faces(p->codes);
    p->contents = arena_new(a, struct content, p->list->pages.n);
    p->images = arena_new(a, struct image, p->list->pictures.n);
    p->faces = arena_new(a, struct embedded, faces);
    p->diags = arena_new(a, struct diags, faces);
    p->used = arena_new(a, bool, faces);
    for (size_t i = 0; i < faces; i++) p->used[i] = face_used(codes_face(p->codes, i));
    p->to = turn_end(p, 0);
    crew_run(p->means.crew, faces + p->list->pictures.n + p->to, make_part, p);
    begin_turn(p);
    for (size_t i = 0; i < faces; i++) diags_merge(d, &p->diags[i]);
}

void parts_turn(struct parts *p) {
    crew_finish(p->means.crew);
    p->from = p->to;
    p->to = p->ahead;
    begin_turn(p);
}

void parts_close(struct parts *p) {
    crew_finish(p->means.crew);
    rooms_give(p->means.rooms, &p->lasting);
    rooms_give(p->means.rooms, &p->scratch);
    for (size_t i = 0; i < crew_size(p->means.crew); i++) tools_close(&p->hands[i]);
}

static struct haru_dict *put_fonts(struct haru *h, struct arena *a, const struct parts *p) {
    struct haru_dict *fonts = haru_dict(h);
    for (size_t i = 0; i < codes_faces(p->codes); i++)
        if (p->used[i])
            embed_put(h, a, codes_face(p->codes, i), &p->faces[i], fonts,
                      codes_font(p->codes, i, 0));
    return fonts;
}

static struct haru_dict *put_images(struct haru *h, const struct arena *a, const struct parts *p,
                                    uint32_t srgb) {
    struct haru_dict *images = haru_dict(h);
    struct arena scratch = *a;
    for (size_t i = 0; i < p->list->pictures.n; i++) {
        struct text key = TEXT_JOIN(&scratch, T("I"), text_number(&scratch, (int64_t)i));
        haru_ref(h, images, text_z(&scratch, key), image_put(h, &scratch, &p->images[i], srgb));
    }
    return images;
}

void parts_resources(struct haru *h, struct arena *a, const struct parts *p,
                     struct haru_dict *resources, uint32_t srgb) {
    haru_put(h, resources, "Font", put_fonts(h, a, p));
    if (p->list->pictures.n)
        haru_put(h, resources, "XObject", put_images(h, &p->scratch, p, srgb));
}

void parts_tree(struct haru *h, struct arena *a, const uint32_t *pages, size_t n,
                struct text inherited, uint32_t *parents) {
    uint32_t root = haru_pages(h);
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
