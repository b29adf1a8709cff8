/* See call.h. */
#include "cli/call.h"

#include "base/file.h"

#include <stdlib.h>
#include <unistd.h>

enum { PATH_CAP = 4096 };

/* The names of arguments that French help calls otherwise. */
static const struct {
    const char *english, *french;
} arguments[] = {
    {"ACRONYM NAME", "SIGLE NOM"},
    {"FILE.docx", "FICHIER.docx"},
    {"FILE.pdf", "FICHIER.pdf"},
    {"FILE.zip", "FICHIER.zip"},
    {"-o FILE.zip", "-o FICHIER.zip"},
    {"RANGE", "PÉRIODE"},
    {"WORDS", "MOTS"},
};

void call_lacks(struct call *c, struct text command, const char *wanted) {
    struct text name = text_of(wanted);
    for (size_t i = 0; c->lang == LANG_FR && i < sizeof arguments / sizeof *arguments; i++)
        if (text_equal(name, text_of(arguments[i].english))) name = text_of(arguments[i].french);
    DIAG(&c->diags, (struct place){0}, USAGE_MISSING, command, name);
}

/* The folder griot's file is in; a program beside it knows it from its own place. */
static struct text program_folder(struct arena *a) {
    static const char checkout[] = "/out/build/libexec", installed[] = "/libexec/griot";
    char path[PATH_CAP];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    if (n <= 0) return T(".");
    struct text folder = text_copy(a, file_dir((struct text){path, (size_t)n}));
    if (text_ends(folder, text_of(checkout)))
        return text_part(folder, 0, folder.n - (sizeof checkout - 1));
    if (text_ends(folder, text_of(installed)))
        return TEXT_JOIN(a, text_part(folder, 0, folder.n - (sizeof installed - 1)), T("/bin"));
    return folder;
}

/* A folder laid out as `make install` does. */
static void use_share(struct call *c, struct text share) {
    c->about = share;
    c->styles = file_path(c->a, share, T("styles"));
    c->fonts = file_path(c->a, share, T("fonts"));
    c->fonts_yaml = file_path(c->a, c->fonts, T("fonts.yaml"));
    c->hyphens = file_path(c->a, share, T("hyphens/hyph_fr.dic"));
    c->dictionary = file_path(c->a, share, T("dictionary/fr"));
    c->profile = file_path(c->a, share, T("profiles/FOGRA29.icc"));
}

static void use_checkout(struct call *c, struct text top) {
    c->about = file_path(c->a, top, T("out/build"));
    c->styles = file_path(c->a, top, T("styles"));
    c->fonts = file_path(c->a, top, T("out/fonts"));
    c->fonts_yaml = file_path(c->a, top, T("fonts/fonts.yaml"));
    c->hyphens = file_path(c->a, top, T("out/hyphens/hyph_fr.dic"));
    c->dictionary = file_path(c->a, top, T("out/dictionary/fr"));
    c->profile = file_path(c->a, top, T("out/profiles/FOGRA29.icc"));
}

/* Whether a folder is the top of a checkout. */
static bool is_checkout(const struct call *c, struct text folder) {
    return file_exists(file_path(c->a, folder, T("styles/ministries.yaml")));
}

struct text call_libexec(const struct call *c) {
    struct text folder = program_folder(c->a);
    if (is_checkout(c, folder)) return file_path(c->a, folder, T("out/build/libexec"));
    return file_path(c->a, file_dir(folder), T("libexec/griot"));
}

void call_become(struct call *c, struct text program) {
    struct text path = file_path(c->a, call_libexec(c), program);
    char **words = c->words;
    size_t n = 0;
    while (words[n]) n++;
    char **all = arena_new(c->a, char *, n + 3);
    all[0] = text_z(c->a, path);
    all[1] = words[0];
    all[2] = text_z(c->a, c->lang == LANG_FR ? T("--lang=fr") : T("--lang=en"));
    for (size_t i = 1; i <= n; i++) all[i + 2] = words[i];
    execv(all[0], all);
    DIAG0(&c->diags, ((struct place){.file = path}), PART_MISSING);
}

struct text call_converter(const struct call *c) {
    return file_path(c->a, call_libexec(c), T("griot-convert"));
}

bool call_find_data(struct call *c) {
    if (c->styles.n) return true;
    struct text given = text_of(getenv("GRIOT_SHARE")), folder = program_folder(c->a);
    if (given.n) use_share(c, given);
    else if (is_checkout(c, folder)) use_checkout(c, folder);
    else use_share(c, file_path(c->a, file_dir(folder), T("share/griot")));
    if (file_is_folder(c->styles)) return true;
    DIAG0(&c->diags, ((struct place){.file = c->styles}), NO_SHARE);
    return false;
}

struct text call_newsroom(const struct call *c, struct text given) {
    if (given.n) return given;
    given = text_of(getenv("GRIOT_NEWSROOM"));
    return given.n ? given : file_path(c->a, c->styles, T("newsroom.yaml"));
}

struct text call_ministries(const struct call *c, struct text newsroom) {
    struct text beside = file_path(c->a, file_dir(newsroom), T("ministries.yaml"));
    return file_exists(beside) ? beside : file_path(c->a, c->styles, T("ministries.yaml"));
}
