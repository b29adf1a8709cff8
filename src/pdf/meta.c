/* See meta.h. */
#include "pdf/meta.h"

#include "pdf/srgb.h"
#include "pdf/xmp.h"

#include <assert.h>
#include <stdlib.h>

enum {
    LEAF = 256,          /* names in a leaf of the name tree */
    OUTLINE_OPEN = 2,    /* levels of the outline that are seen at first: down to communiqués */
    OUTLINE_DEEPEST = 2 + HEADING_LEVELS
};

/* «D:20251125000000Z» (ISO 32000-1, 7.9.4): midnight of the edition's day. */
static struct text pdf_date(struct arena *a, date day) {
    struct build b = {.arena = a};
    struct ymd v = date_ymd(day);
    build_text(&b, T("D:"));
    build_padded(&b, v.year, 4);
    build_padded(&b, v.month, 2);
    build_padded(&b, v.day, 2);
    build_text(&b, T("000000Z"));
    return build_done(&b);
}

void meta_info(struct haru *h, const struct arena *a, const struct pdf_facts *facts) {
    struct haru_dict *info = haru_info(h);
    struct arena scratch = *a;
    struct text day = pdf_date(&scratch, facts->date);
    haru_string(h, info, "Title", facts->title);
    haru_string(h, info, "Author", facts->publisher);
    haru_string(h, info, "Creator", facts->program);
    haru_string(h, info, "Producer", facts->program);
    haru_string(h, info, "CreationDate", day);
    haru_string(h, info, "ModDate", day);
}

/* Colours are those of sRGB (ISO 19005-3, 6.2.3). */
static void put_output_intent(struct haru *h, const struct arena *a) {
    struct arena scratch = *a;
    struct haru_dict *intent = haru_object(h);
    struct haru_array *intents = haru_array(h);
    haru_name(h, intent, "Type", T("OutputIntent"));
    haru_name(h, intent, "S", T("GTS_PDFA1"));
    haru_string(h, intent, "OutputConditionIdentifier", T("sRGB IEC61966-2.1"));
    haru_string(h, intent, "Info", T("sRGB IEC61966-2.1"));
    haru_ref(h, intent, "DestOutputProfile",
             haru_stream(h, T("/N 3"), srgb_profile(&scratch), false));
    haru_add(h, intents, intent);
    haru_put_array(h, haru_catalog(h), "OutputIntents", intents);
}

/* Pages are called by their numbers (ISO 32000-1, 12.4.2). */
static void put_page_labels(struct haru *h) {
    struct haru_dict *labels = haru_dict(h), *decimal = haru_dict(h);
    struct haru_array *numbers = haru_array(h);
    haru_name(h, decimal, "S", T("D"));
    haru_add_int(h, numbers, 0);
    haru_add(h, numbers, decimal);
    haru_put_array(h, labels, "Nums", numbers);
    haru_put(h, haru_catalog(h), "PageLabels", labels);
}

static void put_packet(struct haru *h, const struct arena *a, const struct list *list,
                       const struct pdf_facts *facts) {
    struct arena scratch = *a;
    struct text packet = xmp_packet(&scratch, facts, list->lang);
    haru_ref(h, haru_catalog(h), "Metadata",
             haru_stream(h, T("/Type/Metadata/Subtype/XML"), packet, false));
}

void meta_catalog(struct haru *h, const struct arena *a, const struct list *list,
                  const struct pdf_facts *facts, const struct text *deflated, uint32_t structure) {
    struct arena scratch = *a;
    struct haru_dict *catalog = haru_catalog(h), *mark = haru_dict(h), *viewer = haru_dict(h);
    struct text day = pdf_date(&scratch, facts->date);
    haru_bool(h, mark, "Marked", true);
    haru_put(h, catalog, "MarkInfo", mark);
    haru_bool(h, viewer, "DisplayDocTitle", true);
    haru_put(h, catalog, "ViewerPreferences", viewer);
    haru_string(h, catalog, "Lang", list->lang);
    haru_ref(h, catalog, "StructTreeRoot", structure);
    haru_name(h, catalog, "PageMode", T("UseOutlines"));
    put_page_labels(h);
    put_output_intent(h, &scratch);
    put_packet(h, &scratch, list, facts);
    attach_put(h, &scratch, facts->sources, facts->nsources, deflated, day);
}

/* --- outline --- */

struct bookmark {
    const struct anchor *anchor;
    uint32_t number, parent;
    uint32_t previous, next, first, last; /* objects; 0: none */
    int kids;
};

/* Links the items to their neighbours of the same level, and to their parents: the last ones above
 * them of a higher level. */
static void link_items(struct bookmark *items, size_t n, uint32_t root) {
    struct bookmark *open[OUTLINE_DEEPEST + 1] = {0}; /* the last of each level in what is open */
    for (size_t i = 0; i < n; i++) {
        struct bookmark *item = &items[i], *parent = NULL;
        int level = item->anchor->level;
        assert(level <= OUTLINE_DEEPEST);
        for (int above = level - 1; above && !parent; above--) parent = open[above];
        item->parent = parent ? parent->number : root;
        if (open[level]) {
            open[level]->next = item->number;
            item->previous = open[level]->number;
        }
        open[level] = item;
        for (int below = level + 1; below <= OUTLINE_DEEPEST; below++) open[below] = NULL;
        if (!parent) continue;
        if (!parent->kids++) parent->first = item->number;
        parent->last = item->number;
    }
}

static void add_link(struct build *b, const char *key, uint32_t number) {
    if (!number) return;
    build_text(b, text_of(key));
    build_char(b, ' ');
    build_ref(b, number);
}

static void fill_item(struct haru *h, const struct arena *a, const struct bookmark *item) {
    struct arena scratch = *a;
    struct build b = {.arena = &scratch};
    build_text(&b, T("<</Title"));
    build_pdf_string(&b, item->anchor->title);
    add_link(&b, "/Parent", item->parent);
    add_link(&b, "/Prev", item->previous);
    add_link(&b, "/Next", item->next);
    add_link(&b, "/First", item->first);
    add_link(&b, "/Last", item->last);
    if (item->kids) {
        build_text(&b, T("/Count "));
        build_int(&b, item->anchor->level < OUTLINE_OPEN ? item->kids : -item->kids);
    }
    build_text(&b, T("/Dest"));
    build_pdf_string(&b, item->anchor->name);
    build_text(&b, T(">>"));
    haru_fill(h, item->number, build_done(&b));
}

static void put_outline(struct haru *h, const struct arena *a, const struct list *list) {
    size_t n = 0, seen = 0;
    struct arena scratch = *a;
    struct bookmark *items = arena_new(&scratch, struct bookmark, list->placed.n);
    uint32_t root = haru_record(h), last = 0;
    struct build b = {.arena = &scratch};
    for (size_t i = 0; i < list->placed.n; i++) {
        const struct anchor *anchor = &list->anchors.at[list->placed.at[i]];
        if (!anchor->level) continue;
        items[n++] = (struct bookmark){.anchor = anchor, .number = haru_record(h)};
        seen += anchor->level <= OUTLINE_OPEN;
    }
    if (!n) return;
    link_items(items, n, root);
    for (size_t i = 0; i < n; i++) {
        fill_item(h, &scratch, &items[i]);
        if (items[i].parent == root) last = items[i].number;
    }
    build_text(&b, T("<</Type/Outlines"));
    add_link(&b, "/First", items[0].number);
    add_link(&b, "/Last", last);
    build_text(&b, T("/Count "));
    build_int(&b, (int64_t)seen);
    build_text(&b, T(">>"));
    haru_fill(h, root, build_done(&b));
    haru_ref(h, haru_catalog(h), "Outlines", root);
}

/* --- destinations --- */

static int name_order(const void *a, const void *b) {
    const struct anchor *const *x = a, *const *y = b;
    return text_order((*x)->name, (*y)->name);
}

static uint32_t name_leaf(struct haru *h, const struct arena *a, const struct list *list,
                          const struct anchor *const *sorted, size_t n, const uint32_t *pages) {
    struct arena scratch = *a;
    struct build b = {.arena = &scratch};
    build_text(&b, T("<</Limits["));
    build_pdf_string(&b, sorted[0]->name);
    build_pdf_string(&b, sorted[n - 1]->name);
    build_text(&b, T("]/Names["));
    for (size_t i = 0; i < n; i++) {
        build_pdf_string(&b, sorted[i]->name);
        build_char(&b, '[');
        build_ref(&b, pages[sorted[i]->page - 1]);
        build_text(&b, T("/XYZ 0 "));
        build_length(&b, list->height - sorted[i]->y, 2);
        build_text(&b, T(" null]"));
    }
    build_text(&b, T("]>>"));
    uint32_t number = haru_record(h);
    haru_fill(h, number, build_done(&b));
    return number;
}

static void put_destinations(struct haru *h, const struct arena *a, const struct list *list,
                             const uint32_t *pages) {
    size_t n = 0;
    struct arena scratch = *a;
    const struct anchor **sorted = arena_new(&scratch, const struct anchor *, list->anchors.n);
    struct haru_dict *tree = haru_dict(h);
    struct haru_array *kids = haru_array(h);
    for (size_t i = 0; i < list->anchors.n; i++)
        if (list->anchors.at[i].page) sorted[n++] = &list->anchors.at[i];
    qsort(sorted, n, sizeof *sorted, name_order);
    for (size_t i = 0; i < n; i += LEAF)
        haru_add_ref(h, kids, name_leaf(h, &scratch, list, sorted + i, n - i < LEAF ? n - i : LEAF,
                                        pages));
    haru_put_array(h, tree, "Kids", kids);
    haru_put(h, haru_names(h), "Dests", tree);
}

void meta_places(struct haru *h, const struct arena *a, const struct list *list,
                 const uint32_t *pages) {
    put_outline(h, a, list);
    put_destinations(h, a, list, pages);
}
