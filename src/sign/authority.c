/* See authority.h. */
#include "sign/authority.h"

#include <curl/curl.h>

enum { ANSWER_CAP = 1 << 16, CONNECT_SECONDS = 10, WHOLE_SECONDS = 30, HTTP_OK = 200 };

static size_t keep(char *at, size_t size, size_t n, void *data) {
    struct build *b = data;
    if (n * size > ANSWER_CAP - b->n) return 0;
    build_text(b, (struct text){at, n * size});
    return n * size;
}

static CURLcode ask(CURL *c, struct curl_slist *head, const char *url, struct text question,
                    struct build *b) {
    curl_easy_setopt(c, CURLOPT_URL, url);
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(c, CURLOPT_HTTPHEADER, head);
    curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)question.n);
    curl_easy_setopt(c, CURLOPT_POSTFIELDS, question.at);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)WHOLE_SECONDS);
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, b);
    return curl_easy_perform(c);
}

bool authority_ask(struct arena *a, struct diags *d, struct text url, struct text question,
                   struct text *answer) {
    struct build b = {.arena = a};
    struct place place = {.file = url};
    long http = 0;
    CURLcode code = CURLE_FAILED_INIT;
    CURL *c = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? curl_easy_init() : NULL;
    struct curl_slist *head = curl_slist_append(NULL, "Content-Type: application/timestamp-query");
    if (c && head) code = ask(c, head, text_z(a, url), question, &b);
    if (code == CURLE_OK) curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &http);
    curl_slist_free_all(head);
    curl_easy_cleanup(c);
    curl_global_cleanup();
    *answer = build_done(&b);
    if (http == HTTP_OK) return true;
    struct text why = text_of(curl_easy_strerror(code));
    if (code == CURLE_WRITE_ERROR)
        why = TEXT_JOIN(a, T("> "), text_number(a, ANSWER_CAP), T(" B"));
    if (code == CURLE_OK) why = TEXT_JOIN(a, T("HTTP "), text_number(a, http));
    DIAG(d, place, code == CURLE_WRITE_ERROR ? STAMP_NONSENSE : STAMP_DOWN, why);
    return false;
}
