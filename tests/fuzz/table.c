/* Any bytes as a table of an edition: whole rows whose numbers are numbers, or complaints. */
#include "fuzz.h"

#include "edition/table.h"

static void check_cell(struct text t) {
    size_t whole;
    for (size_t i = 0; i < t.n;) assert(utf8_next(t, &i) != UTF8_BAD);
    if (table_number(t, &whole)) assert(whole <= t.n && t.n);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a);
    struct table t;
    bool fine = table_read(&a, &d, T("x.csv"), (struct text){(const char *)bytes, n}, &t);
    assert(fine == diags_fine(&d));
    if (fine) {
        assert(t.rows > 1 && t.rows <= TABLE_ROWS && t.columns && t.columns <= TABLE_COLUMNS);
        for (size_t r = 0; r < t.rows; r++)
            for (size_t c = 0; c < t.columns; c++) check_cell(table_cell(&t, r, c)->text);
    }
    fuzz_print(&d);
    return 0;
}
