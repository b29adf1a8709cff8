/* See press.h. Each page of the list is a content stream of its own; a side of a sheet shows one or
 * two of them, each between a small stream that clips and places it and one that ends that, and then
 * the printer's marks. */
#include "pdf/press.h"

#include "base/digest.h"
#include "pdf/haru.h"
#include "pdf/parts.h"
#include "pdf/srgb.h"
#include "pdf/xmp.h"

enum { ICC_HEADER = 128, ICC_LARGEST = 4 /* version */ };

bool press_profile_fine(struct text icc) {
    return icc.n > ICC_HEADER && text_equal(text_part(icc, 12, 20), T("prtrCMYK")) &&
           text_equal(text_part(icc, 36, 40), T("acsp")) &&
           (unsigned char)icc.at[8] <= ICC_LARGEST;
}

/* --- the printer's marks --- */

/* How far from the trim marks start and end; where targets have their middle, and their size. */
#define MARK_NEAR MM(4)
#define MARK_FAR MM(9)
#define TARGET_AT MM(7)
#define TARGET_RADIUS MM(2)
#define TICK MM(8)
#define MARK_WEIGHT (PT / 4)

static void put_numbers(struct build *b, const length *v, size_t n, const char *operator) {
    for (size_t i = 0; i < n; i++) {
        build_length(b, v[i], 2);
        build_char(b, ' ');
    }
    build_text(b, text_of(operator));
    build_char(b, '\n');
}

static void put_line(struct build *b, length x0, length y0, length x1, length y1) {
    put_numbers(b, (length[]){x0, y0}, 2, "m");
    put_numbers(b, (length[]){x1, y1}, 2, "l S");
}

/* A circle of four Bézier curves, with a cross through it. */
static void put_target(struct build *b, length x, length y) {
    const length r = TARGET_RADIUS, k = (length)((int64_t)r * 5523 / 10000), far = r + MM(1);
    put_numbers(b, (length[]){x + r, y}, 2, "m");
    put_numbers(b, (length[]){x + r, y + k, x + k, y + r, x, y + r}, 6, "c");
    put_numbers(b, (length[]){x - k, y + r, x - r, y + k, x - r, y}, 6, "c");
    put_numbers(b, (length[]){x - r, y - k, x - k, y - r, x, y - r}, 6, "c");
    put_numbers(b, (length[]){x + k, y - r, x + r, y - k, x + r, y}, 6, "c S");
    put_line(b, x - far, y, x + far, y);
    put_line(b, x, y - far, x, y + far);
}

/* A dashed line over and under where it is folded, from `near` to `far` beyond the trim. */
static void put_fold(struct build *b, const struct sheets *s, length near, length far) {
    length x = s->margin + s->fold, y[] = {s->margin, s->margin + s->height};
    if (!s->fold) return;
    build_text(b, T("[3 2] 0 d\n"));
    for (int i = 0; i < 2; i++) {
        length sign = i ? 1 : -1;
        put_line(b, x, y[i] + sign * near, x, y[i] + sign * far);
    }
}

/* Crop marks at the corners, targets in the middle of the sides, and the fold; on a sheet that is
 * not trimmed ticks for the fold alone, at its edge. */
static void put_marks(struct build *b, const struct sheets *s, bool black) {
    length x[] = {s->margin, s->margin + s->width}, y[] = {s->margin, s->margin + s->height};
    build_text(b, black ? T("0 0 0 1 K\n") : T("/R CS 1 SCN\n"));
    put_numbers(b, (length[]){MARK_WEIGHT}, 1, "w");
    if (!s->margin) {
        put_fold(b, s, 0, -TICK);
        return;
    }
    for (int i = 0; i < 4; i++) {
        length sx = i & 1 ? 1 : -1, sy = i & 2 ? 1 : -1, cx = x[i & 1], cy = y[i >> 1];
        put_line(b, cx + sx * MARK_NEAR, cy, cx + sx * MARK_FAR, cy);
        put_line(b, cx, cy + sy * MARK_NEAR, cx, cy + sy * MARK_FAR);
    }
    for (int i = 0; i < 2; i++) {
        length sign = i ? 1 : -1, at = y[i] + sign * TARGET_AT;
        put_target(b, x[i] + sign * TARGET_AT, (y[0] + y[1]) / 2);
        if (s->fold) put_target(b, x[0] + s->width / 4, at);
        put_target(b, s->fold ? x[0] + s->width / 4 * 3 : (x[0] + x[1]) / 2, at);
    }
    put_fold(b, s, MARK_NEAR, MARK_FAR);
}

/* --- objects --- */

/* What the objects of one file share. */
struct pressing {
    struct haru *h;
    struct arena *a;
    struct parts *parts;
    const struct press_run *run;
    uint32_t *contents; /* by page: its stream */
    uint32_t *sides;    /* by side: its object */
    uint32_t *parents;
    uint32_t resources, marks;
};

static uint32_t put_record(struct haru *h, struct text value) {
    uint32_t number = haru_record(h);
    haru_fill(h, number, value);
    return number;
}

/* Black that overprints leaves the other plates as they are: nought of an ink is no ink (OPM 1;
 * ISO 32000-1, 11.7.4). What stands on all plates is the colour All (8.6.6.4). */
static void put_resources(struct pressing *p) {
    struct haru *h = p->h;
    struct haru_dict *resources = haru_object(h), *states = haru_dict(h), *spaces = haru_dict(h);
    haru_ref(h, states, GS_OVERPRINT,
             put_record(h, T("<</Type/ExtGState/OP true/op true/OPM 1>>")));
    haru_ref(h, states, GS_KNOCKOUT,
             put_record(h, T("<</Type/ExtGState/OP false/op false/OPM 0>>")));
    haru_ref(h, spaces, "R",
             put_record(h, T("[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]"
                             "/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]")));
    bool pictures = p->parts->list->pictures.n;
    uint32_t srgb = pictures ? haru_stream(h, T("/N 3"), srgb_profile(p->a), false) : 0;
    parts_resources(h, p->a, p->parts, resources, srgb);
    haru_put(h, resources, "ExtGState", states);
    haru_put(h, resources, "ColorSpace", spaces);
    p->resources = haru_number(resources);
}

/* Clips to where the page may ink, and moves to its place. */
static struct text placing(struct arena *a, const struct list *l, const struct sheets *s,
                           const struct placed *p) {
    struct build b = {.arena = a};
    length height = (length)mul_div(l->height, p->scale, SHARE_ONE);
    length clip[] = {s->margin + p->from, s->margin - s->bleed, p->to - p->from,
                     s->height + 2 * s->bleed};
    length scale = (length)mul_div(p->scale, PT, SHARE_ONE);
    build_text(&b, T("q\n"));
    put_numbers(&b, clip, 4, "re W n");
    build_length(&b, scale, 6);
    build_text(&b, T(" 0 0 "));
    build_length(&b, scale, 6);
    build_char(&b, ' ');
    put_numbers(&b, (length[]){s->margin + p->x, s->margin + s->height - p->y - height}, 2, "cm");
    return build_done(&b);
}

static void fill_side(struct pressing *p, size_t i) {
    const struct sheets *s = p->run->sheets;
    const struct side *side = &s->sides.at[i];
    struct build b = {.arena = p->a};
    length width = s->width + 2 * s->margin, height = s->height + 2 * s->margin;
    length bleed = s->margin - s->bleed;
    build_text(&b, T("<</Type/Page/Parent "));
    build_ref(&b, p->parents[i]);
    build_text(&b, T("/MediaBox"));
    build_box(&b, 0, 0, width, height);
    build_text(&b, T("/BleedBox"));
    build_box(&b, bleed, bleed, width - bleed, height - bleed);
    build_text(&b, T("/TrimBox"));
    build_box(&b, s->margin, s->margin, s->margin + s->width, s->margin + s->height);
    build_text(&b, T("/Resources "));
    build_ref(&b, p->resources);
    build_text(&b, T("/Contents["));
    for (int k = 0; k < side->n; k++) {
        const struct placed *at = &side->at[k];
        struct text before = placing(p->a, p->parts->list, s, at);
        build_ref(&b, haru_stream(p->h, (struct text){0}, before, false));
        build_char(&b, ' ');
        build_ref(&b, p->contents[at->page]);
        build_char(&b, ' ');
        build_ref(&b, haru_stream(p->h, (struct text){0}, T("Q\n"), false));
        build_char(&b, ' ');
    }
    build_ref(&b, p->marks);
    build_text(&b, T("]>>"));
    haru_fill(p->h, p->sides[i], build_done(&b));
}

static void put_sides(struct pressing *p) {
    size_t n = p->run->sheets->sides.n;
    struct build marks = {.arena = p->a};
    put_marks(&marks, p->run->sheets, p->run->black);
    p->marks = haru_stream(p->h, (struct text){0}, build_done(&marks), false);
    p->contents = arena_new(p->a, uint32_t, p->parts->list->pages.n);
    for (size_t i = 0; i < p->parts->list->pages.n; i++)
        p->contents[i] = haru_stream(p->h, (struct text){0}, p->parts->contents[i].bytes, true);
    p->sides = arena_new(p->a, uint32_t, n);
    p->parents = arena_new(p->a, uint32_t, n);
    for (size_t i = 0; i < n; i++) p->sides[i] = haru_record(p->h);
    parts_tree(p->h, p->a, p->sides, n, (struct text){0}, p->parents);
    for (size_t i = 0; i < n; i++) fill_side(p, i);
}

/* What inks are those of (ISO 15930-7, 6.4, by its table of contents). */
static void put_intent(struct pressing *p) {
    struct haru *h = p->h;
    struct haru_dict *intent = haru_object(h);
    struct haru_array *intents = haru_array(h);
    struct text deflated = deflate_bytes(p->parts->hands[0].z, p->a, p->run->profile);
    haru_name(h, intent, "Type", T("OutputIntent"));
    haru_name(h, intent, "S", T("GTS_PDFX"));
    haru_string(h, intent, "OutputConditionIdentifier", p->run->condition);
    haru_string(h, intent, "Info", p->run->condition);
    if (p->run->registered) haru_string(h, intent, "RegistryName", T("http://www.color.org"));
    haru_ref(h, intent, "DestOutputProfile", haru_stream(h, T("/N 4"), deflated, true));
    haru_add(h, intents, intent);
    haru_put_array(h, haru_catalog(h), "OutputIntents", intents);
}

/* A UUID made from what the pages show (RFC 9562, 5.8). */
static struct text document_id(struct pressing *p) {
    struct build seen = {.arena = p->a}, b = {.arena = p->a};
    for (size_t i = 0; i < p->parts->list->pages.n; i++) {
        struct digest page = digest_of(p->parts->contents[i].bytes);
        build_text(&seen, (struct text){(const char *)page.at, sizeof page.at});
    }
    struct digest all = digest_of(build_done(&seen));
    all.at[6] = (all.at[6] & 0x0F) | 0x80; /* version 8 */
    all.at[8] = (all.at[8] & 0x3F) | 0x80; /* variant */
    struct text hex = digest_hex(p->a, all);
    static const size_t groups[] = {0, 8, 12, 16, 20, 32};
    build_text(&b, T("uuid:"));
    for (int i = 0; i < 5; i++) {
        if (i) build_char(&b, '-');
        build_text(&b, text_part(hex, groups[i], groups[i + 1]));
    }
    return build_done(&b);
}

static void put_file(struct pressing *p, const struct pdf_facts *facts) {
    struct haru *h = p->h;
    put_resources(p);
    put_sides(p);
    put_intent(p);
    meta_info(h, p->a, facts);
    haru_name(h, haru_info(h), "Trapped", T("False"));
    haru_string(h, haru_info(h), "GTS_PDFXVersion", T("PDF/X-4"));
    struct text packet = xmp_press_packet(p->a, facts, p->parts->list->lang, document_id(p));
    haru_ref(h, haru_catalog(h), "Metadata",
             haru_stream(h, T("/Type/Metadata/Subtype/XML"), packet, false));
    haru_string(h, haru_catalog(h), "Lang", p->parts->list->lang);
}

bool press_write(struct arena *a, struct diags *d, const struct list *list,
                 const struct pdf_facts *facts, const struct press_run *run, struct pdf_means means,
                 struct text *out) {
    struct parts parts = {.list = list, .inks = run->inks, .means = means};
    parts_make(&parts, d);
    struct arena *own = &parts.lasting;
    struct pressing p = {.h = haru_open(own, a, parts.hands, means.crew, HARU_PLAIN), .a = own,
                         .parts = &parts, .run = run};
    bool ok = p.h && diags_fine(d);
    if (ok) {
        put_file(&p, facts);
        ok = haru_save(p.h, d, out);
    }
    haru_close(p.h);
    parts_close(&parts);
    return ok;
}
