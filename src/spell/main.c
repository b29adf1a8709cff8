/* griot-spell: looks words up in a dictionary, for griot check.
 *
 *   griot-spell AFF DIC
 *   griot-spell --forms AFF DIC
 *
 * The words stand on standard input, a line each. The answer (base/relay.h) holds what speller_ask
 * says of them. With --forms, which `make` runs, all forms of the dictionary's words become a file
 * (base/wordset.h) that spares loading it. */
#include "base/file.h"
#include "base/process.h"
#include "base/relay.h"
#include "spell/forms.h"
#include "spell/speller.h"

#include <unistd.h>

enum { WORDS = 3, MEMORY_MAX = 1000 << 20, SECONDS_MAX = 60, INPUT_CAP = 64 << 20 };

/* All of standard input. */
static struct text read_words(struct arena *a) {
    struct build b = {.arena = a};
    for (;;) {
        char *room = build_room(&b, 1 << 16);
        ssize_t n = read(STDIN_FILENO, room, 1 << 16);
        if (n <= 0 || b.n > INPUT_CAP) return build_done(&b);
        b.n += (size_t)n;
    }
}

static int write_forms(struct arena *a, struct diags *d, struct text aff, struct text dic) {
    struct text affixes, entries;
    if (!file_read(a, d, aff, INPUT_CAP, &affixes) || !file_read(a, d, dic, INPUT_CAP, &entries)) {
        struct build said = {.arena = a};
        diags_print(d, LANG_EN, &said);
        file_write_all(STDERR_FILENO, build_done(&said));
        return diags_status(d);
    }
    struct words forms = forms_of(a, affixes, entries);
    return file_write_all(STDOUT_FILENO, wordset_make(a, &forms)) ? 0 : 3;
}

int main(int argc, char **argv) {
    struct arena arena = arena_open((size_t)1 << 29);
    struct diags d = diags_make(&arena);
    struct text answer = {0};
    int status = 2;
    process_limit(MEMORY_MAX, SECONDS_MAX);
    if (argc == WORDS) {
        speller_ask(&arena, &d, text_of(argv[1]), text_of(argv[2]), read_words(&arena), &answer);
        status = relay_finish(&d, answer);
    } else if (argc == WORDS + 1 && text_equal(text_of(argv[1]), T("--forms"))) {
        status = write_forms(&arena, &d, text_of(argv[2]), text_of(argv[3]));
    } else {
        file_write_all(STDERR_FILENO, T("griot-spell is run by griot check\n"));
    }
    arena_close(&arena);
    return status;
}
