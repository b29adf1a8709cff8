/* Tables of separated values: cells, their places, and every refusal. */
#include "base/csv.h"

#include "check.h"

/* The table as text: each cell in brackets, with its place before it; «!» before a faulty row. */
static struct text shown(struct arena *a, const struct csv *csv) {
    struct build b = {.arena = a};
    for (size_t i = 0; i < csv->n; i++) {
        const struct csv_row *row = &csv->at[i];
        if (row->faulty) build_char(&b, '!');
        for (size_t k = 0; k < row->n; k++) {
            build_int(&b, row->at[k].place.line);
            build_char(&b, '.');
            build_int(&b, row->at[k].place.col);
            build_char(&b, '[');
            build_text(&b, row->at[k].text);
            build_char(&b, ']');
        }
        build_char(&b, '|');
    }
    return build_done(&b);
}

/* What is read of `file`, and what is said of it. */
static void reads(struct arena a, struct text file, const char *table, const char *said) {
    struct diags d = diags_make(&a);
    struct csv csv;
    bool fine = csv_read(&a, &d, T("t.csv"), file, &csv);
    CHECK_TEXT(shown(&a, &csv), table);
    CHECK_TEXT(check_diags(&d), said);
    CHECK(fine == !*said);
}

#define UNCLOSED                                                                                   \
    "error: the quotation mark that opens this cell is not closed within 32767 bytes; close it, "  \
    "or write it twice [csv-quote]\n"

static void reads_what_spreadsheets_write(struct arena a) {
    reads(a, T(""), "", "");
    reads(a, T("\r\n\n"), "", "");
    reads(a, T("a,b\nc,d\n"), "1.1[a]1.3[b]|2.1[c]2.3[d]|", "");
    reads(a, T("a,b\r\nc,d"), "1.1[a]1.3[b]|2.1[c]2.3[d]|", "");
    reads(a, T("\xEF\xBB\xBF" "a;b,c;d\n1;2;3"), "1.1[a]1.3[b,c]1.7[d]|2.1[1]2.3[2]2.5[3]|", "");
    reads(a, T("a,b\n,\n"), "1.1[a]1.3[b]|2.1[]2.2[]|", "");
    reads(a, T("a\n\n\nb"), "1.1[a]|4.1[b]|", "");
    reads(a, T(" a ,\tb\n"), "1.1[ a ]1.5[\tb]|", "");
    reads(a, T("é,ŋ,x"), "1.1[é]1.3[ŋ]1.5[x]|", "");
    reads(a, T("a\rb,c\r"), "1.1[a\rb]1.5[c]|", "");
}

static void reads_quotes(struct arena a) {
    reads(a, T("\"a,b\",\"\"\n"), "1.1[a,b]1.7[]|", "");
    reads(a, T("\"a \"\"b\"\"\";c;d\r\n"), "1.1[a \"b\"]1.11[c]1.13[d]|", "");
    reads(a, T("\"a\r\nb\",c\n1,2"), "1.1[a\nb]2.4[c]|3.1[1]3.3[2]|", "");
    reads(a, T("\"a\rb\",c"), "1.1[a\rb]1.7[c]|", "");
    reads(a, T("\"a\"\r"), "1.1[a]|", "");
    reads(a, T("\";;;\",a\n"), "1.1[;;;]1.7[a]|", "");
}

static void refuses_faults_and_goes_on(struct arena a) {
    reads(a, T("a,\"b\nc,d\n"), "!1.1[a]|2.1[c]2.3[d]|", "t.csv:1:3: " UNCLOSED);
    reads(a, T("a,\"b\"\""), "!1.1[a]|", "t.csv:1:3: " UNCLOSED);
    reads(a, T("a,\"b\" x\nc,d"), "!1.1[a]|2.1[c]2.3[d]|",
          "t.csv:1:6: error: this stands behind the quotation mark that closes the cell; put it "
          "inside, and write a mark that belongs to the text twice [csv-quote]\n");
    reads(a, T("a,b\"c\nd,e"), "!1.1[a]|2.1[d]2.3[e]|",
          "t.csv:1:4: error: a quotation mark stands inside this cell; put the whole cell in "
          "marks, and write this one twice [csv-quote]\n");
    reads(a, T("a,b\n1\n2,3\n4,5,6\n"), "1.1[a]1.3[b]|!2.1[1]|3.1[2]3.3[3]|!4.1[4]4.3[5]4.5[6]|",
          "t.csv:2: error: this row has 1 cells, and the first row 2; put a cell with a comma, "
          "semicolon or line end in quotation marks [csv-width]\n"
          "t.csv:4: error: this row has 3 cells, and the first row 2; put a cell with a comma, "
          "semicolon or line end in quotation marks [csv-width]\n");
}

/* `n` times `what`, then `end`. */
static struct text times(struct arena *a, size_t n, struct text what, struct text end) {
    struct build b = {.arena = a};
    while (n--) build_text(&b, what);
    build_text(&b, end);
    return build_done(&b);
}

/* The last complaint about the file, and how many rows were read. */
static void refuses(struct arena a, struct text file, size_t rows, const char *last) {
    struct diags d = diags_make(&a);
    struct csv csv;
    CHECK(!csv_read(&a, &d, T("t.csv"), file, &csv));
    CHECK(csv.n == rows);
    CHECK(d.n && text_ends(check_diags(&d), text_of(last)));
}

static void caps(struct arena a) {
    struct diags d = diags_make(&a);
    struct csv csv;
    CHECK(csv_read(&a, &d, T("t"), times(&a, CSV_CELL, T("x"), T("\n1")), &csv) && csv.n == 2);
    CHECK(csv_read(&a, &d, T("t"), times(&a, CSV_COLUMNS - 1, T(","), T("")), &csv));
    CHECK(csv.at[0].n == CSV_COLUMNS);
    refuses(a, times(&a, CSV_CELL + 1, T("x"), T("\n1")), 2,
            "t.csv:1:1: error: this cell is longer than 32767 bytes, the most that is read; is a "
            "line end missing? [csv-cell-long]\n");
    refuses(a, times(&a, CSV_COLUMNS, T(","), T("\n1")), 2,
            "t.csv:1:257: error: this row has more than 256 cells, the most that are read "
            "[csv-too-large]\n");
    refuses(a, times(&a, CSV_FAULTS + 9, T("x\"\n"), T("1")), CSV_FAULTS,
            "t.csv:101:1: error: 100 rows are wrong; the rest of the table was not read "
            "[csv-too-many-faults]\n");
}

int main(void) {
    struct arena a = check_arena();
    reads_what_spreadsheets_write(a);
    reads_quotes(a);
    refuses_faults_and_goes_on(a);
    caps(a);
    return check_done();
}
