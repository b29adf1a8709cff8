/* See fixes.h. Places count characters of the text in normalization form C, as the edition has it; a
 * source may be in another form, so that lines are walked letter by letter, marks included. */
#include "check/fixes.h"

#include "base/unicode.h"
#include "edition/encoding.h"

#include <stdlib.h>

enum { CHOICES = 5 };

/* --- places --- */

/* Line `line` of the text, from 1; false where there is none. */
static bool find_line(struct text t, int line, size_t *at, struct text *out) {
    *at = 0;
    for (; line > 1 && *at < t.n; line--) *at += text_find(text_after(t, *at), T("\n")) + 1;
    if (line != 1 || *at > t.n) return false;
    *out = text_part(text_after(t, *at), 0, text_find(text_after(t, *at), T("\n")));
    return true;
}

/* The end of the letter at `i`, with its marks. */
static size_t letter_end(struct text t, size_t i) {
    utf8_next(t, &i);
    while (i < t.n) {
        size_t next = i;
        if (!unicode_mark(utf8_next(t, &next))) break;
        i = next;
    }
    return i;
}

/* Where character `col` of the line, from 1, begins; false where there is none. */
static bool find_column(struct arena scratch, struct text line, int col, size_t *at) {
    int64_t now = 1;
    for (*at = 0; *at < line.n && now < col;) {
        size_t end = letter_end(line, *at);
        now += (int64_t)utf8_count(unicode_nfc(&scratch, text_part(line, *at, end)));
        *at = end;
    }
    return now == col;
}

/* Where in the text the words stand: bytes [from, to). False where they do not stand at the place. */
static bool locate(struct arena scratch, struct text t, struct place p, struct text words,
                   size_t *from, size_t *to) {
    struct text line;
    size_t start, at;
    if (!find_line(t, p.line, &start, &line) || !find_column(scratch, line, p.col, &at)) return false;
    size_t end = at;
    for (struct build made = {.arena = &scratch}; end < line.n && made.n < words.n;) {
        size_t next = letter_end(line, end);
        build_text(&made, unicode_nfc(&scratch, text_part(line, end, next)));
        end = next;
    }
    *from = start + at;
    *to = start + end;
    return text_equal(unicode_nfc(&scratch, text_part(line, at, end)), words);
}

/* The text of a source and how many bytes stand before it; false where it is no text. */
static bool text_of_source(struct arena *a, struct text file, struct text bytes, struct text *out,
                           size_t *mark) {
    struct diags unheard = diags_make(a);
    *out = bytes;
    bool fine = encoding_readable(&unheard, file, out);
    *mark = bytes.n - out->n;
    return fine;
}

/* --- proposing --- */

/* A fix with the bytes it replaces. */
struct edit {
    size_t from, to;
    const struct fix *fix;
};

struct edits {
    struct edit *at;
    size_t n, cap;
};

static int edit_order(const void *a, const void *b) {
    const struct edit *x = a, *y = b;
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    return (x->fix > y->fix) - (x->fix < y->fix);
}

static bool touches(const struct edits *edits, size_t from, size_t to) {
    for (size_t i = edits->n; i--;)
        if (from < edits->at[i].to && edits->at[i].from < to) return true;
    return false;
}

void fixes_propose(struct arena *a, const struct findings *f, struct text file, struct text bytes,
                   struct fixes *out) {
    struct text text;
    struct edits edits = {0};
    size_t mark, from, to;
    if (!text_of_source(a, file, bytes, &text, &mark)) return;
    for (size_t i = 0; i < f->n && out->n < FIXES_MAX; i++) {
        const struct finding *x = &f->at[i];
        if (!x->proposal.n || !text_equal(x->place.file, file)) continue;
        if (!locate(*a, text, x->place, x->words, &from, &to) || touches(&edits, from, to)) continue;
        struct fix fix = {x->place, message_code(x->message), x->words, x->proposal, x->choices,
                          {{0}, 0, 0}};
        arena_push(a, out, fix);
        if (!x->choices.n) arena_push(a, &edits, ((struct edit){from, to, NULL}));
    }
}

static void print_after(struct build *b, struct text sign, struct text after) {
    build_text(b, sign);
    build_text(b, after);
    build_char(b, '\n');
}

static void print_choices(struct build *b, struct text choices) {
    for (int n = 0; n < CHOICES && choices.n; n++) {
        choices = text_after(choices, 1);
        struct text one = text_part(choices, 0, text_find(choices, T("\t")));
        print_after(b, T("# + "), one);
        choices = text_after(choices, one.n);
    }
}

void fixes_print(struct build *b, const struct fixes *f) {
    for (size_t i = 0; i < f->n; i++) {
        const struct fix *x = &f->at[i];
        build_char(b, '\n');
        build_text(b, x->place.file);
        build_char(b, ':');
        build_int(b, x->place.line);
        build_char(b, ':');
        build_int(b, x->place.col);
        build_char(b, ' ');
        build_text(b, x->rule);
        build_text(b, T("\n- "));
        build_text(b, x->before);
        build_char(b, '\n');
        if (x->choices.n) print_choices(b, x->choices);
        else print_after(b, T("+ "), x->after);
    }
}

/* --- reading --- */

struct list {
    struct arena *a;
    struct diags *d;
    struct text file, rest;
    int line_no;
    struct text line;
};

/* The next line that says something. */
static bool next_line(struct list *l) {
    while (l->rest.n) {
        l->line = text_part(l->rest, 0, text_find(l->rest, T("\n")));
        l->rest = text_after(l->rest, l->line.n + 1);
        l->line_no++;
        if (text_ends(l->line, T("\r"))) l->line.n--;
        if (text_trim(l->line).n && l->line.at[0] != '#') return true;
    }
    l->line = (struct text){0};
    return false;
}

static bool refuse_line(struct list *l) {
    DIAG(l->d, ((struct place){l->file, l->line_no, 0}), FIXES_LINE, text_part(l->line, 0, 80));
    return false;
}

/* Cuts the number behind the last colon off. */
static bool cut_number(struct text *t, int *out) {
    size_t colon = t->n;
    int64_t n;
    while (colon && t->at[colon - 1] != ':') colon--;
    if (!colon || !text_int(text_after(*t, colon), 1, INT32_MAX, &n)) return false;
    t->n = colon - 1;
    *out = (int)n;
    return true;
}

/* FILE:LINE:COL RULE */
static bool read_head(struct list *l, struct fix *out) {
    struct text t = text_trim_end(l->line);
    size_t space = t.n;
    while (space && t.at[space - 1] != ' ') space--;
    if (!space || space == t.n) return false;
    out->rule = text_after(t, space);
    out->place.file = text_part(t, 0, space - 1);
    out->block = (struct place){l->file, l->line_no, 0};
    return cut_number(&out->place.file, &out->place.col) &&
           cut_number(&out->place.file, &out->place.line) && out->place.file.n;
}

/* What stands behind the sign and a space; nothing may. */
static bool read_text(struct list *l, char sign, struct text *out) {
    if (!next_line(l) || l->line.at[0] != sign) return false;
    if (l->line.n > 1 && l->line.at[1] != ' ') return false;
    *out = unicode_nfc(l->a, text_after(l->line, 2));
    return true;
}

/* Whether something is chosen to stand there: a block without a line of + changes nothing. */
static bool read_block(struct list *l, struct fix *out, bool *chosen) {
    *out = (struct fix){0};
    if (!read_head(l, out) || !read_text(l, '-', &out->before) || !out->before.n) return refuse_line(l);
    struct list ahead = *l;
    *chosen = next_line(&ahead) && ahead.line.at[0] == '+';
    return !*chosen || read_text(l, '+', &out->after) || refuse_line(l);
}

bool fixes_read(struct arena *a, struct diags *d, struct text list, struct text bytes,
                struct fixes *out) {
    struct list l = {.a = a, .d = d, .file = list, .rest = bytes};
    struct fix fix;
    bool chosen;
    if (!encoding_readable(d, list, &l.rest)) return false;
    if (!next_line(&l) || !text_equal(text_trim_end(l.line), T("griot fixes 1"))) {
        DIAG0(d, ((struct place){.file = list}), FIXES_FORM);
        return false;
    }
    while (next_line(&l)) {
        if (!read_block(&l, &fix, &chosen)) return false;
        if (!chosen) continue;
        if (out->n == FIXES_MAX) {
            DIAG(d, fix.block, FIXES_MANY, text_number(d->arena, FIXES_MAX));
            return false;
        }
        arena_push(a, out, fix);
    }
    return true;
}

/* --- applying --- */

static struct text shown_place(struct arena *a, struct place p) {
    return TEXT_JOIN(a, p.file, T(":"), text_number(a, p.line), T(":"), text_number(a, p.col));
}

/* Where each of the file's fixes goes, in the order of places. */
static bool find_edits(struct arena *a, struct diags *d, const struct fixes *f, struct text file,
                       struct text bytes, struct edits *out) {
    struct text text;
    size_t mark;
    bool fine = text_of_source(a, file, bytes, &text, &mark);
    for (size_t i = 0; i < f->n; i++) {
        const struct fix *x = &f->at[i];
        struct edit edit = {.fix = x};
        if (!text_equal(x->place.file, file)) continue;
        if (fine && locate(*a, text, x->place, x->before, &edit.from, &edit.to)) {
            edit.from += mark;
            edit.to += mark;
            arena_push(a, out, edit);
        } else {
            DIAG(d, x->block, FIX_CHANGED, x->before, shown_place(d->arena, x->place));
        }
    }
    if (out->n) qsort(out->at, out->n, sizeof *out->at, edit_order);
    return diags_fine(d);
}

bool fixes_apply(struct arena *a, struct diags *d, const struct fixes *f, struct text file,
                 struct text bytes, struct text *out) {
    struct edits edits = {0};
    struct build b = {.arena = a};
    size_t at = 0;
    if (!find_edits(a, d, f, file, bytes, &edits)) return false;
    for (size_t i = 0; i < edits.n; i++) {
        const struct edit *e = &edits.at[i];
        if (e->from < at) {
            DIAG(d, e->fix->block, FIX_OVERLAP, text_number(d->arena, edits.at[i - 1].fix->block.line));
            return false;
        }
        build_text(&b, text_part(bytes, at, e->from));
        build_text(&b, e->fix->after);
        at = e->to;
    }
    build_text(&b, text_after(bytes, at));
    *out = build_done(&b);
    return true;
}
