/* One page of the display list as a content stream (ISO 32000-1, 7.8.2, 9 and 14.6). */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "pdf/codes.h"

enum { TAG_DEPTH = 40 /* blocks within blocks, each of two tags or fewer, and what is around them */ };
#define NO_ELEMENT 0xFFFFFFFFu

/* Elements that are open where a page starts, outermost first, and the number the next one gets. */
struct open_tags {
    uint32_t stack[TAG_DEPTH];
    uint8_t tags[TAG_DEPTH];
    int depth;
    uint32_t next;
};
/* The same at the page's end. */
void content_skip(const struct page *p, struct open_tags *open);

enum kid_kind { KID_ELEMENT, KID_CONTENT, KID_LINK, KID_PICTURE /* what its element shows */ };

/* Something that belongs to an element, in reading order. */
struct kid {
    uint32_t parent; /* element, or NO_ELEMENT */
    uint32_t value;  /* element; marked content number; index among the page's links */
    uint8_t kind, tag;
    uint16_t lang;   /* of an element: see MARK_OPEN */
    const struct mark *mark; /* that opens what says something; of a picture */
};

struct content {
    struct text bytes;
    struct { struct kid *at; size_t n, cap; } kids;
    size_t marked; /* marked content sequences with a number */
    struct { const struct mark **at; size_t n, cap; } links;
};

/* The page: its bytes stand in `scratch`, another arena, until that is used again. With `inks`, by
 * pen, it is for a press: in DeviceCMYK, without tags and links; it names the graphics states
 * GS_OVERPRINT and GS_KNOCKOUT. */
#define GS_OVERPRINT "O"
#define GS_KNOCKOUT "K"
void content_make(struct arena *a, struct arena *scratch, const struct list *list, size_t page,
                  const struct codes *codes, struct open_tags open, const struct inks *inks,
                  struct content *out);

#endif
