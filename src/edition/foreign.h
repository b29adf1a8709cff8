/* Sources that are no text: Word files and letters, which the program griot-convert makes Markdown
 * of. griot keeps and sets what came out; what was in them besides goes no further. */
#ifndef EDITION_FOREIGN_H
#define EDITION_FOREIGN_H

#include "edition/shelf.h"

struct foreign_file {
    struct text name;  /* «visite.docx.md», «visite.docx-1.png» */
    struct text bytes;
    bool source;       /* to be read; else a file that a source names */
};

struct foreign {
    struct { struct foreign_file *at; size_t n, cap; } files; /* in order */
    struct text notes; /* for those who keep the edition: who sent a letter when; may be empty */
};

/* Whether the name is that of such a source: it ends in .docx or .eml. */
bool foreign_is(struct text path);

/* Has the file at `path` converted by the program; complaints, its too, go to *d. False where
 * something is wrong. */
bool foreign_read(struct arena *a, struct diags *d, struct text program, struct text path,
                  struct foreign *out);

#endif
