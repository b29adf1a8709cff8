/* See style.h, and griot-style(5) for the file. */
#include "edition/style.h"

#include "base/file.h"
#include "edition/yaml.h"

#include <assert.h>

enum { RULE_HIGHEST = 36 * PT };

static const char *const role_names[] = {
    [ROLE_BODY] = "body",
    [ROLE_TITLE] = "title",
    [ROLE_MINISTRY] = "ministry",
    [ROLE_ACRONYM] = "acronym",
    [ROLE_STATE] = "state",
    [ROLE_MOTTO] = "motto",
    [ROLE_MASTHEAD] = "masthead",
    [ROLE_DATELINE] = "dateline",
    [ROLE_DATE] = "date",
    [ROLE_CONTENTS_HEAD] = "contents-head",
    [ROLE_CONTENTS_MINISTRY] = "contents-ministry",
    [ROLE_CONTENTS_TITLE] = "contents-title",
    [ROLE_CONTENTS_PAGE] = "contents-page",
    [ROLE_RUNNING] = "running",
    [ROLE_FOLIO] = "folio",
    [ROLE_COLOPHON] = "colophon",
    [ROLE_COLOPHON_HEAD] = "colophon-head",
    [ROLE_HEADING] = "heading",
    [ROLE_QUOTATION] = "quotation",
    [ROLE_CODE] = "code",
    [ROLE_NOTE] = "note",
    [ROLE_LEGEND] = "legend",
    [ROLE_TABLE] = "table",
    [ROLE_TABLE_HEAD] = "table-head",
    [ROLE_EMPHASIS] = "emphasis",
    [ROLE_STRONG] = "strong",
    [ROLE_STRONG_EMPHASIS] = "strong-emphasis",
    [ROLE_LINK] = "link",
};
static_assert(sizeof role_names / sizeof *role_names == ROLE__MAX, "a name for each role");

struct raw {
    struct style style;
    const struct yaml *page, *columns, *contents, *rules, *justification, *type, *within, *fallback;
};

#define STYLE_KEY(field, name, type, required)                                                     \
    YAML_KEY(struct style, field, name, type, required)

static const struct yaml_key keys[] = {
    YAML_KEY(struct raw, style.name, "name", YAML_TEXT, true),
    YAML_KEY(struct raw, page, "page", YAML_NODE, true),
    YAML_KEY(struct raw, columns, "columns", YAML_NODE, true),
    YAML_KEY(struct raw, contents, "contents", YAML_NODE, true),
    YAML_KEY(struct raw, rules, "rules", YAML_NODE, true),
    YAML_KEY(struct raw, justification, "justification", YAML_NODE, true),
    YAML_KEY(struct raw, type, "type", YAML_NODE, true),
    YAML_KEY(struct raw, within, "inline", YAML_NODE, false),
    YAML_KEY(struct raw, fallback, "fallback", YAML_NODE, false),
};

static const struct yaml_key page_keys[] = {
    STYLE_KEY(width, "width", YAML_LENGTH, true),
    STYLE_KEY(height, "height", YAML_LENGTH, true),
    STYLE_KEY(left, "left", YAML_LENGTH, true),
    STYLE_KEY(right, "right", YAML_LENGTH, true),
    STYLE_KEY(top, "top", YAML_LENGTH, true),
    STYLE_KEY(bottom, "bottom", YAML_LENGTH, true),
    STYLE_KEY(grid, "grid", YAML_LENGTH, true),
    STYLE_KEY(head, "head", YAML_LENGTH, true),
    STYLE_KEY(foot, "foot", YAML_LENGTH, true),
};

static const struct yaml_key column_keys[] = {
    STYLE_KEY(columns, "count", YAML_INT, true),
    STYLE_KEY(gutter, "gutter", YAML_LENGTH, true),
    STYLE_KEY(column_rule, "rule", YAML_LENGTH, false),
    STYLE_KEY(indent, "indent", YAML_LENGTH, true),
};

static const struct yaml_key contents_keys[] = {
    STYLE_KEY(contents_columns, "columns", YAML_INT, true),
};

static const struct yaml_key rule_keys[] = {
    STYLE_KEY(flag, "flag", YAML_LENGTH, false),
    STYLE_KEY(ministry_rule, "ministry", YAML_LENGTH, false),
    STYLE_KEY(hairline, "hairline", YAML_LENGTH, true),
    STYLE_KEY(end_mark, "end-mark", YAML_LENGTH, false),
    STYLE_KEY(accent, "accent", YAML_COLOUR, true),
    STYLE_KEY(rule, "colour", YAML_COLOUR, true),
};

static const struct yaml_key justification_keys[] = {
    STYLE_KEY(justification.stretch, "stretch", YAML_SHARE, true),
    STYLE_KEY(justification.shrink, "shrink", YAML_SHARE, true),
    STYLE_KEY(justification.expand, "expand", YAML_SHARE, true),
    STYLE_KEY(justification.tolerance, "tolerance", YAML_SHARE, true),
    STYLE_KEY(justification.hyphen, "hyphen", YAML_INT, true),
    STYLE_KEY(justification.hang, "hang", YAML_SHARE, true),
};

static const struct yaml_key inline_keys[] = {
    STYLE_KEY(roles[ROLE_EMPHASIS].face, "emphasis", YAML_TEXT, false),
    STYLE_KEY(roles[ROLE_STRONG].face, "strong", YAML_TEXT, false),
    STYLE_KEY(roles[ROLE_STRONG_EMPHASIS].face, "strong-emphasis", YAML_TEXT, false),
    STYLE_KEY(roles[ROLE_LINK].colour, "link", YAML_COLOUR, false),
};

struct raw_role {
    struct role_style role;
    const struct yaml *features;
};

static const struct yaml_key role_keys[] = {
    YAML_KEY(struct raw_role, role.face, "face", YAML_TEXT, true),
    YAML_KEY(struct raw_role, role.size, "size", YAML_LENGTH, true),
    YAML_KEY(struct raw_role, role.leading, "leading", YAML_LENGTH, true),
    YAML_KEY(struct raw_role, role.tracking, "tracking", YAML_SHARE, false),
    YAML_KEY(struct raw_role, role.colour, "colour", YAML_COLOUR, false),
    YAML_KEY(struct raw_role, role.capitals, "capitals", YAML_BOOL, false),
    YAML_KEY(struct raw_role, features, "features", YAML_NODE, false),
};

struct text role_name(enum role r) {
    return text_of(role_names[r]);
}

static bool feature_fine(struct text t) {
    if (text_starts(t, T("-"))) t = text_after(t, 1);
    for (size_t i = 0; i < t.n; i++)
        if ((unsigned char)((t.at[i] | 32) - 'a') > 25 && (unsigned char)(t.at[i] - '0') > 9)
            return false;
    return t.n == 4;
}

static bool read_features(struct diags *d, const struct yaml *node, struct role_style *out) {
    size_t n = 0;
    if (!yaml_is(d, node, YAML_LIST)) return false;
    for (const struct yaml *f = node->first; f; f = f->next, n++) {
        if (n < FEATURES_MAX && feature_fine(f->scalar)) {
            out->features[n] = f->scalar;
            continue;
        }
        DIAG(d, f->place, STYLE_FEATURE, f->scalar, text_number(d->arena, FEATURES_MAX));
        return false;
    }
    return true;
}

static bool read_role(struct diags *d, const struct yaml *node, struct role_style *out) {
    struct raw_role raw = {0};
    bool ok = yaml_fill(d, node, role_keys, sizeof role_keys / sizeof *role_keys, &raw);
    ok &= !raw.features || read_features(d, raw.features, &raw.role);
    if (ok && (raw.role.size < PT || raw.role.size > 400 * PT || raw.role.leading < PT)) {
        DIAG(d, node->place, STYLE_SIZE, node->key);
        ok = false;
    }
    *out = raw.role;
    out->place = node->place;
    return ok;
}

/* The roles, each by its name: a table of keys made from the table of names. */
static bool read_type(struct diags *d, const struct yaml *node, struct style *out) {
    struct yaml_key role_table[ROLE__TYPED];
    const struct yaml *nodes[ROLE__TYPED] = {0};
    for (size_t i = 0; i < ROLE__TYPED; i++)
        role_table[i] =
            (struct yaml_key){role_names[i], YAML_NODE, i * sizeof *nodes, i < ROLE_HEADING};
    bool ok = yaml_fill(d, node, role_table, ROLE__TYPED, nodes);
    for (size_t i = 0; i < ROLE__TYPED; i++) {
        if (nodes[i]) ok &= read_role(d, nodes[i], &out->roles[i]);
        else if (i < ROLE_HEADING) ok = false;
    }
    return ok;
}

/* What the style leaves out is as the body. */
static void fill_roles(const struct raw *raw, struct style *out) {
    const struct role_style *body = &out->roles[ROLE_BODY];
    for (size_t i = ROLE_HEADING; i < ROLE__MAX; i++) {
        struct role_style *role = &out->roles[i], given = *role;
        if (i < ROLE__TYPED && role->face.n) continue;
        *role = *body;
        if (given.face.n) role->face = given.face;
        if (i == ROLE_LINK && raw->within) role->colour = given.colour;
        if (i >= ROLE__TYPED && raw->within) role->place = raw->within->place;
    }
}

static bool read_fallbacks(struct diags *d, const struct yaml *node, struct style *out) {
    if (!yaml_is(d, node, YAML_LIST)) return false;
    for (const struct yaml *f = node->first; f; f = f->next) {
        if (out->nfallbacks == FALLBACKS_MAX) {
            DIAG(d, f->place, STYLE_FALLBACKS, text_number(d->arena, FALLBACKS_MAX));
            return false;
        }
        out->fallback_places[out->nfallbacks] = f->place;
        if (!yaml_scalar(d, f, YAML_TEXT, &out->fallbacks[out->nfallbacks++])) return false;
    }
    return true;
}

/* Whether what stands in a column stands on the grid. */
static bool on_grid(const struct style *s) {
    static const enum role roles[] = {ROLE_BODY, ROLE_HEADING, ROLE_QUOTATION, ROLE_CODE,
                                      ROLE_NOTE, ROLE_LEGEND,  ROLE_TABLE,     ROLE_TABLE_HEAD};
    bool fine = s->grid >= 4 * PT;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        fine &= s->roles[roles[i]].leading == s->grid;
    return fine;
}

/* Measures that fit together: what follows may rely on them. What does not is told at its group. */
static bool style_fine(struct diags *d, const struct raw *raw) {
    const struct style *s = &raw->style;
    const struct justification *j = &s->justification;
    const struct yaml *group = raw->page;
    enum message wrong = MESSAGE_NONE;
    if (s->width > 5000 * PT || s->height > 5000 * PT) wrong = STYLE_PAGE_LARGE;
    else if (s->columns < 1 || s->columns > 4) wrong = STYLE_COLUMNS, group = raw->columns;
    else if (s->contents_columns < 1 || s->contents_columns > 4)
        wrong = STYLE_COLUMNS, group = raw->contents;
    else if (!on_grid(s)) wrong = STYLE_GRID;
    else if (style_column(s, s->columns) < 10 * s->roles[ROLE_BODY].size) wrong = STYLE_NARROW;
    else if (style_column(s, s->contents_columns) < 10 * s->roles[ROLE_CONTENTS_TITLE].size)
        wrong = STYLE_NARROW, group = raw->contents;
    else if (style_rows(s) < 20) wrong = STYLE_LOW;
    else if (s->indent > style_column(s, s->columns) / 2) wrong = STYLE_INDENT, group = raw->columns;
    else if (s->head > s->height || s->foot > s->height) wrong = STYLE_OUTSIDE;
    else if (s->flag > RULE_HIGHEST || s->ministry_rule > RULE_HIGHEST ||
             s->hairline > RULE_HIGHEST || s->end_mark > RULE_HIGHEST ||
             s->column_rule > RULE_HIGHEST)
        wrong = STYLE_RULES, group = raw->rules;
    else if (j->expand < 0 || j->expand > SHARE_ONE / 50)
        wrong = STYLE_EXPAND, group = raw->justification;
    else if (j->stretch <= 0 || j->shrink <= 0 || j->shrink >= SHARE_ONE || j->tolerance <= 0 ||
             j->hang < 0 || j->hang > SHARE_ONE)
        wrong = STYLE_SPACE, group = raw->justification;
    if (wrong) DIAG0(d, group->key_place, wrong);
    return !wrong;
}

#define FILL(d, node, table, out) yaml_fill((d), (node), (table), sizeof(table) / sizeof *(table), (out))

bool style_read(struct arena *a, struct diags *d, struct text path, struct style *out) {
    struct text bytes;
    struct raw raw = {0};
    if (!file_read(a, d, path, YAML_CAP, &bytes)) return false;
    const struct yaml *root = yaml_read(a, d, path, bytes);
    if (!root) return false;
    bool ok = FILL(d, root, keys, &raw);
    ok &= raw.page && FILL(d, raw.page, page_keys, &raw.style);
    ok &= raw.columns && FILL(d, raw.columns, column_keys, &raw.style);
    ok &= raw.contents && FILL(d, raw.contents, contents_keys, &raw.style);
    ok &= raw.rules && FILL(d, raw.rules, rule_keys, &raw.style);
    ok &= raw.justification && FILL(d, raw.justification, justification_keys, &raw.style);
    ok &= raw.type && read_type(d, raw.type, &raw.style);
    ok &= !raw.within || FILL(d, raw.within, inline_keys, &raw.style);
    if (ok) fill_roles(&raw, &raw.style);
    ok &= !raw.fallback || read_fallbacks(d, raw.fallback, &raw.style);
    if (raw.rules) raw.style.rules = raw.rules->place;
    *out = raw.style;
    return ok && style_fine(d, &raw);
}

length style_measure(const struct style *s) {
    return s->width - s->left - s->right;
}

length style_column(const struct style *s, int32_t columns) {
    return (style_measure(s) - (columns - 1) * s->gutter) / columns;
}

int style_rows(const struct style *s) {
    return (s->height - s->top - s->bottom) / s->grid;
}
