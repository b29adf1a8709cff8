/* See rows.h. What is taken here means the same to YAML (1.1, as libyaml reads it): keys of small
 * letters, digits and hyphens; values in double quotes without escapes, or of letters, digits,
 * hyphens, points and single blanks; each on one line; two blanks deep what is below a key, «- » before
 * each item of a list. At the first doubt the whole is left to libyaml. */
#include "edition/rows.h"

#include "base/file.h"
#include "base/unicode.h"

#include <string.h>

enum { STEP = 2 };

/* A line. */
struct row {
    int line;
    size_t indent;    /* of the key, or of the item's value */
    bool item;        /* it starts an item: its hyphen stands one step before */
    struct text key;  /* empty: an item that is a value */
    struct text value;
    size_t value_col; /* from 0 */
    bool has_value;
};

/* A list or map that rows are added to. */
struct open {
    struct yaml *node;
    const struct yaml **end; /* where its next child goes */
    int children;
};

/* The text so far. */
struct rows {
    struct arena *a;
    struct text file;
    struct open root, below, item; /* below: the key without a value above; item: of its list */
    int nodes;
};

static bool is_key(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

static bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

/* What stands in quotes, if it is what is meant: no escape, and no character that libyaml does not
 * take (U+FEFF) or does not see. */
static bool read_quoted(struct text t, struct text *out) {
    if (t.n < 2 || t.at[0] != '"' || t.at[t.n - 1] != '"') return false;
    *out = text_part(t, 1, t.n - 1);
    for (size_t i = 0; i < out->n; i++) {
        unsigned char c = (unsigned char)out->at[i];
        if (c < 0x20 || c == '"' || c == '\\') return false;
        if (c == 0xEF && text_starts(text_after(*out, i), T("\uFEFF"))) return false;
    }
    return true;
}

/* Blanks and points stand within it. */
static bool read_plain(struct text t, struct text *out) {
    bool within = false;
    *out = t;
    for (size_t i = 0; i < t.n; i++) {
        bool plain = is_plain(t.at[i]);
        if (!plain && (!within || (t.at[i] != ' ' && t.at[i] != '.'))) return false;
        within = plain;
    }
    return within && t.at[0] != '-';
}

static bool read_value(struct text t, struct row *r) {
    r->has_value = true;
    return t.n && t.at[0] == '"' ? read_quoted(t, &r->value) : read_plain(t, &r->value);
}

static bool read_row(struct text t, int line, struct row *r) {
    size_t i = 0, key;
    *r = (struct row){.line = line};
    while (i < t.n && t.at[i] == ' ') i++;
    r->item = text_starts(text_after(t, i), T("- "));
    if (r->item) i += STEP;
    r->indent = r->value_col = i;
    if (r->item && i < t.n && t.at[i] == '"') return read_value(text_after(t, i), r);
    for (key = i; i < t.n && is_key(t.at[i]);) i++;
    r->key = text_part(t, key, i);
    if (i == key || t.at[key] < 'a' || i == t.n || t.at[i] != ':') return false;
    if (++i == t.n) return true;
    r->value_col = i + 1;
    return t.at[i] == ' ' && read_value(text_after(t, i + 1), r);
}

static struct place place_of(const struct rows *s, const struct row *r, size_t col) {
    return (struct place){s->file, r->line, (int)col + 1};
}

static struct open opened(struct yaml *node) {
    return (struct open){.node = node, .end = &node->first};
}

static bool has_key(const struct yaml *map, struct text key) {
    for (const struct yaml *n = map->first; n; n = n->next)
        if (text_equal(n->key, key)) return true;
    return false;
}

/* A new last child; NULL where there are too many of them. */
static struct yaml *add(struct rows *s, struct open *o, struct text key, struct place place) {
    bool map = o->node->kind == YAML_MAP;
    if (++s->nodes >= YAML_NODES || (map && ++o->children > YAML_KEYS)) return NULL;
    struct yaml *child = arena_new(s->a, struct yaml, 1);
    *child = (struct yaml){.key = key, .place = place};
    *o->end = child;
    o->end = &child->next;
    return child;
}

static bool add_pair(struct rows *s, struct open *map, const struct row *r) {
    if (has_key(map->node, r->key)) return false;
    struct yaml *child = add(s, map, r->key, place_of(s, r, r->value_col));
    if (!child) return false;
    child->key_place = place_of(s, r, r->indent);
    child->scalar = unicode_nfc(s->a, r->value);
    if (!r->has_value) s->below = opened(child);
    return true;
}

static bool add_item(struct rows *s, struct open *list, const struct row *r) {
    struct yaml *item = add(s, list, list->node->key, place_of(s, r, r->indent));
    if (!item) return false;
    s->item = opened(item);
    if (r->key.n) item->kind = YAML_MAP;
    else item->scalar = unicode_nfc(s->a, r->value);
    return !r->key.n || add_pair(s, &s->item, r);
}

static bool add_to_list(struct rows *s, struct open *list, const struct row *r) {
    const struct yaml *item = s->item.node;
    if (r->item) return add_item(s, list, r);
    return item && item->kind == YAML_MAP && add_pair(s, &s->item, r);
}

/* A row below a key: the first says what that is. */
static bool add_below(struct rows *s, const struct row *r) {
    struct yaml *above = s->below.node;
    if (!above || (r->key.n && !r->has_value)) return false;
    if (!above->first) {
        above->kind = r->item ? YAML_LIST : YAML_MAP;
        above->place = place_of(s, r, STEP);
    }
    if (!r->item && r->indent == STEP)
        return above->kind == YAML_MAP && add_pair(s, &s->below, r);
    return above->kind == YAML_LIST && r->indent == 2 * STEP && add_to_list(s, &s->below, r);
}

static bool add_row(struct rows *s, const struct row *r) {
    struct yaml *root = s->root.node, *above = s->below.node;
    bool list = r->item && r->indent == STEP;
    if (!root->first && list) {
        root->kind = YAML_LIST;
        root->place = place_of(s, r, 0);
    }
    if (root->kind == YAML_LIST)
        return r->indent == STEP && r->has_value && add_to_list(s, &s->root, r);
    if (r->indent) return add_below(s, r);
    if (above && !above->first) return false; /* a key of nothing */
    s->below = s->item = (struct open){0};
    if (!root->first) root->place = place_of(s, r, 0);
    return add_pair(s, &s->root, r);
}

const struct yaml *rows_read(struct arena *a, struct text file, struct text bytes) {
    struct yaml *root = arena_new(a, struct yaml, 1);
    struct rows s = {.a = a, .file = file, .root = opened(root)};
    *root = (struct yaml){.kind = YAML_MAP, .key = file_name(file)};
    for (int line = 1; bytes.n; line++) {
        const char *feed = memchr(bytes.at, '\n', bytes.n);
        struct row r;
        if (!feed) return NULL;
        struct text t = {bytes.at, (size_t)(feed - bytes.at)};
        bytes = text_after(bytes, t.n + 1);
        if (!root->first && text_starts(t, T("#"))) continue;
        if (!read_row(t, line, &r) || !add_row(&s, &r)) return NULL;
    }
    const struct yaml *last = s.below.node;
    return root->first && (!last || last->first) ? root : NULL;
}
