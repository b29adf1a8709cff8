/* Markdown: CommonMark under front matter, one communiqué a file; the only user of cmark. See
 * griot-source(5). */
#ifndef EDITION_MARKDOWN_H
#define EDITION_MARKDOWN_H

#include "edition/companions.h"
#include "edition/daytext.h"

enum {
    MARKDOWN_CAP = 1 << 20,  /* bytes */
    MARKDOWN_DEEPEST = 16,   /* quotations and lists within each other: BLOCK_DEPTH */
    MARKDOWN_MARKS = 20000   /* brackets, backticks, asterisks and underscores in one paragraph */
};

/* Appends the communiqué of a Markdown source, which is valid UTF-8; the pictures and tables it
 * names come from `beside`. All that is wrong is told. */
void markdown_read(struct arena *a, struct diags *d, struct text file, struct text text,
                   const struct register_of_day *day, struct companions *beside,
                   struct communiques *out);

/* «cmark 0.30.2», as it was linked, in the arena. */
struct text markdown_library(struct arena *a);

#endif
