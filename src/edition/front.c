/* See front.h. Titles have colons, «Prix : les nouveaux tarifs», which YAML allows in quotes only: where a
 * front matter is no YAML, it is read again with such values quoted. What is YAML means what YAML says. */
#include "edition/front.h"

#include "base/language.h"
#include "base/unicode.h"
#include "edition/yaml.h"

#include <string.h>

enum { PLACE_LONGEST = 100 /* characters */ };

/* As it stands in the file, with the nodes, which have places. */
struct raw {
    const struct yaml *title, *ministry, *place, *lang, *date, *embargo, *corrects;
};

static const struct yaml_key keys[] = {
    YAML_KEY(struct raw, title, "title", YAML_NODE, false),
    YAML_KEY(struct raw, ministry, "ministry", YAML_NODE, false),
    YAML_KEY(struct raw, date, "date", YAML_NODE, false),
    YAML_KEY(struct raw, place, "place", YAML_NODE, false),
    YAML_KEY(struct raw, lang, "lang", YAML_NODE, false),
    YAML_KEY(struct raw, embargo, "embargo", YAML_NODE, false),
    YAML_KEY(struct raw, corrects, "corrects", YAML_NODE, false),
};

struct raw_correcting {
    struct text title;
    date date;
};

static const struct yaml_key correcting_keys[] = {
    YAML_KEY(struct raw_correcting, title, "title", YAML_TEXT, false),
    YAML_KEY(struct raw_correcting, date, "date", YAML_DATE, false),
};

static struct text line_at(struct text t, size_t at) {
    struct text rest = text_after(t, at);
    return text_part(rest, 0, text_find(rest, T("\n")));
}

/* How far the front matter reaches; false, told, where it has no end. */
static bool find_end(struct diags *d, struct text file, struct text t, struct front *out) {
    struct text fence = T("---");
    if (!text_equal(text_trim(line_at(t, 0)), fence) || text_starts(t, T(" "))) return true;
    size_t at = line_at(t, 0).n + 1;
    for (int line = 2; at < t.n; line++) {
        struct text l = line_at(t, at);
        at += l.n + 1;
        if (!text_equal(text_trim_end(l), fence)) continue;
        out->lines = line;
        out->bytes = at < t.n ? at : t.n;
        return true;
    }
    DIAG0(d, ((struct place){file, 1, 1}), FRONT_OPEN);
    return false;
}

/* --- values with colons --- */

/* The keys whose value is text on its line; `title` below an empty `corrects`, too. */
static const char *const texts[] = {"title", "place", "corrects"};

/* The key that a line starts with, and its value, without a remark behind it; false where it is no
 * «key: value». */
static bool split_line(struct text line, struct text *key, struct text *value) {
    size_t colon = text_find(line, T(":"));
    *key = text_part(line, 0, colon);
    if (colon == line.n || (colon + 1 < line.n && line.at[colon + 1] != ' ')) return false;
    *value = text_after(line, colon + 1);
    *value = text_trim(text_part(*value, 0, text_find(*value, T(" #"))));
    return true;
}

static bool is_text_key(struct text key) {
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (text_equal(key, text_of(texts[i]))) return true;
    return false;
}

/* Whether YAML would take a colon in it for that of a key; in quotes or brackets it does not. */
static bool has_colon(struct text value) {
    const struct text signs = T("\"'[{|>&*!%@`#"); /* that begin what is no plain text */
    if (!value.n || text_find(signs, text_part(value, 0, 1)) < signs.n) return false;
    for (size_t i = 0; i < value.n; i++)
        if (value.at[i] == ':' && (i + 1 == value.n || value.at[i + 1] == ' ' || value.at[i + 1] == '\n'))
            return true;
    return false;
}

static size_t indent_of(struct text line) {
    size_t n = 0;
    while (n < line.n && line.at[n] == ' ') n++;
    return n;
}

/* Whether the line goes on with a value whose key stands behind `indent` spaces: it has more of them, and is
 * none that begins with a key of its own, a word in small letters with a colon behind. */
static bool goes_on(struct text line, size_t indent) {
    struct text inner = text_trim(line);
    size_t word = 0;
    while (word < inner.n && inner.at[word] >= 'a' && inner.at[word] <= 'z') word++;
    bool keyed = word && word < inner.n && inner.at[word] == ':';
    bool remark = text_starts(inner, T("#")) || text_find(inner, T(" #")) < inner.n;
    return inner.n && indent_of(line) > indent && !remark && !keyed;
}

/* The value with the lines that go on with it, all as they stand in the front matter; it starts with its
 * text, perhaps on the line below its key. A remark ends it. */
static struct text whole_value(struct text t, struct text value, size_t indent) {
    size_t end = (size_t)(value.at - t.at) + value.n;
    if (text_trim(line_at(t, end)).n) return value;
    for (size_t at = end + line_at(t, end).n + 1; at < t.n && goes_on(line_at(t, at), indent);) {
        struct text line = text_trim_end(line_at(t, at));
        if (!value.n) value.at = text_trim(line).at;
        end = at + line.n;
        at += line_at(t, at).n + 1;
        value.n = (size_t)(t.at + end - value.at);
    }
    return value;
}

/* The front matter with quotes around values that have colons; lines stay lines, and what stands before
 * a value stays where it is. */
static struct text quote_values(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    bool corrects = false; /* what is indented is below it */
    for (size_t at = 0; at < t.n;) {
        struct text line = line_at(t, at), key, value, inner = text_trim(line);
        bool indented = indent_of(line) > 0;
        bool is_key = split_line(indented ? inner : line, &key, &value);
        bool wanted = indented ? corrects && text_equal(key, T("title")) : is_text_key(key);
        if (!indented) corrects = is_key && !value.n && text_equal(key, T("corrects"));
        if (is_key && wanted) value = whole_value(t, value, indent_of(line));
        if (is_key && wanted && has_colon(value)) {
            build_text(&b, (struct text){line.at, (size_t)(value.at - line.at)});
            build_doubled(&b, '\'', value);
            at = (size_t)(value.at + value.n - t.at);
            line = line_at(t, at);
        }
        build_text(&b, line);
        at = (size_t)(line.at + line.n - t.at);
        build_text(&b, text_part(t, at, at + 1));
        at++;
    }
    return build_done(&b);
}

static const struct yaml *read_yaml(struct arena *a, struct diags *d, struct text file, struct text t) {
    struct text quoted = quote_values(a, t);
    struct diags unheard = diags_make(a);
    const struct yaml *root = quoted.n > t.n ? yaml_read(a, &unheard, file, t) : NULL;
    return root ? root : yaml_read(a, d, file, quoted);
}

static struct spot spot_of(const struct yaml *node) {
    return node ? (struct spot){node->place.line, node->place.col} : (struct spot){0};
}

/* Where a value's text starts: behind its quotation mark, where it has one. */
static struct spot text_spot(struct text source, const struct yaml *node) {
    struct spot spot = spot_of(node);
    for (int line = 1; line < spot.line; line++)
        source = text_after(source, text_find(source, T("\n")) + 1);
    source = text_part(source, 0, text_find(source, T("\n")));
    for (size_t i = 0, n = 1; i < source.n && spot.line; n++) {
        uint32_t c = utf8_next(source, &i);
        if ((int)n == node->place.col && (c == '"' || c == '\'')) spot.col++;
    }
    return spot;
}

/* One line of text, composed (NFC); ends of lines, which a folded value may have, are blanks. */
static bool take_text(struct arena *a, struct diags *d, const struct yaml *node, struct text *out) {
    if (!node) return true;
    if (!yaml_scalar(d, node, YAML_TEXT, out)) return false;
    struct text line = text_copy(a, *out);
    for (char *at = memchr(line.at, '\n', line.n); at; at = memchr(at, '\n', (size_t)(line.at + line.n - at)))
        *at = ' ';
    *out = unicode_nfc(a, text_trim(line));
    return true;
}

static bool take_date(struct diags *d, const struct yaml *node, date *out) {
    return !node || yaml_scalar(d, node, YAML_DATE, out);
}

static bool take_lang(struct arena *a, struct diags *d, const struct yaml *node,
                      struct text *out) {
    if (!take_text(a, d, node, out)) return false;
    if (!node || language_is_tag(*out)) return true;
    DIAG(d, node->place, FRONT_LANG, *out);
    return false;
}

/* A day, a title, or a map of both. */
static bool take_correcting(struct arena *a, struct diags *d, const struct yaml *node,
                            const struct correcting **out) {
    if (!node) return true;
    struct correcting *c = arena_new(a, struct correcting, 1);
    struct raw_correcting raw = {.date = DATE_OPEN_PAST};
    if (node->kind == YAML_MAP) {
        if (!yaml_fill(d, node, correcting_keys, sizeof correcting_keys / sizeof *correcting_keys,
                       &raw))
            return false;
    } else if (!yaml_is(d, node, YAML_SCALAR)) {
        return false;
    } else if (node->scalar.n == 10 && date_impossible(node->scalar).n) {
        return take_date(d, node, &raw.date);
    } else if (!date_parse(node->scalar, &raw.date)) {
        raw.date = DATE_OPEN_PAST;
        raw.title = node->scalar;
    }
    bool dated = raw.date != DATE_OPEN_PAST;
    *c = (struct correcting){.title = unicode_nfc(a, text_trim(raw.title)),
                             .has_date = dated,
                             .date = dated ? raw.date : 0,
                             .spot = spot_of(node)};
    if (!c->title.n && !dated) {
        DIAG0(d, node->place, FRONT_CORRECTS);
        return false;
    }
    *out = c;
    return true;
}

bool front_read(struct arena *a, struct diags *d, struct text file, struct text text,
                struct front *out) {
    struct raw raw = {0};
    *out = (struct front){.date = DATE_OPEN_PAST, .embargo = DATE_OPEN_PAST};
    if (!find_end(d, file, text, out)) return false;
    if (!out->lines) return true;
    size_t last = out->bytes; /* the second «---» would begin a document of its own */
    while (last && text.at[last - 1] != '-') last--;
    const struct yaml *root = read_yaml(a, d, file, text_part(text, 0, last - 3));
    if (!root || !yaml_fill(d, root, keys, sizeof keys / sizeof *keys, &raw)) return false;
    out->title_spot = text_spot(text, raw.title);
    out->ministry_spot = spot_of(raw.ministry);
    out->place_spot = text_spot(text, raw.place);
    out->embargo_spot = spot_of(raw.embargo);
    bool ok = take_text(a, d, raw.title, &out->title);
    ok &= take_text(a, d, raw.ministry, &out->ministry);
    ok &= take_text(a, d, raw.place, &out->place);
    ok &= take_lang(a, d, raw.lang, &out->lang);
    ok &= take_date(d, raw.date, &out->date);
    ok &= take_date(d, raw.embargo, &out->embargo);
    ok &= take_correcting(a, d, raw.corrects, &out->corrects);
    if (ok && utf8_count(out->place) > PLACE_LONGEST) {
        DIAG(d, raw.place->place, FRONT_PLACE, text_number(a, PLACE_LONGEST));
        return false;
    }
    return ok;
}
