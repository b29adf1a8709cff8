/* Names in manifests are written as RFC 8493, 2.1.3 asks, LF, CR and percent and nothing else, and are
 * read back; a file that is listed twice, not at all, or is not there is a fault. */
#include "archive/bag.h"
#include "check.h"

#include "base/digest.h"

static const char *const names[] = {"a b.txt",  "100%.txt",   "%0A.txt",      "%25%0d.txt", "line\nfeed",
                                    "c\rreturn", "both\r\n%25", "\xC3\xA9 ~.txt", "x/%/y\n"};
enum { NAMES = sizeof names / sizeof *names };

static struct zip_files bag(struct arena *a) {
    struct zip_files payload = {0}, out = {0};
    struct bag_info info = {.identifier = T("x"), .day = 20000};
    for (int i = 0; i < NAMES; i++)
        arena_push(a, &payload, ((struct zip_file){.name = text_of(names[i]), .bytes = text_of(names[i])}));
    bag_make(a, T("b"), &info, &payload, &out);
    return out;
}

static struct zip_file *file(struct zip_files *files, const char *name) {
    return (struct zip_file *)bag_find(files, text_of(name));
}

static void written(struct arena *a) {
    struct zip_files files = bag(a);
    struct text rows = file(&files, "b/manifest-sha256.txt")->bytes;
    static const char *const want[] = {"a b.txt",      "100%25.txt",     "%250A.txt",
                                       "%2525%250d.txt", "line%0Afeed",    "c%0Dreturn",
                                       "both%0D%0A%2525", "\xC3\xA9 ~.txt", "x/%25/y%0A"};
    for (int i = 0; i < NAMES; i++) {
        size_t end = text_find(rows, T("\n"));
        CHECK_TEXT(text_part(rows, 0, 64), text_z(a, digest_hex(a, digest_of(text_of(names[i])))));
        CHECK_TEXT(text_part(rows, 64, end), text_z(a, TEXT_JOIN(a, T("  data/"), text_of(want[i]))));
        rows = text_after(rows, end + 1);
    }
    CHECK(!rows.n);
}

/* What is said of the bag; payload names must come back. */
static void is(struct arena *a, struct zip_files *files, const char *said) {
    struct diags d = diags_make(a);
    struct zip_files payload = {0};
    struct names faulty = {0};
    struct text base;
    bool fine = bag_check(a, &d, T("x"), files, &base, &payload, &faulty);
    CHECK_TEXT(check_diags(&d), said);
    CHECK(fine == !*said && fine == !faulty.n);
    for (size_t i = 0; i < payload.n && i < NAMES && fine; i++) CHECK_TEXT(payload.at[i].name, names[i]);
}

static void append(struct arena *a, struct zip_files *files, const char *name, const char *row) {
    struct zip_file *f = file(files, name);
    f->bytes = TEXT_JOIN(a, f->bytes, text_of(row));
}

/* The tag manifest's rows say again what the others have become. */
static void retag(struct arena *a, struct zip_files *files) {
    struct build b = {.arena = a};
    static const char *const tags[] = {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"};
    for (int i = 0; i < 3; i++) {
        struct text path = TEXT_JOIN(a, T("b/"), text_of(tags[i]));
        build_text(&b, digest_hex(a, digest_of(bag_find(files, path)->bytes)));
        build_text(&b, TEXT_JOIN(a, T("  "), text_of(tags[i]), T("\n")));
    }
    file(files, "b/tagmanifest-sha256.txt")->bytes = build_done(&b);
}

static void listed(struct arena *a) {
    struct zip_files files = bag(a);
    struct text sha256 = digest_hex(a, digest_of(T("a b.txt")));
    append(a, &files, "b/manifest-sha256.txt", text_z(a, TEXT_JOIN(a, sha256, T("  data/a b.txt\n"))));
    retag(a, &files);
    is(a, &files, "x: error: a manifest lists “data/a b.txt” twice [bag-file-twice]\n");
    files = bag(a);
    append(a, &files, "b/manifest-sha256.txt", text_z(a, TEXT_JOIN(a, sha256, T("  data/none\n"))));
    retag(a, &files);
    is(a, &files, "x: error: the file “data/none” of this edition is missing [bag-file-missing]\n");
    files = bag(a);
    arena_push(a, &files, ((struct zip_file){.name = T("b/data/more"), .bytes = T("")}));
    is(a, &files, "x: error: the file “data/more” does not belong to this edition [bag-file-extra]\n");
}

int main(void) {
    struct arena a = check_arena();
    struct zip_files files = bag(&a);
    written(&a);
    is(&a, &files, "");
    listed(&a);
    return check_done();
}
