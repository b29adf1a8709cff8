/* See mailing.h. */
#include "mail/mailing.h"

#include "mail/subscribers.h"

enum { URL_CAP = 500 };

struct text mailing_line(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    for (size_t i = 0; i < t.n;) {
        uint32_t c = utf8_next(t, &i);
        bool control =
            c == UTF8_BAD || c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
        build_code(&b, control ? ' ' : c);
    }
    return text_trim(build_done(&b));
}

/* The text with the first `what` in it replaced. */
static struct text replaced(struct arena *a, struct text t, struct text what, struct text by) {
    size_t at = text_find(t, what);
    return at == t.n ? t : TEXT_JOIN(a, text_part(t, 0, at), by, text_after(t, at + what.n));
}

struct text mailing_url(struct arena *a, const struct mailing *m) {
    return replaced(a, m->newsroom->url, T("{edition}"), edition_name_text(a, m->recipe->name));
}

/* --- settings --- */

static bool url_fine(struct text t, const char *scheme) {
    for (size_t i = 0; i < t.n; i++)
        if (t.at[i] <= ' ' || t.at[i] > '~' || t.at[i] == '<' || t.at[i] == '>' || t.at[i] == '"')
            return false;
    return t.n <= URL_CAP && text_starts(t, text_of(scheme));
}

/* No name or password may stand in it: it is told where the server fails. */
static bool server_fine(struct text t) {
    bool scheme = url_fine(t, "smtp://") || url_fine(t, "smtps://");
    return scheme && text_find(t, T("@")) == t.n;
}

/* "18:00 +0000": hour, minute, and the offset of the zone. */
static bool hour_fine(struct text t) {
    int64_t hour, minute, zone;
    return t.n == 11 && t.at[2] == ':' && t.at[5] == ' ' && (t.at[6] == '+' || t.at[6] == '-') &&
           text_int(text_part(t, 0, 2), 0, 23, &hour) &&
           text_int(text_part(t, 3, 5), 0, 59, &minute) &&
           text_int(text_part(t, 7, 11), 0, 1459, &zone) && zone % 100 < 60;
}

static void tell(struct diags *d, struct text settings, const char *key, struct text value,
                 const char *example) {
    DIAG(d, ((struct place){.file = settings}), MAIL_SETTING, text_of(key), value,
         text_of(example));
}

static bool settings_fine(struct arena *a, struct diags *d, const struct newsroom *n,
                          struct text settings) {
    const struct mail_settings *m = &n->mail;
    size_t told = d->n;
    if (!m->given) {
        DIAG0(d, ((struct place){.file = settings}), MAIL_NO_SETTINGS);
        return false;
    }
    if (!address_fine(m->from)) tell(d, settings, "from", m->from, "bulletin@example.org");
    if (m->reply_to.n && !address_fine(m->reply_to))
        tell(d, settings, "reply-to", m->reply_to, "bulletin@example.org");
    if (m->unsubscribe.n && !url_fine(m->unsubscribe, "https://"))
        tell(d, settings, "unsubscribe", m->unsubscribe, "https://example.org/leave?{subscriber}");
    if (m->list_id.n && !address_fine(TEXT_JOIN(a, T("x@"), m->list_id)))
        tell(d, settings, "list-id", m->list_id, "bulletin.example.org");
    if (n->url.n && !url_fine(n->url, "http"))
        tell(d, settings, "url", n->url, "https://example.org/{edition}.pdf");
    if (m->server.n && !server_fine(m->server))
        tell(d, settings, "server", m->server, "smtp://mail.example.org:587");
    if (!hour_fine(m->hour)) tell(d, settings, "hour", m->hour, "18:00 +0000");
    return d->n == told;
}

bool mailing_make(struct arena *a, struct diags *d, struct text where, const struct bundle *b,
                  struct text sha256, const struct newsroom *n, struct text settings,
                  struct mailing *out) {
    struct text name = edition_name_text(a, b->recipe.name);
    *out = (struct mailing){.recipe = &b->recipe,
                            .newsroom = n,
                            .file = TEXT_JOIN(a, T("bulletin-"), name),
                            .sha256 = sha256,
                            .title = mailing_line(a, b->recipe.title),
                            .lang = text_equal(b->recipe.lang, T("en")) ? LANG_EN : LANG_FR};
    bool ok = settings_fine(a, d, n, settings);
    ok &= bundle_file(b, d, where, T("text.txt"), &out->text);
    ok &= bundle_file(b, d, where, T("bulletin.html"), &out->html);
    return bundle_file(b, d, where, T("bulletin.pdf"), &out->pdf) && ok;
}
