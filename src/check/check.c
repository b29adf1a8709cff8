/* See check.h. */
#include "check/check.h"

#include "base/json.h"
#include "check/acronyms.h"
#include "check/days.h"
#include "check/letters.h"
#include "check/likeness.h"
#include "check/names.h"
#include "check/offices.h"
#include "check/orthography.h"
#include "check/signs.h"
#include "check/twins.h"
#include "edition/yaml.h"

#include <assert.h>
#include <stdlib.h>

/* Of each rule, one of its messages, whose code is the rule's id and whose level is its own; and
 * why it is. */
static const struct {
    enum message message, why;
} rules[] = {
    [RULE_WEEKDAY] = {CHECK_WEEKDAY, WHY_WEEKDAY},
    [RULE_NO_SUCH_DAY] = {CHECK_NO_SUCH_DAY, WHY_NO_SUCH_DAY},
    [RULE_THIS_DAY] = {CHECK_DAY_OLD, WHY_THIS_DAY},
    [RULE_MINISTRY_PAST] = {CHECK_MINISTRY_PAST, WHY_MINISTRY_PAST},
    [RULE_MINISTRY_UNKNOWN] = {CHECK_MINISTRY_UNKNOWN, WHY_MINISTRY_UNKNOWN},
    [RULE_NAME_SPELLING] = {CHECK_NAME_SPELLING, WHY_NAME_SPELLING},
    [RULE_NAME_ARCHIVE] = {CHECK_NAME_ARCHIVE, WHY_NAME_ARCHIVE},
    [RULE_NAME_CUT] = {CHECK_NAME_CUT, WHY_NAME_CUT},
    [RULE_TWO_SPELLINGS] = {CHECK_TWO_SPELLINGS, WHY_TWO_SPELLINGS},
    [RULE_UNBALANCED] = {CHECK_UNBALANCED, WHY_UNBALANCED},
    [RULE_ENGLISH_QUOTES] = {CHECK_ENGLISH_QUOTES, WHY_ENGLISH_QUOTES},
    [RULE_CAPITAL_ACCENT] = {CHECK_CAPITAL_ACCENT, WHY_CAPITAL_ACCENT},
    [RULE_LIGATURE] = {CHECK_LIGATURE, WHY_LIGATURE},
    [RULE_INVERSION] = {CHECK_INVERSION, WHY_INVERSION},
    [RULE_SENTENCE_CAPITAL] = {CHECK_SENTENCE_CAPITAL, WHY_SENTENCE_CAPITAL},
    [RULE_HOUR] = {CHECK_HOUR, WHY_HOUR},
    [RULE_ORDINAL] = {CHECK_ORDINAL, WHY_ORDINAL},
    [RULE_DOUBLED_WORD] = {CHECK_DOUBLED_WORD, WHY_DOUBLED_WORD},
    [RULE_DOUBLED_SPACE] = {CHECK_DOUBLED_SPACE, WHY_DOUBLED_SPACE},
    [RULE_ACRONYM] = {CHECK_ACRONYM, WHY_ACRONYM},
    [RULE_TITLE_POINT] = {CHECK_TITLE_POINT, WHY_TITLE_POINT},
    [RULE_TITLE_CAPITALS] = {CHECK_TITLE_CAPITALS, WHY_TITLE_CAPITALS},
    [RULE_ENUMERATION] = {CHECK_ENUMERATION_POINT, WHY_ENUMERATION},
    [RULE_LETTER] = {CHECK_LETTER, WHY_LETTER},
    [RULE_NEAR_COPY] = {CHECK_NEAR_COPY, WHY_NEAR_COPY},
    [RULE_SPELLING] = {CHECK_SPELLING, WHY_SPELLING},
};
static_assert(sizeof rules / sizeof *rules == RULE__MAX, "a row for each rule");

struct text rule_id(enum rule r) {
    return message_code(rules[r].message);
}

enum level rule_level(enum rule r) {
    return message_level(rules[r].message);
}

enum message rule_why(enum rule r) {
    return rules[r].why;
}

static const char *const level_words[] = {"off", "note", "warning", "error"};
static const size_t nlevels = sizeof level_words / sizeof *level_words;

struct text rule_level_word(enum level l) {
    assert((size_t)l < nlevels);
    return text_of(level_words[l]);
}

bool check_levels(struct diags *d, const struct yaml *map, enum level levels[RULE__MAX]) {
    struct yaml_key keys[RULE__MAX];
    const struct yaml *given[RULE__MAX] = {0};
    for (int r = 0; r < RULE__MAX; r++) {
        levels[r] = rule_level((enum rule)r);
        keys[r] = (struct yaml_key){rule_id((enum rule)r).at, YAML_NODE,
                                    (size_t)r * sizeof *given, false};
    }
    if (!map) return true;
    bool fine = yaml_is(d, map, YAML_MAP) && yaml_fill(d, map, keys, RULE__MAX, given);
    for (int r = 0; r < RULE__MAX; r++) {
        int word = given[r] ? yaml_choice(d, given[r], level_words, nlevels) : (int)levels[r];
        fine &= word >= 0;
        if (word >= 0) levels[r] = (enum level)word;
    }
    return fine;
}

void check_edition(struct checking *k) {
    static void (*const files[])(struct checking *) = {
        days_check, offices_check, names_check, signs_check, orthography_check, twins_check,
        acronyms_check, letters_check, likeness_check};
    k->stretches = stretches_of(k->a, k->edition);
    for (size_t i = 0; i < k->npast; i++) {
        struct stretch p = stretch_make(k->a, k->past[i].text);
        p.from = k->past[i].edition;
        arena_push(k->a, &k->kept, p);
    }
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) files[i](k);
}

/* --- what was found --- */

/* A finding with the file's number and its own, for sorting. */
struct ranked {
    struct finding finding;
    size_t file, came;
};

static int ranked_order(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    const struct place *p = &x->finding.place, *q = &y->finding.place;
    if (x->file != y->file) return x->file < y->file ? -1 : 1;
    if (p->line != q->line) return p->line < q->line ? -1 : 1;
    if (p->col != q->col) return p->col < q->col ? -1 : 1;
    return x->came < y->came ? -1 : 1;
}

void check_sort(struct arena *a, struct findings *f) {
    struct arena scratch = *a;
    struct ranked *r = arena_new(&scratch, struct ranked, f->n);
    for (size_t i = 0; i < f->n; i++) {
        size_t file = 0;
        while (!text_equal(f->at[file].place.file, f->at[i].place.file)) file++;
        r[i] = (struct ranked){f->at[i], file, i};
    }
    qsort(r, f->n, sizeof *r, ranked_order);
    for (size_t i = 0; i < f->n; i++) f->at[i] = r[i].finding;
}

void check_tell(struct diags *d, const struct findings *f) {
    for (size_t i = 0; i < f->n; i++) {
        const struct finding *x = &f->at[i];
        struct text args[] = {x->words, x->proposal, x->more[0], x->more[1]};
        diags_add_at(d, x->level, x->place, x->message, args, DIAG_ARGS);
    }
}

void check_print_json(struct build *b, const struct findings *f) {
    for (size_t i = 0; i < f->n; i++) {
        const struct finding *x = &f->at[i];
        build_char(b, '{');
        json_text(b, "rule", rule_id(x->rule));
        json_text(b, "level", level_word(x->level));
        json_text(b, "file", x->place.file);
        json_number(b, "line", x->place.line);
        json_number(b, "col", x->place.col);
        json_text(b, "words", x->words);
        json_optional(b, "proposal", x->proposal);
        json_bool(b, "sure", finding_sure(x));
        build_text(b, T("}\n"));
    }
}

void check_print_rules(struct build *b, const enum level levels[RULE__MAX], enum lang lang) {
    for (int r = 0; r < RULE__MAX; r++) {
        struct text id = rule_id((enum rule)r), level = rule_level_word(levels[r]);
        build_text(b, id);
        for (size_t i = id.n; i < 18; i++) build_char(b, ' ');
        build_text(b, level);
        for (size_t i = level.n; i < 9; i++) build_char(b, ' ');
        message_print(b, rule_why((enum rule)r), lang, NULL);
        build_char(b, '\n');
    }
}
