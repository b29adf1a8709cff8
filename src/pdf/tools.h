/* What a thread works with while the parts of a file are made. */
#ifndef PDF_TOOLS_H
#define PDF_TOOLS_H

#include "base/deflate.h"
#include "base/rooms.h"

struct tools {
    struct arena lasting; /* until the file is made */
    struct arena pages[2]; /* until the pages after the next are made; see parts.h */
    struct arena scratch; /* until a part is made */
    struct arena packs;   /* object streams that are deflated but not written; see haru.c */
    struct deflater *z;
    struct rooms *rooms;  /* that the arenas are of */
};

/* `rooms` as for rooms_take. */
void tools_open(struct tools *t, struct rooms *rooms);
void tools_close(struct tools *t);

#endif
