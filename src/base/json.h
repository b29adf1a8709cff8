/* JSON as it is written (RFC 8259): keys and values one behind the other, commas as they are due.
 * Brackets are the caller's, as characters. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/text.h"

/* A comma, unless an object, a list or a line starts here. */
void json_comma(struct build *b);
/* A key with its colon; its value comes next. */
void json_key(struct build *b, const char *key);
void json_text(struct build *b, const char *key, struct text value);
void json_number(struct build *b, const char *key, int64_t value);
void json_bool(struct build *b, const char *key, bool value);
void json_null(struct build *b, const char *key);
/* The text, or null where it is empty. */
void json_optional(struct build *b, const char *key, struct text value);

#endif
