/* See sign.h. */
#include "pdf/sign.h"

#include <string.h>

/* Room for three offsets of a file of up to 4 GB. */
#define RANGE_ROOM "                                "

static void put_widget(struct haru *h, const struct arena *a, const struct signature *s,
                       uint32_t widget, uint32_t page, int parent_key, uint32_t value) {
    struct arena scratch = *a;
    struct build b = {.arena = &scratch};
    /* printed and locked; an empty rectangle needs no appearance (ISO 19005-3, 6.3.3) */
    build_text(&b, T("<</Type/Annot/Subtype/Widget/FT/Sig/F 132/Rect[0 0 0 0]/P "));
    build_ref(&b, page);
    build_text(&b, T("/T"));
    build_pdf_string(&b, s->field);
    build_text(&b, T("/TU"));
    build_pdf_string(&b, s->label);
    build_text(&b, T("/Contents"));
    build_pdf_string(&b, s->label);
    build_text(&b, T("/StructParent "));
    build_int(&b, parent_key);
    build_text(&b, T("/V "));
    build_ref(&b, value);
    build_text(&b, T(">>"));
    haru_fill(h, widget, build_done(&b));
}

static void put_form(struct haru *h, uint32_t widget) {
    struct haru_dict *form = haru_dict(h);
    struct haru_array *fields = haru_array(h);
    haru_add_ref(h, fields, widget);
    haru_put_array(h, form, "Fields", fields);
    haru_int(h, form, "SigFlags", 3); /* signatures exist; only append (12.7.2) */
    haru_put(h, haru_catalog(h), "AcroForm", form);
}

void sign_reserve(struct haru *h, const struct arena *scratch, const struct signature *s,
                  uint32_t widget, uint32_t page, int parent_key, struct sign_gap *gap) {
    struct arena copy = *scratch;
    struct build b = {.arena = &copy};
    build_text(&b, T("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M("));
    instant_print_pdf(&b, s->time);
    build_text(&b, T(")/ByteRange ["));
    gap->range = b.n;
    build_text(&b, T(RANGE_ROOM "]/Contents "));
    gap->contents = b.n;
    size_t digits = 2 * (size_t)s->room;
    build_char(&b, '<');
    memset(build_room(&b, digits), '0', digits);
    b.n += digits;
    build_char(&b, '>');
    gap->end = b.n;
    build_text(&b, T(">>"));
    uint32_t number = haru_record(h);
    size_t at = haru_fill_plain(h, number, build_done(&b));
    gap->range += at;
    gap->contents += at;
    gap->end += at;
    put_widget(h, scratch, s, widget, page, parent_key, number);
    put_form(h, widget);
}

/* The file was made here, and lies in memory that may be written. */
static char *writable(struct text pdf, size_t at) {
    return (char *)(uintptr_t)pdf.at + at;
}

void sign_measure(struct text pdf, const struct sign_gap *gap) {
    char numbers[sizeof RANGE_ROOM];
    struct arena none = {0};
    struct build b = {.arena = &none, .at = numbers, .cap = sizeof numbers};
    build_text(&b, T("0 "));
    build_int(&b, (int64_t)gap->contents);
    build_char(&b, ' ');
    build_int(&b, (int64_t)gap->end);
    build_char(&b, ' ');
    build_int(&b, (int64_t)(pdf.n - gap->end));
    memcpy(writable(pdf, gap->range), numbers, b.n);
}

void sign_spans(struct text pdf, const struct sign_gap *gap, struct text spans[2]) {
    spans[0] = text_part(pdf, 0, gap->contents);
    spans[1] = text_after(pdf, gap->end);
}

bool sign_fill(struct diags *d, struct text pdf, const struct sign_gap *gap, struct text cms) {
    static const char hex[] = "0123456789abcdef";
    size_t room = (gap->end - gap->contents - 2) / 2;
    if (cms.n > room) {
        bool ever = cms.n <= SIGN_ROOM_MAX;
        DIAG(d, ((struct place){0}), ever ? SIGN_NO_ROOM : SIGN_TOO_LARGE,
             text_number(d->arena, (int64_t)cms.n),
             text_number(d->arena, ever ? (int64_t)room : SIGN_ROOM_MAX));
        return false;
    }
    char *at = writable(pdf, gap->contents + 1);
    for (size_t i = 0; i < cms.n; i++) {
        *at++ = hex[(unsigned char)cms.at[i] >> 4];
        *at++ = hex[(unsigned char)cms.at[i] & 15];
    }
    return true;
}
