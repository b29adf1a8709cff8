/* The texts that are measured, and the same for other typesetters.
 *
 *   inputs FORMAT SEED MINISTRIES [COUNT]
 *   inputs text SEED MINISTRIES COUNT DAYS FOLDER
 *
 * Without COUNT the day text SEED as it is; with it that many communiqués, made of its sentences:
 * the titles and issuers in turn, each body most of its model's own sentences and two of any, in
 * an order that a fixed generator draws, so that no two are alike and no cache of paragraphs
 * helps. FORMAT is text (a day text), or the name of a peer: typst, groff, lualatex, weasyprint.
 * Those get French spacing where they have none of their own, and the name of the ministry, out
 * of the registry MINISTRIES, over each communiqué. The second form writes as many day texts, each
 * drawn anew, its digits too, as FOLDER/DATE.txt, from 2000-01-01 on. Output is the same everywhere. */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MODELS = 64, SENTENCES = 64, EXTRA = 2 };

struct part {
    const char *at;
    size_t n;
};

struct model {
    struct part title, body, issuer, ministry;
    struct part sentences[SENTENCES];
    size_t n;
};

static struct model models[MODELS];
static size_t nmodels;

static _Noreturn void fail(const char *what, const char *which) {
    fprintf(stderr, "inputs: %s: %s\n", what, which);
    exit(1);
}

static char *read_all(const char *path) {
    FILE *f = fopen(path, "rb");
    if (!f || fseek(f, 0, SEEK_END)) fail("cannot read", path);
    long n = ftell(f);
    char *text = malloc((size_t)n + 1);
    rewind(f);
    if (!text || fread(text, 1, (size_t)n, f) != (size_t)n) fail("cannot read", path);
    fclose(f);
    text[n] = 0;
    return text;
}

/* --- the seed --- */

static bool next_line(const char **at, struct part *line) {
    while (**at == '\n') ++*at;
    line->at = *at;
    line->n = strcspn(*at, "\n");
    *at += line->n;
    while (line->n && line->at[line->n - 1] == ' ') line->n--;
    return line->n > 0;
}

/* A sentence ends at .!? and a blank before a capital; accented ones that occur are É, È, À, Î. */
static bool opens_sentence(const char *p) {
    return isupper((unsigned char)*p) ||
           (p[0] == '\xC3' && strchr("\x89\x88\x80\x8E", p[1]) && p[1]);
}

static void split_sentences(struct model *m) {
    const char *start = m->body.at, *end = start + m->body.n;
    for (const char *p = start; p < end; p++) {
        bool last = p + 1 == end;
        if (!last && !(strchr(".!?", *p) && p[1] == ' ' && opens_sentence(p + 2))) continue;
        if (m->n == SENTENCES) fail("too many sentences", "a communiqué");
        m->sentences[m->n++] = (struct part){start, (size_t)(p + 1 - start)};
        start = p + 2;
    }
}

/* «  - acronym: MSDS» and the «name: "…"» after it. */
static struct part ministry_of(const char *registry, struct part issuer) {
    const char *at = registry, key[] = "acronym: ", name[] = "name: \"";
    while ((at = strstr(at, key))) {
        at += sizeof key - 1;
        if (strncmp(at, issuer.at, issuer.n) || at[issuer.n] != '\n') continue;
        at = strstr(at, name);
        if (at) return (struct part){at + sizeof name - 1, strcspn(at + sizeof name - 1, "\"")};
        break;
    }
    fail("no ministry", issuer.at);
}

/* The seed has one title line and one body line each, the issuer's acronym its last word. */
static void read_models(const char *seed, const char *registry) {
    struct part title, body;
    while (next_line(&seed, &title)) {
        if (nmodels == MODELS || !next_line(&seed, &body)) fail("not in pairs", "title and body");
        struct model *m = &models[nmodels++];
        size_t n = body.n;
        while (n && body.at[n - 1] != ' ') n--;
        *m = (struct model){.title = title,
                            .body = {body.at, n ? n - 1 : 0},
                            .issuer = {body.at + n, body.n - n}};
        m->ministry = ministry_of(registry, m->issuer);
        split_sentences(m);
    }
}

/* --- chance, the same everywhere (Marsaglia's xorshift64*) --- */

static uint64_t state = 20251125;
static bool other_digits; /* than the seed's */

static size_t draw(size_t below) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (size_t)((state * 2685821657736338717u >> 33) % below);
}

static void shuffle(struct part *at, size_t n) {
    for (size_t i = n; i > 1; i--) {
        size_t k = draw(i);
        struct part t = at[i - 1];
        at[i - 1] = at[k];
        at[k] = t;
    }
}

/* All but two of the model's own sentences (at least three), and two of any model's. */
static size_t reshuffle(const struct model *m, struct part *out) {
    size_t n = m->n;
    memcpy(out, m->sentences, n * sizeof *out);
    shuffle(out, n);
    if (n > 3 + EXTRA) n -= EXTRA;
    else if (n > 3) n = 3;
    for (int i = 0; i < EXTRA; i++) {
        const struct model *other = &models[draw(nmodels)];
        out[n++] = other->sentences[draw(other->n)];
    }
    shuffle(out, n);
    return n;
}

/* --- formats --- */

struct format {
    const char *name;
    const char *escaped;      /* these get `escape` before them */
    const char *escape;
    const char *thin, *solid; /* the no-break spaces of French, or NULL: the peer puts them */
    const char *head, *entry, *item, *end, *foot;
};

/* In `entry` and `item`: %k number, %t title, %b body, %i issuer, %m ministry. Where an entry is
 * given it is printed for every communiqué before the first item: a peer without a table of
 * contents of its own. */
static const struct format formats[] = {
    {"text", "", "", NULL, NULL, "", NULL, "%t\n\n%b %i\n", "", ""},
    {"typst", "\\#$*_`<>@[]~/", "\\", "\u202F", "\u00A0", "", NULL,
     "#item[%i][%m][%t][%b]\n", "", ""},
    {"groff", "\\", "\\", "\\|", "\\~", "", ".ENTRY c%k \"%t\"\n",
     ".ITEM c%k \"%i\" \"%m\" \"%t\"\n\\&%b\n", "", ".END\n"},
    {"lualatex", "#$%&_{}", "\\", NULL, NULL, "", NULL, "\\communique{%i}{%m}{%t}\n%b\n\n", "",
     "\\end{document}\n"},
    {"weasyprint", "", "", "\u202F", "\u00A0",
     "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Communiqués du "
     "Gouvernement</title></head><body>\n<header><p class=\"state\">République du Mali</p>"
     "<h1>Communiqués du Gouvernement</h1><p class=\"date\">mardi 25 novembre 2025</p></header>\n"
     "<nav><h2>Sommaire</h2><ol>\n",
     "<li><a href=\"#c%k\">%t</a></li>\n",
     "<article id=\"c%k\"><p class=\"ministry\"><b>%i</b> — %m</p><h2>%t</h2>"
     "<p class=\"body\">%b</p></article>\n",
     "</ol></nav>\n", "</body></html>\n"},
};

static const char *entity(char c) {
    return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : NULL;
}

static bool starts(const char *at, const char *end, const char *what) {
    size_t n = strlen(what);
    return (size_t)(end - at) >= n && !memcmp(at, what, n);
}

/* The no-break space that French wants in place of a blank at `p`, or NULL. */
static const char *french_space(const struct format *f, const char *p, const char *end,
                                const char *start) {
    if (!f->thin || *p != ' ' || p + 1 == end) return NULL;
    if (p[1] == ':') return f->solid;
    if (strchr(";!?", p[1]) || starts(p + 1, end, "»")) return f->thin;
    return p - start >= 2 && !memcmp(p - 2, "«", 2) ? f->thin : NULL;
}

static void print_text(const struct format *f, struct part t) {
    const char *end = t.at + t.n;
    for (const char *p = t.at; p < end; p++) {
        if (other_digits && isdigit((unsigned char)*p)) {
            putchar('0' + (int)draw(10));
            continue;
        }
        const char *space = french_space(f, p, end, t.at);
        const char *html = f->name[0] == 'w' ? entity(*p) : NULL;
        if (space) fputs(space, stdout);
        else if (html) fputs(html, stdout);
        else {
            if (strchr(f->escaped, *p)) fputs(f->escape, stdout);
            putchar(*p);
        }
    }
}

static void print_item(const struct format *f, const char *pattern, size_t k, const struct model *m,
                       const struct part *sentences, size_t n) {
    for (const char *p = pattern; *p; p++) {
        if (*p != '%') {
            putchar(*p);
            continue;
        }
        switch (*++p) {
        case 'k': printf("%zu", k); break;
        case 't': print_text(f, m->title); break;
        case 'i': print_text(f, m->issuer); break;
        case 'm': print_text(f, m->ministry); break;
        case 'b':
            for (size_t i = 0; i < n; i++) {
                if (i) putchar(' ');
                print_text(f, sentences[i]);
            }
        }
    }
}

static void print_all(const struct format *f, size_t count) {
    size_t n = count ? count : nmodels;
    struct part sentences[SENTENCES + EXTRA];
    fputs(f->head, stdout);
    for (size_t k = 0; f->entry && k < n; k++)
        print_item(f, f->entry, k + 1, &models[k % nmodels], NULL, 0);
    fputs(f->end, stdout);
    for (size_t k = 0; k < n; k++) {
        const struct model *m = &models[k % nmodels];
        if (count) print_item(f, f->item, k + 1, m, sentences, reshuffle(m, sentences));
        else print_item(f, f->item, k + 1, m, &m->body, 1);
    }
    fputs(f->foot, stdout);
}

/* Years 4 apart, of 1,461 days: enough until 2100. */
static void next_day(int *year, int *month, int *day) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (++*day <= days[*month - 1] + (*month == 2 && *year % 4 == 0)) return;
    *day = 1;
    if (++*month <= 12) return;
    *month = 1;
    ++*year;
}

static void print_days(const struct format *f, size_t count, size_t n, const char *folder) {
    int year = 2000, month = 1, day = 1;
    char path[4096];
    other_digits = true;
    for (size_t i = 0; i < n; i++, next_day(&year, &month, &day)) {
        snprintf(path, sizeof path, "%s/%04d-%02d-%02d.txt", folder, year, month, day);
        if (!freopen(path, "wb", stdout)) fail("cannot write", path);
        print_all(f, count);
    }
}

int main(int argc, char **argv) {
    if (argc < 4 || argc == 6 || argc > 7) {
        fputs("usage: inputs FORMAT SEED MINISTRIES [COUNT [DAYS FOLDER]]\n", stderr);
        return 2;
    }
    char *seed = read_all(argv[2]), *registry = read_all(argv[3]);
    read_models(seed, registry);
    if (!nmodels) fail("no communiqué", argv[2]);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (strcmp(formats[i].name, argv[1])) continue;
        size_t count = argc > 4 ? strtoul(argv[4], NULL, 10) : 0;
        if (argc > 5) print_days(&formats[i], count, strtoul(argv[5], NULL, 10), argv[6]);
        else print_all(&formats[i], count);
        free(seed);
        free(registry);
        return fflush(stdout) || ferror(stdout);
    }
    fail("unknown format", argv[1]);
}
