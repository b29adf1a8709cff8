/* griot verify: an archive held against itself. Bundles are read by workers, some at a time; what
 * they find is put together in the order of editions, and noted in the state, where one is asked
 * for. Then come the chain, the journal, the resources and the catalogue. Nothing is changed. */
#include "cli/commands.h"

#include "archive/loss.h"
#include "base/json.h"
#include "base/parallel.h"
#include "base/unicode.h"
#include "cli/keep.h"
#include "cli/progress.h"
#include "cli/verified.h"
#include "cli/workshop.h"

#include <string.h>

enum { CHUNK = 128, DIGITS = 16 /* that a colophon prints */ };

struct verify_options {
    struct keep_options keep;
    struct text against, state;
    bool deep;
    int jobs;
};

static const struct option verify_options[] = {
    KEEP_OPTIONS(struct verify_options, keep),
    KEEP_JSON(struct verify_options, keep),
    {"--against", OPTION_TEXT, offsetof(struct verify_options, against)},
    {"--deep", OPTION_FLAG, offsetof(struct verify_options, deep)},
    {"--state", OPTION_TEXT, offsetof(struct verify_options, state)},
    {"-j", OPTION_NUMBER, offsetof(struct verify_options, jobs)},
};

/* What a worker finds of one edition. */
struct result {
    struct verified found;
    bool known; /* from the state */
    bool sound;
    bool witnessed; /* it is, or prints, what is given */
    bool begins;    /* the digits given begin its own SHA-256 */
    struct diags diags;
    struct { struct digest *at; size_t n, cap; } needs; /* resources */
};

/* A copy, as a file or as the digits of its colophon, that vouches for the archive. */
struct witness {
    struct text sha256; /* of the copy; empty: none is given */
    struct text digits; /* that it prints; empty: none are given */
    bool found, begins; /* of which edition: */
    struct edition_name name, begun;
};

/* A worker's own. */
struct hand {
    struct arena scratch; /* for one edition at a time */
    struct arena kept;    /* results of a chunk */
    struct workshop workshop;
};

/* A run. */
struct verifying {
    struct call *c;
    const struct verify_options *o;
    struct store s;
    struct editions editions;
    struct verifieds known;
    struct needs needs;
    size_t needs_noted; /* how many of these are in the state */
    struct chain_links links;
    struct journal journal;
    struct text head;
    struct catalogue *catalogue; /* NULL: there is none */
    size_t listed;               /* editions that it has */
    struct task *beside;         /* looks whether it is sound; until then nobody else asks it */
    bool catalogue_sound;
    struct witness witness;
    size_t damaged, resumed;
    struct progress progress;
    struct crew *crew;
    struct hand hands[WORKERS_MAX]; /* the crew's */
    struct diags *lost; /* by need: what is wrong with the resource */
    struct result results[CHUNK];
    size_t from; /* where the chunk starts */
};

/* --- one edition --- */

static void take_recipe(struct verifying *v, const struct bundle *b, struct arena *kept,
                        struct result *r) {
    const struct recipe *recipe = &b->recipe;
    struct chain_link *l = &r->found.link;
    l->unread = !recipe->griot.n;
    l->first = !l->unread && !digest_parse(recipe->before, &l->before);
    for (size_t i = 0; i < recipe->resources.n; i++) {
        struct digest sha256;
        if (digest_parse(recipe->resources.at[i].sha256, &sha256)) arena_push(kept, &r->needs, sha256);
    }
    for (size_t i = 0; i < recipe->outputs.n && v->witness.sha256.n; i++)
        r->witnessed |= text_equal(recipe->outputs.at[i].sha256, v->witness.sha256);
    if (!v->witness.digits.n) return;
    r->witnessed |= text_equal(text_part(recipe->before, 0, DIGITS), v->witness.digits);
    r->begins = text_starts(digest_hex(kept, l->sha256), v->witness.digits);
}

/* Composes the edition again, from its bundle and the archive's resources; a declared day without
 * edition is as it was. Results live in the call's arena. */
static bool composes_again(struct verifying *v, struct call *c, struct workshop *w,
                           struct text where, const struct bundle *b) {
    struct composed composed;
    struct text pdf, html;
    struct store own = {.a = c->a, .root = v->s.root, .lock = -1};
    if (b->recipe.skipped) return true;
    if (!bundle_file(b, &c->diags, where, T("bulletin.pdf"), &pdf) ||
        !bundle_file(b, &c->diags, where, T("bulletin.html"), &html) ||
        !workshop_compose(w, c, &own, where, b, &composed))
        return false;
    bool same = text_equal(pdf, composed.pdf) && text_equal(html, composed.html);
    if (!same) DIAG0(&c->diags, ((struct place){.file = where}), VERIFY_DIFFERS);
    return same;
}

static void verify_edition(struct verifying *v, size_t i, size_t worker) {
    struct edition_name name = v->editions.at[v->from + i];
    struct hand *hand = &v->hands[worker];
    struct arena a = hand->scratch, *kept = &hand->kept;
    struct result *r = &v->results[i];
    struct text path = store_path(&v->s, kept, name), bytes;
    struct bundle b = {0};
    const struct verified *known = verified_find(&v->known, name);
    *r = (struct result){.found.link = {.name = name, .unread = true}, .diags = diags_make(kept)};
    if (!file_stamp(path, &r->found.stamp)) r->found.stamp = (struct file_stamp){0};
    r->known = known && !v->o->against.n && known->stamp.size == r->found.stamp.size &&
               known->stamp.changed == r->found.stamp.changed;
    if (r->known) {
        r->found = *known;
        r->sound = true;
        return;
    }
    if (!store_read(&v->s, &a, &r->diags, name, &bytes)) return;
    r->found.link.sha256 = digest_of(bytes);
    r->sound = bundle_open(&a, &r->diags, path, bytes, name, &b);
    take_recipe(v, &b, kept, r);
    bool misplaced = b.recipe.griot.n && !b.faulty.n; /* it is whole, under another's name */
    if (!r->sound && !misplaced) loss_tell(&r->diags, path, name, &b);
    if (r->sound && v->o->deep) {
        struct call c = {.a = &a, .diags = r->diags, .lang = v->c->lang};
        r->sound = composes_again(v, &c, &hand->workshop, path, &b);
        r->diags = c.diags;
    }
}

static void verify_one(void *shared, size_t i, size_t worker) {
    struct verifying *v = shared;
    verify_edition(v, i, worker);
    progress_step(&v->progress);
}

/* --- a chunk of editions --- */

static void take_result(struct verifying *v, struct result *r, struct build *state) {
    struct arena *a = v->c->a;
    struct edition_name name = r->found.link.name;
    diags_merge(&v->c->diags, &r->diags);
    arena_push(a, &v->links, r->found.link);
    for (size_t i = 0; i < r->needs.n; i++) needs_add(a, &v->needs, &r->needs.at[i], name);
    if (r->witnessed) {
        v->witness.found = true;
        v->witness.name = name;
    }
    if (r->begins) {
        v->witness.begins = true;
        v->witness.begun = name;
    }
    v->damaged += !r->sound;
    v->resumed += r->known;
    if (v->o->state.n && r->sound && !r->known) verified_print(state, &r->found);
}

/* Verifies the chunk that starts at v->from, and notes what is sound. */
static bool verify_chunk(struct verifying *v, size_t n) {
    crew_run(v->crew, n, verify_one, v);
    struct arena scratch = v->hands[0].scratch;
    struct build state = {.arena = &scratch};
    for (size_t i = 0; i < n; i++) take_result(v, &v->results[i], &state);
    if (!v->o->state.n) return true;
    for (; v->needs_noted < v->needs.n; v->needs_noted++)
        verified_print_need(&state, &v->needs.at[v->needs_noted]);
    return !state.n || file_append(&v->c->diags, v->o->state, build_done(&state));
}

/* The state as it was read, written anew: its last line may have been cut. */
static bool start_state(struct verifying *v) {
    struct call *c = v->c;
    struct build b = {.arena = c->a};
    struct output out = {.path = v->o->state};
    if (!out.path.n) return true;
    if (!verified_read(c->a, &c->diags, out.path, v->o->deep, &v->known, &v->needs)) return false;
    verified_print_start(&b, v->o->deep);
    for (size_t i = 0; i < v->known.n; i++) verified_print(&b, &v->known.at[i]);
    for (size_t i = 0; i < v->needs.n; i++) verified_print_need(&b, &v->needs.at[i]);
    v->needs_noted = v->needs.n;
    out.bytes = build_done(&b);
    return files_put(&c->diags, &out, 1, false, false);
}

static bool verify_editions(struct verifying *v) {
    bool fine = true;
    progress_open(&v->progress, v->editions.n);
    for (; v->from < v->editions.n && fine; v->from += CHUNK) {
        size_t left = v->editions.n - v->from;
        fine = verify_chunk(v, left < CHUNK ? left : CHUNK);
        for (size_t i = 0; i < crew_size(v->crew); i++) v->hands[i].kept.at = v->hands[i].kept.base;
    }
    progress_close(&v->progress);
    return fine;
}

/* --- the chain --- */

/* Whether all that the links of the range point at is among them, and something points at each. */
static bool closed(const struct verifying *v, struct text head) {
    struct digest top;
    size_t open = 0;
    bool has_head = digest_parse(head, &top);
    for (size_t i = 0; i < v->links.n; i++) {
        const struct chain_link *l = &v->links.at[i];
        bool followed = has_head && !digest_order(&top, &l->sha256);
        for (size_t k = 0; k < v->links.n && !followed && !l->beside; k++)
            followed = !digest_order(&v->links.at[k].before, &l->sha256);
        bool follows = l->first || l->unread || chain_find(&v->links, &l->before);
        open += !l->beside && (!followed || !follows);
    }
    return !open;
}

/* Reads what stands beside the range, nearest first, until the range's own links are closed. */
static void read_beside(struct verifying *v, const struct range *range, struct text head) {
    struct editions all = {0};
    struct call *c = v->c;
    v->links.part = true;
    chain_sort(&v->links);
    if (!store_list(&v->s, &c->diags, false, &all)) return;
    size_t low = 0, high = all.n;
    while (low < all.n && edition_name_order(all.at[low], v->editions.at[0]) < 0) low++;
    while (high && edition_name_order(all.at[high - 1], v->editions.at[v->editions.n - 1]) > 0) high--;
    while ((low || high < all.n) && !closed(v, head)) {
        size_t two[2] = {low ? --low : all.n, high < all.n ? high++ : all.n};
        for (int i = 0; i < 2; i++) {
            struct arena scratch = arena_open((size_t)1 << 30);
            struct diags unheard = diags_make(&scratch);
            struct edition_name name = two[i] < all.n ? all.at[two[i]] : (struct edition_name){0};
            struct bundle b = {0};
            struct text bytes;
            struct chain_link l = {.name = name, .beside = true};
            if (two[i] < all.n && !range_has(range, name) &&
                store_read(&v->s, &scratch, &unheard, name, &bytes)) {
                l.sha256 = digest_of(bytes);
                bundle_open(&scratch, &unheard, T("-"), bytes, name, &b);
                l.unread = !b.recipe.griot.n;
                l.first = !digest_parse(b.recipe.before, &l.before);
                arena_push(c->a, &v->links, l);
            }
            arena_close(&scratch);
        }
        chain_sort(&v->links);
    }
}

static void verify_chain(struct verifying *v, const struct range *range, bool part) {
    struct call *c = v->c;
    struct diags unheard = diags_make(c->a);
    struct text now;
    struct digest digest;
    chain_sort(&v->links);
    if (store_head(&v->s, c->a, &unheard, &now) && digest_parse(now, &digest) &&
        chain_find(&v->links, &digest))
        v->head = now; /* somebody has published meanwhile */
    if (part) read_beside(v, range, v->head);
    chain_check(&v->s, &c->diags, &v->links, v->head, &v->journal);
}

/* The journal must know what is kept, and nothing else. */
static void verify_journal(struct verifying *v) {
    struct call *c = v->c;
    struct journal now;
    struct place place = {.file = file_path(c->a, v->s.root, T("journal.jsonl"))};
    size_t late = 0;
    struct edition_name first = {0};
    if (!journal_read(&v->s, c->a, &c->diags, &now)) return;
    if (v->journal.broken)
        DIAG(&c->diags, place, JOURNAL_BROKEN, text_number(c->a, (int64_t)v->journal.broken));
    for (size_t i = 0; i < v->links.n; i++) {
        const struct chain_link *l = &v->links.at[i];
        if (l->unread || l->told || journal_find(&now, &l->sha256)) continue;
        if (!late++ || edition_name_order(l->name, first) < 0) first = l->name;
    }
    for (size_t i = 0; i < v->journal.n; i++) {
        const struct journal_entry *e = &v->journal.at[i];
        if (!e->told && !chain_find(&v->links, &e->sha256))
            DIAG(&c->diags, place, JOURNAL_LOST, edition_name_text(c->a, e->name));
    }
    if (late)
        DIAG(&c->diags, place, JOURNAL_LATE, text_number(c->a, (int64_t)late),
             edition_name_text(c->a, first));
}

/* --- resources --- */

static void verify_resource(void *shared, size_t i, size_t worker) {
    struct verifying *v = shared;
    const struct needed *n = &v->needs.at[i];
    struct arena scratch = v->hands[worker].scratch, *kept = &v->hands[worker].kept;
    struct diags *d = &v->lost[i];
    struct text sha256 = digest_hex(kept, n->sha256), bytes;
    *d = diags_make(kept);
    if (!store_resource(&v->s, &scratch, d, sha256, &bytes))
        DIAG(d, ((struct place){.file = store_resource_path(&v->s, kept, sha256)}), LOST_RESOURCE,
             text_number(kept, (int64_t)n->n), edition_name_text(kept, n->first),
             edition_name_text(kept, n->last));
}

static void verify_resources(struct verifying *v, bool part) {
    struct names kept = {0};
    struct call *c = v->c;
    v->lost = arena_new(c->a, struct diags, v->needs.n);
    crew_run(v->crew, v->needs.n, verify_resource, v);
    for (size_t i = 0; i < v->needs.n; i++) diags_merge(&c->diags, &v->lost[i]);
    if (part || v->damaged || !store_resources(&v->s, &c->diags, &kept)) return;
    for (size_t i = 0; i < kept.n; i++) {
        struct digest sha256;
        bool needed = false;
        for (size_t k = 0; k < v->needs.n && digest_parse(kept.at[i], &sha256) && !needed; k++)
            needed = !digest_order(&v->needs.at[k].sha256, &sha256);
        if (!needed)
            DIAG0(&c->diags,
                  ((struct place){.file = store_resource_path(&v->s, c->a, kept.at[i])}),
                  RESOURCE_UNUSED);
    }
}

/* --- the catalogue --- */

static void look_at_catalogue(void *shared) {
    struct verifying *v = shared;
    v->catalogue_sound = catalogue_sound(v->catalogue);
}

static void verify_catalogue(struct verifying *v, bool part) {
    struct call *c = v->c;
    struct place place = {.file = file_path(c->a, v->s.root, T("catalogue.sqlite"))};
    struct catalogue *catalogue = v->catalogue;
    struct edition_name first = {0};
    size_t late = 0, found = 0;
    if (!catalogue) return;
    for (size_t i = 0; i < v->links.n; i++) {
        const struct chain_link *l = &v->links.at[i];
        struct arena scratch = *c->a;
        struct listed listed;
        bool there = catalogue_find(catalogue, &scratch, l->name, &listed);
        struct text sha256 = digest_hex(&scratch, l->sha256);
        found += there;
        if (there && !text_equal(listed.sha256, sha256))
            DIAG(&c->diags, place, CATALOGUE_WRONG, edition_name_text(c->diags.arena, l->name));
        if (!there && (!late++ || edition_name_order(l->name, first) < 0)) first = l->name;
    }
    if (late)
        DIAG(&c->diags, place, CATALOGUE_LACKS, text_number(c->a, (int64_t)late),
             edition_name_text(c->a, first));
    if (!part && v->listed > found)
        DIAG(&c->diags, place, CATALOGUE_MORE, text_number(c->a, (int64_t)(v->listed - found)));
    if (!part && !v->catalogue_sound) DIAG0(&c->diags, place, CATALOGUE_DAMAGED);
}

/* --- a witness --- */

static bool hex_digits(struct text t) {
    for (size_t i = 0; i < t.n; i++)
        if (!strchr("0123456789abcdef", t.at[i])) return false;
    return t.n;
}

static bool read_witness(struct verifying *v) {
    struct text given = v->o->against, small = unicode_small(v->c->a, given), copy;
    struct call *c = v->c;
    bool digits = hex_digits(small);
    if (digits && small.n == DIGITS) v->witness.digits = small;
    if (!given.n || v->witness.digits.n) return true;
    if (digits && !file_exists(given)) {
        DIAG(&c->diags, ((struct place){.file = given}), WITNESS_LENGTH,
             text_number(c->a, (int64_t)given.n), text_number(c->a, DIGITS));
        return false;
    }
    if (!file_read(c->a, &c->diags, given, FILE_CAP, &copy)) return false;
    v->witness.sha256 = digest_hex(c->a, digest_of(copy));
    return true;
}

/* The latest revision of the edition, among those that are verified. */
static struct edition_name latest_of(const struct verifying *v, struct edition_name name) {
    for (size_t i = 0; i < v->editions.n; i++) {
        const struct edition_name *e = &v->editions.at[i];
        if (e->date == name.date && e->special == name.special && e->revision > name.revision)
            name = *e;
    }
    return name;
}

static void tell_witness(struct verifying *v) {
    const struct witness *w = &v->witness;
    struct call *c = v->c;
    struct place place = {.file = v->o->against};
    struct edition_name latest = latest_of(v, w->name);
    struct text name = edition_name_text(c->a, w->name);
    if (w->found && w->digits.n) DIAG(&c->diags, place, WITNESS_DIGITS, name);
    else if (w->begins)
        DIAG(&c->diags, place, WITNESS_BEGINS, edition_name_text(c->a, w->begun));
    else if (w->found && edition_name_order(latest, w->name))
        DIAG(&c->diags, place, WITNESS_REPLACED, name, edition_name_text(c->a, latest));
    else if (w->found) DIAG(&c->diags, place, WITNESS_FINE, name);
    else if (w->digits.n) DIAG0(&c->diags, place, WITNESS_NO_DIGITS);
    else if (w->sha256.n) DIAG0(&c->diags, place, WITNESS_FOREIGN);
}

/* --- the whole --- */

static void tell_result(struct verifying *v, bool sound) {
    struct call *c = v->c;
    struct place place = {.file = v->s.root};
    struct text all = text_number(c->a, (int64_t)v->editions.n);
    if (v->resumed)
        DIAG(&c->diags, place, VERIFY_RESUMED, text_number(c->a, (int64_t)v->resumed));
    if (sound) DIAG(&c->diags, place, VERIFY_FINE, all);
    else DIAG(&c->diags, place, VERIFY_DAMAGED, all, text_number(c->a, (int64_t)v->damaged));
}

static void print_json(struct verifying *v) {
    struct build *b = &v->c->out, faults = {.arena = v->c->a};
    bool fine = diags_fine(&v->c->diags);
    build_char(b, '{');
    json_text(b, "archive", v->s.root);
    json_number(b, "editions", (int64_t)v->editions.n);
    json_number(b, "damaged", (int64_t)v->damaged);
    json_number(b, "resumed", (int64_t)v->resumed);
    json_number(b, "resources", (int64_t)v->needs.n);
    json_bool(b, "sound", fine);
    json_key(b, "complaints");
    build_char(b, '[');
    diags_print_json(&v->c->diags, &faults);
    for (struct text rest = build_done(&faults); rest.n;) {
        size_t end = text_find(rest, T("\n"));
        json_comma(b);
        build_text(b, text_part(rest, 0, end));
        rest = text_after(rest, end + 1);
    }
    build_text(b, T("]}\n"));
}

/* What says which editions there are, before these are looked for: what somebody publishes meanwhile
 * is more than it says, and not less. */
static bool read_claims(struct verifying *v) {
    struct call *c = v->c;
    v->catalogue = catalogue_open(&v->s, &c->diags, false);
    if (v->catalogue) v->listed = catalogue_count(v->catalogue);
    if (!store_head(&v->s, c->a, &c->diags, &v->head)) v->head = (struct text){0};
    return journal_read(&v->s, c->a, &c->diags, &v->journal);
}

/* --- who does it --- */

static void open_hands(struct verifying *v, struct foundry *foundry) {
    v->crew = crew_open(v->c->a, v->o->jobs < WORKERS_MAX ? (size_t)v->o->jobs : WORKERS_MAX);
    for (size_t i = 0; i < crew_size(v->crew); i++) {
        struct hand *h = &v->hands[i];
        h->scratch = arena_open((size_t)1 << 32);
        h->kept = arena_open((size_t)1 << 28);
        if (v->o->deep)
            workshop_open(&h->workshop, v->c, (struct text){0}, (struct press_means){1, foundry});
    }
}

static void close_hands(struct verifying *v) {
    for (size_t i = 0; i < crew_size(v->crew); i++) {
        struct hand *h = &v->hands[i];
        if (v->o->deep) workshop_close(&h->workshop);
        arena_close(&h->scratch);
        arena_close(&h->kept);
    }
}

static void verify(struct verifying *v, struct text asked) {
    struct call *c = v->c;
    struct range range;
    bool part = asked.n && !text_equal(asked, T("all"));
    if (!range_parse(asked.n ? asked : T("all"), &range)) {
        keep_tell_range(c, asked);
        return;
    }
    if (!read_claims(v)) return;
    if (part ? !keep_range(c, &v->s, asked, &v->editions)
             : !store_list(&v->s, &c->diags, true, &v->editions))
        return;
    if (!read_witness(v) || !start_state(v)) return;
    if (!part && v->catalogue) v->beside = task_start(c->a, look_at_catalogue, v);
    bool fine = verify_editions(v);
    if (fine) {
        verify_chain(v, &range, part);
        if (!part) verify_journal(v);
        verify_resources(v, part);
    }
    task_wait(v->beside);
    if (!fine) return;
    verify_catalogue(v, part);
    if (!part) store_strange(&v->s, &c->diags);
    bool sound = diags_fine(&c->diags); /* a witness that is of no edition damages none */
    tell_witness(v);
    tell_result(v, sound);
    if (v->o->state.n) file_remove(v->o->state);
    if (v->o->keep.json) print_json(v);
}

void command_verify(struct call *c, char **words) {
    struct verify_options o = {.jobs = (int)parallel_width()};
    struct arguments rest = {0};
    struct verifying *v = arena_new(c->a, struct verifying, 1);
    if (!options_read(c->a, &c->diags, T("griot verify"), words, verify_options,
                      sizeof verify_options / sizeof *verify_options, &o, &rest))
        return;
    if (rest.n > 1)
        DIAG(&c->diags, (struct place){0}, USAGE_ARGUMENTS, T("griot verify"), rest.at[1]);
    v->c = c;
    v->o = &o;
    struct foundry *foundry = foundry_open(c->a);
    open_hands(v, foundry);
    if (diags_fine(&c->diags) && keep_open(c, &o.keep, &v->s))
        verify(v, rest.n ? rest.at[0] : (struct text){0});
    close_hands(v);
    crew_close(v->crew);
    foundry_close(foundry);
    catalogue_close(v->catalogue);
}
