/* Communiqués set into lines, before they are made up into pages: galleys.
 *
 * A body is a sequence of slugs, as the compositor's stick and the line-casting machine had them:
 * lines, and what else stands in a column and is not parted. All stand on one grid. A slug knows its
 * height, what must stay with it, and which blocks begin and end with it.
 *
 * The work is shared by compositors, one a thread, each with tables of words and memory of its own;
 * what a galley says does not depend on who set it. */
#ifndef TYPE_GALLEY_H
#define TYPE_GALLEY_H

#include "base/parallel.h"
#include "type/inset.h"

enum slug_kind {
    SLUG_LINE,   /* a line of text */
    SLUG_RULE,   /* a break in the subject */
    SLUG_INSET   /* a picture, or a row of a table */
};

enum slug_flags {
    SLUG_KEEP = 1, /* not parted from what follows */
    SLUG_WIDE = 2  /* goes over all columns: they end above it, and begin anew below */
};

/* A block that begins with a slug. */
struct slug_start {
    const struct block *block;
    const struct line *marker; /* an item's number or dash; NULL: none */
    length x;                  /* of the marker, from the column's left edge */
};

/* What stands in a column as one: nothing of it is parted. */
struct slug {
    uint8_t kind, flags;
    uint8_t above;   /* rows left free above it, but at the head of a column */
    uint8_t again;   /* rows of what is said again above it, at the head of a column */
    uint16_t rows;   /* its own height, in rows of the grid */
    uint16_t nends;  /* blocks that end behind it, the innermost first */
    uint16_t nstarts;
    uint32_t line;   /* in the galley's lines; of others than lines, how many are before it */
    uint32_t top;    /* rows of all before it, with those free above them */
    length indent;   /* from the column's left edge */
    const struct slug_start *starts; /* blocks that begin with it, the outermost first */
    const struct block *block;       /* the innermost block it is of */
    const struct inset *inset;
};

struct slugs {
    struct slug *at;
    size_t n, cap;
    uint32_t rows;   /* of all, with those free above them */
    uint8_t highest; /* the most that is free above one */
};

struct passages {
    struct passage *at;
    size_t n, cap;
};

struct galley {
    struct lines title; /* in the measure of the page */
    struct lines entry; /* the title again, for the contents */
    struct lines lines; /* of all text in the body, in the measure of a column … */
    struct passages passages; /* … by what was broken as one */
    struct slugs body;  /* in order */
};

struct galleys {
    struct galley *at; /* one a communiqué, in order */
    size_t n;
};

/* What galleys are set to. */
struct measures {
    length title, entry, body;
    int rows; /* of the grid, on a page */
};

struct compositors;

/* A compositor for each of the crew, with the look's faces; `patterns` may be NULL. They keep the
 * words they have shaped from edition to edition. */
struct compositors *compositors_open(struct arena *a, struct look *look,
                                     const struct patterns *patterns, struct crew *crew);
void compositors_close(struct compositors *c);
struct look *compositors_look(const struct compositors *c);

/* The first compositor's tools, for what is set one by one. `diags` gets its complaints. */
struct setter compositors_setter(struct compositors *c, struct diags *diags);

/* The arenas that runs live in; returns how many. */
size_t compositors_lines(struct compositors *c, struct arena *out[WORKERS_MAX]);

/* Gives back galleys, which stand on pages now, as type is distributed: lines and slugs, but for the
 * runs that pages show. */
void compositors_distribute(struct compositors *c);

/* Gives back all lines of editions set before; words stay until they have become many. */
void compositors_clear(struct compositors *c);

/* The galleys of all communiqués, whose text is corrected before (see french.h): `e` becomes the
 * edition that is set, as far as it is new in the arena. They live until compositors_distribute. */
struct galleys galleys_set(struct arena *a, struct diags *d, struct compositors *c,
                           struct edition *e, const struct measures *m);

/* `--dump=lines` */
void galleys_print(struct build *b, const struct galleys *g);

#endif
