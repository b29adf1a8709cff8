/* See font.h. */
#include "type/font.h"

#include "base/length.h"

#include <errno.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

struct font {
    hb_face_t *face;
    hb_font_t *font;
    int64_t upem;
    hb_blob_t *widths; /* the hmtx table */
    unsigned nwidths;  /* in it; the last is that of all glyphs that follow */
    struct font_facts facts;
    struct text name;
    struct memo *memo;
};

/* What is found out once, on request. */
struct memo {
    bool known;
    struct digest digest; /* of the file */
};

static int thousandths(const struct font *f, int64_t units) {
    return (int)mul_div(units, EM, f->upem);
}

static int metric(const struct font *f, hb_ot_metrics_tag_t tag) {
    hb_position_t v = 0;
    hb_ot_metrics_get_position_with_fallback(f->font, tag, &v);
    return thousandths(f, v);
}

/* A big-endian 16-bit signed number of a table. */
static int16_t table_int16(const char *table, unsigned at) {
    const unsigned char *p = (const unsigned char *)table + at;
    return (int16_t)(p[0] << 8 | p[1]);
}

/* The bounding box from the head table (OpenType 1.9, head: xMin at 36). */
static void read_bbox(struct font *f) {
    hb_blob_t *head = hb_face_reference_table(f->face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned n = 0;
    const char *p = hb_blob_get_data(head, &n);
    for (unsigned i = 0; i < 4 && n >= 54; i++)
        f->facts.bbox[i] = thousandths(f, table_int16(p, 36 + 2 * i));
    hb_blob_destroy(head);
}

/* Where the widths stand (OpenType 1.9, hhea: numberOfHMetrics at 34). HarfBuzz is not asked for
 * each, as every glyph of every word needs its own. */
static void read_widths(struct font *f) {
    hb_blob_t *hhea = hb_face_reference_table(f->face, HB_TAG('h', 'h', 'e', 'a'));
    unsigned n = 0;
    const char *p = hb_blob_get_data(hhea, &n);
    if (n >= 36) f->nwidths = (uint16_t)table_int16(p, 34);
    hb_blob_destroy(hhea);
    f->widths = hb_face_reference_table(f->face, HB_TAG('h', 'm', 't', 'x'));
    if (hb_blob_get_length(f->widths) / 4 < f->nwidths) f->nwidths = 0;
}

static struct text postscript_name(struct arena *a, hb_face_t *face) {
    char name[128];
    unsigned n = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &n, name);
    if (n >= sizeof name) n = sizeof name - 1;
    return text_copy(a, (struct text){name, n});
}

/* The file stays mapped with the face, and the table is a part of it. */
struct text font_table(const struct font *f, const char *tag) {
    hb_blob_t *table = hb_face_reference_table(f->face, hb_tag_from_string(tag, 4));
    unsigned n = 0;
    const char *at = hb_blob_get_data(table, &n);
    hb_blob_destroy(table);
    return (struct text){at, n};
}

static bool has_table(hb_face_t *face, hb_tag_t tag) {
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return has;
}

static void read_facts(struct arena *a, struct font *f) {
    struct font_facts *facts = &f->facts;
    facts->postscript_name = postscript_name(a, f->face);
    facts->ascent = metric(f, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    facts->descent = metric(f, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    facts->cap_height = metric(f, HB_OT_METRICS_TAG_CAP_HEIGHT);
    facts->x_height = metric(f, HB_OT_METRICS_TAG_X_HEIGHT);
    facts->space = font_advance(f, font_glyph(f, ' '));
    facts->hyphen = font_advance(f, font_glyph(f, '-'));
    facts->italic_angle = (int)hb_style_get_value(f->font, HB_STYLE_TAG_SLANT_ANGLE);
    facts->italic = hb_style_get_value(f->font, HB_STYLE_TAG_ITALIC) > 0;
    facts->bold = hb_style_get_value(f->font, HB_STYLE_TAG_WEIGHT) >= 600;
    facts->serif = text_find(facts->postscript_name, T("Gentium")) < facts->postscript_name.n ||
                   text_find(facts->postscript_name, T("Serif")) < facts->postscript_name.n;
    facts->cff = has_table(f->face, HB_TAG('C', 'F', 'F', ' '));
    read_bbox(f);
}

struct font *font_open(struct arena *a, struct diags *d, const struct font_file *file) {
    struct place p = {.file = file->path};
    errno = 0;
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(text_z(a, file->path));
    if (!blob) {
        if (errno == ENOMEM) arena_spent();
        DIAG(d, p, FONT_MISSING, file->name, file->package);
        return NULL;
    }
    struct font *f = arena_new(a, struct font, 1);
    f->face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    f->name = file->name;
    f->memo = arena_new(a, struct memo, 1);
    f->upem = hb_face_get_upem(f->face);
    if (!hb_face_get_glyph_count(f->face) || !has_table(f->face, HB_TAG('c', 'm', 'a', 'p'))) {
        DIAG(d, p, FONT_BROKEN, file->name, file->package);
        hb_face_destroy(f->face);
        return NULL;
    }
    f->font = hb_font_create(f->face);
    hb_font_make_immutable(f->font);
    read_widths(f);
    read_facts(a, f);
    return f;
}

void font_close(struct font *f) {
    if (!f) return;
    hb_blob_destroy(f->widths);
    hb_font_destroy(f->font);
    hb_face_destroy(f->face);
}

uint16_t font_glyph(const struct font *f, uint32_t c) {
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(f->font, c, &glyph);
    return (uint16_t)glyph;
}

bool font_covers(const struct font *f, uint32_t c) {
    return font_glyph(f, c) != 0;
}

int font_units(const struct font *f, uint16_t glyph) {
    unsigned i = glyph < f->nwidths ? glyph : f->nwidths - 1;
    if (!f->nwidths) return hb_font_get_glyph_h_advance(f->font, glyph);
    return (uint16_t)table_int16(hb_blob_get_data(f->widths, NULL), 4 * i);
}

int font_advance(const struct font *f, uint16_t glyph) {
    return thousandths(f, font_units(f, glyph));
}

const struct font_facts *font_facts(const struct font *f) {
    return &f->facts;
}

size_t font_glyphs(const struct font *f) {
    return hb_face_get_glyph_count(f->face);
}

/* The face without all that a PDF has no use for, as it has its own map from text to glyphs and
 * shaping is done: HarfBuzz would look at every character and rule of what it is given. */
static hb_face_t *bare_face(const struct font *f) {
    static const char tables[][5] = {"glyf", "loca", "CFF ", "head", "hhea", "hmtx", "maxp"};
    hb_face_t *bare = hb_face_builder_create();
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        hb_tag_t tag = hb_tag_from_string(tables[i], 4);
        hb_blob_t *table = hb_face_reference_table(f->face, tag);
        if (hb_blob_get_length(table)) hb_face_builder_add_table(bare, tag, table);
        hb_blob_destroy(table);
    }
    return bare;
}

static hb_subset_input_t *subset_input(const struct font *f, const uint8_t *used) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input) return NULL;
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (size_t i = 0, n = font_glyphs(f); i < n; i++)
        if (used[i]) hb_set_add(glyphs, (hb_codepoint_t)i);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    return input;
}

static const uint16_t *subset_map(struct arena *a, const struct font *f, const uint8_t *used,
                                  const hb_subset_plan_t *plan) {
    const hb_map_t *new = hb_subset_plan_old_to_new_glyph_mapping(plan);
    size_t n = font_glyphs(f);
    uint16_t *map = arena_new(a, uint16_t, n);
    for (size_t i = 0; i < n; i++)
        if (used[i]) map[i] = (uint16_t)hb_map_get(new, (hb_codepoint_t)i);
    return map;
}

static void subset_take(struct arena *a, const struct font *f, hb_face_t *made,
                        struct font_subset *out) {
    hb_blob_t *blob = f->facts.cff ? hb_face_reference_table(made, HB_TAG('C', 'F', 'F', ' '))
                                   : hb_face_reference_blob(made);
    unsigned n = 0;
    const char *p = hb_blob_get_data(blob, &n);
    out->bytes = text_copy(a, (struct text){p, n});
    out->glyphs = (uint16_t)hb_face_get_glyph_count(made);
    hb_blob_destroy(blob);
}

bool font_subset(struct arena *a, struct diags *d, const struct font *f, const uint8_t *used,
                 struct font_subset *out) {
    hb_face_t *made = NULL;
    hb_subset_plan_t *plan = NULL;
    hb_face_t *bare = bare_face(f);
    hb_subset_input_t *input = subset_input(f, used);
    if (input) plan = hb_subset_plan_create_or_fail(bare, input);
    if (plan) made = hb_subset_plan_execute_or_fail(plan);
    if (made) {
        out->map = subset_map(a, f, used, plan);
        subset_take(a, f, made, out);
    } else {
        DIAG(d, ((struct place){0}), FONT_NO_SUBSET, f->name);
    }
    hb_face_destroy(made);
    hb_face_destroy(bare);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return made != NULL;
}

struct text font_library(struct arena *a) {
    return TEXT_JOIN(a, T("HarfBuzz "), text_of(hb_version_string()));
}

struct digest font_digest(const struct font *f) {
    struct memo *memo = f->memo;
    unsigned n = 0;
    hb_blob_t *blob = memo->known ? NULL : hb_face_reference_blob(f->face);
    if (!memo->known) {
        const char *p = hb_blob_get_data(blob, &n);
        *memo = (struct memo){true, digest_of((struct text){p, n})};
    }
    hb_blob_destroy(blob);
    return memo->digest;
}

void *font_handle(const struct font *f) {
    return f->font;
}
