/* Whether a catalogue is sound is asked beside other work: the memory of those who do that is not touched. */
#include "archive/catalogue.h"
#include "base/file.h"
#include "check.h"

enum { FREE = 4096 };

static size_t touched(const char *at) {
    size_t n = 0;
    for (size_t i = 0; i < FREE; i++) n += at[i] != 0x55;
    return n;
}

int main(void) {
    struct arena a = check_arena();
    struct diags d = diags_make(&a);
    struct store s = {.a = &a, .root = folder_temporary(&a, &d), .lock = -1};
    struct catalogue *c = catalogue_open(&s, &d, true);
    CHECK(c);
    memset(a.at, 0x55, FREE);
    CHECK(c && catalogue_sound(c));
    CHECK(!touched(a.at));
    catalogue_close(c);
    folder_remove(s.root);
    CHECK_TEXT(check_diags(&d), "");
    return check_done();
}
