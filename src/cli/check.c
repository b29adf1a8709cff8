/* griot check: editorial complaints on an edition, and their proposals applied. */
#include "cli/commands.h"

#include "base/file.h"
#include "check/fixes.h"
#include "cli/editor.h"
#include "cli/keep.h"
#include "edition/import.h"

struct check_options {
    struct keep_options keep;
    struct given_date date;
    bool fix_list, in_place, rules;
    struct text apply, output;
};

#define OPTION(field, name, type) {name, type, offsetof(struct check_options, field)}

static const struct option options[] = {
    KEEP_OPTIONS(struct check_options, keep),
    KEEP_JSON(struct check_options, keep),
    OPTION(date, "--date", OPTION_DATE),
    OPTION(rules, "--rules", OPTION_FLAG),
    OPTION(fix_list, "--fix-list", OPTION_FLAG),
    OPTION(apply, "--apply", OPTION_TEXT),
    OPTION(in_place, "--in-place", OPTION_FLAG),
    OPTION(output, "-o", OPTION_TEXT),
};

/* --- applying a list --- */

/* The sources that the list speaks of: those named, and files in folders named. */
static bool is_source(const struct arguments *sources, struct text file) {
    for (size_t i = 0; i < sources->n; i++) {
        struct text s = sources->at[i];
        while (s.n > 1 && s.at[s.n - 1] == '/') s.n--;
        if (text_equal(s, file)) return true;
        if (text_equal(file_dir(file), s) && file_name(file).n && !text_equal(file_name(file), T("..")))
            return true;
    }
    return false;
}

/* The files of the list, each once; false where one is none of the sources, which is told. */
static bool files_of(struct call *c, const struct fixes *f, const struct arguments *sources,
                     struct arguments *out) {
    for (size_t i = 0; i < f->n; i++) {
        struct text file = f->at[i].place.file;
        size_t known = 0;
        while (known < out->n && !text_equal(out->at[known], file)) known++;
        if (known < out->n) continue;
        if (is_source(sources, file)) arena_push(c->a, out, file);
        else DIAG(&c->diags, f->at[i].block, FIX_STRANGER, file);
    }
    return diags_fine(&c->diags);
}

/* Where the fixed file goes. */
static struct text target_of(struct call *c, const struct check_options *o, struct text file) {
    if (o->in_place) return file;
    return file_is_folder(o->output) ? file_path(c->a, o->output, file_name(file)) : o->output;
}

static void apply(struct call *c, const struct check_options *o, const struct arguments *sources) {
    struct text list, bytes;
    struct fixes fixes = {0};
    struct arguments files = {0};
    if (!file_read(c->a, &c->diags, o->apply, FIXES_CAP, &list) ||
        !fixes_read(c->a, &c->diags, o->apply, list, &fixes) ||
        !files_of(c, &fixes, sources, &files))
        return;
    if (files.n > 1 && !o->in_place && !file_is_folder(o->output)) {
        DIAG(&c->diags, (struct place){0}, USAGE_COPIES, o->output);
        return;
    }
    struct output *outputs = arena_new(c->a, struct output, files.n);
    for (size_t i = 0; i < files.n; i++) {
        outputs[i].path = target_of(c, o, files.at[i]);
        if (file_read(c->a, &c->diags, files.at[i], FILE_CAP, &bytes))
            fixes_apply(c->a, &c->diags, &fixes, files.at[i], bytes, &outputs[i].bytes);
    }
    if (!diags_fine(&c->diags) || !files_put(&c->diags, outputs, files.n, true, false)) return;
    for (size_t i = 0; i < files.n; i++) {
        if (text_equal(outputs[i].path, T("-"))) continue;
        build_text(&c->out, outputs[i].path);
        build_char(&c->out, '\n');
    }
    DIAG(&c->diags, (struct place){0}, FIXED, text_number(c->a, (int64_t)fixes.n));
}

/* --- checking --- */

/* The proposals, file by file. */
static void print_fixes(struct call *c, const struct findings *f, const struct arguments *sources) {
    struct fixes fixes = {0};
    for (size_t i = 0; i < f->n; i++) {
        struct text bytes, file = f->at[i].place.file;
        bool first = !i || !text_equal(f->at[i - 1].place.file, file);
        if (file_ends(file, T(".csv"))) continue;
        if (first && file_read(c->a, &c->diags, file, FILE_CAP, &bytes))
            fixes_propose(c->a, f, file, bytes, &fixes);
    }
    if (!fixes.n) {
        DIAG0(&c->diags, (struct place){0}, FIXES_NONE);
        return;
    }
    struct build words = {.arena = c->a};
    for (size_t i = 0; i < sources->n; i++) {
        if (i) build_char(&words, ' ');
        build_shell(&words, sources->at[i]);
    }
    build_text(&c->out, T("griot fixes 1\n"));
    message_print(&c->out, FIXES_HEAD, c->lang, (struct text[]){T("LIST"), build_done(&words)});
    fixes_print(&c->out, &fixes);
}

static void report(struct call *c, const struct check_options *o, const struct edition *e,
                   const struct findings *f, const struct arguments *sources) {
    if (o->fix_list) {
        print_fixes(c, f, sources);
        return;
    }
    if (o->keep.json) check_print_json(&c->out, f);
    else check_tell(&c->diags, f);
    for (size_t i = 0; i < f->n && o->keep.json; i++)
        if (f->at[i].level > c->diags.worst) c->diags.worst = f->at[i].level;
    if (!f->n && diags_fine(&c->diags) && !o->keep.json)
        DIAG(&c->diags, (struct place){0}, CHECK_FINE, text_number(c->a, (int64_t)e->n));
}

/* The archive, where there is one; false where the one that is asked for is none. */
static bool find_archive(struct call *c, const struct check_options *o, const struct newsroom *n,
                         struct store *s, bool *found) {
    struct text folder = o->keep.archive.n ? o->keep.archive : n->archive;
    if (!folder.n) folder = T("out/archive");
    *found = o->keep.archive.n || file_is_folder(folder);
    return !*found || store_open(s, c->a, &c->diags, folder);
}

static void check(struct call *c, const struct check_options *o, const struct arguments *sources) {
    struct newsroom newsroom;
    struct ministries ministries;
    struct editor editor;
    struct store store;
    struct edition edition = {0};
    struct findings found = {0};
    bool kept = false;
    struct text path = call_newsroom(c, o->keep.newsroom);
    if (!newsroom_read(c->a, &c->diags, path, &newsroom) ||
        !ministries_read(c->a, &c->diags, call_ministries(c, path), &ministries) ||
        !editor_open(&editor, c, path, &newsroom, &ministries))
        return;
    if (o->rules) {
        check_print_rules(&c->out, editor.levels, c->lang);
        return;
    }
    struct import from = {.paths = sources->at,
                          .npaths = sources->n,
                          .has_date = o->date.given,
                          .date = o->date.date,
                          .numberless = true,
                          .converter = call_converter(c),
                          .ministries = &ministries,
                          .newsroom = &newsroom};
    if (!find_archive(c, o, &newsroom, &store, &kept)) return;
    edition_import(c->a, &c->diags, &from, &edition); /* what is whole is checked in any case */
    if (edition.n) editor_check(&editor, &edition, kept ? &store : NULL, &found);
    report(c, o, &edition, &found, sources);
}

/* Options that do not go together, or lack their partner. */
static void check_usage(struct call *c, const struct check_options *o,
                        const struct arguments *sources) {
    struct place nowhere = {0};
    if (o->apply.n && o->fix_list)
        DIAG(&c->diags, nowhere, USAGE_EXCLUDE, T("--apply"), T("--fix-list"));
    if (o->apply.n && o->keep.json)
        DIAG(&c->diags, nowhere, USAGE_EXCLUDE, T("--apply"), T("--json"));
    if (o->fix_list && o->keep.json)
        DIAG(&c->diags, nowhere, USAGE_EXCLUDE, T("--fix-list"), T("--json"));
    if (o->in_place && o->output.n)
        DIAG(&c->diags, nowhere, USAGE_EXCLUDE, T("--in-place"), T("-o"));
    if (o->in_place && !o->apply.n)
        DIAG(&c->diags, nowhere, USAGE_TOGETHER, T("--in-place"), T("--apply"));
    if (o->output.n && !o->apply.n) DIAG(&c->diags, nowhere, USAGE_TOGETHER, T("-o"), T("--apply"));
    if (o->apply.n && !o->in_place && !o->output.n)
        DIAG0(&c->diags, nowhere, USAGE_IN_PLACE_OR_COPY);
    if (!sources->n && !o->rules) DIAG0(&c->diags, nowhere, USAGE_NO_SOURCE);
}

void command_check(struct call *c, char **words) {
    struct check_options o = {0};
    struct arguments sources = {0};
    if (!options_read(c->a, &c->diags, T("griot check"), words, options,
                      sizeof options / sizeof *options, &o, &sources))
        return;
    check_usage(c, &o, &sources);
    if (!diags_fine(&c->diags)) return;
    if (o.apply.n) apply(c, &o, &sources);
    else if (call_find_data(c)) check(c, &o, &sources);
}
