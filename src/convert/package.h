/* The package that a Word file is (ISO/IEC 29500-2): a ZIP file of parts, and the relationships from
 * one to the other. */
#ifndef CONVERT_PACKAGE_H
#define CONVERT_PACKAGE_H

#include "archive/zip.h"
#include "convert/xml.h"

struct relationship {
    struct text id, type; /* type: behind the last slash of its address */
    struct text target;   /* a part's name; an address where … */
    bool external;
};

struct package {
    struct arena *a;
    struct diags *d;
    struct text file; /* its name, for complaints */
    struct zip_files parts;
    struct text document; /* the name of the main part, and … */
    struct { struct relationship *at; size_t n, cap; } relations; /* … what it leads to */
};

/* Opens the bytes of the file and finds its main document; what is wrong is told. */
bool package_open(struct arena *a, struct diags *d, struct text file, struct text bytes,
                  struct package *out);

/* The part's bytes; false where there is none. */
bool package_part(const struct package *p, struct text name, struct text *out);
/* The part read as XML; told, and NULL, where it is none. NULL, not told, where there is no such
 * part. */
const struct xml *package_xml(const struct package *p, struct text name);
/* The document's relationship of that id, or the first of that type; NULL where there is none. */
const struct relationship *package_relation(const struct package *p, struct text id);
const struct relationship *package_related(const struct package *p, const char *type);

#endif
