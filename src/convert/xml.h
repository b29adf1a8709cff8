/* XML read into a tree of our own, under caps; the only user of libxml2. A document type
 * declaration is refused, and with it every entity but the five of XML 1.0. */
#ifndef CONVERT_XML_H
#define CONVERT_XML_H

#include "base/message.h"

enum { XML_DEPTH_MOST = 200, XML_NODES_MOST = 4000000 };

struct xml_attribute {
    struct text name; /* without its prefix */
    struct text value;
    const struct xml_attribute *next;
};

struct xml {
    struct text name; /* without its prefix; empty: text */
    struct text text;
    bool word;        /* its name space is that of WordprocessingML (ISO/IEC 29500) */
    const struct xml_attribute *attributes;
    const struct xml *first, *next; /* child, sibling */
};

/* The root element in the arena; NULL where the bytes are no XML that is accepted: then *why says so, with
 * the part's name for {1}. */
const struct xml *xml_read(struct arena *a, struct text bytes, enum message *why);

/* Whether it is an element of WordprocessingML of that name. */
bool xml_is(const struct xml *x, const char *name);
/* The first child that is; NULL where none is. */
const struct xml *xml_child(const struct xml *x, const char *name);
/* The first element of that name below `x`, in whatever name space; NULL where there is none. */
const struct xml *xml_below(const struct xml *x, const char *name);
/* The attribute's value; empty where there is none. */
struct text xml_value(const struct xml *x, const char *name);
/* Whether there is text other than blanks in elements `t` of WordprocessingML below it. */
bool xml_says(const struct xml *x);

#endif
