/* See picture.h. */
#include "edition/picture.h"

#include "edition/jpeg.h"
#include "edition/png.h"

#define PNG_BEGINS ((struct text){"\x89PNG\r\n\x1a\n", 8})
#define JPEG_BEGINS ((struct text){"\xFF\xD8\xFF", 3})

bool picture_is(struct text bytes) {
    return text_starts(bytes, PNG_BEGINS) || text_starts(bytes, JPEG_BEGINS);
}

struct text picture_mime(const struct picture *p) {
    return text_starts(p->file, PNG_BEGINS) ? T("image/png") : T("image/jpeg");
}

int picture_shown_width(const struct picture *p) {
    return p->turned > 4 ? p->height : p->width;
}

int picture_shown_height(const struct picture *p) {
    return p->turned > 4 ? p->width : p->height;
}

/* Whether the profile is one for so many channels, of a kind that a PDF may hold: its size, class,
 * colour space and signature (ICC.1, 7.2). */
static bool profile_fits(struct text profile, int channels) {
    static const char *const spaces[] = {"", "GRAY", "", "RGB ", "CMYK"};
    static const char *const classes[] = {"mntr", "scnr", "prtr", "spac"};
    uint32_t size = 0;
    bool known = false;
    if (profile.n < 128 || profile.at[8] > 4) return false;
    for (int i = 0; i < 4; i++) {
        size = size << 8 | (unsigned char)profile.at[i];
        known |= text_equal(text_part(profile, 12, 16), text_of(classes[i]));
    }
    return known && size == profile.n && text_equal(text_part(profile, 36, 40), T("acsp")) &&
           text_equal(text_part(profile, 16, 20), text_of(spaces[channels]));
}

bool picture_read(struct arena *a, struct diags *d, struct place place, struct text name,
                  struct text bytes, struct picture *out) {
    enum message why;
    bool jpeg = text_starts(bytes, JPEG_BEGINS);
    if (!picture_is(bytes)) {
        DIAG(d, place, PICTURE_KIND, name);
        return false;
    }
    if (!(jpeg ? jpeg_take(a, bytes, out, &why) : png_decode(a, bytes, out, &why))) {
        diags_add(d, place, why, &name, 1);
        return false;
    }
    out->file = jpeg ? jpeg_turned(a, out) : png_bare(a, bytes);
    if (out->profile.n && !profile_fits(out->profile, out->channels)) {
        DIAG(d, place, PICTURE_PROFILE, name);
        out->profile = (struct text){0};
    }
    if (out->channels == 4 && !out->profile.n) {
        DIAG(d, place, PICTURE_INKS, name);
        struct text file = out->file;
        if (!jpeg_decode_inks(a, bytes, out, &why)) return false;
        out->file = file;
    }
    return true;
}
