/* See printrun.h. */
#include "cli/printrun.h"

#include "base/digest.h"
#include "base/file.h"
#include "cli/composed.h"
#include "edition/phrases.h"
#include "edition/picture.h"
#include "page/addresses.h"
#include "page/plates.h"
#include "page/ticket.h"
#include "pdf/press.h"

#include <assert.h>
#include <string.h>

enum {
    PROFILE_CAP = 16 << 20,
    ROWS = 20,
    SHARP = 200 /* pixels an inch that offset wants of a picture */
};

void printrun_name(struct call *c, struct printrun *run, struct text asked, struct text edition,
                   struct text what) {
    run->make_folders = !asked.n;
    run->output =
        asked.n ? asked : TEXT_JOIN(c->a, T("out/"), edition, T("-"), what, T(".pdf"));
}

/* --- the press --- */

bool printrun_today(struct call *c, struct printrun *run, struct text newsroom) {
    struct newsroom today = {0};
    if (!call_find_data(c)) return false;
    run->newsroom = call_newsroom(c, newsroom);
    if (!newsroom_read(c->a, &c->diags, run->newsroom, &today)) return false;
    run->printing = today.printing;
    return true;
}

struct profile {
    struct text path, bytes, condition;
    bool registered;
};

/* griot's own is of a registered condition; that of the newsroom, where it says which. */
static bool read_profile(struct call *c, const struct printrun *run, struct profile *out) {
    struct text given = run->printing.profile;
    bool own = !given.n;
    out->path = own ? c->profile
                : text_starts(given, T("/")) ? given
                                             : file_path(c->a, file_dir(run->newsroom), given);
    out->registered = own || run->printing.condition.n;
    out->condition = run->printing.condition.n ? run->printing.condition
                     : own                     ? T("FOGRA29")
                                               : T("Custom");
    if (!file_read(c->a, &c->diags, out->path, PROFILE_CAP, &out->bytes)) return false;
    bool fine = press_profile_fine(out->bytes);
    if (!fine) DIAG0(&c->diags, ((struct place){.file = out->path}), PRESS_PROFILE);
    return fine;
}

/* --- pictures --- */

static const struct block *block_of(const struct block *at, size_t n, const struct picture *p) {
    for (size_t i = 0; i < n; i++) {
        if (at[i].picture == p) return &at[i];
        const struct block *within = block_of(at[i].blocks, at[i].nblocks, p);
        if (within) return within;
    }
    return NULL;
}

/* One that is coarse on a screen, too, was told so when it was set. */
static bool told_before(const struct diags *d, struct place place) {
    for (size_t i = 0; i < d->n; i++)
        if (d->at[i].message == PICTURE_COARSE && text_equal(d->at[i].place.file, place.file) &&
            d->at[i].place.line == place.line && d->at[i].place.col == place.col)
            return true;
    return false;
}

static void tell_dots(struct call *c, const struct edition *e, const struct picture *p, int dots) {
    for (size_t i = 0; i < e->n && dots < SHARP; i++) {
        const struct communique *of = &e->at[i];
        const struct block *b = block_of(of->blocks, of->nblocks, p);
        if (!b) continue;
        struct place place = {of->file, b->spot.line, b->spot.col};
        if (!told_before(&c->diags, place))
            DIAG(&c->diags, place, PICTURE_COARSE, b->file, text_number(c->a, dots),
                 text_number(c->a, SHARP));
    }
}

/* Tells of pictures that a press would print coarsely. */
static void tell_coarse(struct call *c, const struct printrun *run) {
    const struct list *l = run->list;
    int32_t scale = sheets_scale(run->sheets);
    for (size_t i = 0; i < l->pages.n; i++) {
        for (size_t k = 0; k < l->pages.at[i].n; k++) {
            const struct mark *m = &l->pages.at[i].at[k];
            if (m->kind != MARK_IMAGE) continue;
            const struct picture *p = l->pictures.at[m->number];
            int64_t width = mul_div(m->box.width, scale, SHARE_ONE);
            tell_dots(c, run->edition, p,
                      (int)((int64_t)picture_shown_width(p) * 72 * PT / (width > 0 ? width : 1)));
        }
    }
}

/* --- the ticket --- */

static struct text millimetres(struct arena *a, length l) {
    struct build b = {.arena = a};
    build_length(&b, mul_div(l, 254, 720), 0);
    return build_done(&b);
}

static struct text measures(struct arena *a, length width, length height) {
    return TEXT_JOIN(a, millimetres(a, width), T(" × "), millimetres(a, height), T("\u00a0mm"));
}

static struct text ink_names(struct arena *a, enum lang lang, const struct plates *plates) {
    struct build b = {.arena = a};
    for (int i = 0; i < INKS; i++) {
        if (!plates->used[i]) continue;
        if (b.n) build_text(&b, T(", "));
        build_text(&b, phrase_of(lang, (enum phrase)(PHRASE_CYAN + i)));
    }
    return build_done(&b);
}

static struct text most_ink(struct arena *a, const struct plates *plates, int limit) {
    int most = 0;
    for (size_t i = 0; i < PEN__MAX; i++)
        if (ink_total(&plates->at[i]) > most) most = ink_total(&plates->at[i]);
    return TEXT_JOIN(a, text_number(a, most), T("\u00a0%, "), text_number(a, limit), T("\u00a0%"));
}

/* In groups of eight, so that it can be read aloud. */
static struct text grouped(struct arena *a, struct text hex) {
    struct build b = {.arena = a};
    for (size_t i = 0; i < hex.n; i += 8) {
        if (i) build_char(&b, ' ');
        build_text(&b, text_part(hex, i, i + 8));
    }
    return build_done(&b);
}

static struct text sheet_words(struct arena *a, enum lang lang, const struct printrun *run) {
    size_t shown = 0, places = run->sheets->sheets * 4;
    for (size_t i = 0; i < run->sheets->sides.n; i++) shown += run->sheets->sides.at[i].n;
    enum phrase how = !run->sheets->fold        ? PHRASE_TICKET_BOTH
                      : run->sheets->sheets > 1 ? PHRASE_TICKET_FOLDED
                                                : PHRASE_TICKET_FOLDED_ONE;
    struct text words = TEXT_JOIN(a, text_number(a, (int64_t)run->sheets->sheets), phrase_of(lang, how));
    if (!run->sheets->fold || shown == places) return words;
    return TEXT_JOIN(a, words, phrase_of(lang, PHRASE_TICKET_BLANK),
                     text_number(a, (int64_t)(places - shown)));
}

static size_t make_rows(struct call *c, const struct printrun *run, const struct plates *plates,
                        const struct profile *profile, struct text pdf, struct ticket_row *rows) {
    struct arena *a = c->a;
    const struct newsroom *n = &run->press->newsroom;
    const struct sheets *s = run->sheets;
    struct text publisher = TEXT_JOIN(a, n->publisher, n->contact.n ? T(", ") : T(""), n->contact);
    struct text hash = digest_hex(a, digest_of(profile->bytes));
    const struct ticket_row all[] = {
        {PHRASE_TICKET_FILE, file_name(run->output), false},
        {PHRASE_TICKET_DIGEST, grouped(a, digest_hex(a, digest_of(pdf))), true},
        {PHRASE_TICKET_FORM, T("PDF/X-4 (ISO 15930-7)"), false},
        {PHRASE_TICKET_PAGES, text_number(a, (int64_t)run->list->pages.n), false},
        {PHRASE_TICKET_SHEETS, sheet_words(a, n->lang, run), false},
        {PHRASE_TICKET_TRIM, measures(a, s->width, s->height), false},
        {PHRASE_TICKET_BLEED,
         TEXT_JOIN(a, millimetres(a, s->bleed), T("\u00a0mm, "),
                   measures(a, s->width + 2 * s->margin, s->height + 2 * s->margin)),
         false},
        {PHRASE_TICKET_PAPER,
         TEXT_JOIN(a, text_number(a, run->printing.sheet_weight), T("\u00a0g/m²")), false},
        {PHRASE_TICKET_INKS, ink_names(a, n->lang, plates), false},
        {PHRASE_TICKET_LIMIT, most_ink(a, plates, run->printing.ink_limit), false},
        {PHRASE_TICKET_PROFILE,
         TEXT_JOIN(a, profile->condition, T(", SHA-256 "), text_part(hash, 0, 16), T("…")), false},
        {PHRASE_TICKET_CONTACT, publisher, false},
        {.label = PHRASE_TICKET_COPIES},
        {.label = PHRASE_TICKET_PASSED}};
    static_assert(sizeof all / sizeof *all <= ROWS, "room for each row");
    memcpy(rows, all, sizeof all);
    return sizeof all / sizeof *all;
}

static bool make_ticket(struct call *c, const struct printrun *run, const struct plates *plates,
                        const struct profile *profile, struct text pdf, struct text *out) {
    struct ticket_row rows[ROWS];
    struct press *p = run->press;
    struct text heading = edition_heading(c->a, run->edition, &p->newsroom);
    size_t n = make_rows(c, run, plates, profile, pdf, rows);
    struct list *list =
        ticket_page(c->a, &c->diags, p->compositors, &p->newsroom, heading, rows, n);
    struct pdf_facts facts = edition_facts(c, p, run->edition);
    facts.title = TEXT_JOIN(c->a, phrase_of(p->newsroom.lang, PHRASE_TICKET), T(" – "), heading);
    facts.nsources = 0;
    bool fine = diags_fine(&c->diags) &&
                pdf_write(c->a, &c->diags, list, false, &facts, p->means, out, NULL);
    list_drop(list);
    return fine;
}

/* --- both --- */

/* X-ticket.pdf beside X.pdf. */
static struct text ticket_path(struct call *c, struct text path) {
    bool pdf = text_ends(path, T(".pdf")) || text_ends(path, T(".PDF"));
    return TEXT_JOIN(c->a, text_part(path, 0, path.n - (pdf ? 4 : 0)), T("-ticket.pdf"));
}

void printrun_put(struct call *c, const struct printrun *run) {
    struct press *p = run->press;
    struct plates plates;
    struct profile profile;
    struct output outputs[2] = {{.path = run->output}};
    bool ticket = !text_equal(run->output, T("-")) && file_replaceable(run->output);
    tell_coarse(c, run);
    addresses_note(run->list, &c->diags, p->compositors, &p->newsroom);
    sheets_thicken(run->list, run->sheets);
    bool ok = plates_make(&c->diags, run->list, sheets_scale(run->sheets), &p->style, &p->newsroom,
                          &run->printing, &plates);
    ok &= read_profile(c, run, &profile);
    if (!ok || !diags_fine(&c->diags)) return;
    struct pdf_facts facts = edition_facts(c, p, run->edition);
    struct press_run press = {plates.at, run->sheets, profile.bytes, profile.condition,
                              profile.registered, run->printing.black};
    if (!press_write(c->a, &c->diags, run->list, &facts, &press, p->means, &outputs[0].bytes))
        return;
    outputs[1].path = ticket_path(c, run->output);
    if (ticket && !make_ticket(c, run, &plates, &profile, outputs[0].bytes, &outputs[1].bytes))
        return;
    if (!files_put(&c->diags, outputs, ticket ? 2 : 1, false, run->make_folders)) return;
    for (int i = 0; i < (ticket ? 2 : 0); i++) {
        build_text(&c->out, outputs[i].path);
        build_char(&c->out, '\n');
    }
}
