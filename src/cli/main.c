/* griot: finds the command, the language, the exit status. See griot(1). */
#include "cli/commands.h"

#include "base/file.h"
#include "base/nearest.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* The language part of a locale's name: «fr_ML.UTF-8» is French. */
static bool lang_of(struct text t, enum lang *out) {
    struct text word = text_part(t, 0, 2);
    bool ends = t.n == 2 || (t.n > 2 && (t.at[2] == '_' || t.at[2] == '.' || t.at[2] == '-'));
    if (!ends) return false;
    if (text_equal(word, T("fr"))) return *out = LANG_FR, true;
    if (text_equal(word, T("en"))) return *out = LANG_EN, true;
    return false;
}

/* --lang on the command line, else the environment's first word on it, else English. The option is
 * taken out of the words; one without a language is told. */
static enum lang find_lang(struct diags *d, char **words) {
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    enum lang lang = LANG_EN;
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        struct text value = text_of(getenv(variables[i]));
        if (!value.n) continue;
        lang_of(value, &lang);
        break;
    }
    for (char **w = words; *w; w++) {
        struct text t = text_of(*w), value;
        size_t taken = 1;
        if (text_equal(t, T("--"))) break;
        if (text_starts(t, T("--lang="))) value = text_after(t, 7);
        else if (text_equal(t, T("--lang")) && w[1]) value = text_of(w[1]), taken = 2;
        else if (text_equal(t, T("--lang"))) value = (struct text){0};
        else continue;
        if (!lang_of(value, &lang))
            DIAG(d, (struct place){0}, USAGE_CHOICE, T("--lang"), value, T("en, fr"));
        for (char **k = w; (*k = k[taken]) != NULL; k++) continue;
        break;
    }
    return lang;
}

static void print_help(struct call *c, enum message m) {
    message_print(&c->out, m, c->lang, NULL);
}

static void tell_unknown_command(struct call *c, struct text name) {
    struct text *known = arena_new(c->a, struct text, ncommands);
    struct text options[] = {T("--help"), T("-h"), T("--version"), T("--lang")};
    for (size_t i = 0; i < ncommands; i++) known[i] = text_of(commands[i].name);
    bool option = text_starts(name, T("-"));
    struct text near = option ? nearest_of(name, options, sizeof options / sizeof *options)
                              : nearest_of(name, known, ncommands);
    struct place nowhere = {0};
    if (option && near.n) DIAG(&c->diags, nowhere, USAGE_OPTION_NEAR, name, T("griot"), near);
    else if (option) DIAG(&c->diags, nowhere, USAGE_OPTION, name, T("griot"));
    else if (near.n) DIAG(&c->diags, nowhere, USAGE_COMMAND_NEAR, name, near);
    else DIAG(&c->diags, nowhere, USAGE_COMMAND, name);
}

static bool is_help(struct text word) {
    return text_equal(word, T("--help")) || text_equal(word, T("-h"));
}

static bool asks_for_help(char **words) {
    for (; *words && !text_equal(text_of(*words), T("--")); words++)
        if (is_help(text_of(*words))) return true;
    return false;
}

static void run(struct call *c, char **words) {
    struct text name = text_of(*words);
    c->words = words;
    if (!name.n) {
        DIAG0(&c->diags, (struct place){0}, USAGE_NO_COMMAND);
        return;
    }
    if (is_help(name)) {
        print_help(c, HELP_GRIOT);
        return;
    }
    if (text_equal(name, T("--version"))) {
        version_print(c);
        return;
    }
    for (size_t i = 0; i < ncommands; i++) {
        if (!text_equal(name, text_of(commands[i].name))) continue;
        if (asks_for_help(words + 1)) print_help(c, commands[i].help);
        else if (commands[i].run) commands[i].run(c, words + 1);
        else call_become(c, text_of(commands[i].program));
        return;
    }
    tell_unknown_command(c, name);
}

/* Results, then complaints; a result that cannot be written is a failure of its own. */
static int finish(struct call *c) {
    struct build words = {.arena = c->a};
    struct output out = {T("-"), build_done(&c->out)};
    if (out.bytes.n) files_put(&c->diags, &out, 1, false, false);
    diags_print(&c->diags, c->lang, &words);
    bool told = file_write_all(STDERR_FILENO, build_done(&words));
    int status = diags_status(&c->diags);
    return told || status ? status : 3;
}

int main(int argc, char **argv) {
    struct arena arena = arena_open((size_t)1 << 33);
    struct call call = {.a = &arena, .diags = diags_make(&arena), .out = {.arena = &arena}};
    char *none[] = {NULL};
    char **words = argc > 0 ? argv + 1 : none;
    setenv("TZ", "UTC0", 1); /* no local time is asked for, and no library is to look for it */
    signal(SIGXFSZ, SIG_IGN); /* a write beyond the limit fails, and is told, as others are */
    call.lang = find_lang(&call.diags, words);
    if (diags_fine(&call.diags)) run(&call, words);
    int status = finish(&call);
    arena_close(&arena);
    return status;
}
