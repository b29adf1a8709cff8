/* See newsroom.h, and griot-newsroom(5) for the file. */
#include "edition/newsroom.h"

#include "base/file.h"
#include "edition/yaml.h"

#include <string.h>

struct raw {
    struct newsroom newsroom;
    const struct yaml *language, *number, *flag, *mail, *pauses, *sign, *press;
};

static const struct yaml_key keys[] = {
    YAML_KEY(struct raw, newsroom.publisher, "publisher", YAML_TEXT, true),
    YAML_KEY(struct raw, newsroom.title, "title", YAML_TEXT, true),
    YAML_KEY(struct raw, newsroom.state, "state", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.motto, "motto", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.address, "address", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.archive, "archive", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.contact, "contact", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.url, "url", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.subscribers, "subscribers", YAML_TEXT, false),
    YAML_KEY(struct raw, mail, "mail", YAML_NODE, false),
    YAML_KEY(struct raw, newsroom.words, "words", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.check, "check", YAML_NODE, false),
    YAML_KEY(struct raw, language, "language", YAML_NODE, true),
    YAML_KEY(struct raw, number, "number", YAML_NODE, true),
    YAML_KEY(struct raw, flag, "flag", YAML_NODE, false),
    YAML_KEY(struct raw, sign, "sign", YAML_NODE, false),
    YAML_KEY(struct raw, press, "press", YAML_NODE, false),
};

static const struct yaml_key sign_keys[] = {
    YAML_KEY(struct newsroom_sign, key, "key", YAML_TEXT, true),
    YAML_KEY(struct newsroom_sign, certificates, "cert", YAML_TEXT, true),
    YAML_KEY(struct newsroom_sign, passphrase, "pass-file", YAML_TEXT, false),
    YAML_KEY(struct newsroom_sign, authority, "tsa", YAML_TEXT, false),
};

struct raw_printing {
    struct printing printing;
    const struct yaml *inks;
};

static const struct yaml_key press_keys[] = {
    YAML_KEY(struct raw_printing, printing.profile, "profile", YAML_TEXT, false),
    YAML_KEY(struct raw_printing, printing.condition, "condition", YAML_TEXT, false),
    YAML_KEY(struct raw_printing, printing.ink_limit, "ink-limit", YAML_INT, false),
    YAML_KEY(struct raw_printing, printing.sheet_weight, "sheet-weight", YAML_INT, false),
    YAML_KEY(struct raw_printing, inks, "inks", YAML_NODE, false),
};

static const struct yaml_key mail_keys[] = {
    YAML_KEY(struct raw, newsroom.mail.from, "from", YAML_TEXT, true),
    YAML_KEY(struct raw, newsroom.mail.name, "name", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.mail.reply_to, "reply-to", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.mail.unsubscribe, "unsubscribe", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.mail.list_id, "list-id", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.mail.hour, "hour", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.mail.server, "server", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.mail.user, "user", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.mail.password_file, "password-file", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.mail.cacert, "cacert", YAML_TEXT, false),
    YAML_KEY(struct raw, newsroom.mail.rate, "rate", YAML_INT, false),
    YAML_KEY(struct raw, newsroom.mail.connections, "connections", YAML_INT, false),
    YAML_KEY(struct raw, newsroom.mail.timeout, "timeout", YAML_INT, false),
    YAML_KEY(struct raw, pauses, "pauses", YAML_NODE, false),
};

static const struct yaml_key count_keys[] = {
    YAML_KEY(struct newsroom, first_day, "since", YAML_DATE, true),
    YAML_KEY(struct newsroom, first_number, "first", YAML_INT, true),
};

/* `number: day-of-year`, or a map that says which day had which number. */
static bool read_rule(struct diags *d, const struct yaml *node, struct newsroom *out) {
    if (node->kind != YAML_MAP) {
        bool by_year = text_equal(node->scalar, T("day-of-year"));
        out->rule = NUMBER_YEAR_DAY;
        if (!by_year) DIAG(d, node->place, NUMBER_RULE, node->scalar);
        return by_year;
    }
    out->rule = NUMBER_COUNT;
    return yaml_fill(d, node, count_keys, sizeof count_keys / sizeof *count_keys, out);
}

static bool read_flag(struct diags *d, const struct yaml *node, struct newsroom *out) {
    int n = 0;
    if (!yaml_is(d, node, YAML_LIST)) return false;
    for (const struct yaml *c = node->first; c; c = c->next, n++)
        if (n < FLAG_COLOURS && !yaml_colour(d, c, &out->flag[n])) return false;
    out->flag_place = node->place;
    out->has_flag = n == FLAG_COLOURS;
    if (!out->has_flag)
        DIAG(d, node->place, FLAG_COUNT, text_number(d->arena, FLAG_COLOURS),
             text_number(d->arena, n));
    return out->has_flag;
}

/* Seconds before a letter is tried again: a list, each at least as long as the one before. */
static bool read_pauses(struct diags *d, const struct yaml *node, struct mail_settings *out) {
    int32_t pause = 0, last = 0;
    out->npauses = 0;
    if (!yaml_is(d, node, YAML_LIST)) return false;
    for (const struct yaml *c = node->first; c; c = c->next, last = pause) {
        if (!yaml_scalar(d, c, YAML_INT, &pause)) return false;
        if (pause < last || out->npauses == PAUSES) {
            DIAG(d, c->place, MAIL_PAUSES, text_number(d->arena, PAUSES));
            return false;
        }
        out->pauses[out->npauses++] = pause;
    }
    return true;
}

/* A number of the map that must be in [1, most]. */
static bool in_bounds(struct diags *d, const struct yaml *map, const char *key, int32_t n,
                      int32_t most) {
    if (n >= 1 && n <= most) return true;
    DIAG(d, map->place, MAIL_BOUNDS, text_of(key), text_number(d->arena, most));
    return false;
}

static bool read_mail(struct diags *d, struct raw *raw) {
    static const int32_t pauses[] = {60, 300, 900};
    struct mail_settings *m = &raw->newsroom.mail;
    *m = (struct mail_settings){.given = true,
                                .hour = T("18:00 +0000"),
                                .rate = 60,
                                .connections = 2,
                                .timeout = 300,
                                .npauses = sizeof pauses / sizeof *pauses};
    memcpy(m->pauses, pauses, sizeof pauses);
    if (!yaml_fill(d, raw->mail, mail_keys, sizeof mail_keys / sizeof *mail_keys, raw))
        return false;
    bool ok = in_bounds(d, raw->mail, "rate", m->rate, 100000);
    ok &= in_bounds(d, raw->mail, "connections", m->connections, 16);
    ok &= in_bounds(d, raw->mail, "timeout", m->timeout, 3600);
    return ok && (!raw->pauses || read_pauses(d, raw->pauses, m));
}

/* A name that is not absolute is one in the newsroom's folder. */
static void find_beside(struct arena *a, struct text newsroom, struct text *path) {
    if (path->n && !text_starts(*path, T("/"))) *path = file_path(a, file_dir(newsroom), *path);
}

static bool read_sign(struct diags *d, const struct yaml *node, struct newsroom_sign *out) {
    if (!yaml_fill(d, node, sign_keys, sizeof sign_keys / sizeof *sign_keys, out)) return false;
    for (const struct yaml *c = node->first; c; c = c->next) {
        if (!text_equal(c->key, T("tsa")) || text_is_web(c->scalar)) continue;
        DIAG(d, c->place, YAML_NOT_ADDRESS, c->key, c->scalar);
        return false;
    }
    find_beside(d->arena, node->place.file, &out->key);
    find_beside(d->arena, node->place.file, &out->certificates);
    find_beside(d->arena, node->place.file, &out->passphrase);
    return true;
}

/* The press that nothing is said of: uncoated paper, as FOGRA29 was measured on. */
static const struct printing usual = {.ink_limit = 300, .sheet_weight = 80};

static const char *const inks[] = {"cmyk", "black"};

static bool read_printing(struct diags *d, const struct yaml *node, struct printing *out) {
    struct raw_printing raw = {.printing = usual};
    bool ok = yaml_fill(d, node, press_keys, sizeof press_keys / sizeof *press_keys, &raw);
    struct printing *p = &raw.printing;
    int choice = raw.inks ? yaml_choice(d, raw.inks, inks, sizeof inks / sizeof *inks) : 0;
    p->black = choice == 1;
    bool fine = p->ink_limit >= INK_FULL && p->ink_limit <= INKS * INK_FULL &&
                p->sheet_weight >= 30 && p->sheet_weight <= 400;
    if (!fine) DIAG0(d, node->place, PRESS_BOUNDS);
    *out = raw.printing;
    return ok && fine && choice >= 0;
}

static const char *const languages[LANG__MAX] = {[LANG_EN] = "en", [LANG_FR] = "fr"};

bool newsroom_read(struct arena *a, struct diags *d, struct text path, struct newsroom *out) {
    struct text bytes;
    struct raw raw = {0};
    if (!file_read(a, d, path, YAML_CAP, &bytes)) return false;
    const struct yaml *root = yaml_read(a, d, path, bytes);
    if (!root) return false;
    bool ok = yaml_fill(d, root, keys, sizeof keys / sizeof *keys, &raw);
    int lang = raw.language ? yaml_choice(d, raw.language, languages, LANG__MAX) : -1;
    ok &= lang >= 0;
    ok &= raw.number && read_rule(d, raw.number, &raw.newsroom);
    ok &= !raw.flag || read_flag(d, raw.flag, &raw.newsroom);
    ok &= !raw.mail || read_mail(d, &raw);
    ok &= !raw.sign || read_sign(d, raw.sign, &raw.newsroom.sign);
    raw.newsroom.printing = usual;
    ok &= !raw.press || read_printing(d, raw.press, &raw.newsroom.printing);
    *out = raw.newsroom;
    if (lang >= 0) out->lang = (enum lang)lang;
    return ok;
}

struct text newsroom_lang(const struct newsroom *n) {
    return text_of(languages[n->lang]);
}

int newsroom_number(const struct newsroom *n, date day) {
    if (n->rule == NUMBER_YEAR_DAY) return date_year_day(day);
    return day < n->first_day ? 0 : day - n->first_day + n->first_number;
}
