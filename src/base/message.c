/* See message.h. */
#include "base/message.h"

static const struct {
    const char *code;
    enum level level;
    const char *sentence[LANG__MAX];
} messages[] = {
#define MESSAGE_ROW(name, code, level, en, fr) [name] = {code, LEVEL_##level, {en, fr}},
    MESSAGES(MESSAGE_ROW)
#undef MESSAGE_ROW
};

struct text message_code(enum message m) {
    return text_of(messages[m].code);
}

enum level message_level(enum message m) {
    return messages[m].level;
}

struct text level_word(enum level l) {
    return l == LEVEL_NOTE ? T("note") : l == LEVEL_WARNING ? T("warning") : T("error");
}

void message_print(struct build *b, enum message m, enum lang lang, const struct text *args) {
    for (const char *s = messages[m].sentence[lang]; *s; s++) {
        if (s[0] == '{' && s[1] >= '1' && s[1] <= '4' && s[2] == '}') {
            build_text(b, args[s[1] - '1']);
            s += 2;
        } else {
            build_char(b, *s);
        }
    }
}
