/* See report.h. */
#include "inspect/report.h"

#include "base/json.h"

#define SAY(b, lang, m, ...) message_print((b), (m), (lang), (struct text[4]){__VA_ARGS__})

static struct text time_long(struct arena *a, instant at, enum lang lang) {
    struct build b = {.arena = a};
    instant_print_long(&b, at, lang);
    return build_done(&b);
}

/* --- for people --- */

static void say_edition(struct build *b, const struct facts *f, enum lang lang) {
    struct build day = {.arena = b->arena};
    if (!f->has_edition) return;
    date_print_long(&day, f->date, lang, false);
    if (f->number)
        SAY(b, lang, REPORT_EDITION, build_done(&day), text_number(b->arena, f->number));
    else SAY(b, lang, REPORT_DAY, build_done(&day));
}

static void say_if(struct build *b, enum message m, enum lang lang, struct text value) {
    if (value.n) SAY(b, lang, m, value);
}

static void say_claims(struct build *b, const struct facts *f, enum lang lang) {
    struct build c = {.arena = b->arena};
    if (f->pdfa.n) {
        build_text(&c, T("PDF/A-"));
        build_text(&c, f->pdfa);
    }
    if (f->pdfa.n && f->pdfua.n) build_text(&c, T(", "));
    if (f->pdfua.n) {
        build_text(&c, T("PDF/UA-"));
        build_text(&c, f->pdfua);
    }
    say_if(b, REPORT_CLAIMS, lang, build_done(&c));
}

static void say_attachment(struct build *b, const struct attached *x, enum lang lang) {
    struct build more = {.arena = b->arena};
    const struct text parts[] = {x->type, x->relationship};
    if (!x->readable) {
        SAY(b, lang, REPORT_ATTACHED_NOT, x->name);
        return;
    }
    for (int i = 0; i < 2; i++) {
        if (!parts[i].n) continue;
        build_text(&more, T(", "));
        build_text(&more, parts[i]);
    }
    SAY(b, lang, REPORT_ATTACHED, x->name, text_number(b->arena, (int64_t)x->size),
        build_done(&more), digest_hex(b->arena, x->digest));
}

static void say_trust(struct build *b, const struct party *p, enum lang lang) {
    switch (p->trusted) {
    case TRUST_NOT_ASKED: break;
    case TRUST_YES: SAY(b, lang, REPORT_TRUSTED, p->subject); break;
    case TRUST_NO: SAY(b, lang, REPORT_TRUSTED_NOT, p->subject, p->why); break;
    }
}

static void say_verdict(struct build *b, const struct seal *s, enum lang lang) {
    struct build why = {.arena = b->arena};
    if (s->fault == MESSAGE_NONE) {
        message_print(b, s->covers ? REPORT_HOLDS : REPORT_HOLDS_PART, lang, NULL);
        return;
    }
    message_print(&why, s->fault, lang, (struct text[4]){s->detail});
    SAY(b, lang, REPORT_HOLDS_NOT, build_done(&why));
}

static void say_seal(struct build *b, const struct sealing *presented, const struct seal *s,
                     enum lang lang) {
    struct arena *a = b->arena;
    const struct party *p = &s->signer;
    say_verdict(b, s, lang);
    if (presented->has_time) SAY(b, lang, REPORT_TIME, time_long(a, presented->time, lang));
    if (!s->has_signer) return;
    SAY(b, lang, REPORT_SIGNER, p->subject);
    SAY(b, lang, p->self_made ? REPORT_SELF_MADE : REPORT_ISSUER, p->issuer);
    SAY(b, lang, REPORT_VALID, time_long(a, p->from, lang), time_long(a, p->to, lang));
    if (s->stamped && s->stamp_holds)
        SAY(b, lang, REPORT_STAMP, time_long(a, s->stamp_time, lang), s->authority.subject);
    else if (s->stamped) message_print(b, REPORT_STAMP_NOT, lang, NULL);
    if (p->trusted == TRUST_NOT_ASKED) message_print(b, REPORT_TRUST_NOT_ASKED, lang, NULL);
    say_trust(b, p, lang);
    if (s->stamped) say_trust(b, &s->authority, lang);
}

void report_print(struct build *b, const struct report *r, enum lang lang) {
    const struct facts *f = r->facts;
    say_edition(b, f, lang);
    say_if(b, REPORT_TITLE, lang, f->title);
    say_if(b, REPORT_AUTHOR, lang, f->author);
    say_if(b, REPORT_PROGRAM, lang, f->program);
    SAY(b, lang, REPORT_PAGES, text_number(b->arena, f->pages));
    say_if(b, REPORT_LANG, lang, f->lang);
    say_claims(b, f, lang);
    SAY(b, lang, REPORT_HASH, digest_hex(b->arena, r->digest));
    for (size_t i = 0; i < f->attachments.n; i++) say_attachment(b, &f->attachments.at[i], lang);
    if (!f->sealings.n) message_print(b, REPORT_UNSIGNED, lang, NULL);
    for (size_t i = 0; i < f->sealings.n; i++)
        say_seal(b, &f->sealings.at[i], &r->seals[i], lang);
}

/* --- for programs --- */

static void put_time(struct build *b, const char *key, instant at) {
    struct build words = {.arena = b->arena};
    instant_print_iso(&words, at);
    json_optional(b, key, build_done(&words));
}

static void put_party(struct build *b, const char *key, const struct party *p) {
    json_key(b, key);
    build_char(b, '{');
    json_optional(b, "subject", p->subject);
    json_optional(b, "issuer", p->issuer);
    json_optional(b, "serial", p->serial);
    put_time(b, "from", p->from);
    put_time(b, "to", p->to);
    json_bool(b, "self-made", p->self_made);
    if (p->trusted == TRUST_NOT_ASKED) json_null(b, "trusted");
    else json_bool(b, "trusted", p->trusted == TRUST_YES);
    json_optional(b, "why", p->why);
    build_char(b, '}');
}

static void put_seal(struct build *b, const struct sealing *presented, const struct seal *s) {
    build_char(b, '{');
    json_optional(b, "field", presented->field);
    json_optional(b, "kind", presented->kind);
    if (presented->has_time) put_time(b, "time", presented->time);
    else json_null(b, "time");
    json_bool(b, "holds", s->holds);
    json_bool(b, "covers-file", s->covers);
    json_optional(b, "fault", s->fault == MESSAGE_NONE ? (struct text){0} : message_code(s->fault));
    if (s->has_signer) put_party(b, "signer", &s->signer);
    else json_null(b, "signer");
    json_key(b, "stamp");
    if (s->stamped) {
        build_char(b, '{');
        json_bool(b, "holds", s->stamp_holds);
        if (s->stamp_holds) put_time(b, "time", s->stamp_time);
        else json_null(b, "time");
        if (s->authority.subject.n) put_party(b, "authority", &s->authority);
        else json_null(b, "authority");
        build_char(b, '}');
    } else {
        build_text(b, T("null"));
    }
    build_char(b, '}');
}

static void put_attachment(struct build *b, const struct attached *x) {
    build_char(b, '{');
    json_optional(b, "name", x->name);
    json_optional(b, "relationship", x->relationship);
    json_optional(b, "type", x->type);
    if (x->readable) {
        json_number(b, "size", (int64_t)x->size);
        json_optional(b, "sha256", digest_hex(b->arena, x->digest));
    } else {
        json_null(b, "size");
        json_null(b, "sha256");
    }
    build_char(b, '}');
}

static void put_edition(struct build *b, const struct facts *f) {
    struct build day = {.arena = b->arena};
    json_key(b, "edition");
    if (!f->has_edition) {
        build_text(b, T("null"));
        return;
    }
    date_print_iso(&day, f->date);
    build_char(b, '{');
    json_optional(b, "date", build_done(&day));
    if (f->number) json_number(b, "number", f->number);
    else json_null(b, "number");
    build_char(b, '}');
}

void report_print_json(struct build *b, const struct report *r) {
    const struct facts *f = r->facts;
    build_char(b, '{');
    json_optional(b, "file", facts_clean(b->arena, r->path));
    json_optional(b, "sha256", digest_hex(b->arena, r->digest));
    put_edition(b, f);
    json_optional(b, "title", f->title);
    json_optional(b, "publisher", f->author);
    json_optional(b, "program", f->program);
    json_number(b, "pages", f->pages);
    json_optional(b, "lang", f->lang);
    json_optional(b, "pdfa", f->pdfa);
    json_optional(b, "pdfua", f->pdfua);
    json_key(b, "attachments");
    build_char(b, '[');
    for (size_t i = 0; i < f->attachments.n; i++) {
        if (i) build_char(b, ',');
        put_attachment(b, &f->attachments.at[i]);
    }
    build_char(b, ']');
    json_key(b, "signatures");
    build_char(b, '[');
    for (size_t i = 0; i < f->sealings.n; i++) {
        if (i) build_char(b, ',');
        put_seal(b, &f->sealings.at[i], &r->seals[i]);
    }
    build_text(b, T("]}\n"));
}
