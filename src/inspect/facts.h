/* What a PDF says of itself, as read from it: claims, none of which is believed. All text is clean:
 * valid UTF-8 without control characters, and not endless. */
#ifndef INSPECT_FACTS_H
#define INSPECT_FACTS_H

#include "base/digest.h"
#include "base/instant.h"

struct attached {
    struct text name, relationship, type; /* the last a MIME type; empty: not told */
    bool readable;
    size_t size;          /* bytes, and … */
    struct digest digest; /* … hash, where it is readable */
};

/* A signature as the file presents it. */
struct sealing {
    struct text field, kind; /* the field's name; the SubFilter */
    bool has_time;
    instant time;            /* claimed by the signer, within what is signed */
    int64_t range[4];        /* the ByteRange … */
    int nrange;              /* … and how many numbers it had */
    struct text contents;    /* the CMS structure and what fills the gap behind it: raw bytes */
};

struct facts {
    struct text title, author, program, lang;
    int pages;
    struct text pdfa;   /* part and level, «3a»; empty: not claimed */
    struct text pdfua;  /* part, «1» */
    bool has_edition;   /* the file says that it is an edition: then … */
    date date;          /* … of that day, with … */
    int number;         /* … that number; 0: not told */
    struct { struct attached *at; size_t n, cap; } attachments;
    struct { struct sealing *at; size_t n, cap; } sealings;
};

/* A text of the file made clean: what is not UTF-8 or not printable becomes U+FFFD, and what
 * exceeds FACT_CAP bytes is cut. */
enum { FACT_CAP = 2000 };
struct text facts_clean(struct arena *a, struct text t);

/* What an XMP packet says of a property, «pdfaid:part»: as an element or as an attribute, letters,
 * digits and hyphens only; empty where it says nothing. */
struct text facts_xmp(struct text xmp, struct text property);

#endif
