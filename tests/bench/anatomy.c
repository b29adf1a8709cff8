/* Where the bytes of a PDF go.
 *
 *   anatomy FILE.pdf [FOLDER]
 *
 * Prints bytes and a name for each kind: the fonts (programs, maps, widths), the pages' streams,
 * the structure (elements and parent tree), links and outline with their destinations, metadata
 * and attachments, and the file's own (page objects, cross-references). What a stream is, the key
 * tells that refers to it; what stands in an object stream has its share of that stream's
 * compressed bytes. With FOLDER the font programs are written there, inflated, as program-1 and
 * on. Streams must have their /Length in place, as griot writes them. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum kind { OTHER, FONTS, PROGRAM, PAGES, STRUCTURE, PLACES, METADATA, KINDS };

static const char *const names[KINDS] = {"the file's own",   "fonts", "", "page streams",
                                         "structure", "links and outline", "metadata and sources"};

struct object {
    size_t number;
    const char *text;    /* of the object, with its dictionary */
    size_t n;
    double share;        /* bytes in the file */
    const char *stream;  /* or NULL */
    size_t stream_length;
};

static struct object *objects;
static size_t nobjects, room;
static unsigned char *kinds; /* by object number, as told by those who refer to it */
static size_t highest;

static _Noreturn void fail(const char *what) {
    fprintf(stderr, "anatomy: %s\n", what);
    exit(1);
}

static void *take(size_t n) {
    void *p = calloc(n + 1, 1);
    if (!p) fail("out of memory");
    return p;
}

static char *read_all(const char *path, size_t *n) {
    FILE *f = fopen(path, "rb");
    if (!f || fseek(f, 0, SEEK_END)) fail("cannot read the file");
    *n = (size_t)ftell(f);
    char *bytes = take(*n);
    rewind(f);
    if (fread(bytes, 1, *n, f) != *n) fail("cannot read the file");
    fclose(f);
    return bytes;
}

/* --- objects --- */

static void add(struct object o) {
    if (nobjects == room) objects = realloc(objects, (room = 2 * room + 1024) * sizeof *objects);
    if (!objects) fail("out of memory");
    if (o.number > highest) highest = o.number;
    objects[nobjects++] = o;
}

static const char *find(const char *text, size_t n, const char *what) {
    return memmem(text, n, what, strlen(what));
}

/* The number behind a key of the object, or 0. */
static size_t number_of(const struct object *o, const char *key) {
    const char *p = find(o->text, o->n, key);
    return p ? strtoul(p + strlen(key), NULL, 10) : 0;
}

static char *inflated(const struct object *o, size_t *n) {
    uLong size = 1 << 20;
    for (;; size *= 2) {
        Bytef *out = take(size);
        uLongf got = size;
        int r = uncompress(out, &got, (const Bytef *)o->stream, o->stream_length);
        if (r == Z_OK) return *n = got, (char *)out;
        free(out);
        if (r != Z_BUF_ERROR) fail("a stream cannot be inflated");
    }
}

/* Objects follow one another; each stream is skipped by its length. */
static void read_objects(const char *bytes, size_t n) {
    const char *p = bytes, *end = bytes + n;
    while ((p = find(p, (size_t)(end - p), " 0 obj"))) {
        const char *start = p, *stop;
        while (start > bytes && start[-1] >= '0' && start[-1] <= '9') start--;
        struct object o = {.number = strtoul(start, NULL, 10), .text = p + 6};
        const char *stream = find(p, (size_t)(end - p), "stream");
        if (!(stop = find(p, (size_t)(end - p), "endobj"))) fail("an object has no end");
        if (stream && stream < stop) {
            o.n = (size_t)(stream - o.text);
            o.stream = stream + 6;
            o.stream += *o.stream == '\r';
            o.stream++;
            o.stream_length = number_of(&o, "/Length ");
            if (o.stream_length > (size_t)(end - o.stream)) fail("a stream is too long");
            stop = find(o.stream + o.stream_length, (size_t)(end - o.stream) - o.stream_length,
                        "endobj");
            if (!stop) fail("an object has no end");
        } else {
            o.n = (size_t)(stop - o.text);
        }
        p = stop + 6;
        o.share = (double)(p - start);
        add(o);
    }
}

/* The objects in an object stream (ISO 32000-1, 7.5.7). Its text stays, for they point into it. */
static void read_packed(const struct object *stream) {
    size_t n, count = number_of(stream, "/N "), first = number_of(stream, "/First ");
    char *text = inflated(stream, &n), *p = text;
    for (size_t i = 0; i < count; i++) {
        size_t number = strtoul(p, &p, 10), at = first + strtoul(p, &p, 10);
        char *next = p;
        size_t stop = n;
        if (i + 1 < count) {
            strtoul(next, &next, 10);
            stop = first + strtoul(next, &next, 10);
        }
        if (at > stop || stop > n) fail("an object stream is damaged");
        add((struct object){.number = number,
                            .text = text + at,
                            .n = stop - at,
                            .share = stream->share * (double)(stop - at) / (double)(n - first)});
    }
}

static void unpack(void) {
    for (size_t i = 0, n = nobjects; i < n; i++) {
        struct object o = objects[i];
        if (!o.stream || !find(o.text, o.n, "/Type/ObjStm")) continue;
        objects[i].share = 0;
        read_packed(&o);
    }
}

/* --- kinds --- */

/* Marks all that a key refers to: one reference, or those of an array. */
static void mark(const struct object *o, const char *key, enum kind kind) {
    const char *end = o->text + o->n, *p = o->text;
    while ((p = find(p, (size_t)(end - p), key))) {
        p += strlen(key);
        bool array = *p == '[';
        p += array;
        do {
            char *after;
            size_t number = strtoul(p, &after, 10);
            if (after == p || strncmp(after, " 0 R", 4)) break;
            if (number <= highest) kinds[number] = (unsigned char)kind;
            p = after + 4;
        } while (array && p < end);
    }
}

static void mark_all(void) {
    static const struct {
        const char *key;
        enum kind kind;
    } table[] = {{"/FontFile2 ", PROGRAM}, {"/FontFile3 ", PROGRAM}, {"/FontFile ", PROGRAM},
                 {"/ToUnicode ", FONTS},   {"/Encoding ", FONTS},    {"/CIDToGIDMap ", FONTS},
                 {"/W ", FONTS},           {"/Contents ", PAGES},    {"/Metadata ", METADATA},
                 {"/EF<</F ", METADATA},   {"/AF", METADATA}};
    for (size_t i = 0; i < nobjects; i++)
        for (size_t k = 0; k < sizeof table / sizeof *table; k++)
            mark(&objects[i], table[k].key, table[k].kind);
}

/* What an object says that it is; keys are tried in order. */
static enum kind own_kind(const struct object *o) {
    static const struct {
        const char *sign;
        enum kind kind;
    } table[] = {{"/Type/Font", FONTS},      {"/CIDSystemInfo", FONTS}, {"/StructParents", OTHER},
                 {"/StructTree", STRUCTURE}, {"/Annot", PLACES},        {"/S/", STRUCTURE},
                 {"/Nums", STRUCTURE},       {"/Type/Pages", OTHER},    {"/Title", PLACES},
                 {"/Names", PLACES},         {"/Dest", PLACES},         {"/XYZ", PLACES},
                 {"/Outlines", PLACES},      {"/Filespec", METADATA}};
    if (find(o->text, o->n, "/Type/Catalog")) return OTHER;
    if (find(o->text, o->n, "/Producer")) return METADATA;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (find(o->text, o->n, table[i].sign)) return table[i].kind;
    return OTHER;
}

static void write_program(const struct object *o, const char *folder, size_t number) {
    char path[4096];
    size_t n;
    char *program = inflated(o, &n);
    snprintf(path, sizeof path, "%s/program-%zu", folder, number);
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(program, 1, n, f) != n || fclose(f)) fail("cannot write a font program");
    free(program);
}

int main(int argc, char **argv) {
    double sums[KINDS] = {0}, known = 0;
    size_t n, programs = 0;
    if (argc < 2 || argc > 3) return fputs("usage: anatomy FILE.pdf [FOLDER]\n", stderr), 2;
    char *bytes = read_all(argv[1], &n);
    read_objects(bytes, n);
    unpack();
    kinds = take(highest + 1);
    mark_all();
    for (size_t i = 0; i < nobjects; i++) {
        const struct object *o = &objects[i];
        enum kind kind = kinds[o->number] ? kinds[o->number] : own_kind(o);
        if (kind == PROGRAM && argc == 3) write_program(o, argv[2], ++programs);
        sums[kind == PROGRAM ? FONTS : kind] += o->share;
        known += o->share;
    }
    sums[OTHER] += (double)n - known;
    for (int k = 1; k <= KINDS; k++)
        if (k % KINDS != PROGRAM) printf("%.0f\t%s\n", sums[k % KINDS], names[k % KINDS]);
    return 0;
}
