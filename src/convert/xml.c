/* See xml.h. */
#include "convert/xml.h"

#include <libxml/xmlreader.h>
#include <string.h>

/* A tree being read. */
struct reading {
    struct arena *a;
    xmlTextReaderPtr from;
    struct xml *open[XML_DEPTH_MOST + 1];  /* elements from the root down */
    struct xml *last[XML_DEPTH_MOST + 1];  /* the last child of each */
    int nodes;
    enum message why; /* MESSAGE_NONE: nothing was heard */
};

static struct text copy(struct arena *a, const xmlChar *s) {
    return text_copy(a, text_of((const char *)s));
}

static bool is_word_space(const xmlChar *uri) {
    static const char *const spaces[] = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main"};
    return uri && (!strcmp((const char *)uri, spaces[0]) || !strcmp((const char *)uri, spaces[1]));
}

static void take_attributes(struct reading *r, struct xml *x) {
    while (xmlTextReaderMoveToNextAttribute(r->from) == 1) {
        if (xmlTextReaderIsNamespaceDecl(r->from) == 1) continue;
        struct xml_attribute *at = arena_new(r->a, struct xml_attribute, 1);
        *at = (struct xml_attribute){copy(r->a, xmlTextReaderConstLocalName(r->from)),
                                     copy(r->a, xmlTextReaderConstValue(r->from)), x->attributes};
        x->attributes = at;
    }
    xmlTextReaderMoveToElement(r->from);
}

static bool refuse(struct reading *r, enum message why) {
    r->why = why;
    return false;
}

/* The reader's current node; false where the document is not accepted. */
static bool take(struct reading *r) {
    int type = xmlTextReaderNodeType(r->from), depth = xmlTextReaderDepth(r->from);
    bool element = type == XML_READER_TYPE_ELEMENT;
    bool text = type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
                type == XML_READER_TYPE_WHITESPACE ||
                type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
    if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE)
        return refuse(r, CONVERT_XML_ENTITIES);
    if (!element && !text) return true;
    if (depth > XML_DEPTH_MOST) return refuse(r, CONVERT_XML_LARGE);
    if (++r->nodes > XML_NODES_MOST) return refuse(r, CONVERT_XML_LARGE);
    struct xml *x = arena_new(r->a, struct xml, 1);
    if (element) {
        x->name = copy(r->a, xmlTextReaderConstLocalName(r->from));
        x->word = is_word_space(xmlTextReaderConstNamespaceUri(r->from));
        take_attributes(r, x);
    } else {
        x->text = copy(r->a, xmlTextReaderConstValue(r->from));
    }
    if (depth && !r->last[depth]) r->open[depth - 1]->first = x;
    else if (depth) r->last[depth]->next = x;
    r->last[depth] = r->open[depth] = x;
    if (depth < XML_DEPTH_MOST) r->last[depth + 1] = NULL;
    return true;
}

/* The first fault decides. libxml2's words are English, and for programmers; of its own caps it says no
 * more than that something is too much. */
static void hear(void *context, xmlErrorPtr error) {
    static const struct {
        int code;
        enum message why;
    } known[] = {{XML_ERR_DOCUMENT_EMPTY, CONVERT_XML_CUT},
                 {XML_ERR_DOCUMENT_END, CONVERT_XML_CUT},
                 {XML_ERR_TAG_NOT_FINISHED, CONVERT_XML_CUT},
                 {XML_ERR_GT_REQUIRED, CONVERT_XML_CUT},
                 {XML_ERR_UNDECLARED_ENTITY, CONVERT_XML_ENTITIES},
                 {XML_WAR_UNDECLARED_ENTITY, CONVERT_XML_ENTITIES},
                 {XML_ERR_ENTITY_LOOP, CONVERT_XML_ENTITIES},
                 {XML_ERR_INTERNAL_ERROR, CONVERT_XML_LARGE}};
    struct reading *r = context;
    if (r->why || error->level < XML_ERR_ERROR) return;
    r->why = CONVERT_XML;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].code == error->code) r->why = known[i].why;
}

const struct xml *xml_read(struct arena *a, struct text bytes, enum message *why) {
    struct reading r = {.a = a};
    const struct xml *root = NULL;
    int more = -1;
    if (bytes.n < INT32_MAX)
        r.from = xmlReaderForMemory(bytes.at, (int)bytes.n, NULL, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOCDATA);
    if (r.from) xmlTextReaderSetStructuredErrorHandler(r.from, hear, &r);
    bool fine = r.from;
    while (fine && (more = xmlTextReaderRead(r.from)) == 1) fine = take(&r);
    if (fine && more == 0) root = r.open[0];
    if (r.from) xmlFreeTextReader(r.from);
    *why = r.why ? r.why : CONVERT_XML;
    return root;
}

bool xml_is(const struct xml *x, const char *name) {
    return x->word && text_equal(x->name, text_of(name));
}

const struct xml *xml_child(const struct xml *x, const char *name) {
    for (const struct xml *c = x ? x->first : NULL; c; c = c->next)
        if (xml_is(c, name)) return c;
    return NULL;
}

const struct xml *xml_below(const struct xml *x, const char *name) {
    for (const struct xml *c = x->first; c; c = c->next) {
        if (text_equal(c->name, text_of(name))) return c;
        const struct xml *found = xml_below(c, name);
        if (found) return found;
    }
    return NULL;
}

struct text xml_value(const struct xml *x, const char *name) {
    for (const struct xml_attribute *at = x ? x->attributes : NULL; at; at = at->next)
        if (text_equal(at->name, text_of(name))) return at->value;
    return T("");
}

bool xml_says(const struct xml *x) {
    for (const struct xml *c = x->first; c; c = c->next) {
        if (!c->name.n && xml_is(x, "t") && text_trim(c->text).n) return true;
        if (c->name.n && xml_says(c)) return true;
    }
    return false;
}
