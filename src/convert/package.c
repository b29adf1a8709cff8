/* See package.h. */
#include "convert/package.h"

bool package_part(const struct package *p, struct text name, struct text *out) {
    for (size_t i = 0; i < p->parts.n; i++)
        if (text_equal(p->parts.at[i].name, name)) return *out = p->parts.at[i].bytes, true;
    return false;
}

const struct xml *package_xml(const struct package *p, struct text name) {
    struct text bytes;
    enum message why;
    if (!package_part(p, name, &bytes)) return NULL;
    const struct xml *x = xml_read(p->a, bytes, &why);
    if (!x) diags_add(p->d, (struct place){.file = p->file}, why, &name, 1);
    return x;
}

static struct text folder_of(struct text name) {
    size_t n = name.n;
    while (n && name.at[n - 1] != '/') n--;
    return text_part(name, 0, n);
}

static struct text last_of(struct text address) {
    return text_after(address, folder_of(address).n);
}

/* The name of the part that a target names from `folder`; one that climbs out is none. */
static struct text resolve(struct arena *a, struct text folder, struct text target) {
    if (text_starts(target, T("/"))) return text_after(target, 1);
    while (text_starts(target, T("../"))) {
        target = text_after(target, 3);
        folder = folder_of(text_part(folder, 0, folder.n ? folder.n - 1 : 0));
    }
    return TEXT_JOIN(a, folder, target);
}

/* The relationships of a part (of the package itself: ""). */
static bool read_relations(struct package *p, struct text part) {
    struct text folder = folder_of(part);
    const struct xml *root =
        package_xml(p, TEXT_JOIN(p->a, folder, T("_rels/"), last_of(part), T(".rels")));
    p->relations.n = 0;
    for (const struct xml *x = root ? root->first : NULL; x; x = x->next) {
        struct relationship r = {.id = xml_value(x, "Id"),
                                 .type = last_of(xml_value(x, "Type")),
                                 .target = xml_value(x, "Target"),
                                 .external = text_equal(xml_value(x, "TargetMode"), T("External"))};
        if (!text_equal(x->name, T("Relationship"))) continue;
        if (!r.external) r.target = resolve(p->a, folder, r.target);
        arena_push(p->a, &p->relations, r);
    }
    return root;
}

const struct relationship *package_relation(const struct package *p, struct text id) {
    for (size_t i = 0; i < p->relations.n; i++)
        if (text_equal(p->relations.at[i].id, id)) return &p->relations.at[i];
    return NULL;
}

const struct relationship *package_related(const struct package *p, const char *type) {
    for (size_t i = 0; i < p->relations.n; i++)
        if (text_equal(p->relations.at[i].type, text_of(type))) return &p->relations.at[i];
    return NULL;
}

bool package_open(struct arena *a, struct diags *d, struct text file, struct text bytes,
                  struct package *out) {
    struct place place = {.file = file};
    *out = (struct package){.a = a, .d = d, .file = file};
    if (text_starts(bytes, T("\xD0\xCF\x11\xE0"))) { /* a compound file holds it, encrypted or old */
        DIAG0(d, place, CONVERT_OLD_WORD);
        return false;
    }
    if (!text_starts(bytes, T("PK"))) {
        DIAG0(d, place, CONVERT_NOT_WORD);
        return false;
    }
    if (!zip_unpack(a, d, file, bytes, &out->parts)) return false;
    const struct relationship *main =
        read_relations(out, T("")) ? package_related(out, "officeDocument") : NULL;
    if (main && !main->external) {
        out->document = main->target;
        read_relations(out, out->document);
        if (package_part(out, out->document, &bytes)) return true;
    }
    if (diags_fine(d)) DIAG0(d, place, CONVERT_NOT_WORD);
    return false;
}
