/* Only French texts are corrected; the edition that came is not changed. */
#include "french.h"

int main(void) {
    struct arena a = check_arena();
    struct span paragraph = {.text = T("a; b")};
    struct block block = {.spans = &paragraph, .nspans = 1};
    struct communique list[] = {
        {.lang = T("fr"), .title = {.text = T("Mali: a")}, .blocks = &block, .nblocks = 1},
        {.lang = T("bm"), .title = {.text = T("Mali: a")}, .blocks = &block, .nblocks = 1},
    };
    struct edition e = {.at = list, .n = 2, .number = 7};
    struct edition set = french_set(&a, &e);
    CHECK(set.n == 2 && set.number == 7);
    CHECK_TEXT(set.at[0].title.text, "Mali\u00a0: a");
    CHECK_TEXT(set.at[0].blocks[0].spans[0].text, "a\u202f; b");
    CHECK(set.at[0].blocks[0].spans[0].ncorrections == 1);
    CHECK_TEXT(set.at[1].title.text, "Mali: a");
    CHECK_TEXT(set.at[1].blocks[0].spans[0].text, "a; b");
    CHECK_TEXT(list[0].title.text, "Mali: a");
    CHECK_TEXT(paragraph.text, "a; b");
    return check_done();
}
