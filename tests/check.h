/* What unit tests share. A test is a program: it says what is wrong, and ends with status 1 if
 * anything was. */
#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H

#include "base/diag.h"

#include <stdio.h>
#include <string.h>

static int check_failures;

#define CHECK(condition)                                                                           \
    ((condition) ? (void)0                                                                         \
                 : (void)(printf("%s:%d: %s\n", __FILE__, __LINE__, #condition), check_failures++))

/* Texts that must be the same; prints both where they are not. */
#define CHECK_TEXT(got, want) check_text(__FILE__, __LINE__, (got), text_of(want))

static inline void check_text(const char *file, int line, struct text got, struct text want) {
    if (text_equal(got, want)) return;
    printf("%s:%d: got  %.*s\n%s:%d: want %.*s\n", file, line, (int)got.n, got.at, file, line,
           (int)want.n, want.at);
    check_failures++;
}

/* Memory for a test, full of 0x55 where nothing was written, so that whoever relies on zeros shows. */
static inline struct arena check_arena(void) {
    struct arena a = arena_open(1 << 26);
    memset(a.base, 0x55, 1 << 20);
    return a;
}

/* All complaints in English. */
static inline struct text check_diags(const struct diags *d) {
    struct build b = {.arena = d->arena};
    diags_print(d, LANG_EN, &b);
    return build_done(&b);
}

static inline int check_done(void) {
    return check_failures != 0;
}

#endif
