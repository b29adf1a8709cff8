/* Any bytes as a table: cells that lie where their places say, or complaints. */
#include "fuzz.h"

#include "base/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a);
    struct csv csv;
    struct place last = {.line = 0};
    bool fine = csv_read(&a, &d, T("x.csv"), (struct text){(const char *)bytes, n}, &csv);
    assert(fine == diags_fine(&d));
    for (size_t i = 0; i < csv.n; i++) {
        const struct csv_row *row = &csv.at[i];
        assert(row->n <= CSV_COLUMNS && (row->n || row->faulty));
        assert(row->faulty || csv.at[0].faulty || row->n == csv.at[0].n);
        for (size_t k = 0; k < row->n; k++) {
            struct place p = row->at[k].place;
            assert(row->at[k].text.n <= CSV_CELL);
            assert(p.line > last.line || (p.line == last.line && p.col > last.col));
            last = p;
        }
    }
    fuzz_print(&d);
    return 0;
}
