/* Standing matter: lines of the program's own that many pages show, such as the names of ministries,
 * kept as they were set. (So printers call type that is not distributed, for it is wanted again.) */
#ifndef TYPE_STANDING_H
#define TYPE_STANDING_H

#include "type/lines.h"

struct standing;

struct standing *standing_open(struct arena *a);
void standing_close(struct standing *s);
/* Distributes all of it: nothing must show it any more. */
void standing_clear(struct standing *s);

/* The lines of this text set this way; false where they do not stand. They are not to be changed. */
bool standing_find(const struct standing *s, const struct ragged_text *how, struct text text,
                   struct lines *out);

/* Where lines that are to stand are set; NULL where there is no room for more of them. */
struct arena *standing_room(struct standing *s);
void standing_keep(struct standing *s, const struct ragged_text *how, struct text text,
                   const struct lines *lines);

#endif
