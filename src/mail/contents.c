/* See contents.h. */
#include "mail/contents.h"

#include "base/unicode.h"
#include "edition/phrases.h"

enum { KILO = 1000, CHAIN_DIGITS = 16 };

enum words {
    WORDS_REVISION, /* before the subject */
    WORDS_ATTACHED, /* before a file's name */
    WORDS_READ,     /* before a URL */
    WORDS_MORE,     /* behind the number of communiqués not listed */
    WORDS_PAGE,
    WORDS_SIZE,   /* behind a number of kilobytes */
    WORDS_CHAIN,  /* before the digits of the chain */
    WORDS_VERIFY, /* what they are */
    WORDS_COPY,   /* before the command that holds a copy against the archive */
    WORDS_DIGEST, /* before the SHA-256 of the PDF */
    WORDS_LEAVE,
    WORDS__MAX
};

/* No-break spaces stand where French wants them (U+00A0, U+202F). */
static const char *const words[WORDS__MAX][LANG__MAX] = {
    [WORDS_REVISION] = {"Correction: ", "Rectificatif\u00a0: "},
    [WORDS_ATTACHED] = {"The bulletin is attached: ", "Le bulletin est joint\u00a0: "},
    [WORDS_READ] = {"Read the bulletin: ", "Lire le bulletin\u00a0: "},
    [WORDS_MORE] = {" more communiqués", " autres communiqués"},
    [WORDS_PAGE] = {"p.\u00a0", "p.\u00a0"},
    [WORDS_SIZE] = {"\u00a0kB", "\u00a0ko"},
    [WORDS_CHAIN] = {"Chain of editions: ", "Chaîne des éditions\u00a0: "},
    [WORDS_VERIFY] =
        {"These digits begin the SHA-256 of this edition in the archive; the edition kept "
         "after it prints them.",
         "Ces chiffres commencent le SHA-256 de cette édition dans les archives\u202f; "
         "l’édition gardée ensuite les imprime."},
    [WORDS_COPY] = {"To verify a copy: ", "Pour vérifier un exemplaire\u00a0: "},
    [WORDS_DIGEST] = {"SHA-256 of the PDF: ", "SHA-256 du PDF\u00a0: "},
    [WORDS_LEAVE] = {"You get this bulletin because you subscribed to it. To leave, use the "
                     "unsubscribe command of your mail program, or write to ",
                     "Vous recevez ce bulletin parce que vous y êtes abonné. Pour vous désabonner, "
                     "employez la commande de votre messagerie, ou écrivez à "},
};

static struct text word(enum lang lang, enum words w) {
    return text_of(words[w][lang]);
}

struct text contents_subject(struct arena *a, const struct mailing *m, enum lang lang) {
    if (m->recipe->name.revision < 2) return m->title;
    return TEXT_JOIN(a, word(lang, WORDS_REVISION), m->title);
}

/* --- what both forms say --- */

/* «Mardi 25 novembre 2025», in the bulletin's language. */
static struct text day_of(struct arena *a, const struct mailing *m) {
    struct build b = {.arena = a};
    date_print_long(&b, m->recipe->name.date, m->lang, true);
    return text_capital(a, build_done(&b));
}

static struct text number_of(struct arena *a, const struct mailing *m) {
    return TEXT_JOIN(a, phrase_of(m->lang, PHRASE_NUMBER), text_number(a, m->recipe->number));
}

/* Where errors and farewells are written to. */
static struct text contact_of(const struct mailing *m) {
    return m->newsroom->mail.reply_to.n ? m->newsroom->mail.reply_to : m->newsroom->mail.from;
}

static const char *const endings[] = {
    [WAY_PDF] = ".pdf", [WAY_HTML] = ".html", [WAY_TEXT] = ".txt"};

/* «bulletin-2025-11-25.pdf (57 ko)» */
static struct text file_of(struct arena *a, const struct mailing *m,
                           const struct contents_form *f) {
    const struct text files[] = {[WAY_PDF] = m->pdf, [WAY_HTML] = m->html, [WAY_TEXT] = m->text};
    size_t kilo = (files[f->way].n + KILO - 1) / KILO;
    return TEXT_JOIN(a, m->file, text_of(endings[f->way]), T(" ("), text_number(a, (int64_t)kilo),
                     word(f->lang, WORDS_SIZE), T(")"));
}

static struct text chain_of(const struct mailing *m) {
    return text_part(m->sha256, 0, CHAIN_DIGITS);
}

static struct text digest_of_pdf(struct arena *a, const struct mailing *m) {
    return digest_hex(a, digest_of(m->pdf));
}

static struct text command_of(struct arena *a, const struct mailing *m) {
    return TEXT_JOIN(a, T("griot verify --against "), m->file, T(".pdf"));
}

/* Whether the entry has another ministry than the one before it. */
static bool starts_ministry(const struct content_entries *all, size_t i) {
    return !i || !text_equal(all->at[i].ministry, all->at[i - 1].ministry);
}

/* --- as text --- */

static void line(struct build *b, struct text label, struct text value) {
    build_text(b, label);
    build_text(b, value);
    build_char(b, '\n');
}

struct text contents_foot(struct arena *a, const struct mailing *m, enum lang lang) {
    struct build b = {.arena = a};
    line(&b, T("\n________________________________________\n"),
         mailing_line(a, newsroom_imprint(a, m->newsroom)));
    line(&b, word(lang, WORDS_CHAIN), chain_of(m));
    line(&b, word(lang, WORDS_VERIFY), T(""));
    line(&b, word(lang, WORDS_COPY), command_of(a, m));
    line(&b, word(lang, WORDS_DIGEST), digest_of_pdf(a, m));
    build_char(&b, '\n');
    line(&b, word(lang, WORDS_LEAVE), TEXT_JOIN(a, contact_of(m), T(".")));
    return build_done(&b);
}

static void text_entries(struct arena *a, struct build *b, const struct mailing *m,
                         const struct contents_form *f) {
    const struct content_entries *all = &m->recipe->contents;
    for (size_t i = 0; i < all->n && i < f->most; i++) {
        if (starts_ministry(all, i)) line(b, T("\n"), mailing_line(a, all->at[i].name));
        build_text(b, T("  - "));
        build_text(b, mailing_line(a, all->at[i].title));
        line(b, TEXT_JOIN(a, T(", "), word(f->lang, WORDS_PAGE)), text_number(a, all->at[i].page));
    }
    if (all->n > f->most)
        line(b, T("\n… "),
             TEXT_JOIN(a, text_number(a, (int64_t)(all->n - f->most)), word(f->lang, WORDS_MORE)));
}

struct text contents_text(struct arena *a, const struct mailing *m, const struct contents_form *f) {
    struct build b = {.arena = a};
    line(&b, contents_subject(a, m, f->lang), T(""));
    line(&b, day_of(a, m), T("\n"));
    if (m->recipe->because.n && m->recipe->name.revision > 1)
        line(&b, mailing_line(a, m->recipe->because), T("\n"));
    if (f->way == WAY_LINK)
        line(&b, word(f->lang, WORDS_READ), mailing_url(a, m));
    else
        line(&b, word(f->lang, WORDS_ATTACHED), file_of(a, m, f));
    line(&b, T("\n"), phrase_of(f->lang, PHRASE_CONTENTS));
    text_entries(a, &b, m, f);
    build_text(&b, contents_foot(a, m, f->lang));
    return build_done(&b);
}

/* --- as HTML --- */

static void escaped(struct build *b, struct text t) {
    for (size_t i = 0; i < t.n; i++) {
        switch (t.at[i]) {
        case '&': build_text(b, T("&amp;")); break;
        case '<': build_text(b, T("&lt;")); break;
        case '>': build_text(b, T("&gt;")); break;
        case '"': build_text(b, T("&quot;")); break;
        default: build_char(b, t.at[i]);
        }
    }
}

/* <p class="CLASS">LABEL VALUE</p>, or another element. */
static void element(struct build *b, const char *open, struct text label, struct text value,
                    const char *close) {
    build_text(b, text_of(open));
    escaped(b, label);
    escaped(b, value);
    build_text(b, text_of(close));
}

/* Colours are those of the style «Officiel», in light and dark; programs that drop the style sheet
 * still show headings, a table of two columns and paragraphs. */
static const char style[] =
    "<style>\n"
    ":root{color-scheme:light dark}\n"
    "body{margin:0;padding:1.25em;background:#fff;color:#1a1a1a;font:17px/1.45 Georgia,\"Times New "
    "Roman\",serif}\n"
    ".sheet{max-width:38em;margin:0 auto}\n"
    "h1{margin:0;font-size:1.75em;line-height:1.1}\n"
    "h2{margin:1.6em 0 0;border-top:2px solid #00693e;padding-top:.5em;color:#00693e}\n"
    ".state,.issue,.way,.foot,h2,h3{font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,Arial,"
    "sans-serif}\n"
    ".state{margin:0 0 .6em;font-size:.8em;color:#575757}\n"
    ".issue{margin:.4em 0 1.2em;font-size:.85em;font-weight:600}\n"
    ".way{margin:0;font-size:.95em}\n"
    ".way a{display:inline-block;padding:.6em 1.1em;background:#00693e;color:#fff;"
    "text-decoration:none;font-weight:600}\n"
    ".because{margin:0 0 1.2em;border-left:4px solid #c80000;padding-left:.7em}\n"
    "h2{font-size:.9em;letter-spacing:.06em;text-transform:uppercase}\n"
    "table{width:100%;border-collapse:collapse}\n"
    "td{padding:.28em 0;vertical-align:top;text-align:left}\n"
    "td.p{padding-left:1em;width:1%;white-space:nowrap;text-align:right;color:#575757;"
    "font-variant-numeric:tabular-nums}\n"
    "h3{margin:.9em 0 .1em;font-size:.82em;line-height:1.35;color:#1a1a1a}\n"
    ".foot{margin:2.2em 0 0;border-top:1px solid #b0b0b0;padding-top:.8em;font-size:.75em;"
    "color:#575757;overflow-wrap:anywhere}\n"
    ".foot p{margin:0 0 .5em}\n"
    "@media (prefers-color-scheme:dark){\n"
    "body{background:#15181b;color:#e6e3dd}\n"
    "h2{border-color:#449172;color:#449172}\n"
    "h3{color:#e6e3dd}\n"
    ".because{border-color:#db5858}\n"
    ".way a{background:#2d7a5a}\n"
    ".state,.foot,td.p{color:#aeaaa2}\n"
    ".foot{border-color:#4d5257}\n"
    "}\n"
    "</style>\n";

static void html_head(struct build *b, struct text lang, struct text title) {
    element(b, "<!DOCTYPE html>\n<html lang=\"", lang, T(""),
            "\">\n<head>\n<meta charset=\"utf-8\">\n");
    build_text(b, T("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta name=\"color-scheme\" content=\"light dark\">\n"
                    "<meta name=\"supported-color-schemes\" content=\"light dark\">\n"));
    element(b, "<title>", title, T(""), "</title>\n");
    build_text(b, text_of(style));
    build_text(b, T("</head>\n<body>\n<div class=\"sheet\">\n"));
}

static void html_entries(struct arena *a, struct build *b, const struct mailing *m,
                         const struct contents_form *f) {
    const struct content_entries *all = &m->recipe->contents;
    element(b, "<table role=\"presentation\" lang=\"", m->recipe->lang, T(""), "\">\n");
    for (size_t i = 0; i < all->n && i < f->most; i++) {
        const struct content_entry *e = &all->at[i];
        if (starts_ministry(all, i))
            element(b, "<tr><td colspan=\"2\"><h3>", mailing_line(a, e->name), T(""),
                    "</h3></td></tr>\n");
        element(b, "<tr><td>", mailing_line(a, e->title), T(""), "</td>");
        element(b, "<td class=\"p\">", word(f->lang, WORDS_PAGE), text_number(a, e->page),
                "</td></tr>\n");
    }
    build_text(b, T("</table>\n"));
    if (all->n > f->most)
        element(b, "<p>… ", text_number(a, (int64_t)(all->n - f->most)), word(f->lang, WORDS_MORE),
                "</p>\n");
}

static void html_foot(struct arena *a, struct build *b, const struct mailing *m, enum lang lang) {
    struct text contact = contact_of(m);
    element(b, "<div class=\"foot\">\n<p>", mailing_line(a, newsroom_imprint(a, m->newsroom)),
            T(""), "</p>\n");
    element(b, "<p>", word(lang, WORDS_CHAIN), chain_of(m), "<br>\n");
    element(b, "", word(lang, WORDS_VERIFY), T(""), "<br>\n");
    element(b, "", word(lang, WORDS_COPY), command_of(a, m), "<br>\n");
    element(b, "", word(lang, WORDS_DIGEST), digest_of_pdf(a, m), "</p>\n");
    element(b, "<p>", word(lang, WORDS_LEAVE), contact, ".</p>\n</div>\n");
}

/* How the bulletin comes: a file's name, or a link. */
static void html_way(struct arena *a, struct build *b, const struct mailing *m,
                     const struct contents_form *f) {
    struct text url = mailing_url(a, m);
    if (f->way != WAY_LINK) {
        element(b, "<p class=\"way\">", word(f->lang, WORDS_ATTACHED), file_of(a, m, f), "</p>\n");
        return;
    }
    element(b, "<p class=\"way\"><a href=\"", url, T(""), "\">");
    struct text label = word(f->lang, WORDS_READ);
    size_t end = text_find(label, T(":"));
    element(b, "", text_trim(text_part(label, 0, end)), T(""), "</a></p>\n");
}

struct text contents_html(struct arena *a, const struct mailing *m, const struct contents_form *f) {
    struct build b = {.arena = a};
    struct text subject = contents_subject(a, m, f->lang);
    html_head(&b, f->lang == LANG_FR ? T("fr") : T("en"), subject);
    element(&b, "<div lang=\"", m->recipe->lang, T(""), "\">\n");
    if (m->newsroom->state.n)
        element(&b, "<p class=\"state\">", mailing_line(a, m->newsroom->state), T(""), "</p>\n");
    element(&b, "<h1>", mailing_line(a, m->newsroom->title), T(""), "</h1>\n");
    element(&b, "<p class=\"issue\">", number_of(a, m), TEXT_JOIN(a, T(" · "), day_of(a, m)),
            "</p>\n");
    if (m->recipe->because.n && m->recipe->name.revision > 1)
        element(&b, "<p class=\"because\">", word(m->lang, WORDS_REVISION),
                mailing_line(a, m->recipe->because), "</p>\n");
    build_text(&b, T("</div>\n"));
    html_way(a, &b, m, f);
    element(&b, "<h2>", phrase_of(f->lang, PHRASE_CONTENTS), T(""), "</h2>\n");
    html_entries(a, &b, m, f);
    html_foot(a, &b, m, f->lang);
    build_text(&b, T("</div>\n</body>\n</html>\n"));
    return build_done(&b);
}
