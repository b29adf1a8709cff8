/* See store.h. */
#include "archive/store.h"

#include "archive/remains.h"

#include "base/digest.h"
#include "base/gzip.h"
#include "base/parallel.h"

#include <stdlib.h>

enum { HEX = 64, BUNDLE_CAP = 1 << 30, HEAD_CAP = 256, RESOURCE_CAP = 256 << 20, JOURNAL_CAP = 1 << 30 };

static const char readme[] =
    "This folder keeps the editions of a bulletin. It can be read without the program that made it.\n"
    "\n"
    "editions/YEAR/DATE.zip is one edition; any program for ZIP files unpacks it. In it, data/ has the\n"
    "bulletin as PDF and HTML, its text, what it was made from, and recipe.yaml, which says how.\n"
    "DATE.r2.zip is a later revision of DATE.zip, DATE.s1.zip a special edition of that day; a small\n"
    "file whose recipe says \"skipped\" declares a day without edition.\n"
    "\n"
    "Is an edition whole? Each is a BagIt bag (RFC 8493): unpack it, and in its folder run\n"
    "    sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt\n"
    "\n"
    "Are the editions all there? Each recipe names under \"before\" the SHA-256 of the ZIP file that was\n"
    "kept before it, and the file head has that of the last one: a missing, changed or inserted edition\n"
    "breaks the chain. Each edition prints the first 16 digits of it at its end, so that every copy,\n"
    "mailed or on paper, is a witness.\n"
    "\n"
    "resources/ab/abcdef….gz are files that several editions need, each named by the SHA-256 of what it\n"
    "holds; the recipes say what they are called. Those whose names begin with program/ are the program\n"
    "itself, its libraries and its source: gunzip them into an empty folder by these names, make\n"
    "them executable, put the archive and a folder tmp beside them, and as root run\n"
    "    chroot FOLDER /griot-archive regenerate --archive /archive all\n"
    "to make the editions again, to the byte, on any Linux of that kind of processor.\n"
    "\n"
    "journal.jsonl has the true times of keeping. catalogue.sqlite may be deleted: \"griot reindex\" makes\n"
    "it again from the editions. mail/ledger.sqlite, where there is one, has who was sent which\n"
    "edition, and cannot be made again.\n"
    "\n"
    "* * *\n"
    "\n"
    "Ce dossier garde les éditions d’un bulletin. Il se lit sans le programme qui l’a fait.\n"
    "\n"
    "editions/ANNÉE/DATE.zip est une édition ; tout logiciel pour fichiers ZIP l’ouvre. On y trouve, sous\n"
    "data/, le bulletin en PDF et en HTML, son texte, ce dont il a été fait, et recipe.yaml, qui dit\n"
    "comment. DATE.r2.zip est une révision de DATE.zip, DATE.s1.zip une édition spéciale du même jour ;\n"
    "un petit fichier dont la recette dit « skipped » déclare un jour sans édition.\n"
    "\n"
    "Une édition est-elle intacte ? Chacune est un sac BagIt (RFC 8493) : ouvrez-la et, dans son dossier,\n"
    "lancez la commande sha256sum ci-dessus.\n"
    "\n"
    "Les éditions y sont-elles toutes ? Chaque recette donne, sous « before », le SHA-256 du fichier ZIP\n"
    "gardé avant elle, et le fichier head celui du dernier : une édition qui manque, a changé ou a été\n"
    "ajoutée rompt la chaîne. Chaque édition en imprime à sa fin les 16 premiers chiffres : tout exemplaire,\n"
    "envoyé ou imprimé, en est témoin.\n"
    "\n"
    "resources/ab/abcdef….gz sont des fichiers dont plusieurs éditions ont besoin, nommés par le SHA-256\n"
    "de leur contenu ; les recettes disent comment ils s’appellent. Ceux dont le nom commence par program/\n"
    "sont le programme lui-même, ses bibliothèques et son code source : décompressez-les sous ces noms\n"
    "dans un dossier vide, rendez-les exécutables, mettez-y ces archives et un dossier tmp, et lancez,\n"
    "en administrateur, la commande chroot ci-dessus : les éditions sont refaites à l’octet près.\n"
    "\n"
    "journal.jsonl donne les heures réelles. catalogue.sqlite peut être supprimé : « griot reindex » le\n"
    "refait à partir des éditions. mail/ledger.sqlite, s’il existe, dit à qui chaque édition a été\n"
    "envoyée, et ne peut être refait.\n";

static struct text path_in(const struct store *s, struct arena *a, const char *name) {
    return file_path(a, s->root, text_of(name));
}

bool store_open(struct store *s, struct arena *a, struct diags *d, struct text root) {
    *s = (struct store){.a = a, .root = root, .lock = -1};
    if (file_is_folder(path_in(s, a, "editions"))) return true;
    DIAG0(d, ((struct place){.file = root}), ARCHIVE_MISSING);
    return false;
}

/* What files_put names its temporaries, and import its folder. */
#define TEMPORARY T(".griot-")

/* Removes the temporaries that commands which were stopped have left in the folder; nobody else
 * writes while it is locked. One that cannot be removed stays, for verify to tell. */
static void sweep_folder(struct arena *a, struct text folder) {
    struct diags unheard = diags_make(a);
    struct names names = {0};
    if (!file_is_folder(folder) || !file_list(a, &unheard, folder, &names)) return;
    for (size_t i = 0; i < names.n; i++) {
        struct text path = file_path(a, folder, names.at[i]);
        if (text_starts(names.at[i], TEMPORARY) && file_replaceable(path)) file_remove(path);
    }
}

/* The same in all folders that publishers write to. */
static void sweep(const struct store *s) {
    static const char *const nested[] = {"editions", "resources"};
    struct arena scratch = arena_open((size_t)1 << 30);
    sweep_folder(&scratch, s->root);
    for (size_t i = 0; i < sizeof nested / sizeof *nested; i++) {
        struct text folder = path_in(s, &scratch, nested[i]);
        struct diags unheard = diags_make(&scratch);
        struct names names = {0};
        if (!file_is_folder(folder) || !file_list(&scratch, &unheard, folder, &names)) continue;
        for (size_t k = 0; k < names.n; k++)
            sweep_folder(&scratch, file_path(&scratch, folder, names.at[k]));
    }
    arena_close(&scratch);
}

/* The folder, made where it is missing, and locked. Whoever made it may remove it again when his
 * edition fails, while others wait for it: they begin anew. */
static bool make_locked(struct store *s, struct diags *d) {
    enum { TRIES = 100 };
    struct text editions = path_in(s, s->a, "editions");
    for (struct text up = s->root; up.n && !file_exists(up); up = file_dir(up)) s->made = up;
    for (int i = 0; i < TRIES; i++) {
        struct diags unheard = diags_make(s->a);
        if (!folder_make(d, editions)) return false;
        s->lock = folder_lock(i + 1 < TRIES ? &unheard : d, s->root);
        if (s->lock >= 0 && file_is_folder(editions)) return true;
        folder_unlock(s->lock);
        s->lock = -1;
    }
    return false;
}

/* Whether nothing of an archive is there yet but its folders. */
static bool is_new(const struct store *s) {
    static const char *const files[] = {"README.txt", "head", "journal.jsonl", "resources",
                                        "catalogue.sqlite"};
    struct editions all = {0};
    struct diags unheard = diags_make(s->a);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (file_exists(path_in(s, s->a, files[i]))) return false;
    return store_list(s, &unheard, false, &all) && !all.n;
}

bool store_lock(struct store *s, struct arena *a, struct diags *d, struct text root) {
    *s = (struct store){.a = a, .root = root, .lock = -1};
    struct text says = path_in(s, a, "README.txt");
    struct output out = {says, text_of(readme)};
    if (!make_locked(s, d)) return false;
    if (!remains_recover(s, d)) return false;
    sweep(s);
    s->fresh = is_new(s);
    if (file_exists(says) || files_put(d, &out, 1, true, false)) return true;
    store_close(s);
    return false;
}

bool store_hold(struct store *s, struct diags *d) {
    s->lock = folder_lock(d, s->root);
    return s->lock >= 0 && remains_recover(s, d);
}

void store_close(struct store *s) {
    struct diags unheard = diags_make(s->a);
    if (s->lock >= 0 && remains_recover(s, &unheard)) remains_undo(s);
    folder_unlock(s->lock);
    s->lock = -1;
}

/* --- strange files --- */

static void tell_strange(const struct store *s, struct diags *d, struct text folder,
                         struct text name) {
    enum message m = text_starts(name, TEMPORARY) ? ARCHIVE_STALE : ARCHIVE_STRANGE;
    if (text_equal(name, T("unfinished")) && text_equal(folder, s->root)) m = ARCHIVE_UNFINISHED;
    DIAG0(d, ((struct place){.file = file_path(s->a, folder, name)}), m);
}

void store_strange(const struct store *s, struct diags *d) {
    static const char *const known[] = {
        "README.txt",           "editions",         "head",
        "journal.jsonl",        "resources",        "import",
        "catalogue.sqlite",     "catalogue.sqlite-wal", "catalogue.sqlite-shm",
        "catalogue.sqlite-journal"};
    struct names names = {0};
    if (!file_list(s->a, d, s->root, &names)) return;
    for (size_t i = 0; i < names.n; i++) {
        bool found = false;
        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            found |= text_equal(names.at[i], text_of(known[k]));
        if (!found) tell_strange(s, d, s->root, names.at[i]);
    }
}

/* --- editions --- */

static int name_order(const void *a, const void *b) {
    return edition_name_order(*(const struct edition_name *)a, *(const struct edition_name *)b);
}

/* The edition a file of this name holds; false where it is none. */
static bool name_of_file(struct text file, struct edition_name *out) {
    if (!text_ends(file, T(".zip"))) return false;
    if (!edition_name_parse(text_part(file, 0, file.n - 4), out) || out->revision == 1) return false;
    if (!out->revision) out->revision = 1;
    return true;
}

static bool list_year(const struct store *s, struct diags *d, bool strict, struct text year,
                      struct editions *out) {
    struct names names = {0};
    struct text folder = file_path(s->a, path_in(s, s->a, "editions"), year);
    if (!file_list(s->a, d, folder, &names)) return false;
    for (size_t i = 0; i < names.n; i++) {
        struct edition_name name;
        bool known = name_of_file(names.at[i], &name);
        struct text day = known ? edition_name_text(s->a, name) : (struct text){0};
        if (known && text_starts(day, year)) arena_push(s->a, out, name);
        else if (strict)
            tell_strange(s, d, folder, names.at[i]);
    }
    return true;
}

/* The bundles of the years from `from` to `to`. */
static bool list_years(const struct store *s, struct diags *d, bool strict, int64_t from,
                       int64_t to, struct editions *out) {
    struct names years = {0};
    struct text folder = path_in(s, s->a, "editions");
    if (!file_list(s->a, d, folder, &years)) return false;
    for (size_t i = 0; i < years.n; i++) {
        int64_t year;
        if (years.at[i].n == 4 && text_int(years.at[i], 1000, 9999, &year)) {
            bool wanted = year >= from && year <= to;
            if (wanted && !list_year(s, d, strict, years.at[i], out)) return false;
        } else if (strict) {
            tell_strange(s, d, folder, years.at[i]);
        }
    }
    if (out->n) qsort(out->at, out->n, sizeof *out->at, name_order);
    return true;
}

bool store_list(const struct store *s, struct diags *d, bool strict, struct editions *out) {
    return list_years(s, d, strict, 1000, 9999, out);
}

bool store_list_range(const struct store *s, struct diags *d, const struct range *r,
                      struct editions *out) {
    struct editions all = {0};
    int64_t from = r->from == DATE_OPEN_PAST ? 1000 : date_ymd(r->from).year;
    int64_t to = r->to == DATE_OPEN_FUTURE ? 9999 : date_ymd(r->to).year;
    if (!list_years(s, d, false, from, to, &all)) return false;
    for (size_t i = 0; i < all.n; i++)
        if (range_has(r, all.at[i])) arena_push(s->a, out, all.at[i]);
    return true;
}

bool store_find(const struct editions *all, struct edition_name *name) {
    for (size_t i = all->n; i--;) { /* from the latest revision on */
        const struct edition_name *n = &all->at[i];
        if (n->date != name->date || n->special != name->special) continue;
        if (name->revision && n->revision != name->revision) continue;
        *name = *n;
        return true;
    }
    return false;
}

struct text store_path(const struct store *s, struct arena *a, struct edition_name name) {
    struct text file = edition_name_text(a, name);
    return TEXT_JOIN(a, s->root, T("/editions/"), text_part(file, 0, 4), T("/"), file, T(".zip"));
}

bool store_read(const struct store *s, struct arena *a, struct diags *d, struct edition_name name,
                struct text *out) {
    return file_read(a, d, store_path(s, a, name), BUNDLE_CAP, out);
}

bool store_keep(const struct store *s, struct diags *d, const struct kept_bundle *bundles,
                size_t n) {
    struct output *outs = arena_new(s->a, struct output, n);
    for (size_t i = 0; i < n; i++) {
        outs[i] = (struct output){store_path(s, s->a, bundles[i].name), bundles[i].bytes};
        if (!file_exists(outs[i].path)) continue;
        DIAG0(d, ((struct place){.file = outs[i].path}), ARCHIVE_KEPT_ALREADY);
        return false;
    }
    struct arena scratch = arena_open((size_t)1 << 32); /* it takes much, and many groups may come */
    bool kept = files_keep(&scratch, d, outs, n);
    arena_close(&scratch);
    return kept;
}

void store_kept(struct store *s) {
    s->put.n = 0;
    s->fresh = false;
}

/* --- head and journal --- */

static bool is_hash(struct text t) {
    for (size_t i = 0; i < t.n; i++) {
        bool hex = (t.at[i] >= '0' && t.at[i] <= '9') || (t.at[i] >= 'a' && t.at[i] <= 'f');
        if (!hex) return false;
    }
    return t.n == HEX;
}

bool store_head(const struct store *s, struct arena *a, struct diags *d, struct text *out) {
    struct text path = path_in(s, a, "head"), bytes;
    *out = (struct text){0};
    if (!file_exists(path)) return true;
    if (!file_read(a, d, path, HEAD_CAP, &bytes)) return false;
    size_t end = text_find(bytes, T("\n"));
    *out = text_part(bytes, 0, end);
    if (is_hash(*out) && end + 1 >= bytes.n) return true;
    DIAG0(d, ((struct place){.file = path}), ARCHIVE_HEAD_BROKEN);
    return false;
}

bool store_set_head(const struct store *s, struct diags *d, struct text sha256) {
    struct output out = {path_in(s, s->a, "head"), TEXT_JOIN(s->a, sha256, T("\n"))};
    if (!sha256.n) return file_remove(out.path);
    return files_put(d, &out, 1, true, false);
}

bool store_journal_lines(const struct store *s, struct arena *a, struct diags *d,
                         struct text *out) {
    struct text path = path_in(s, a, "journal.jsonl");
    *out = (struct text){0};
    return !file_exists(path) || file_read(a, d, path, JOURNAL_CAP, out);
}

int64_t store_journal_size(const struct store *s) {
    int64_t n = file_size(path_in(s, s->a, "journal.jsonl"));
    return n > 0 ? n : 0;
}

bool store_cut_journal(const struct store *s, struct diags *d, int64_t size) {
    struct text path = path_in(s, s->a, "journal.jsonl");
    if (store_journal_size(s) <= size) return true;
    return size ? file_cut(d, path, size) : file_remove_durably(d, path);
}

bool store_journal(const struct store *s, struct diags *d, struct text lines) {
    return file_append(d, path_in(s, s->a, "journal.jsonl"), lines);
}

/* --- resources --- */

struct text store_resource_path(const struct store *s, struct arena *a, struct text sha256) {
    return TEXT_JOIN(a, s->root, T("/resources/"), text_part(sha256, 0, 2), T("/"), sha256,
                     T(".gz"));
}

/* Resources on their way, each compressed by one thread. */
struct pressing {
    const struct resource *resources;
    struct output *outs;
    struct arena *arenas; /* one a resource */
};

static void press_one(void *shared, size_t i, size_t worker) {
    struct pressing *p = shared;
    (void)worker;
    p->arenas[i] = arena_open((size_t)1 << 29);
    p->outs[i].bytes = gzip_bytes(&p->arenas[i], p->resources[i].bytes);
}

bool store_put_resources(struct store *s, struct diags *d, const struct resource *resources,
                         size_t n) {
    struct arena scratch = arena_open((size_t)1 << 24);
    struct resource *new = arena_new(&scratch, struct resource, n);
    struct pressing p = {new, arena_new(&scratch, struct output, n),
                         arena_new(&scratch, struct arena, n)};
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        p.outs[k].path = store_resource_path(s, &scratch, resources[i].sha256);
        bool twice = false;
        for (size_t j = 0; j < k; j++) twice |= text_equal(new[j].sha256, resources[i].sha256);
        if (!twice && !file_exists(p.outs[k].path)) new[k++] = resources[i];
    }
    parallel_run(parallel_width(), k, press_one, &p);
    bool fine = !k || files_keep(&scratch, d, p.outs, k);
    for (size_t i = 0; i < k && fine; i++)
        arena_push(s->a, &s->put, text_copy(s->a, new[i].sha256));
    for (size_t i = 0; i < k; i++) arena_close(&p.arenas[i]);
    arena_close(&scratch);
    return fine;
}

bool store_put_packed(struct store *s, struct diags *d, struct text sha256,
                      struct text file) {
    struct output out = {store_resource_path(s, s->a, sha256), file};
    if (file_exists(out.path)) return true;
    if (!files_put(d, &out, 1, true, true)) return false;
    arena_push(s->a, &s->put, sha256);
    return true;
}

bool store_resource(const struct store *s, struct arena *a, struct diags *d, struct text sha256,
                    struct text *out) {
    struct text path = store_resource_path(s, a, sha256), file;
    if (!is_hash(sha256)) {
        DIAG(d, ((struct place){.file = s->root}), ARCHIVE_NOT_HASH, sha256);
        return false;
    }
    if (!file_exists(path)) {
        DIAG0(d, ((struct place){.file = path}), RESOURCE_MISSING);
        return false;
    }
    if (!file_read(a, d, path, RESOURCE_CAP, &file)) return false;
    if (gunzip_bytes(a, file, RESOURCE_CAP, out) &&
        text_equal(digest_hex(a, digest_of(*out)), sha256))
        return true;
    DIAG0(d, ((struct place){.file = path}), RESOURCE_BROKEN);
    return false;
}

/* The resources of a folder AB. */
static bool list_resources(const struct store *s, struct diags *d, struct text folder,
                           struct names *out) {
    struct names files = {0};
    if (!file_list(s->a, d, folder, &files)) return false;
    for (size_t i = 0; i < files.n; i++) {
        struct text hash = text_part(files.at[i], 0, HEX);
        bool right = is_hash(hash) && text_equal(text_after(files.at[i], HEX), T(".gz")) &&
                     text_equal(text_part(hash, 0, 2), file_name(folder));
        if (right) arena_push(s->a, out, hash);
        else tell_strange(s, d, folder, files.at[i]);
    }
    return true;
}

bool store_resources(const struct store *s, struct diags *d, struct names *out) {
    struct names folders = {0};
    struct text root = path_in(s, s->a, "resources");
    if (!file_exists(root)) return true;
    if (!file_list(s->a, d, root, &folders)) return false;
    for (size_t i = 0; i < folders.n; i++) {
        struct text folder = file_path(s->a, root, folders.at[i]);
        if (!file_is_folder(folder)) tell_strange(s, d, root, folders.at[i]);
        else if (!list_resources(s, d, folder, out)) return false;
    }
    return true;
}
