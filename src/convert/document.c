/* See document.h. */
#include "convert/document.h"

#include "edition/issuer.h"

struct part *document_part(struct document *d, enum part_kind kind) {
    arena_push(d->a, &d->parts, (struct part){.kind = kind});
    return &d->parts.at[d->parts.n - 1];
}

void part_add(struct arena *a, struct part *p, struct stretch s) {
    struct stretch *last = p->text.n ? &p->text.at[p->text.n - 1] : NULL;
    if (!s.text.n && !s.breaks) return;
    if (last && !last->breaks && last->look == s.look && text_equal(last->link, s.link)) {
        last->text = TEXT_JOIN(a, last->text, s.text);
        last->breaks = s.breaks;
        return;
    }
    arena_push(a, &p->text, s);
}

struct text part_text(struct arena *a, const struct part *p) {
    struct build b = {.arena = a};
    for (size_t i = 0; i < p->text.n; i++) {
        build_text(&b, p->text.at[i].text);
        if (p->text.at[i].breaks) build_char(&b, ' ');
    }
    return text_trim(build_done(&b));
}

static void remove_parts(struct document *d, size_t at, size_t n) {
    d->parts.n -= n;
    for (size_t i = at; i < d->parts.n; i++) d->parts.at[i] = d->parts.at[i + n];
}

static bool is_prose(const struct part *p) {
    return p->kind == PART_PARAGRAPH || p->kind == PART_HEADING || p->kind == PART_TITLE;
}

/* The parts from `at` on that are the title. */
static void take_title(struct document *d, size_t at) {
    struct build b = {.arena = d->a};
    size_t n = 0;
    do {
        if (n) build_char(&b, ' ');
        build_text(&b, part_text(d->a, &d->parts.at[at + n++]));
    } while (at + n < d->parts.n && d->parts.at[at].kind == PART_TITLE &&
             d->parts.at[at + n].kind == PART_TITLE);
    d->title = build_done(&b);
    remove_parts(d, at, n);
}

static void find_title(struct document *d, struct text given) {
    size_t first = d->parts.n;
    for (size_t i = d->parts.n; i-- > 0;)
        if (is_prose(&d->parts.at[i])) first = i;
    for (size_t i = 0; i < d->parts.n; i++)
        if (d->parts.at[i].kind == PART_TITLE) {
            take_title(d, i);
            return;
        }
    if (given.n) d->title = given;
    else if (first < d->parts.n) take_title(d, first);
}

/* Takes the last `n` bytes and the blanks before them off the part. */
static void cut_end(struct part *p, size_t n) {
    while (p->text.n) {
        struct stretch *s = &p->text.at[p->text.n - 1];
        struct text kept = text_trim_end(s->text);
        size_t cut = kept.n < n ? kept.n : n;
        s->text = text_part(kept, 0, kept.n - cut);
        n -= cut;
        s->text = n ? s->text : text_trim_end(s->text);
        if (s->text.n) {
            s->breaks = false;
            return;
        }
        p->text.n--;
    }
}

static void find_issuer(struct document *d, struct text name) {
    struct text acronym, before;
    for (size_t i = d->parts.n; i-- > 0;) {
        struct part *p = &d->parts.at[i];
        if (p->kind == PART_FILE) continue;
        if (!issuer_closes(part_text(d->a, p), &acronym, &before)) break;
        d->issuer = acronym;
        cut_end(p, acronym.n);
        if (!p->text.n) remove_parts(d, i, 1);
        return;
    }
    size_t n = 0;
    while (n < name.n && name.at[n] != '-' && name.at[n] != '_' && name.at[n] != ' ' &&
           name.at[n] != '.')
        n++;
    if (issuer_form(text_part(name, 0, n))) d->issuer = text_part(name, 0, n);
}

static bool is_caption(const struct document *d, size_t i) {
    return i < d->parts.n && d->parts.at[i].kind == PART_CAPTION;
}

static void describe_tables(struct document *d) {
    int number = 0;
    for (size_t i = 0; i < d->parts.n; i++) {
        if (d->parts.at[i].kind != PART_FILE || !text_ends(d->parts.at[i].file, T(".csv"))) continue;
        number++;
        if (d->parts.at[i].text.n) continue;
        size_t caption = i && is_caption(d, i - 1) ? i - 1 : i + 1;
        struct text says = TEXT_JOIN(d->a, T("Tableau "), text_number(d->a, number));
        if (is_caption(d, caption)) says = part_text(d->a, &d->parts.at[caption]);
        part_add(d->a, &d->parts.at[i], (struct stretch){.text = says});
        if (is_caption(d, caption)) {
            remove_parts(d, caption, 1);
            i -= caption < i;
        }
    }
    for (size_t i = 0; i < d->parts.n; i++)
        if (d->parts.at[i].kind == PART_CAPTION) d->parts.at[i].kind = PART_PARAGRAPH;
}

void document_settle(struct document *d, struct text name, struct text title) {
    describe_tables(d);
    find_title(d, title);
    find_issuer(d, name);
}
