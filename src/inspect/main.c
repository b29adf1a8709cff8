/* griot-inspect: reads a received PDF and judges its signatures, for griot inspect, which guards
 * it: what such a file does to this program does nothing to griot.
 *
 *   griot-inspect FILE TRUST text|json LANG
 *
 * TRUST, a PEM file, may be empty. The answer (base/relay.h) holds the report. */
#include "base/file.h"
#include "base/process.h"
#include "base/relay.h"
#include "inspect/reader.h"
#include "inspect/report.h"

#include <unistd.h>

enum { WORDS = 5, MEMORY_MAX = 2000 << 20, SECONDS_MAX = 60 };

struct order {
    struct text path, trust;
    bool json;
    enum lang lang;
};

/* Complains of what does not hold, and of what holds but covers only a part where none covers all;
 * warns of who is not trusted. */
static void complain(struct diags *d, const struct order *o, const struct facts *f,
                     const struct seal *seals) {
    struct place place = {.file = o->path};
    size_t n = f->sealings.n, least = 0;
    bool covered = false;
    for (size_t i = 0; i < n; i++) {
        const struct seal *s = &seals[i];
        if (s->fault != MESSAGE_NONE) DIAG(d, place, s->fault, s->detail);
        if (s->signer.trusted == TRUST_NO)
            DIAG(d, place, SIGNER_UNTRUSTED, o->trust, s->signer.subject, s->signer.why);
        if (s->authority.trusted == TRUST_NO)
            DIAG(d, place, SIGNER_UNTRUSTED, o->trust, s->authority.subject, s->authority.why);
        covered |= s->covers;
        if (s->fault == MESSAGE_NONE && s->uncovered && (!least || s->uncovered < least))
            least = s->uncovered;
    }
    if (!covered && least) DIAG(d, place, SEAL_PARTIAL, text_number(d->arena, (int64_t)least));
}

static void inspect(struct arena *a, struct diags *d, const struct order *o, struct build *out) {
    struct trust *trust = NULL;
    struct text file;
    struct facts facts;
    if (o->trust.n && !(trust = trust_open(a, d, o->trust))) return;
    if (file_read(a, d, o->path, FILE_CAP, &file) && reader_read(a, d, o->path, file, &facts)) {
        struct seal *seals = arena_new(a, struct seal, facts.sealings.n);
        struct report report = {o->path, digest_of(file), &facts, seals};
        for (size_t i = 0; i < facts.sealings.n; i++)
            seal_judge(a, file, &facts.sealings.at[i], trust, &seals[i]);
        complain(d, o, &facts, seals);
        if (o->json) report_print_json(out, &report);
        else report_print(out, &report, o->lang);
    }
    trust_drop(trust);
}

static bool read_order(char **words, struct order *out) {
    int64_t lang;
    if (!text_int(text_of(words[4]), 0, LANG__MAX - 1, &lang)) return false;
    *out = (struct order){.path = text_of(words[1]),
                          .trust = text_of(words[2]),
                          .json = text_equal(text_of(words[3]), T("json")),
                          .lang = (enum lang)lang};
    return true;
}

int main(int argc, char **argv) {
    struct arena arena = arena_open((size_t)1 << 29);
    struct diags d = diags_make(&arena);
    struct build report = {.arena = &arena};
    struct order order;
    int status = 2;
    if (argc == WORDS && read_order(argv, &order)) {
        process_limit(MEMORY_MAX, SECONDS_MAX);
        inspect(&arena, &d, &order, &report);
        status = relay_finish(&d, build_done(&report));
    } else {
        file_write_all(STDERR_FILENO, T("griot-inspect is run by griot inspect\n"));
    }
    arena_close(&arena);
    return status;
}
