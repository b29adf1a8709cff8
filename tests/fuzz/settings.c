/* Any bytes as settings: the first says which file the others are. */
#include "fuzz.h"

#include "base/file.h"
#include "edition/issuer.h"
#include "edition/fonts.h"
#include "edition/import.h"
#include "edition/style.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A folder with a day text and an edition.yaml that is the file being fuzzed; made once, left by
 * the process that made it. */
static char folder[] = "/tmp/griot-fuzz-XXXXXX";
static char settings[64]; /* the path of the file being fuzzed */
static int file = -1;

static void clean(void) {
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", folder);
    if (system(command)) abort();
}

static void start(void) {
    char path[64];
    file = memfd_create("settings", 0);
    snprintf(settings, sizeof settings, "/proc/self/fd/%d", file);
    if (file < 0 || !mkdtemp(folder)) abort();
    atexit(clean);
    snprintf(path, sizeof path, "%s/edition.yaml", folder);
    if (symlink(settings, path)) abort();
    snprintf(path, sizeof path, "%s/a.txt", folder);
    FILE *text = fopen(path, "w");
    if (!text || fputs("Titre\n\nUne phrase. MSDS\n", text) < 0 || fclose(text)) abort();
}

static bool read_edition(struct arena *a, struct diags *d) {
    struct ministry known[] = {{.acronym = T("MSDS"), .from = DATE_OPEN_PAST, .to = DATE_OPEN_FUTURE}};
    struct ministries ministries = {.file = T("m.yaml"), .at = known, .n = 1, .cap = 1};
    struct newsroom newsroom = {.lang = LANG_FR, .rule = NUMBER_YEAR_DAY};
    struct text path = text_of(folder);
    struct edition e;
    struct import import = {.paths = &path, .npaths = 1, .ministries = &ministries,
                            .newsroom = &newsroom};
    if (!edition_import(a, d, &import, &e)) return false;
    assert(e.n == 1 && e.number > 0);
    return true;
}

static bool read_ministries(struct arena *a, struct diags *d, struct text path) {
    struct ministries m;
    if (!ministries_read(a, d, path, &m)) return false;
    struct build b = {.arena = a};
    for (size_t i = 0; i < m.n; i++) {
        assert(issuer_form(m.at[i].acronym) && m.at[i].from <= m.at[i].to);
        ministry_print(&b, &m.at[i]);
    }
    return true;
}

static bool read_style(struct arena *a, struct diags *d, struct text path) {
    struct style s;
    if (!style_read(a, d, path, &s)) return false;
    assert(style_rows(&s) >= 20 && style_column(&s, s.columns) > 0);
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    if (file < 0) start();
    if (!n || ftruncate(file, 0) || pwrite(file, bytes + 1, n - 1, 0) < 0) return 0;
    struct arena a = fuzz_arena();
    struct diags d = diags_make(&a);
    struct text path = text_of(settings);
    struct newsroom newsroom;
    struct font_files fonts;
    bool fine = false;
    switch (bytes[0]) {
    case 'm': fine = read_ministries(&a, &d, path); break;
    case 'n': fine = newsroom_read(&a, &d, path, &newsroom); break;
    case 's': fine = read_style(&a, &d, path); break;
    case 'f': fine = font_files_read(&a, &d, path, T("fonts"), &fonts); break;
    case 'e': fine = read_edition(&a, &d); break;
    default: return -1; /* not kept in the corpus */
    }
    assert(fine == diags_fine(&d));
    fuzz_print(&d);
    return 0;
}
