/* PDF objects and the file they make; the only user of libharu.
 *
 * libharu holds dictionaries and arrays. Streams and bulk objects (an object a page, an element, a
 * link, would cost it a kilobyte each) are not known to it: they go straight into the file, which is
 * written here, with object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8),
 * which libharu has not. Numbers are therefore given here. Its fonts, text
 * operators, image loaders and file writer are never used. */
#ifndef PDF_HARU_H
#define PDF_HARU_H

#include "base/diag.h"
#include "base/length.h"
#include "pdf/textstring.h"
#include "pdf/tools.h"

struct crew;
struct haru;
struct haru_dict;
struct haru_array;

/* A document, in arena `a`; its file grows in `out`, which should serve nothing else, so that it
 * grows in place. The crew deflates what stands in object streams, each with its hand's
 * deflater and packs. What libharu reports is told once, by haru_save. */
enum haru_form {
    HARU_COMPACT, /* PDF 1.7, with object streams and a cross-reference stream */
    HARU_PLAIN    /* PDF 1.6, each object by itself, with a cross-reference table: for presses */
};
struct haru *haru_open(struct arena *a, struct arena *out, struct tools *hands, struct crew *crew,
                       enum haru_form form);
void haru_close(struct haru *h);
struct text haru_library(struct arena *a);

/* A dictionary or array of its own (an indirect object), or one to be put into another. */
struct haru_dict *haru_object(struct haru *h);
struct haru_dict *haru_dict(struct haru *h);
struct haru_array *haru_array(struct haru *h);
/* The dictionary that the file starts from, and the one with its facts. */
struct haru_dict *haru_catalog(struct haru *h);
struct haru_dict *haru_info(struct haru *h);
/* The dictionary of name trees, in the catalog of a compact file. */
struct haru_dict *haru_names(struct haru *h);

void haru_name(struct haru *h, struct haru_dict *d, const char *key, struct text name);
void haru_int(struct haru *h, struct haru_dict *d, const char *key, int value);
void haru_bool(struct haru *h, struct haru_dict *d, const char *key, bool value);
/* A text string, from UTF-8: as ASCII where it is, else as UTF-16 (ISO 32000-1, 7.9.2.2). */
void haru_string(struct haru *h, struct haru_dict *d, const char *key, struct text utf8);
void haru_put(struct haru *h, struct haru_dict *d, const char *key, struct haru_dict *value);
void haru_put_array(struct haru *h, struct haru_dict *d, const char *key,
                    struct haru_array *value);
/* A reference to an object by number. */
void haru_ref(struct haru *h, struct haru_dict *d, const char *key, uint32_t number);

void haru_add_int(struct haru *h, struct haru_array *a, int value);
void haru_add_name(struct haru *h, struct haru_array *a, struct text name);
void haru_add(struct haru *h, struct haru_array *a, struct haru_dict *value);
void haru_add_ref(struct haru *h, struct haru_array *a, uint32_t number);

uint32_t haru_number(const struct haru_dict *d);

/* The number of an object whose text is given later, and once: anything at all. */
uint32_t haru_record(struct haru *h);
/* Its text, of which nothing is kept. */
void haru_fill(struct haru *h, uint32_t number, struct text value);
/* The same for one that is to stand in the file as it is given, not deflated among others;
 * returns the offset its text has in the file. */
size_t haru_fill_plain(struct haru *h, uint32_t number, struct text value);
/* The record that is to be the root of the tree of pages. */
uint32_t haru_pages(struct haru *h);
/* A stream, written at once: the inside of its dictionary without Length and Filter, and bytes. */
uint32_t haru_stream(struct haru *h, struct text keys, struct text bytes, bool deflated);

/* --- printing values --- */
void build_name(struct build *b, struct text name);      /* /Name, escaped */
void build_ref(struct build *b, uint32_t number);        /* 12 0 R */
/* [x0 y0 x1 y1] */
void build_box(struct build *b, length x0, length y0, length x1, length y1);

/* Ends the file: the objects libharu holds, cross-reference stream, trailer with the ID, which is
 * made from all that comes before it. The bytes live in the arena `out`. */
bool haru_save(struct haru *h, struct diags *d, struct text *out);

#endif
