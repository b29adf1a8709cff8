/* What a thread works with while the parts of a file are made. */
#ifndef PDF_TOOLS_H
#define PDF_TOOLS_H

#include "base/deflate.h"

struct tools {
    struct arena lasting; /* until the file is made */
    struct arena pages[2]; /* until the pages after the next are made; see parts.h */
    struct arena scratch; /* until a part is made */
    struct arena packs;   /* object streams that are deflated but not written; see haru.c */
    struct deflater *z;
};

void tools_open(struct tools *t);
void tools_close(struct tools *t);

#endif
