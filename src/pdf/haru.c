/* See haru.h. */
#include "pdf/haru.h"

#include "base/digest.h"
#include "base/parallel.h"

#include <hpdf.h>
#include <stdlib.h>
#include <string.h>

enum {
    IN_STREAM = 200,      /* objects in an object stream */
    PACKS = 8,            /* object streams that are deflated together */
    ID_BYTES = 16,
    OFFSET_BYTES = 4,
    ENTRY_BYTES = 1 + OFFSET_BYTES + 1
};

/* Where an object stands. */
struct entry {
    uint8_t type;    /* 0 nowhere yet, 1 at an offset, 2 in an object stream */
    uint32_t offset; /* or the object stream's number */
    uint8_t index;   /* in the object stream */
};

/* An object that libharu holds. */
struct own {
    uint32_t number;
    HPDF_Dict object;
};

/* An object stream on its way into the file. */
struct pack {
    uint32_t number;
    int n;              /* objects */
    size_t first;       /* where they begin: before them stand their numbers and places */
    struct text bytes;  /* then deflated */
};

struct haru {
    enum haru_form form;
    HPDF_Doc doc;
    HPDF_Dict names;
    struct tools *hands;
    struct crew *crew;
    struct build out;
    uint32_t last; /* number that was given */
    struct { struct own *at; size_t n, cap; } owns;
    struct arena table; /* for the entries, which grow in place */
    struct { struct entry *at; size_t n, cap; } entries; /* by object number */
    /* the object stream being filled */
    struct arena head_room, body_room;
    struct build heads, bodies;
    uint32_t held[IN_STREAM];
    int nheld;
    /* those that are full */
    struct arena pack_room;
    struct pack packs[PACKS];
    size_t npacks;
    struct arena scratch; /* for small things */
};

/* --- objects --- */

/* Gives an object of libharu's a number; libharu keeps it, and takes it for one that stands alone. */
static void own(struct haru *h, HPDF_Dict object) {
    uint32_t number = ++h->last;
    object->header.obj_id = HPDF_OTYPE_INDIRECT | number;
    arena_push(&h->scratch, &h->owns, ((struct own){number, object}));
}

struct haru *haru_open(struct arena *a, struct arena *out, struct tools *hands, struct crew *crew,
                       enum haru_form form) {
    struct haru *h = arena_new(a, struct haru, 1);
    h->form = form;
    h->doc = HPDF_New(NULL, NULL);
    if (!h->doc) return NULL;
    if (form == HARU_COMPACT) {
        h->names = HPDF_Dict_New(h->doc->mmgr);
        HPDF_Dict_Add(h->doc->catalog, "Names", h->names);
    }
    struct rooms *rooms = hands->rooms;
    h->hands = hands;
    h->crew = crew;
    h->out.arena = out;
    h->table = rooms_take(rooms, (size_t)1 << 30);
    h->head_room = rooms_take(rooms, (size_t)1 << 26);
    h->body_room = rooms_take(rooms, (size_t)1 << 30);
    h->pack_room = rooms_take(rooms, (size_t)1 << 30);
    h->scratch = rooms_take(rooms, (size_t)1 << 30);
    own(h, h->doc->catalog);
    own(h, h->doc->root_pages);
    own(h, h->doc->info);
    h->heads.arena = &h->head_room;
    h->bodies.arena = &h->body_room;
    build_text(&h->out, form == HARU_PLAIN ? T("%PDF-1.6\n") : T("%PDF-1.7\n"));
    build_text(&h->out, T("%\xE2\xE3\xCF\xD3\n"));
    return h;
}

void haru_close(struct haru *h) {
    if (!h) return;
    crew_finish(h->crew); /* where the file was given up */
    struct rooms *rooms = h->hands->rooms;
    HPDF_Free(h->doc);
    rooms_give(rooms, &h->table);
    rooms_give(rooms, &h->head_room);
    rooms_give(rooms, &h->body_room);
    rooms_give(rooms, &h->pack_room);
    rooms_give(rooms, &h->scratch);
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
    own(h, dict(d));
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

struct haru_dict *haru_names(struct haru *h) {
    return (struct haru_dict *)(void *)h->names;
}

void haru_name(struct haru *h, struct haru_dict *d, const char *key, struct text name) {
    struct arena scratch = h->scratch;
    HPDF_Dict_AddName(dict(d), key, text_z(&scratch, name));
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

void haru_string(struct haru *h, struct haru_dict *d, const char *key, struct text utf8) {
    struct arena scratch = h->scratch;
    if (is_ascii(utf8)) {
        HPDF_Dict_Add(dict(d), key, HPDF_String_New(h->doc->mmgr, text_z(&scratch, utf8), NULL));
        return;
    }
    struct text bytes = textstring_utf16(&scratch, utf8);
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

/* Something with that number: libharu makes a reference of it. */
static void *object(struct haru *h, uint32_t number) {
    HPDF_Null stub = HPDF_Null_New(h->doc->mmgr);
    if (!stub || HPDF_Xref_Add(h->doc->xref, stub) != HPDF_OK) return NULL;
    stub->header.obj_id = HPDF_OTYPE_INDIRECT | number;
    return stub;
}

void haru_ref(struct haru *h, struct haru_dict *d, const char *key, uint32_t number) {
    HPDF_Dict_Add(dict(d), key, object(h, number));
}

void haru_add_int(struct haru *h, struct haru_array *a, int value) {
    (void)h;
    HPDF_Array_AddNumber(array(a), value);
}

void haru_add_name(struct haru *h, struct haru_array *a, struct text name) {
    struct arena scratch = h->scratch;
    HPDF_Array_AddName(array(a), text_z(&scratch, name));
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

uint32_t haru_record(struct haru *h) {
    return ++h->last;
}

uint32_t haru_pages(struct haru *h) {
    return number_of(h->doc->root_pages);
}

/* The entry of an object that is written now. */
static struct entry *entry_of(struct haru *h, uint32_t number) {
    while (h->entries.n <= number) arena_push(&h->table, &h->entries, (struct entry){0});
    return &h->entries.at[number];
}

static void put_stream(struct haru *h, uint32_t number, struct text keys, struct text bytes,
                       bool deflated) {
    *entry_of(h, number) = (struct entry){.type = 1, .offset = (uint32_t)h->out.n};
    build_int(&h->out, number);
    build_text(&h->out, T(" 0 obj\n<<"));
    build_text(&h->out, keys);
    if (deflated) build_text(&h->out, T("/Filter/FlateDecode"));
    build_text(&h->out, T("/Length "));
    build_int(&h->out, (int64_t)bytes.n);
    build_text(&h->out, T(">>\nstream\n"));
    build_text(&h->out, bytes);
    build_text(&h->out, T("\nendstream\nendobj\n"));
}

static void deflate_pack(void *shared, size_t i, size_t worker) {
    struct haru *h = shared;
    struct tools *hand = &h->hands[worker];
    h->packs[i].bytes = deflate_bytes(hand->z, &hand->packs, h->packs[i].bytes);
}

/* Writes the object streams that are full. */
static void put_packs(struct haru *h) {
    crew_finish(h->crew);
    for (size_t i = 0; i < h->npacks; i++) {
        struct arena scratch = h->scratch;
        struct build keys = {.arena = &scratch};
        build_text(&keys, T("/Type/ObjStm/N "));
        build_int(&keys, h->packs[i].n);
        build_text(&keys, T("/First "));
        build_int(&keys, (int64_t)h->packs[i].first);
        put_stream(h, h->packs[i].number, build_done(&keys), h->packs[i].bytes, true);
    }
    h->npacks = 0;
    h->pack_room.at = h->pack_room.base;
    for (size_t i = 0; i < crew_size(h->crew); i++) h->hands[i].packs.at = h->hands[i].packs.base;
}

/* Ends the object stream that is being filled; it gets a number of its own. */
static void end_held(struct haru *h) {
    if (!h->nheld) return;
    struct pack *pack = &h->packs[h->npacks++];
    *pack = (struct pack){haru_record(h), h->nheld, h->heads.n,
                          TEXT_JOIN(&h->pack_room, build_done(&h->heads), build_done(&h->bodies))};
    for (int i = 0; i < h->nheld; i++)
        *entry_of(h, h->held[i]) = (struct entry){2, pack->number, (uint8_t)i};
    h->nheld = 0;
    h->heads.n = h->bodies.n = 0;
    crew_post(h->crew, h->npacks - 1, h->npacks, deflate_pack, h);
    if (h->npacks == PACKS) put_packs(h);
}

/* Starts an object of the object stream: what is built on `bodies` next belongs to it. */
static void begin_held(struct haru *h, uint32_t number) {
    if (h->nheld == IN_STREAM) end_held(h);
    build_int(&h->heads, number);
    build_char(&h->heads, ' ');
    build_int(&h->heads, (int64_t)h->bodies.n);
    build_char(&h->heads, ' ');
    entry_of(h, number)->type = 2;
    h->held[h->nheld++] = number;
}

void haru_fill(struct haru *h, uint32_t number, struct text value) {
    if (h->form == HARU_PLAIN) {
        haru_fill_plain(h, number, value);
        return;
    }
    begin_held(h, number);
    build_text(&h->bodies, value);
    build_char(&h->bodies, '\n');
}

size_t haru_fill_plain(struct haru *h, uint32_t number, struct text value) {
    *entry_of(h, number) = (struct entry){.type = 1, .offset = (uint32_t)h->out.n};
    build_int(&h->out, number);
    build_text(&h->out, T(" 0 obj\n"));
    size_t at = h->out.n;
    build_text(&h->out, value);
    build_text(&h->out, T("\nendobj\n"));
    return at;
}

uint32_t haru_stream(struct haru *h, struct text keys, struct text bytes, bool deflated) {
    uint32_t number = haru_record(h);
    put_stream(h, number, keys, bytes, deflated);
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

void build_box(struct build *b, length x0, length y0, length x1, length y1) {
    const length v[] = {x0, y0, x1, y1};
    build_char(b, '[');
    for (int i = 0; i < 4; i++) {
        if (i) build_char(b, ' ');
        build_length(b, v[i], 2);
    }
    build_char(b, ']');
}

/* --- the file --- */

static HPDF_STATUS write_out(HPDF_Stream s, const HPDF_BYTE *p, HPDF_UINT n) {
    build_text(s->attr, (struct text){(const char *)p, n});
    return HPDF_OK;
}

/* Writes the objects that libharu holds: those that were not filled or streamed here. */
static void put_own_objects(struct haru *h) {
    HPDF_Stream stream = HPDF_CallbackWriter_New(h->doc->mmgr, write_out, &h->bodies);
    for (size_t i = 0; stream && i < h->owns.n; i++) {
        const struct own *own = &h->owns.at[i];
        if (entry_of(h, own->number)->type) continue;
        if (h->form == HARU_COMPACT) begin_held(h, own->number);
        HPDF_Obj_WriteValue(own->object, stream, NULL);
        if (h->form == HARU_COMPACT) {
            build_char(&h->bodies, '\n');
            continue;
        }
        haru_fill_plain(h, own->number, build_done(&h->bodies));
        h->bodies.n = 0;
    }
    HPDF_Stream_Free(stream);
    end_held(h);
    put_packs(h);
}

/* Rows of the cross-reference stream, each as the difference from the row above (PNG's filter Up),
 * which is what makes them small. */
static struct text xref_rows(const struct haru *h, struct arena *a) {
    struct build b = {.arena = a};
    unsigned char above[ENTRY_BYTES] = {0}, row[ENTRY_BYTES];
    for (uint32_t i = 0; i < h->entries.n; i++) {
        const struct entry *e = &h->entries.at[i];
        row[0] = e->type;
        for (int k = 0; k < OFFSET_BYTES; k++)
            row[1 + k] = (unsigned char)(e->offset >> 8 * (OFFSET_BYTES - 1 - k));
        row[ENTRY_BYTES - 1] = e->index;
        build_char(&b, 2);
        for (int k = 0; k < ENTRY_BYTES; k++) build_char(&b, (char)(row[k] - above[k]));
        memcpy(above, row, sizeof above);
    }
    return build_done(&b);
}

static void build_id(struct build *b, struct digest id) {
    static const char hex[] = "0123456789abcdef";
    build_char(b, '<');
    for (int i = 0; i < ID_BYTES; i++) {
        build_char(b, hex[id.at[i] >> 4]);
        build_char(b, hex[id.at[i] & 15]);
    }
    build_char(b, '>');
}

static void build_trailer(struct haru *h, struct build *b, struct digest id) {
    build_text(b, T("/Root "));
    build_ref(b, number_of(h->doc->catalog));
    build_text(b, T("/Info "));
    build_ref(b, number_of(h->doc->info));
    build_text(b, T("/ID["));
    build_id(b, id);
    build_id(b, id);
    build_char(b, ']');
}

static void put_end(struct haru *h, size_t at) {
    build_text(&h->out, T("startxref\n"));
    build_int(&h->out, (int64_t)at);
    build_text(&h->out, T("\n%%EOF\n"));
}

/* A cross-reference table (ISO 32000-1, 7.5.4), each row of 20 bytes. */
static void put_table(struct haru *h) {
    struct build *b = &h->out;
    struct digest id = digest_of(build_done(b));
    size_t at = b->n;
    build_text(b, T("xref\n0 "));
    build_int(b, (int64_t)h->entries.n);
    build_text(b, T("\n0000000000 65535 f \n"));
    for (size_t i = 1; i < h->entries.n; i++) {
        build_padded(b, h->entries.at[i].offset, 10);
        build_text(b, T(" 00000 n \n"));
    }
    build_text(b, T("trailer\n<</Size "));
    build_int(b, (int64_t)h->entries.n);
    build_trailer(h, b, id);
    build_text(b, T(">>\n"));
    put_end(h, at);
}

static void put_xref(struct haru *h) {
    struct arena scratch = h->scratch, rows = h->body_room;
    struct build keys = {.arena = &scratch};
    uint32_t number = haru_record(h), at = (uint32_t)h->out.n;
    struct digest id = digest_of(build_done(&h->out));
    *entry_of(h, number) = (struct entry){.type = 1, .offset = at};
    build_text(&keys, T("/Type/XRef/Size "));
    build_int(&keys, (int64_t)h->entries.n);
    build_text(&keys, T("/W[1 4 1]/DecodeParms<</Predictor 12/Columns 6>>"));
    build_trailer(h, &keys, id);
    put_stream(h, number, build_done(&keys), deflate_bytes(h->hands[0].z, &scratch, xref_rows(h, &rows)),
               true);
    put_end(h, at);
}

static bool told_failure(struct haru *h, struct diags *d) {
    HPDF_STATUS error = HPDF_GetError(h->doc);
    if (error == HPDF_OK && h->last > HPDF_LIMIT_MAX_XREF_ELEMENT) error = HPDF_XREF_COUNT_ERR;
    if (error == HPDF_OK) return false;
    DIAG(d, ((struct place){0}), PDF_FAILED, text_number(d->arena, (int64_t)error));
    return true;
}

bool haru_save(struct haru *h, struct diags *d, struct text *out) {
    if (told_failure(h, d)) return false;
    put_own_objects(h);
    if (h->form == HARU_PLAIN) put_table(h);
    else put_xref(h);
    *out = build_done(&h->out);
    return !told_failure(h, d);
}
