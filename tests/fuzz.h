/* What fuzz targets share. A target is tests/fuzz/NAME.c with the function below; its corpus is
 * tests/fuzz/NAME/. `make check` links it with replay.c and runs it over the corpus; `make fuzz`
 * links it with libFuzzer. What must hold of a result is an assert. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include "base/diag.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* A target's memory, the same for each input: opening one costs more than most inputs. */
static inline struct arena fuzz_arena(void) {
    static struct arena a;
    if (!a.base) a = arena_open(64 << 20);
    return a;
}

/* All complaints in both languages and as JSON, as they may be printed. */
static inline void fuzz_print(const struct diags *d) {
    struct build b = {.arena = d->arena};
    diags_print(d, LANG_EN, &b);
    diags_print(d, LANG_FR, &b);
    diags_print_json(d, &b);
    struct text said = build_done(&b);
    for (size_t i = 0; i < said.n;) assert(utf8_next(said, &i) != UTF8_BAD);
}

#endif
