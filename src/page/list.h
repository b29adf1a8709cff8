/* The display list: all that is on the pages, in reading order, with its meaning.
 *
 * It carries ink (text, rules), links, outline marks, and tags, so that whoever draws needs to know
 * nothing of paragraphs, and whoever lays out nothing of PDF. Places are measured from the page's
 * top left corner, downward. Tags may stay open from one page to the next. */
#ifndef PAGE_LIST_H
#define PAGE_LIST_H

#include "base/parallel.h"
#include "type/lines.h"

enum mark_kind {
    MARK_TEXT,     /* run, at its baseline's start; `what` is its pen */
    MARK_RULE,     /* box, filled; `what` is its pen */
    MARK_LINK,     /* box that leads somewhere, `what` says whether `number` is an anchor or an
                      address; belongs to the open tag */
    MARK_IMAGE,    /* box, filled with picture `number` of the list */
    MARK_ANCHOR,   /* a place that can be led to; `number` is its index in the anchors */
    MARK_OPEN,     /* a tag opens; `what` is an enum tag, `number` its language's index + 1, or 0;
                      of a figure or span, `says` is heard in the place of what there is to see */
    MARK_CLOSE,    /* the tag opened last closes */
    MARK_ARTIFACT, /* what follows, up to MARK_END, has no meaning; `what` is its kind */
    MARK_END
};

/* Structure types, by the names of ISO 32000-1, 14.8.4. */
enum tag {
    TAG_DOCUMENT,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_P,
    TAG_L,          /* with dashes */
    TAG_L_NUMBERED, /* an L, too */
    TAG_LI,
    TAG_LBL,
    TAG_LBODY,
    TAG_BLOCK_QUOTE,
    TAG_CODE,
    TAG_FIGURE,
    TAG_TABLE,
    TAG_CAPTION,
    TAG_TR,
    TAG_TH,         /* of a column */
    TAG_TD,
    TAG_TOC,
    TAG_TOCI,
    TAG_REFERENCE,
    TAG_LINK,
    TAG_SPAN,       /* text in another language, or that is said in other words */
    TAG_SECT,
    TAG_ART,
    TAG_FORM, /* a signature's field, which only the PDF has */
    TAG__MAX
};

enum link_kind { LINK_ANCHOR, LINK_ADDRESS };

enum artifact { ARTIFACT_HEADER, ARTIFACT_FOOTER, ARTIFACT_LAYOUT };

/* What text and rules are drawn with: a pen for each role, and some more. */
enum pen {
    PEN_ACCENT = ROLE__MAX,
    PEN_RULE,
    PEN_FLAG,
    PEN_FLAG_2,
    PEN_FLAG_3,
    PEN_PROOF,
    PEN__MAX
};

struct box {
    length width, height;
};

struct mark {
    uint8_t kind;
    uint8_t what;
    uint32_t number;
    length x, y; /* of a text's baseline; of a box's top left corner */
    union {
        const struct run *run;
        struct box box;
        const struct text *says;
    };
};

struct page {
    struct mark *at; /* in reading order */
    size_t n, cap;
    const struct mark *furniture; /* artifacts, drawn last */
    size_t nfurniture;
};

/* A place with a name: a destination, and where `level` is not 0, a line of the outline; those have
 * the order in which they are placed. */
struct anchor {
    struct text name;  /* ASCII */
    struct text title;
    struct text says;  /* what a link to it says; empty: the title */
    int level;         /* 1: ministries and the like; 2: communiqués; 3 on: headings in these */
    int page;          /* from 1, once it is placed */
    length y;          /* on the page */
};

struct list {
    struct arena *a;   /* everything but marks */
    struct arena marks; /* the pages' marks, apart so that a page grows in place */
    length width, height;
    struct colour pens[PEN__MAX];
    int32_t tracking[PEN__MAX]; /* added to each glyph's advance, millionths of an em */
    struct text lang;  /* BCP 47, of the document */
    struct { struct page *at; size_t n, cap; } pages;
    struct { struct anchor *at; size_t n, cap; } anchors;
    struct { size_t *at; size_t n, cap; } placed; /* anchors, in the order of their places */
    struct { const struct link **at; size_t n, cap; } links; /* addresses that are led to */
    struct { const struct picture **at; size_t n, cap; } pictures;
    struct { struct text *at; size_t n, cap; } langs; /* that tags name */
    const struct look *look;
    struct { struct arena *at[WORKERS_MAX]; size_t n; } lines; /* where runs live */
    const char **lowest; /* for list_spend */
};

struct list *list_make(struct arena *a);
/* Gives back the marks. */
void list_drop(struct list *l);
/* Gives back the memory of what pages before `page` show, which must not be looked at any more. */
void list_spend(struct list *l, size_t page);

struct page *list_page(struct list *l);     /* the last page */
struct page *list_new_page(struct list *l);
struct mark *list_put(struct list *l, struct mark m); /* on the last page */

void list_text(struct list *l, const struct run *run, length x, length y);
/* All runs of a line whose left edge is at x. */
void list_line(struct list *l, const struct line *line, length x, length y);
void list_rule(struct list *l, enum pen pen, length x, length y, length width, length height);
/* The mark, which stays where it is until the next one is put. */
struct mark *list_open(struct list *l, enum tag tag);
/* The same for what is in a language; where that is the one of what is around it, no more is said. */
struct mark *list_open_in(struct list *l, enum tag tag, struct text lang, struct text around);
/* What is heard in the place of what the tag that the mark opens shows. */
void list_say(struct list *l, struct mark *open, struct text says);
void list_close(struct list *l);
/* A picture in the box. */
void list_image(struct list *l, const struct picture *p, length x, length y, struct box box);
void list_artifact(struct list *l, enum artifact kind);
void list_end(struct list *l);

/* A box that leads to an address. */
void list_link(struct list *l, const struct link *link, length x, length y, struct box box);

/* A new anchor, not yet placed; returns its number. */
size_t list_anchor(struct list *l, struct text name, struct text title, int level);
/* Places it on the last page. */
void list_place(struct list *l, size_t anchor, length y);

struct text tag_name(enum tag t);

/* `--dump=pages`: one mark a line, places in points. */
void list_print(struct build *b, const struct list *l);

#endif
