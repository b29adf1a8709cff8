/* What the rules find, and what they look at. Each file of rules has one function over a struct
 * checking; check.h runs them all. */
#ifndef CHECK_FINDING_H
#define CHECK_FINDING_H

#include "check/stretch.h"
#include "edition/ministries.h"

enum rule {
    RULE_WEEKDAY,
    RULE_NO_SUCH_DAY,
    RULE_THIS_DAY,
    RULE_MINISTRY_PAST,
    RULE_MINISTRY_UNKNOWN,
    RULE_NAME_SPELLING,
    RULE_NAME_ARCHIVE,
    RULE_NAME_CUT,
    RULE_TWO_SPELLINGS,
    RULE_UNBALANCED,
    RULE_ENGLISH_QUOTES,
    RULE_CAPITAL_ACCENT,
    RULE_LIGATURE,
    RULE_INVERSION,
    RULE_SENTENCE_CAPITAL,
    RULE_HOUR,
    RULE_ORDINAL,
    RULE_DOUBLED_WORD,
    RULE_DOUBLED_SPACE,
    RULE_ACRONYM,
    RULE_TITLE_POINT,
    RULE_TITLE_CAPITALS,
    RULE_ENUMERATION,
    RULE_LETTER,
    RULE_NEAR_COPY,
    RULE_SPELLING,
    RULE__MAX
};

struct finding {
    enum rule rule;
    enum message message;
    enum level level;
    struct place place;
    struct text words;    /* in question, as they stand at the place; {1} of the message */
    struct text proposal; /* what to put there instead; {2}; empty: there is none */
    struct text more[2];  /* {3} and {4} */
    struct text choices;  /* where it is a guess: all that may be meant, each behind a tab */
};

struct findings {
    struct finding *at;
    size_t n, cap;
};

/* A communiqué of an earlier edition that is kept. */
struct past {
    struct text edition; /* its name */
    struct text title, text;
};

struct checking {
    struct arena *a;
    const struct edition *edition;
    const struct ministries *ministries;
    struct stretches stretches; /* of the edition */
    const struct past *past;
    size_t npast;
    struct stretches kept;     /* of `past`, one each */
    const enum level *levels; /* of each rule; LEVEL_NONE: it is off */
    struct findings out;
};

/* Whether any of the rule's findings is wanted. */
bool rule_on(const struct checking *k, enum rule r);

/* Adds a finding on the words [at, at + words.n) of the stretch; none where the rule is off, or where
 * another proposes the same: then NULL is returned, else the finding. */
void finding_add(struct checking *k, enum rule r, enum message m, const struct stretch *p, size_t at,
                 struct text words, struct text proposal);
struct finding *finding_add_more(struct checking *k, enum rule r, enum message m, const struct stretch *p,
                                 size_t at, struct text words, struct text proposal, struct text three,
                                 struct text four);

/* The same of a spelling that another says is wrong, which it may be itself: unless `known`, the proposal is a
 * guess. */
void finding_add_guess(struct checking *k, enum rule r, enum message m, const struct stretch *p, size_t at,
                       struct text words, struct text proposal, struct text three, bool known);

/* Whether a list of fixes may apply the proposal though nobody went through it. */
bool finding_sure(const struct finding *f);

#endif
