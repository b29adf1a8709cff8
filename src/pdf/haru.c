/* See haru.h. */
#include "pdf/haru.h"

#include "base/digest.h"

#include <hpdf.h>
#include <stdlib.h>
#include <string.h>

enum {
    XREF_BLOCK = 65536,   /* libharu's lists grow by a constant: a large one keeps them linear */
    IN_STREAM = 200,      /* objects in an object stream */
    ID_BYTES = 16,
    OFFSET_BYTES = 4,
    ENTRY_BYTES = 1 + OFFSET_BYTES + 1
};

/* What stands in an object libharu knows only the number of. */
struct record {
    struct text value; /* a whole object, or a stream's keys */
    struct text bytes;
    bool stream, deflated, used;
};

struct records {
    struct record *at;
    size_t n, cap;
};

struct haru {
    struct arena *a;
    HPDF_Doc doc;
    struct records records; /* by object number */
};

/* --- objects --- */

struct haru *haru_open(struct arena *a) {
    struct haru *h = arena_new(a, struct haru, 1);
    h->a = a;
    h->doc = HPDF_New(NULL, NULL);
    if (h->doc) h->doc->xref->entries->items_per_block = XREF_BLOCK;
    return h->doc ? h : NULL;
}

void haru_close(struct haru *h) {
    if (h) HPDF_Free(h->doc);
}

struct arena *haru_arena(struct haru *h) {
    return h->a;
}

struct text haru_library(struct arena *a) {
    return TEXT_JOIN(a, T("libharu "), text_of(HPDF_GetVersion()));
}

static HPDF_Dict dict(struct haru_dict *d) {
    return (HPDF_Dict)(void *)d;
}

static HPDF_Array array(struct haru_array *a) {
    return (HPDF_Array)(void *)a;
}

struct haru_dict *haru_dict(struct haru *h) {
    return (struct haru_dict *)(void *)HPDF_Dict_New(h->doc->mmgr);
}

struct haru_dict *haru_object(struct haru *h) {
    struct haru_dict *d = haru_dict(h);
    HPDF_Xref_Add(h->doc->xref, d);
    return d;
}

struct haru_array *haru_array(struct haru *h) {
    return (struct haru_array *)(void *)HPDF_Array_New(h->doc->mmgr);
}

struct haru_dict *haru_catalog(struct haru *h) {
    return (struct haru_dict *)(void *)h->doc->catalog;
}

struct haru_dict *haru_info(struct haru *h) {
    return (struct haru_dict *)(void *)h->doc->info;
}

void haru_name(struct haru *h, struct haru_dict *d, const char *key, struct text name) {
    HPDF_Dict_AddName(dict(d), key, text_z(h->a, name));
}

void haru_int(struct haru *h, struct haru_dict *d, const char *key, int value) {
    (void)h;
    HPDF_Dict_AddNumber(dict(d), key, value);
}

void haru_bool(struct haru *h, struct haru_dict *d, const char *key, bool value) {
    (void)h;
    HPDF_Dict_AddBoolean(dict(d), key, value);
}

static bool is_ascii(struct text t) {
    for (size_t i = 0; i < t.n; i++)
        if ((unsigned char)t.at[i] >= 0x7F || (unsigned char)t.at[i] < 0x20) return false;
    return true;
}

/* UTF-16BE with its mark. */
static struct text utf16(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    build_text(&b, T("\xFE\xFF"));
    for (size_t i = 0; i < t.n;) {
        uint32_t c = utf8_next(t, &i);
        uint32_t units[2] = {c, 0};
        if (c > 0xFFFF) {
            units[0] = 0xD800 + ((c - 0x10000) >> 10);
            units[1] = 0xDC00 + ((c - 0x10000) & 0x3FF);
        }
        for (int k = 0; k <= (c > 0xFFFF); k++) {
            build_char(&b, (char)(units[k] >> 8));
            build_char(&b, (char)(units[k] & 255));
        }
    }
    return build_done(&b);
}

void haru_string(struct haru *h, struct haru_dict *d, const char *key, struct text utf8) {
    if (is_ascii(utf8)) {
        HPDF_Dict_Add(dict(d), key, HPDF_String_New(h->doc->mmgr, text_z(h->a, utf8), NULL));
        return;
    }
    struct text bytes = utf16(h->a, utf8);
    HPDF_Dict_Add(dict(d), key,
                  HPDF_Binary_New(h->doc->mmgr, (HPDF_BYTE *)(uintptr_t)bytes.at,
                                  (HPDF_UINT)bytes.n));
}

void haru_put(struct haru *h, struct haru_dict *d, const char *key, struct haru_dict *value) {
    (void)h;
    HPDF_Dict_Add(dict(d), key, value);
}

void haru_put_array(struct haru *h, struct haru_dict *d, const char *key,
                    struct haru_array *value) {
    (void)h;
    HPDF_Dict_Add(dict(d), key, value);
}

/* The object a number stands for: libharu makes a reference of it. */
static void *object(struct haru *h, uint32_t number) {
    HPDF_XrefEntry e = HPDF_Xref_GetEntry(h->doc->xref, number);
    return e ? e->obj : NULL;
}

void haru_ref(struct haru *h, struct haru_dict *d, const char *key, uint32_t number) {
    HPDF_Dict_Add(dict(d), key, object(h, number));
}

void haru_add_int(struct haru *h, struct haru_array *a, int value) {
    (void)h;
    HPDF_Array_AddNumber(array(a), value);
}

void haru_add_name(struct haru *h, struct haru_array *a, struct text name) {
    HPDF_Array_AddName(array(a), text_z(h->a, name));
}

void haru_add(struct haru *h, struct haru_array *a, struct haru_dict *value) {
    (void)h;
    HPDF_Array_Add(array(a), value);
}

void haru_add_ref(struct haru *h, struct haru_array *a, uint32_t number) {
    HPDF_Array_Add(array(a), object(h, number));
}

static uint32_t number_of(const void *object) {
    return ((const HPDF_Obj_Header *)object)->obj_id & 0x00FFFFFF;
}

uint32_t haru_number(const struct haru_dict *d) {
    return number_of(d);
}

/* Makes a record stand for an object of libharu's table. */
static uint32_t take_over(struct haru *h, const void *object) {
    uint32_t number = number_of(object);
    while (h->records.n <= number) arena_push(h->a, &h->records, (struct record){0});
    h->records.at[number].used = true;
    return number;
}

uint32_t haru_record(struct haru *h) {
    HPDF_Null placeholder = HPDF_Null_New(h->doc->mmgr);
    if (!placeholder || HPDF_Xref_Add(h->doc->xref, placeholder) != HPDF_OK) return 0;
    return take_over(h, placeholder);
}

uint32_t haru_pages(struct haru *h) {
    return take_over(h, h->doc->root_pages);
}

void haru_fill(struct haru *h, uint32_t number, struct text value) {
    if (number) h->records.at[number].value = value;
}

uint32_t haru_stream(struct haru *h, struct text keys, struct text bytes, bool deflated) {
    uint32_t number = haru_record(h);
    if (number)
        h->records.at[number] = (struct record){
            .value = keys, .bytes = bytes, .stream = true, .deflated = deflated, .used = true};
    return number;
}

/* --- values --- */

void build_name(struct build *b, struct text name) {
    static const char hex[] = "0123456789ABCDEF";
    build_char(b, '/');
    for (size_t i = 0; i < name.n; i++) {
        unsigned char c = (unsigned char)name.at[i];
        bool plain = c > 0x20 && c < 0x7F && !strchr("#/%()<>[]{}", c);
        if (plain) {
            build_char(b, (char)c);
        } else {
            build_char(b, '#');
            build_char(b, hex[c >> 4]);
            build_char(b, hex[c & 15]);
        }
    }
}

void build_ref(struct build *b, uint32_t number) {
    build_int(b, number);
    build_text(b, T(" 0 R"));
}

void build_pdf_string(struct build *b, struct text utf8) {
    static const char hex[] = "0123456789ABCDEF";
    if (is_ascii(utf8)) {
        build_char(b, '(');
        for (size_t i = 0; i < utf8.n; i++) {
            if (strchr("()\\", utf8.at[i])) build_char(b, '\\');
            build_char(b, utf8.at[i]);
        }
        build_char(b, ')');
        return;
    }
    struct text bytes = utf16(b->arena, utf8);
    build_char(b, '<');
    for (size_t i = 0; i < bytes.n; i++) {
        build_char(b, hex[(unsigned char)bytes.at[i] >> 4]);
        build_char(b, hex[(unsigned char)bytes.at[i] & 15]);
    }
    build_char(b, '>');
}

/* --- the file --- */

/* Where an object stands. */
struct entry {
    uint8_t type;    /* 0 free, 1 at an offset, 2 in an object stream */
    uint32_t offset; /* or the object stream's number */
    uint8_t index;   /* in the object stream */
};

struct saving {
    struct haru *h;
    struct deflater *z;
    struct arena scratch; /* for what is deflated at once */
    struct build out;
    struct entry *entries;
    uint32_t n; /* objects, the free one counted */
    /* the object stream being filled */
    struct build heads, bodies;
    uint32_t held[IN_STREAM];
    int nheld;
};

static HPDF_STATUS write_out(HPDF_Stream s, const HPDF_BYTE *p, HPDF_UINT n) {
    build_text(s->attr, (struct text){(const char *)p, n});
    return HPDF_OK;
}

/* The text of one of libharu's own objects. */
static void build_object(struct saving *s, struct build *b, void *obj) {
    HPDF_Stream stream = HPDF_CallbackWriter_New(s->h->doc->mmgr, write_out, b);
    if (!stream) return;
    HPDF_Obj_WriteValue(obj, stream, NULL);
    HPDF_Stream_Free(stream);
}

static void begin_object(struct saving *s, uint32_t number) {
    s->entries[number] = (struct entry){.type = 1, .offset = (uint32_t)s->out.n};
    build_int(&s->out, number);
    build_text(&s->out, T(" 0 obj\n"));
}

static void put_stream(struct saving *s, uint32_t number, struct text keys, struct text bytes,
                       bool deflated) {
    begin_object(s, number);
    build_text(&s->out, T("<<"));
    build_text(&s->out, keys);
    if (deflated) build_text(&s->out, T("/Filter/FlateDecode"));
    build_text(&s->out, T("/Length "));
    build_int(&s->out, (int64_t)bytes.n);
    build_text(&s->out, T(">>\nstream\n"));
    build_text(&s->out, bytes);
    build_text(&s->out, T("\nendstream\nendobj\n"));
}

/* Writes the object stream that is being filled, under a number of its own. */
static void flush_held(struct saving *s) {
    struct arena scratch = s->scratch;
    struct build all = {.arena = &scratch}, keys = {.arena = &scratch};
    if (!s->nheld) return;
    uint32_t number = s->n++;
    build_room(&all, s->heads.n + s->bodies.n);
    build_text(&all, build_done(&s->heads));
    build_text(&all, build_done(&s->bodies));
    build_text(&keys, T("/Type/ObjStm/N "));
    build_int(&keys, s->nheld);
    build_text(&keys, T("/First "));
    build_int(&keys, (int64_t)s->heads.n);
    struct text bytes = deflate_bytes(s->z, &scratch, build_done(&all));
    put_stream(s, number, build_done(&keys), bytes, true);
    for (int i = 0; i < s->nheld; i++)
        s->entries[s->held[i]] = (struct entry){2, number, (uint8_t)i};
    s->nheld = 0;
    s->heads.n = s->bodies.n = 0;
}

static void hold_object(struct saving *s, uint32_t number, const struct record *r, void *obj) {
    build_int(&s->heads, number);
    build_char(&s->heads, ' ');
    build_int(&s->heads, (int64_t)s->bodies.n);
    build_char(&s->heads, ' ');
    if (r) build_text(&s->bodies, r->value);
    else build_object(s, &s->bodies, obj);
    build_char(&s->bodies, '\n');
    s->held[s->nheld++] = number;
    if (s->nheld == IN_STREAM) flush_held(s);
}

static void put_objects(struct saving *s, uint32_t n) {
    for (uint32_t i = 1; i < n; i++) {
        const struct record *r = i < s->h->records.n ? &s->h->records.at[i] : NULL;
        if (r && !r->used) r = NULL;
        if (r && r->stream) put_stream(s, i, r->value, r->bytes, r->deflated);
        else hold_object(s, i, r, object(s->h, i));
    }
    flush_held(s);
}

/* Rows of the cross-reference stream, each as the difference from the row above (PNG's filter Up),
 * which is what makes them small. */
static struct text xref_rows(struct saving *s, struct arena *a) {
    struct build b = {.arena = a};
    unsigned char above[ENTRY_BYTES] = {0}, row[ENTRY_BYTES];
    for (uint32_t i = 0; i < s->n; i++) {
        const struct entry *e = &s->entries[i];
        row[0] = e->type;
        for (int k = 0; k < OFFSET_BYTES; k++)
            row[1 + k] = (unsigned char)(e->offset >> 8 * (OFFSET_BYTES - 1 - k));
        row[ENTRY_BYTES - 1] = i ? e->index : 0;
        build_char(&b, 2);
        for (int k = 0; k < ENTRY_BYTES; k++) build_char(&b, (char)(row[k] - above[k]));
        memcpy(above, row, sizeof above);
    }
    return build_done(&b);
}

static void put_xref(struct saving *s) {
    static const char hex[] = "0123456789abcdef";
    struct arena scratch = s->scratch;
    uint32_t number = s->n++, at = (uint32_t)s->out.n;
    struct build keys = {.arena = &scratch};
    struct digest id = digest_of(build_done(&s->out));
    s->entries[number] = (struct entry){.type = 1, .offset = at};
    build_text(&keys, T("/Type/XRef/Size "));
    build_int(&keys, s->n);
    build_text(&keys, T("/W[1 4 1]/DecodeParms<</Predictor 12/Columns 6>>/Root "));
    build_ref(&keys, number_of(s->h->doc->catalog));
    build_text(&keys, T("/Info "));
    build_ref(&keys, number_of(s->h->doc->info));
    build_text(&keys, T("/ID["));
    for (int k = 0; k < 2; k++) {
        build_char(&keys, '<');
        for (int i = 0; i < ID_BYTES; i++) {
            build_char(&keys, hex[id.at[i] >> 4]);
            build_char(&keys, hex[id.at[i] & 15]);
        }
        build_char(&keys, '>');
    }
    build_char(&keys, ']');
    struct text rows = deflate_bytes(s->z, &scratch, xref_rows(s, &scratch));
    put_stream(s, number, build_done(&keys), rows, true);
    build_text(&s->out, T("startxref\n"));
    build_int(&s->out, at);
    build_text(&s->out, T("\n%%EOF\n"));
}

static bool told_failure(struct haru *h, struct diags *d) {
    HPDF_STATUS error = HPDF_GetError(h->doc);
    if (error == HPDF_OK) return false;
    DIAG(d, ((struct place){0}), PDF_FAILED, text_number(d->arena, (int64_t)error));
    return true;
}

bool haru_save(struct haru *h, struct arena *a, struct diags *d, struct deflater *z,
               struct text *out) {
    uint32_t n = h->doc->xref->entries->count;
    struct saving s = {.h = h, .z = z, .out = {.arena = a}, .n = n};
    if (told_failure(h, d)) return false;
    s.scratch = arena_open((size_t)1 << 30);
    struct arena held = arena_open((size_t)1 << 30);
    struct arena heads = arena_open((size_t)1 << 26);
    s.bodies.arena = &held;
    s.heads.arena = &heads;
    s.entries = arena_new(&s.scratch, struct entry, n + n / IN_STREAM + 8);
    build_text(&s.out, T("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    put_objects(&s, n);
    put_xref(&s);
    *out = build_done(&s.out);
    bool fine = !told_failure(h, d);
    arena_close(&s.scratch);
    arena_close(&held);
    arena_close(&heads);
    return fine;
}
