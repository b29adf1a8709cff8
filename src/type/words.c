/* See words.h. */
#include "type/words.h"

#include "base/language.h"
#include "base/unicode.h"
#include "type/plain.h"

#include <assert.h>
#include <hb.h>
#include <string.h>

enum { SOFT_HYPHEN = 0xAD, FIRST_SLOTS = 1 << 11 };

enum { PLAIN_FEATURES = 3 };

/* What a cut needs for shaping: its features, its rules for plain French words where they are simple,
 * and a plan of HarfBuzz's for those of each language. */
struct shaper {
    hb_feature_t features[PLAIN_FEATURES + FEATURES_MAX]; /* plain words leave the first out */
    unsigned nfeatures;
    struct plain_feature asked[FEATURES_MAX];
    struct plain *rules;
    bool opened; /* the rules, if they are simple */
    hb_shape_plan_t *plans[LANGS_MAX];
};

struct word_list {
    struct word *at;
    size_t n, cap;
};

struct words {
    const struct look *look;
    const struct patterns *patterns;
    struct arena lasting; /* texts, glyphs, parts */
    struct arena table;   /* the list, apart so that it grows in place */
    struct arena index;
    struct word_list list;
    uint32_t *slots; /* hash table of numbers; 0: free (the empty word is not looked up) */
    uint32_t nslots; /* a power of two */
    uint32_t *hashes; /* by number */
    size_t hashes_cap;
    struct arena hash_arena;
    hb_buffer_t *buffer;
    struct text langs[LANGS_MAX]; /* 0: French, the only one with divisions */
    hb_language_t languages[LANGS_MAX];
    struct shaper shapers[CUTS_MAX];
};

/* How far a sign may hang into the margin, in thousandths of its own width: at the left and at the
 * right. Values follow the defaults of the microtype package (R. Schlicht), rounded, for the
 * punctuation French text has; idea and name are those of Hàn Thế Thành's thesis (2000). */
static const struct {
    uint16_t code, left, right;
} hanging[] = {
    {'.', 0, 700},      {',', 0, 600},      {'-', 0, WORD_HYPHEN_HANG}, {SOFT_HYPHEN, 0, WORD_HYPHEN_HANG},
    {0x2019, 300, 550}, {';', 0, 350},      {':', 0, 350},      {'!', 0, 150},
    {'?', 0, 150},      {0xAB, 250, 0},     {0xBB, 0, 250},     {0x201C, 350, 0},
    {0x201D, 0, 400},   {'(', 100, 0},      {')', 0, 150},      {0x2013, 150, 250},
    {0x2026, 0, 200},   {0x2014, 150, 200},
};

static int hang_share(uint32_t c, bool left) {
    for (size_t i = 0; i < sizeof hanging / sizeof *hanging; i++)
        if (hanging[i].code == c) return left ? hanging[i].left : hanging[i].right;
    return 0;
}

static struct font *font_of(const struct words *w, uint8_t cut) {
    return look_cut(w->look, cut)->font;
}

static void prepare_shaper(struct words *w, uint8_t cut) {
    static const char *const unneeded[PLAIN_FEATURES] = {"-ccmp", "-mark", "-mkmk"};
    struct shaper *s = &w->shapers[cut];
    const struct cut *c = look_cut(w->look, cut);
    for (int i = 0; i < PLAIN_FEATURES; i++)
        hb_feature_from_string(unneeded[i], -1, &s->features[s->nfeatures++]);
    for (int i = 0; i < FEATURES_MAX && c->features[i].n; i++)
        if (hb_feature_from_string(c->features[i].at, (int)c->features[i].n,
                                   &s->features[s->nfeatures]))
            s->nfeatures++;
}

/* An empty table. */
static void start(struct words *w) {
    w->nslots = FIRST_SLOTS;
    w->slots = arena_new(&w->index, uint32_t, w->nslots);
    words_lang(w, T("fr"));
    arena_push(&w->table, &w->list, ((struct word){0}));
    w->hashes = arena_grow(&w->hash_arena, w->hashes, 0, &w->hashes_cap, sizeof *w->hashes, 4);
}

struct words *words_open(struct arena *a, const struct look *look, const struct patterns *patterns) {
    struct words *w = arena_new(a, struct words, 1);
    w->look = look;
    w->patterns = patterns;
    w->lasting = arena_open((size_t)1 << 31);
    w->table = arena_open((size_t)1 << 30);
    w->index = arena_open((size_t)1 << 28);
    w->hash_arena = arena_open((size_t)1 << 28);
    w->buffer = hb_buffer_create();
    hb_buffer_set_cluster_level(w->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    for (size_t i = 0; i < look_cuts(look); i++) prepare_shaper(w, (uint8_t)i);
    start(w);
    return w;
}

/* What shapes by rules found so far, and for the languages that there are. */
static void drop_plans(struct words *w) {
    for (size_t i = 0; i < CUTS_MAX; i++) {
        w->shapers[i].opened = false;
        for (size_t k = 0; k < LANGS_MAX; k++) {
            hb_shape_plan_destroy(w->shapers[i].plans[k]);
            w->shapers[i].plans[k] = NULL;
        }
    }
}

void words_forget(struct words *w) {
    drop_plans(w);
    for (size_t i = 0; i < LANGS_MAX; i++) w->langs[i] = (struct text){0};
    w->lasting.at = w->lasting.base;
    w->table.at = w->table.base;
    w->index.at = w->index.base;
    w->hash_arena.at = w->hash_arena.base;
    w->list = (struct word_list){0};
    w->hashes = NULL;
    w->hashes_cap = 0;
    start(w);
}

void words_close(struct words *w) {
    if (!w) return;
    drop_plans(w);
    hb_buffer_destroy(w->buffer);
    arena_close(&w->lasting);
    arena_close(&w->table);
    arena_close(&w->index);
    arena_close(&w->hash_arena);
}

uint8_t words_lang(struct words *w, struct text lang) {
    uint8_t i = 0;
    if (language_is_french(lang)) lang = T("fr"); /* of whatever country */
    while (i < LANGS_MAX - 1 && w->langs[i].n && !text_equal(w->langs[i], lang)) i++;
    if (!w->langs[i].n) {
        w->langs[i] = text_copy(&w->lasting, lang);
        w->languages[i] = hb_language_from_string(lang.at, (int)lang.n);
    }
    return i;
}

const struct word *words_at(const struct words *w, uint32_t number) {
    return &w->list.at[number];
}

uint32_t words_count(const struct words *w) {
    return (uint32_t)w->list.n;
}

/* Characters into the buffer, each with its byte as cluster. An added hyphen is drawn as U+002D:
 * HarfBuzz would hide U+00AD. Returns whether the word is plain: of Latin letters, digits and
 * general punctuation, without combining marks, nor letters that HarfBuzz must put together from a
 * base and a mark as the face lacks them. */
static bool fill_buffer(struct words *w, const struct font *font, struct text text) {
    bool plain = true;
    hb_buffer_reset(w->buffer);
    for (size_t i = 0; i < text.n;) {
        unsigned at = (unsigned)i;
        uint32_t c = utf8_next(text, &i);
        hb_buffer_add(w->buffer, c == SOFT_HYPHEN ? '-' : c, at);
        plain &= c < 0x80 ||
                 ((c < 0x2B0 || (c >= 0x2010 && c <= 0x202F)) && font_covers(font, c));
    }
    hb_buffer_set_content_type(w->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    return plain;
}

/* Plain words need no composition of marks and no attaching of them, which is half of HarfBuzz's
 * work; tests/type/words-plain.c holds that the glyphs are the same. */
static void shape_unmarked(struct words *w, const struct word *word) {
    struct shaper *s = &w->shapers[word->cut];
    hb_font_t *font = font_handle(font_of(w, word->cut));
    hb_shape_plan_t **plan = &s->plans[word->lang];
    hb_segment_properties_t latin = {.direction = HB_DIRECTION_LTR,
                                     .script = HB_SCRIPT_LATIN,
                                     .language = w->languages[word->lang]};
    if (!*plan)
        *plan = hb_shape_plan_create_cached(hb_font_get_face(font), &latin, s->features,
                                            s->nfeatures, NULL);
    hb_buffer_set_segment_properties(w->buffer, &latin);
    hb_shape_plan_execute(*plan, font, w->buffer, s->features, s->nfeatures);
}

static void shape_guessed(struct words *w, const struct word *word) {
    const struct shaper *s = &w->shapers[word->cut];
    hb_buffer_guess_segment_properties(w->buffer);
    hb_buffer_set_language(w->buffer, w->languages[word->lang]);
    hb_shape(font_handle(font_of(w, word->cut)), w->buffer, s->features + PLAIN_FEATURES,
             s->nfeatures - PLAIN_FEATURES);
}

/* Has HarfBuzz shape the text, and keeps its glyphs. */
static void shape_any(struct words *w, struct word *word, struct font *font, int64_t upem) {
    unsigned n = 0;
    if (fill_buffer(w, font, word->text)) shape_unmarked(w, word);
    else shape_guessed(w, word);
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(w->buffer, &n);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(w->buffer, &n);
    struct glyph *glyphs = arena_new(&w->lasting, struct glyph, n);
    for (unsigned i = 0; i < n; i++) {
        int own = font_units(font, (uint16_t)info[i].codepoint);
        hb_position_t kern = pos[i].x_advance - own;
        glyphs[i] = (struct glyph){.id = (uint16_t)info[i].codepoint,
                                   .at = (uint16_t)info[i].cluster,
                                   .adjust = kern ? (int16_t)mul_div(kern, EM, upem) : 0,
                                   .dx = pos[i].x_offset ? (int16_t)mul_div(pos[i].x_offset, EM, upem) : 0,
                                   .dy = pos[i].y_offset ? (int16_t)mul_div(pos[i].y_offset, EM, upem) : 0};
        word->width += (int32_t)mul_div(own, EM, upem) + glyphs[i].adjust;
        word->missing |= !info[i].codepoint;
    }
    word->glyphs = glyphs;
    word->nglyphs = (uint16_t)n;
}

/* The rules for plain words of the cut; NULL where they are not simple. */
static struct plain *rules_for(struct words *w, uint8_t cut) {
    struct shaper *s = &w->shapers[cut];
    size_t n = 0;
    if (s->opened) return s->rules;
    s->opened = true;
    s->rules = NULL;
    for (unsigned i = PLAIN_FEATURES; i < s->nfeatures; i++) {
        const hb_feature_t *f = &s->features[i];
        if (f->start != HB_FEATURE_GLOBAL_START || f->end != HB_FEATURE_GLOBAL_END) return NULL;
        s->asked[n] = (struct plain_feature){.on = f->value != 0};
        hb_tag_to_string(f->tag, s->asked[n++].tag);
    }
    return s->rules = plain_open(&w->lasting, font_of(w, cut), s->asked, n);
}

/* Shapes the text by the rules for plain words; false where it is none of those. */
static bool shape_plain(struct words *w, struct word *word, struct font *font, int64_t upem) {
    struct plain_glyph found[PLAIN_LONGEST];
    struct plain *rules = word->lang == 0 ? rules_for(w, word->cut) : NULL;
    int n = rules ? plain_shape(rules, word->text, found) : -1;
    if (n < 0) return false;
    struct glyph *glyphs = arena_new(&w->lasting, struct glyph, (size_t)n);
    for (int i = 0; i < n; i++) {
        int16_t adjust = found[i].kern ? (int16_t)mul_div(found[i].kern, EM, upem) : 0;
        glyphs[i] = (struct glyph){.id = found[i].id, .at = found[i].at, .adjust = adjust};
        word->width += font_advance(font, found[i].id) + adjust;
    }
    word->glyphs = glyphs;
    word->nglyphs = (uint16_t)n;
    return true;
}

/* Shapes the text and keeps its glyphs. */
static void shape(struct words *w, struct word *word) {
    struct font *font = font_of(w, word->cut);
    int64_t upem = hb_face_get_upem(hb_font_get_face(font_handle(font)));
    if (!shape_plain(w, word, font, upem)) shape_any(w, word, font, upem);
}

/* Width of the glyphs that stand for the bytes before `at`; inside a ligature, in proportion. */
static int32_t width_before(const struct words *w, const struct word *word, uint16_t at) {
    int32_t width = 0;
    for (uint16_t i = 0; i < word->nglyphs && word->glyphs[i].at < at; i++) {
        const struct glyph *g = &word->glyphs[i];
        int32_t own = font_advance(font_of(w, word->cut), g->id) + g->adjust;
        uint16_t end = i + 1 < word->nglyphs ? word->glyphs[i + 1].at : (uint16_t)word->text.n;
        if (end > at) own = own * (at - g->at) / (end - g->at);
        else if (end == at) own -= g->adjust; /* no kerning over a division */
        width += own;
    }
    return width;
}

static void find_parts(struct words *w, struct word *word) {
    struct division divisions[DIVISIONS_MAX];
    const struct patterns *patterns = word->lang == 0 ? w->patterns : NULL;
    size_t n = hyphens_find(patterns, word->text, divisions);
    struct word_part *parts = arena_new(&w->lasting, struct word_part, n);
    for (size_t i = 0; i < n; i++)
        parts[i] = (struct word_part){divisions[i].at, divisions[i].kind,
                                      width_before(w, word, divisions[i].at)};
    word->parts = parts;
    word->nparts = (uint16_t)n;
}

static void find_hang(const struct words *w, struct word *word) {
    if (!word->nglyphs) return;
    size_t i = 0, end = word->text.n;
    uint32_t first = utf8_next(word->text, &i), last = utf8_prev(word->text, &end);
    struct font *font = font_of(w, word->cut);
    word->hang_left =
        (int16_t)(hang_share(first, true) * font_advance(font, word->glyphs[0].id) / 1000);
    word->hang_right =
        (int16_t)(hang_share(last, false) *
                  font_advance(font, word->glyphs[word->nglyphs - 1].id) / 1000);
}

static void grow_index(struct words *w) {
    w->nslots *= 2;
    w->index.at = w->index.base;
    w->slots = arena_new(&w->index, uint32_t, w->nslots);
    for (uint32_t i = 1; i < w->list.n; i++) {
        uint32_t slot = w->hashes[i] & (w->nslots - 1);
        while (w->slots[slot]) slot = (slot + 1) & (w->nslots - 1);
        w->slots[slot] = i;
    }
}

static uint32_t add(struct words *w, struct manner how, struct text text, uint32_t hash) {
    struct word word = {.text = text_copy(&w->lasting, text),
                        .cut = how.cut,
                        .lang = how.lang,
                        .divided = how.divide};
    shape(w, &word);
    if (how.divide) find_parts(w, &word);
    find_hang(w, &word);
    uint32_t number = (uint32_t)w->list.n;
    arena_push(&w->table, &w->list, word);
    if (number == w->hashes_cap)
        w->hashes = arena_grow(&w->hash_arena, w->hashes, number, &w->hashes_cap,
                               sizeof *w->hashes, 4);
    w->hashes[number] = hash;
    return number;
}

static bool is_it(const struct word *word, struct manner how, struct text text) {
    return word->cut == how.cut && word->lang == how.lang && word->divided == how.divide &&
           text_equal(word->text, text);
}

uint32_t words_find(struct words *w, struct manner how, struct text text) {
    if (!text.n) return WORD_EMPTY;
    assert(text.n <= WORD_LONGEST);
    uint32_t hash = text_hash(text, 0) + how.cut * 31u + how.lang * 7u + how.divide;
    uint32_t slot = hash & (w->nslots - 1);
    for (uint32_t i; (i = w->slots[slot]) != 0; slot = (slot + 1) & (w->nslots - 1))
        if (w->hashes[i] == hash && is_it(&w->list.at[i], how, text)) return i;
    uint32_t number = add(w, how, text, hash);
    w->slots[slot] = number;
    if (number * 2 > w->nslots) grow_index(w);
    return number;
}

int words_space(const struct words *w, uint8_t cut) {
    return font_facts(font_of(w, cut))->space;
}

int words_hyphen(const struct words *w, uint8_t cut) {
    return font_facts(font_of(w, cut))->hyphen;
}
