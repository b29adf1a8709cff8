/* See items.h. Space and tab are glue; a no-break space is glue where no line ends; every other
 * character, narrow no-break spaces among them, belongs to a word. */
#include "type/items.h"

#include "base/unicode.h"

enum {
    CUT_PENALTY = 3000,      /* of a break inside a word that is too long for any line */
    CUT_SIGN_PENALTY = 300,  /* the same behind a sign, as in an address */
    PART_PENALTY = 250,      /* of a division within a compound's part */
    SHORT_WORD_PENALTY = 150, /* of a ragged line that ends in a little word */
    COLON_PENALTY = -2000,    /* of a title's that ends in a colon */
    SHORT_WORD = 3           /* letters */
};

enum { LOOKS = SPAN_EMPHASIS | SPAN_STRONG | SPAN_CODE };

/* --- the text and its looks --- */

/* The role whose face the marks ask for within text of another. */
static enum role face_role(enum role within, unsigned marks) {
    if (within == ROLE_HEADING) return marks & SPAN_EMPHASIS ? ROLE_STRONG_EMPHASIS : within;
    if (!(marks & SPAN_STRONG)) return ROLE_EMPHASIS;
    return marks & SPAN_EMPHASIS ? ROLE_STRONG_EMPHASIS : ROLE_STRONG;
}

void items_text(struct arena *a, struct itemizing *how, const struct span *spans, size_t n) {
    how->spans = spans;
    how->nspans = n;
    how->plain = (struct ink){look_role(how->look, how->role), (uint8_t)how->role, how->size,
                              look_style(how->look)->roles[how->role].tracking};
    if (how->emphatic)
        how->plain.cut = look_role(how->look, face_role(how->role, SPAN_EMPHASIS));
    how->language = words_lang(how->words, how->lang);
    how->text = n ? spans[0].text : (struct text){0};
    how->ends = NULL;
    if (n < 2) return;
    struct build joined = {.arena = a};
    uint32_t *ends = arena_new(a, uint32_t, n);
    for (size_t i = 0; i < n; i++) ends[i] = (uint32_t)spans[i].text.n + (i ? ends[i - 1] : 0);
    build_room(&joined, ends[n - 1]);
    for (size_t i = 0; i < n; i++) build_text(&joined, spans[i].text);
    how->text = build_done(&joined);
    how->ends = ends;
}

/* The number of the span that byte `at` is of. */
static size_t span_at(const struct itemizing *how, size_t at) {
    size_t low = 0, high = how->nspans - 1;
    while (how->ends && low < high) {
        size_t middle = low + (high - low) / 2;
        if (how->ends[middle] > at) high = middle;
        else low = middle + 1;
    }
    return low;
}

static size_t span_start(const struct itemizing *how, size_t i) {
    return how->ends && i ? how->ends[i - 1] : 0;
}

const struct span *items_span(const struct itemizing *how, size_t at, size_t *offset) {
    size_t i = span_at(how, at);
    *offset = at - span_start(how, i);
    return &how->spans[i];
}

struct ink items_ink(const struct itemizing *how, const struct span *span) {
    const struct role_style *roles = look_style(how->look)->roles;
    struct ink ink = how->plain;
    unsigned marks = span->marks & LOOKS;
    if (!marks && !span->link) return ink;
    if (marks & SPAN_CODE) {
        ink.cut = look_role(how->look, ROLE_CODE);
        ink.pen = ROLE_CODE;
        if (how->role != ROLE_CODE)
            ink.size = (length)mul_div(roles[ROLE_CODE].size, how->size, roles[ROLE_BODY].size);
    } else if (marks) {
        ink.cut = look_role(how->look, face_role(how->role, marks));
    }
    if (span->link) ink.pen = ROLE_LINK;
    ink.tracking = roles[ink.pen].tracking;
    return ink;
}

bool items_alike(const struct span *a, const struct span *b) {
    return a == b || ((a->marks & LOOKS) == (b->marks & LOOKS) && a->link == b->link &&
                      text_equal(a->lang, b->lang));
}

static length ink_width(const struct ink *ink, int64_t thousandths, int64_t n) {
    int64_t width = mul_div(thousandths, ink->size, EM);
    int64_t tracked = ink->tracking;
    return (length)(tracked ? width + mul_div(tracked * n, ink->size, SHARE_ONE) : width);
}

length items_word(const struct ink *ink, const struct word *word) {
    return ink_width(ink, word->width, word->nglyphs);
}

length items_space(const struct itemizing *how) {
    return ink_width(&how->plain, words_space(how->words, how->plain.cut), 1);
}

/* --- boxes --- */

static length hang_of(const struct itemizing *how, int32_t thousandths) {
    if (!thousandths) return 0;
    int64_t full = mul_div(thousandths, how->size, EM);
    return (length)mul_div(full, look_style(how->look)->justification.hang, SHARE_ONE);
}

/* A word on its way to items. */
struct token {
    struct text text;
    uint32_t at;      /* bytes into the text */
    uint32_t number;  /* of the shaped word */
    const struct word *word;
    const struct ink *ink;
    uint8_t language; /* from words_lang */
    bool divide;
};

/* A box for the bytes [from, to) of the word. */
static void add_box(struct arena *a, const struct itemizing *how, const struct token *t,
                    length width, size_t from, size_t to, struct items *out) {
    arena_push(a, out,
               ((struct item){.kind = ITEM_BOX,
                              .width = width,
                              .hang = from ? 0 : hang_of(how, t->word->hang_left),
                              .word = t->number,
                              .at = t->at,
                              .from = (uint16_t)from,
                              .to = (uint16_t)to}));
}

/* A division: `soft` where a hyphen is added. */
static void add_division(struct arena *a, const struct itemizing *how, const struct token *t,
                         bool soft, int penalty, bool flagged, struct items *out) {
    int hyphen = words_hyphen(how->words, t->word->cut);
    arena_push(a, out,
               ((struct item){.kind = ITEM_PENALTY,
                              .width = soft ? ink_width(t->ink, hyphen, 1) : 0,
                              .hang = hang_of(how, hyphen * WORD_HYPHEN_HANG / 1000),
                              .penalty = (int16_t)penalty,
                              .flagged = flagged}));
}

static void add_divided(struct arena *a, const struct itemizing *how, const struct token *t,
                        struct items *out) {
    const struct word *w = t->word;
    size_t from = 0;
    length done = 0, full = items_word(t->ink, w);
    for (uint16_t i = 0; i < w->nparts; i++) {
        length before = ink_width(t->ink, w->parts[i].before, 0);
        add_box(a, how, t, before - done, from, w->parts[i].at, out);
        enum division_kind kind = w->parts[i].kind;
        add_division(a, how, t, kind != DIVIDE_HARD, kind == DIVIDE_PART ? PART_PENALTY : 0, true,
                     out);
        from = w->parts[i].at;
        done = before;
    }
    add_box(a, how, t, full - done, from, w->text.n, out);
}

/* Whether the word is an address or a code: a sign or digit stands between its letters. A hyphen
 * added there would be read as a part of it. */
static bool is_code(struct text word) {
    bool letter = false, sign = false;
    for (size_t i = 0; i < word.n;) {
        uint32_t c = utf8_next(word, &i);
        bool plain = unicode_letter(c) || unicode_mark(c) || c == 0x2019 || c == '\'' || c == '-';
        if (plain && sign) return true;
        letter |= plain;
        sign |= !plain && letter;
    }
    return false;
}

/* Whether the word is an address of the web: it may be cut behind its signs wherever it stands. */
static bool is_address(struct text word) {
    return text_is_web(word) || text_starts(word, T("www."));
}

/* Whether a code may be cut between these two: behind a sign, and not before another; not behind a
 * hyphen, which would be read as added. */
static bool parts_code(uint32_t left, uint32_t right) {
    return !unicode_letter(left) && !unicode_digit(left) && left != '-' &&
           (unicode_letter(right) || unicode_digit(right));
}

/* A word wider than the measure may be cut between any two clusters: with a hyphen between
 * letters, without one behind a sign and anywhere in an address. An address that is not so wide is cut
 * at its signs only. */
static void add_cut(struct arena *a, const struct itemizing *how, const struct token *t,
                    struct items *out) {
    const struct word *w = t->word;
    size_t from = 0;
    int64_t width = 0;
    uint16_t glyphs = 0;
    bool code = is_code(w->text), at_signs = items_word(t->ink, w) <= how->measure;
    for (uint16_t i = 0; i < w->nglyphs; i++) {
        const struct glyph *g = &w->glyphs[i];
        if (g->at > from) {
            size_t before = g->at, behind = g->at;
            uint32_t left = utf8_prev(w->text, &before), right = utf8_next(w->text, &behind);
            bool letters = unicode_letter(left) && unicode_letter(right);
            /* program code is cut behind a space, where one is near */
            bool early = how->solid && left != ' ' &&
                         ink_width(t->ink, width, glyphs) < how->measure / 2;
            bool sign = code ? parts_code(left, right) : !unicode_letter(left);
            if (!early && (sign || !at_signs)) {
                add_box(a, how, t, ink_width(t->ink, width, glyphs), from, g->at, out);
                add_division(a, how, t, letters && !code, sign ? CUT_SIGN_PENALTY : CUT_PENALTY, false,
                             out);
                from = g->at;
                width = glyphs = 0;
            }
        }
        width += font_advance(look_cut(how->look, w->cut)->font, g->id) + g->adjust;
        glyphs++;
    }
    add_box(a, how, t, ink_width(t->ink, width, glyphs), from, w->text.n, out);
}

static void find_word(const struct itemizing *how, struct token *t, uint8_t cut) {
    struct manner manner = {cut, t->language, t->divide};
    t->number = words_find(how->words, manner, t->text);
    t->word = words_at(how->words, t->number);
}

/* The items of a word that its cut has in full. */
static void add_word(struct arena *a, const struct itemizing *how, const struct token *t,
                     struct items *out) {
    length width = items_word(t->ink, t->word);
    if (width > how->measure || is_address(t->text)) add_cut(a, how, t, out);
    else if (t->word->nparts) add_divided(a, how, t, out);
    else add_box(a, how, t, width, 0, t->text.n, out);
}

static void tell_missing(const struct itemizing *how, size_t at, struct text character) {
    struct place place = {0};
    struct build code = {.arena = how->diags->arena};
    static const char hex[] = "0123456789ABCDEF";
    size_t i = 0, offset;
    uint32_t c = utf8_next(character, &i);
    build_text(&code, T("U+"));
    for (int shift = c > 0xFFFFF ? 20 : c > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
        build_char(&code, hex[c >> shift & 15]);
    const struct span *span = items_span(how, at, &offset);
    if (how->communique) place = span_place(how->communique, span, offset);
    DIAG(how->diags, place, NO_GLYPH, character, build_done(&code),
         look_style(how->look)->roles[how->role].face);
}

/* The cut for the character at `i` of a word that its ink's cut has not in full: marks and spaces
 * stay with what is before them where that cut has them. -1: no face has it. */
static int cut_for(const struct itemizing *how, const struct ink *ink, uint32_t c, int before) {
    bool stays = before >= 0 && (unicode_mark(c) || c == 0x202F);
    if (stays && font_covers(look_cut(how->look, (uint8_t)before)->font, c)) return before;
    return look_covering(how->look, ink->cut, c);
}

/* A word with characters that its cut lacks, taken apart into runs that a face has. */
static void add_patched(struct arena *a, const struct itemizing *how, const struct token *t,
                        struct items *out) {
    int cut = -1;
    size_t from = 0;
    for (size_t i = 0; i <= t->text.n;) {
        size_t at = i;
        int next = -1;
        if (i < t->text.n) {
            uint32_t c = utf8_next(t->text, &i);
            next = cut_for(how, t->ink, c, cut);
            if (next < 0) tell_missing(how, t->at + at, text_part(t->text, at, i));
        }
        if (next != cut || at == t->text.n) {
            struct token run = *t;
            run.text = text_part(t->text, from, at);
            run.at = t->at + (uint32_t)from;
            if (cut >= 0 && run.text.n) {
                find_word(how, &run, (uint8_t)cut);
                add_word(a, how, &run, out);
            }
            from = at;
            cut = next;
        }
        if (at == t->text.n) break;
    }
}

/* A word, or the part of it that is in one look. */
static void add_token(struct arena *a, const struct itemizing *how, struct token t,
                      struct items *out) {
    struct text text = t.text;
    uint32_t at = t.at;
    for (size_t from = 0, to; from < text.n; from = to) {
        to = from + WORD_LONGEST < text.n ? from + WORD_LONGEST : text.n;
        while (to < text.n && ((unsigned char)text.at[to] & 0xC0) == 0x80) to--;
        t.text = text_part(text, from, to);
        t.at = at + (uint32_t)from;
        find_word(how, &t, t.ink->cut);
        if (t.word->missing) add_patched(a, how, &t, out);
        else add_word(a, how, &t, out);
    }
}

/* Whether letters stand on both sides of `at`. */
static bool within_letters(struct text t, size_t at) {
    size_t before = at, behind = at;
    return at && at < t.n && unicode_letter(utf8_prev(t, &before)) &&
           unicode_letter(utf8_next(t, &behind));
}

static uint8_t language_of(const struct itemizing *how, const struct span *span) {
    return span->lang.n ? words_lang(how->words, span->lang) : how->language;
}

/* The bytes [from, to) of the text, which hold no place for a break: look by look. Where the look
 * changes within letters, they are not divided, for patterns speak of whole words. */
static void add_looks(struct arena *a, const struct itemizing *how, size_t from, size_t to,
                      struct items *out) {
    for (size_t i = span_at(how, from), end; from < to; from = end) {
        const struct span *span = &how->spans[i];
        do end = how->ends[i++];
        while (end < to && items_alike(&how->spans[i], span));
        if (end > to) end = to;
        struct ink ink = items_ink(how, span);
        bool whole = !within_letters(how->text, from) && !within_letters(how->text, end);
        add_token(a, how,
                  (struct token){.text = text_part(how->text, from, end), .at = (uint32_t)from,
                                 .ink = &ink, .language = language_of(how, span),
                                 .divide = how->divide && whole && !(span->marks & SPAN_CODE)},
                  out);
    }
}

static void add_unbroken(struct arena *a, const struct itemizing *how, size_t from, size_t to,
                         struct items *out) {
    const struct span *span = how->spans;
    if (how->ends) {
        add_looks(a, how, from, to, out);
        return;
    }
    struct ink ink = items_ink(how, span);
    add_token(a, how,
              (struct token){.text = text_part(how->text, from, to), .at = (uint32_t)from,
                             .ink = &ink, .language = language_of(how, span),
                             .divide = how->divide && !(span->marks & SPAN_CODE)},
              out);
}

/* What a break behind this word costs in ragged text; in a title a colon ends a line well. */
static int ragged_penalty(struct text word, bool title) {
    size_t letters = 0;
    for (size_t i = 0; i < word.n;) {
        uint32_t c = utf8_next(word, &i);
        if (title && c == ':' && i == word.n) return COLON_PENALTY;
        letters += unicode_letter(c) ? 1 : SHORT_WORD + 1;
    }
    return letters <= SHORT_WORD ? SHORT_WORD_PENALTY : 0;
}

/* A word space of the text. */
static struct item make_glue(const struct itemizing *how) {
    const struct justification *j = &look_style(how->look)->justification;
    length space = items_space(how);
    return (struct item){.kind = ITEM_GLUE,
                         .width = space,
                         .stretch = (length)mul_div(space, j->stretch, SHARE_ONE),
                         .shrink = (length)mul_div(space, j->shrink, SHARE_ONE)};
}

static void add_glue(struct arena *a, const struct itemizing *how, struct item glue, bool tied,
                     struct text before, struct items *out) {
    int32_t hang = 0;
    const struct item *last = out->n ? &out->at[out->n - 1] : NULL;
    if (last && last->kind == ITEM_BOX && last->to)
        hang = words_at(how->words, last->word)->hang_right;
    glue.hang = hang_of(how, hang);
    glue.penalty = (int16_t)(tied          ? PENALTY_NEVER
                             : how->divide ? 0
                                           : ragged_penalty(before, how->title));
    arena_push(a, out, glue);
}

void items_add(struct arena *a, const struct itemizing *how, struct items *out) {
    struct text t = how->text, before = {0};
    if (how->solid) {
        if (t.n) add_unbroken(a, how, 0, t.n, out);
        return;
    }
    struct item glue = make_glue(how);
    for (size_t i = 0; i < t.n;) {
        bool nbsp = t.at[i] == '\xC2' && i + 1 < t.n && t.at[i + 1] == '\xA0';
        if (t.at[i] == ' ' || t.at[i] == '\t' || nbsp) {
            add_glue(a, how, glue, nbsp, before, out);
            i += nbsp ? 2 : 1;
            continue;
        }
        size_t from = i;
        while (i < t.n && t.at[i] != ' ' && t.at[i] != '\t' &&
               !(t.at[i] == '\xC2' && i + 1 < t.n && t.at[i + 1] == '\xA0'))
            i++;
        before = text_part(t, from, i);
        add_unbroken(a, how, from, i, out);
    }
}

void items_room(struct arena *a, length width, struct items *out) {
    arena_push(a, out, ((struct item){.kind = ITEM_BOX, .width = width}));
}
