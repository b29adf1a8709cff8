/* See editor.h. */
#include "cli/editor.h"

#include "archive/bundle.h"
#include "base/file.h"
#include "check/spelling.h"
#include "cli/part.h"

enum { EDITIONS_BACK = 30 /* that an edition is compared with */ };

bool editor_open(struct editor *e, struct call *c, struct text path, const struct newsroom *n,
                 const struct ministries *m) {
    *e = (struct editor){.c = c, .ministries = m};
    bool absolute = text_starts(n->words, T("/"));
    if (n->words.n) e->own_words = absolute ? n->words : file_path(c->a, file_dir(path), n->words);
    return check_levels(&c->diags, n->check, e->levels);
}

/* --- what was kept before --- */

struct pasts {
    struct past *at;
    size_t n, cap;
};

static void add_past(struct arena *a, struct pasts *out, const struct bundle *b) {
    const struct recipe *r = &b->recipe;
    const struct zip_file *file = bag_find(&b->files, T("text.txt"));
    struct text name = edition_name_text(a, r->name);
    for (size_t i = 0; i < r->contents.n && file; i++) {
        const struct content_entry *c = &r->contents.at[i];
        struct text t = text_part(file->bytes, c->at, c->at + c->bytes);
        arena_push(a, out, ((struct past){name, text_copy(a, c->title), text_copy(a, t)}));
    }
}

/* The communiqués of the last editions before the day. One that cannot be read is told in a note:
 * it is verify's to judge. */
static struct pasts pasts_of(struct editor *e, const struct store *kept, date day) {
    struct pasts out = {0};
    struct editions all = {0};
    struct arena *a = e->c->a;
    if (!store_list(kept, &e->c->diags, false, &all)) return out;
    for (size_t i = all.n, n = 0; i-- && n < EDITIONS_BACK;) {
        bool later = i + 1 < all.n && all.at[i + 1].date == all.at[i].date &&
                     all.at[i + 1].special == all.at[i].special;
        if (all.at[i].date >= day || later) continue;
        struct arena scratch = arena_open((size_t)1 << 32);
        struct diags unheard = diags_make(&scratch);
        struct text bytes, path = store_path(kept, a, all.at[i]);
        struct bundle b;
        if (store_read(kept, &scratch, &unheard, all.at[i], &bytes) &&
            bundle_open(&scratch, &unheard, path, bytes, all.at[i], &b))
            add_past(a, &out, &b);
        else DIAG0(&e->c->diags, ((struct place){.file = path}), CHECK_KEPT_BROKEN);
        arena_close(&scratch);
        n++;
    }
    return out;
}

/* --- spelling --- */

static bool read_words(struct call *c, struct text path, struct lexicon *out) {
    struct text bytes;
    return file_read(c->a, &c->diags, path, LEXICON_CAP, &bytes) &&
           lexicon_read(c->a, &c->diags, path, bytes, out);
}

/* The set of the dictionary's forms, made with griot. */
static bool read_forms(struct call *c, struct wordset *out) {
    struct text bytes, path = TEXT_JOIN(c->a, c->dictionary, T(".forms"));
    if (file_exists(path) && file_read(c->a, &c->diags, path, WORDSET_CAP, &bytes) &&
        wordset_open(bytes, out))
        return true;
    DIAG0(&c->diags, ((struct place){.file = path}), DICTIONARY_MISSING);
    return false;
}

/* Asks the dictionary itself. */
static bool ask_speller(struct call *c, struct text question, struct text *answer) {
    struct text files[] = {TEXT_JOIN(c->a, c->dictionary, T(".aff")),
                           TEXT_JOIN(c->a, c->dictionary, T(".dic"))};
    *answer = T("");
    return !question.n ||
           part_run(c, T("griot-spell"), files, 2, question, PART_FAILED, files[1], answer);
}

static bool check_spelling(struct editor *e, struct checking *k) {
    struct call *c = e->c;
    struct lexicon known = {0};
    struct wordset forms;
    struct spelling spelling = {.known = &known, .forms = &forms};
    struct text answer;
    if (!read_words(c, file_path(c->a, c->styles, T("mali.words")), &known)) return false;
    if (e->own_words.n && !read_words(c, e->own_words, &known)) return false;
    if (!read_forms(c, &forms)) return false;
    lexicon_index(c->a, &known);
    if (!ask_speller(c, spelling_look(k, &spelling), &answer)) return false;
    spelling_answer(k, &spelling, answer);
    return diags_fine(&c->diags);
}

/* --- checking --- */

bool editor_check(struct editor *e, const struct edition *edition, const struct store *kept,
                  struct findings *out) {
    bool compares = e->levels[RULE_NAME_ARCHIVE] || e->levels[RULE_NEAR_COPY];
    struct pasts pasts = {0};
    struct checking k = {.a = e->c->a,
                         .edition = edition,
                         .ministries = e->ministries,
                         .levels = e->levels};
    if (kept && compares) pasts = pasts_of(e, kept, edition->date);
    k.past = pasts.at;
    k.npast = pasts.n;
    check_edition(&k);
    bool fine = !rule_on(&k, RULE_SPELLING) || check_spelling(e, &k);
    check_sort(e->c->a, &k.out);
    *out = k.out;
    return fine;
}

bool editor_passes(struct editor *e, const struct edition *edition, const struct store *kept) {
    struct findings found;
    bool any = false;
    for (int r = 0; r < RULE__MAX; r++) {
        if (e->levels[r] != LEVEL_ERROR) e->levels[r] = LEVEL_NONE;
        any |= e->levels[r] != LEVEL_NONE;
    }
    if (!any) return true;
    bool fine = editor_check(e, edition, kept, &found);
    check_tell(&e->c->diags, &found);
    return fine && !found.n;
}
