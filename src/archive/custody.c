/* See custody.h. */
#include "archive/custody.h"

#include "archive/remains.h"

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

/* Removes the temporaries that commands which were stopped have left in the folder; nobody else
 * writes while it is locked. One that cannot be removed stays, for verify to tell. */
static void sweep_folder(struct arena *a, struct text folder) {
    struct diags unheard = diags_make(a);
    struct names names = {0};
    if (!file_is_folder(folder) || !file_list(a, &unheard, folder, &names)) return;
    for (size_t i = 0; i < names.n; i++) {
        struct text path = file_path(a, folder, names.at[i]);
        if (text_starts(names.at[i], STORE_TEMPORARY) && file_replaceable(path)) file_remove(path);
    }
}

/* The same in all folders that publishers write to. */
static void sweep(const struct store *s) {
    static const char *const nested[] = {"editions", "resources"};
    struct arena scratch = arena_open((size_t)1 << 30);
    sweep_folder(&scratch, s->root);
    for (size_t i = 0; i < sizeof nested / sizeof *nested; i++) {
        struct text folder = file_path(&scratch, s->root, text_of(nested[i]));
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
    struct text editions = file_path(s->a, s->root, T("editions"));
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
        if (file_exists(file_path(s->a, s->root, text_of(files[i])))) return false;
    return store_list(s, &unheard, false, &all) && !all.n;
}

bool custody_take(struct store *s, struct arena *a, struct diags *d, struct text root) {
    *s = (struct store){.a = a, .root = root, .lock = -1};
    struct text says = file_path(a, root, T("README.txt"));
    struct output out = {says, text_of(readme)};
    if (!make_locked(s, d) || !remains_recover(s, d)) return false;
    sweep(s);
    s->fresh = is_new(s);
    if (file_exists(says) || files_put(d, &out, 1, true, false)) return true;
    custody_leave(s);
    return false;
}

bool custody_hold(struct store *s, struct diags *d) {
    s->lock = folder_lock(d, s->root);
    return s->lock >= 0 && remains_recover(s, d);
}

void custody_leave(struct store *s) {
    struct diags unheard = diags_make(s->a);
    if (s->lock >= 0 && remains_recover(s, &unheard)) remains_undo(s);
    folder_unlock(s->lock);
    s->lock = -1;
}
