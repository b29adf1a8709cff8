/* An answer comes over as it was said; one that is cut, changed or of another version is none, and
 * adds nothing. */
#include "base/relay.h"
#include "check.h"

int main(void) {
    struct arena a = check_arena();
    struct diags said = diags_make(&a), heard = diags_make(&a);
    struct build answer = {.arena = &a};
    struct text result;
    DIAG(&said, ((struct place){T("a\n1:b.pdf"), 3, 4}), SIGN_NO_ROOM, T("12"), T("3:4"));
    DIAG0(&said, ((struct place){.file = T("é.pem")}), KEY_NONE);
    relay_print(&answer, &said, T("one\0two"));
    struct text whole = build_done(&answer);

    CHECK(relay_read(&heard, whole, &result));
    CHECK(text_equal(result, T("one\0two")));
    CHECK(heard.n == 2 && heard.worst == LEVEL_ERROR);
    CHECK(text_equal(check_diags(&heard), check_diags(&said)));

    struct diags none = diags_make(&a);
    for (size_t n = 0; n < whole.n; n++) CHECK(!relay_read(&none, text_part(whole, 0, n), &result));
    CHECK(!relay_read(&none, TEXT_JOIN(&a, whole, T("x")), &result));
    CHECK(!relay_read(&none, T("11:griot 0.0.0" "1:0" "0:"), &result));
    char *changed = text_z(&a, whole);
    changed[text_find(whole, T("KEY_NONE"))] = 'X';
    CHECK(!relay_read(&none, (struct text){changed, whole.n}, &result));
    CHECK(none.n == 0 && none.worst == LEVEL_NONE);

    /* no complaint, an empty result */
    struct build quiet = {.arena = &a};
    relay_print(&quiet, &none, (struct text){0});
    CHECK(relay_read(&none, build_done(&quiet), &result) && !result.n && diags_fine(&none));
    return check_done();
}
