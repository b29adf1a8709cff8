/* A style with its faces opened. */
#ifndef TYPE_LOOK_H
#define TYPE_LOOK_H

#include "edition/style.h"
#include "type/font.h"

enum { CUTS_MAX = ROLE__MAX + FALLBACKS_MAX };

/* A face with the features it is set with. */
struct cut {
    int file;           /* the face's index in the list of font files */
    struct font *font;  /* NULL: a fallback that was not needed yet */
    struct text features[FEATURES_MAX];
};

struct look;

/* Opens the faces of the roles that every edition needs; fallbacks are opened when a character asks
 * for them. All that is wrong is told; NULL then. Close it with look_close. */
struct look *look_open(struct arena *a, struct diags *d, const struct style *style,
                       const struct font_files *files);
void look_close(struct look *l);

/* Opens the face of a role that not every edition needs (ROLE_HEADING and those behind it), before
 * anything is set in it. False where it cannot be had, which is told. Not while threads set. */
bool look_need(struct look *l, struct diags *d, enum role r);

const struct style *look_style(const struct look *l);
const struct font_files *look_files(const struct look *l);
/* The cut a role is set in. */
uint8_t look_role(const struct look *l, enum role r);
size_t look_cuts(const struct look *l);
const struct cut *look_cut(const struct look *l, uint8_t cut);

/* The first cut that has the character: `cut` itself, else a fallback; -1 where none has. May be
 * called by several threads. */
int look_covering(struct look *l, uint8_t cut, uint32_t c);

#endif
