/* Markdown written from a document, so that its reader gets the same text again: what CommonMark
 * would take for markup is escaped. */
#ifndef CONVERT_MARKUP_H
#define CONVERT_MARKUP_H

#include "convert/document.h"

/* The document as griot-source(5) has it: front matter with title and issuer (left out where
 * unknown), then the parts, in the arena. A look that CommonMark has no way to say where it stands
 * (0.31, section 6.2: in the midst of a word, beside punctuation) is left out; no text is. */
struct text markup_write(struct arena *a, const struct document *d);

#endif
