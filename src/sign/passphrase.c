/* See passphrase.h. The terminal itself is opened: standard input and output serve other ends. */
#include "sign/passphrase.h"

#include "base/file.h"

#include <termios.h>
#include <unistd.h>

enum { LINE_CAP = 1024, CONTROL_C = 3 };

/* Control-C ends the line and gives up here; it does not end the program, which would leave what is
 * typed afterwards unseen. */
static bool read_line(struct arena *a, int fd, struct text *out) {
    struct build b = {.arena = a};
    char c;
    while (b.n < LINE_CAP && read(fd, &c, 1) == 1 && c != '\n') {
        if (c == CONTROL_C) return false;
        build_char(&b, c);
    }
    *out = build_done(&b);
    return out->n > 0;
}

bool passphrase_ask(struct arena *a, enum lang lang, struct text file, struct text *out) {
    struct termios before, silent;
    struct build prompt = {.arena = a};
    int fd = file_terminal();
    if (fd < 0) return false;
    message_print(&prompt, PASSPHRASE_PROMPT, lang, &file);
    bool ok = file_write_all(fd, build_done(&prompt)) && !tcgetattr(fd, &before);
    if (ok) {
        silent = before;
        silent.c_cc[VEOL] = CONTROL_C;
        silent.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
        ok = !tcsetattr(fd, TCSAFLUSH, &silent) && read_line(a, fd, out);
        tcsetattr(fd, TCSAFLUSH, &before);
        file_write_all(fd, T("\n"));
    }
    close(fd);
    return ok;
}
