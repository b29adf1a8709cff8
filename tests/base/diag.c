/* Complaints: in the order of places, once each, the worst decides, the rest is counted; nothing
 * that is shown can move a cursor or fake a line. */
#include "base/diag.h"
#include "check.h"

static struct place at(const char *file, int line, int col) {
    return (struct place){text_of(file), line, col};
}

static void order(struct arena a) {
    struct diags d = diags_make(&a);
    DIAG(&d, at("b.txt", 9, 1), TITLE_WITHOUT_BODY, T("third"));
    DIAG(&d, at("a.txt", 1, 1), TITLE_WITHOUT_BODY, T("last"));
    DIAG(&d, at("b.txt", 2, 7), TITLE_WITHOUT_BODY, T("second"));
    DIAG0(&d, at("b.txt", 0, 0), FOLDER_EMPTY);
    DIAG(&d, at("b.txt", 2, 7), TITLE_WITHOUT_BODY, T("second"));
    CHECK_TEXT(check_diags(&d),
               "b.txt: error: the folder has no source; put texts (.txt, .md), Word files (.docx) "
               "or letters (.eml) into it [folder-empty]\n"
               "b.txt:2:7: error: no text follows the title “second” [title-without-body]\n"
               "b.txt:9:1: error: no text follows the title “third” [title-without-body]\n"
               "a.txt:1:1: error: no text follows the title “last” [title-without-body]\n");
}

static void worst(struct arena a) {
    struct diags d = diags_make(&a);
    CHECK(diags_fine(&d) && diags_status(&d) == 0);
    DIAG(&d, at("", 0, 0), LINE_LOOSE, T("x"));
    CHECK(diags_fine(&d) && diags_status(&d) == 0);
    DIAG0(&d, at("", 0, 0), NO_DATE);
    CHECK(!diags_fine(&d) && diags_status(&d) == 1);
    DIAG0(&d, at("", 0, 0), USAGE_NO_SOURCE);
    CHECK(diags_status(&d) == 2);
    DIAG0(&d, at("", 0, 0), DISK_FULL);
    DIAG0(&d, at("x", 0, 0), NO_DATE);
    CHECK(diags_status(&d) == 3);
}

static void hostile(struct arena a) {
    struct diags d = diags_make(&a);
    DIAG(&d, at("a\x1b[2J\n\xff.txt", 1, 1), TITLE_WITHOUT_BODY, T("x\ny: error: \xc2\x9b" "7m"));
    CHECK_TEXT(check_diags(&d), "a�[2J��.txt:1:1: error: no text follows the title “x�y: error: �7m” "
                                "[title-without-body]\n");
    struct build b = {.arena = &a};
    diags_print_json(&d, &b);
    CHECK_TEXT(build_done(&b), "{\"code\":\"title-without-body\",\"level\":\"error\","
                               "\"file\":\"a�[2J��.txt\",\"line\":1,\"col\":1,"
                               "\"args\":[\"x�y: error: �7m\"]}\n");
}

static void many(struct arena a) {
    struct diags d = diags_make(&a);
    for (int i = 0; i < DIAGS_KEPT + 7; i++) DIAG0(&d, at("x", i + 1, 1), FOLDER_EMPTY);
    DIAG0(&d, at("x", 1, 1), DISK_FULL);
    struct text said = check_diags(&d);
    CHECK(d.n == DIAGS_KEPT && diags_status(&d) == 3);
    CHECK(text_ends(said, T("\ngriot: note: 8 more complaints are not shown [more-complaints]\n")));
}

/* Lines to paste stand below the code, so that they hold nothing but themselves. */
static void pasted(struct arena a) {
    struct diags d = diags_make(&a);
    DIAG(&d, at("x", 3, 8), ACRONYM_UNKNOWN, T("XYZ"), T("m.yaml"), T("2025-11-25"));
    CHECK_TEXT(check_diags(&d),
               "x:3:8: error: no ministry has the acronym “XYZ” on this day; if it is right, give "
               "these lines its name and add them to m.yaml [unknown-acronym]\n"
               "- acronym: XYZ\n  name: \"…\"\n  from: 2025-11-25\n");
}

int main(void) {
    struct arena a = check_arena();
    order(a);
    worst(a);
    hostile(a);
    many(a);
    pasted(a);
    return check_done();
}
