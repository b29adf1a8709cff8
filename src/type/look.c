/* See look.h. */
#include "type/look.h"

#include "base/nearest.h"

#include <pthread.h>

struct look {
    struct arena own; /* fonts live here, apart from whatever the caller's threads do */
    struct style style;
    const struct font_files *files;
    struct cut cuts[CUTS_MAX];
    size_t ncuts, first_fallback;
    uint8_t roles[ROLE__MAX];
    pthread_mutex_t opening; /* guards the opening of fallbacks, and `own` */
};

static bool same_features(const struct text *a, const struct text *b) {
    for (int i = 0; i < FEATURES_MAX; i++)
        if (!text_equal(a[i], b[i])) return false;
    return true;
}

/* The list's index of a face by name; tells the nearest name where there is none. */
static int find_face(struct diags *d, const struct font_files *files, struct text name,
                     const char *where, struct place place) {
    int i = font_files_find(files, name);
    if (i >= 0) return i;
    struct text *known = arena_new(d->arena, struct text, files->n);
    for (size_t k = 0; k < files->n; k++) known[k] = files->at[k].name;
    struct text near = nearest_of(name, known, files->n);
    if (near.n) DIAG(d, place, FACE_UNKNOWN_NEAR, name, text_of(where), near);
    else DIAG(d, place, FACE_UNKNOWN, name, text_of(where));
    return -1;
}

/* The cut of a role, shared by roles of one face and one set of features; its font is opened when
 * the role is needed. */
static bool add_role(struct look *l, struct diags *d, enum role r) {
    const struct role_style *s = &l->style.roles[r];
    int file = find_face(d, l->files, s->face, text_z(d->arena, role_name(r)), s->place);
    if (file < 0) return false;
    for (size_t i = 0; i < l->ncuts; i++)
        if (l->cuts[i].file == file && same_features(l->cuts[i].features, s->features))
            return l->roles[r] = (uint8_t)i, true;
    struct cut *cut = &l->cuts[l->ncuts];
    cut->file = file;
    for (int i = 0; i < FEATURES_MAX; i++) cut->features[i] = s->features[i];
    l->roles[r] = (uint8_t)l->ncuts++;
    return true;
}

bool look_need(struct look *l, struct diags *d, enum role r) {
    struct cut *cut = &l->cuts[l->roles[r]];
    if (cut->font) return true;
    for (size_t i = 0; i < l->ncuts && !cut->font; i++)
        if (l->cuts[i].file == cut->file) cut->font = l->cuts[i].font;
    if (!cut->font) cut->font = font_open(&l->own, d, &l->files->at[cut->file]);
    if (cut->font) font_file_hash(&l->own, d, l->files, cut->file);
    else l->roles[r] = l->roles[ROLE_BODY]; /* told: nothing is made of it */
    return cut->font != NULL;
}

struct look *look_open(struct arena *a, struct diags *d, const struct style *style,
                       const struct font_files *files) {
    struct look *l = arena_new(a, struct look, 1);
    bool ok = true;
    *l = (struct look){.own = arena_open(16 << 20), .style = *style, .files = files};
    pthread_mutex_init(&l->opening, NULL);
    for (enum role r = 0; r < ROLE__MAX; r++) ok &= add_role(l, d, r);
    for (enum role r = 0; r < ROLE_HEADING && ok; r++) ok &= look_need(l, d, r);
    l->first_fallback = l->ncuts;
    for (size_t i = 0; i < style->nfallbacks; i++) {
        int file = find_face(d, files, style->fallbacks[i], "fallback",
                             style->fallback_places[i]);
        ok &= file >= 0;
        if (file >= 0) l->cuts[l->ncuts++] = (struct cut){.file = file};
    }
    if (ok) return l;
    look_close(l);
    return NULL;
}

void look_close(struct look *l) {
    for (size_t i = 0; l && i < l->ncuts; i++) {
        bool shared = false;
        for (size_t k = 0; k < i; k++) shared |= l->cuts[k].font == l->cuts[i].font;
        if (!shared) font_close(l->cuts[i].font);
    }
    if (!l) return;
    pthread_mutex_destroy(&l->opening);
    arena_close(&l->own);
}

const struct style *look_style(const struct look *l) {
    return &l->style;
}

const struct font_files *look_files(const struct look *l) {
    return l->files;
}

uint8_t look_role(const struct look *l, enum role r) {
    return l->roles[r];
}

size_t look_cuts(const struct look *l) {
    return l->ncuts;
}

const struct cut *look_cut(const struct look *l, uint8_t cut) {
    return &l->cuts[cut];
}

/* A fallback's font, opened now if need be; NULL where its file is missing, for then the next
 * fallback is asked. */
static struct font *fallback_font(struct look *l, size_t i) {
    if (!l->cuts[i].font) {
        struct diags unheard = diags_make(&l->own);
        l->cuts[i].font = font_open(&l->own, &unheard, &l->files->at[l->cuts[i].file]);
    }
    return l->cuts[i].font;
}

int look_covering(struct look *l, uint8_t cut, uint32_t c) {
    int found = -1;
    if (font_covers(l->cuts[cut].font, c)) return cut;
    pthread_mutex_lock(&l->opening);
    for (size_t i = l->first_fallback; i < l->ncuts && found < 0; i++) {
        const struct font *font = fallback_font(l, i);
        if (font && font_covers(font, c)) found = (int)i;
    }
    pthread_mutex_unlock(&l->opening);
    return found;
}
