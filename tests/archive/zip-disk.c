/* ZIP files on the disk: they are those made in memory, to the byte; are read one file at a time; may have
 * more files than 16 bits can count, and then a list that is read as closely; and what is hostile or
 * damaged is refused in the words of those in memory. */
#include "archive/zip.h"
#include "base/file.h"
#include "check.h"

#include <stdlib.h>
#include <unistd.h>

static const date DAY = 20000;

static void put(struct arena *a, const char *path, struct text bytes) {
    struct diags d = diags_make(a);
    struct output out = {text_of(path), bytes};
    CHECK(files_put(&d, &out, 1, false, false));
}

static struct text get(struct arena *a, const char *path) {
    struct diags d = diags_make(a);
    struct text bytes = {0};
    CHECK(file_read(a, &d, text_of(path), FILE_CAP, &bytes));
    return bytes;
}

/* The same files, some of them on the disk. */
static struct zip_files some(struct arena *a, bool disk) {
    struct zip_files files = {0};
    struct text same = {arena_new(a, char, 100000), 100000};
    put(a, "second", T("stored bytes"));
    put(a, "third", same);
    arena_push(a, &files, ((struct zip_file){.name = T("d/first.txt"), .bytes = T("First, and not the last.")}));
    arena_push(a, &files, ((struct zip_file){.name = T("d/second"), .bytes = T("stored bytes"), .stored = true}));
    arena_push(a, &files, ((struct zip_file){.name = T("d/\xC3\xA9.txt"), .bytes = same}));
    for (size_t i = 1; i < files.n && disk; i++) {
        files.at[i].path = i == 1 ? T("second") : T("third");
        files.at[i].size = files.at[i].bytes.n;
        files.at[i].bytes = (struct text){0};
    }
    return files;
}

static void round_trip(struct arena *a) {
    struct zip_files memory = some(a, false), disk = some(a, true);
    struct diags d = diags_make(a);
    struct text packed, bytes;
    put(a, "x.zip", T("what was there before, which goes"));
    CHECK(zip_pack(a, &d, &memory, DAY, &packed));
    CHECK(zip_write(&d, T("x.zip"), T("x.zip"), &disk, DAY));
    CHECK(text_equal(get(a, "x.zip"), packed));
    struct zip_reader *r = zip_reader_open(a, &d, T("x.zip"), T("x.zip"));
    CHECK(r && zip_reader_files(r)->n == memory.n);
    for (size_t i = memory.n; r && i--;) { /* in any order, and again */
        CHECK(text_equal(zip_reader_files(r)->at[i].name, memory.at[i].name));
        CHECK(zip_reader_files(r)->at[i].size == memory.at[i].bytes.n);
        CHECK(zip_reader_read(r, a, &d, i, &bytes) && text_equal(bytes, memory.at[i].bytes));
        CHECK(zip_reader_read(r, a, &d, i, &bytes) && text_equal(bytes, memory.at[i].bytes));
    }
    zip_reader_close(r);
    zip_reader_close(r);
    CHECK(diags_fine(&d));
}

/* What is said of these bytes, and of each file in them where they are opened. */
static void says(struct arena *a, struct text bytes, const char *words) {
    struct diags d = diags_make(a);
    struct text out;
    put(a, "x.zip", bytes);
    struct zip_reader *r = zip_reader_open(a, &d, T("x.zip"), T("x.zip"));
    for (size_t i = 0; r && i < zip_reader_files(r)->n; i++) zip_reader_read(r, a, &d, i, &out);
    zip_reader_close(r);
    CHECK_TEXT(check_diags(&d), words);
}

/* The bytes with `what`, wherever it stands, replaced by `with`, which is of the same length. */
static struct text with(struct arena *a, struct text bytes, struct text what, struct text with) {
    struct text out = text_copy(a, bytes);
    bool found = false;
    for (size_t i = text_find(out, what); i < out.n; i += text_find(text_after(out, i), what)) {
        memcpy((char *)out.at + i, with.at, with.n);
        found = true;
    }
    CHECK(found);
    return out;
}

#define CUT_SHORT "x.zip: error: this is no ZIP file, or one that was cut short [zip-failed]\n"
#define UNSAFE(name)                                                                               \
    "x.zip: error: the name “" name "” in this ZIP file leads out of its folder or is no name; "   \
    "the file is refused [zip-name-unsafe]\n"
#define LARGE "x.zip: error: this ZIP file holds more than is ever unpacked; it is refused [zip-too-large]\n"

static void refused(struct arena *a) {
    struct zip_files files = some(a, false);
    struct diags d = diags_make(a);
    struct text bytes;
    CHECK(zip_pack(a, &d, &files, DAY, &bytes));
    says(a, bytes, "");
    says(a, T(""), CUT_SHORT);
    says(a, T("PK"), CUT_SHORT);
    says(a, text_part(bytes, 0, bytes.n - 1), CUT_SHORT);
    says(a, with(a, bytes, T("d/second"), T("../econd")), UNSAFE("../econd"));
    says(a, with(a, bytes, T("d/second"), T("d/sec\0nd")), UNSAFE("d/sec"));
    says(a, with(a, bytes, T("d/second"), T("D/FIRST.")), "");
    says(a, with(a, bytes, T("stored bytes"), T("stored bites")),
         "x.zip: error: “d/second” in this ZIP file is damaged: its bytes are not those that were put in [zip-file-broken]\n");
    /* an eighth of a GiB, and more, out of some hundred bytes */
    says(a, with(a, bytes, T("\xA0\x86\x01\0"), T("\0\0\0\x09")), LARGE);
}

/* More files than fit into 16 bits. */
static void many(struct arena *a) {
    enum { FILES = 66000 };
    struct zip_files files = {0};
    struct diags d = diags_make(a);
    struct text out;
    for (int i = 0; i < FILES; i++)
        arena_push(a, &files, ((struct zip_file){.name = text_number(a, 100000 + i), .bytes = T("x"), .stored = true}));
    CHECK(zip_write(&d, T("x.zip"), T("x.zip"), &files, DAY));
    struct zip_reader *r = zip_reader_open(a, &d, T("x.zip"), T("x.zip"));
    CHECK(r && zip_reader_files(r)->n == FILES);
    CHECK(r && text_equal(zip_reader_files(r)->at[FILES - 1].name, T("165999")));
    CHECK(r && zip_reader_read(r, a, &d, FILES - 1, &out) && text_equal(out, T("x")));
    zip_reader_close(r);
    CHECK_TEXT(check_diags(&d), "");
    struct text bytes = get(a, "x.zip");
    CHECK(text_find(bytes, T("PK\6\7")) < bytes.n);
    says(a, with(a, bytes, T("165998"), T("1659\0" "8")), UNSAFE("1659"));
    struct zip_files none = {0};
    d = diags_make(a);
    CHECK(!zip_unpack(a, &d, T("x.zip"), bytes, &none));
    CHECK_TEXT(check_diags(&d), LARGE);
}

int main(void) {
    struct arena a = check_arena();
    char folder[] = "/tmp/griot-test-XXXXXX";
    if (!mkdtemp(folder) || chdir(folder)) return 2;
    round_trip(&a);
    refused(&a);
    a = arena_open((size_t)1 << 30);
    many(&a);
    if (chdir("/")) return 2;
    folder_remove(text_of(folder));
    return check_done();
}
