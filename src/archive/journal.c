/* See journal.h. A line is JSON of one form, which publish writes; members are found by their keys,
 * and what is behind those is taken as it stands: names and hashes need no escapes. */
#include "archive/journal.h"

#include <stdlib.h>
#include <string.h>

static int nibble(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool digest_parse(struct text hex, struct digest *out) {
    if (hex.n != 2 * sizeof out->at) return false;
    for (size_t i = 0; i < sizeof out->at; i++) {
        int high = nibble(hex.at[2 * i]), low = nibble(hex.at[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        out->at[i] = (unsigned char)(high << 4 | low);
    }
    return true;
}

int digest_order(const struct digest *a, const struct digest *b) {
    return memcmp(a->at, b->at, sizeof a->at);
}

static struct text member(struct text line, struct text key) {
    struct text value = text_after(line, text_find(line, key) + key.n);
    return text_part(value, 0, text_find(value, T("\"")));
}

static bool parse_line(struct text line, struct journal_entry *out) {
    *out = (struct journal_entry){.line = line};
    if (!text_starts(line, T("{")) || !text_ends(line, T("}"))) return false;
    if (!edition_name_parse(member(line, T("\"edition\":\"")), &out->name)) return false;
    if (!out->name.revision) out->name.revision = 1;
    return digest_parse(member(line, T("\"sha256\":\"")), &out->sha256);
}

static int by_hash(const void *a, const void *b) {
    const struct journal_entry *x = a, *y = b;
    return digest_order(&x->sha256, &y->sha256);
}

void journal_parse(struct arena *a, struct text lines, struct journal *out) {
    while (lines.n) {
        size_t end = text_find(lines, T("\n"));
        struct journal_entry e;
        if (end < lines.n && parse_line(text_part(lines, 0, end), &e)) arena_push(a, out, e);
        else out->broken++;
        lines = text_after(lines, end + 1);
    }
    if (out->n) qsort(out->at, out->n, sizeof *out->at, by_hash);
}

bool journal_read(const struct store *s, struct arena *a, struct diags *d, struct journal *out) {
    struct text lines;
    *out = (struct journal){0};
    if (!store_journal_lines(s, a, d, &lines)) return false;
    journal_parse(a, lines, out);
    return true;
}

struct journal_entry *journal_find(const struct journal *j, const struct digest *sha256) {
    struct journal_entry key = {.sha256 = *sha256};
    return j->n ? bsearch(&key, j->at, j->n, sizeof *j->at, by_hash) : NULL;
}
