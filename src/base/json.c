/* See json.h. */
#include "base/json.h"

void json_comma(struct build *b) {
    char last = b->n ? b->at[b->n - 1] : '\n';
    if (last != '{' && last != '[' && last != '\n' && last != ':') build_char(b, ',');
}

void json_key(struct build *b, const char *key) {
    json_comma(b);
    build_quoted(b, text_of(key));
    build_char(b, ':');
}

void json_text(struct build *b, const char *key, struct text value) {
    json_key(b, key);
    build_quoted(b, value);
}

void json_number(struct build *b, const char *key, int64_t value) {
    json_key(b, key);
    build_int(b, value);
}

void json_bool(struct build *b, const char *key, bool value) {
    json_key(b, key);
    build_text(b, value ? T("true") : T("false"));
}

void json_null(struct build *b, const char *key) {
    json_key(b, key);
    build_text(b, T("null"));
}

void json_optional(struct build *b, const char *key, struct text value) {
    if (value.n) json_text(b, key, value);
    else json_null(b, key);
}
