/* See daytext.h. The text is read line by line with one question: is this line a title, or body? */
#include "edition/daytext.h"

#include "base/unicode.h"
#include "edition/issuer.h"

enum {
    LONGEST_TITLE = 600,  /* characters */
    LONGEST_SUBHEAD = 200 /* characters; a longer paragraph is no title gone astray */
};

struct blocks {
    struct block *at;
    size_t n, cap;
};

/* One line without its blanks. */
struct line {
    struct text text;
    struct spot spot;
    bool blank_after; /* an empty line or the end follows */
    bool last;        /* nothing but blanks follows in the file */
};

struct reader {
    struct arena *a;
    struct diags *d;
    struct text file, text;
    const struct register_of_day *day;
    struct communiques *out;
    size_t at;   /* next byte */
    int line_no; /* of the line that was read last */
    /* the communiqué being read */
    bool open;      /* its title is known */
    struct communique now;
    struct blocks blocks;
    struct spot last_spot; /* behind the last body line */
    struct text last;      /* that line */
    bool told;      /* it is already known to be faulty */
};

void title_check(struct diags *d, struct text file, const struct span *title) {
    size_t length = utf8_count(title->text);
    if (length > LONGEST_TITLE)
        DIAG(d, ((struct place){file, title->spot.line, title->spot.col}), TITLE_TOO_LONG,
             text_number(d->arena, (int64_t)length), text_number(d->arena, LONGEST_TITLE));
}

static struct place place_at(const struct reader *r, struct spot s) {
    return (struct place){r->file, s.line, s.col};
}

/* The next raw line without its end; false at the end of the text. */
static bool raw_line(struct reader *r, struct text *out) {
    if (r->at >= r->text.n) return false;
    struct text rest = text_after(r->text, r->at);
    size_t end = text_find(rest, T("\n"));
    *out = text_part(rest, 0, end);
    r->at += end + 1;
    r->line_no++;
    return true;
}

/* Whether the line behind the current one is empty, and whether all are. */
static void look_ahead(const struct reader *r, struct line *l) {
    struct text rest = text_after(r->text, r->at);
    struct text next = text_part(rest, 0, text_find(rest, T("\n")));
    l->blank_after = !text_trim(next).n;
    l->last = true;
    for (size_t i = 0; l->last && i < rest.n; i++)
        l->last = rest.at[i] == ' ' || rest.at[i] == '\n' || rest.at[i] == '\r' ||
                  rest.at[i] == '\t';
}

/* The next line that is not empty. */
static bool next_line(struct reader *r, struct line *out) {
    for (struct text raw; raw_line(r, &raw);) {
        struct text t = text_trim(raw);
        if (!t.n) continue;
        int col = 1 + (int)utf8_count(text_part(raw, 0, (size_t)(t.at - raw.at)));
        *out = (struct line){.text = unicode_nfc(r->a, t), .spot = {r->line_no, col}};
        look_ahead(r, out);
        return true;
    }
    return false;
}

static void open_communique(struct reader *r, const struct line *l) {
    r->now = (struct communique){.file = r->file, .spot = l->spot, .lang = r->day->lang};
    r->now.title = (struct span){.text = l->text, .spot = l->spot};
    r->blocks = (struct blocks){0};
    r->open = true;
    r->told = false;
}

static void add_paragraph(struct reader *r, struct text t, struct spot spot) {
    struct span *span = arena_new(r->a, struct span, 1);
    *span = (struct span){.text = t, .spot = spot};
    arena_reserve(r->a, &r->blocks, 1); /* most communiqués have few */
    arena_push(r->a, &r->blocks,
               ((struct block){.kind = BLOCK_PARAGRAPH, .spot = spot, .spans = span, .nspans = 1}));
}

/* The communiqué is whole, issued by `acronym`, which starts at `at`. */
static void close_communique(struct reader *r, struct text acronym, struct spot at) {
    r->open = false;
    r->now.issuer = ministries_name(r->a, r->d, r->day->ministries, acronym, r->day->date,
                                    place_at(r, at));
    if (!r->blocks.n) DIAG(r->d, place_at(r, r->now.spot), TITLE_WITHOUT_BODY, r->now.title.text);
    r->now.blocks = r->blocks.at;
    r->now.nblocks = r->blocks.n;
    if (r->now.issuer && r->blocks.n) arena_push(r->a, r->out, r->now);
}

static char capital(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c ^ 0x20) : c;
}

/* The acronym that ends the line, with brackets around it, where it does not close a communiqué: without
 * the end of a sentence before it, with a full stop behind it, in brackets, or in small letters. The last
 * may be a word as well, but where a sentence or a bracket stands before it. */
static struct text misplaced_acronym(const struct reader *r) {
    struct text t = text_trim_end(r->last);
    size_t to = t.n, i;
    struct build word = {.arena = r->a};
    while (to && (t.at[to - 1] == '.' || t.at[to - 1] == ')' || t.at[to - 1] == ']')) to--;
    for (i = to; i; i--) {
        char c = capital(t.at[i - 1]);
        if (c != '-' && (c < '0' || c > '9') && (c < 'A' || c > 'Z')) break;
    }
    for (size_t k = i; k < to; k++) build_char(&word, capital(t.at[k]));
    if (!ministries_find(r->day->ministries, build_done(&word), r->day->date)) return T("");
    bool bracket = i && (t.at[i - 1] == '(' || t.at[i - 1] == '[');
    struct text written = text_part(t, i, to), before = text_part(t, 0, i);
    if (bracket) return text_part(t, i - 1, to + (to < t.n));
    return text_equal(written, build_done(&word)) || !before.n || sentence_ends(before) ? written : T("");
}

/* What is still open at the end of the text. */
static void leave_communique(struct reader *r) {
    if (!r->open) return;
    r->open = false;
    if (r->told) return;
    struct text acronym = misplaced_acronym(r);
    if (!r->blocks.n) DIAG(r->d, place_at(r, r->now.spot), TITLE_WITHOUT_BODY, r->now.title.text);
    else if (acronym.n)
        DIAG(r->d, place_at(r, r->last_spot), ISSUER_UNCLEAR, r->now.title.text, acronym);
    else DIAG(r->d, place_at(r, r->last_spot), BODY_WITHOUT_ISSUER, r->now.title.text);
}

/* A short paragraph with an empty line behind it, amid a body, is a title whose predecessor lacks
 * its issuer. */
static bool stray_title(const struct reader *r, const struct line *l) {
    if (!r->blocks.n || !l->blank_after || l->last) return false;
    if (utf8_count(l->text) > LONGEST_SUBHEAD || sentence_ends(l->text)) return false;
    char end = l->text.at[l->text.n - 1];
    return end != ';' && end != ',' && end != ':';
}

static void read_body(struct reader *r, const struct line *l) {
    struct text acronym, before;
    if (issuer_closes(l->text, &acronym, &before)) {
        struct spot at = l->spot;
        at.col += (int)utf8_count(text_part(l->text, 0, (size_t)(acronym.at - l->text.at)));
        if (before.n) add_paragraph(r, before, l->spot);
        close_communique(r, acronym, at);
        return;
    }
    if (stray_title(r, l)) {
        DIAG(r->d, place_at(r, l->spot), PROBABLE_TITLE, l->text, r->now.title.text);
        open_communique(r, l);
        return;
    }
    add_paragraph(r, l->text, l->spot);
    r->last = l->text;
    r->last_spot = l->spot;
    r->last_spot.col += (int)utf8_count(l->text);
}

static void read_title(struct reader *r, const struct line *l) {
    open_communique(r, l);
    title_check(r->d, r->file, &r->now.title);
    if (l->last || l->blank_after) return;
    DIAG(r->d, place_at(r, l->spot), TITLE_NOT_SEPARATED, l->text);
    r->told = true;
}

bool daytext_read(struct arena *a, struct diags *d, struct text file, struct text text,
                  const struct register_of_day *day, struct communiques *out) {
    struct reader r = {.a = a, .d = d, .file = file, .text = text, .day = day, .out = out};
    bool any = false;
    for (struct line l; next_line(&r, &l); any = true) {
        if (r.open) read_body(&r, &l);
        else read_title(&r, &l);
    }
    leave_communique(&r);
    return any;
}
