/* Text set into lines: which words stand on a line, in what order, with what spaces. */
#ifndef TYPE_LINES_H
#define TYPE_LINES_H

#include "type/items.h"

/* What stands behind a word on its line. */
enum glue { GLUE_NONE, GLUE_SPACE, GLUE_TIED /* a no-break space */ };

struct piece {
    uint32_t word : 30; /* its number in the run's table */
    uint32_t glue : 2;  /* enum glue */
};

/* A stretch of one line in one look. */
struct run {
    const struct words *words;
    const struct piece *pieces;
    const struct span *span; /* the first it is of: its marks and link are the run's */
    uint16_t n;
    uint8_t cut, role; /* the role whose colour and tracking it has */
    length size;   /* of the type */
    length x;      /* where it starts, from the left edge of the measure */
    length width;  /* as set */
    length space;  /* added to each word space, before scaling */
    int32_t scale; /* horizontal scaling, millionths */
};

enum line_flags {
    LINE_FIRST = 1,   /* of its paragraph */
    LINE_LAST = 2,
    LINE_DIVIDED = 4  /* ends in a divided word */
};

struct line {
    const struct run *runs;
    uint32_t end;     /* the item it was broken at */
    uint32_t passage; /* the one it is of: for who set it */
    uint16_t nruns;
    uint8_t flags;
};

struct lines {
    struct line *at;
    size_t n, cap;
};

struct standing;

/* Where lines are made, by whom, with what. */
struct setter {
    struct arena *a;        /* what is printed lives here: runs; … */
    struct arena *passing;  /* … and here what is needed until it stands on pages: lines */
    struct arena *scratch;  /* another one; left as it was found */
    struct look *look;
    struct words *words;
    struct diags *diags;
    struct standing *standing; /* what was set before; NULL: nothing is kept */
};

enum passage_kind {
    PASSAGE_TEXT,    /* justified, words divided */
    PASSAGE_HEADING, /* ragged, of even lines */
    PASSAGE_CODE     /* one line of code: as it stands, cut where the measure ends */
};

/* Text that is broken into lines as one: a paragraph, or what of it is between two hard breaks. */
struct passage {
    enum passage_kind kind;
    enum role role;
    const struct span *spans;
    size_t nspans;
    length measure;
    length indent;     /* of the first line */
    bool emphatic;     /* all of it is set as emphasis */
    bool starts, ends; /* its paragraph */
    bool last;         /* room is left behind it for the style's end mark */
};

/* Appends the lines of a passage, which they name by `number`. A line whose spaces had to be wider
 * than LOOSE of an em is told as a warning. */
void lines_passage(const struct setter *s, const struct communique *c, const struct passage *p,
                   uint32_t number, struct lines *out);
/* The space in front of an end mark, whose own width the style gives. */
length lines_end_gap(const struct look *look);

/* Sets lines [first, first + n) of a passage of text anew, in as many lines, so that those named in
 * `undivided` (counted from `first`) do not end in a divided word; the lines around them stay.
 * `lines` are those of the whole passage. They must be as even as others, but where `strained`.
 * False where there is no way. */
bool lines_again(const struct setter *s, const struct communique *c, const struct passage *p,
                 struct line *lines, size_t nlines, size_t first, size_t n,
                 const size_t *undivided, size_t nundivided, bool strained);

/* How ragged text is to be set. */
struct ragged_text {
    const struct communique *communique; /* for places and the language; NULL: furniture */
    enum role role;
    struct text lang;  /* where there is no communiqué */
    length measure;
    length size;       /* 0: the role's */
    bool title;        /* balanced; lines end at good places */
};
void lines_ragged(const struct setter *s, const struct ragged_text *how, const struct span *spans,
                  size_t nspans, struct lines *out);
/* The same for a text of the program's own, which may stand already: *out is empty before, and its
 * lines are not to be changed. */
void lines_furniture(const struct setter *s, const struct ragged_text *how, struct text text,
                     struct lines *out);

/* Where the line's last run ends. */
length line_width(const struct line *l);

/* The line's text as it was written, an added hyphen as U+00AD. */
void line_text(struct build *b, const struct line *l);
/* One line a line: `--dump=lines`. */
void lines_print(struct build *b, const struct line *lines, size_t n);

#endif
