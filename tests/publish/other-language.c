/* A communiqué in another language than the page says so, in the contents and where it stands, and
 * may run the other way; one in the page's says nothing. */
#include "check.h"
#include "edition/ministries.h"
#include "publish/twin.h"

static size_t times(struct text t, struct text what) {
    size_t n = 0;
    for (size_t i; (i = text_find(t, what)) < t.n; n++) t = text_after(t, i + 1);
    return n;
}

int main(void) {
    struct arena a = check_arena();
    struct ministry m = {.acronym = T("MSDS"), .name = T("Ministère de la Santé")};
    struct span title = {.text = T("Titre")}, body = {.text = T("Corps.")};
    struct block block = {.spans = &body, .nspans = 1};
    struct communique two[] = {
        {.title = title, .issuer = &m, .lang = T("fr"), .blocks = &block, .nblocks = 1},
        {.title = title, .issuer = &m, .lang = T("ar"), .blocks = &block, .nblocks = 1},
    };
    struct edition e = {.number = 1, .at = two, .n = 2};
    struct newsroom n = {.publisher = T("P"), .title = T("B"), .lang = LANG_FR};
    struct twin_facts facts = {.program = T("griot")};
    struct text page = twin_html(&a, &e, &n, &facts);
    CHECK(times(page, T("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"fr\">\n")) == 1);
    CHECK(times(page, T("<li><a href=\"#c2\" lang=\"ar\" dir=\"auto\">Titre</a></li>\n")) == 1);
    CHECK(times(page, T("<article id=\"c2\" lang=\"ar\" dir=\"auto\">\n<h3>Titre</h3>\n")) == 1);
    CHECK(times(page, T("<article id=\"c1\">\n")) == 1);
    CHECK(times(page, T(" lang=")) == 3);
    return check_done();
}
