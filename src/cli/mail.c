/* griot mail: an edition of the archive brought to the newsroom's subscribers. */
#include "cli/commands.h"

#include "base/json.h"
#include "cli/keep.h"
#include "cli/progress.h"
#include "edition/newsroom.h"
#include "mail/recipients.h"
#include "mail/round.h"

#include <signal.h>
#include <stdlib.h>

struct mail_options {
    struct keep_options keep;
    struct text subscribers, output, cacert;
    bool estimate, dry_run, status;
};

static const struct option mail_options[] = {
    KEEP_OPTIONS(struct mail_options, keep),
    KEEP_JSON(struct mail_options, keep),
    {"--subscribers", OPTION_TEXT, offsetof(struct mail_options, subscribers)},
    {"--cacert", OPTION_TEXT, offsetof(struct mail_options, cacert)},
    {"--estimate", OPTION_FLAG, offsetof(struct mail_options, estimate)},
    {"--dry-run", OPTION_FLAG, offsetof(struct mail_options, dry_run)},
    {"--status", OPTION_FLAG, offsetof(struct mail_options, status)},
    {"-o", OPTION_TEXT, offsetof(struct mail_options, output)},
};

/* All that the command works with. */
struct post {
    struct call *c;
    struct mail_options o;
    struct store store;
    struct edition_name name;
    struct newsroom newsroom;
    struct text settings;   /* the newsroom's file */
    struct visited visited; /* the bundle */
    struct mailing mailing;
    struct subscribers all;
    struct letters letters;
    struct diags rows; /* what is wrong with rows: told, but it stops nothing */
};

/* --- what it takes --- */

/* A path of the newsroom's file is from its folder. */
static struct text beside(const struct post *p, struct text path) {
    return text_starts(path, T("/")) ? path : file_path(p->c->a, file_dir(p->settings), path);
}

static bool read_options(struct call *c, char **words, struct mail_options *o, struct text *day) {
    struct arguments rest = {0};
    struct place nowhere = {0};
    if (!options_read(c->a, &c->diags, T("griot mail"), words, mail_options,
                      sizeof mail_options / sizeof *mail_options, o, &rest))
        return false;
    if (!rest.n) call_lacks(c, T("griot mail"), "DATE");
    if (rest.n > 1) DIAG(&c->diags, nowhere, USAGE_ARGUMENTS, T("griot mail"), rest.at[1]);
    if (o->output.n && !o->dry_run)
        DIAG(&c->diags, nowhere, USAGE_TOGETHER, T("-o"), T("--dry-run"));
    if (o->dry_run && !o->output.n)
        DIAG(&c->diags, nowhere, USAGE_TOGETHER, T("--dry-run"), T("-o"));
    if (o->keep.json && !o->status && !o->estimate)
        DIAG(&c->diags, nowhere, USAGE_TOGETHER, T("--json"), T("--status"));
    if (o->estimate + o->dry_run + o->status > 1) DIAG0(&c->diags, nowhere, MAIL_ONE_OF);
    if (diags_fine(&c->diags)) *day = rest.at[0];
    return diags_fine(&c->diags);
}

static bool read_subscribers(struct post *p) {
    struct call *c = p->c;
    struct text path = p->o.subscribers;
    p->rows = diags_make(c->a);
    if (!path.n && p->newsroom.subscribers.n) path = beside(p, p->newsroom.subscribers);
    if (!path.n) {
        DIAG0(&c->diags, ((struct place){.file = p->settings}), MAIL_NO_SUBSCRIBERS);
        return false;
    }
    bool ok = subscribers_read(c->a, &p->rows, path, p->newsroom.lang, &p->all);
    if (ok && !p->all.n) DIAG0(&p->rows, ((struct place){.file = path}), SUBSCRIBERS_NONE);
    if (!ok || !p->all.n) diags_merge(&c->diags, &p->rows);
    return ok && p->all.n;
}

/* Archive, edition, settings and subscribers. */
static bool open_post(struct post *p, struct text day) {
    struct call *c = p->c;
    if (!call_find_data(c)) return false;
    p->settings = call_newsroom(c, p->o.keep.newsroom);
    return newsroom_read(c->a, &c->diags, p->settings, &p->newsroom) &&
           keep_open(c, &p->o.keep, &p->store) && keep_one(c, &p->store, day, &p->name) &&
           read_subscribers(p);
}

/* A subscriber who wants a link must be given one. */
static bool links_fine(struct post *p, const struct subscribers *to) {
    size_t links = 0;
    for (size_t i = 0; i < to->n; i++)
        links += to->at[i].form == FORM_LINK;
    if (!links || p->newsroom.url.n) return true;
    DIAG(&p->c->diags, ((struct place){.file = p->settings}), MAIL_NO_URL,
         text_number(p->c->a, (int64_t)links));
    return false;
}

/* A day that was declared without edition has nothing to be mailed. */
static bool is_edition(struct post *p) {
    struct call *c = p->c;
    const struct recipe *r = &p->visited.bundle.recipe;
    if (r->skipped)
        DIAG(&c->diags, ((struct place){.file = store_path(&p->store, c->a, p->name)}), PRINT_SKIPPED,
             edition_name_text(c->a, p->name), r->because);
    return !r->skipped;
}

/* Makes what is common to the letters that `to` will have. */
static bool make_letters(struct post *p, const struct subscribers *to) {
    struct call *c = p->c;
    bool needed[FORM__MAX][LANG__MAX] = {0};
    for (size_t i = 0; i < to->n; i++)
        needed[to->at[i].form][to->at[i].lang] = true;
    if (!links_fine(p, to) || !keep_bundle(c, c->a, &p->store, p->name, &p->visited) ||
        !is_edition(p) ||
        !mailing_make(c->a, &c->diags, store_path(&p->store, c->a, p->name), &p->visited.bundle,
                      digest_hex(c->a, digest_of(p->visited.bytes)), &p->newsroom, p->settings,
                      &p->mailing))
        return false;
    letters_make(c->a, &p->mailing, needed, &p->letters);
    return true;
}

/* Who is still to have it, by the ledger if there is one. */
static bool find_left(struct post *p, struct ledger *l, struct subscribers *left, size_t *had) {
    struct call *c = p->c;
    struct entries entries = {0};
    if (l && (!recipients_add_former(l, c->a, &c->diags, p->name, &p->all) ||
              !ledger_list(l, c->a, &c->diags, p->name, &entries)))
        return false;
    recipients_left(c->a, &p->all, &entries, left, had);
    return true;
}

/* --- estimate, dry run, status --- */

static void estimate(struct post *p) {
    struct call *c = p->c;
    struct subscribers left;
    size_t had;
    int64_t bytes = 0, n, rate = p->newsroom.mail.rate;
    struct ledger *l = ledger_open(&p->store, &c->diags, false);
    bool ok = diags_fine(&c->diags) && find_left(p, l, &left, &had) && make_letters(p, &left);
    ledger_close(l);
    if (!ok) return;
    n = (int64_t)left.n;
    for (size_t i = 0; i < left.n; i++) {
        struct arena scratch = *c->a;
        struct letter letter = letter_to(&scratch, &p->letters, &left.at[i]);
        bytes += (int64_t)(letter.head.n + letter.body.n);
    }
    if (!p->o.keep.json) {
        struct text args[] = {text_number(c->a, n), text_number(c->a, bytes),
                              text_number(c->a, (n + rate - 1) / rate), text_number(c->a, rate)};
        message_print(&c->out, MAIL_ESTIMATE, c->lang, args);
        return;
    }
    build_char(&c->out, '{');
    json_text(&c->out, "edition", edition_name_text(c->a, p->name));
    json_number(&c->out, "letters", n);
    json_number(&c->out, "bytes", bytes);
    json_number(&c->out, "minutes", (n + rate - 1) / rate);
    json_number(&c->out, "rate", rate);
    build_text(&c->out, T("}\n"));
}

/* DIR/0001-awa@example.org.eml: the address for who looks, the number for who sorts. */
static struct text eml_path(struct arena *a, struct text dir, size_t i, struct text address) {
    struct build b = {.arena = a};
    build_padded(&b, (int64_t)i + 1, 4);
    build_char(&b, '-');
    for (size_t k = 0; k < address.n; k++)
        build_char(&b, address.at[k] == '/' ? '_' : address.at[k]);
    build_text(&b, T(".eml"));
    return file_path(a, dir, build_done(&b));
}

/* All letters as files in a folder of their own; where one fails none is left. */
static void dry_run(struct post *p) {
    struct call *c = p->c;
    struct names names = {0};
    bool ok = make_letters(p, &p->all);
    if (ok && file_exists(p->o.output) &&
        (!file_list(c->a, &c->diags, p->o.output, &names) || names.n)) {
        if (names.n) DIAG0(&c->diags, ((struct place){.file = p->o.output}), MAIL_FOLDER_FULL);
        return;
    }
    for (size_t i = 0; ok && i < p->all.n; i++) {
        struct arena scratch = *c->a;
        struct letter letter = letter_to(&scratch, &p->letters, &p->all.at[i]);
        struct output out = {eml_path(&scratch, p->o.output, i, p->all.at[i].address),
                             TEXT_JOIN(&scratch, letter.head, letter.body)};
        ok = files_put(&c->diags, &out, 1, false, true);
        if (!ok) folder_remove(p->o.output);
    }
    if (!ok) return;
    build_text(&c->out, p->o.output);
    build_char(&c->out, '\n');
}

static void status_json(struct build *b, const struct post *p, const struct entry *e) {
    const struct subscriber *s = &e->subscriber;
    struct build at = {.arena = p->c->a};
    if (e->tries) instant_print_iso(&at, e->at);
    build_char(b, '{');
    json_text(b, "edition", edition_name_text(p->c->a, p->name));
    json_text(b, "address", s->address);
    json_text(b, "name", s->name);
    json_text(b, "language", s->lang == LANG_FR ? T("fr") : T("en"));
    json_text(b, "form", form_word(s->form));
    json_text(b, "fate", fate_word(e->fate));
    json_number(b, "tries", e->tries);
    json_number(b, "uncertain", e->uncertain);
    json_optional(b, "at", build_done(&at));
    json_optional(b, "reply", e->reply);
    json_optional(b, "id", e->id);
    build_text(b, T("}\n"));
}

static void status_line(struct build *b, const struct entry *e) {
    struct text fate = fate_word(e->fate);
    build_text(b, fate);
    for (size_t i = fate.n; i < 11; i++)
        build_char(b, ' ');
    if (e->tries)
        instant_print_iso(b, e->at);
    else
        build_text(b, T("-                   "));
    build_text(b, T("  "));
    build_text(b, e->subscriber.address);
    if (e->reply.n) build_text(b, T("  "));
    build_text(b, e->reply);
    build_char(b, '\n');
}

/* Those of the ledger, then those of whom it knows nothing yet. */
static void list_status(struct post *p) {
    struct call *c = p->c;
    struct entries entries = {0};
    struct ledger *l = ledger_open(&p->store, &c->diags, false);
    bool ok = diags_fine(&c->diags) && (!l || ledger_list(l, c->a, &c->diags, p->name, &entries));
    ledger_close(l);
    size_t known = entries.n;
    for (size_t i = 0; ok && i < p->all.n; i++) {
        struct entries before = {.at = entries.at, .n = known};
        if (!recipients_entry(&before, p->all.at[i].key))
            arena_push(c->a, &entries, ((struct entry){.subscriber = p->all.at[i]}));
    }
    for (size_t i = 0; ok && i < entries.n; i++) {
        if (p->o.keep.json)
            status_json(&c->out, p, &entries.at[i]);
        else
            status_line(&c->out, &entries.at[i]);
    }
}

/* --- sending --- */

/* The secret, from the file the newsroom names, else from the environment. */
static bool find_password(struct post *p, struct text *out) {
    const struct mail_settings *m = &p->newsroom.mail;
    struct call *c = p->c;
    *out = (struct text){0};
    if (!m->user.n) return true;
    if (m->password_file.n)
        return file_read_secret(c->a, &c->diags, beside(p, m->password_file), out);
    *out = text_of(getenv("GRIOT_MAIL_PASSWORD"));
    if (!out->n) DIAG0(&c->diags, ((struct place){.file = p->settings}), MAIL_NO_PASSWORD);
    return out->n > 0;
}

static bool find_server(struct post *p, struct carrier_settings *out) {
    const struct mail_settings *m = &p->newsroom.mail;
    struct call *c = p->c;
    if (!m->server.n) {
        DIAG0(&c->diags, ((struct place){.file = p->settings}), MAIL_NO_SERVER);
        return false;
    }
    *out = (struct carrier_settings){.server = m->server,
                                     .from = m->from,
                                     .user = m->user,
                                     .cacert = p->o.cacert,
                                     .timeout = m->timeout};
    if (!out->cacert.n && m->cacert.n) out->cacert = beside(p, m->cacert);
    return (!out->cacert.n || file_reachable(&c->diags, out->cacert)) &&
           find_password(p, &out->password);
}

static void tell_result(struct post *p, const struct round_result *r, size_t had) {
    struct call *c = p->c;
    struct text args[] = {text_number(c->a, (int64_t)r->sent), text_number(c->a, (int64_t)had),
                          text_number(c->a, (int64_t)r->refused),
                          text_number(c->a, (int64_t)(r->deferred + r->left))};
    message_print(&c->out, MAIL_RESULT, c->lang, args);
    if (r->deferred + r->left)
        DIAG(&c->diags, ((struct place){.file = p->store.root}), MAIL_LEFT, args[3],
             edition_name_text(c->a, p->name));
}

static void step(void *bar) {
    progress_step(bar);
}

static void send_letters(struct post *p, struct ledger *l, struct round_settings *s) {
    struct call *c = p->c;
    struct subscribers left;
    size_t had;
    struct progress bar;
    if (!ledger_resolve(l, c->a, &c->diags) || !find_left(p, l, &left, &had) ||
        !make_letters(p, &left))
        return;
    progress_open(&bar, left.n);
    s->over = step;
    s->context = &bar;
    struct round_result r = round_make(c->a, &c->diags, l, &p->letters, &left, s);
    progress_close(&bar);
    tell_result(p, &r, had);
}

/* A first sending that cannot be is known before a ledger is made for it. */
static bool may_begin(struct post *p) {
    struct diags *d = &p->c->diags;
    struct ledger *l = ledger_open(&p->store, d, false);
    bool begun = l != NULL;
    ledger_close(l);
    return diags_fine(d) && (begun || make_letters(p, &p->all));
}

static void send_edition(struct post *p) {
    const struct mail_settings *m = &p->newsroom.mail;
    struct round_settings s = {
        .connections = m->connections, .rate = m->rate, .pauses = m->pauses, .npauses = m->npauses};
    if (!find_server(p, &s.carrier) || !may_begin(p)) return;
    struct ledger *l = ledger_open(&p->store, &p->c->diags, true);
    if (l) send_letters(p, l, &s);
    ledger_close(l);
}

void command_mail(struct call *c, char **words) {
    struct post p = {.c = c};
    struct text day;
    signal(SIGPIPE, SIG_IGN); /* a server that hangs up is an error like others */
    if (!read_options(c, words, &p.o, &day) || !open_post(&p, day)) return;
    if (p.o.estimate)
        estimate(&p);
    else if (p.o.dry_run)
        dry_run(&p);
    else if (p.o.status)
        list_status(&p);
    else
        send_edition(&p);
    diags_merge(&c->diags, &p.rows);
}
