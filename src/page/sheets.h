/* Sheets of paper: which page of a display list stands where on which side of which sheet.
 *
 * A side is measured from the top left corner of what is left of it when it is trimmed, downward;
 * around it is a margin of paper for what bleeds and for the printer's marks. */
#ifndef PAGE_SHEETS_H
#define PAGE_SHEETS_H

#include "page/list.h"

#define MM(n) ((length)((int64_t)(n) * 72 * PT * 10 / 254))

/* What a press takes around a page: it bleeds 3 mm; marks stand further out. Two A4 pages with it fit on
 * SRA3 (450 by 320 mm, ISO 217). */
#define SHEET_BLEED MM(3)
#define SHEET_MARGIN MM(11)

/* A page as it is placed. */
struct placed {
    size_t page;       /* index in the list */
    length x, y;       /* of its top left corner */
    int32_t scale;     /* millionths */
    length from, to;   /* how far to the left and right it may ink */
};

struct side {
    uint32_t sheet;    /* from 1 */
    bool back;
    uint8_t n;
    struct placed at[2]; /* left to right */
};

struct sheets {
    length width, height; /* trimmed */
    length bleed;         /* how far beyond its trim a page may ink */
    length margin;        /* of the paper around the trim, with the bleed in it */
    length fold;          /* where it is folded, from the left; 0: nowhere */
    size_t sheets;
    struct { struct side *at; size_t n, cap; } sides; /* in the order of printing */
};

/* A side for each page, as a press takes them: bleed of 3 mm, marks around. Two are a sheet. */
struct sheets sheets_single(struct arena *a, const struct list *l);

/* The smallest scale that a page is placed at. */
int32_t sheets_scale(const struct sheets *s);

/* Makes rules of the list's pages that would be too thin for a press where pages are reduced, but are not
 * in their own size, as thick as a press needs. */
void sheets_thicken(struct list *l, const struct sheets *s);

/* `--dump=sheets` */
void sheets_print(struct build *b, const struct sheets *s);

#endif
