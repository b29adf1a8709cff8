/* ZIP files: what is packed comes out again, and depends on nothing else; what is hostile or damaged
 * is refused in these words. Damage is done to a sound file, one at a time. */
#include "archive/zip.h"
#include "check.h"

static const date DAY = 20000;

static struct zip_files some(struct arena *a, const char *name) {
    struct zip_files files = {0};
    struct text same = {arena_new(a, char, 100000), 100000};
    arena_push(a, &files, ((struct zip_file){.name = T("d/first.txt"), .bytes = T("First, and not the last.")}));
    arena_push(a, &files, ((struct zip_file){.name = text_of(name), .bytes = T("stored bytes"), .stored = true}));
    arena_push(a, &files, ((struct zip_file){.name = T("d/\xC3\xA9.txt"), .bytes = same}));
    return files;
}

static struct text packed(struct arena *a, const char *name) {
    struct zip_files files = some(a, name);
    struct diags d = diags_make(a);
    struct text bytes = {0};
    CHECK(zip_pack(a, &d, &files, DAY, &bytes));
    return text_copy(a, bytes);
}

static void round_trip(struct arena *a) {
    struct zip_files files = some(a, "d/second"), out = {0};
    struct diags d = diags_make(a);
    struct text bytes = packed(a, "d/second");
    CHECK(text_equal(bytes, packed(a, "d/second")));
    CHECK(zip_unpack(a, &d, T("x.zip"), bytes, &out));
    CHECK(diags_fine(&d) && out.n == files.n);
    for (size_t i = 0; i < out.n && i < files.n; i++) {
        CHECK(text_equal(out.at[i].name, files.at[i].name));
        CHECK(text_equal(out.at[i].bytes, files.at[i].bytes));
        CHECK(out.at[i].stored == files.at[i].stored);
    }
}

static void refused(struct arena *a, struct text bytes, const char *words) {
    struct diags d = diags_make(a);
    struct zip_files out = {0};
    CHECK(!zip_unpack(a, &d, T("x.zip"), bytes, &out));
    CHECK_TEXT(check_diags(&d), words);
}

static void name_refused(struct arena *a, const char *name) {
    struct text words = TEXT_JOIN(a, T("x.zip: error: the name “"), text_of(name),
                                  T("” in this ZIP file leads out of its folder or is no name; the "
                                    "file is refused [zip-name-unsafe]\n"));
    refused(a, packed(a, name), text_z(a, words));
}

static void names(struct arena *a) {
    static const char *const unsafe[] = {"../x",  "d/../x",  "d/..",  "..",   "/x",  "d//x", "./x",
                                         "d/./x", "d\\x",    "d/",    "C:/x", "C:x", "d/x/../../..",
                                         "nul",  "d/CON", "d/Aux.txt", "com1/x", "d/LPT9 .tar.gz"};
    static const char *const safe[] = {"console", "d/com", "d/lpt10", "d/auxiliaire.txt", "d/x.nul", "prn2"};
    for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++) name_refused(a, unsafe[i]);
    for (size_t i = 0; i < sizeof safe / sizeof *safe; i++) {
        struct zip_files taken = {0};
        struct diags none = diags_make(a);
        CHECK(zip_unpack(a, &none, T("x.zip"), packed(a, safe[i]), &taken));
    }
    struct build b = {.arena = a};
    for (int i = 0; i < ZIP_NAME_MOST; i++) build_char(&b, 'x');
    struct text longest = build_done(&b);
    struct zip_files out = {0};
    struct diags d = diags_make(a);
    CHECK(zip_unpack(a, &d, T("x.zip"), packed(a, text_z(a, longest)), &out));
    name_refused(a, text_z(a, TEXT_JOIN(a, longest, T("x"))));
}

/* Every place where `what` stands becomes `with`, which is of the same length. */
static struct text replaced(struct arena *a, struct text bytes, const char *what, const char *with,
                            size_t n) {
    struct text out = text_copy(a, bytes);
    char *at = (char *)out.at;
    bool found = false;
    for (size_t i = 0; i + n <= out.n; i++)
        if (!memcmp(at + i, what, n)) {
            memcpy(at + i, with, n);
            found = true;
        }
    CHECK(found);
    return out;
}

#define TWICE(name)                                                                                \
    "x.zip: error: the name “" name "” stands in this ZIP file twice, if capitals are small "     \
    "letters [zip-name-twice]\n"

static void twice(struct arena *a) {
    struct text bytes = packed(a, "d/secon.txt");
    refused(a, replaced(a, bytes, "d/secon.txt", "d/first.txt", 11),
            "x.zip: error: this is no sound ZIP file: File already exists [zip-failed]\n");
    refused(a, replaced(a, bytes, "d/secon.txt", "D/firSt.txt", 11), TWICE("D/firSt.txt"));
}

/* A field of the file's n-th entry in the central directory. */
static char *field(struct text bytes, int n, size_t offset) {
    for (size_t i = 0; i + 46 <= bytes.n; i++)
        if (!memcmp(bytes.at + i, "PK\1\2", 4) && !n--) return (char *)bytes.at + i + offset;
    CHECK(!"no such entry");
    return NULL;
}

static void set32(char *at, uint32_t v) {
    for (int i = 0; i < 4; i++) at[i] = (char)(v >> 8 * i & 255);
}

/* Sets a length in the entry and before the file, so that both agree. */
static struct text with_length(struct arena *a, int n, uint32_t length) {
    struct text bytes = packed(a, "d/second");
    char *entry = field(bytes, n, 0);
    size_t at = 0;
    for (int i = 0; i < 4; i++) at |= (size_t)(unsigned char)entry[42 + i] << 8 * i;
    set32(entry + 24, length);
    set32((char *)bytes.at + at + 22, length);
    return bytes;
}

#define LARGE "x.zip: error: this ZIP file holds more than is ever unpacked; it is refused [zip-too-large]\n"
#define BROKEN(name, why)                                                                          \
    "x.zip: error: “" name "” in this ZIP file is damaged: " why " [zip-file-broken]\n"

static void lengths(struct arena *a) {
    refused(a, with_length(a, 2, UINT32_C(0x40000001)), LARGE);
    /* a bomb: more comes out than is declared */
    refused(a, with_length(a, 2, 10), BROKEN("d/\xC3\xA9.txt", "it has not the length that is declared"));
    refused(a, with_length(a, 0, 3), BROKEN("d/first.txt", "it has not the length that is declared"));
    refused(a, with_length(a, 2, 100001), BROKEN("d/\xC3\xA9.txt", "it has not the length that is declared"));
}

static void damaged(struct arena *a) {
    struct text bytes = packed(a, "d/second");
    refused(a, replaced(a, bytes, "stored bytes", "stored bites", 12),
            BROKEN("d/second", "its bytes are not those that were put in"));
    refused(a, text_part(bytes, 0, bytes.n - 1), "x.zip: error: this is no ZIP file, or one that was cut short [zip-failed]\n");
    refused(a, text_part(bytes, 0, bytes.n / 2), "x.zip: error: this is no ZIP file, or one that was cut short [zip-failed]\n");
    refused(a, T(""), "x.zip: error: this is no ZIP file, or one that was cut short [zip-failed]\n");
    refused(a, T("PK"), "x.zip: error: this is no ZIP file, or one that was cut short [zip-failed]\n");
    refused(a, replaced(a, bytes, "d/second", "d/sec\0nd", 8),
            "x.zip: error: the name “d/sec” in this ZIP file leads out of its folder or is no name; "
            "the file is refused [zip-name-unsafe]\n");
}

static void many(struct arena *a) {
    struct zip_files files = {0};
    struct diags d = diags_make(a);
    struct text bytes;
    for (int i = 0; i <= ZIP_FILES_MOST; i++)
        arena_push(a, &files, ((struct zip_file){.name = text_number(a, i), .bytes = T(""), .stored = true}));
    CHECK(zip_pack(a, &d, &files, DAY, &bytes));
    refused(a, bytes, LARGE);
    files.n--;
    struct zip_files out = {0};
    CHECK(zip_pack(a, &d, &files, DAY, &bytes) && zip_unpack(a, &d, T("x.zip"), bytes, &out));
}

/* No flipped bit passes but in what says nothing of the files: times, modes, versions. Whatever is
 * taken comes out as it was packed. */
static void flipped(struct arena *a) {
    struct zip_files files = some(a, "d/second");
    struct text bytes = packed(a, "d/second");
    for (size_t i = 0; i < bytes.n; i++) {
        struct arena scratch = *a;
        struct diags d = diags_make(&scratch);
        struct zip_files out = {0};
        struct text copy = text_copy(&scratch, bytes);
        ((char *)copy.at)[i] ^= (char)(1 << i % 8);
        if (!zip_unpack(&scratch, &d, T("x.zip"), copy, &out)) {
            CHECK(!diags_fine(&d));
            continue;
        }
        for (size_t k = 0; k < out.n && k < files.n; k++)
            CHECK(text_equal(out.at[k].bytes, files.at[k].bytes));
    }
}

int main(void) {
    struct arena a = check_arena();
    round_trip(&a);
    names(&a);
    twice(&a);
    lengths(&a);
    damaged(&a);
    many(&a);
    flipped(&a);
    return check_done();
}
