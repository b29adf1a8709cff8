/* What a foreign source says, in the order it says it: the document that Word files and letters are
 * read into, and Markdown is written from. */
#ifndef CONVERT_DOCUMENT_H
#define CONVERT_DOCUMENT_H

#include "base/text.h"

enum stretch_look { LOOK_EMPHASIS = 1, LOOK_STRONG = 2 };

/* Text in one look. */
struct stretch {
    struct text text;
    struct text link; /* the address it leads to; empty: none */
    uint8_t look;     /* enum stretch_look */
    bool breaks;      /* a line ends behind it */
};

enum part_kind {
    PART_PARAGRAPH,
    PART_TITLE,
    PART_HEADING,
    PART_ITEM,
    PART_QUOTE,
    PART_CAPTION,
    PART_FILE /* a picture or table: `file`, which the text of its stretches describes */
};

struct part {
    enum part_kind kind;
    int level;        /* of a heading, from 1; of an item, from 0 */
    bool ordered;     /* an item with a number */
    int number;       /* that number */
    int list;         /* items of one list have one */
    struct text file; /* the name of one of the document's files */
    struct {
        struct stretch *at;
        size_t n, cap;
    } text;
};

/* A file that belongs to the document. */
struct companion {
    struct text name, bytes;
};

struct document {
    struct arena *a;
    struct { struct part *at; size_t n, cap; } parts;
    struct { struct companion *at; size_t n, cap; } files;
    struct text title;  /* once document_settle has found it */
    struct text issuer; /* the acronym; empty: not found */
};

/* A new part, the last of the document. It moves when another one comes. */
struct part *document_part(struct document *d, enum part_kind kind);
/* Adds text to a part; what looks alike becomes one stretch. */
void part_add(struct arena *a, struct part *p, struct stretch s);
/* All text of the part, without its looks; line ends are spaces. */
struct text part_text(struct arena *a, const struct part *p);

/* Gives every file its description: a caption beside a table that has none, else «Tableau N»; other
 * captions are paragraphs. Finds title and issuer and takes them out of the parts: the title is what is
 * marked as one (several in a row are one), else the first heading or paragraph; unless `title` is
 * not empty and nothing is marked, then that. The issuer is the acronym that ends the last paragraph
 * (see edition/issuer.h), else the word that the file's `name` begins with, where it has the form of
 * an acronym. */
void document_settle(struct document *d, struct text name, struct text title);

#endif
