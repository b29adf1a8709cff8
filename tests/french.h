/* What tests of the French pass share: texts are compared with no-break spaces written ~, narrow
 * ones ^, so that a table shows them. */
#ifndef TESTS_FRENCH_H
#define TESTS_FRENCH_H

#include "base/file.h"
#include "check.h"
#include "type/french.h"

#include <stdlib.h>

struct french_case {
    const char *source, *want;
    const char *rules; /* of the records, in order */
};

static inline struct span french_of(struct arena *a, struct text t) {
    return french_span(a, (struct span){.text = t});
}

static inline struct text french_shown(struct arena *a, struct text t) {
    struct build b = {.arena = a};
    for (size_t i = 0; i < t.n;) {
        uint32_t c = utf8_next(t, &i);
        build_code(&b, c == 0xA0 ? '~' : c == 0x202F ? '^' : c);
    }
    return build_done(&b);
}

static inline void french_check(struct arena a, const struct french_case *cases, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct arena scratch = a;
        struct build rules = {.arena = &scratch};
        struct span s = french_of(&scratch, text_of(cases[i].source));
        for (size_t k = 0; k < s.ncorrections; k++) {
            if (k) build_char(&rules, ' ');
            build_text(&rules, text_of(s.corrections[k].rule));
        }
        int failures = check_failures;
        CHECK_TEXT(french_shown(&scratch, s.text), cases[i].want);
        CHECK_TEXT(build_done(&rules), cases[i].rules);
        if (failures != check_failures) printf("  of: %s\n", cases[i].source);
        CHECK(!french_of(&scratch, s.text).ncorrections);
    }
}

static inline struct text french_seed(struct arena *a) {
    struct diags d = diags_make(a);
    struct text seed = {0};
    struct text path = TEXT_JOIN(a, text_of(getenv("TOP")), T("/seeds/2025-11-25.txt"));
    CHECK(file_read(a, &d, path, FILE_CAP, &seed) && seed.n > 10000);
    return seed;
}

/* Line `n` of the seed, counted from 0; false behind the last. */
static inline bool french_seed_line(struct text seed, int n, struct text *line) {
    for (; seed.n; n--) {
        size_t end = text_find(seed, T("\n"));
        *line = text_trim(text_part(seed, 0, end));
        if (!n) return true;
        seed = text_after(seed, end + 1);
    }
    return false;
}

/* A text of up to 14 pieces that rules look at, from a seeded generator (Knuth's MMIX). */
static inline struct text french_random(struct arena *a, uint64_t number) {
    static const char *const pieces[] = {
        " ",    " ",    "  ",     "\t",      "\u00a0", "\u202f", "\u2009", ";",    ":",    "!",
        "?",    ",",    ".",      "..",      "...",    "…",      "'",      "’",    "\"",   "\"",
        "«",    "»",    "“",      "”",       "(",      ")",      "[",      "]",    "–",    "—",
        "-",    "%",    "€",      "°",       "º",      "№",      "n°",     "n",    "N",    "/",
        "\\",   "@",    "&",      "&eacute;", "www.",   "://",    "=",      "_",    "a",    "l",
        "d",    "qu",   "etc",    "etc.",    "h",      "e",      "er",     "Mali", "Le",   "MM.",
        "Mme",  "Dr",   "J.",     "art.",    "§",      "XVIII",  "Henri",  "1",    "25",   "000",
        "2025", "10:30", "novembre", "km",   "pages",  "de",     "é",      "É",    "ŋ",    "\u0301",
        "ⴰ",    "ml",   "pdf",    "$",       "#",      "1er",    "‰"};
    struct build b = {.arena = a};
    uint64_t state = number * 6364136223846793005u + 1442695040888963407u;
    for (size_t n = 1 + (state >> 33) % 14; n; n--) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        build_text(&b, text_of(pieces[(state >> 33) % (sizeof pieces / sizeof *pieces)]));
    }
    return build_done(&b);
}

#endif
