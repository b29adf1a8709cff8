/* See verified.h. An edition counts as verified only while its file has the size and the time of
 * change that it had: whoever copies another over it is seen. */
#include "cli/verified.h"

#include <stdlib.h>

enum { STATE_CAP = 1 << 30, WORDS = 6 };

void needs_add(struct arena *a, struct needs *needs, const struct digest *sha256,
               struct edition_name by) {
    for (size_t k = 0; k < needs->n; k++) {
        size_t i = (needs->next + k) % needs->n;
        struct needed *n = &needs->at[i];
        if (digest_order(&n->sha256, sha256)) continue;
        n->last = by;
        n->n++;
        needs->next = i + 1;
        return;
    }
    arena_push(a, needs, ((struct needed){*sha256, by, by, 1}));
}

/* --- reading --- */

/* Cuts the line at its spaces; how many words it has. */
static size_t cut(struct text line, struct text words[WORDS]) {
    size_t n = 0;
    while (n < WORDS && line.n) {
        size_t end = text_find(line, T(" "));
        words[n++] = text_part(line, 0, end);
        line = text_after(line, end + 1);
    }
    return line.n ? 0 : n;
}

static bool parse_name(struct text t, struct edition_name *out) {
    if (!edition_name_parse(t, out)) return false;
    if (!out->revision) out->revision = 1;
    return true;
}

static bool parse_edition(struct text words[WORDS], size_t n, struct verified *out) {
    *out = (struct verified){.link.first = n > 2 && text_equal(words[2], T("-"))};
    return n == WORDS && text_equal(words[0], T("edition")) &&
           digest_parse(words[1], &out->link.sha256) &&
           (out->link.first || digest_parse(words[2], &out->link.before)) &&
           text_int(words[3], 0, INT64_MAX, &out->stamp.size) &&
           text_int(words[4], 0, INT64_MAX, &out->stamp.changed) &&
           parse_name(words[5], &out->link.name);
}

static bool parse_resource(struct text words[WORDS], size_t n, struct digest *sha256,
                           struct edition_name *by) {
    return n == 3 && text_equal(words[0], T("resource")) && digest_parse(words[1], sha256) &&
           parse_name(words[2], by);
}

static int by_name(const void *a, const void *b) {
    const struct verified *x = a, *y = b;
    return edition_name_order(x->link.name, y->link.name);
}

/* Takes the whole lines behind the first; false at one that is none. */
static bool read_lines(struct arena *a, struct text lines, struct verifieds *out,
                       struct needs *needs) {
    for (size_t end; (end = text_find(lines, T("\n"))) < lines.n;) {
        struct text words[WORDS];
        struct verified v;
        struct digest sha256;
        struct edition_name by;
        size_t n = cut(text_part(lines, 0, end), words);
        if (parse_edition(words, n, &v)) arena_push(a, out, v);
        else if (parse_resource(words, n, &sha256, &by)) needs_add(a, needs, &sha256, by);
        else return false;
        lines = text_after(lines, end + 1);
    }
    if (out->n) qsort(out->at, out->n, sizeof *out->at, by_name);
    return true;
}

bool verified_read(struct arena *a, struct diags *d, struct text file, bool deep,
                   struct verifieds *out, struct needs *needs) {
    struct build start = {.arena = a}, other = {.arena = a};
    struct text bytes;
    verified_print_start(&start, deep);
    verified_print_start(&other, !deep);
    if (!file_exists(file)) return true;
    if (!file_read(a, d, file, STATE_CAP, &bytes)) return false;
    if (!bytes.n || text_equal(bytes, build_done(&other))) return true;
    if (text_starts(bytes, build_done(&other))) return true;
    if (text_starts(bytes, build_done(&start)) &&
        read_lines(a, text_after(bytes, start.n), out, needs))
        return true;
    DIAG0(d, ((struct place){.file = file}), VERIFY_STATE);
    return false;
}

const struct verified *verified_find(const struct verifieds *v, struct edition_name name) {
    struct verified key = {.link.name = name};
    return v->n ? bsearch(&key, v->at, v->n, sizeof *v->at, by_name) : NULL;
}

/* --- writing --- */

void verified_print_start(struct build *b, bool deep) {
    build_text(b, deep ? T("griot verify 1 deep\n") : T("griot verify 1\n"));
}

void verified_print(struct build *b, const struct verified *v) {
    build_text(b, T("edition "));
    build_text(b, digest_hex(b->arena, v->link.sha256));
    build_char(b, ' ');
    build_text(b, v->link.first ? T("-") : digest_hex(b->arena, v->link.before));
    build_char(b, ' ');
    build_int(b, v->stamp.size);
    build_char(b, ' ');
    build_int(b, v->stamp.changed);
    build_char(b, ' ');
    edition_name_print(b, v->link.name);
    build_char(b, '\n');
}

void verified_print_need(struct build *b, const struct needed *n) {
    build_text(b, T("resource "));
    build_text(b, digest_hex(b->arena, n->sha256));
    build_char(b, ' ');
    edition_name_print(b, n->first);
    build_char(b, '\n');
}
