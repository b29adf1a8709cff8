/* See yaml.h. */
#include "edition/yaml.h"

#include "base/file.h"
#include "base/nearest.h"
#include "base/unicode.h"
#include "edition/encoding.h"
#include "edition/rows.h"

#include <string.h>
#include <yaml.h>

/* The state of one reading; `d` gets what is wrong, and `stop` ends it. */
struct reading {
    struct arena *a;
    struct diags *d;
    struct text file, bytes;
    yaml_parser_t parser;
    int nodes;
    bool stop;
    bool faulty; /* told, but reading goes on */
};

static struct place place_of(const struct reading *r, yaml_mark_t mark) {
    return (struct place){r->file, (int)mark.line + 1, (int)mark.column + 1};
}

/* What libyaml 0.2.5 says (parser.c, scanner.c), by how it starts, in our words. Some of it shows
 * only far behind its cause: then the place is where the thing that is at fault began. */
static const struct {
    const char *problem;
    enum message says;
    bool at_start;
} problems[] = {
    {"found a tab character", YAML_TAB, false},
    {"found character that cannot start any token", YAML_START, false},
    {"mapping values are not allowed", YAML_COLON, false},
    {"could not find expected ':'", YAML_NO_COLON, true},
    {"did not find expected key", YAML_INDENT, false},
    {"did not find expected '-' indicator", YAML_INDENT, false},
    {"block sequence entries are not allowed", YAML_INDENT, false},
    {"found unexpected end of stream", YAML_QUOTE, true},
    {"found unexpected document indicator", YAML_QUOTE, true},
    {"did not find expected ','", YAML_BRACKET, true},
    {"found unknown escape character", YAML_ESCAPE, false},
    {"did not find expected hexdecimal number", YAML_ESCAPE, false},
    {"found invalid Unicode character escape code", YAML_ESCAPE, false},
};

/* The character at a mark: libyaml counts in characters. */
static struct text character_at(const struct reading *r, yaml_mark_t mark) {
    size_t i = 0, end = 0;
    for (size_t k = 0; k <= mark.index && end < r->bytes.n; k++) {
        i = end;
        utf8_next(r->bytes, &end);
    }
    return text_part(r->bytes, i, end);
}

static void tell_syntax(struct reading *r) {
    const yaml_parser_t *p = &r->parser;
    struct text said = text_of(p->problem);
    r->stop = true;
    if (p->error == YAML_MEMORY_ERROR) arena_spent();
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
        if (!text_starts(said, text_of(problems[i].problem))) continue;
        struct text found = character_at(r, p->problem_mark);
        yaml_mark_t mark = problems[i].at_start ? p->context_mark : p->problem_mark;
        enum message says = text_equal(found, T("\t")) ? YAML_TAB : problems[i].says;
        DIAG(r->d, place_of(r, mark), says, found);
        return;
    }
    DIAG(r->d, place_of(r, p->problem_mark), YAML_SYNTAX, said);
}

/* The next event; false (and r->stop) where the text is not YAML. The caller deletes it. */
static bool next_event(struct reading *r, yaml_event_t *e) {
    if (yaml_parser_parse(&r->parser, e)) return true;
    tell_syntax(r);
    return false;
}

/* Tells with the bound that was passed, 0 where the message has none. */
static void refuse(struct reading *r, yaml_mark_t mark, enum message m, int bound) {
    DIAG(r->d, place_of(r, mark), m, bound ? text_number(r->d->arena, bound) : T(""));
    r->stop = true;
}

/* A scalar's text in normalization form C. An escape in double quotes can stand for any character:
 * what has no place in a text is refused as it is in a source. */
static struct text read_text(struct reading *r, const yaml_event_t *e, struct text key) {
    struct text t = text_copy(r->a, (struct text){(const char *)e->data.scalar.value,
                                                  e->data.scalar.length});
    for (size_t i = 0; i < t.n;) {
        uint32_t c = utf8_next(t, &i);
        if (!encoding_refuses(c)) continue;
        DIAG(r->d, place_of(r, e->start_mark), YAML_REFUSED, key.n ? key : t,
             encoding_name(r->d->arena, c));
        r->faulty = true;
        break;
    }
    return unicode_nfc(r->a, t);
}

static struct yaml *read_node(struct reading *r, const yaml_event_t *e, int depth,
                              struct text key);

/* Adds a key's value to the map's children, in order. */
static struct yaml *read_pair(struct reading *r, const yaml_event_t *key, int depth) {
    struct yaml *value = NULL;
    yaml_event_t e;
    if (key->type != YAML_SCALAR_EVENT) {
        refuse(r, key->start_mark, YAML_KEY_NOT_WORD, 0);
        return NULL;
    }
    struct text name = read_text(r, key, (struct text){0});
    if (!next_event(r, &e)) return NULL;
    value = read_node(r, &e, depth, name);
    yaml_event_delete(&e);
    if (value) value->key_place = place_of(r, key->start_mark);
    return value;
}

static bool has_key(const struct yaml *map, struct text key) {
    for (const struct yaml *n = map->first; n; n = n->next)
        if (text_equal(n->key, key)) return true;
    return false;
}

/* Reads children up to the end event of the list or map `parent`. */
static bool read_children(struct reading *r, struct yaml *parent, int depth) {
    const struct yaml **last = &parent->first;
    int keys = 0;
    yaml_event_type_t end = parent->kind == YAML_MAP ? YAML_MAPPING_END_EVENT
                                                     : YAML_SEQUENCE_END_EVENT;
    for (yaml_event_t e; !r->stop && next_event(r, &e); yaml_event_delete(&e)) {
        if (e.type == end) {
            yaml_event_delete(&e);
            return true;
        }
        struct yaml *child =
            parent->kind == YAML_MAP ? read_pair(r, &e, depth) : read_node(r, &e, depth, parent->key);
        if (!child) continue;
        if (parent->kind == YAML_MAP && has_key(parent, child->key)) {
            DIAG(r->d, child->key_place, YAML_KEY_TWICE, child->key);
            r->faulty = true;
        }
        if (parent->kind == YAML_MAP && ++keys > YAML_KEYS)
            refuse(r, e.start_mark, YAML_TOO_MANY, YAML_KEYS);
        *last = child;
        last = &child->next;
    }
    return false;
}

/* What is refused of a node before it is made. */
static bool allowed(struct reading *r, const yaml_event_t *e, int depth) {
    const yaml_char_t *tag = e->type == YAML_SCALAR_EVENT           ? e->data.scalar.tag
                             : e->type == YAML_SEQUENCE_START_EVENT ? e->data.sequence_start.tag
                             : e->type == YAML_MAPPING_START_EVENT  ? e->data.mapping_start.tag
                                                                    : NULL;
    if (e->type == YAML_ALIAS_EVENT) refuse(r, e->start_mark, YAML_ALIAS, 0);
    else if (tag) refuse(r, e->start_mark, YAML_TAG, 0);
    else if (depth > YAML_DEPTH) refuse(r, e->start_mark, YAML_TOO_DEEP, YAML_DEPTH);
    else if (++r->nodes > YAML_NODES) refuse(r, e->start_mark, YAML_TOO_MANY, YAML_NODES);
    return !r->stop;
}

static struct yaml *read_node(struct reading *r, const yaml_event_t *e, int depth,
                              struct text key) {
    if (!allowed(r, e, depth)) return NULL;
    struct yaml *node = arena_new(r->a, struct yaml, 1);
    node->place = place_of(r, e->start_mark);
    node->key = key;
    switch (e->type) {
    case YAML_SCALAR_EVENT:
        node->kind = YAML_SCALAR;
        node->scalar = read_text(r, e, key);
        return node;
    case YAML_SEQUENCE_START_EVENT: node->kind = YAML_LIST; break;
    case YAML_MAPPING_START_EVENT: node->kind = YAML_MAP; break;
    default: return NULL;
    }
    return read_children(r, node, depth + 1) ? node : NULL;
}

/* The events of one document; what follows it but the stream's end is refused. */
static const struct yaml *read_document(struct reading *r) {
    struct yaml *root = NULL;
    for (yaml_event_t e; !r->stop && next_event(r, &e);) {
        yaml_event_type_t type = e.type;
        if (root && type == YAML_DOCUMENT_START_EVENT)
            refuse(r, e.start_mark, YAML_SECOND_DOCUMENT, 0);
        else if (type == YAML_SCALAR_EVENT || type == YAML_SEQUENCE_START_EVENT ||
                 type == YAML_MAPPING_START_EVENT || type == YAML_ALIAS_EVENT)
            root = read_node(r, &e, 1, file_name(r->file));
        yaml_event_delete(&e);
        if (type == YAML_STREAM_END_EVENT) break;
    }
    if (r->stop || r->faulty) return NULL;
    if (!root || (root->kind == YAML_SCALAR && !root->scalar.n)) {
        root = arena_new(r->a, struct yaml, 1);
        *root = (struct yaml){.kind = YAML_MAP, .place = {r->file, 1, 1}};
    }
    return root;
}

const struct yaml *yaml_read(struct arena *a, struct diags *d, struct text file,
                             struct text bytes) {
    struct reading r = {.a = a, .d = d, .file = file};
    if (!encoding_readable(d, file, &bytes)) return NULL;
    const struct yaml *plain = rows_read(a, file, bytes);
    if (plain) return plain;
    if (!yaml_parser_initialize(&r.parser)) arena_spent();
    r.bytes = bytes;
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)bytes.at, bytes.n);
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    const struct yaml *root = read_document(&r);
    yaml_parser_delete(&r.parser);
    return root;
}

bool yaml_is(struct diags *d, const struct yaml *node, enum yaml_kind kind) {
    static const enum message wanted[] = {
        [YAML_SCALAR] = YAML_WANTS_VALUE, [YAML_LIST] = YAML_WANTS_LIST, [YAML_MAP] = YAML_WANTS_MAP};
    if (node->kind == kind) return true;
    DIAG(d, node->place, wanted[kind], node->key);
    return false;
}

static bool yaml_length(struct text t, length *out) {
    return length_parse(t, out) && *out >= 0;
}

static bool share_parse(struct text t, int32_t *out) {
    bool percent = text_ends(t, T("%"));
    if (percent) t.n--;
    /* A share is read as points, which are the same decimal numbers. */
    char with_unit[32];
    if (!t.n || t.n > 24) return false;
    memcpy(with_unit, t.at, t.n);
    memcpy(with_unit + t.n, "pt", 2);
    length l;
    if (!length_parse((struct text){with_unit, t.n + 2}, &l)) return false;
    *out = (int32_t)mul_div(l, percent ? SHARE_ONE / 100 : SHARE_ONE, PT);
    return l >= -100 * PT && l <= 100 * PT;
}

static int hex_digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                                               : -1;
}

static bool colour_parse(struct text t, struct paint *out) {
    int v[6];
    if (t.n != 7 || t.at[0] != '#') return false;
    for (int i = 0; i < 6; i++)
        if ((v[i] = hex_digit(t.at[i + 1])) < 0) return false;
    *out = (struct paint){.screen = {(uint8_t)(v[0] * 16 + v[1]), (uint8_t)(v[2] * 16 + v[3]),
                                     (uint8_t)(v[4] * 16 + v[5])}};
    return true;
}

static bool int_parse(struct text t, int32_t *out) {
    int64_t n;
    if (!text_int(t, 0, 1000000, &n)) return false;
    *out = (int32_t)n;
    return true;
}

static bool bool_parse(struct text t, bool *out) {
    *out = text_equal(t, T("true"));
    return *out || text_equal(t, T("false"));
}

static bool text_parse(struct text t, struct text *out) {
    *out = t;
    return t.n > 0;
}

bool yaml_scalar(struct diags *d, const struct yaml *node, enum yaml_type type, void *out) {
    bool ok = false;
    enum message wrong = YAML_EMPTY;
    if (!yaml_is(d, node, YAML_SCALAR)) return false;
    switch (type) {
    case YAML_TEXT: ok = text_parse(node->scalar, out); break;
    case YAML_INT: ok = int_parse(node->scalar, out), wrong = YAML_NOT_INT; break;
    case YAML_DATE: ok = date_parse(node->scalar, out), wrong = YAML_NOT_DATE; break;
    case YAML_LENGTH: ok = yaml_length(node->scalar, out), wrong = YAML_NOT_LENGTH; break;
    case YAML_SHARE: ok = share_parse(node->scalar, out), wrong = YAML_NOT_SHARE; break;
    case YAML_COLOUR: ok = colour_parse(node->scalar, out), wrong = YAML_NOT_COLOUR; break;
    case YAML_BOOL: ok = bool_parse(node->scalar, out), wrong = YAML_NOT_BOOL; break;
    case YAML_NODE: break;
    }
    bool form = node->scalar.n == 10 && date_impossible(node->scalar).n;
    if (wrong == YAML_NOT_DATE && form) wrong = YAML_NO_SUCH_DAY;
    if (!ok) DIAG(d, node->place, wrong, node->key, node->scalar);
    return ok;
}

int yaml_choice(struct diags *d, const struct yaml *node, const char *const *words, size_t n) {
    struct arena *a = d->arena;
    struct text *known = arena_new(a, struct text, n);
    struct build list = {.arena = a};
    if (!yaml_is(d, node, YAML_SCALAR)) return -1;
    for (size_t i = 0; i < n; i++) {
        known[i] = text_of(words[i]);
        if (text_equal(node->scalar, known[i])) return (int)i;
        if (i) build_text(&list, T(", "));
        build_text(&list, known[i]);
    }
    DIAG(d, node->place, YAML_NOT_CHOICE, node->key, node->scalar, build_done(&list));
    return -1;
}

static const struct yaml_key *find_key(const struct yaml_key *keys, size_t n, struct text name,
                                       size_t *index) {
    for (size_t i = 0; i < n; i++)
        if (text_equal(text_of(keys[i].name), name)) return *index = i, &keys[i];
    return NULL;
}

/* Returns the key that was probably meant, or NULL. */
static const struct yaml_key *tell_unknown_key(struct diags *d, const struct yaml *node,
                                               const struct yaml_key *keys, size_t n,
                                               size_t *index) {
    struct text *known = arena_new(d->arena, struct text, n);
    struct build list = {.arena = d->arena};
    for (size_t i = 0; i < n; i++) {
        known[i] = text_of(keys[i].name);
        if (i) build_text(&list, T(", "));
        build_text(&list, known[i]);
    }
    struct text near = nearest_of(node->key, known, n);
    if (near.n) DIAG(d, node->key_place, YAML_UNKNOWN_KEY_NEAR, node->key, near);
    else DIAG(d, node->key_place, YAML_UNKNOWN_KEY, node->key, build_done(&list));
    return find_key(keys, n, near, index);
}

bool yaml_fill(struct diags *d, const struct yaml *map, const struct yaml_key *keys, size_t n,
               void *out) {
    uint64_t seen = 0;
    bool ok = true;
    if (!yaml_is(d, map, YAML_MAP)) return false;
    for (const struct yaml *node = map->first; node; node = node->next) {
        size_t i = 0;
        const struct yaml_key *key = find_key(keys, n, node->key, &i);
        if (!key) {
            ok = false;
            if (tell_unknown_key(d, node, keys, n, &i)) seen |= (uint64_t)1 << i;
            continue; /* a key misspelt is not also told to be missing */
        }
        seen |= (uint64_t)1 << i;
        void *field = (char *)out + key->offset;
        if (key->type == YAML_NODE) memcpy(field, &node, sizeof node);
        else if (key->type == YAML_COLOUR) ok &= yaml_colour(d, node, field);
        else ok &= yaml_scalar(d, node, key->type, field);
    }
    for (size_t i = 0; i < n; i++) {
        if (!keys[i].required || seen >> i & 1) continue;
        DIAG(d, map->place, YAML_KEY_MISSING, text_of(keys[i].name));
        ok = false;
    }
    return ok;
}

/* --- colours --- */

struct raw_colour {
    struct paint paint;
    const struct yaml *press;
};

static const struct yaml_key colour_keys[] = {
    YAML_KEY(struct raw_colour, paint, "screen", YAML_COLOUR, true),
    YAML_KEY(struct raw_colour, press, "press", YAML_NODE, true),
};

static bool read_ink(struct diags *d, const struct yaml *node, struct inks *out) {
    int n = 0;
    bool ok = true;
    if (!yaml_is(d, node, YAML_LIST)) return false;
    for (const struct yaml *v = node->first; v; v = v->next, n++) {
        int64_t share = 0;
        ok &= text_int(v->scalar, 0, INK_FULL, &share);
        if (n < INKS) out->of[n] = (uint8_t)share;
    }
    if (!ok || n != INKS) DIAG(d, node->place, YAML_NOT_INK, node->key);
    return ok && n == INKS;
}

bool yaml_colour(struct diags *d, const struct yaml *node, struct paint *out) {
    struct raw_colour raw = {0};
    if (node->kind != YAML_MAP) return yaml_scalar(d, node, YAML_COLOUR, out);
    bool ok = yaml_fill(d, node, colour_keys, sizeof colour_keys / sizeof *colour_keys, &raw);
    raw.paint.has_ink = ok = raw.press && read_ink(d, raw.press, &raw.paint.ink) && ok;
    *out = raw.paint;
    return ok;
}

struct text yaml_library(struct arena *a) {
    return TEXT_JOIN(a, T("libyaml "), text_of(yaml_get_version_string()));
}
