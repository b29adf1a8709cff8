/* See ministries.h. The file is a YAML list of maps, one an entry. */
#include "edition/ministries.h"

#include "base/file.h"
#include "base/nearest.h"
#include "base/unicode.h"
#include "edition/issuer.h"
#include "edition/yaml.h"

enum { NAME_LONGEST = 300 };

static const struct yaml_key keys[] = {
    YAML_KEY(struct ministry, acronym, "acronym", YAML_TEXT, true),
    YAML_KEY(struct ministry, name, "name", YAML_TEXT, true),
    YAML_KEY(struct ministry, precedence, "precedence", YAML_INT, false),
    YAML_KEY(struct ministry, from, "from", YAML_DATE, false),
    YAML_KEY(struct ministry, to, "to", YAML_DATE, false),
    YAML_KEY(struct ministry, source, "source", YAML_TEXT, false),
};

static bool overlap(const struct ministry *a, const struct ministry *b) {
    return text_equal(a->acronym, b->acronym) && a->from <= b->to && b->from <= a->to;
}

/* One line of text: what can be written into the registry and read again. */
static bool one_line(struct text t) {
    for (size_t i = 0; i < t.n;) {
        uint32_t c = utf8_next(t, &i);
        if (c == UTF8_BAD || unicode_control(c)) return false;
    }
    return true;
}

/* What no single key can tell of an entry. */
static bool entry_fine(struct diags *d, const struct ministries *m, const struct ministry *new) {
    if (!issuer_form(new->acronym)) {
        DIAG(d, new->place, MINISTRY_FORM, new->acronym);
        return false;
    }
    if (!text_trim(new->name).n) {
        DIAG(d, new->place, MINISTRY_NO_NAME, new->acronym);
        return false;
    }
    if (!one_line(new->name)) {
        DIAG(d, new->place, MINISTRY_NAME_CHARACTER, new->acronym);
        return false;
    }
    if (utf8_count(new->name) > NAME_LONGEST) {
        DIAG(d, new->place, MINISTRY_NAME, new->acronym, text_number(d->arena, NAME_LONGEST));
        return false;
    }
    if (new->from > new->to) {
        DIAG(d, new->place, MINISTRY_DATES, new->acronym);
        return false;
    }
    for (size_t i = 0; i < m->n; i++) {
        if (!overlap(&m->at[i], new)) continue;
        DIAG(d, new->place, MINISTRY_OVERLAP, new->acronym,
             text_number(d->arena, m->at[i].place.line));
        return false;
    }
    return true;
}

/* A keyboard has one apostrophe, which is not the one that is printed. */
static struct text with_apostrophes(struct arena *a, struct text name) {
    struct build b = {.arena = a};
    for (size_t i = 0; i < name.n; i++) {
        if (name.at[i] == '\'') build_text(&b, T("’"));
        else build_char(&b, name.at[i]);
    }
    return build_done(&b);
}

bool ministries_read(struct arena *a, struct diags *d, struct text path, struct ministries *out) {
    struct text bytes;
    bool ok = true;
    *out = (struct ministries){.file = path};
    if (!file_read(a, d, path, YAML_CAP, &bytes)) return false;
    const struct yaml *root = yaml_read(a, d, path, bytes);
    if (!root || !yaml_is(d, root, YAML_LIST)) return false;
    for (const struct yaml *node = root->first; node; node = node->next) {
        struct ministry new = {.precedence = PRECEDENCE_LAST,
                               .from = DATE_OPEN_PAST,
                               .to = DATE_OPEN_FUTURE,
                               .place = node->place};
        if (yaml_fill(d, node, keys, sizeof keys / sizeof *keys, &new) && entry_fine(d, out, &new)) {
            new.name = with_apostrophes(a, new.name);
            arena_push(a, out, new);
        } else {
            ok = false;
        }
    }
    return ok;
}

const struct ministry *ministries_find(const struct ministries *m, struct text acronym, date day) {
    for (size_t i = 0; i < m->n; i++)
        if (text_equal(m->at[i].acronym, acronym) && m->at[i].from <= day && day <= m->at[i].to)
            return &m->at[i];
    return NULL;
}

const struct ministry *ministries_known(const struct ministries *m, struct text acronym) {
    const struct ministry *found = NULL;
    for (size_t i = 0; i < m->n; i++)
        if (text_equal(m->at[i].acronym, acronym) && (!found || m->at[i].to > found->to))
            found = &m->at[i];
    return found;
}

struct text ministries_near(struct arena scratch, const struct ministries *m, struct text word,
                            date day) {
    struct text *known = arena_new(&scratch, struct text, m->n);
    size_t n = 0;
    for (size_t i = 0; i < m->n; i++)
        if (m->at[i].from <= day && day <= m->at[i].to) known[n++] = m->at[i].acronym;
    return nearest_of(word, known, n);
}

const struct ministry *ministries_name(struct arena *a, struct diags *d,
                                       const struct ministries *m, struct text acronym, date day,
                                       struct place place) {
    const struct ministry *found = ministries_find(m, acronym, day);
    if (found) return found;
    const struct ministry *known = ministries_known(m, acronym);
    struct text near = ministries_near(*a, m, acronym, day);
    struct build on = {.arena = d->arena};
    date_print_iso(&on, day);
    if (known)
        DIAG(d, place, ACRONYM_NOT_THEN, acronym, build_done(&on), m->file,
             text_number(d->arena, known->place.line));
    else if (near.n) DIAG(d, place, ACRONYM_UNKNOWN_NEAR, acronym, m->file, build_done(&on), near);
    else DIAG(d, place, ACRONYM_UNKNOWN, acronym, m->file, build_done(&on));
    return NULL;
}

bool ministry_says_itself(const struct ministry *m) {
    size_t n = m->acronym.n;
    for (size_t i = 0; i < n; i++)
        if (i == m->name.n || unicode_to_upper((unsigned char)m->name.at[i]) !=
                                  (unsigned char)m->acronym.at[i])
            return false;
    return n == m->name.n || !unicode_letter(utf8_next(m->name, &n));
}

struct text ministry_heading(struct arena *a, const struct ministry *m) {
    return ministry_says_itself(m) ? m->name : TEXT_JOIN(a, m->name, T(" "), m->acronym);
}

void ministry_print(struct build *b, const struct ministry *m) {
    build_text(b, T("- acronym: "));
    build_text(b, m->acronym);
    build_text(b, T("\n  name: "));
    build_quoted(b, m->name);
    if (m->precedence != PRECEDENCE_LAST) {
        build_text(b, T("\n  precedence: "));
        build_int(b, m->precedence);
    }
    if (m->from != DATE_OPEN_PAST) {
        build_text(b, T("\n  from: "));
        date_print_iso(b, m->from);
    }
    if (m->to != DATE_OPEN_FUTURE) {
        build_text(b, T("\n  to: "));
        date_print_iso(b, m->to);
    }
    if (m->source.n) {
        build_text(b, T("\n  source: "));
        build_quoted(b, m->source);
    }
    build_char(b, '\n');
}

bool ministries_add(struct arena *a, struct diags *d, const struct ministries *m,
                    const struct ministry *new) {
    struct text bytes;
    if (!entry_fine(d, m, new) || !file_read(a, d, m->file, YAML_CAP, &bytes)) return false;
    struct build b = {.arena = a};
    build_text(&b, bytes);
    if (bytes.n && bytes.at[bytes.n - 1] != '\n') build_char(&b, '\n');
    ministry_print(&b, new);
    struct diags wrong = diags_make(d->arena);
    if (files_put(&wrong, &(struct output){m->file, build_done(&b)}, 1, true, false)) return true;
    if (wrong.at[0].message == OUTPUT_DENIED)
        DIAG0(d, ((struct place){.file = m->file}), MINISTRIES_DENIED); /* there is no -o here */
    else diags_merge(d, &wrong);
    return false;
}
