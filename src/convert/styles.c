/* See styles.h. */
#include "convert/styles.h"

#include "base/unicode.h"
#include "convert/document.h"

enum { BASED_MOST = 20 /* styles based on each other */, NUMBER_MOST = 1000000 };

static int value_of(const struct xml *x, const char *child, int otherwise) {
    int64_t v;
    struct text t = xml_value(xml_child(x, child), "val");
    return text_int(t, 0, NUMBER_MOST, &v) ? (int)v : otherwise;
}

static bool is_on(const struct xml *x) {
    struct text v = xml_value(x, "val");
    return !text_equal(v, T("0")) && !text_equal(v, T("false")) && !text_equal(v, T("off"));
}

uint8_t look_over(const struct xml *properties, uint8_t look) {
    const struct xml *bold = properties ? xml_child(properties, "b") : NULL;
    const struct xml *italic = properties ? xml_child(properties, "i") : NULL;
    if (bold) look = (uint8_t)(is_on(bold) ? look | LOOK_STRONG : look & ~LOOK_STRONG);
    if (italic) look = (uint8_t)(is_on(italic) ? look | LOOK_EMPHASIS : look & ~LOOK_EMPHASIS);
    return look;
}

/* --- styles --- */

static const struct xml *find_style(const struct styles *s, struct text id) {
    for (const struct xml *x = s->root ? s->root->first : NULL; x; x = x->next)
        if (xml_is(x, "style") && text_equal(xml_value(x, "styleId"), id)) return x;
    return NULL;
}

struct style_facts styles_find(const struct styles *s, struct text id) {
    struct style_facts f = {.list = -1};
    const struct xml *chain[BASED_MOST];
    int n = 0;
    for (const struct xml *x = find_style(s, id); x && n < BASED_MOST;
         x = find_style(s, xml_value(xml_child(x, "basedOn"), "val")))
        chain[n++] = x;
    if (n) f.name = unicode_small(s->package->a, xml_value(xml_child(chain[0], "name"), "val"));
    while (n--) {
        const struct xml *paragraph = xml_child(chain[n], "pPr");
        const struct xml *numbering = xml_child(paragraph, "numPr");
        int outline = value_of(paragraph, "outlineLvl", -1);
        if (outline >= 0) f.outline = outline < LIST_LEVELS ? outline + 1 : 0;
        if (numbering) {
            f.list = value_of(numbering, "numId", f.list);
            f.level = value_of(numbering, "ilvl", f.level);
        }
        if (text_equal(xml_value(chain[n], "type"), T("character")))
            f.look = look_over(xml_child(chain[n], "rPr"), f.look);
    }
    return f;
}

/* --- lists --- */

static void read_level(const struct xml *x, struct numbered_list *out) {
    int64_t level;
    if (!text_int(xml_value(x, "ilvl"), 0, LIST_LEVELS - 1, &level)) return;
    struct text format = xml_value(xml_child(x, "numFmt"), "val");
    out->levels[level] = (struct list_level){.none = text_equal(format, T("none")),
                                             .ordered = !text_equal(format, T("bullet")),
                                             .start = value_of(x, "start", 1)};
}

static void read_levels(const struct xml *from, struct numbered_list *out) {
    for (const struct xml *x = from ? from->first : NULL; x; x = x->next) {
        if (xml_is(x, "lvl")) read_level(x, out);
        if (!xml_is(x, "lvlOverride")) continue;
        int64_t level;
        read_levels(x, out);
        if (text_int(xml_value(x, "ilvl"), 0, LIST_LEVELS - 1, &level))
            out->levels[level].start = value_of(x, "startOverride", out->levels[level].start);
    }
}

static const struct xml *find_abstract(const struct xml *root, struct text id) {
    for (const struct xml *x = root->first; x; x = x->next)
        if (xml_is(x, "abstractNum") && text_equal(xml_value(x, "abstractNumId"), id)) return x;
    return NULL;
}

static const struct xml *related_xml(const struct package *p, const char *type) {
    const struct relationship *r = package_related(p, type);
    return r && !r->external ? package_xml(p, r->target) : NULL;
}

void styles_read(struct package *p, struct styles *out) {
    *out = (struct styles){.package = p, .root = related_xml(p, "styles")};
    const struct xml *root = related_xml(p, "numbering");
    for (const struct xml *x = root ? root->first : NULL; x; x = x->next) {
        int64_t id;
        struct numbered_list list = {0};
        if (!xml_is(x, "num") || !text_int(xml_value(x, "numId"), 0, NUMBER_MOST, &id)) continue;
        list.id = (int)id;
        read_levels(find_abstract(root, xml_value(xml_child(x, "abstractNumId"), "val")), &list);
        read_levels(x, &list);
        arena_push(p->a, &out->lists, list);
    }
}

struct numbered_list *styles_list(const struct styles *s, int id) {
    for (size_t i = 0; i < s->lists.n; i++)
        if (s->lists.at[i].id == id) return &s->lists.at[i];
    return NULL;
}

int list_count(struct numbered_list *l, int level) {
    int *n = &l->numbers[level];
    *n = *n ? *n + 1 : l->levels[level].start;
    for (int i = level + 1; i < LIST_LEVELS; i++) l->numbers[i] = 0;
    return *n;
}
