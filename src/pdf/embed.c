/* See embed.h.
 *
 * With glyf outlines the CID is the code, and a map of each code space's own leads from there to the
 * glyph: readers take a CID for more than ISO 32000-1 says. Poppler takes word spacing off the box
 * of CID 32, and MuPDF takes text by CID, within the range of codes. CFF outlines have no such map:
 * their CIDs are glyphs (9.7.4.2). */
#include "pdf/embed.h"

enum { BLOCK = 100 /* entries a block of a CMap may have (Adobe TN 5014) */ };

static void build_hex(struct build *b, uint32_t v, int digits) {
    static const char hex[] = "0123456789ABCDEF";
    while (digits--) build_char(b, hex[v >> 4 * digits & 15]);
}

static void cmap_head(struct build *b, struct text name, struct text ordering) {
    build_text(b, T("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                    "/CIDSystemInfo<</Registry(Adobe)/Ordering("));
    build_text(b, ordering);
    build_text(b, T(")/Supplement 0>>def\n/CMapName/"));
    build_text(b, name);
    build_text(b, T(" def\n/CMapType "));
    build_text(b, text_equal(ordering, T("UCS")) ? T("2") : T("1"));
    build_text(b, T(" def\n/WMode 0 def\n1 begincodespacerange\n<00><FF>\nendcodespacerange\n"));
}

static void cmap_foot(struct build *b) {
    build_text(b, T("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"));
}

/* One CMap entry's right side. */
typedef void entry_value(struct build *b, const struct code *c, const uint16_t *map);

static void cid_value(struct build *b, const struct code *c, const uint16_t *map) {
    build_int(b, map[c->glyph]);
}

static void text_value(struct build *b, const struct code *c, const uint16_t *map) {
    (void)map;
    build_char(b, '<');
    for (size_t i = 0; i < c->text.n;) {
        uint32_t u = utf8_next(c->text, &i);
        if (u > 0xFFFF) {
            build_hex(b, 0xD800 + ((u - 0x10000) >> 10), 4);
            u = 0xDC00 + ((u - 0x10000) & 0x3FF);
        }
        build_hex(b, u, 4);
    }
    build_char(b, '>');
}

/* Blocks of single entries. */
static void cmap_entries(struct build *b, const struct codespace *s, const uint16_t *map,
                         struct text kind, entry_value *value) {
    int n = 0, left = 0;
    for (int i = 0; i < CODES; i++) n += s->code[i].used;
    for (int i = 0; i < CODES; i++) {
        if (!s->code[i].used) continue;
        if (!left) {
            left = n < BLOCK ? n : BLOCK;
            n -= left;
            build_int(b, left);
            build_text(b, T(" begin"));
            build_text(b, kind);
            build_char(b, '\n');
        }
        build_char(b, '<');
        build_hex(b, (uint32_t)i, 2);
        build_char(b, '>');
        value(b, &s->code[i], map);
        build_char(b, '\n');
        if (--left) continue;
        build_text(b, T("end"));
        build_text(b, kind);
        build_char(b, '\n');
    }
}

static struct text cmap_name(struct arena *a, size_t space) {
    return TEXT_JOIN(a, T("Griot-"), text_number(a, (int64_t)space));
}

/* Each code's glyph, two bytes each (ISO 32000-1, table 117). */
static struct text glyph_map(struct arena *a, const struct codespace *s, const uint16_t *map) {
    struct build b = {.arena = a};
    for (int i = 0; i < CODES; i++) {
        unsigned glyph = s->code[i].used ? map[s->code[i].glyph] : 0;
        build_char(&b, (char)(glyph >> 8));
        build_char(&b, (char)(glyph & 0xFF));
    }
    return build_done(&b);
}

bool embed_prepare(struct foundry *f, struct arena *a, struct diags *d, struct deflater *z,
                   const struct face_codes *face, struct embedded *out) {
    if (!foundry_cast(f, a, d, z, face->font, face->glyphs, &out->cast)) return false;
    out->cmaps = arena_new(a, struct text, face->nspaces);
    out->unicode = arena_new(a, struct text, face->nspaces);
    out->glyphs = arena_new(a, struct text, face->nspaces);
    bool cff = font_facts(face->font)->cff;
    for (size_t i = 0; i < face->nspaces; i++) {
        struct build codes = {.arena = a}, unicode = {.arena = a};
        cmap_head(&codes, cmap_name(a, i), T("Identity"));
        if (cff) cmap_entries(&codes, face->spaces[i], out->cast.map, T("cidchar"), cid_value);
        else build_text(&codes, T("1 begincidrange\n<00><FF>0\nendcidrange\n"));
        cmap_foot(&codes);
        cmap_head(&unicode, T("Adobe-Identity-UCS"), T("UCS"));
        cmap_entries(&unicode, face->spaces[i], NULL, T("bfchar"), text_value);
        cmap_foot(&unicode);
        out->cmaps[i] = foundry_deflate(f, a, z, build_done(&codes));
        out->unicode[i] = foundry_deflate(f, a, z, build_done(&unicode));
        if (!cff)
            out->glyphs[i] = foundry_deflate(f, a, z, glyph_map(a, face->spaces[i], out->cast.map));
    }
    return true;
}

/* «KQXWNB+GentiumBookPlus»: six letters that depend on the glyphs alone, so that the same subset
 * has the same name. */
static struct text subset_name(struct arena *a, const struct face_codes *face) {
    struct text glyphs = {(const char *)face->glyphs, font_glyphs(face->font)};
    struct build b = {.arena = a};
    uint32_t h = text_hash(glyphs, 0);
    for (int i = 0; i < 6; i++, h /= 26) build_char(&b, (char)('A' + h % 26));
    build_char(&b, '+');
    build_text(&b, font_facts(face->font)->postscript_name);
    return build_done(&b);
}

static struct haru_dict *system_info(struct haru *h) {
    struct haru_dict *d = haru_dict(h);
    haru_string(h, d, "Registry", T("Adobe"));
    haru_string(h, d, "Ordering", T("Identity"));
    haru_int(h, d, "Supplement", 0);
    return d;
}

/* ISO 32000-1, table 123: the face is symbolic to a viewer, for its codes are its own. */
static int descriptor_flags(const struct font_facts *f) {
    enum { SERIF = 1 << 1, SYMBOLIC = 1 << 2, ITALIC = 1 << 6 };
    return SYMBOLIC | (f->serif ? SERIF : 0) | (f->italic ? ITALIC : 0);
}

static struct haru_dict *descriptor(struct haru *h, struct arena *a,
                                    const struct face_codes *face, const struct embedded *e,
                                    struct text name) {
    const struct font_facts *f = font_facts(face->font);
    struct haru_dict *d = haru_object(h);
    struct haru_array *bbox = haru_array(h);
    struct build keys = {.arena = a};
    haru_name(h, d, "Type", T("FontDescriptor"));
    haru_name(h, d, "FontName", name);
    haru_int(h, d, "Flags", descriptor_flags(f));
    for (int i = 0; i < 4; i++) haru_add_int(h, bbox, f->bbox[i]);
    haru_put_array(h, d, "FontBBox", bbox);
    haru_int(h, d, "ItalicAngle", f->italic_angle);
    haru_int(h, d, "Ascent", f->ascent);
    haru_int(h, d, "Descent", f->descent);
    haru_int(h, d, "CapHeight", f->cap_height);
    haru_int(h, d, "XHeight", f->x_height);
    haru_int(h, d, "StemV", f->bold ? 140 : 80); /* OpenType has no such measure */
    if (f->cff) {
        build_text(&keys, T("/Subtype/CIDFontType0C"));
    } else {
        build_text(&keys, T("/Length1 "));
        build_int(&keys, (int64_t)e->cast.size);
    }
    haru_ref(h, d, f->cff ? "FontFile3" : "FontFile2",
             haru_stream(h, build_done(&keys), e->cast.program, true));
    return d;
}

/* Widths of CIDs [0, n): «[0[…]]». */
static uint32_t put_widths(struct haru *h, struct arena *a, const int *of, size_t n) {
    struct build b = {.arena = a};
    build_text(&b, T("[0["));
    for (size_t i = 0; i < n; i++) {
        if (i) build_char(&b, ' ');
        build_int(&b, of[i]);
    }
    build_text(&b, T("]]"));
    uint32_t number = haru_record(h);
    haru_fill(h, number, build_done(&b));
    return number;
}

/* Widths by code. */
static uint32_t code_widths(struct haru *h, struct arena *a, const struct font *font,
                            const struct codespace *s) {
    int of[CODES] = {0};
    size_t n = 0;
    for (size_t i = 0; i < CODES; i++) {
        if (!s->code[i].used) continue;
        of[i] = font_advance(font, s->code[i].glyph);
        n = i + 1;
    }
    return put_widths(h, a, of, n);
}

/* Widths by the used glyphs' numbers in the subset. */
static uint32_t glyph_widths(struct haru *h, struct arena *a, const struct face_codes *face,
                             const struct embedded *e) {
    int *of = arena_new(a, int, e->cast.glyphs + 1u);
    for (size_t i = 0, n = font_glyphs(face->font); i < n; i++)
        if (face->glyphs[i] && e->cast.map[i] < e->cast.glyphs)
            of[e->cast.map[i]] = font_advance(face->font, (uint16_t)i);
    of[0] = font_advance(face->font, 0);
    return put_widths(h, a, of, e->cast.glyphs);
}

/* The font below the one of code space i. */
static struct haru_dict *descendant(struct haru *h, struct arena *a,
                                    const struct face_codes *face, const struct embedded *e,
                                    size_t i, struct text name, struct haru_dict *description) {
    bool cff = font_facts(face->font)->cff;
    struct haru_dict *d = haru_object(h);
    haru_name(h, d, "Type", T("Font"));
    haru_name(h, d, "Subtype", cff ? T("CIDFontType0") : T("CIDFontType2"));
    haru_name(h, d, "BaseFont", name);
    haru_put(h, d, "CIDSystemInfo", system_info(h));
    haru_put(h, d, "FontDescriptor", description);
    haru_int(h, d, "DW", 0);
    haru_ref(h, d, "W", cff ? glyph_widths(h, a, face, e)
                            : code_widths(h, a, face->font, face->spaces[i]));
    if (!cff)
        haru_ref(h, d, "CIDToGIDMap", haru_stream(h, (struct text){0}, e->glyphs[i], true));
    return d;
}

void embed_put(struct haru *h, struct arena *a, const struct face_codes *face,
               const struct embedded *e, struct haru_dict *fonts, size_t first) {
    struct text name = subset_name(a, face);
    struct haru_dict *description = descriptor(h, a, face, e, name), *below = NULL;
    bool cff = font_facts(face->font)->cff;
    for (size_t i = 0; i < face->nspaces; i++) {
        struct haru_dict *font = haru_object(h);
        struct haru_array *descendants = haru_array(h);
        struct build keys = {.arena = a};
        struct text cmap = cmap_name(a, i);
        if (!cff || !below) below = descendant(h, a, face, e, i, name, description);
        build_text(&keys, T("/Type/CMap/CMapName"));
        build_name(&keys, cmap);
        build_text(&keys, T("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"));
        haru_name(h, font, "Type", T("Font"));
        haru_name(h, font, "Subtype", T("Type0"));
        haru_name(h, font, "BaseFont",
                  cff ? TEXT_JOIN(a, name, T("-"), cmap) : name);
        haru_ref(h, font, "Encoding", haru_stream(h, build_done(&keys), e->cmaps[i], true));
        haru_add(h, descendants, below);
        haru_put_array(h, font, "DescendantFonts", descendants);
        haru_ref(h, font, "ToUnicode", haru_stream(h, (struct text){0}, e->unicode[i], true));
        haru_put(h, fonts, text_z(a, TEXT_JOIN(a, T("F"), text_number(a, (int64_t)(first + i)))),
                 font);
    }
}
