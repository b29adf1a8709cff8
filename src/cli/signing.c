/* See signing.h. */
#include "cli/signing.h"

#include "base/digest.h"
#include "cli/part.h"
#include "edition/phrases.h"

bool signing_asked(const struct signing_options *o) {
    return o->key.n > 0;
}

static void tell_pair(struct call *c, struct text given, struct text missing) {
    DIAG(&c->diags, (struct place){0}, USAGE_TOGETHER, given, missing);
}

bool signing_check(struct call *c, const struct signing_options *o) {
    struct place nowhere = {0};
    if (o->key.n && !o->certificates.n) tell_pair(c, T("--sign"), T("--cert"));
    if (!o->key.n && o->certificates.n) tell_pair(c, T("--cert"), T("--sign"));
    if (o->authority.n && !text_is_web(o->authority))
        DIAG(&c->diags, nowhere, USAGE_BAD_VALUE, T("--tsa"), o->authority,
             T("http://tsa.example.org/"));
    if (o->room > SIGN_ROOM_MAX)
        DIAG(&c->diags, nowhere, USAGE_BAD_VALUE, T("--signature-room"),
             text_number(c->a, o->room), text_number(c->a, SIGN_ROOM));
    return diags_fine(&c->diags);
}

bool signing_settle(struct call *c, struct signing_options *o, const struct newsroom_sign *usual) {
    if (!o->key.n) {
        o->key = usual->key;
        o->certificates = usual->certificates;
        if (!o->passphrase.n) o->passphrase = usual->passphrase;
    }
    if (o->key.n && !o->authority.n) o->authority = usual->authority;
    if (!o->key.n && o->passphrase.n) tell_pair(c, T("--pass-file"), T("--sign"));
    if (!o->key.n && o->authority.n) tell_pair(c, T("--tsa"), T("--sign"));
    if (!o->key.n && o->time.given) tell_pair(c, T("--signing-time"), T("--sign"));
    if (!o->key.n && o->room) tell_pair(c, T("--signature-room"), T("--sign"));
    return diags_fine(&c->diags);
}

struct signature signing_plan(const struct signing_options *o, enum lang lang) {
    int usual = o->authority.n ? SIGN_ROOM_STAMPED : SIGN_ROOM;
    return (struct signature){.field = T("Signature"),
                              .label = phrase_of(lang, PHRASE_SIGNATURE),
                              .time = o->time.given ? o->time.at : instant_now(),
                              .room = o->room ? o->room : usual};
}

bool signing_fill(struct call *c, const struct signing_options *o, const struct signature *plan,
                  struct text pdf, const struct sign_gap *gap, struct text *cms) {
    struct text spans[2];
    sign_spans(pdf, gap, spans);
    struct digest hash = digest_of_parts(spans, 2);
    struct text words[] = {o->key, o->certificates, o->passphrase, o->authority,
                           text_number(c->a, plan->time), text_number(c->a, (int64_t)c->lang)};
    struct text input = {(const char *)hash.at, sizeof hash.at};
    return part_run(c, T("griot-sign"), words, sizeof words / sizeof *words, input, PART_FAILED,
                    (struct text){0}, cms) &&
           diags_fine(&c->diags) && sign_fill(&c->diags, pdf, gap, *cms);
}
