/* A letter as a ministry mailed it (RFC 5322, MIME): who sent it when, its text, and the files that
 * came with it; the only user of GMime's parser. */
#ifndef CONVERT_LETTER_H
#define CONVERT_LETTER_H

#include "base/diag.h"
#include "convert/document.h"

enum { LETTER_PARTS_MOST = 200 };

struct letter {
    struct text from, subject; /* as a reader shows them */
    struct text sent;          /* 2025-11-25T09:12:00Z; empty: it does not say */
    struct text text;          /* of the first plain text that is no attachment */
    bool flowed;               /* its lines flow (RFC 3676) */
    bool html;                 /* it has text in HTML, which is not read */
    struct { struct companion *at; size_t n, cap; } attached; /* by their names, without folders */
};

/* Reads the letter; what is wrong is told. */
bool letter_read(struct arena *a, struct diags *d, struct text file, struct text bytes,
                 struct letter *out);

/* The letter's text as paragraphs and items. Lines that a mail program wrapped are one paragraph
 * again: where they flow, as RFC 3676 says; else where the line above is nearly full. What follows
 * «-- » is left out. A short first paragraph that ends no sentence is marked as the title. */
void letter_document(struct arena *a, const struct letter *l, struct document *out);

#endif
