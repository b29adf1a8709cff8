/* See remarks.h. Nothing is parsed: what looks like a remark is taken for one. */
#include "edition/remarks.h"

enum { DEFINITIONS_MOST = 100 /* whoever has more is not looked through */ };

static struct text next_line(struct text *rest) {
    size_t n = text_find(*rest, T("\n"));
    struct text line = text_part(*rest, 0, n);
    *rest = text_after(*rest, n < rest->n ? n + 1 : n);
    return text_trim(line);
}

/* «# …» at a line's start or behind a blank. */
static bool has_comment(struct text line) {
    for (size_t i = 0; i < line.n; i++)
        if (line.at[i] == '#' && (!i || line.at[i - 1] == ' ' || line.at[i - 1] == '\t')) return true;
    return false;
}

/* Over the front matter; whether it has comments. */
static bool front_remarks(struct text *rest) {
    struct text from = *rest;
    bool found = false;
    if (!text_equal(next_line(&from), T("---"))) return false;
    while (from.n) {
        struct text line = next_line(&from);
        if (text_equal(line, T("---"))) break;
        found |= has_comment(line);
    }
    *rest = from;
    return found;
}

/* «``` bash, à revoir»: of what stands behind a fence only the first word is the code's language. */
static bool fence_remarks(struct text line) {
    size_t i = 0;
    while (i < line.n && (line.at[i] == '>' || line.at[i] == ' ')) i++;
    struct text mark = text_after(line, i);
    if (!text_starts(mark, T("```")) && !text_starts(mark, T("~~~"))) return false;
    while (mark.n && (mark.at[0] == '`' || mark.at[0] == '~')) mark = text_after(mark, 1);
    return text_find(text_trim(mark), T(" ")) < text_trim(mark).n;
}

/* The label in brackets whose «]» is at `end`. */
static struct text label_before(struct text t, size_t end) {
    size_t from = end;
    while (from && t.at[from] != '[') from--;
    return text_part(t, from, end + 1);
}

/* Whether the label is used, and defined once. */
static bool label_used(struct text t, struct text label) {
    size_t used = 0, defined = 0;
    for (size_t at; (at = text_find(t, label)) < t.n;) {
        t = text_after(t, at + label.n);
        if (t.n && t.at[0] == ':') defined++;
        else used++;
    }
    return used && defined == 1;
}

static bool definition_remarks(struct text body) {
    size_t from = 0, n = 0;
    for (size_t at; (at = text_find(text_after(body, from), T("]:"))) < body.n - from;) {
        size_t end = from + at;
        if (++n > DEFINITIONS_MOST || !label_used(body, label_before(body, end))) return true;
        from = end + 2;
    }
    return false;
}

bool remarks_in(struct text t) {
    if (text_starts(t, T("\xEF\xBB\xBF"))) t = text_after(t, 3);
    if (front_remarks(&t)) return true;
    for (struct text rest = t; rest.n;)
        if (fence_remarks(next_line(&rest))) return true;
    return text_find(t, T("[](")) < t.n || definition_remarks(t);
}
