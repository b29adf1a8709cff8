/* Text of a stranger's file is made clean, and properties are found in XMP in both their forms. */
#include "inspect/facts.h"
#include "check.h"

static void cleaning(struct arena *a) {
    CHECK_TEXT(facts_clean(a, T("été n°\u00a0329 — ɛ")), "été n°\u00a0329 — ɛ");
    CHECK_TEXT(facts_clean(a, T("a\x1B[2J\n\x7F" "b\0c")), "a\uFFFD[2J\uFFFD\uFFFD" "b\uFFFDc");
    CHECK_TEXT(facts_clean(a, T("\xFFx\xC3")), "\uFFFDx\uFFFD");
    CHECK_TEXT(facts_clean(a, T("fdp\u202Ecod\u2066\u2028.")), "fdp\uFFFDcod\uFFFD\uFFFD.");
    char *large = arena_new(a, char, 100000);
    memset(large, 'x', 100000);
    CHECK(facts_clean(a, (struct text){large, 100000}).n == FACT_CAP);
}

static void finding(void) {
    CHECK_TEXT(facts_xmp(T("<pdfaid:part>3</pdfaid:part>"), T("pdfaid:part")), "3");
    CHECK_TEXT(facts_xmp(T("<x pdfaid:part = '2'/>"), T("pdfaid:part")), "2");
    CHECK_TEXT(facts_xmp(T("<x pdfaid:part=\"1\"/>"), T("pdfaid:part")), "1");
    CHECK_TEXT(facts_xmp(T("<g:date> 2025-11-25 </g:date>"), T("g:date")), "2025-11-25");
    /* what only looks alike is passed over */
    CHECK_TEXT(facts_xmp(T("pdfaid:part <pdfaid:part>3<"), T("pdfaid:part")), "3");
    CHECK_TEXT(facts_xmp(T("<pdfaid:part>&lt;</pdfaid:part>"), T("pdfaid:part")), "");
    CHECK_TEXT(facts_xmp(T("<pdfaid:part>12345678901234567<"), T("pdfaid:part")), "");
    CHECK_TEXT(facts_xmp(T("<pdfuaid:part>1<"), T("pdfaid:part")), "");
    CHECK_TEXT(facts_xmp(T("x pdfaid:part="), T("pdfaid:part")), "");
    CHECK_TEXT(facts_xmp(T(""), T("pdfaid:part")), "");
}

int main(void) {
    struct arena a = check_arena();
    cleaning(&a);
    finding();
    return check_done();
}
