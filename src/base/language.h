/* Languages, by their tags (BCP 47, RFC 5646): «fr», «bm», «zh-Hant». Capitals say nothing in them. */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include "base/text.h"

/* Whether the text has the form of a tag: letters, then parts of letters and digits behind hyphens. */
bool language_is_tag(struct text t);

/* Whether the tag names French, of whatever country. */
bool language_is_french(struct text tag);

#endif
