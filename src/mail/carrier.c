/* See carrier.h.
 *
 * libcurl says how a transfer ended, and hardly at which command: its debug function shows commands
 * and replies as they pass, and of these no more is looked at than a command's first word and a
 * reply's line; so no secret is kept. Its multi interface waits for the answer to a letter without
 * serving others meanwhile (smtp_done, 7.88), so that connections would take turns: each has a
 * thread instead. What it reports for a recipient that is refused, the reply's code must tell. */
#include "mail/carrier.h"

#include <curl/curl.h>
#include <string.h>

enum { REPLY_CAP = 200, Z_CAP = 600 };

/* How far a transaction has come: the last command that was sent. */
enum stage { STAGE_NONE, STAGE_MAIL, STAGE_RCPT, STAGE_DATA };

struct carrier {
    const struct carrier_settings *settings;
    CURL *curl;
    char error[CURL_ERROR_SIZE];
    /* of the letter that is carried: */
    struct text parts[2];
    size_t part, at;
    bool (*ending)(void *);
    void *context;
    bool held, ended; /* `ending` said no; said yes */
    bool quit;        /* libcurl says farewell */
    enum stage stage;
    int code;              /* of the last reply since the last command; 0: none */
    char reply[REPLY_CAP]; /* that reply */
    size_t nreply;
};

bool carriers_start(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

void carriers_stop(void) {
    curl_global_cleanup();
}

/* --- what libcurl calls --- */

static size_t read_letter(char *to, size_t size, size_t n, void *context) {
    struct carrier *c = context;
    size_t room = size * n, put = 0;
    while (put < room && c->part < 2) {
        struct text rest = text_part(text_after(c->parts[c->part], c->at), 0, room - put);
        if (rest.n) memcpy(to + put, rest.at, rest.n);
        put += rest.n;
        c->at += rest.n;
        if (c->at == c->parts[c->part].n) c->part++, c->at = 0;
    }
    if (put || c->ended) return put;
    c->ended = c->ending(c->context);
    c->code = 0;
    c->held = !c->ended;
    return c->held ? CURL_READFUNC_ABORT : 0;
}

static void saw_command(struct carrier *c, struct text line) {
    static const struct {
        const char *starts;
        enum stage stage;
    } commands[] = {{"MAIL FROM:", STAGE_MAIL}, {"RCPT TO:", STAGE_RCPT}, {"DATA\r\n", STAGE_DATA}};
    if (text_starts(line, T("QUIT"))) c->quit = true; /* what follows is no answer to the letter */
    if (c->quit) return;
    c->code = 0;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (text_starts(line, text_of(commands[i].starts))) c->stage = commands[i].stage;
}

static void saw_reply(struct carrier *c, struct text line) {
    int64_t code;
    if (c->quit || !text_int(text_part(line, 0, 3), 200, 599, &code)) return;
    c->code = (int)code;
    c->nreply = 0;
    for (size_t i = 0; i < line.n && c->nreply < REPLY_CAP; i++)
        if (line.at[i] >= ' ' && line.at[i] <= '~') c->reply[c->nreply++] = line.at[i];
}

static int saw(CURL *curl, curl_infotype type, char *at, size_t n, void *context) {
    (void)curl;
    if (type == CURLINFO_HEADER_OUT) saw_command(context, (struct text){at, n});
    if (type == CURLINFO_HEADER_IN) saw_reply(context, (struct text){at, n});
    return 0;
}

/* --- opening --- */

static bool set_text(CURL *curl, CURLoption option, struct text t) {
    char z[Z_CAP];
    if (t.n >= sizeof z) return false;
    if (t.n) memcpy(z, t.at, t.n);
    z[t.n] = 0;
    return curl_easy_setopt(curl, option, z) == CURLE_OK; /* which copies it */
}

static bool set_long(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value) == CURLE_OK;
}

/* The server's URL, with the name we greet it by: the domain that letters come from. */
static struct text url_of(struct arena *a, const struct carrier_settings *s) {
    struct text base =
        text_ends(s->server, T("/")) ? text_part(s->server, 0, s->server.n - 1) : s->server;
    return TEXT_JOIN(a, base, T("/"), text_after(s->from, text_find(s->from, T("@")) + 1));
}

static bool set_server(struct arena *a, CURL *curl, const struct carrier_settings *s) {
    bool ok = set_text(curl, CURLOPT_PROTOCOLS_STR, T("smtp,smtps")) &&
              set_text(curl, CURLOPT_PROXY, T("")) && set_text(curl, CURLOPT_URL, url_of(a, s)) &&
              set_text(curl, CURLOPT_MAIL_FROM, TEXT_JOIN(a, T("<"), s->from, T(">"))) &&
              set_long(curl, CURLOPT_USE_SSL, CURLUSESSL_ALL) &&
              set_long(curl, CURLOPT_SSL_VERIFYPEER, 1) &&
              set_long(curl, CURLOPT_SSL_VERIFYHOST, 2);
    if (ok && s->cacert.n) ok = set_text(curl, CURLOPT_CAINFO, s->cacert);
    if (ok && s->user.n)
        ok = set_text(curl, CURLOPT_USERNAME, s->user) &&
             set_text(curl, CURLOPT_PASSWORD, s->password);
    return ok;
}

static bool set_patience(CURL *curl, long seconds) {
    return set_long(curl, CURLOPT_NOSIGNAL, 1) && set_long(curl, CURLOPT_CONNECTTIMEOUT, seconds) &&
           set_long(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, seconds) &&
           set_long(curl, CURLOPT_LOW_SPEED_LIMIT, 1) &&
           set_long(curl, CURLOPT_LOW_SPEED_TIME, seconds);
}

struct carrier *carrier_open(struct arena *a, const struct carrier_settings *s) {
    struct carrier *c = arena_new(a, struct carrier, 1);
    c->settings = s;
    c->curl = curl_easy_init();
    bool ok = c->curl && set_server(a, c->curl, s) && set_patience(c->curl, s->timeout) &&
              set_long(c->curl, CURLOPT_UPLOAD, 1) && set_long(c->curl, CURLOPT_VERBOSE, 1) &&
              !curl_easy_setopt(c->curl, CURLOPT_DEBUGFUNCTION, saw) &&
              !curl_easy_setopt(c->curl, CURLOPT_DEBUGDATA, c) &&
              !curl_easy_setopt(c->curl, CURLOPT_READFUNCTION, read_letter) &&
              !curl_easy_setopt(c->curl, CURLOPT_READDATA, c) &&
              !curl_easy_setopt(c->curl, CURLOPT_ERRORBUFFER, c->error);
    if (ok) return c;
    carrier_close(c);
    return NULL;
}

void carrier_close(struct carrier *c) {
    if (c) curl_easy_cleanup(c->curl);
}

/* --- carrying --- */

/* Errors that another try would meet again. */
static bool hopeless(CURLcode r) {
    static const CURLcode codes[] = {
        CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_LOGIN_DENIED,
        CURLE_USE_SSL_FAILED,           CURLE_URL_MALFORMAT,      CURLE_UNSUPPORTED_PROTOCOL,
        CURLE_SSL_CERTPROBLEM,          CURLE_SSL_CIPHER};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (r == codes[i]) return true;
    return false;
}

/* 421 is a server's farewell (RFC 5321, 3.8), whatever it answers. */
static enum carried how_ended(const struct carrier *c, CURLcode r) {
    bool farewell = c->code == 421, later = c->code >= 400 && c->code < 500, never = c->code >= 500;
    if (r == CURLE_OK || (c->ended && c->code >= 200 && c->code < 300)) return CARRIED_SENT;
    if (c->held) return CARRIED_HELD;
    if (hopeless(r)) return CARRIED_NO_SERVER;
    if (c->ended && !c->code) return CARRIED_UNCERTAIN;
    if (farewell) return CARRIED_LOST;
    if (never && c->stage < STAGE_RCPT) return CARRIED_NO_SERVER;
    if (later && c->stage < STAGE_MAIL) return CARRIED_LOST;
    return never      ? CARRIED_REFUSED
           : later    ? CARRIED_DEFERRED
           : c->ended ? CARRIED_UNCERTAIN
                      : CARRIED_LOST;
}

/* What the server said, else what the library says of it. */
static struct text reply_of(struct carrier *c, struct arena *a, CURLcode r, enum carried how) {
    bool answered = c->code >= 400 || how == CARRIED_SENT;
    if (answered && how != CARRIED_UNCERTAIN && !hopeless(r))
        return text_copy(a, (struct text){c->reply, c->nreply});
    return text_copy(a, text_of(*c->error ? c->error : curl_easy_strerror(r)));
}

struct carrying carrier_carry(struct carrier *c, struct arena *a, const struct letter *letter,
                              struct text address, bool (*ending)(void *context), void *context) {
    struct text to = TEXT_JOIN(a, T("<"), address, T(">"));
    struct curl_slist *list = curl_slist_append(NULL, text_z(a, to));
    struct carrying out = {CARRIED_LOST, {0}};
    c->parts[0] = letter->head;
    c->parts[1] = letter->body;
    c->part = c->at = 0;
    c->ending = ending;
    c->context = context;
    c->held = c->ended = c->quit = false;
    c->stage = STAGE_NONE;
    c->code = 0;
    c->nreply = 0;
    c->error[0] = 0;
    if (!list) arena_spent();
    curl_easy_setopt(c->curl, CURLOPT_MAIL_RCPT, list);
    CURLcode r = curl_easy_perform(c->curl);
    out.how = how_ended(c, r);
    out.reply = reply_of(c, a, r, out.how);
    curl_easy_setopt(c->curl, CURLOPT_MAIL_RCPT, NULL);
    curl_slist_free_all(list);
    return out;
}

struct text carrier_library(struct arena *a) {
    return TEXT_JOIN(a, T("libcurl "), text_of(curl_version_info(CURLVERSION_NOW)->version));
}
