/* See tags.h. Elements are records, and their kids a chain each: a big bulletin has tens of
 * thousands. */
#include "pdf/tags.h"

enum { LEAF = 512 /* entries in a leaf of the parent tree */ };

struct child {
    uint32_t next;   /* in the chain; 0: the last */
    uint32_t value;
    uint32_t page;   /* object; for content and links */
    uint8_t kind;
};

struct element {
    uint32_t number, parent;
    uint32_t first, last; /* children, by index + 1 */
    uint32_t page;        /* the object of the first page it has content on */
    uint8_t tag;
    uint16_t lang;        /* index + 1 in the list's languages; 0: as around it */
};

/* What is heard of an element in place of what it shows; of a figure, that, too. */
struct saying {
    uint32_t element;
    struct text says;
    struct mark picture; /* the list's may be gone when it is told where that is */
};

struct tags {
    struct arena *a;
    struct arena scratch;
    struct haru *h;
    const struct list *list;
    struct element *elements;
    size_t nelements, npages;
    struct rooms *rooms;
    struct arena room; /* for the children, which grow in place; of the rooms */
    struct { struct child *at; size_t n, cap; } children;
    struct { struct saying *at; size_t n, cap; } sayings; /* in the order of their elements */
    struct { uint32_t *at; size_t n, cap; } page_keys; /* records of arrays, by page */
    struct { uint32_t *at; size_t n, cap; } link_keys; /* element objects, by annotation */
    uint32_t root;
};

struct tags *tags_make(struct arena *a, const struct arena *scratch, struct rooms *rooms, struct haru *h,
                       const struct list *list, size_t elements) {
    struct tags *t = arena_new(a, struct tags, 1);
    *t = (struct tags){.a = a, .scratch = *scratch, .h = h, .list = list, .nelements = elements,
                       .npages = list->pages.n, .rooms = rooms,
                       .room = rooms_take(rooms, (size_t)1 << 30),
                       .elements = arena_new(a, struct element, elements)};
    arena_reserve(a, &t->page_keys, t->npages);
    t->root = haru_record(h);
    for (size_t i = 0; i < elements; i++) t->elements[i].number = haru_record(h);
    return t;
}

/* What the element says; NULL: no more than its text. */
static struct saying *find_saying(const struct tags *t, uint32_t element) {
    size_t low = 0, high = t->sayings.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->sayings.at[middle].element < element) low = middle + 1;
        else high = middle;
    }
    bool found = low < t->sayings.n && t->sayings.at[low].element == element;
    return found ? &t->sayings.at[low] : NULL;
}

static void add_child(struct tags *t, uint32_t parent, struct child c) {
    struct element *e = &t->elements[parent];
    arena_push(&t->room, &t->children, c);
    uint32_t number = (uint32_t)t->children.n;
    if (e->last) t->children.at[e->last - 1].next = number;
    else e->first = number;
    e->last = number;
    if (c.page && !e->page) e->page = c.page;
}

void tags_page(struct tags *t, uint32_t page, const struct content *content,
               const uint32_t *links) {
    struct arena scratch = t->scratch;
    struct build parents = {.arena = &scratch};
    uint32_t key = haru_record(t->h);
    build_char(&parents, '[');
    for (size_t i = 0; i < content->kids.n; i++) {
        const struct kid *k = &content->kids.at[i];
        struct child c = {.value = k->value, .page = page, .kind = k->kind};
        if (k->kind == KID_ELEMENT) {
            struct element *e = &t->elements[k->value];
            e->tag = k->tag;
            e->lang = k->lang;
            e->parent = k->parent == NO_ELEMENT ? t->root : t->elements[k->parent].number;
            c.value = e->number;
            c.page = 0;
            if (k->mark) arena_push(t->a, &t->sayings, ((struct saying){k->value, *k->mark->says, {0}}));
            if (k->parent == NO_ELEMENT) continue;
        } else if (k->kind == KID_PICTURE) {
            find_saying(t, k->parent)->picture = *k->mark;
            continue;
        } else if (k->kind == KID_CONTENT) {
            build_ref(&parents, t->elements[k->parent].number);
            build_char(&parents, ' ');
        } else {
            c.value = links[k->value];
            arena_push(t->a, &t->link_keys, t->elements[k->parent].number);
        }
        add_child(t, k->parent, c);
    }
    build_char(&parents, ']');
    haru_fill(t->h, key, build_done(&parents));
    arena_push(t->a, &t->page_keys, key);
}

void tags_field(struct tags *t, uint32_t page, uint32_t widget) {
    uint32_t index = (uint32_t)t->nelements - 1;
    struct element *e = &t->elements[index];
    e->tag = TAG_FORM;
    e->parent = t->elements[0].number;
    add_child(t, 0, (struct child){.value = e->number, .kind = KID_ELEMENT});
    add_child(t, index, (struct child){.value = widget, .page = page, .kind = KID_LINK});
    arena_push(t->a, &t->link_keys, e->number);
}

int tags_parent_key(const struct tags *t, size_t annotation) {
    return (int)(t->npages + annotation);
}

static void print_child(struct build *b, const struct element *e, const struct child *c) {
    switch ((enum kid_kind)c->kind) {
    case KID_PICTURE: break;
    case KID_ELEMENT: build_ref(b, c->value); break;
    case KID_CONTENT:
        if (c->page == e->page) {
            build_int(b, c->value);
            break;
        }
        build_text(b, T("<</Type/MCR/Pg "));
        build_ref(b, c->page);
        build_text(b, T("/MCID "));
        build_int(b, c->value);
        build_text(b, T(">>"));
        break;
    case KID_LINK:
        build_text(b, T("<</Type/OBJR/Obj "));
        build_ref(b, c->value);
        if (c->page != e->page) {
            build_text(b, T("/Pg "));
            build_ref(b, c->page);
        }
        build_text(b, T(">>"));
        break;
    }
}

/* What stands for a figure, and where it is (14.9.3 and 14.8.5.4.3). */
static void build_figure(struct build *b, const struct tags *t, uint32_t element) {
    const struct saying *f = find_saying(t, element);
    const struct mark *m = &f->picture;
    length bottom = t->list->height - m->y - m->box.height;
    const length box[] = {m->x, bottom, m->x + m->box.width, bottom + m->box.height};
    build_text(b, T("/Alt"));
    build_pdf_string(b, f->says);
    build_text(b, T("/A<</O/Layout/Placement/Block/BBox["));
    for (int i = 0; i < 4; i++) {
        if (i) build_char(b, ' ');
        build_length(b, box[i], 2);
    }
    build_text(b, T("]>>"));
}

/* What is heard of a span (14.9.4). */
static void build_span(struct build *b, const struct tags *t, uint32_t element) {
    const struct saying *s = find_saying(t, element);
    if (!s) return;
    build_text(b, T("/ActualText"));
    build_pdf_string(b, s->says);
}

static void fill_element(struct tags *t, const struct element *e) {
    struct arena scratch = t->scratch;
    struct build b = {.arena = &scratch};
    bool several = e->first != e->last;
    build_text(&b, T("<</S"));
    build_name(&b, tag_name((enum tag)e->tag));
    build_text(&b, T("/P "));
    build_ref(&b, e->parent);
    if (e->page) {
        build_text(&b, T("/Pg "));
        build_ref(&b, e->page);
    }
    if (e->lang) {
        build_text(&b, T("/Lang"));
        build_pdf_string(&b, t->list->langs.at[e->lang - 1]);
    }
    if (e->tag == TAG_L) build_text(&b, T("/A<</O/List/ListNumbering/Disc>>"));
    if (e->tag == TAG_L_NUMBERED) build_text(&b, T("/A<</O/List/ListNumbering/Decimal>>"));
    if (e->tag == TAG_TH) build_text(&b, T("/A<</O/Table/Scope/Column>>"));
    if (e->tag == TAG_FIGURE) build_figure(&b, t, (uint32_t)(e - t->elements));
    if (e->tag == TAG_SPAN) build_span(&b, t, (uint32_t)(e - t->elements));
    if (e->first) build_text(&b, several ? T("/K[") : T("/K ")); /* an empty item has none */
    for (uint32_t i = e->first; i; i = t->children.at[i - 1].next) {
        if (i != e->first) build_char(&b, ' ');
        print_child(&b, e, &t->children.at[i - 1]);
    }
    build_text(&b, several ? T("]>>") : T(">>"));
    haru_fill(t->h, e->number, build_done(&b));
}

/* Entry i of the parent tree: pages first, then annotations. */
static uint32_t parent_entry(const struct tags *t, size_t i) {
    return i < t->npages ? t->page_keys.at[i] : t->link_keys.at[i - t->npages];
}

static uint32_t parent_leaf(struct tags *t, const struct arena *a, size_t from, size_t to) {
    struct arena scratch = *a;
    struct build b = {.arena = &scratch};
    build_text(&b, T("<</Limits["));
    build_int(&b, (int64_t)from);
    build_char(&b, ' ');
    build_int(&b, (int64_t)to - 1);
    build_text(&b, T("]/Nums["));
    for (size_t i = from; i < to; i++) {
        build_int(&b, (int64_t)i);
        build_char(&b, ' ');
        build_ref(&b, parent_entry(t, i));
        build_char(&b, ' ');
    }
    build_text(&b, T("]>>"));
    uint32_t number = haru_record(t->h);
    haru_fill(t->h, number, build_done(&b));
    return number;
}

uint32_t tags_finish(struct tags *t) {
    struct arena scratch = t->scratch;
    struct build b = {.arena = &scratch};
    size_t entries = t->npages + t->link_keys.n;
    for (size_t i = 0; i < t->nelements; i++) fill_element(t, &t->elements[i]);
    build_text(&b, T("<</Type/StructTreeRoot/K "));
    build_ref(&b, t->elements[0].number);
    build_text(&b, T("/ParentTree<</Kids["));
    for (size_t i = 0; i < entries; i += LEAF) {
        build_ref(&b, parent_leaf(t, &scratch, i, i + LEAF < entries ? i + LEAF : entries));
        build_char(&b, ' ');
    }
    build_text(&b, T("]>>/ParentTreeNextKey "));
    build_int(&b, (int64_t)entries);
    build_text(&b, T(">>"));
    haru_fill(t->h, t->root, build_done(&b));
    rooms_give(t->rooms, &t->room);
    return t->root;
}
