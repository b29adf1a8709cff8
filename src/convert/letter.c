/* See letter.h. */
#include "convert/letter.h"

#include "base/unicode.h"
#include "edition/issuer.h"

#include <gmime/gmime.h>

enum {
    WRAPPED_LEAST = 60,  /* characters of a line that a mail program wrapped */
    TITLE_LONGEST = 300, /* characters */
    NAME_LONGEST = 200   /* bytes of an attachment's name */
};

/* A letter being read. */
struct reading {
    struct arena *a;
    struct letter *out;
    int parts;
};

/* The name without the folders that some programs put before it; empty where it is none. */
static struct text safe_name(struct arena *a, const char *name) {
    struct text t = text_copy(a, text_of(name));
    for (size_t i = t.n; i-- > 0;)
        if (t.at[i] == '/' || t.at[i] == '\\') {
            t = text_after(t, i + 1);
            break;
        }
    for (size_t i = 0; i < t.n; i++)
        if ((unsigned char)t.at[i] < 0x20 || t.at[i] == 0x7F || t.at[i] == ':') return T("");
    return t.n > NAME_LONGEST || text_starts(t, T(".")) ? T("") : t;
}

static struct text content(struct arena *a, GMimePart *part) {
    struct text out = {0};
    GMimeDataWrapper *wrapper = g_mime_part_get_content(part);
    GMimeStream *stream = g_mime_stream_mem_new();
    if (wrapper && g_mime_data_wrapper_write_to_stream(wrapper, stream) >= 0) {
        GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
        out = text_copy(a, (struct text){(const char *)bytes->data, bytes->len});
    }
    g_object_unref(stream);
    return out;
}

static bool is_utf8(struct text t) {
    for (size_t i = 0; i < t.n;)
        if (utf8_next(t, &i) == UTF8_BAD) return false;
    return true;
}

/* Mail programs call Windows-1252 by the names of its subsets, ISO 8859-1 and ASCII, so that those are
 * read as it (as WHATWG, Encoding, section 4.2 has it); but a text that is UTF-8, and says nothing
 * or ASCII, is UTF-8. */
static void widen_charset(struct arena *a, GMimeTextPart *part) {
    const char *said = g_mime_text_part_get_charset(part);
    const char *is = said ? g_mime_charset_iconv_name(said) : "ascii";
    bool ascii = !g_ascii_strcasecmp(is, "us-ascii") || !g_ascii_strcasecmp(is, "ascii");
    if (ascii && is_utf8(content(a, GMIME_PART(part)))) g_mime_text_part_set_charset(part, "utf-8");
    else if (ascii || !g_ascii_strcasecmp(is, "iso-8859-1"))
        g_mime_text_part_set_charset(part, "windows-1252");
}

static struct text text_of_part(struct arena *a, GMimeTextPart *part) {
    char *text = g_mime_text_part_get_text(part);
    struct text out = text_copy(a, text_of(text));
    g_free(text);
    return out;
}

/* What is not in the characters that it says, or in such as nobody knows, is Windows-1252. */
static void take_text(struct reading *r, GMimeObject *object) {
    GMimeTextPart *part = GMIME_TEXT_PART(object);
    widen_charset(r->a, part);
    const char *flow = g_mime_object_get_content_type_parameter(object, "format");
    r->out->text = text_of_part(r->a, part);
    if (!is_utf8(r->out->text)) {
        g_mime_text_part_set_charset(part, "windows-1252");
        r->out->text = text_of_part(r->a, part);
    }
    r->out->flowed = text_equal(unicode_small(r->a, text_of(flow)), T("flowed"));
}

static void take_part(GMimeObject *parent, GMimeObject *object, gpointer context) {
    struct reading *r = context;
    (void)parent;
    if (!GMIME_IS_PART(object) || ++r->parts > LETTER_PARTS_MOST) return;
    struct text name = safe_name(r->a, g_mime_part_get_filename(GMIME_PART(object)));
    bool attached = g_mime_part_is_attachment(GMIME_PART(object)) || name.n;
    GMimeContentType *type = g_mime_object_get_content_type(object);
    if (attached && name.n)
        arena_push(r->a, &r->out->attached,
                   ((struct companion){name, content(r->a, GMIME_PART(object))}));
    else if (!attached && g_mime_content_type_is_type(type, "text", "html")) r->out->html = true;
    else if (!attached && !r->out->text.n && GMIME_IS_TEXT_PART(object)) take_text(r, object);
}

/* A head as text. GMime decodes what is encoded in it, but gives bytes that should have been as they are:
 * what is no UTF-8 is U+FFFD. */
static struct text head_text(struct arena *a, const char *z) {
    struct text t = text_of(z);
    struct build b = {.arena = a};
    for (size_t i = 0; i < t.n;) {
        uint32_t c = utf8_next(t, &i);
        build_code(&b, c == UTF8_BAD ? 0xFFFD : c);
    }
    return text_trim(build_done(&b));
}

static void take_heads(struct reading *r, GMimeMessage *message) {
    GDateTime *date = g_mime_message_get_date(message);
    GDateTime *utc = date ? g_date_time_to_utc(date) : NULL;
    char *sent = utc ? g_date_time_format(utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
    char *from = internet_address_list_to_string(g_mime_message_get_from(message), NULL, FALSE);
    r->out->from = head_text(r->a, from);
    r->out->subject = head_text(r->a, g_mime_message_get_subject(message));
    r->out->sent = text_copy(r->a, text_of(sent));
    g_free(from);
    g_free(sent);
    if (utc) g_date_time_unref(utc);
}

bool letter_read(struct arena *a, struct diags *d, struct text file, struct text bytes,
                 struct letter *out) {
    struct reading r = {.a = a, .out = out};
    *out = (struct letter){0};
    g_mime_init();
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes.at, bytes.n);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    if (message) {
        take_heads(&r, message);
        g_mime_message_foreach(message, take_part, &r);
        g_object_unref(message);
    }
    g_object_unref(parser);
    g_object_unref(stream);
    if (message && (out->from.n || out->subject.n) && r.parts && r.parts <= LETTER_PARTS_MOST)
        return true;
    DIAG0(d, ((struct place){.file = file}), LETTER_BAD);
    return false;
}

/* --- its text --- */

/* The text without the reply and forward marks of mail programs. */
static struct text bare_subject(struct arena *a, struct text t) {
    static const char *const marks[] = {"re:", "re :", "fw:", "fwd:", "tr:", "tr :", "fwd :"};
    for (bool again = true; again;) {
        again = false;
        t = text_trim(t);
        struct text small = unicode_small(a, t);
        for (size_t i = 0; i < sizeof marks / sizeof *marks && !again; i++) {
            again = text_starts(small, text_of(marks[i]));
            if (again) t = text_after(t, text_of(marks[i]).n);
        }
    }
    return t;
}

/* What begins an item: how many bytes of sign and blank. */
static size_t item_sign(struct text line) {
    static const char *const signs[] = {"- ", "– ", "• ", "* ", "— "};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text_starts(line, text_of(signs[i]))) return text_of(signs[i]).n;
    return 0;
}

/* Text on its way into a document. */
struct lines {
    struct document *out;
    bool open, wrapped; /* a part is open; its last line goes on in the next */
    bool flowed;
};

static void put_line(struct lines *l, struct text raw) {
    struct arena *a = l->out->a;
    bool flows = l->flowed && text_ends(raw, T(" "));
    if (l->flowed && text_starts(raw, T(" "))) raw = text_after(raw, 1); /* stuffed: 4.4 */
    struct text line = text_trim(raw);
    size_t sign = item_sign(line);
    if (!line.n) {
        l->open = false;
        return;
    }
    bool goes_on = l->open && l->wrapped && !sign;
    if (!goes_on) {
        struct part *p = document_part(l->out, sign ? PART_ITEM : PART_PARAGRAPH);
        p->list = sign ? 1 : 0;
    }
    struct part *p = &l->out->parts.at[l->out->parts.n - 1];
    if (goes_on) part_add(a, p, (struct stretch){.text = T(" ")});
    part_add(a, p, (struct stretch){.text = text_after(line, sign)});
    l->open = true;
    l->wrapped = l->flowed ? flows : utf8_count(line) >= WRAPPED_LEAST;
}

/* Whether the part can be a title. */
static bool entitles(struct arena *a, const struct part *p) {
    struct text t = part_text(a, p);
    char last = t.n ? t.at[t.n - 1] : ',';
    return p->kind == PART_PARAGRAPH && utf8_count(t) <= TITLE_LONGEST && !sentence_ends(t) &&
           last != ',' && last != ':' && last != ';';
}

void letter_document(struct arena *a, const struct letter *l, struct document *out) {
    *out = (struct document){.a = a};
    struct lines lines = {.out = out, .flowed = l->flowed};
    for (struct text rest = l->text; rest.n;) {
        size_t end = text_find(rest, T("\n"));
        struct text line = text_part(rest, 0, end);
        if (text_ends(line, T("\r"))) line = text_part(line, 0, line.n - 1);
        if (text_equal(line, T("-- ")) || text_equal(line, T("--"))) break;
        put_line(&lines, line);
        rest = text_after(rest, end + 1);
    }
    if (out->parts.n > 1 && entitles(a, &out->parts.at[0])) out->parts.at[0].kind = PART_TITLE;
    out->title = bare_subject(a, l->subject);
}
