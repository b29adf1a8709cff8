/* See reader.h. The library's handles are released all at once, at the end. */
#include "inspect/reader.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>

enum { DEPTH_MAX = 32, NODES_MAX = 10000, ATTACHMENTS_MAX = 1000, SEALINGS_MAX = 100 };

struct reader {
    struct arena *a;
    qpdf_data pdf;
    struct facts *facts;
    int nodes; /* of trees, seen so far */
};

/* --- values --- */

static qpdf_oh key(struct reader *r, qpdf_oh dict, const char *name) {
    return qpdf_oh_get_key_if_dict(r->pdf, dict, name);
}

/* A text string, clean; empty where there is none. */
static struct text string(struct reader *r, qpdf_oh o) {
    size_t n = 0;
    if (!qpdf_oh_is_string(r->pdf, o)) return (struct text){0};
    const char *at = qpdf_oh_get_binary_utf8_value(r->pdf, o, &n);
    return facts_clean(r->a, (struct text){at, n});
}

static struct text raw_string(struct reader *r, qpdf_oh o) {
    size_t n = 0;
    if (!qpdf_oh_is_string(r->pdf, o)) return (struct text){0};
    const char *at = qpdf_oh_get_binary_string_value(r->pdf, o, &n);
    return text_copy(r->a, (struct text){at, n});
}

/* A name without its slash. */
static struct text name(struct reader *r, qpdf_oh o) {
    if (!qpdf_oh_is_name(r->pdf, o)) return (struct text){0};
    return facts_clean(r->a, text_after(text_of(qpdf_oh_get_name(r->pdf, o)), 1));
}

static int items(struct reader *r, qpdf_oh o) {
    return qpdf_oh_is_array(r->pdf, o) ? qpdf_oh_get_array_n_items(r->pdf, o) : 0;
}

/* A stream as it is meant. The caller frees the bytes, NULL where they cannot be had. */
static unsigned char *stream(struct reader *r, qpdf_oh o, size_t *n) {
    unsigned char *bytes = NULL;
    QPDF_BOOL filtered = QPDF_FALSE;
    if (!qpdf_oh_is_stream(r->pdf, o)) return NULL;
    int status =
        qpdf_oh_get_stream_data(r->pdf, o, qpdf_dl_generalized, &filtered, &bytes, n);
    if (!(status & (QPDF_ERRORS)) && filtered) return bytes;
    if (qpdf_has_error(r->pdf)) qpdf_get_error(r->pdf); /* the caller tells of a missing stream */
    free(bytes);
    return NULL;
}

/* --- facts of the document --- */

static void read_info(struct reader *r) {
    struct facts *f = r->facts;
    qpdf_oh info = key(r, qpdf_get_trailer(r->pdf), "/Info");
    f->title = string(r, key(r, info, "/Title"));
    f->author = string(r, key(r, info, "/Author"));
    f->program = string(r, key(r, info, "/Creator"));
}

static void read_xmp(struct reader *r, qpdf_oh root) {
    size_t n = 0;
    int64_t number;
    unsigned char *bytes = stream(r, key(r, root, "/Metadata"), &n);
    struct text xmp = {(char *)bytes, bytes ? n : 0};
    struct build level = {.arena = r->a};
    build_text(&level, facts_xmp(xmp, T("pdfaid:part")));
    struct text letter = facts_xmp(xmp, T("pdfaid:conformance"));
    for (size_t i = 0; level.n && i < letter.n; i++) /* capitals there, small ones in words */
        build_char(&level, (char)(letter.at[i] | 0x20));
    r->facts->pdfa = build_done(&level);
    r->facts->pdfua = text_copy(r->a, facts_xmp(xmp, T("pdfuaid:part")));
    r->facts->has_edition = date_parse(facts_xmp(xmp, T("griot:date")), &r->facts->date);
    if (text_int(facts_xmp(xmp, T("griot:number")), 1, 1000000, &number))
        r->facts->number = (int)number;
    free(bytes);
}

/* --- attached files --- */

static void read_attachment(struct reader *r, qpdf_oh spec) {
    struct attached x = {0};
    size_t n = 0;
    qpdf_oh file = key(r, key(r, spec, "/EF"), "/F");
    if (!qpdf_oh_is_dictionary(r->pdf, spec) || r->facts->attachments.n == ATTACHMENTS_MAX) return;
    x.name = string(r, key(r, spec, "/UF"));
    if (!x.name.n) x.name = string(r, key(r, spec, "/F"));
    x.relationship = name(r, key(r, spec, "/AFRelationship"));
    unsigned char *bytes = stream(r, file, &n);
    if (bytes) {
        x.readable = true;
        x.size = n;
        x.digest = digest_of((struct text){(char *)bytes, n});
        x.type = name(r, qpdf_oh_get_key(r->pdf, qpdf_oh_get_dict(r->pdf, file), "/Subtype"));
    }
    free(bytes);
    arena_push(r->a, &r->facts->attachments, x);
}

/* The leaves of a name tree (ISO 32000-1, 7.9.6). */
static void read_names(struct reader *r, qpdf_oh node, int depth) {
    if (depth == DEPTH_MAX || ++r->nodes > NODES_MAX) return;
    qpdf_oh names = key(r, node, "/Names"), kids = key(r, node, "/Kids");
    int nnames = items(r, names), nkids = items(r, kids);
    for (int i = 1; i < nnames && i < 2 * ATTACHMENTS_MAX; i += 2)
        read_attachment(r, qpdf_oh_get_array_item(r->pdf, names, i));
    for (int i = 0; i < nkids && r->nodes < NODES_MAX; i++)
        read_names(r, qpdf_oh_get_array_item(r->pdf, kids, i), depth + 1);
}

/* --- signatures --- */

static void read_sealing(struct reader *r, qpdf_oh field, qpdf_oh value) {
    struct sealing s = {.field = string(r, key(r, field, "/T")),
                        .kind = name(r, key(r, value, "/SubFilter")),
                        .contents = raw_string(r, key(r, value, "/Contents"))};
    qpdf_oh range = key(r, value, "/ByteRange");
    s.has_time = instant_parse_pdf(string(r, key(r, value, "/M")), &s.time);
    s.nrange = items(r, range);
    for (int i = 0; i < 4 && i < s.nrange; i++) {
        long long v = -1;
        qpdf_oh_get_value_as_longlong(r->pdf, qpdf_oh_get_array_item(r->pdf, range, i), &v);
        s.range[i] = v;
    }
    arena_push(r->a, &r->facts->sealings, s);
}

/* Fields of a form (12.7.3.1): a field's type may stand with its parent. */
static void read_fields(struct reader *r, qpdf_oh field, struct text type, int depth) {
    if (depth == DEPTH_MAX || ++r->nodes > NODES_MAX) return;
    struct text own = name(r, key(r, field, "/FT"));
    qpdf_oh value = key(r, field, "/V"), kids = key(r, field, "/Kids");
    int nkids = items(r, kids);
    if (own.n) type = own;
    if (text_equal(type, T("Sig")) && !qpdf_oh_is_null(r->pdf, value) &&
        r->facts->sealings.n < SEALINGS_MAX)
        read_sealing(r, field, value);
    for (int i = 0; i < nkids && r->nodes < NODES_MAX; i++)
        read_fields(r, qpdf_oh_get_array_item(r->pdf, kids, i), type, depth + 1);
}

static void read_form(struct reader *r, qpdf_oh root) {
    qpdf_oh fields = key(r, key(r, root, "/AcroForm"), "/Fields");
    int n = items(r, fields);
    r->nodes = 0;
    for (int i = 0; i < n && r->nodes < NODES_MAX; i++)
        read_fields(r, qpdf_oh_get_array_item(r->pdf, fields, i), (struct text){0}, 0);
}

/* --- the file --- */

/* What the library found wrong; empty where nothing. What it would only warn of counts: an object
 * that is passed over as damaged may be the one that says that the file is signed. */
static struct text failure(struct reader *r) {
    qpdf_error e = NULL;
    if (qpdf_has_error(r->pdf)) e = qpdf_get_error(r->pdf);
    else if (qpdf_more_warnings(r->pdf)) e = qpdf_next_warning(r->pdf);
    else return (struct text){0};
    struct text why = text_of(qpdf_get_error_message_detail(r->pdf, e));
    return facts_clean(r->a, why.n ? why : T("?"));
}

static void read_all(struct reader *r) {
    qpdf_oh root = qpdf_get_root(r->pdf);
    r->facts->pages = qpdf_get_num_pages(r->pdf);
    r->facts->lang = string(r, key(r, root, "/Lang"));
    read_info(r);
    read_xmp(r, root);
    read_names(r, key(r, key(r, root, "/Names"), "/EmbeddedFiles"), 0);
    read_form(r, root);
}

bool reader_read(struct arena *a, struct diags *d, struct text path, struct text bytes,
                 struct facts *out) {
    *out = (struct facts){0};
    struct reader r = {.a = a, .pdf = qpdf_init(), .facts = out};
    struct text why;
    qpdf_silence_errors(r.pdf);
    qpdf_set_suppress_warnings(r.pdf, QPDF_TRUE);
    qpdf_set_attempt_recovery(r.pdf, QPDF_FALSE);
    qpdf_read_memory(r.pdf, text_z(a, path), bytes.at, bytes.n, NULL);
    why = failure(&r);
    if (!why.n) {
        read_all(&r);
        why = failure(&r);
    }
    bool ok = !why.n && out->pages > 0;
    if (!ok)
        DIAG(d, ((struct place){.file = path}), PDF_UNREADABLE, why.n ? why : T("0 pages"));
    qpdf_oh_release_all(r.pdf);
    qpdf_cleanup(&r.pdf);
    return ok;
}
