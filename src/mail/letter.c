/* See letter.h. GMime encodes and folds headers, and encodes bodies; what is signed over to it is
 * free of controls (mailing_line, subscribers_read), so that no text can start a header of its own. */
#include "mail/letter.h"

#include "mail/contents.h"

#include <gmime/gmime.h>

enum { HEAD_ROOM = 2000, ENTRIES_MOST = 400, ID_DIGITS = 32, WORD_BYTES = 45 };

/* A part of the body before it is encoded. */
struct part {
    const char *type, *subtype;
    struct text bytes;
    struct text file; /* the attachment's name; empty: it is shown */
};

static char *z_of(struct arena *a, struct text t) {
    return text_z(a, t);
}

/* --- parts --- */

/* Base64 where it is shorter than quoted-printable, which triples every byte beyond ASCII. */
static GMimeContentEncoding encoding_for(struct text t) {
    size_t beyond = 0;
    for (size_t i = 0; i < t.n; i++)
        beyond += (unsigned char)t.at[i] >= 0x80;
    return beyond * 6 > t.n ? GMIME_CONTENT_ENCODING_BASE64
                            : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
}

static GMimeObject *part_new(struct arena *a, const struct part *p) {
    GMimePart *part = g_mime_part_new_with_type(p->type, p->subtype);
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(p->bytes.at, p->bytes.n);
    GMimeDataWrapper *content =
        g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
    bool words = text_equal(text_of(p->type), T("text"));
    if (words) g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
    g_mime_part_set_content(part, content);
    g_mime_part_set_content_encoding(part, words && !p->file.n ? encoding_for(p->bytes)
                                                               : GMIME_CONTENT_ENCODING_BASE64);
    if (p->file.n) g_mime_part_set_filename(part, z_of(a, p->file));
    g_object_unref(content);
    g_object_unref(stream);
    return GMIME_OBJECT(part);
}

/* Two parts under one; the boundary cannot stand in an encoded part: neither encoding has «=_». */
static GMimeObject *both(struct arena *a, const char *subtype, struct text boundary,
                         GMimeObject *first, GMimeObject *second) {
    GMimeMultipart *m = g_mime_multipart_new_with_subtype(subtype);
    g_mime_multipart_set_boundary(m, z_of(a, boundary));
    g_mime_multipart_add(m, first);
    g_mime_multipart_add(m, second);
    g_object_unref(first);
    g_object_unref(second);
    return GMIME_OBJECT(m);
}

static struct text boundary_of(struct arena *a, const struct mailing *m, enum form f, enum lang l,
                               const char *which) {
    struct text of = TEXT_JOIN(a, m->sha256, T(" "), form_word(f), T(" "), text_number(a, l),
                               T(" "), text_of(which));
    return TEXT_JOIN(a, T("=_"), text_part(digest_hex(a, digest_of(of)), 0, ID_DIGITS));
}

/* A text and its HTML, of which a reader sees the one it can. */
static GMimeObject *alternative(struct arena *a, const struct mailing *m, enum form f, enum lang l,
                                struct text plain, struct text html) {
    struct part text = {"text", "plain", plain, {0}}, rich = {"text", "html", html, {0}};
    return both(a, "alternative", boundary_of(a, m, f, l, "alternative"), part_new(a, &text),
                part_new(a, &rich));
}

/* The edition's contents, and the whole of it attached where it is. */
static GMimeObject *contents_body(struct arena *a, const struct mailing *m, enum form f,
                                  enum lang l, size_t most) {
    static const enum way ways[FORM__MAX] = {WAY_PDF, WAY_HTML, WAY_TEXT, WAY_LINK};
    struct contents_form form = {ways[f], l, most};
    struct part attached[FORM__MAX] = {
        [FORM_PDF] = {"application", "pdf", m->pdf, TEXT_JOIN(a, m->file, T(".pdf"))},
        [FORM_HTML] = {"text", "html", m->html, TEXT_JOIN(a, m->file, T(".html"))},
        [FORM_TEXT] = {"text", "plain", m->text, TEXT_JOIN(a, m->file, T(".txt"))},
    };
    GMimeObject *shown =
        alternative(a, m, f, l, contents_text(a, m, &form), contents_html(a, m, &form));
    if (f == FORM_LINK) return shown;
    return both(a, "mixed", boundary_of(a, m, f, l, "mixed"), shown, part_new(a, &attached[f]));
}

/* The whole bulletin as it is kept; what is said under it is said in the plain text. */
static GMimeObject *whole_body(struct arena *a, const struct mailing *m, enum form f, enum lang l) {
    struct text plain = TEXT_JOIN(a, m->text, contents_foot(a, m, l));
    struct part text = {"text", "plain", plain, {0}};
    if (f == FORM_TEXT) return part_new(a, &text);
    return alternative(a, m, f, l, plain, m->html);
}

/* --- headers --- */

static struct text date_header(struct arena *a, const struct mailing *m) {
    static const char days[][4] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    date day = m->recipe->name.date;
    struct ymd v = date_ymd(day);
    struct text hour = m->newsroom->mail.hour;
    struct build b = {.arena = a};
    build_text(&b, text_of(days[date_weekday(day)]));
    build_text(&b, T(", "));
    build_int(&b, v.day);
    build_char(&b, ' ');
    build_text(&b, text_of(months[v.month - 1]));
    build_char(&b, ' ');
    build_int(&b, v.year);
    build_char(&b, ' ');
    build_text(&b, text_part(hour, 0, 5));
    build_text(&b, T(":00"));
    build_text(&b, text_after(hour, 5));
    return build_done(&b);
}

static struct text domain_of(struct text address) {
    return text_after(address, text_find(address, T("@")) + 1);
}

/* «bulletin.gouvernement.example», of bulletin@gouvernement.example */
static struct text list_id(struct arena *a, const struct mail_settings *s) {
    size_t at = text_find(s->from, T("@"));
    if (s->list_id.n) return s->list_id;
    return TEXT_JOIN(a, text_part(s->from, 0, at), T("."), text_after(s->from, at + 1));
}

static void set_header(GMimeMessage *message, struct arena *a, const char *name,
                       struct text value) {
    g_mime_object_set_header(GMIME_OBJECT(message), name, z_of(a, value), "utf-8");
}

static GMimeMessage *message_new(struct arena *a, const struct mailing *m, enum lang l) {
    const struct mail_settings *s = &m->newsroom->mail;
    struct text title = mailing_line(a, m->newsroom->title);
    GMimeMessage *message = g_mime_message_new(FALSE);
    g_mime_message_set_subject(message, z_of(a, contents_subject(a, m, l)), "utf-8");
    set_header(message, a, "Date", date_header(a, m));
    set_header(message, a, "List-Id", TEXT_JOIN(a, title, T(" <"), list_id(a, s), T(">")));
    if (s->unsubscribe.n)
        set_header(message, a, "List-Unsubscribe-Post", T("List-Unsubscribe=One-Click"));
    set_header(message, a, "Auto-Submitted", T("auto-generated"));
    return message;
}

/* --- what is common --- */

static GMimeFormatOptions *crlf(void) {
    GMimeFormatOptions *options = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
    return options;
}

static struct text written(struct arena *a, GMimeObject *o) {
    GMimeFormatOptions *options = crlf();
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_object_write_to_stream(o, options, stream);
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    struct text all = text_copy(a, (struct text){(const char *)bytes->data, bytes->len});
    g_object_unref(stream);
    g_mime_format_options_free(options);
    return all;
}

/* The name as encoded words (RFC 2047) of whole characters: GMime's own may exceed the 75 characters
 * that a word may have. */
static void put_encoded(struct build *b, struct text name) {
    for (size_t from = 0, to = 0; from < name.n; from = to) {
        for (size_t next = to; next < name.n && next - from <= WORD_BYTES - 4; to = next)
            utf8_next(name, &next);
        char *word = g_base64_encode((const guchar *)name.at + from, to - from);
        build_text(b, from ? T("\r\n =?UTF-8?B?") : T("=?UTF-8?B?"));
        build_text(b, text_of(word));
        build_text(b, T("?="));
        g_free(word);
    }
}

static bool ascii(struct text t) {
    for (size_t i = 0; i < t.n; i++)
        if ((unsigned char)t.at[i] >= 0x80) return false;
    return true;
}

/* A header with one mailbox, encoded and folded. */
static void put_mailbox(struct build *b, struct arena *a, const char *label, struct text name,
                        struct text address) {
    build_text(b, text_of(label));
    if (ascii(name)) {
        InternetAddress *one =
            internet_address_mailbox_new(name.n ? z_of(a, name) : NULL, z_of(a, address));
        char *line = internet_address_to_string(one, NULL, FALSE);
        build_text(b, text_of(line));
        g_free(line);
        g_object_unref(one);
    } else {
        put_encoded(b, name);
        build_text(b, T("\r\n <"));
        build_text(b, address);
        build_char(b, '>');
    }
    build_text(b, T("\r\n"));
}

/* The message with this body, which it takes over. */
static struct text message_with(struct arena *a, const struct mailing *m, enum lang l,
                                GMimeObject *body) {
    const struct mail_settings *s = &m->newsroom->mail;
    struct text name = mailing_line(a, s->name.n ? s->name : m->newsroom->title);
    GMimeMessage *message = message_new(a, m, l);
    struct build b = {.arena = a};
    g_mime_message_set_mime_part(message, body);
    put_mailbox(&b, a, "From: ", name, s->from);
    if (s->reply_to.n) put_mailbox(&b, a, "Reply-To: ", (struct text){0}, s->reply_to);
    struct text all = TEXT_JOIN(a, build_done(&b), written(a, GMIME_OBJECT(message)));
    g_object_unref(message);
    g_object_unref(body);
    return all;
}

/* How long the letter is without its attachment. */
static size_t length_shown(struct arena scratch, const struct mailing *m, enum form f, enum lang l,
                           size_t most) {
    static const enum way ways[FORM__MAX] = {WAY_PDF, WAY_HTML, WAY_TEXT, WAY_LINK};
    struct contents_form form = {ways[f], l, most};
    GMimeObject *shown = alternative(&scratch, m, f, l, contents_text(&scratch, m, &form),
                                     contents_html(&scratch, m, &form));
    return message_with(&scratch, m, l, shown).n + HEAD_ROOM;
}

static struct text common_of(struct arena *a, const struct mailing *m, enum form f, enum lang l) {
    size_t most = ENTRIES_MOST;
    if (f == FORM_HTML || f == FORM_TEXT) {
        struct text whole = message_with(a, m, l, whole_body(a, m, f, l));
        if (whole.n + HEAD_ROOM <= LETTER_CAP) return whole;
    }
    while (most > 1 && length_shown(*a, m, f, l, most) > LETTER_CAP)
        most /= 2;
    return message_with(a, m, l, contents_body(a, m, f, l, most));
}

void letters_make(struct arena *a, const struct mailing *m, bool needed[FORM__MAX][LANG__MAX],
                  struct letters *out) {
    g_mime_init();
    *out = (struct letters){.mailing = m};
    for (enum form f = 0; f < FORM__MAX; f++)
        for (enum lang l = 0; l < LANG__MAX; l++)
            if (needed[f][l]) out->common[f][l] = common_of(a, m, f, l);
}

/* --- what is a subscriber's own --- */

static struct text digits_of(struct arena *a, struct text of) {
    return text_part(digest_hex(a, digest_of(of)), 0, ID_DIGITS);
}

/* Both ways of leaving: a click (RFC 8058), where the newsroom has a URL for it, and a mail. */
static void put_unsubscribe(struct build *b, struct arena *a, const struct mail_settings *s,
                            const struct subscriber *to) {
    struct text url = s->unsubscribe, token = T("{subscriber}");
    size_t at = text_find(url, token);
    build_text(b, T("List-Unsubscribe:"));
    if (url.n) {
        build_text(b, T(" <"));
        build_text(b, text_part(url, 0, at));
        if (at < url.n) build_text(b, digits_of(a, to->key));
        build_text(b, text_after(url, at + token.n));
        build_text(b, T(">,\r\n"));
    }
    build_text(b, T(" <mailto:"));
    build_text(b, s->reply_to.n ? s->reply_to : s->from);
    build_text(b, T("?subject=unsubscribe>\r\n"));
}

struct letter letter_to(struct arena *a, const struct letters *l, const struct subscriber *s) {
    const struct mailing *m = l->mailing;
    struct build b = {.arena = a};
    struct letter out = {.body = l->common[s->form][s->lang]};
    struct text unique = digits_of(a, TEXT_JOIN(a, m->sha256, T(" "), s->key));
    out.id = TEXT_JOIN(a, unique, T("@"), domain_of(m->newsroom->mail.from));
    put_mailbox(&b, a, "To: ", s->name, s->address);
    build_text(&b, T("Message-ID: <"));
    build_text(&b, out.id);
    build_text(&b, T(">\r\n"));
    put_unsubscribe(&b, a, &m->newsroom->mail, s);
    out.head = build_done(&b);
    return out;
}

struct text letter_library(struct arena *a) {
    return TEXT_JOIN(a, T("GMime "), text_number(a, gmime_major_version), T("."),
                     text_number(a, gmime_minor_version), T("."),
                     text_number(a, gmime_micro_version));
}
