/* griot-spell: looks words up in a dictionary, for griot check.
 *
 *   griot-spell AFF DIC
 *
 * The words stand on standard input, a line each. The answer (base/relay.h) holds what speller_ask
 * says of them. */
#include "base/file.h"
#include "base/process.h"
#include "base/relay.h"
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

int main(int argc, char **argv) {
    struct arena arena = arena_open((size_t)1 << 29);
    struct diags d = diags_make(&arena);
    struct text answer = {0};
    int status = 2;
    if (argc == WORDS) {
        process_limit(MEMORY_MAX, SECONDS_MAX);
        speller_ask(&arena, &d, text_of(argv[1]), text_of(argv[2]), read_words(&arena), &answer);
        status = relay_finish(&d, answer);
    } else {
        file_write_all(STDERR_FILENO, T("griot-spell is run by griot check\n"));
    }
    arena_close(&arena);
    return status;
}
