/* Every sentence the program says, in English and French, in one table.
 *
 * A row: the name in code; the code that users and JSON see, the same in all languages; the level;
 * the sentence in English; in French. {1} to {4} stand for what the complaint is about. A sentence
 * names the culprit and says what to do. The level decides the exit status. */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include "base/text.h"

enum lang { LANG_EN, LANG_FR, LANG__MAX };

enum level {
    LEVEL_NONE,
    LEVEL_NOTE,
    LEVEL_WARNING,
    LEVEL_ERROR,  /* the input or the archive is at fault: status 1 */
    LEVEL_USAGE,  /* the command line is wrong: status 2 */
    LEVEL_FAILURE /* the system failed: status 3 */
};

#define MESSAGES(X)                                                                                \
    X(MESSAGE_NONE, "none", NONE, "", "")                                                          \
    X(MORE_COMPLAINTS, "more-complaints", NOTE, "{1} more complaints are not shown",               \
      "{1} autres remarques ne sont pas affichées")                                                \
    /* files */                                                                                    \
    X(FILE_MISSING, "no-such-file", ERROR,                                                         \
      "there is no such file or folder; check the name and the folder you are in",                 \
      "ce fichier ou dossier n’existe pas ; vérifiez le nom et le dossier courant")                \
    X(FILE_DENIED, "not-readable", FAILURE,                                                        \
      "you have no permission to read it; ask its owner for it, or run: chmod u+r {1}",            \
      "vous n’avez pas le droit de le lire ; demandez-le à son propriétaire, ou lancez : chmod "   \
      "u+r {1}")                                                                                   \
    X(FILE_IS_FOLDER, "is-folder", ERROR, "this is a folder, and a file is needed here",           \
      "c’est un dossier, et il faut ici un fichier")                                               \
    X(SYSTEM_DISK, "disk-failed", FAILURE,                                                         \
      "the disk, or the connection to it, failed; nothing was kept; try again, and see to the disk",\
      "le disque, ou la liaison avec lui, a failli ; rien n’a été gardé ; recommencez, et faites " \
      "examiner le disque")                                                                        \
    X(SYSTEM_FILES, "too-many-open", FAILURE,                                                      \
      "the system lets no more files be opened; close other programs, or raise the limit (ulimit -n)",\
      "le système ne laisse plus ouvrir de fichiers ; fermez d’autres programmes, ou élevez la "   \
      "limite (ulimit -n)")                                                                        \
    X(SYSTEM_LOOP, "link-circle", ERROR,                                                           \
      "the symbolic links of this path lead in a circle; name the file itself",                    \
      "les liens symboliques de ce chemin tournent en rond ; nommez le fichier lui-même")          \
    X(FILE_FAILED, "read-failed", FAILURE, "reading failed; the system says: {1}",                 \
      "échec de la lecture ; le système dit : {1}")                                                \
    X(FILE_NO_DISK, "not-on-disk", ERROR,                                                          \
      "this is read back and forth, and it is no file on a disk: save it to one first",            \
      "ceci se lit en avant et en arrière, et n’est pas un fichier sur un disque : "     \
      "enregistrez-le d’abord")                                                                    \
    X(FILE_TOO_LARGE, "too-large", ERROR,                                                          \
      "this file is larger than {1} MB, the most that is read; is it the right one?",              \
      "ce fichier dépasse {1} Mo, le plus qui soit lu ; est-ce le bon ?")                          \
    X(NAME_TOO_LONG, "name-too-long", FAILURE,                                                     \
      "this name is longer than the system allows; shorten it",                                    \
      "ce nom est plus long que le système ne l’admet ; raccourcissez-le")                         \
    X(OUTPUT_NO_FOLDER, "no-such-folder", FAILURE,                                                 \
      "the folder for this output does not exist; make it, or name another with -o",               \
      "le dossier de cette sortie n’existe pas ; créez-le, ou nommez-en un autre avec -o")         \
    X(OUTPUT_DENIED, "not-writable", FAILURE,                                                      \
      "you have no permission to write here; name another output with -o",                         \
      "vous n’avez pas le droit d’écrire ici ; nommez une autre sortie avec -o")                   \
    X(DISK_FULL, "disk-full", FAILURE,                                                             \
      "the disk is full; nothing was kept: free some space and run the command again",             \
      "le disque est plein ; rien n’a été gardé : libérez de la place et relancez la commande")    \
    X(OUTPUT_LIMIT, "output-limit", FAILURE,                                                       \
      "the system allows no more bytes here (a quota, or a limit on the size of files); nothing "  \
      "was kept: name another output with -o",                                                     \
      "le système n’admet pas plus d’octets ici (un quota, ou une limite de taille des "           \
      "fichiers) ; rien n’a été gardé : nommez une autre sortie avec -o")                          \
    X(OUTPUT_IS_FOLDER, "output-is-folder", FAILURE,                                               \
      "this is a folder; name a file in it with -o",                                               \
      "c’est un dossier ; nommez avec -o un fichier qui s’y trouve")                               \
    X(OUTPUT_FAILED, "write-failed", FAILURE,                                                      \
      "writing failed, and nothing was kept; the system says: {1}",                                \
      "échec de l’écriture, rien n’a été gardé ; le système dit : {1}")                            \
    X(SECRET_SHARED, "secret-shared", FAILURE,                                                     \
      "others may read this file, which holds a secret; run: chmod 600 {1}",                       \
      "d’autres peuvent lire ce fichier, qui contient un secret ; lancez : chmod 600 {1}")         \
    X(SECRET_EMPTY, "secret-empty", ERROR,                                                         \
      "the first line of this file must be the secret, of 1 to {1} bytes",                         \
      "la première ligne de ce fichier doit être le secret, de 1 à {1} octets")                    \
    /* YAML */                                                                                     \
    X(YAML_SYNTAX, "yaml-syntax", ERROR,                                                           \
      "this is not valid YAML; the library that reads it says: {1}",                               \
      "ce n’est pas du YAML valide ; la bibliothèque qui le lit dit : {1}")                        \
    X(YAML_TAB, "yaml-syntax", ERROR, "a tab stands at the start of this line; write spaces",      \
      "une tabulation commence cette ligne ; écrivez des espaces")                                 \
    X(YAML_COLON, "yaml-syntax", ERROR,                                                            \
      "this colon stands where no key can; put the value in quotes, or see whether the line "      \
      "above lacks its colon, or this line has too many spaces at its start",                      \
      "ce deux-points se trouve là où il n’y a pas place pour une clé ; mettez la valeur entre "   \
      "guillemets droits, ou voyez si la ligne du dessus est sans deux-points, ou celle-ci trop "  \
      "en retrait")                                                                                \
    X(YAML_NO_COLON, "yaml-syntax", ERROR,                                                         \
      "this line is not of the form “key: value”; the colon, or the space behind it, is missing; " \
      "where it goes on with the value above, put two spaces before it",                           \
      "cette ligne n’est pas de la forme « clé: valeur » ; il manque le deux-points, ou "          \
      "l’espace qui le suit ; si elle continue la valeur du dessus, mettez deux espaces devant")   \
    X(YAML_INDENT, "yaml-syntax", ERROR,                                                           \
      "this line does not stand under the one it belongs to; give lines of one group the same "    \
      "number of spaces at their start",                                                           \
      "cette ligne n’est pas alignée sur son groupe ; donnez aux lignes d’un groupe le même "      \
      "nombre d’espaces au début")                                                                 \
    X(YAML_QUOTE, "yaml-syntax", ERROR, "the quotation mark that opens here is never closed",      \
      "le guillemet droit ouvert ici n’est jamais fermé")                                          \
    X(YAML_BRACKET, "yaml-syntax", ERROR,                                                          \
      "the bracket that opens here is never closed, or a comma is missing in it",                  \
      "le crochet ou l’accolade ouverts ici ne sont jamais fermés, ou il y manque une virgule")    \
    X(YAML_START, "yaml-syntax", ERROR, "no value can start with “{1}”; put the value in quotes",  \
      "aucune valeur ne peut commencer par « {1} » ; mettez la valeur entre guillemets droits")    \
    X(YAML_ESCAPE, "yaml-syntax", ERROR,                                                           \
      "this backslash stands for nothing known; write two of them, or use single quotes",          \
      "cette barre oblique inverse ne désigne rien de connu ; doublez-la, ou employez des "        \
      "apostrophes droites")                                                                       \
    X(YAML_REFUSED, "control-character", ERROR,                                                    \
      "“{1}” has the invisible character {2}, which has no place in a text; delete it",            \
      "« {1} » contient le caractère invisible {2}, qui n’a pas sa place dans un texte ; "         \
      "supprimez-le")                                                                              \
    X(YAML_KEY_NOT_WORD, "yaml-key", ERROR, "a key must be a single word",                         \
      "une clé doit être un simple mot")                                                           \
    X(YAML_KEY_TWICE, "yaml-key-twice", ERROR, "the key “{1}” stands here twice; keep one",        \
      "la clé « {1} » figure deux fois ici ; gardez-en une")                                       \
    X(YAML_ALIAS, "yaml-alias", ERROR, "aliases (*name) are not allowed; write the value out",     \
      "les alias (*nom) ne sont pas admis ; écrivez la valeur en toutes lettres")                  \
    X(YAML_TAG, "yaml-tag", ERROR, "tags (!name) are not allowed; remove this one",                \
      "les étiquettes (!nom) ne sont pas admises ; retirez celle-ci")                              \
    X(YAML_TOO_DEEP, "yaml-too-deep", ERROR,                                                       \
      "the nesting is too deep here; at most {1} levels are read",                                 \
      "l’imbrication est ici trop profonde ; {1} niveaux au plus sont lus")                        \
    X(YAML_TOO_MANY, "yaml-too-many", ERROR,                                                       \
      "there are too many entries; at most {1} are read here",                                     \
      "il y a trop d’éléments ; {1} au plus sont lus ici")                                         \
    X(YAML_SECOND_DOCUMENT, "yaml-second-document", ERROR,                                         \
      "a second document (---) starts here; one is allowed",                                       \
      "un deuxième document (---) commence ici ; un seul est admis")                               \
    X(YAML_WANTS_VALUE, "yaml-wants-value", ERROR, "“{1}” must be a single value",                 \
      "« {1} » doit être une simple valeur")                                                       \
    X(YAML_WANTS_LIST, "yaml-wants-list", ERROR, "“{1}” must be a list (lines that start with -)", \
      "« {1} » doit être une liste (lignes commençant par -)")                                     \
    X(YAML_WANTS_MAP, "yaml-wants-map", ERROR, "“{1}” must be a group of “key: value” lines",      \
      "« {1} » doit être un groupe de lignes « clé: valeur »")                                     \
    X(YAML_EMPTY, "yaml-empty", ERROR, "“{1}” has no value; give one or remove the line",          \
      "« {1} » n’a pas de valeur ; donnez-en une ou retirez la ligne")                             \
    X(YAML_NOT_INT, "yaml-not-number", ERROR,                                                      \
      "“{1}” must be a whole number from 0 to 1000000, not “{2}”",                                 \
      "« {1} » doit être un nombre entier de 0 à 1000000, et non « {2} »")                         \
    X(YAML_NOT_DATE, "yaml-not-date", ERROR, "“{1}” must be a date like 2025-11-25, not “{2}”",    \
      "« {1} » doit être une date comme 2025-11-25, et non « {2} »")                               \
    X(YAML_NO_SUCH_DAY, "yaml-not-date", ERROR,                                                    \
      "“{1}”: the calendar has no {2}; write the day that is meant",                               \
      "« {1} » : le {2} n’existe pas au calendrier ; écrivez le jour voulu")                       \
    X(YAML_NOT_LENGTH, "yaml-not-length", ERROR,                                                   \
      "“{1}” must be a length in pt, mm, cm or in, like 12.5pt, not “{2}”",                        \
      "« {1} » doit être une longueur en pt, mm, cm ou in, comme 12.5pt, et non « {2} »")          \
    X(YAML_NOT_ADDRESS, "yaml-not-address", ERROR,                                                 \
      "“{1}” must be an address like http://tsa.example.org/, not “{2}”",                          \
      "« {1} » doit être une adresse comme http://tsa.example.org/, et non « {2} »")               \
    X(YAML_NOT_SHARE, "yaml-not-share", ERROR, "“{1}” must be a share like 2% or 0.5, not “{2}”",  \
      "« {1} » doit être une part comme 2% ou 0.5, et non « {2} »")                                \
    X(YAML_NOT_COLOUR, "yaml-not-colour", ERROR,                                                   \
      "“{1}” must be a colour in quotes like \"#00693e\", not “{2}”",                              \
      "« {1} » doit être une couleur entre guillemets droits comme \"#00693e\", et non « {2} »")   \
    X(YAML_NOT_INK, "yaml-not-ink", ERROR,                                                         \
      "“{1}” must be four whole numbers from 0 to 100, the per cent of cyan, magenta, yellow and " \
      "black, like [80, 0, 90, 30]",                                                               \
      "« {1} » doit être quatre nombres entiers de 0 à 100, les pour cent de cyan, magenta, "      \
      "jaune et noir, comme [80, 0, 90, 30]")                                                      \
    X(YAML_NOT_BOOL, "yaml-not-bool", ERROR, "“{1}” must be true or false, not “{2}”",             \
      "« {1} » doit être true ou false, et non « {2} »")                                           \
    X(YAML_NOT_CHOICE, "yaml-not-choice", ERROR, "“{1}” must be one of {3}, not “{2}”",            \
      "« {1} » doit valoir {3}, et non « {2} »")                                                   \
    X(NUMBER_RULE, "yaml-not-choice", ERROR,                                                       \
      "“number” must be day-of-year, or a group of the keys since and first, not “{1}”",           \
      "« number » doit valoir day-of-year, ou être un groupe des clés since et first, et non "     \
      "« {1} »")                                                                                   \
    X(YAML_UNKNOWN_KEY, "yaml-unknown-key", ERROR, "there is no key “{1}”; known here: {2}",       \
      "il n’y a pas de clé « {1} » ; connues ici : {2}")                                           \
    X(YAML_UNKNOWN_KEY_NEAR, "yaml-unknown-key", ERROR, "there is no key “{1}”; write “{2}”",      \
      "il n’y a pas de clé « {1} » ; écrivez « {2} »")                                             \
    X(YAML_KEY_MISSING, "yaml-key-missing", ERROR, "the key “{1}” is missing here",                \
      "la clé « {1} » manque ici")                                                                 \
    /* tables of separated values */                                                               \
    X(CSV_UNCLOSED, "csv-quote", ERROR,                                                            \
      "the quotation mark that opens this cell is not closed within {1} bytes; close it, or "      \
      "write it twice",                                                                            \
      "le guillemet droit qui ouvre cette cellule n’est pas fermé dans les {1} octets ; "          \
      "fermez-le, ou doublez-le")                                                                  \
    X(CSV_BEHIND_QUOTE, "csv-quote", ERROR,                                                        \
      "this stands behind the quotation mark that closes the cell; put it inside, and write "      \
      "a mark that belongs to the text twice",                                                     \
      "ceci suit le guillemet droit qui ferme la cellule ; mettez-le à l’intérieur, et "           \
      "doublez un guillemet qui fait partie du texte")                                             \
    X(CSV_QUOTE_INSIDE, "csv-quote", ERROR,                                                        \
      "a quotation mark stands inside this cell; put the whole cell in marks, and write this "     \
      "one twice",                                                                                 \
      "un guillemet droit se trouve dans cette cellule ; mettez toute la cellule entre "           \
      "guillemets droits, et doublez celui-ci")                                                    \
    X(CSV_CELL_LONG, "csv-cell-long", ERROR,                                                       \
      "this cell is longer than {1} bytes, the most that is read; is a line end missing?",         \
      "cette cellule dépasse {1} octets, le plus qui soit lu ; manque-t-il une fin de ligne ?")    \
    X(CSV_WIDTH, "csv-width", ERROR,                                                               \
      "this row has {1} cells, and the first row {2}; put a cell with a comma, semicolon or "      \
      "line end in quotation marks",                                                               \
      "cette ligne a {1} cellules, et la première {2} ; mettez entre guillemets droits une "       \
      "cellule qui contient une virgule, un point-virgule ou une fin de ligne")                    \
    X(CSV_TOO_WIDE, "csv-too-large", ERROR,                                                        \
      "this row has more than {1} cells, the most that are read",                                  \
      "cette ligne a plus de {1} cellules, le plus qui soit lu")                                   \
    X(CSV_TOO_LONG, "csv-too-large", ERROR,                                                        \
      "the table has more than {1} rows, the most that are read; divide it",                       \
      "le tableau a plus de {1} lignes, le plus qui soit lu ; divisez-le")                         \
    X(CSV_TOO_MANY_FAULTS, "csv-too-many-faults", ERROR,                                           \
      "{1} rows are wrong; the rest of the table was not read",                                    \
      "{1} lignes sont fautives ; le reste du tableau n’a pas été lu")                             \
    /* mail */                                                                                     \
    X(MAIL_PAUSES, "mail-pauses", ERROR,                                                           \
      "“pauses” are at most {1} numbers of seconds, each at least as large as the one before",     \
      "« pauses » compte au plus {1} nombres de secondes, chacun au moins égal au précédent")      \
    X(MAIL_BOUNDS, "mail-bounds", ERROR,                                                           \
      "“{1}” must be from 1 to {2}",                                                               \
      "« {1} » doit aller de 1 à {2}")                                                             \
    X(SUBSCRIBERS_HEADING, "subscribers-heading", ERROR,                                           \
      "the first row must name the columns, and one of them “address”: "                           \
      "address,name,language,form",                                                                \
      "la première ligne doit nommer les colonnes, dont « adresse » : adresse,nom,langue,forme")   \
    X(SUBSCRIBER_ADDRESS, "subscriber-address", ERROR,                                             \
      "“{1}” is no address that can be written to; correct it: this row is skipped",               \
      "« {1} » n’est pas une adresse à laquelle écrire ; corrigez-la : cette ligne est laissée "   \
      "de côté")                                                                                   \
    X(SUBSCRIBER_NAME, "subscriber-name", ERROR,                                                   \
      "the name “{1}” has invisible characters, is not UTF-8 or exceeds {2} bytes; correct it: "   \
      "this row is skipped",                                                                       \
      "le nom « {1} » contient des caractères invisibles, n’est pas en UTF-8 ou dépasse {2} "      \
      "octets ; corrigez-le : cette ligne est laissée de côté")                                    \
    X(SUBSCRIBER_LANGUAGE, "subscriber-language", ERROR,                                           \
      "“{1}” is no language like fr or en; correct it: this row is skipped",                       \
      "« {1} » n’est pas une langue comme fr ou en ; corrigez-la : cette ligne est laissée de "    \
      "côté")                                                                                      \
    X(SUBSCRIBER_FORM, "subscriber-form", ERROR,                                                   \
      "“{1}” is none of pdf, html, text, link; correct it: this row is skipped",                   \
      "« {1} » n’est ni pdf, ni html, ni texte, ni lien ; corrigez-le : cette ligne est laissée "   \
      "de côté")                                                                                   \
    X(SUBSCRIBER_TWICE, "subscriber-twice", WARNING,                                               \
      "{1} stands at line {2} already; this row is skipped",                                       \
      "{1} figure déjà à la ligne {2} ; cette ligne est laissée de côté")                          \
    X(SUBSCRIBERS_NONE, "subscribers-none", ERROR,                                                 \
      "no row of this table can be written to",                                                    \
      "aucune ligne de ce tableau ne permet d’écrire à quelqu’un")                                 \
    X(MAIL_SETTING, "mail-setting", ERROR,                                                         \
      "“{1}” cannot be “{2}”; write it like {3}",                                                  \
      "« {1} » ne peut être « {2} » ; écrivez par exemple {3}")                                    \
    X(MAIL_NO_SETTINGS, "mail-setting", ERROR,                                                     \
      "there is no group “mail:” here, which says who sends; griot-newsroom(5) describes it",      \
      "il n’y a pas ici de groupe « mail: », qui dit qui envoie ; griot-newsroom(5) le décrit")    \
    X(MAIL_NO_SUBSCRIBERS, "mail-setting", ERROR,                                                  \
      "who gets the bulletin is not known: set “subscribers:” here, or give a table with "         \
      "--subscribers",                                                                             \
      "on ne sait qui reçoit le bulletin : définissez ici « subscribers: », ou donnez un "         \
      "tableau avec --subscribers")                                                                \
    X(MAIL_NO_SERVER, "mail-setting", ERROR,                                                       \
      "no mail server is set: write “server:” in the group “mail:”, like "                         \
      "smtp://mail.example.org:587",                                                               \
      "aucun serveur de courrier n’est défini : écrivez « server: » dans le groupe « mail: », "    \
      "par exemple smtp://mail.example.org:587")                                                   \
    X(MAIL_NO_URL, "mail-setting", ERROR,                                                          \
      "subscribers who want a link: {1}; and “url:” is not set here",                              \
      "abonnés qui veulent un lien : {1} ; et « url: » n’est pas défini ici")                      \
    X(MAIL_NO_PASSWORD, "mail-setting", ERROR,                                                     \
      "“user” is set without a password: name its file with “password-file:”, or set "             \
      "GRIOT_MAIL_PASSWORD",                                                                       \
      "« user » est défini sans mot de passe : nommez son fichier avec « password-file: », ou "    \
      "définissez GRIOT_MAIL_PASSWORD")                                                            \
    X(MAIL_ONE_OF, "usage", USAGE,                                                                 \
      "--estimate, --dry-run and --status exclude each other; give one",                           \
      "--estimate, --dry-run et --status s’excluent ; donnez-en une")                              \
    X(MAIL_FOLDER_FULL, "mail-folder", ERROR,                                                      \
      "this folder is not empty; name a new one with -o",                                          \
      "ce dossier n’est pas vide ; nommez-en un nouveau avec -o")                                  \
    X(MAIL_FORMER, "mail-former", NOTE,                                                            \
      "addresses that had the earlier edition and are not on the list: {1}; they get the "         \
      "correction too",                                                                            \
      "adresses qui ont reçu l’édition précédente et ne sont pas sur la liste : {1} ; elles "      \
      "reçoivent aussi le rectificatif")                                                           \
    X(MAIL_SERVER, "mail-server", FAILURE,                                                         \
      "the server {1} cannot be used; it says, or is said to: {2}",                                \
      "le serveur {1} ne peut servir ; réponse ou erreur : {2}")                                   \
    X(MAIL_LEFT, "mail-left", ERROR,                                                               \
      "letters of {2} not sent: {1}; run the command again, which sends these only",               \
      "lettres du {2} non parties : {1} ; relancez la commande, qui n’enverra qu’elles")           \
    X(LETTER_REFUSED, "letter-refused", WARNING,                                                   \
      "{1}: the server refuses this address, or the letter to it: {2}",                            \
      "{1} : le serveur refuse cette adresse, ou la lettre qui lui est destinée : {2}")            \
    X(LETTER_UNCERTAIN, "letter-uncertain", NOTE,                                                  \
      "{1}: nobody can know whether the last letter arrived, for it was cut off before the "       \
      "answer; it is sent again under the same Message-ID",                                        \
      "{1} : nul ne peut savoir si la dernière lettre est arrivée, coupée avant la réponse ; "     \
      "elle est renvoyée sous le même Message-ID")                                                 \
    X(LEDGER_FULL, "disk-full", FAILURE,                                                           \
      "the disk is full, and sending stopped; what was sent is written down: free some space "     \
      "and run the command again",                                                                 \
      "le disque est plein, et l’envoi s’est arrêté ; ce qui est parti est noté : libérez de "     \
      "la place et relancez la commande")                                                          \
    X(LEDGER_FAILED, "ledger-failed", FAILURE,                                                     \
      "the ledger of what was sent cannot be used; SQLite says: {1}",                              \
      "le registre des envois est inutilisable ; SQLite dit : {1}")                                \
    X(MAIL_RESULT, "result", NONE,                                                                 \
      "sent: {1}; sent before: {2}; refused: {3}; not yet: {4}\n",                                 \
      "envoyées : {1} ; parties avant : {2} ; refusées : {3} ; pas encore : {4}\n")                \
    X(MAIL_ESTIMATE, "result", NONE,                                                               \
      "letters: {1}; bytes: {2}; minutes: {3}, at {4} letters a minute\n",                         \
      "lettres : {1} ; octets : {2} ; minutes : {3}, à {4} lettres par minute\n")                  \
    X(MINISTRY_FORM, "ministry-form", ERROR,                                                       \
      "“{1}” is no acronym: use at least two capitals A to Z, with digits and inner hyphens",      \
      "« {1} » n’est pas un sigle : au moins deux capitales A à Z, avec chiffres et traits "       \
      "d’union intérieurs")                                                                        \
    X(MINISTRY_NAME, "ministry-name", ERROR, "the name of “{1}” is longer than {2} characters",    \
      "le nom de « {1} » dépasse {2} caractères")                                                  \
    X(MINISTRY_NO_NAME, "ministry-name", ERROR, "“{1}” needs a name: the ministry’s official one", \
      "« {1} » demande un nom : le nom officiel du ministère")                                     \
    X(MINISTRY_NAME_CHARACTER, "ministry-name", ERROR,                                             \
      "the name of “{1}” must be one line of UTF-8 text without control characters",               \
      "le nom de « {1} » doit tenir en une ligne de texte UTF-8 sans caractère de commande")       \
    X(MINISTRY_DATES, "ministry-dates", ERROR, "“{1}” ends before it begins; check from and to",   \
      "« {1} » finit avant d’avoir commencé ; vérifiez from et to")                                \
    X(MINISTRY_OVERLAP, "ministry-overlap", ERROR,                                                 \
      "“{1}” holds at the same time as the entry at line {2}; end that one with “to:” first",      \
      "« {1} » vaut en même temps que l’entrée de la ligne {2} ; terminez d’abord celle-ci par "   \
      "« to: »")                                                                                   \
    X(MINISTRIES_DENIED, "not-writable", FAILURE,                                                  \
      "no permission to change this registry; copy it with newsroom.yaml into a folder of yours, " \
      "and name that newsroom.yaml with --newsroom",                                               \
      "modification interdite de ce registre ; copiez-le avec newsroom.yaml dans un dossier à "    \
      "vous, et nommez ce newsroom.yaml avec --newsroom")                                          \
    X(FLAG_COUNT, "flag-colours", ERROR, "the flag has {1} colours, and {2} are given",            \
      "le drapeau compte {1} couleurs, et {2} sont données")                                       \
    X(PRESS_BOUNDS, "press-bounds", ERROR,                                                         \
      "ink-limit may be 100 to 400 (per cent), sheet-weight 30 to 400 (g/m²)",                     \
      "ink-limit peut aller de 100 à 400 (pour cent), sheet-weight de 30 à 400 (g/m²)")            \
    X(PRESS_PROFILE, "press-profile", ERROR,                                                       \
      "this is not a colour profile of a press with four inks (ICC, class prtr, CMYK); ask the "   \
      "printer for it, or leave “profile” out",                                                    \
      "ce n’est pas le profil de couleur d’une presse à quatre encres (ICC, classe prtr, CMYK) ; " \
      "demandez-le à l’imprimeur, ou retirez « profile »")                                         \
    X(PRESS_INK, "press-ink", ERROR,                                                               \
      "the inks of “{1}” add up to {2}%, and the paper takes {3}%; lower them",                    \
      "les encres de « {1} » totalisent {2} %, et le papier en supporte {3} % ; réduisez-les")     \
    X(PRESS_TEXT, "press-text", ERROR,                                                             \
      "text of {2} pt in “{1}” takes {3} plates, and blurs where they shift; below 12 pt, give "   \
      "its “press” one ink",                                                                       \
      "le texte de {2} pt en « {1} » prend {3} plaques, et bave si elles se décalent ; sous "      \
      "12 pt, donnez à son « press » une seule encre")                                             \
    X(PRESS_TINT, "press-rule", ERROR,                                                             \
      "a rule of {2} pt in “{1}” is a tint, which is too thin for a screen of dots; make it "      \
      "0.5pt, or its “press” [0, 0, 0, 100]",                                                      \
      "un filet de {2} pt en « {1} » est tramé, trop fin pour des points de trame ; portez-le à "  \
      "0.5pt, ou son « press » à [0, 0, 0, 100]")                                                  \
    X(PRESS_THIN, "press-rule", ERROR,                                                             \
      "a rule of {2} pt in “{1}” is thinner than a press prints; make it 0.25pt or more",          \
      "un filet de {2} pt en « {1} » est plus fin qu’une presse n’imprime ; portez-le à 0.25pt "   \
      "au moins")                                                                                  \
    X(STYLE_FEATURE, "style-feature", ERROR,                                                       \
      "“{1}” is no OpenType feature like onum or -liga, or there are more than {2}",               \
      "« {1} » n’est pas une fonction OpenType comme onum ou -liga, ou il y en a plus de {2}")     \
    X(STYLE_SIZE, "style-size", ERROR,                                                             \
      "“{1}” needs a size from 1pt to 400pt and a leading of at least 1pt",                        \
      "« {1} » demande un corps de 1pt à 400pt et un interligne d’au moins 1pt")                   \
    X(STYLE_FALLBACKS, "style-fallbacks", ERROR, "at most {1} fallback faces are used",            \
      "{1} polices de secours au plus sont employées")                                             \
    X(STYLE_PAGE_LARGE, "style-page", ERROR, "the page is larger than 5000pt",                     \
      "la page dépasse 5000pt")                                                                    \
    X(STYLE_COLUMNS, "style-columns", ERROR, "there must be 1 to 4 columns",                       \
      "il faut de 1 à 4 colonnes")                                                                 \
    X(STYLE_GRID, "style-grid", ERROR,                                                             \
      "the grid must be at least 4pt, and equal to the leading of body, heading, quotation, code "     \
      "and note",                                                                                      \
      "la grille doit mesurer au moins 4pt et égaler l’interligne de body, heading, quotation, code "  \
      "et note")                                                                                       \
    X(STYLE_NARROW, "style-narrow", ERROR, "the columns are narrower than ten ems",                \
      "les colonnes ont moins de dix cadratins")                                                   \
    X(STYLE_LOW, "style-low", ERROR, "the page has room for less than 20 lines",                   \
      "la page a moins de 20 lignes")                                                              \
    X(STYLE_INDENT, "style-indent", ERROR, "the indent is more than half a column",                \
      "le renfoncement (indent) dépasse la moitié d’une colonne")                                  \
    X(STYLE_OUTSIDE, "style-outside", ERROR, "“head” and “foot” must lie on the page",             \
      "« head » et « foot » doivent se trouver sur la page")                                       \
    X(STYLE_RULES, "style-rules", ERROR, "the rules and the end mark may measure 36pt at most",    \
      "les filets et la marque de fin peuvent mesurer 36pt au plus")                               \
    X(STYLE_EXPAND, "style-expand", ERROR, "“expand” may be 0% to 2%",                             \
      "« expand » peut aller de 0% à 2%")                                                          \
    X(STYLE_SPACE, "style-space", ERROR,                                                           \
      "stretch, shrink and tolerance must be above 0; shrink below 100%, hang at most 100%",       \
      "stretch, shrink et tolerance doivent dépasser 0 ; shrink rester sous 100%, hang à 100% au " \
      "plus")                                                                                      \
    X(FACE_UNKNOWN, "unknown-face", ERROR, "the style sets “{2}” in “{1}”, which fonts.yaml lacks",\
      "le style compose « {2} » en « {1} », absent de fonts.yaml")                                 \
    X(FACE_UNKNOWN_NEAR, "unknown-face", ERROR,                                                    \
      "the style sets “{2}” in “{1}”, which fonts.yaml lacks; did you mean “{3}”?",                \
      "le style compose « {2} » en « {1} », absent de fonts.yaml ; pensiez-vous à « {3} » ?")      \
    X(STYLE_UNKNOWN, "unknown-style", USAGE, "there is no style “{1}”; there are: {2}",            \
      "il n’y a pas de style « {1} » ; il y a : {2}")                                              \
    /* fonts and dictionaries */                                                                   \
    X(FONT_MISSING, "font-missing", FAILURE,                                                       \
      "the font of “{1}” is missing; install the package {2}, then griot again (make, make "       \
      "install)",                                                                                  \
      "la police « {1} » manque ; installez le paquet {2}, puis griot de nouveau (make, make "     \
      "install)")                                                                                  \
    X(FONT_BROKEN, "font-broken", FAILURE,                                                         \
      "this is no usable font for “{1}”; install the package {2} again, then griot (make, make "   \
      "install)",                                                                                  \
      "ce n’est pas une police utilisable pour « {1} » ; réinstallez le paquet {2}, puis griot "   \
      "(make, make install)")                                                                      \
    X(FONT_HASH, "font-changed", WARNING,                                                          \
      "the font of “{1}” is not the one of fonts.yaml (it hashes to {3}…, not {4}…); lines may "   \
      "break elsewhere than before. Package: {2}",                                                 \
      "la police « {1} » n’est pas celle de fonts.yaml (empreinte {3}… et non {4}…) ; des lignes " \
      "peuvent se couper autrement qu’avant. Paquet : {2}")                                        \
    X(FONT_NO_SUBSET, "font-no-subset", FAILURE, "the font of “{1}” cannot be subset",             \
      "la police « {1} » ne se laisse pas réduire aux signes employés")                            \
    X(HYPHENS_MISSING, "hyphens-missing", FAILURE,                                                 \
      "the French hyphenation patterns are missing; install the package hyphen-fr, then griot "    \
      "again (make, make install)",                                                                \
      "les motifs de coupure du français manquent ; installez le paquet hyphen-fr, puis griot "    \
      "de nouveau (make, make install)")                                                           \
    X(NO_GLYPH, "no-glyph", ERROR,                                                                 \
      "no face has the character “{1}” ({2}); replace it, or add a fallback face that has it to "  \
      "the style (the text is set in {3})",                                                        \
      "aucune police n’a le caractère « {1} » ({2}) ; remplacez-le, ou ajoutez au style une "      \
      "police de secours qui l’a (le texte est composé en {3})")                                   \
    X(LINE_LOOSE, "loose-line", WARNING,                                                           \
      "this line could only be set with wide spaces: “{1}”; change a word there if it shows",      \
      "cette ligne n’a pu être composée qu’avec de grands blancs : « {1} » ; changez-y un mot "    \
      "si cela se voit")                                                                           \
    /* sources */                                                                                  \
    X(SOURCE_KIND, "source-kind", ERROR,                                                           \
      "this kind of source is not read; sources end in .txt, .md, .docx or .eml; save it as "      \
      "one of these",                                                                              \
      "ce genre de source n’est pas lu ; les sources finissent en .txt, .md, .docx ou "            \
      ".eml ; enregistrez-le sous l’une de ces formes")                                            \
    X(SOURCE_PASSED_OVER, "source-passed-over", WARNING,                                           \
      "this file of the folder is not printed: sources end in .txt, .md, .docx or .eml; save it "  \
      "as one of these, or take it out of the folder",                                             \
      "ce fichier du dossier n’est pas imprimé : les sources finissent en .txt, .md, .docx ou "    \
      ".eml ; enregistrez-le sous l’une de ces formes, ou retirez-le du dossier")                  \
    X(SOURCE_EMPTY, "source-empty", ERROR,                                                         \
      "there is no communiqué here: the file has no text. Put in a title, an empty line, the "     \
      "text and its ministry’s acronym",                                                           \
      "il n’y a ici aucun communiqué : le fichier est sans texte. Mettez-y un titre, une ligne "   \
      "vide, le texte et le sigle de son ministère")                                               \
    X(FOLDER_EMPTY, "folder-empty", ERROR,                                                         \
      "the folder has no source; put texts (.txt, .md), Word files (.docx) or letters (.eml) "     \
      "into it",                                                                                   \
      "le dossier ne contient aucune source ; mettez-y des textes (.txt, .md), des fichiers "      \
      "Word (.docx) ou des courriers (.eml)")                                                      \
    X(ORDER_MISSING, "order-missing", ERROR, "“{1}” stands in the order, but not in the folder",   \
      "« {1} » figure dans l’ordre, mais pas dans le dossier")                                     \
    X(NO_DATE, "no-date", ERROR,                                                                   \
      "the edition’s date is not known: give --date 2025-11-25, or name the file 2025-11-25.txt",  \
      "la date de l’édition n’est pas connue : donnez --date 2025-11-25, ou nommez le fichier "    \
      "2025-11-25.txt")                                                                            \
    X(NO_SUCH_DATE, "no-date", ERROR,                                                              \
      "the calendar has no {1}; name this otherwise, or give the edition’s date as --date "        \
      "2025-11-25",                                                                                \
      "le {1} n’existe pas au calendrier ; changez ce nom, ou donnez la date de l’édition par "    \
      "--date 2025-11-25")                                                                         \
    X(DATES_DIFFER, "dates-differ", ERROR,                                                         \
      "this source is of {1}, another of {2}; say which day it is with --date",                    \
      "cette source est du {1}, une autre du {2} ; dites avec --date quel est le jour")            \
    X(NO_NUMBER, "no-number", ERROR,                                                               \
      "the newsroom’s rule has no number for this day; give one with --number",                    \
      "la règle de numérotation n’a pas de numéro pour ce jour ; donnez-en un avec --number")      \
    X(NOT_UTF8, "not-utf8", ERROR,                                                                 \
      "the byte {1} is no character of UTF-8; delete it, or write the character that is meant",    \
      "l’octet {1} n’est pas un caractère d’UTF-8 ; supprimez-le, ou écrivez le caractère voulu")  \
    X(NOT_UTF8_LIKELY, "not-utf8", ERROR,                                                          \
      "the byte {1} is no character of UTF-8; in Windows-1252 it is “{2}”: write that, if it is "  \
      "what is meant",                                                                             \
      "l’octet {1} n’est pas un caractère d’UTF-8 ; en Windows-1252 c’est « {2} » : écrivez-le, "  \
      "si c’est bien ce qui est voulu")                                                            \
    X(NOT_UTF8_BUT, "not-utf8", ERROR,                                                             \
      "the file is encoded as {1}, not as UTF-8; save it as UTF-8 in your editor (Save as, "       \
      "Encoding), or run: iconv -f {1} -t UTF-8 {2} > {3}",                                        \
      "le fichier est codé en {1}, et non en UTF-8 ; enregistrez-le en UTF-8 dans votre éditeur "  \
      "(Enregistrer sous, Encodage), ou lancez : iconv -f {1} -t UTF-8 {2} > {3}")                 \
    X(CHARACTER_REFUSED, "control-character", ERROR,                                               \
      "the invisible character {1} has no place in a text; delete it",                             \
      "le caractère invisible {1} n’a pas sa place dans un texte ; supprimez-le")                  \
    X(CHARACTER_LOST, "character-lost", ERROR,                                                     \
      "a character was lost here when the text was converted, and “�” stands for it; write it "    \
      "again",                                                                                     \
      "un caractère a été perdu ici quand le texte a été converti, et « � » en tient lieu ; "      \
      "écrivez-le de nouveau")                                                                     \
    /* Markdown */                                                                                 \
    X(FRONT_OPEN, "front-open", ERROR,                                                             \
      "the front matter that begins here has no end; put a line “---” behind it",                  \
      "l’en-tête qui commence ici n’a pas de fin ; mettez une ligne « --- » après lui")            \
    X(FRONT_NO_TITLE, "no-title", ERROR,                                                           \
      "this communiqué has no title; write it as “title: …” between two lines “---” at the "       \
      "top, or as “# …” in the first line of the text",                                            \
      "ce communiqué n’a pas de titre ; écrivez « title: … » entre deux lignes « --- » en "        \
      "tête, ou « # … » à la première ligne du texte")                                             \
    X(FRONT_NO_MINISTRY, "no-ministry", ERROR,                                                     \
      "this communiqué does not say whose it is; write “ministry: ACRONYM” between two lines "     \
      "“---” at the top",                                                                          \
      "ce communiqué ne dit pas de qui il est ; écrivez « ministry: SIGLE » entre deux "           \
      "lignes « --- » en tête")                                                                    \
    X(FRONT_LANG, "front-lang", ERROR,                                                             \
      "“{1}” is no language tag; write one like fr, bm or en",                                     \
      "« {1} » n’est pas un code de langue ; écrivez-en un comme fr, bm ou en")                    \
    X(FRONT_PLACE, "front-place", ERROR,                                                           \
      "a place has at most {1} characters",                                                        \
      "un lieu a au plus {1} caractères")                                                          \
    X(FRONT_CORRECTS, "front-corrects", ERROR,                                                     \
      "this does not say what is corrected; write the day it was published (2025-11-20), its "     \
      "title, or both as “title:” and “date:”",                                                    \
      "ceci ne dit pas ce qui est rectifié ; écrivez le jour de parution (2025-11-20), le "        \
      "titre, ou les deux sous « title: » et « date: »")                                           \
    X(EMBARGO_LATER, "embargo", ERROR,                                                             \
      "this communiqué may not be published before {1}, and the edition is that of {2}; "          \
      "leave it for that day",                                                                     \
      "ce communiqué ne peut paraître avant le {1}, et l’édition est celle du {2} ; "              \
      "gardez-le pour ce jour")                                                                    \
    X(MARKDOWN_LARGE, "markdown-large", ERROR,                                                     \
      "this source is larger than {1} kB, the most that is read as Markdown; is it the right "     \
      "file?",                                                                                     \
      "cette source dépasse {1} ko, le plus qui soit lu comme Markdown ; est-ce le bon "           \
      "fichier ?")                                                                                 \
    X(MARKDOWN_DEEP, "markdown-deep", ERROR,                                                       \
      "lists and quotations stand here within each other more than {1} deep; flatten them",        \
      "listes et citations s’emboîtent ici à plus de {1} niveaux ; aplatissez-les")                \
    X(MARKDOWN_MARKED, "markdown-marked", ERROR,                                                   \
      "this paragraph has more than {1} brackets, asterisks and the like; is it text?",            \
      "ce paragraphe a plus de {1} crochets, astérisques et semblables ; est-ce du texte ?")       \
    X(TABLE_DRAWN, "table-drawn", WARNING,                                                         \
      "this table is drawn with bars and would be printed as it stands; put it into a CSV file "   \
      "and name that as a picture is named; see griot-source(5)",                                  \
      "ce tableau est tracé avec des barres et s’imprimerait tel quel ; mettez-le dans un fichier "\
      "CSV, nommé comme l’est une image ; voir griot-source(5)")                                   \
    X(ENTITY_REFUSED, "control-character", ERROR,                                                  \
      "“{1}” stands for {2}, which has no place in a text; delete it",                             \
      "« {1} » désigne {2}, qui n’a pas sa place dans un texte ; supprimez-le")                    \
    X(HTML_RAW, "raw-html", ERROR,                                                                 \
      "this is HTML, which is not printed: {1}; write it as Markdown, or put a backslash "         \
      "before “<”",                                                                                \
      "c’est du HTML, qui n’est pas imprimé : {1} ; écrivez-le en Markdown, ou mettez une "        \
      "barre oblique inverse avant « < »")                                                         \
    X(LINK_KIND, "link-kind", ERROR,                                                               \
      "“{1}” is no address that readers can follow; links begin with https:, http: or mailto:",    \
      "« {1} » n’est pas une adresse que l’on puisse suivre ; un lien commence par https:, "       \
      "http: ou mailto:")                                                                          \
    X(LANG_TITLED, "lang-titled", ERROR,                                                           \
      "lang:{1} says which language a text is in, and leads nowhere: “{2}” would be lost; leave "   \
      "it out",                                                                                    \
      "lang:{1} dit en quelle langue est un texte et ne mène nulle part : « {2} » serait perdu ; " \
      "ôtez-le")                                                                                   \
    X(IMAGE_REMOTE, "image-remote", ERROR,                                                         \
      "the picture “{1}” is not beside this source; save it there, and name it without an "        \
      "address",                                                                                   \
      "l’image « {1} » n’est pas à côté de cette source ; enregistrez-la là, et nommez-la "        \
      "sans adresse")                                                                              \
    X(IMAGE_SILENT, "image-silent", ERROR,                                                         \
      "“{1}” has no description, which readers who cannot see it need; write it between the "      \
      "square brackets before its name",                                                           \
      "« {1} » n’a pas de description, nécessaire à qui ne la voit pas ; écrivez-la entre les "    \
      "crochets devant son nom")                                                                   \
    X(IMAGE_AMID, "image-amid", ERROR,                                                             \
      "a picture or table stands by itself, outside lists and quotations, with an empty line "     \
      "before and behind it",                                                                      \
      "une image ou un tableau se place seul, hors des listes et citations, avec une ligne "       \
      "vide avant et après")                                                                       \
    X(COMPANION_OUTSIDE, "companion-outside", ERROR,                                               \
      "“{1}” is no name of a file beside this source; put the file there, and write its name "     \
      "alone",                                                                                     \
      "« {1} » n’est pas le nom d’un fichier à côté de cette source ; placez-y le fichier, "       \
      "et n’écrivez que son nom")                                                                  \
    X(COMPANION_MISSING, "companion-missing", ERROR,                                               \
      "there is no file “{1}” beside this source",                                                 \
      "il n’y a pas de fichier « {1} » à côté de cette source")                                    \
    X(COMPANION_CLASH, "companion-clash", ERROR,                                                   \
      "another source of this edition has a different file “{1}”; rename one of them",             \
      "une autre source de cette édition a un fichier « {1} » différent ; renommez l’un d’eux")    \
    /* pictures */                                                                                 \
    X(PICTURE_KIND, "picture-kind", ERROR,                                                         \
      "“{1}” is neither a PNG nor a JPEG picture; save it as one of these",                        \
      "« {1} » n’est ni une image PNG ni une image JPEG ; enregistrez-la dans l’un de ces "        \
      "formats")                                                                                   \
    X(PICTURE_CUT, "picture-broken", ERROR,                                                        \
      "the picture “{1}” ends too early, and a part of it is missing; open it in a picture "       \
      "program, save it again, or ask for another copy",                                           \
      "l’image « {1} » s’arrête trop tôt, et une partie en manque ; ouvrez-la dans un "            \
      "logiciel d’images et enregistrez-la de nouveau, ou demandez-en un autre exemplaire")        \
    X(PICTURE_DAMAGED, "picture-broken", ERROR,                                                    \
      "the picture “{1}” is damaged: its data are not what was saved; open it in a picture "       \
      "program, save it again, or ask for another copy",                                           \
      "l’image « {1} » est abîmée : ses données ne sont pas ce qui a été enregistré ; "            \
      "ouvrez-la dans un logiciel d’images et enregistrez-la de nouveau, ou demandez-en un "       \
      "autre exemplaire")                                                                          \
    X(PICTURE_HEADER, "picture-broken", ERROR,                                                     \
      "the picture “{1}” begins with what no picture can be (its size, its kind of "               \
      "colours); open it in a picture program, save it again, or ask for another copy",            \
      "l’image « {1} » commence par ce qu’aucune image ne peut être (sa taille, son genre "        \
      "de couleurs) ; ouvrez-la dans un logiciel d’images et enregistrez-la de nouveau, ou "       \
      "demandez-en un autre exemplaire")                                                           \
    X(PICTURE_LARGE, "picture-broken", ERROR,                                                      \
      "the picture “{1}” has more pixels than are read, 50 million, and 30,000 a side; save "      \
      "it smaller",                                                                                \
      "l’image « {1} » a plus de pixels que ce qui est lu, 50 millions, et 30 000 par "            \
      "côté ; enregistrez-la plus petite")                                                         \
    X(PICTURE_CODING, "picture-broken", ERROR,                                                     \
      "the picture “{1}” is coded in a way that a PDF cannot show (arithmetic, lossless, "         \
      "hierarchical, more than 8 bits, or two channels); save it as an ordinary JPEG",             \
      "l’image « {1} » est codée d’une façon qu’un PDF ne sait pas montrer (arithmétique, "        \
      "sans perte, hiérarchique, plus de 8 bits, ou deux canaux) ; enregistrez-la en JPEG "        \
      "ordinaire")                                                                                 \
    X(PICTURE_SCANS, "picture-broken", ERROR,                                                      \
      "the picture “{1}” goes over its pixels more than 50 times, as if to cost time; save "       \
      "it as an ordinary JPEG",                                                                    \
      "l’image « {1} » repasse plus de 50 fois sur ses pixels, comme pour coûter du temps ; "      \
      "enregistrez-la en JPEG ordinaire")                                                          \
    X(PICTURE_PROFILE, "picture-profile", NOTE,                                                    \
      "the colour profile of the picture “{1}” is not one of its colours; it is left out, "        \
      "and they are taken as sRGB",                                                                \
      "le profil de couleurs de l’image « {1} » n’est pas celui de ses couleurs ; il est "         \
      "laissé de côté, et elles sont prises pour du sRGB")                                         \
    X(PICTURE_COARSE, "picture-coarse", WARNING,                                                   \
      "the picture “{1}” prints coarsely, at {2} pixels an inch where {3} are wanted; ask for a "  \
      "larger one",                                                                                \
      "l’image « {1} » sera grossière à l’impression, à {2} points par pouce quand il en "         \
      "faudrait {3} ; demandez-en une plus grande")                                                \
    X(PICTURE_INKS, "picture-inks", NOTE,                                                          \
      "the picture “{1}” is made of inks (CMYK) without a profile that says which; its "           \
      "colours are an estimate",                                                                   \
      "l’image « {1} » est faite d’encres (CMJN) sans profil qui dise lesquelles ; ses "           \
      "couleurs sont une estimation")                                                              \
    X(BUDGET_REDUCED, "budget-reduced", NOTE,                                                      \
      "the picture “{1}” is brought from {2} to {3} pixels, which saves {4} bytes",                \
      "l’image « {1} » est ramenée de {2} à {3} pixels, ce qui économise {4} octets")              \
    X(BUDGET_MISSED, "budget-missed", ERROR,                                                       \
      "the PDF would have {1} bytes, and --max-bytes allows {2}; shorten the edition, take fewer " \
      "pictures, or allow more",                                                                   \
      "le PDF ferait {1} octets, et --max-bytes en permet {2} ; abrégez l’édition, prenez moins "  \
      "d’images, ou permettez davantage")                                                          \
    X(BUDGET_PARTS, "budget-parts", NOTE,                                                          \
      "bytes of its parts: fonts {1}, page code {2}, pictures {3}, attached sources {4}",          \
      "octets de ses parties : polices {1}, code des pages {2}, images {3}, sources jointes {4}")  \
    /* tables */                                                                                   \
    X(TABLE_EMPTY, "table-empty", ERROR,                                                           \
      "this table has no row below its heading",                                                   \
      "ce tableau n’a aucune ligne sous son en-tête")                                              \
    X(TABLE_ROWS_MANY, "table-rows", ERROR,                                                        \
      "this table has {1} rows; {2} are the most that are printed: shorten it, or part it",        \
      "ce tableau a {1} lignes ; {2} sont le plus qui soit imprimé : abrégez-le, ou "              \
      "partagez-le")                                                                               \
    X(TABLE_COLUMNS_MANY, "table-columns", ERROR,                                                  \
      "this table has {1} columns; {2} are the most that are printed: leave some out, or "         \
      "part it",                                                                                   \
      "ce tableau a {1} colonnes ; {2} sont le plus qui soit imprimé : retirez-en, ou "            \
      "partagez-le")                                                                               \
    X(TABLE_TALL, "table-tall", ERROR,                                                             \
      "this row of the table is taller than a page; shorten its text",                             \
      "cette ligne du tableau dépasse la hauteur d’une page ; abrégez son texte")                  \
    X(TABLE_WIDE, "table-wide", ERROR,                                                             \
      "the table “{2}” is wider than the page, even in small type; leave out columns, or shorten " \
      "the words in column {1}",                                                                   \
      "le tableau « {2} » dépasse la largeur de la page, même en petits caractères ; retirez "     \
      "des colonnes, ou abrégez les mots de la colonne {1}")                                           \
    /* Word files and letters */                                                                   \
    X(CONVERT_KIND, "not-converted-kind", ERROR,                                                   \
      "this is neither a Word file (.docx) nor a letter (.eml)",                                   \
      "ce n’est ni un fichier Word (.docx) ni un courrier (.eml)")                                 \
    X(CONVERT_XML, "word-xml", ERROR,                                                              \
      "its part {1} is damaged, and no XML; save the file again in Word, or ask for another copy", \
      "sa partie {1} est abîmée, et n’est pas du XML ; enregistrez de nouveau le fichier dans "    \
      "Word, ou demandez-en un autre exemplaire")                                                  \
    X(CONVERT_XML_CUT, "word-xml", ERROR,                                                          \
      "its part {1} ends too early; save the file again in Word, or ask for another copy",         \
      "sa partie {1} s’arrête trop tôt ; enregistrez de nouveau le fichier dans Word, ou "         \
      "demandez-en un autre exemplaire")                                                           \
    X(CONVERT_XML_ENTITIES, "word-xml", ERROR,                                                     \
      "its part {1} has a document type or entities of its own, which no Word file has; save the " \
      "file again in Word",                                                                        \
      "sa partie {1} a un type de document ou des entités à elle, ce qu’aucun fichier Word n’a ; " \
      "enregistrez de nouveau le fichier dans Word")                                               \
    X(CONVERT_XML_LARGE, "word-xml", ERROR,                                                        \
      "its part {1} is nested more deeply, or has more elements, than is read; copy its text into "\
      "a new file",                                                                                \
      "sa partie {1} est imbriquée plus profondément, ou a plus d’éléments, que ce qui est lu ; "  \
      "copiez son texte dans un nouveau fichier")                                                  \
    X(CONVERT_OLD_WORD, "word-old", ERROR,                                                         \
      "this Word file is protected by a password, or of the old format (.doc); open it in "        \
      "Word and save it as .docx, without a password",                                             \
      "ce fichier Word est protégé par un mot de passe, ou de l’ancien format (.doc) ; "           \
      "ouvrez-le dans Word et enregistrez-le en .docx, sans mot de passe")                         \
    X(CONVERT_NOT_WORD, "not-word", ERROR,                                                         \
      "this is no Word file: it holds no document; open it in Word and save it as .docx",          \
      "ce n’est pas un fichier Word : il ne contient pas de document ; ouvrez-le dans Word "       \
      "et enregistrez-le en .docx")                                                                \
    X(CONVERT_EMPTY, "nothing-said", ERROR,                                                        \
      "there is no title with text below it in this file; write them, each as a paragraph",        \
      "ce fichier ne contient pas de titre suivi d’un texte ; écrivez-les, chacun dans son "       \
      "paragraphe")                                                                                \
    X(CONVERT_FAILED, "not-converted", ERROR,                                                      \
      "this file cannot be read; the program {1} ended with: {2}",                                 \
      "ce fichier ne peut être lu ; le programme {1} a fini par : {2}")                            \
    X(WORD_DELETIONS, "word-deletions", NOTE,                                                      \
      "tracked deletions are left out: {1}",                                                       \
      "suppressions suivies laissées de côté : {1}")                                               \
    X(WORD_COMMENTS, "word-comments", NOTE,                                                        \
      "comments are left out: {1}",                                                                \
      "commentaires laissés de côté : {1}")                                                        \
    X(WORD_HIDDEN, "word-hidden", NOTE,                                                            \
      "hidden text is left out, in places: {1}",                                                   \
      "texte masqué laissé de côté, en autant d’endroits : {1}")                                   \
    X(WORD_BOXES, "word-boxes", WARNING,                                                           \
      "text boxes and drawings are left out: {1}; put what is to be printed into paragraphs",      \
      "zones de texte et dessins laissés de côté : {1} ; mettez dans des paragraphes ce qui "      \
      "doit être imprimé")                                                                         \
    X(WORD_NOTES, "word-notes", WARNING,                                                           \
      "footnotes and endnotes are left out: {1}; put what is to be printed into the text",         \
      "notes de bas de page et de fin laissées de côté : {1} ; mettez dans le texte ce qui "       \
      "doit être imprimé")                                                                         \
    X(WORD_HEADERS, "word-headers", NOTE,                                                          \
      "the file’s own page headers and footers are left out: {1}",                                 \
      "en-têtes et pieds de page du fichier laissés de côté : {1}")                                \
    X(WORD_FORMULAS, "word-formulas", WARNING,                                                     \
      "formulas are left out: {1}; write them as text",                                            \
      "formules laissées de côté : {1} ; écrivez-les en texte")                                    \
    X(WORD_OBJECTS, "word-objects", WARNING,                                                       \
      "embedded objects (charts, sheets) are left out: {1}; put them in as pictures (PNG) or "     \
      "tables",                                                                                    \
      "objets incorporés (graphiques, feuilles) laissés de côté : {1} ; insérez-les comme "        \
      "images (PNG) ou tableaux")                                                                  \
    X(WORD_SYMBOLS, "word-symbols", WARNING,                                                       \
      "signs of symbol fonts that are no characters are left out: {1}",                            \
      "signes de polices de symboles, qui ne sont pas des caractères, laissés de côté : {1}")      \
    X(WORD_DECORATION, "word-decoration", NOTE,                                                    \
      "pictures marked as decorative are left out: {1}",                                           \
      "images marquées comme décoratives laissées de côté : {1}")                                  \
    X(WORD_PICTURE_OUTSIDE, "word-picture-outside", ERROR,                                         \
      "its picture {1} is not in the file, but is linked to; insert it (in Word: Insert, "         \
      "Pictures, This Device)",                                                                    \
      "son image {1} n’est pas dans le fichier, qui n’a qu’un lien vers elle ; insérez-la "        \
      "(dans Word : Insertion, Images, Cet appareil)")                                             \
    X(WORD_PICTURE_KIND, "word-picture-kind", ERROR,                                               \
      "its picture {1} ({2}) is neither PNG nor JPEG; insert it as one of these",                  \
      "son image {1} ({2}) n’est ni en PNG ni en JPEG ; insérez-la dans l’un de ces formats")      \
    X(WORD_PICTURE_SILENT, "word-picture-silent", ERROR,                                           \
      "its picture {1} has no alternative text, which readers who cannot see it need; add it "     \
      "(in Word: right click, View Alt Text), or mark the picture as decorative",                  \
      "son image {1} n’a pas de texte de remplacement, nécessaire à qui ne la voit pas ; "         \
      "ajoutez-le (dans Word : clic droit, Afficher le texte de remplacement), ou marquez "        \
      "l’image comme décorative")                                                                  \
    X(LETTER_BAD, "letter-bad", ERROR,                                                             \
      "this is no letter as mail programs save them (RFC 5322): it has neither sender nor "        \
      "text; save it again as .eml",                                                               \
      "ce n’est pas un courrier tel que l’enregistrent les logiciels de messagerie (RFC "          \
      "5322) : ni expéditeur ni texte ; enregistrez-le de nouveau en .eml")                        \
    X(LETTER_HTML, "letter-html", ERROR,                                                           \
      "this letter has its text in HTML only; ask its sender for plain text or an attached "       \
      "Word file, or copy its text into a file of its own",                                        \
      "ce courrier n’a son texte qu’en HTML ; demandez à l’expéditeur du texte brut ou un "        \
      "fichier Word joint, ou copiez le texte dans un fichier à part")                             \
    X(IS_WORD, "not-text", ERROR,                                                                  \
      "this is a Word or office document, not plain text; open it there and save it as plain "     \
      "text in UTF-8",                                                                             \
      "c’est un document Word ou bureautique, et non du texte brut ; ouvrez-le et "                \
      "enregistrez-le comme texte brut en UTF-8")                                                  \
    X(IS_RTF, "not-text", ERROR,                                                                   \
      "this is a rich text document (RTF), not plain text; open it and save it as plain text in "  \
      "UTF-8",                                                                                     \
      "c’est un document en texte enrichi (RTF), et non du texte brut ; ouvrez-le et "             \
      "enregistrez-le comme texte brut en UTF-8")                                                  \
    X(IS_PDF, "not-text", ERROR,                                                                   \
      "this is a PDF, not plain text; ask for the text it was made from",                          \
      "c’est un PDF, et non du texte brut ; demandez le texte dont il est tiré")                   \
    X(TITLE_NOT_SEPARATED, "title-not-separated", ERROR,                                           \
      "an empty line must follow the title “{1}”",                                                 \
      "une ligne vide doit suivre le titre « {1} »")                                               \
    X(TITLE_TOO_LONG, "title-too-long", ERROR,                                                     \
      "this title has {1} characters, and at most {2} are set; is it a paragraph whose title is "  \
      "missing?",                                                                                  \
      "ce titre compte {1} caractères, et {2} au plus sont composés ; est-ce un paragraphe dont "  \
      "le titre manque ?")                                                                         \
    X(TITLE_WITHOUT_BODY, "title-without-body", ERROR, "no text follows the title “{1}”",          \
      "aucun texte ne suit le titre « {1} »")                                                      \
    X(BODY_WITHOUT_ISSUER, "no-issuer", ERROR,                                                     \
      "the communiqué “{1}” ends here without its ministry’s acronym; add it behind the last "     \
      "sentence",                                                                                  \
      "le communiqué « {1} » finit ici sans le sigle de son ministère ; ajoutez-le derrière la "   \
      "dernière phrase")                                                                           \
    X(ISSUER_UNCLEAR, "no-issuer", ERROR,                                                          \
      "the communiqué “{1}” ends with “{2}”, but an acronym names the ministry only in "           \
      "capitals, right behind the end of a sentence, with no bracket or point around it, or "      \
      "alone on its line",                                                                         \
      "le communiqué « {1} » finit par « {2} », mais un sigle ne désigne le ministère qu’en "      \
      "capitales, juste derrière la fin d’une phrase, sans parenthèse ni point autour de "         \
      "lui, ou seul sur sa ligne")                                                                 \
    X(PROBABLE_TITLE, "probable-title", ERROR,                                                     \
      "“{1}” looks like a new title, but “{2}” has no ministry’s acronym before it; add it, or "   \
      "remove the empty line below if this is a subheading",                                       \
      "« {1} » semble être un nouveau titre, mais « {2} » est sans sigle de ministère ; "          \
      "ajoutez-le, ou retirez la ligne vide ci-dessous si c’est un intertitre")                    \
    X(ACRONYM_UNKNOWN, "unknown-acronym", ERROR,                                                   \
      "no ministry has the acronym “{1}” on this day; if it is right, give these lines its name "  \
      "and add them to {2}\n"                                                                      \
      "- acronym: {1}\n"                                                                           \
      "  name: \"…\"\n"                                                                            \
      "  from: {3}",                                                                               \
      "aucun ministère n’a ce jour le sigle « {1} » ; s’il est juste, donnez son nom à ces "       \
      "lignes et ajoutez-les à {2}\n"                                                              \
      "- acronym: {1}\n"                                                                           \
      "  name: \"…\"\n"                                                                            \
      "  from: {3}")                                                                               \
    X(ACRONYM_UNKNOWN_NEAR, "unknown-acronym", ERROR,                                              \
      "no ministry has the acronym “{1}” on this day; did you mean “{4}”? If it is right, give "   \
      "these lines its name and add them to {2}\n"                                                 \
      "- acronym: {1}\n"                                                                           \
      "  name: \"…\"\n"                                                                            \
      "  from: {3}",                                                                               \
      "aucun ministère n’a ce jour le sigle « {1} » ; pensiez-vous à « {4} » ? S’il est juste, "   \
      "donnez son nom à ces lignes et ajoutez-les à {2}\n"                                         \
      "- acronym: {1}\n"                                                                           \
      "  name: \"…\"\n"                                                                            \
      "  from: {3}")                                                                               \
    X(ACRONYM_NOT_THEN, "acronym-not-then", ERROR,                                                 \
      "“{1}” was not in force on {2}; see its dates in {3}, line {4}",                             \
      "« {1} » n’était pas en vigueur le {2} ; voyez ses dates dans {3}, ligne {4}")               \
    /* checking: of each rule, in check/check.c, its complaints and what it is for */              \
    X(CHECK_WEEKDAY, "weekday", WARNING,                                                           \
      "{3} is a {2}, not a {1}; correct the one or the other",                                     \
      "le {3} est un {2}, et non un {1} ; corrigez l’un ou l’autre")                               \
    X(CHECK_NO_SUCH_DAY, "no-such-day", WARNING,                                                   \
      "there is no “{1}”; correct the date",                                                       \
      "le « {1} » n’existe pas ; corrigez la date")                                                \
    X(CHECK_DAY_OLD, "this-day", WARNING,                                                          \
      "“{1}” was {3} days before the edition; say the day without “ce”",                           \
      "« {1} » était {3} jours avant l’édition ; dites le jour sans « ce »")                       \
    X(CHECK_DAY_AFTER, "this-day", WARNING,                                                        \
      "“{1}” is later than the edition, which is of {3}; correct the date, or say the day "        \
      "without “ce”",                                                                              \
      "« {1} » est postérieur à l’édition, qui est du {3} ; corrigez la date, ou dites le "        \
      "jour sans « ce »")                                                                          \
    X(CHECK_MINISTRY_PAST, "ministry-past", WARNING,                                               \
      "“{1}” is not in force on this day: the registry ends {3}, “{4}”, before it or "             \
      "begins it later",                                                                           \
      "« {1} » n’est pas en vigueur ce jour : le registre termine {3}, « {4} », avant, ou "        \
      "le commence après")                                                                         \
    X(CHECK_MINISTRY_RENAMED, "ministry-past", WARNING,                                            \
      "“{1}” is not the name of {3} on this day, which is “{4}”",                                  \
      "« {1} » n’est pas ce jour le nom de {3}, qui est « {4} »")                                  \
    X(CHECK_MINISTRY_UNKNOWN, "ministry-unknown", NOTE,                                            \
      "the registry has no ministry “{1}” on this day; correct the name, or add the "              \
      "ministry with: griot ministry add",                                                         \
      "le registre n’a pas ce jour de ministère « {1} » ; corrigez le nom, ou ajoutez le "         \
      "ministère par : griot ministry add")                                                        \
    X(CHECK_MINISTRY_NEAR, "ministry-unknown", NOTE,                                               \
      "the registry has no ministry “{1}” on this day; did you mean {4}, “{3}”?",                  \
      "le registre n’a pas ce jour de ministère « {1} » ; pensiez-vous à {4}, « {3} » ?")          \
    X(CHECK_NAME_SPELLING, "name-spelling", WARNING,                                               \
      "“{1}” is spelt “{2}” elsewhere in this edition; is it the same person?",                    \
      "« {1} » est écrit « {2} » ailleurs dans cette édition ; est-ce la même personne ?")         \
    X(CHECK_NAME_ARCHIVE, "name-archive", WARNING,                                                 \
      "“{1}” is spelt “{2}” in earlier editions, as in {3}; is it the same person?",               \
      "« {1} » est écrit « {2} » dans des éditions antérieures, comme {3} ; est-ce la même "       \
      "personne ?")                                                                                \
    X(CHECK_NAME_CUT, "name-cut", WARNING,                                                         \
      "“{1}” stands here without a surname; elsewhere it is “{2}”",                                \
      "« {1} » est ici sans nom de famille ; ailleurs c’est « {2} »")                              \
    X(CHECK_TWO_SPELLINGS, "two-spellings", WARNING,                                               \
      "“{1}” is also spelt “{2}” in this edition; keep one",                                       \
      "« {1} » s’écrit aussi « {2} » dans cette édition ; gardez l’un des deux")                   \
    X(CHECK_UNBALANCED, "unbalanced", WARNING,                                                     \
      "the “{3}” of “{1}” has no partner in its paragraph; add it, or delete this one",            \
      "le signe « {3} » de « {1} » n’a pas son pendant dans le paragraphe ; ajoutez-le, ou "       \
      "supprimez celui-ci")                                                                        \
    X(CHECK_ENGLISH_QUOTES, "english-quotes", NOTE,                                                \
      "English quotation marks: {1}; French has {2}",                                              \
      "guillemets anglais : {1} ; en français : {2}")                                              \
    X(CHECK_CAPITAL_ACCENT, "capital-accent", WARNING,                                             \
      "a capital lacks its accent: “{1}”; write “{2}”",                                            \
      "une capitale est sans son accent : « {1} » ; écrivez « {2} »")                              \
    X(CHECK_LIGATURE, "ligature", WARNING,                                                         \
      "“{1}” is written “{2}”, with a ligature",                                                   \
      "« {1} » s’écrit « {2} », avec la ligature")                                                 \
    X(CHECK_INVERSION, "inversion", WARNING,                                                       \
      "the t between a verb and its subject has two hyphens: not “{1}”, but “{2}”",                \
      "le t entre le verbe et son sujet a deux traits d’union : non « {1} », mais « {2} »")        \
    X(CHECK_SENTENCE_CAPITAL, "sentence-capital", WARNING,                                         \
      "a full stop is followed by a small letter: “{1}”; write “{2}”, or make it a comma",         \
      "une minuscule suit un point : « {1} » ; écrivez « {2} », ou mettez une virgule")            \
    X(CHECK_HOUR, "hour", NOTE,                                                                    \
      "a time is written with spaces, “{2}”, not “{1}”",                                           \
      "une heure s’écrit avec des espaces, « {2} », et non « {1} »")                             \
    X(CHECK_ORDINAL, "ordinal", WARNING,                                                           \
      "“{1}” is written “{2}” in French",                                                          \
      "« {1} » s’écrit « {2} »")                                                                   \
    X(CHECK_DOUBLED_WORD, "doubled-word", WARNING,                                                 \
      "a word stands twice: “{1}”",                                                                \
      "un mot figure deux fois : « {1} »")                                                         \
    X(CHECK_DOUBLED_SPACE, "doubled-space", NOTE,                                                  \
      "there is more than one space in “{1}”; one is printed",                                     \
      "il y a plus d’une espace dans « {1} » ; une seule est imprimée")                            \
    X(CHECK_ACRONYM, "acronym", NOTE,                                                              \
      "the acronym “{1}” is nowhere explained in this edition; give its name in full once, "       \
      "with ({1}) behind",                                                                         \
      "le sigle « {1} » n’est expliqué nulle part dans cette édition ; donnez une fois son "       \
      "nom entier, suivi de ({1})")                                                                \
    X(CHECK_TITLE_POINT, "title-point", WARNING,                                                   \
      "a title ends without a full stop: “{1}”",                                                   \
      "un titre finit sans point : « {1} »")                                                       \
    X(CHECK_TITLE_CAPITALS, "title-capitals", WARNING,                                             \
      "this title is all in capitals; write it as a sentence: “{1}”",                              \
      "ce titre est tout en capitales ; écrivez-le comme une phrase : « {1} »")                    \
    X(CHECK_ENUMERATION_POINT, "enumeration", WARNING,                                             \
      "the last item of this enumeration lacks its full stop: “{1}”",                              \
      "le dernier élément de cette énumération est sans point final : « {1} »")                    \
    X(CHECK_ENUMERATION_ITEM, "enumeration", WARNING,                                              \
      "this item lacks the semicolon that the others end with: “{1}”",                             \
      "cet élément est sans le point-virgule qui finit les autres : « {1} »")                      \
    X(CHECK_ENUMERATION_COLON, "enumeration", WARNING,                                             \
      "a second colon breaks this enumeration: “{1}”; make two sentences, or drop it",             \
      "un second deux-points rompt cette énumération : « {1} » ; faites deux phrases, ou "         \
      "ôtez-le")                                                                                   \
    X(CHECK_ENUMERATION_OPEN, "enumeration", WARNING,                                              \
      "this enumeration has no colon to open it: “{1}”",                                           \
      "cette énumération n’est pas ouverte par un deux-points : « {1} »")                          \
    X(CHECK_LETTER, "letter", WARNING,                                                             \
      "“{1}” is said to the newsroom, not to readers, and would be printed; delete what was only " \
      "the letter’s",                                                                              \
      "« {1} » s’adresse à la rédaction, non aux lecteurs, et serait imprimé ; supprimez ce "      \
      "qui n’était que de la lettre")                                                              \
    X(CHECK_NEAR_COPY, "near-copy", WARNING,                                                       \
      "“{1}” is nearly the same as “{3}” in this edition: {4}% of the text are in both",           \
      "« {1} » est presque identique à « {3} » de cette édition : {4} % du texte est commun")      \
    X(CHECK_NEAR_COPY_KEPT, "near-copy", WARNING,                                                  \
      "“{1}” is nearly the same as “{3}” in the edition {2}: {4}% of the text are in both",        \
      "« {1} » est presque identique à « {3} » de l’édition {2} : {4} % du texte est commun")      \
    X(CHECK_SPELLING, "spelling", WARNING,                                                         \
      "the dictionary has no “{1}”; perhaps: {3}",                                                 \
      "le dictionnaire n’a pas « {1} » ; peut-être : {3}")                                         \
    X(CHECK_SPELLING_ALONE, "spelling", WARNING,                                                   \
      "the dictionary has no “{1}”; if it is right, add it to the newsroom’s list of words",       \
      "le dictionnaire n’a pas « {1} » ; si le mot est juste, ajoutez-le à la liste de "           \
      "mots de la rédaction")                                                                      \
    X(WHY_WEEKDAY, "rule", NONE,                                                                   \
      "a weekday goes with its date",                                                              \
      "un jour de la semaine va avec sa date")                                                     \
    X(WHY_NO_SUCH_DAY, "rule", NONE,                                                               \
      "a date exists",                                                                             \
      "une date existe")                                                                           \
    X(WHY_THIS_DAY, "rule", NONE,                                                                  \
      "“ce mardi” is a day of the week before the edition",                                        \
      "« ce mardi » est un jour de la semaine qui précède l’édition")                              \
    X(WHY_MINISTRY_PAST, "rule", NONE,                                                             \
      "a ministry has the name it had on that day",                                                \
      "un ministère a le nom qu’il avait ce jour-là")                                              \
    X(WHY_MINISTRY_UNKNOWN, "rule", NONE,                                                          \
      "a ministry that is named is in the registry",                                               \
      "un ministère nommé figure au registre")                                                     \
    X(WHY_NAME_SPELLING, "rule", NONE,                                                             \
      "a person’s name is spelt one way in the edition",                                           \
      "le nom d’une personne a une seule graphie dans l’édition")                                  \
    X(WHY_NAME_ARCHIVE, "rule", NONE,                                                              \
      "a person’s name is spelt as in earlier editions",                                           \
      "le nom d’une personne s’écrit comme dans les éditions antérieures")                         \
    X(WHY_NAME_CUT, "rule", NONE,                                                                  \
      "a person’s name keeps its surname",                                                         \
      "le nom d’une personne garde son nom de famille")                                            \
    X(WHY_TWO_SPELLINGS, "rule", NONE,                                                             \
      "a place or body is spelt one way in the edition",                                           \
      "un lieu ou un organisme a une seule graphie dans l’édition")                                \
    X(WHY_UNBALANCED, "rule", NONE,                                                                \
      "brackets and quotation marks come in pairs",                                                \
      "parenthèses, crochets et guillemets vont par paires")                                       \
    X(WHY_ENGLISH_QUOTES, "rule", NONE,                                                            \
      "French quotation marks in French",                                                          \
      "des guillemets français en français")                                                       \
    X(WHY_CAPITAL_ACCENT, "rule", NONE,                                                            \
      "capitals keep their accents",                                                               \
      "les capitales gardent leurs accents")                                                       \
    X(WHY_LIGATURE, "rule", NONE,                                                                  \
      "œuvre, cœur, sœur have their ligature",                                                     \
      "œuvre, cœur, sœur ont leur ligature")                                                       \
    X(WHY_INVERSION, "rule", NONE,                                                                 \
      "a-t-il has two hyphens and no apostrophe",                                                  \
      "a-t-il a deux traits d’union et pas d’apostrophe")                                          \
    X(WHY_SENTENCE_CAPITAL, "rule", NONE,                                                          \
      "a sentence begins with a capital",                                                          \
      "une phrase commence par une capitale")                                                      \
    X(WHY_HOUR, "rule", NONE, "times are written 12 h 30", "les heures s’écrivent 12 h 30")             \
    X(WHY_ORDINAL, "rule", NONE,                                                                   \
      "ordinals are written 1re, 2e",                                                              \
      "les ordinaux s’écrivent 1re, 2e")                                                           \
    X(WHY_DOUBLED_WORD, "rule", NONE,                                                              \
      "a word stands once",                                                                        \
      "un mot figure une fois")                                                                    \
    X(WHY_DOUBLED_SPACE, "rule", NONE,                                                             \
      "one space parts two words",                                                                 \
      "une seule espace sépare deux mots")                                                         \
    X(WHY_ACRONYM, "rule", NONE,                                                                   \
      "an acronym is explained once",                                                              \
      "un sigle est expliqué une fois")                                                            \
    X(WHY_TITLE_POINT, "rule", NONE,                                                               \
      "a title has no full stop",                                                                  \
      "un titre n’a pas de point final")                                                           \
    X(WHY_TITLE_CAPITALS, "rule", NONE,                                                            \
      "a title is no row of capitals",                                                             \
      "un titre n’est pas tout en capitales")                                                      \
    X(WHY_ENUMERATION, "rule", NONE,                                                               \
      "an enumeration has one colon, semicolons and a final point",                                \
      "une énumération a un deux-points, des points-virgules et un point final")                   \
    X(WHY_LETTER, "rule", NONE,                                                                    \
      "what a letter says to the newsroom is not printed",                                         \
      "ce qu’une lettre dit à la rédaction n’est pas imprimé")                                     \
    X(WHY_NEAR_COPY, "rule", NONE,                                                                 \
      "a communiqué is published once",                                                            \
      "un communiqué paraît une fois")                                                             \
    X(WHY_SPELLING, "rule", NONE,                                                                  \
      "words are in the dictionary, or in the newsroom’s list",                                    \
      "les mots sont au dictionnaire, ou dans la liste de la rédaction")                           \
    X(CHECK_FINE, "checked", NOTE,                                                                 \
      "communiqués checked: {1}; there is nothing to say",                                         \
      "communiqués relus : {1} ; rien à signaler")                                                 \
    X(CHECK_KEPT_BROKEN, "kept-unreadable", NOTE,                                                  \
      "this edition cannot be read, and nothing was compared with it; run: griot verify",          \
      "cette édition est illisible, et rien ne lui a été comparé ; lancez : griot verify")         \
    X(DICTIONARY_MISSING, "dictionary-missing", FAILURE,                                           \
      "the French dictionary is missing; install the package hunspell-fr-classical, then "         \
      "griot again (make, make install), or set “spelling: off” under “check” in the "             \
      "newsroom’s settings",                                                                       \
      "le dictionnaire français manque ; installez le paquet hunspell-fr-classical, puis "         \
      "griot de nouveau (make, make install), ou mettez « spelling: off » sous « check » "         \
      "dans les réglages de la rédaction")                                                         \
    X(WORDS_TWO, "words-line", ERROR,                                                              \
      "“{1}” is more than one word; a list of words has one a line",                               \
      "« {1} » est plus d’un mot ; une liste de mots en a un par ligne")                           \
    X(WORDS_LONG, "words-long", ERROR,                                                             \
      "this word has more than {1} bytes",                                                         \
      "ce mot dépasse {1} octets")                                                                 \
    X(WORDS_MANY, "words-many", ERROR,                                                             \
      "the lists of words have more than {1} words",                                               \
      "les listes de mots dépassent {1} mots")                                                     \
    X(FIXES_HEAD, "fixes", NONE,                                                                   \
      "# Delete the blocks that are not to be applied, change what stands behind + if you "        \
      "like.\n# Lines that start with “# + ” are guesses and change nothing: delete the “# ” before "\
      "the one that is meant.\n# Then run:\n#   griot check --apply {1} --in-place {2}\n",         \
      "# Supprimez les blocs à ne pas appliquer, changez au besoin ce qui suit +.\n# Les "         \
      "lignes qui commencent par « # + » sont des suppositions, sans effet : ôtez « # » et "       \
      "l’espace devant celle qui convient.\n# Puis lancez :\n#   griot check --apply {1} "         \
      "--in-place {2}\n")                                                                          \
    X(FIXES_NONE, "no-fixes", NOTE,                                                                \
      "there is nothing to propose",                                                               \
      "il n’y a rien à proposer")                                                                  \
    X(FIXES_FORM, "fix-list", ERROR,                                                               \
      "this is no list of fixes: it must begin with “griot fixes 1”",                              \
      "ce n’est pas une liste de corrections : elle doit commencer par « griot fixes 1 »")         \
    X(FIXES_LINE, "fix-line", ERROR,                                                               \
      "“{1}” is no line of a list of fixes; a block is FILE:LINE:COL RULE, then a line "           \
      "with “- ” and one with “+ ”",                                                               \
      "« {1} » n’est pas une ligne d’une liste de corrections ; un bloc est "                      \
      "FICHIER:LIGNE:COL RÈGLE, puis une ligne « - » et une ligne « + »")                          \
    X(FIXES_MANY, "fix-many", ERROR,                                                               \
      "the list has more than {1} fixes",                                                          \
      "la liste dépasse {1} corrections")                                                          \
    X(FIX_STRANGER, "fix-stranger", ERROR,                                                         \
      "“{1}” is none of the sources that were named; name it, or delete this block",               \
      "« {1} » n’est aucune des sources nommées ; nommez-la, ou supprimez ce bloc")                \
    X(FIX_CHANGED, "fix-changed", ERROR,                                                           \
      "“{1}” no longer stands at {2}: the source was changed since the list was made; make "       \
      "it again with --fix-list",                                                                  \
      "« {1} » ne se trouve plus en {2} : la source a changé depuis que la liste est "             \
      "faite ; refaites-la avec --fix-list")                                                       \
    X(FIX_OVERLAP, "fix-overlap", ERROR,                                                           \
      "this fix touches the same words as the one of line {1}; keep one of them",                  \
      "cette correction touche les mêmes mots que celle de la ligne {1} ; gardez l’une des "       \
      "deux")                                                                                      \
    X(FIXED, "fixed", NOTE,                                                                        \
      "fixes applied: {1}",                                                                        \
      "corrections appliquées : {1}")                                                              \
    X(USAGE_IN_PLACE_OR_COPY, "usage", USAGE,                                                      \
      "--apply needs --in-place, or -o with the name of a copy",                                   \
      "--apply demande --in-place, ou -o avec le nom d’une copie")                                 \
    X(USAGE_COPIES, "usage", USAGE,                                                                \
      "-o must name a folder that exists where there are several sources, not “{1}”",              \
      "-o doit nommer un dossier existant s’il y a plusieurs sources, et non « {1} »")             \
/* programs beside griot */                                                                        \
    X(PART_MISSING, "part-missing", FAILURE,                                                       \
      "this part of griot is missing; install griot again, or run make",                           \
      "cette partie de griot manque ; réinstallez griot, ou lancez make")                          \
    X(PART_FAILED, "part-failed", FAILURE, "{1} ended without an answer ({2})",                    \
      "{1} s’est terminé sans réponse ({2})")                                                      \
    /* signing */                                                                                  \
    X(USAGE_TOGETHER, "usage", USAGE, "{1} goes with {2}; give that too",                          \
      "{1} va avec {2} ; donnez aussi ce dernier")                                                 \
    X(PASSPHRASE_PROMPT, "prompt", NONE, "Passphrase of {1}: ", "Phrase de passe de {1} : ")       \
    X(KEY_NONE, "no-key", ERROR,                                                                   \
      "this is no private key in PEM form (a file that begins “-----BEGIN PRIVATE KEY-----”)",     \
      "ce n’est pas une clé privée en forme PEM (un fichier qui commence par « -----BEGIN PRIVATE " \
      "KEY----- »)")                                                                               \
    X(KEY_LOCKED, "passphrase-needed", ERROR,                                                      \
      "this key needs its passphrase: name a file that holds it with --pass-file, or run the "     \
      "command in a terminal",                                                                     \
      "cette clé demande sa phrase de passe : nommez avec --pass-file un fichier qui la contient, " \
      "ou lancez la commande dans un terminal")                                                    \
    X(KEY_PASSPHRASE, "wrong-passphrase", ERROR, "the passphrase does not open this key",          \
      "la phrase de passe n’ouvre pas cette clé")                                                  \
    X(KEY_KIND, "key-kind", ERROR, "this key is of the kind {1}; RSA and EC keys can sign",        \
      "cette clé est du genre {1} ; les clés RSA et EC peuvent signer")                            \
    X(CERTIFICATE_NONE, "no-certificate", ERROR,                                                   \
      "this holds no certificate in PEM form (a file that begins “-----BEGIN CERTIFICATE-----”)",  \
      "il n’y a là aucun certificat en forme PEM (un fichier qui commence par « -----BEGIN "       \
      "CERTIFICATE----- »)")                                                                       \
    X(CERTIFICATE_OTHER, "key-not-of-certificate", ERROR,                                          \
      "no certificate here belongs to the key {1}; give the certificate that was issued for it",   \
      "aucun certificat ici n’est celui de la clé {1} ; donnez celui qui a été émis pour elle")    \
    X(CERTIFICATE_EXPIRED, "certificate-expired", ERROR,                                           \
      "the certificate of “{1}” expired at {2}, before the time of signing, {3}",                  \
      "le certificat de « {1} » a expiré à {2}, avant l’heure de la signature, {3}")               \
    X(CERTIFICATE_EARLY, "certificate-not-yet-valid", ERROR,                                       \
      "the certificate of “{1}” is valid from {2} only, after the time of signing, {3}",           \
      "le certificat de « {1} » ne vaut qu’à partir de {2}, après l’heure de la signature, {3}")   \
    X(CERTIFICATE_USE, "certificate-use", ERROR,                                                   \
      "the certificate of “{1}” is not meant for signatures (its key usage forbids them)",         \
      "le certificat de « {1} » n’est pas fait pour signer (son usage de clé l’interdit)")         \
    X(SIGN_NO_ROOM, "signature-room", ERROR,                                                       \
      "the signature takes {1} bytes, and {2} are reserved; give --signature-room {1}, or a little " \
      "more",                                                                                      \
      "la signature prend {1} octets, et {2} sont réservés ; donnez --signature-room {1}, ou un peu " \
      "plus")                                                                                      \
    X(SIGN_TOO_LARGE, "signature-room", ERROR,                                                     \
      "the signature takes {1} bytes, and a PDF holds {2} at most; leave certificates out of --cert", \
      "la signature prend {1} octets, et un PDF en tient {2} au plus ; ôtez des certificats de "   \
      "--cert")                                                                                    \
    X(SIGN_FAILED, "sign-failed", FAILURE, "signing failed; OpenSSL says: {1}",                    \
      "échec de la signature ; OpenSSL répond : {1}")                                              \
    X(STAMP_DOWN, "authority-down", FAILURE,                                                       \
      "the time stamp authority cannot be reached ({1}); check the address and the network, or leave " \
      "--tsa out",                                                                                 \
      "l’autorité d’horodatage n’est pas joignable ({1}) ; vérifiez l’adresse et le réseau, ou "   \
      "omettez --tsa")                                                                             \
    X(STAMP_REFUSED, "authority-refused", FAILURE, "the time stamp authority gave no stamp: {1}",  \
      "l’autorité d’horodatage n’a pas donné de jeton : {1}")                                      \
    X(STAMP_NONSENSE, "authority-answer", FAILURE,                                                 \
      "what the time stamp authority answered is no time stamp of this signature ({1})",           \
      "la réponse de l’autorité d’horodatage n’est pas un jeton pour cette signature ({1})")       \
/* inspecting */                                                                                   \
    X(PDF_UNREADABLE, "pdf-unreadable", ERROR, "this is no readable PDF: {1}",                     \
      "ce n’est pas un PDF lisible : {1}")                                                         \
    X(PDF_FATAL, "pdf-unreadable", ERROR, "this is no readable PDF: it ended {1} ({2})",           \
      "ce n’est pas un PDF lisible : il a mis fin à {1} ({2})")                                    \
    X(SEAL_KIND, "signature-kind", ERROR,                                                          \
      "the signature is of the kind “{1}”; ETSI.CAdES.detached and adbe.pkcs7.detached are checked", \
      "la signature est du genre « {1} » ; ETSI.CAdES.detached et adbe.pkcs7.detached sont vérifiées") \
    X(SEAL_RANGE, "signature-range", ERROR,                                                        \
      "the signature does not say that it covers all but its own gap: the file was not signed so, or " \
      "was changed",                                                                               \
      "la signature ne dit pas couvrir tout sauf sa propre place : le fichier n’a pas été signé "  \
      "ainsi, ou a été modifié")                                                                   \
    X(SEAL_UNREADABLE, "signature-unreadable", ERROR,                                              \
      "the signature is no CMS structure with one signer",                                         \
      "la signature n’est pas une structure CMS à un signataire")                                  \
    X(SEAL_BROKEN, "signature-broken", ERROR,                                                      \
      "the signature does not hold: the file was changed after it was signed",                     \
      "la signature ne tient pas : le fichier a été modifié après avoir été signé")                \
    X(SEAL_PARTIAL, "signature-partial", ERROR,                                                    \
      "the signature does not cover the last {1} bytes: they were added after signing",            \
      "la signature ne couvre pas les {1} derniers octets : ils ont été ajoutés après elle")       \
    X(SEAL_STAMP, "stamp-broken", ERROR, "the signature’s time stamp does not hold",               \
      "l’horodatage de la signature ne tient pas")                                                 \
    X(SIGNER_UNTRUSTED, "signer-untrusted", WARNING, "nobody in {1} vouches for “{2}”: {3}",       \
      "personne dans {1} ne répond de « {2} » : {3}")                                              \
    X(REPORT_EDITION, "report", NONE, "Edition      {1}, no. {2}\n",                               \
      "Édition      {1}, n° {2}\n")                                                                \
    X(REPORT_DAY, "report", NONE, "Edition      {1}\n", "Édition      {1}\n")                      \
    X(REPORT_TITLE, "report", NONE, "Title        {1}\n", "Titre        {1}\n")                    \
    X(REPORT_AUTHOR, "report", NONE, "Publisher    {1}\n", "Éditeur      {1}\n")                   \
    X(REPORT_PROGRAM, "report", NONE, "Made with    {1}\n", "Fait avec    {1}\n")                  \
    X(REPORT_PAGES, "report", NONE, "Pages        {1}\n", "Pages        {1}\n")                    \
    X(REPORT_LANG, "report", NONE, "Language     {1}\n", "Langue       {1}\n")                     \
    X(REPORT_CLAIMS, "report", NONE, "Claims to be {1}\n", "Se dit       {1}\n")                   \
    X(REPORT_HASH, "report", NONE, "SHA-256      {1}\n", "SHA-256      {1}\n")                     \
    X(REPORT_ATTACHED, "report", NONE, "Attached     {1} ({2} bytes{3})\n             SHA-256 {4}\n", \
      "Joint        {1} ({2} octets{3})\n             SHA-256 {4}\n")                              \
    X(REPORT_ATTACHED_NOT, "report", NONE, "Attached     {1} (not readable)\n",                    \
      "Joint        {1} (illisible)\n")                                                            \
    X(REPORT_UNSIGNED, "report", NONE, "Signature    none\n", "Signature    aucune\n")             \
    X(REPORT_HOLDS, "report", NONE, "Signature    holds, and covers the whole file\n",             \
      "Signature    elle tient, et couvre tout le fichier\n")                                      \
    X(REPORT_HOLDS_PART, "report", NONE, "Signature    holds, but covers only the beginning of the file\n", \
      "Signature    elle tient, mais ne couvre que le début du fichier\n")                         \
    X(REPORT_HOLDS_NOT, "report", NONE, "Signature    DOES NOT HOLD: {1}\n",                       \
      "Signature    ELLE NE TIENT PAS : {1}\n")                                                    \
    X(REPORT_TIME, "report", NONE, "Signed at    {1}, as the signer says\n",                       \
      "Signé le     {1}, au dire du signataire\n")                                                 \
    X(REPORT_SIGNER, "report", NONE, "Signer       {1}\n", "Signataire   {1}\n")                   \
    X(REPORT_ISSUER, "report", NONE, "Issued by    {1}\n", "Émis par     {1}\n")                   \
    X(REPORT_SELF_MADE, "report", NONE, "Issued by    the signer itself\n",                        \
      "Émis par     le signataire lui-même\n")                                                     \
    X(REPORT_VALID, "report", NONE, "Valid from   {1}\n     to      {2}\n",                        \
      "Valable du   {1}\n     au      {2}\n")                                                      \
    X(REPORT_STAMP, "report", NONE, "Time stamp   {1}, by {2}\n", "Horodatage   {1}, par {2}\n")   \
    X(REPORT_STAMP_NOT, "report", NONE, "Time stamp   DOES NOT HOLD\n",                            \
      "Horodatage   IL NE TIENT PAS\n")                                                            \
    X(REPORT_TRUST_NOT_ASKED, "report", NONE,                                                      \
      "Trust        not judged; name whom you trust with --trust CA.pem\n",                        \
      "Confiance    non jugée ; nommez à qui vous vous fiez avec --trust CA.pem\n")                \
    X(REPORT_TRUSTED, "report", NONE, "Trust        {1}: yes\n", "Confiance    {1} : oui\n")       \
    X(REPORT_TRUSTED_NOT, "report", NONE, "Trust        {1}: NO ({2})\n",                          \
      "Confiance    {1} : NON ({2})\n")                                                            \
    /* the command line */                                                                         \
    X(USAGE_NO_COMMAND, "usage", USAGE, "a command is needed; see griot --help",                   \
      "il faut une commande ; voyez griot --help")                                                 \
    X(USAGE_COMMAND, "usage", USAGE, "there is no command “{1}”; see griot --help",                \
      "il n’y a pas de commande « {1} » ; voyez griot --help")                                     \
    X(USAGE_COMMAND_NEAR, "usage", USAGE, "there is no command “{1}”; did you mean “{2}”?",        \
      "il n’y a pas de commande « {1} » ; pensiez-vous à « {2} » ?")                               \
    X(USAGE_OPTION, "usage", USAGE, "{2} has no option “{1}”; see {2} --help",                     \
      "{2} n’a pas d’option « {1} » ; voyez {2} --help")                                           \
    X(USAGE_OPTION_NEAR, "usage", USAGE, "{2} has no option “{1}”; did you mean “{3}”?",           \
      "{2} n’a pas d’option « {1} » ; pensiez-vous à « {3} » ?")                                   \
    X(USAGE_VALUE, "usage", USAGE, "the option {1} needs a value",                                 \
      "l’option {1} demande une valeur")                                                           \
    X(USAGE_NO_VALUE, "usage", USAGE, "the option {1} takes no value", "l’option {1} n’admet pas de valeur")\
    X(USAGE_BAD_VALUE, "usage", USAGE, "{1} cannot be “{2}”; write it like {3}",                   \
      "{1} ne peut valoir « {2} » ; écrivez par exemple {3}")                                      \
    X(USAGE_NO_SUCH_DAY, "usage", USAGE,                                                           \
      "{1}: the calendar has no {2}; write the day that is meant",                                 \
      "{1} : le {2} n’existe pas au calendrier ; écrivez le jour voulu")                           \
    X(USAGE_CHOICE, "usage", USAGE, "{1} must be one of {3}, not “{2}”",                           \
      "{1} doit valoir {3}, et non « {2} »")                                                       \
    X(USAGE_SUBCOMMAND, "usage", USAGE, "{1} is followed by one of {2}; see {1} --help",           \
      "{1} doit être suivi d’un de ces mots : {2} ; voyez {1} --help")                             \
    X(USAGE_NO_SOURCE, "usage", USAGE, "a source is needed: a day text like 2025-11-25.txt",       \
      "il faut une source : un texte du jour comme 2025-11-25.txt")                                \
    X(USAGE_ARGUMENTS, "usage", USAGE, "{1} takes no argument “{2}”; see {1} --help",              \
      "{1} n’admet pas d’argument « {2} » ; voyez {1} --help")                                     \
    X(USAGE_EXCLUDE, "usage", USAGE, "{1} and {2} exclude each other; give one of them",           \
      "{1} et {2} s’excluent ; donnez l’une des deux")                                             \
    X(USAGE_MISSING, "usage", USAGE, "{1} needs {2}; see {1} --help",                              \
      "{1} demande {2} ; voyez {1} --help")                                                        \
    /* archive */                                                                                  \
    X(ZIP_FAILED, "zip-failed", ERROR,                                                             \
      "this is no sound ZIP file: {1}",                                                            \
      "ce n’est pas un fichier ZIP sain : {1}")                                                    \
    X(ZIP_NONE, "zip-failed", ERROR,                                                               \
      "this is no ZIP file, or one that was cut short",                                            \
      "ce n’est pas un fichier ZIP, ou il est tronqué")                                            \
    X(ZIP_DAMAGED, "zip-failed", ERROR,                                                            \
      "this ZIP file is damaged: what its parts say of each other does not agree",                 \
      "ce fichier ZIP est abîmé : ce que ses parties disent les unes des autres ne concorde "      \
      "pas")                                                                                       \
    X(ZIP_NAME_TWICE, "zip-name-twice", ERROR,                                                     \
      "the name “{1}” stands in this ZIP file twice, if capitals are small letters",               \
      "le nom « {1} » figure deux fois dans ce fichier ZIP, capitales et minuscules "              \
      "confondues")                                                                                \
    X(ZIP_NAME_UNSAFE, "zip-name-unsafe", ERROR,                                                   \
      "the name “{1}” in this ZIP file leads out of its folder or is no name; the file is "        \
      "refused",                                                                                   \
      "le nom « {1} » de ce fichier ZIP sort de son dossier ou n’est pas un nom ; le "             \
      "fichier est refusé")                                                                        \
    X(ZIP_TOO_LARGE, "zip-too-large", ERROR,                                                       \
      "this ZIP file holds more than is ever unpacked; it is refused",                             \
      "ce fichier ZIP contient plus que ce qui est jamais extrait ; il est refusé")                \
    X(ZIP_FILE_BROKEN, "zip-file-broken", ERROR,                                                   \
      "“{1}” in this ZIP file is damaged: {2}",                                                    \
      "« {1} », dans ce fichier ZIP, est abîmé : {2}")                                             \
    X(ZIP_FILE_LENGTH, "zip-file-broken", ERROR,                                                   \
      "“{1}” in this ZIP file is damaged: it has not the length that is declared",                 \
      "« {1} », dans ce fichier ZIP, est abîmé : il n’a pas la longueur déclarée")  \
    X(ZIP_FILE_DAMAGED, "zip-file-broken", ERROR,                                                  \
      "“{1}” in this ZIP file is damaged: its bytes are not those that were put in",               \
      "« {1} », dans ce fichier ZIP, est abîmé : ses octets ne sont pas ceux qui y ont été "       \
      "mis")                                                                                       \
    X(BAG_NOT_ONE, "bag-not-one", ERROR,                                                           \
      "this is no edition of an archive: “{1}” is no BagIt 1.0 bag",                               \
      "ce n’est pas une édition d’archive : « {1} » n’est pas un sac BagIt 1.0")                   \
    X(BAG_ROW_BROKEN, "bag-row", ERROR,                                                            \
      "a manifest has a line that is none: “{1}”",                                                 \
      "un manifeste a une ligne qui n’en est pas une : « {1} »")                                   \
    X(BAG_FILE_MISSING, "bag-file-missing", ERROR,                                                 \
      "the file “{1}” of this edition is missing",                                                 \
      "le fichier « {1} » de cette édition manque")                                                \
    X(BAG_FILE_CHANGED, "bag-file-changed", ERROR,                                                 \
      "the file “{1}” of this edition is damaged or was changed",                                  \
      "le fichier « {1} » de cette édition est abîmé ou a été changé")                             \
    X(BAG_FILE_TWICE, "bag-file-twice", ERROR,                                                     \
      "a manifest lists “{1}” twice",                                                              \
      "un manifeste cite « {1} » deux fois")                                                       \
    X(BAG_FILE_EXTRA, "bag-file-extra", ERROR,                                                     \
      "the file “{1}” does not belong to this edition",                                            \
      "le fichier « {1} » n’appartient pas à cette édition")                                       \
    X(RECIPE_SIZE, "recipe-size", ERROR,                                                           \
      "“{1}” is no number of bytes, which this edition’s recipe should have here",                 \
      "« {1} » n’est pas un nombre d’octets, que la recette devrait donner ici")                   \
    X(RECIPE_SIGNATURE, "recipe-signature", ERROR,                                                 \
      "time or room of the signature are not what they can be",                                    \
      "l’heure ou la place de la signature sont impossibles")                                      \
    X(BUNDLE_NO_FILE, "bundle-no-file", ERROR,                                                     \
      "this edition lacks “{1}”, which its recipe names",                                          \
      "il manque à cette édition « {1} », que nomme sa recette")                                   \
    X(BUNDLE_RECIPE_HASH, "bundle-recipe-hash", ERROR,                                             \
      "“{1}” is not the file that the recipe names",                                               \
      "« {1} » n’est pas le fichier que nomme la recette")                                         \
    X(BUNDLE_OTHER, "bundle-other", ERROR,                                                         \
      "this file holds the edition {1}, and its name says {2}",                                    \
      "ce fichier contient l’édition {1}, et son nom dit {2}")                                     \
    X(ARCHIVE_MISSING, "no-archive", ERROR,                                                        \
      "there is no archive here; griot publish makes one, or name another with --archive",         \
      "il n’y a pas d’archive ici ; griot publish en crée une, ou nommez-en une autre avec "       \
      "--archive")                                                                                 \
    X(ARCHIVE_STRANGE, "archive-strange", NOTE,                                                    \
      "this file is none of the archive’s; it is left alone",                                      \
      "ce fichier n’est pas de l’archive ; il est laissé tel quel")                                \
    X(ARCHIVE_KEPT_ALREADY, "kept-already", ERROR,                                                 \
      "this edition is kept already, and nothing is ever overwritten",                             \
      "cette édition est déjà gardée, et rien n’est jamais écrasé")                                \
    X(ARCHIVE_HEAD_BROKEN, "head-broken", ERROR,                                                   \
      "this should be one line with the SHA-256 of the edition kept last; run griot verify",       \
      "ce devrait être une ligne, le SHA-256 de la dernière édition gardée ; lancez griot "        \
      "verify")                                                                                    \
    X(ARCHIVE_NOT_HASH, "not-a-hash", ERROR,                                                       \
      "“{1}” is no SHA-256",                                                                       \
      "« {1} » n’est pas un SHA-256")                                                              \
    X(RESOURCE_MISSING, "resource-missing", ERROR,                                                 \
      "this resource is missing: editions that need it cannot be made again",                      \
      "cette ressource manque : les éditions qui en dépendent ne peuvent être refaites")           \
    X(RESOURCE_BROKEN, "resource-broken", ERROR,                                                   \
      "this resource is damaged: editions that need it cannot be made again",                      \
      "cette ressource est abîmée : les éditions qui en dépendent ne peuvent être refaites")       \
    X(CHAIN_TWO_FIRST, "chain-two-first", ERROR,                                                   \
      "{1} says that it is the first edition kept, and another one says so too",                   \
      "{1} se dit la première édition gardée, et une autre aussi")                                 \
    X(CHAIN_GAP, "chain-gap", ERROR,                                                               \
      "the edition kept before {1} is missing or was changed",                                     \
      "l’édition gardée avant {1} manque ou a été changée")                                        \
    X(CHAIN_FORK, "chain-fork", ERROR,                                                             \
      "{1} follows an edition that another one follows already: one of them was inserted",         \
      "{1} suit une édition qu’une autre suit déjà : l’une des deux a été insérée")                \
    X(CHAIN_HEAD_LOST, "chain-head-lost", ERROR,                                                   \
      "the edition kept last ({1}…) is missing or was changed",                                    \
      "la dernière édition gardée ({1}…) manque ou a été changée")                                 \
    X(CHAIN_NO_HEAD, "chain-no-head", ERROR,                                                       \
      "head does not say which edition was kept last; the chain ends at {1}: if nothing "          \
      "was kept behind it, head is one line, {2}",                                                 \
      "head ne dit pas quelle édition a été gardée la dernière ; la chaîne finit à {1} : "         \
      "si rien n’a été gardé ensuite, head est une ligne, {2}")                                    \
    X(CHAIN_MISSING, "chain-missing", ERROR,                                                       \
      "the edition {1} is missing with all that it held: the journal knows it, and {2} "           \
      "names it",                                                                                  \
      "l’édition {1} manque, avec tout ce qu’elle contenait : le journal la connaît, et "          \
      "{2} la nomme")                                                                              \
    X(CHAIN_CHANGED, "chain-changed", ERROR,                                                       \
      "the edition {1} is not the file that was kept: the journal and {2} have another "           \
      "SHA-256",                                                                                   \
      "l’édition {1} n’est pas le fichier qui a été gardé : le journal et {2} ont un autre "       \
      "SHA-256")                                                                                   \
    X(CHAIN_END, "chain-end", ERROR,                                                               \
      "nothing follows {1}, and it is not the edition kept last: what was kept after it is "       \
      "missing or was changed",                                                                    \
      "rien ne suit {1}, qui n’est pas la dernière édition gardée : ce qui a été gardé "           \
      "ensuite manque ou a été changé")                                                            \
    X(CHAIN_HEAD_BEHIND, "chain-head-behind", NOTE,                                                \
      "{1} was kept whole, but not yet noted as the last; the next publish does that",             \
      "{1} a été gardée entière, mais pas encore notée comme la dernière ; la prochaine "          \
      "publication le fera")                                                                       \
    X(LIST_SPECIAL, "list", NONE,                                                                  \
      " (special edition)",                                                                        \
      " (édition spéciale)")                                                                       \
    X(LIST_REVISED, "list", NONE,                                                                  \
      " (revised: {1})",                                                                           \
      " (révisée : {1})")                                                                          \
    X(LIST_WITHOUT, "list", NONE,                                                                  \
      "no edition: {1}",                                                                           \
      "pas d’édition : {1}")                                                                       \
    X(SHOW_EDITION, "show", NONE,                                                                  \
      "Edition      {1}, no. {2}{3}\n",                                                            \
      "Édition      {1}, n° {2}{3}\n")                                                             \
    X(SHOW_WITHOUT, "show", NONE,                                                                  \
      " (no edition this day)",                                                                    \
      " (pas d’édition ce jour)")                                                                  \
    X(SHOW_TITLE, "show", NONE,                                                                    \
      "Title        {1}\n",                                                                        \
      "Titre        {1}\n")                                                                        \
    X(SHOW_BECAUSE, "show", NONE,                                                                  \
      "Because      {1}\n",                                                                        \
      "Motif        {1}\n")                                                                        \
    X(SHOW_REVISION, "show", NONE,                                                                 \
      "Revision     {1}{2}\n",                                                                     \
      "Révision     {1}{2}\n")                                                                     \
    X(SHOW_STYLE, "show", NONE,                                                                    \
      "Style        {1}\n",                                                                        \
      "Style        {1}\n")                                                                        \
    X(SHOW_PROGRAM, "show", NONE,                                                                  \
      "Made with    griot {1}, engine {2}\n",                                                      \
      "Fait avec    griot {1}, moteur {2}\n")                                                      \
    X(SHOW_SIGNED, "show", NONE,                                                                   \
      "Signature    kept: {1}\n",                                                                  \
      "Signature    gardée : {1}\n")                                                               \
    X(SHOW_UNSIGNED, "show", NONE,                                                                 \
      "Signature    none\n",                                                                       \
      "Signature    aucune\n")                                                                     \
    X(SHOW_BUNDLE, "show", NONE,                                                                   \
      "Bundle       {1}\n",                                                                        \
      "Liasse       {1}\n")                                                                        \
    X(SHOW_AFTER, "show", NONE,                                                                    \
      "Kept after   {1}  {2}\n",                                                                   \
      "Gardée après {1}  {2}\n")                                                                   \
    X(SHOW_FIRST, "show", NONE,                                                                    \
      "Kept after   none: it is the first\n",                                                      \
      "Gardée après aucune : c’est la première\n")                                                 \
    X(SHOW_NEXT, "show", NONE,                                                                     \
      "Kept before  {1}\n",                                                                        \
      "Gardée avant {1}\n")                                                                        \
    X(SHOW_LAST, "show", NONE,                                                                     \
      "Kept before  none: it is the last\n",                                                       \
      "Gardée avant aucune : c’est la dernière\n")                                                 \
    X(SHOW_SOURCE, "show", NONE,                                                                   \
      "Source       {1}  {2}\n",                                                                   \
      "Source       {1}  {2}\n")                                                                   \
    X(SHOW_OUTPUT, "show", NONE,                                                                   \
      "Output       {1}  {2}\n",                                                                   \
      "Sortie       {1}  {2}\n")                                                                   \
    X(SHOW_MINISTRY, "show", NONE,                                                                 \
      "\n{1}  {2}\n",                                                                              \
      "\n{1}  {2}\n")                                                                              \
    X(SHOW_COMMUNIQUE, "show", NONE,                                                               \
      "  p. {1}  {2}\n",                                                                           \
      "  p. {1}  {2}\n")                                                                           \
    X(PUBLISH_BECAUSE, "publish-because", USAGE,                                                   \
      "{1} is kept already; say what the revision is for: --because \"…\"",                          \
      "{1} est déjà gardée ; dites pourquoi une révision : --because \"…\"")                       \
    X(PUBLISH_SAME, "publish-same", NOTE,                                                          \
      "{1} is kept already, from the same sources and settings; nothing was done",                 \
      "{1} est déjà gardée, avec les mêmes sources et réglages ; rien n’a été fait")               \
    X(PUBLISH_DIFFERS, "publish-differs", FAILURE,                                                 \
      "composed again from its bundle, the edition came out different; it was not kept",           \
      "recomposée depuis sa liasse, l’édition est différente ; elle n’a pas été gardée")           \
    X(PUBLISH_REVISES, "publish-revises", USAGE,                                                   \
      "--revises names an edition of the sources’ own day, 2025-11-25 or 2025-11-25.s1, "          \
      "not “{1}”",                                                                                 \
      "--revises nomme une édition du jour même des sources, 2025-11-25 ou 2025-11-25.s1, "        \
      "et non « {1} »")                                                                            \
    X(PUBLISH_NO_REVISION, "publish-no-revision", NOTE,                                            \
      "{1} replaces nothing: what --because says is not printed",                                  \
      "{1} ne remplace rien : ce que dit --because n’est pas imprimé")                             \
    X(NUMBER_GAP, "number-gap", ERROR,                                                             \
      "the number would be {1}, and the last one is {2}: publish {3}, declare it without "         \
      "edition (griot skip {3} --because \"…\"), or say the number with --number",                 \
      "le numéro serait {1}, et le dernier est {2} : publiez {3}, déclarez-le sans édition "       \
      "(griot skip {3} --because \"…\"), ou donnez le numéro avec --number")                       \
    X(NUMBER_BACK, "number-back", ERROR,                                                           \
      "the number would be {1}, which does not go on from {2}, that of {3}; say the number "       \
      "with --number",                                                                             \
      "le numéro serait {1}, qui ne fait pas suite à {2}, celui de {3} ; donnez le numéro "        \
      "avec --number")                                                                             \
    X(NUMBER_BACK_LATER, "number-back", ERROR,                                                     \
      "the number would be {1}, and the later edition {3} has {2} already; say the number "        \
      "with --number",                                                                             \
      "le numéro serait {1}, et l’édition {3}, plus tardive, a déjà {2} ; donnez le numéro "       \
      "avec --number")                                                                             \
    X(SKIP_KEPT, "skip-kept", ERROR,                                                               \
      "{1} is kept: that day has an edition",                                                      \
      "{1} est gardée : ce jour a une édition")                                                    \
    X(SKIP_SAME, "skip-same", NOTE,                                                                \
      "{1} is declared a day without edition already; nothing was done",                           \
      "{1} est déjà déclaré sans édition ; rien n’a été fait")                                     \
    X(SKIP_DAYS, "skip-days", USAGE,                                                               \
      "“{1}” is not a day, or a range of at most 366 days: write 2025-11-25 or A..B",              \
      "« {1} » n’est ni un jour, ni une période d’au plus 366 jours : écrivez 2025-11-25 "         \
      "ou A..B")                                                                                   \
    X(RANGE_BAD, "bad-range", USAGE,                                                               \
      "“{1}” is no day or range: write 2025-11-25, 2025-11, 2025, A..B or all",                    \
      "« {1} » n’est ni un jour ni une période : écrivez 2025-11-25, 2025-11, 2025, A..B ou "      \
      "all")                                                                                       \
    X(RANGE_NO_SUCH_DAY, "bad-range", USAGE,                                                       \
      "the calendar has no {1}; write the day that is meant",                                      \
      "le {1} n’existe pas au calendrier ; écrivez le jour voulu")                                 \
    X(RANGE_EMPTY, "no-edition", ERROR,                                                            \
      "the archive has no edition of {1}",                                                         \
      "les archives n’ont pas d’édition pour {1}")                                                 \
    X(RANGE_OTHERS, "other-revisions", NOTE,                                                       \
      "this is {1}; there are other revisions of that day, see: griot list {2}",                   \
      "voici {1} ; il y a d’autres révisions de ce jour, voyez : griot list {2}")                  \
    X(IMPOSE_PDF, "impose-pdf", ERROR,                                                             \
      "sheets are not made from a PDF; give its sources, or the day it has in the archive",        \
      "on ne fait pas de feuilles d’un PDF ; donnez ses sources, ou son jour dans les archives")   \
    X(IMPOSE_NAMESAKE, "impose-namesake", NOTE,                                                    \
      "the edition that is kept is laid out; for the folder or file of this name write ./{1}",     \
      "c’est l’édition gardée qui est disposée ; pour le dossier ou le fichier de ce nom écrivez " \
      "./{1}")                                                                                     \
    X(PRINT_SKIPPED, "print-skipped", ERROR,                                                       \
      "{1} is declared a day without edition, and has no pages; its reason: {2}",                  \
      "{1} est déclaré jour sans édition, et n’a pas de pages ; le motif : {2}")                    \
    X(PRINT_NO_ADDRESS, "print-no-address", WARNING,                                               \
      "the address {1}, which a link of page {2} leads to, has no room at the foot of a page; "    \
      "print it in the text, or let a shorter one lead there",                                     \
      "l’adresse {1}, où mène un lien de la page {2}, ne tient au pied d’aucune page ; "           \
      "imprimez-la dans le texte, ou faites-y mener une plus courte")                              \
    X(IMPOSE_WHICH, "impose-which", USAGE,                                                         \
      "say which sheets: --booklet or --2up",                                                      \
      "dites quelles feuilles : --booklet ou --2up")                                               \
    X(AGAIN_DIFFERS, "again-differs", ERROR,                                                       \
      "{1} does not come out the same again; what moved since: {2}; griot extract gives it "       \
      "as it was published",                                                                       \
      "{1} n’est pas identique une fois refaite ; ce qui a changé depuis : {2} ; griot "           \
      "extract la donne telle que publiée")                                                        \
    X(AGAIN_COMPRESSED, "again-compressed", ERROR,                                                 \
      "{1} does not come out the same again, but differs in its compression alone: "               \
      "decoded, its streams are equal ({2})",                                                      \
      "{1} n’est pas identique une fois refaite, mais n’en diffère que par la "                    \
      "compression : décodés, ses flux sont égaux ({2})")                                          \
    X(AGAIN_MENDED, "again-mended", NOTE,                                                          \
      "{1} came out of the rest of its damaged bundle as its recipe says it was kept; griot "      \
      "import of a sound copy mends the bundle, once this file is moved away",                     \
      "{1} est ressortie du reste de sa liasse abîmée telle que sa recette dit qu’elle fut "       \
      "gardée ; griot import d’une copie saine répare la liasse, une fois ce fichier écarté")      \
    X(AGAIN_NOT_MENDED, "again-not-mended", ERROR,                                                 \
      "what comes out of the rest of the damaged bundle of {1} is not what its recipe says "       \
      "was kept",                                                                                  \
      "ce qui ressort du reste de la liasse abîmée de {1} n’est pas ce que sa recette dit "        \
      "avoir été gardé")                                                                           \
    X(AGAIN_UNEXPLAINED, "again-differs", ERROR,                                                   \
      "{1} does not come out the same again, though no input and no version moved: the "           \
      "program was changed and its engine not raised; griot extract gives it as it was "           \
      "published",                                                                                 \
      "{1} n’est pas identique une fois refaite, sans que sources ni versions aient "              \
      "changé : le programme a été modifié sans que son moteur soit relevé ; griot extract "       \
      "la donne telle que publiée")                                                                \
    X(AGAIN_ENGINE, "again-engine", NOTE,                                                          \
      "editions made by another engine: {1}, the first of them {2}, by engine {3}; this "          \
      "one is {4}, and its bytes may differ",                                                      \
      "éditions faites par un autre moteur : {1}, dont la première est {2}, par le moteur "        \
      "{3} ; celui-ci est le {4}, et ses octets peuvent différer")                                 \
    X(AGAIN_SKIPPED, "again-skipped", NOTE,                                                        \
      "{1} is a day without edition: {2}",                                                         \
      "{1} est un jour sans édition : {2}")                                                        \
    X(AGAIN_STYLE, "again-style", NOTE,                                                            \
      "set in the style {1}: this proves nothing, and is not what was published",                  \
      "composé dans le style {1} : cela ne prouve rien, et n’est pas ce qui a été publié")         \
    X(JOURNAL_BROKEN, "journal-broken", NOTE,                                                      \
      "lines of the journal that are none: {1}; the times of keeping that they had are lost",      \
      "lignes du journal qui n’en sont pas : {1} ; les dates de garde qu’elles avaient "           \
      "sont perdues")                                                                              \
    X(JOURNAL_LATE, "journal-late", NOTE,                                                          \
      "editions that the journal does not know: {1}, the first of them {2}; their times of "       \
      "keeping are lost",                                                                          \
      "éditions que le journal ne connaît pas : {1}, dont la première est {2} ; leurs "            \
      "dates de garde sont perdues")                                                               \
    X(JOURNAL_LOST, "journal-lost", ERROR,                                                         \
      "the journal says that {1} was kept; it is missing, or is not the file that was kept",       \
      "le journal dit que {1} a été gardée ; elle manque, ou n’est pas le fichier qui a "          \
      "été gardé")                                                                                 \
    X(LOST_EDITION, "lost-edition", ERROR,                                                         \
      "lost with this, unless another copy or a program that mends ZIP files has it: all "         \
      "of the edition {1}",                                                                        \
      "perdu avec cela, sauf autre exemplaire ou programme qui répare les fichiers ZIP : "         \
      "toute l’édition {1}")                                                                       \
    X(LOST_PDF, "lost-pdf", ERROR,                                                                 \
      "lost with this: the bulletin of {1} as it was published; griot regenerate makes it "        \
      "again if all else is whole",                                                                \
      "perdu avec cela : le bulletin du {1} tel qu’il a été publié ; griot regenerate le "         \
      "refait si le reste est intact")                                                             \
    X(LOST_HTML, "lost-html", ERROR,                                                               \
      "lost with this: the twin in HTML of {1}; griot regenerate makes it again if all "           \
      "else is whole",                                                                             \
      "perdu avec cela : le jumeau HTML du {1} ; griot regenerate le refait si le reste "          \
      "est intact")                                                                                \
    X(LOST_TEXT, "lost-text", ERROR,                                                               \
      "lost with this: the plain text of {1}, in which griot search looks; the bulletin "          \
      "still has it",                                                                              \
      "perdu avec cela : le texte simple du {1}, où cherche griot search ; le bulletin l’a "       \
      "encore")                                                                                    \
    X(LOST_SOURCE, "lost-source", ERROR,                                                           \
      "lost with this: a source of {1}; it cannot be composed again, and the bulletin is "         \
      "as it was published",                                                                       \
      "perdu avec cela : une source du {1} ; on ne peut la recomposer, et le bulletin "            \
      "reste tel que publié")                                                                      \
    X(LOST_SETTING, "lost-setting", ERROR,                                                         \
      "lost with this: a setting of {1}; it cannot be composed again, and the bulletin is "        \
      "as it was published",                                                                       \
      "perdu avec cela : un réglage du {1} ; on ne peut la recomposer, et le bulletin "            \
      "reste tel que publié")                                                                      \
    X(LOST_RECIPE, "lost-recipe", ERROR,                                                           \
      "lost with this: what {1} was made from, and its place in the chain; the bulletin is "       \
      "as it was published",                                                                       \
      "perdu avec cela : ce dont {1} est faite, et sa place dans la chaîne ; le bulletin "         \
      "reste tel que publié")                                                                      \
    X(LOST_SIGNATURE, "lost-signature", ERROR,                                                     \
      "lost with this: the kept signature of {1}; the signed bulletin still has it",               \
      "perdu avec cela : la signature gardée du {1} ; le bulletin signé l’a encore")               \
    X(LOST_PROOF, "lost-proof", ERROR,                                                             \
      "lost with this: a proof only; nothing that {1} says",                                       \
      "perdu avec cela : une preuve seulement ; rien de ce que dit {1}")                           \
    X(LOST_RESOURCE, "lost-resource", ERROR,                                                       \
      "lost with this, for editions: {1}, from {2} to {3}: that they can be composed "             \
      "again; they are as they were published",                                                    \
      "perdu avec cela, pour des éditions : {1}, du {2} au {3} : qu’on puisse les "                \
      "recomposer ; elles restent telles que publiées")                                            \
    X(RESOURCE_UNUSED, "resource-unused", NOTE,                                                    \
      "no edition needs this; it is left alone",                                                   \
      "aucune édition n’en a besoin ; c’est laissé tel quel")                                      \
    X(ARCHIVE_STALE, "archive-stale", NOTE,                                                        \
      "a command that was stopped left this behind; the next publish or import removes it",        \
      "une commande interrompue a laissé ceci ; la prochaine publication ou importation "          \
      "l’enlève")                                                                                  \
    X(ARCHIVE_UNFINISHED, "archive-unfinished", NOTE,                                              \
      "a command that keeps all or nothing is at work here, or was stopped; then the next "        \
      "publish or import takes back what it has put",                                              \
      "une commande qui garde tout ou rien travaille ici, ou a été interrompue ; la prochaine "    \
      "publication ou importation enlève alors ce qu’elle a mis")                                  \
    X(REMAINS_UNDONE, "archive-undone", NOTE,                                                      \
      "a command that keeps all or nothing was stopped; what it had put of {1} editions is "       \
      "taken back: give that command again",                                                       \
      "une commande qui garde tout ou rien a été interrompue ; ce qu’elle avait mis de {1} "       \
      "éditions est enlevé : relancez-la")                                                         \
    X(REMAINS_BROKEN, "archive-unfinished-broken", ERROR,                                          \
      "this file is to say what a command that was stopped has put, and cannot be read; "          \
      "nothing is kept until it is gone: compare the archive with a copy, then remove it",         \
      "ce fichier doit dire ce qu’une commande interrompue a mis, et il est illisible ; rien "     \
      "n’est gardé tant qu’il est là : comparez les archives à une copie, puis enlevez-le")        \
    X(VERIFY_FINE, "verified", NOTE,                                                               \
      "editions verified: {1}",                                                                    \
      "éditions vérifiées : {1}")                                                                  \
    X(VERIFY_DAMAGED, "verified-damaged", ERROR,                                                   \
      "the archive is damaged; editions read: {1}, damaged in themselves: {2}",                    \
      "les archives sont abîmées ; éditions lues : {1}, abîmées en elles-mêmes : {2}")             \
    X(VERIFY_RESUMED, "verify-resumed", NOTE,                                                      \
      "found sound by the run before, and not read again: {1}",                                    \
      "trouvées saines par la vérification précédente, et pas relues : {1}")                       \
    X(VERIFY_STATE, "verify-state", ERROR,                                                         \
      "this is no state of griot verify; name another file with --state",                          \
      "ce n’est pas un état de griot verify ; nommez un autre fichier avec --state")               \
    X(CATALOGUE_LACKS, "catalogue-lacks", NOTE,                                                    \
      "the catalogue lacks editions: {1}, the first of them {2}; run: griot reindex",              \
      "éditions qui manquent au catalogue : {1}, dont la première est {2} ; lancez : griot "       \
      "reindex")                                                                                   \
    X(CATALOGUE_WRONG, "catalogue-wrong", ERROR,                                                   \
      "the catalogue has another file as {1} than the archive; run: griot reindex",                \
      "le catalogue a pour {1} un autre fichier que les archives ; lancez : griot reindex")        \
    X(CATALOGUE_MORE, "catalogue-more", ERROR,                                                     \
      "editions that only the catalogue has: {1}; run: griot reindex",                             \
      "éditions que seul le catalogue a : {1} ; lancez : griot reindex")                           \
    X(CATALOGUE_DAMAGED, "catalogue-damaged", ERROR,                                               \
      "the catalogue is damaged; nothing else is lost; run: griot reindex",                        \
      "le catalogue est abîmé ; rien d’autre n’est perdu ; lancez : griot reindex")                \
    X(WITNESS_LENGTH, "witness-length", ERROR,                                                     \
      "this is no file, and {1} digits: give all {2} that a copy prints on its last page",         \
      "ce n’est pas un fichier, mais {1} chiffres : donnez les {2} que l’exemplaire imprime "      \
      "à sa dernière page")                                                                        \
    X(WITNESS_DIGITS, "witness-digits", NOTE,                                                      \
      "these digits are those that the colophon of {1} prints: what was kept before it is "        \
      "as it was then",                                                                            \
      "ces chiffres sont ceux qu’imprime l’achevé du {1} : ce qui a été gardé avant est "          \
      "tel qu’alors")                                                                              \
    X(WITNESS_BEGINS, "witness-begins", NOTE,                                                      \
      "these digits begin the SHA-256 of {1} as it is kept",                                       \
      "ces chiffres commencent le SHA-256 de {1} telle qu’elle est gardée")                        \
    X(WITNESS_NO_DIGITS, "witness-no-digits", ERROR,                                               \
      "no edition of the archive prints these digits: what was kept before that copy was "         \
      "changed, or it is not of this archive",                                                     \
      "aucune édition de ces archives n’imprime ces chiffres : ce qui a été gardé avant "          \
      "cet exemplaire a changé, ou il n’en est pas")                                               \
    X(VERIFY_DIFFERS, "verify-differs", ERROR,                                                     \
      "composed again from its bundle, the edition is not what was published; griot "              \
      "regenerate says what moved",                                                                \
      "recomposée depuis sa liasse, l’édition n’est pas ce qui a été publié ; griot "              \
      "regenerate dit ce qui a changé")                                                            \
    X(CARGO_STRANGE, "cargo-strange", ERROR,                                                       \
      "“{1}” in this file is neither an edition nor a resource; it is refused: make it "           \
      "with griot export",                                                                         \
      "« {1} », dans ce fichier, n’est ni une édition ni une ressource ; il est refusé : "         \
      "faites-le avec griot export")                                                               \
    X(CARGO_EMPTY, "cargo-empty", ERROR,                                                           \
      "there is no edition in this file",                                                          \
      "il n’y a pas d’édition dans ce fichier")                                                    \
    X(IMPORT_CONFLICT, "import-conflict", ERROR,                                                   \
      "{1} is kept here as another file, and nothing is ever overwritten; if griot verify "        \
      "calls this one damaged, move it away first",                                                \
      "{1} est gardée ici sous un autre fichier, et rien n’est jamais écrasé ; si griot "          \
      "verify dit celui-ci abîmé, déplacez-le d’abord")                                            \
    X(IMPORT_FOREIGN, "import-foreign", ERROR,                                                     \
      "{1} follows an edition that this archive does not end with ({2}…): import what was "        \
      "kept before it first",                                                                      \
      "{1} suit une édition qui n’est pas la dernière de ces archives ({2}…) : importez "          \
      "d’abord ce qui a été gardé avant")                                                          \
    X(IMPORT_FIRST, "import-first", ERROR,                                                         \
      "{1} is the first edition of another archive; import it into an empty one",                  \
      "{1} est la première édition d’autres archives ; importez-la dans des archives vides")       \
    X(IMPORT_RESOURCE, "import-resource", ERROR,                                                   \
      "{1} needs a resource that is neither here nor in the file: {2}",                            \
      "{1} a besoin d’une ressource qui n’est ni ici ni dans le fichier : {2}")                    \
    X(IMPORT_CHANGED, "import-changed", FAILURE,                                                   \
      "what was written here is not what is read back; nothing was kept: have the disk looked at", \
      "ce qui a été écrit ici n’est pas ce qui se relit ; rien n’a été gardé : faites "           \
      "examiner le disque")                                                                        \
    X(IMPORT_SAME, "import-same", NOTE,                                                            \
      "all editions of this file are kept already; nothing was done",                              \
      "toutes les éditions de ce fichier sont déjà gardées ; rien n’a été fait")                   \
    X(CATALOGUE_FAILED, "catalogue-failed", FAILURE,                                               \
      "the catalogue could not be used ({1}); run: griot reindex",                                 \
      "le catalogue est inutilisable ({1}) ; lancez : griot reindex")                              \
    X(CATALOGUE_NONE, "no-catalogue", NOTE,                                                        \
      "the catalogue is missing; run: griot reindex",                                              \
      "le catalogue manque ; lancez : griot reindex")                                              \
    X(CATALOGUE_UNUSABLE, "catalogue-unusable", NOTE,                                              \
      "the catalogue is damaged or of another form; run: griot reindex",                           \
      "le catalogue est abîmé ou d’une autre forme ; lancez : griot reindex")                      \
    X(CATALOGUE_FOREIGN, "catalogue-foreign", NOTE,                                                \
      "the catalogue is of another archive, and is not used; run: griot reindex",                  \
      "le catalogue est celui d’autres archives, et n’est pas utilisé ; lancez : griot "           \
      "reindex")                                                                                   \
    X(CATALOGUE_BEHIND, "catalogue-behind", NOTE,                                                  \
      "the catalogue lacks the edition kept last; run: griot reindex",                             \
      "la dernière édition gardée manque au catalogue ; lancez : griot reindex")                   \
    X(CATALOGUE_ANEW, "catalogue-anew", NOTE,                                                      \
      "the catalogue was damaged, of another archive or of another form, and was begun anew",      \
      "le catalogue était abîmé, d’autres archives ou d’une autre forme, et a été recommencé")     \
    X(SEARCH_NO_MINISTRY, "search-no-ministry", NOTE,                                              \
      "no edition of the archive has a communiqué of “{1}”; acronyms are as griot ministry "       \
      "list has them",                                                                             \
      "aucune édition de ces archives n’a de communiqué de « {1} » ; les sigles sont ceux "        \
      "de griot ministry list")                                                                    \
    X(SEARCH_NOTHING, "search-nothing", NOTE,                                                      \
      "no communiqué has all of these words; try fewer of them, or the start of one: elec*",       \
      "aucun communiqué ne contient tous ces mots ; essayez-en moins, ou un début de "          \
      "mot : elec*")                                                                          \
    X(CATALOGUE_NEEDED, "catalogue-needed", ERROR,                                                 \
      "there is nothing to search in without a catalogue; run: griot reindex",                     \
      "sans catalogue, il n’y a rien où chercher ; lancez : griot reindex")                        \
    X(CATALOGUE_LATE, "catalogue-late", NOTE,                                                      \
      "the catalogue lacks {1}; run: griot reindex",                                               \
      "{1} manque au catalogue ; lancez : griot reindex")                                          \
    X(WITNESS_FINE, "witness-fine", NOTE,                                                          \
      "the copy is the edition {1} as it is kept",                                                 \
      "l’exemplaire est l’édition {1} telle qu’elle est gardée")                                   \
    X(WITNESS_REPLACED, "witness-replaced", NOTE,                                                  \
      "the copy is the edition {1} as it is kept; {2} has replaced it since",                      \
      "l’exemplaire est l’édition {1} telle qu’elle est gardée ; {2} l’a remplacée depuis")        \
    X(WITNESS_FOREIGN, "witness-foreign", ERROR,                                                   \
      "this file is no edition of the archive as it is kept",                                      \
      "ce fichier n’est aucune édition telle que les archives la gardent")                         \
    /* help */                                                                                     \
    X(HELP_GRIOT, "help", NONE,                                                                    \
      "griot composes the day's communiqués into a bulletin.\n\n"                                  \
      "  griot compose SOURCE...      a bulletin as PDF and HTML\n"                                \
      "  griot check SOURCE...        what an editor would say of it\n"                           \
      "  griot publish SOURCE...      the bulletin, proven and kept in the archive\n"               \
      "  griot skip DATE              a day declared one without edition\n"                        \
      "  griot list [RANGE]           the editions kept\n"                                         \
      "  griot show DATE              one of them, in full\n"                                      \
      "  griot search WORDS...        communiqués by their words\n"                                \
      "  griot regenerate RANGE       editions again, to the byte\n"                               \
      "  griot verify                 the archive, held against itself\n"                          \
      "  griot extract DATE           an edition's files as they are\n"                            \
      "  griot print DATE             an edition as a file for a press\n"                          \
      "  griot impose SOURCE|DATE     sheets for a booklet, or with two pages on each\n"           \
      "  griot export RANGE -o FILE   editions for another archive\n"                              \
      "  griot import FILE            editions of another archive\n"                               \
      "  griot reindex                the catalogue again\n"                                       \
      "  griot convert FILE.docx      a Word file or letter as the text griot reads\n"             \
      "  griot mail DATE              an edition sent to the subscribers\n"                        \
      "  griot inspect FILE.pdf       what a received PDF is, and whether its signature holds\n"   \
      "  griot ministry list | add    the registry of ministries\n\n"                              \
      "  griot COMMAND --help         about one command\n"                                         \
      "  griot --version              the program and its libraries\n"                             \
      "  --lang en|fr                 the language of messages\n\n"                                \
      "See griot(1).\n",                                                                           \
      "griot compose les communiqués du jour en un bulletin.\n\n"                                  \
      "  griot compose SOURCE...      un bulletin en PDF et HTML\n"                                \
      "  griot check SOURCE...        ce qu’un secrétaire de rédaction en dirait\n"               \
      "  griot publish SOURCE...      le bulletin, prouvé et gardé dans les archives\n"            \
      "  griot skip DATE              un jour déclaré sans édition\n"                              \
      "  griot list [PÉRIODE]         les éditions gardées\n"                                      \
      "  griot show DATE              l’une d’elles, en entier\n"                                  \
      "  griot search MOTS...         des communiqués par leurs mots\n"                            \
      "  griot regenerate PÉRIODE     des éditions à nouveau, à l’octet près\n"                    \
      "  griot verify                 l’intégrité des archives, vérifiée\n"                   \
      "  griot extract DATE           les fichiers d’une édition, tels quels\n"                    \
      "  griot print DATE             une édition en fichier pour une presse\n"                    \
      "  griot impose SOURCE|DATE     des feuilles pour un cahier, ou à deux pages\n"              \
      "  griot export PÉRIODE -o F    des éditions pour d’autres archives\n"                       \
      "  griot import FICHIER         des éditions d’autres archives\n"                            \
      "  griot reindex                le catalogue à nouveau\n"                                    \
      "  griot convert FICHIER.docx   un fichier Word ou courrier, tel que griot le lit\n"         \
      "  griot mail DATE              une édition envoyée aux abonnés\n"                           \
      "  griot inspect FICHIER.pdf    ce qu’est un PDF reçu, et si sa signature tient\n"           \
      "  griot ministry list | add    le registre des ministères\n\n"                              \
      "  griot COMMANDE --help        à propos d’une commande\n"                                   \
      "  griot --version              le programme et ses bibliothèques\n"                         \
      "  --lang en|fr                 la langue des messages\n\n"                                  \
      "Voir griot(1).\n")                                                                          \
    X(HELP_COMPOSE, "help", NONE,                                                                  \
      "griot compose [OPTIONS] SOURCE...\n\n"                                                      \
      "Sets day texts (2025-11-25.txt) or folders of them as a bulletin in PDF and HTML.\n\n"      \
      "  --date DATE        the edition's day; else from the source's name\n"                      \
      "  --number N         the edition's number; else by the newsroom's rule\n"                   \
      "  --style NAME       a style's name or file; else officiel\n"                               \
      "  --newsroom FILE    the publisher's settings\n"                                            \
      "  --for print        a file for a press (PDF/X-4) and its ticket, instead of PDF and HTML\n"\
      "  --max-bytes N      reduces pictures until the PDF has no more: 300k, 2M\n"                \
      "  --proof            marks each page as a proof\n"                                          \
      "  --sign KEY.pem     signs the PDF; its passphrase is asked, or read from --pass-file\n"    \
      "  --cert CHAIN.pem   the key's certificate, and those above it\n"                           \
      "  --pass-file FILE   the key's passphrase, on the first line\n"                             \
      "  --tsa URL          adds a time stamp of that authority (RFC 3161)\n"                      \
      "  --signing-time T   instead of the clock's: 2025-11-25T18:30:00Z\n"                        \
      "  --signature-room N bytes kept for the signature; else 8192, or 16384 with --tsa\n"        \
      "  -o FILE            the PDF, with its HTML twin beside; - is standard output,\n"           \
      "                     without a twin; else out/DATE.pdf\n"                                   \
      "  --dump=STAGE       prints edition, lines or pages instead\n",                             \
      "griot compose [OPTIONS] SOURCE...\n\n"                                                      \
      "Compose des textes du jour (2025-11-25.txt), ou des dossiers, en un bulletin PDF et "       \
      "HTML.\n\n"                                                                                  \
      "  --date DATE        le jour de l’édition ; sinon d’après le nom de la source\n"            \
      "  --number N         le numéro de l’édition ; sinon selon la règle de la rédaction\n"       \
      "  --style NOM        le nom ou le fichier d’un style ; sinon officiel\n"                    \
      "  --newsroom FICHIER les réglages de l’éditeur\n"                                           \
      "  --for print        un fichier pour une presse (PDF/X-4) et sa fiche, au lieu de PDF et HTML\n"\
      "  --max-bytes N      réduit les images jusqu’à ce que le PDF n’ait pas plus : 300k, 2M\n"   \
      "  --proof            marque chaque page comme épreuve\n"                                    \
      "  --sign CLÉ.pem     signe le PDF ; la phrase de passe est demandée, ou lue de --pass-file\n" \
      "  --cert CHAÎNE.pem  le certificat de la clé, et ceux qui sont au-dessus\n"                 \
      "  --pass-file FICH.  la phrase de passe de la clé, sur la première ligne\n"                 \
      "  --tsa URL          ajoute un horodatage de cette autorité (RFC 3161)\n"                   \
      "  --signing-time T   au lieu de l’heure de l’horloge : 2025-11-25T18:30:00Z\n"              \
      "  --signature-room N octets gardés pour la signature ; sinon 8192, ou 16384 avec --tsa\n"   \
      "  -o FICHIER         le PDF, avec son jumeau HTML à côté ; - est la sortie standard,\n"     \
      "                     sans jumeau ; sinon out/DATE.pdf\n"                                    \
      "  --dump=ÉTAPE       affiche plutôt edition, lines ou pages\n")                             \
    X(HELP_CHECK, "help", NONE,                                                                    \
      "griot check [OPTIONS] SOURCE...\n"                                                          \
      "\n"                                                                                         \
      "Tells what an editor would: spelling, names, dates, acronyms, typography, copies. Writes\n" \
      "nothing but with --apply; the status is 0 where there are only warnings.\n"                 \
      "\n"                                                                                         \
      "  --date DATE        the edition's day; else from the source's name\n"                      \
      "  --rules            prints the rules, with the levels the newsroom gives them\n"           \
      "  --fix-list         prints the proposals as a list to go through\n"                        \
      "  --apply LIST       applies what is left in such a list\n"                                 \
      "  --in-place         with --apply: to the sources themselves\n"                             \
      "  -o FILE            with --apply: to a copy; a folder where there are several\n"           \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n"                  \
      "  --newsroom FILE    the publisher's settings\n"                                            \
      "  --json             one object a line\n",                                                  \
      "griot check [OPTIONS] SOURCE...\n"                                                          \
      "\n"                                                                                         \
      "Dit ce qu’un secrétaire de rédaction dirait : orthographe, noms, dates, sigles, typographie,\n" \
      "doublons. N’écrit rien sans --apply ; le statut est 0 s’il n’y a que des avertissements.\n" \
      "\n"                                                                                         \
      "  --date DATE        le jour de l’édition ; sinon d’après le nom de la source\n"            \
      "  --rules            affiche les règles, avec les niveaux que leur donne la rédaction\n"    \
      "  --fix-list         affiche les propositions en une liste à parcourir\n"                   \
      "  --apply LISTE      applique ce qui reste d’une telle liste\n"                             \
      "  --in-place         avec --apply : aux sources elles-mêmes\n"                              \
      "  -o FICHIER         avec --apply : à une copie ; un dossier s’il y en a plusieurs\n"       \
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n"      \
      "  --newsroom FICHIER les réglages de l’éditeur\n"                                           \
      "  --json             un objet par ligne\n")                                                 \
    X(HELP_PUBLISH, "help", NONE,                                                                  \
      "griot publish [OPTIONS] SOURCE...\n\n"                                                      \
      "Composes an edition, proves that its bundle gives the same bytes again, and keeps it.\n"    \
      "Prints the paths of the PDF, of its HTML twin and of the bundle.\n\n"                       \
      "  --date DATE        the edition's day; else from the source's name\n"                      \
      "  --number N         the edition's number; else the day's, else by the newsroom's rule\n"   \
      "  --style NAME       a style's name or file; else officiel\n"                               \
      "  --newsroom FILE    the publisher's settings\n"                                            \
      "  --because TEXT     what a revision of a day already kept is for\n"                        \
      "  --special          a special edition beside the day's ordinary one\n"                     \
      "  --revises EDITION  the edition of the day that is revised: 2025-11-25.s1\n"               \
      "  --batch            each SOURCE is an edition of its own; they are kept in groups\n"       \
      "  --max-bytes N      reduces pictures until the PDF has no more: 300k, 2M\n"                \
      "  --sign KEY.pem     signs the PDF; its passphrase is asked, or read from --pass-file\n"    \
      "  --cert CHAIN.pem   the key's certificate, and those above it\n"                           \
      "  --pass-file FILE   the key's passphrase, on the first line\n"                             \
      "  --tsa URL          adds a time stamp of that authority (RFC 3161)\n"                      \
      "  --signing-time T   instead of the clock's: 2025-11-25T18:30:00Z\n"                        \
      "  --signature-room N bytes kept for the signature; else 8192, or 16384 with --tsa\n"        \
      "  -o FILE            the PDF, with its HTML twin beside; else out/EDITION.pdf\n"            \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n",                 \
      "griot publish [OPTIONS] SOURCE...\n\n"                                                      \
      "Compose une édition, prouve que sa liasse redonne les mêmes octets, et la garde.\n"         \
      "Affiche les chemins du PDF, de son jumeau HTML et de la liasse.\n\n"                        \
      "  --date DATE        le jour de l’édition ; sinon d’après le nom de la source\n"            \
      "  --number N         le numéro ; sinon celui du jour, sinon selon la règle de la "          \
      "rédaction\n"                                                                                \
      "  --style NOM        le nom ou le fichier d’un style ; sinon officiel\n"                    \
      "  --newsroom FICHIER les réglages de l’éditeur\n"                                           \
      "  --because TEXTE    le motif d’une révision d’un jour déjà gardé\n"                        \
      "  --special          une édition spéciale à côté de l’ordinaire du jour\n"                  \
      "  --revises ÉDITION  l’édition du jour qui est révisée : 2025-11-25.s1\n"                   \
      "  --batch            chaque SOURCE est une édition ; elles sont gardées par groupes\n"      \
      "  --max-bytes N      réduit les images jusqu’à ce que le PDF n’ait pas plus : 300k, 2M\n"   \
      "  --sign CLÉ.pem     signe le PDF ; la phrase de passe est demandée, ou lue de --pass-file\n" \
      "  --cert CHAÎNE.pem  le certificat de la clé, et ceux qui sont au-dessus\n"                 \
      "  --pass-file FICH.  la phrase de passe de la clé, sur la première ligne\n"                 \
      "  --tsa URL          ajoute un horodatage de cette autorité (RFC 3161)\n"                   \
      "  --signing-time T   au lieu de l’heure de l’horloge : 2025-11-25T18:30:00Z\n"              \
      "  --signature-room N octets gardés pour la signature ; sinon 8192, ou 16384 avec --tsa\n"   \
      "  -o FICHIER         le PDF, avec son jumeau HTML à côté ; sinon out/ÉDITION.pdf\n"         \
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n")     \
    X(HELP_SKIP, "help", NONE,                                                                     \
      "griot skip [OPTIONS] DATE --because TEXT\n\n"                                               \
      "Declares a day without edition, by a bundle of its own in the archive. DATE may be "        \
      "a range of\n"                                                                               \
      "days, A..B. Prints the paths of the bundles.\n\n"                                           \
      "  --because TEXT     why there is none\n"                                                   \
      "  --newsroom FILE    the publisher's settings\n"                                            \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n",                 \
      "griot skip [OPTIONS] DATE --because TEXTE\n\n"                                              \
      "Déclare un jour sans édition, par une liasse dans les archives. DATE peut être une "        \
      "période,\n"                                                                                 \
      "A..B. Affiche les chemins des liasses.\n\n"                                                 \
      "  --because TEXTE    pourquoi il n’y en a pas\n"                                            \
      "  --newsroom FICHIER les réglages de l’éditeur\n"                                           \
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n")     \
    X(HELP_LIST, "help", NONE,                                                                     \
      "griot list [OPTIONS] [RANGE]\n"                                                             \
      "\n"                                                                                         \
      "Lists the editions kept: name, number, title. RANGE is 2025-11-25, 2025-11, 2025,\n"        \
      "A..B or all.\n"                                                                             \
      "\n"                                                                                         \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n"                  \
      "  --newsroom FILE    the publisher's settings\n"                                            \
      "  --json             one object a line\n",                                                  \
      "griot list [OPTIONS] [PÉRIODE]\n"                                                           \
      "\n"                                                                                         \
      "Liste les éditions gardées : nom, numéro, titre. PÉRIODE est 2025-11-25, 2025-11, 2025,\n"  \
      "A..B ou all.\n"                                                                             \
      "\n"                                                                                         \
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n"      \
      "  --newsroom FICHIER les réglages de l’éditeur\n"                                           \
      "  --json             un objet par ligne\n")                                                 \
    X(HELP_SHOW, "help", NONE,                                                                     \
      "griot show [OPTIONS] DATE\n"                                                                \
      "\n"                                                                                         \
      "Tells what an edition is made of: its chain, sources, outputs, communiqués with pages.\n"   \
      "\n"                                                                                         \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n"                  \
      "  --newsroom FILE    the publisher's settings\n"                                            \
      "  --json             one object a line\n",                                                  \
      "griot show [OPTIONS] DATE\n"                                                                \
      "\n"                                                                                         \
      "Dit de quoi une édition est faite : chaîne, sources, sorties, communiqués et pages.\n"      \
      "\n"                                                                                         \
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n"      \
      "  --newsroom FICHIER les réglages de l’éditeur\n"                                           \
      "  --json             un objet par ligne\n")                                                 \
    X(HELP_SEARCH, "help", NONE,                                                                   \
      "griot search [OPTIONS] WORDS...\n"                                                          \
      "\n"                                                                                         \
      "Finds communiqués, newest first. Case, accents and endings make no difference; \"two words\"\n" \
      "keeps words together, elec* takes beginnings.\n"                                            \
      "\n"                                                                                         \
      "  --ministry ACRONYM only its communiqués\n"                                                \
      "  --in RANGE         only those of these days\n"                                            \
      "  --limit N          at most so many; else 20\n"                                            \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n"                  \
      "  --newsroom FILE    the publisher's settings\n"                                            \
      "  --json             one object a line\n",                                                  \
      "griot search [OPTIONS] MOTS...\n"                                                           \
      "\n"                                                                                         \
      "Trouve des communiqués, les plus récents d’abord. Majuscules, accents et terminaisons ne\n" \
      "comptent pas ; \"deux mots\" garde les mots ensemble, elec* prend les débuts.\n"            \
      "\n"                                                                                         \
      "  --ministry SIGLE   seulement les siens\n"                                                 \
      "  --in PÉRIODE       seulement ceux de ces jours\n"                                         \
      "  --limit N          au plus N communiqués ; sinon 20\n"                                           \
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n"      \
      "  --newsroom FICHIER les réglages de l’éditeur\n"                                           \
      "  --json             un objet par ligne\n")                                                 \
    X(HELP_REGENERATE, "help", NONE,                                                               \
      "griot regenerate [OPTIONS] RANGE\n"                                                         \
      "\n"                                                                                         \
      "Composes editions again from their bundles alone, and writes each as DIR/NAME.pdf where it is\n" \
      "the same to the byte; where it is not, says what moved.\n"                                  \
      "\n"                                                                                         \
      "  -j N               by so many threads; else as many as there are processors\n"             \
      "  -o DIR             the folder; else out, or out/STYLE\n"                                  \
      "  --style NAME       in another look; that proves nothing\n"                                \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n"                  \
      "  --newsroom FILE    the publisher's settings\n",                                           \
      "griot regenerate [OPTIONS] PÉRIODE\n"                                                       \
      "\n"                                                                                         \
      "Recompose des éditions depuis leurs seules liasses, et écrit chacune en DOSSIER/NOM.pdf si elle\n" \
      "est la même à l’octet près ; sinon, dit ce qui a changé.\n"                                 \
      "\n"                                                                                         \
      "  -j N               sur N fils d’exécution ; sinon autant que de processeurs\n"             \
      "  -o DOSSIER         le dossier ; sinon out, ou out/STYLE\n"                           \
      "  --style NOM        dans un autre style : cela ne prouve rien\n"                      \
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n"      \
      "  --newsroom FICHIER les réglages de l’éditeur\n")                                          \
    X(HELP_VERIFY, "help", NONE,                                                                   \
      "griot verify [OPTIONS] [RANGE]\n"                                                           \
      "\n"                                                                                         \
      "Holds every edition against its manifest, and all against the chain, the journal,\n"        \
      "the resources and the catalogue. What is lost is told; nothing is changed.\n"               \
      "\n"                                                                                         \
      "  --deep             compose each edition again, too\n"                                     \
      "  -j N               that many at a time; else as many as there are processors\n"            \
      "  --state FILE       note what is sound, so that a run that was stopped goes on\n"          \
      "  --against FILE     a copy, or the 16 digits it prints, as a witness\n"                    \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n"                  \
      "  --newsroom FILE    the publisher's settings\n"                                            \
      "  --json             one object\n",                                                         \
      "griot verify [OPTIONS] [PÉRIODE]\n"                                                         \
      "\n"                                                                                         \
      "Confronte chaque édition à son manifeste, et toutes à la chaîne, au journal,\n"             \
      "aux ressources et au catalogue. Dit ce qui est perdu ; ne change rien.\n"                   \
      "\n"                                                                                         \
      "  --deep             recompose aussi chaque édition\n"                                      \
      "  -j N               N éditions à la fois ; sinon autant que de processeurs\n"               \
      "  --state FICHIER    note ce qui est sain, pour qu’une vérification arrêtée reprenne\n"     \
      "  --against FICHIER  un exemplaire, ou les 16 chiffres qu’il imprime, comme témoin\n"       \
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n"      \
      "  --newsroom FICHIER les réglages de l’éditeur\n"                                           \
      "  --json             un objet\n")                                                           \
    X(HELP_PRINT, "help", NONE,                                                                    \
      "griot print [OPTIONS] DATE\n"                                                               \
      "\n"                                                                                         \
      "Makes a file for a press (PDF/X-4) of an edition of the archive, with the very pages that were\n"\
      "kept, and a ticket for the printer.\n"                                                      \
      "\n"                                                                                         \
      "  -o FILE            the file, with FILE-ticket.pdf beside; else out/DATE-print.pdf\n"      \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n"                  \
      "  --newsroom FILE    the publisher's settings: how it is printed today\n",                  \
      "griot print [OPTIONS] DATE\n"                                                               \
      "\n"                                                                                         \
      "Fait d’une édition des archives un fichier pour une presse (PDF/X-4), aux pages mêmes qui furent\n"\
      "gardées, et une fiche pour l’imprimeur.\n"                                                  \
      "\n"                                                                                         \
      "  -o FICHIER         le fichier, avec FICHIER-ticket.pdf à côté ; sinon out/DATE-print.pdf\n"\
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n"      \
      "  --newsroom FICHIER les réglages de l’éditeur : comment on imprime aujourd’hui\n")         \
    X(HELP_IMPOSE, "help", NONE,                                                                   \
      "griot impose --booklet|--2up [OPTIONS] SOURCE...|DATE\n"                                    \
      "\n"                                                                                         \
      "Lays pages out on sheets, for a press, from sources or from an edition of the archive.\n"   \
      "\n"                                                                                         \
      "  --booklet          two on a side, folded and stapled: A4 pages on A3\n"                   \
      "  --2up              two reduced on a side, in reading order: A4 pages on A4\n"             \
      "  --reduce           a booklet on sheets of the page's own size: A5 on A4\n"                \
      "  --date DATE        the edition's day; else from the source's name\n"                      \
      "  --number N         the edition's number; else by the newsroom's rule\n"                   \
      "  --style NAME       a style's name or file; else officiel\n"                               \
      "  --newsroom FILE    the publisher's settings\n"                                            \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n"                  \
      "  -o FILE            the file, with FILE-ticket.pdf beside; else out/DATE-booklet.pdf, -2up.pdf\n"\
      "  --dump=sheets      prints what stands where instead\n",                                   \
      "griot impose --booklet|--2up [OPTIONS] SOURCE...|DATE\n"                                    \
      "\n"                                                                                         \
      "Dispose les pages sur des feuilles, pour une presse, depuis des sources ou une édition des archives.\n"\
      "\n"                                                                                         \
      "  --booklet          deux par côté, à plier et agrafer : pages A4 sur A3\n"                 \
      "  --2up              deux réduites par côté, dans l’ordre : pages A4 sur A4\n"              \
      "  --reduce           un cahier sur des feuilles de la taille des pages : A5 sur A4\n"       \
      "  --date DATE        le jour de l’édition ; sinon d’après le nom de la source\n"            \
      "  --number N         le numéro de l’édition ; sinon selon la règle de la rédaction\n"       \
      "  --style NOM        le nom ou le fichier d’un style ; sinon officiel\n"                    \
      "  --newsroom FICHIER les réglages de l’éditeur\n"                                           \
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n"      \
      "  -o FICHIER         le fichier, et FICHIER-ticket.pdf à côté ; sinon out/DATE-booklet.pdf, -2up.pdf\n"\
      "  --dump=sheets      affiche plutôt ce qui est où\n")                                       \
    X(HELP_EXTRACT, "help", NONE,                                                                  \
      "griot extract [OPTIONS] DATE\n"                                                             \
      "\n"                                                                                         \
      "Unpacks an edition as it is kept.\n"                                                        \
      "\n"                                                                                         \
      "  -o DIR             the folder; else out\n"                                                \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n"                  \
      "  --newsroom FILE    the publisher's settings\n",                                           \
      "griot extract [OPTIONS] DATE\n"                                                             \
      "\n"                                                                                         \
      "Extrait une édition telle qu’elle est gardée.\n"                                            \
      "\n"                                                                                         \
      "  -o DOSSIER         le dossier ; sinon out\n"                                              \
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n"      \
      "  --newsroom FICHIER les réglages de l’éditeur\n")                                          \
    X(HELP_EXPORT, "help", NONE,                                                                   \
      "griot export [OPTIONS] RANGE -o FILE.zip\n"                                                 \
      "\n"                                                                                         \
      "Puts editions, with the resources they need, into one file for another archive.\n"          \
      "\n"                                                                                         \
      "  -o FILE            the file\n"                                                            \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n"                  \
      "  --newsroom FILE    the publisher's settings\n",                                           \
      "griot export [OPTIONS] PÉRIODE -o FICHIER.zip\n"                                            \
      "\n"                                                                                         \
      "Met des éditions, avec les ressources qu’il leur faut, dans un fichier pour d’autres archives.\n" \
      "\n"                                                                                         \
      "  -o FICHIER         le fichier\n"                                                          \
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n"      \
      "  --newsroom FICHIER les réglages de l’éditeur\n")                                          \
    X(HELP_IMPORT, "help", NONE,                                                                   \
      "griot import [OPTIONS] FILE.zip\n"                                                          \
      "\n"                                                                                         \
      "Keeps the editions of an exported file, where they continue the archive or fill its gaps.\n" \
      "\n"                                                                                         \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n"                  \
      "  --newsroom FILE    the publisher's settings\n",                                           \
      "griot import [OPTIONS] FICHIER.zip\n"                                                       \
      "\n"                                                                                         \
      "Garde les éditions d’un fichier exporté, si elles continuent les archives ou comblent leurs lacunes.\n" \
      "\n"                                                                                         \
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n"      \
      "  --newsroom FICHIER les réglages de l’éditeur\n")                                          \
    X(HELP_REINDEX, "help", NONE,                                                                  \
      "griot reindex [OPTIONS]\n"                                                                  \
      "\n"                                                                                         \
      "Makes the catalogue again from the bundles.\n"                                              \
      "\n"                                                                                         \
      "  --archive DIR      the archive; else the newsroom's, else out/archive\n"                  \
      "  --newsroom FILE    the publisher's settings\n",                                           \
      "griot reindex [OPTIONS]\n"                                                                  \
      "\n"                                                                                         \
      "Refait le catalogue depuis les liasses.\n"                                                  \
      "\n"                                                                                         \
      "  --archive DOSSIER  les archives ; sinon celles de la rédaction, sinon out/archive\n"      \
      "  --newsroom FICHIER les réglages de l’éditeur\n")                                          \
        X(HELP_CONVERT, "help", NONE,                                                                  \
      "griot convert [OPTIONS] FILE...\n"                                                          \
      "\n"                                                                                         \
      "Prints Word files (.docx) and letters (.eml) as the Markdown that griot reads them as.\n"   \
      "Complaints of such a source count lines in this text.\n"                                    \
      "\n"                                                                                         \
      "  -o DIR             put it into files there, with pictures and tables\n",                  \
      "griot convert [OPTIONS] FICHIER...\n"                                                       \
      "\n"                                                                                         \
      "Affiche des fichiers Word (.docx) et des courriers (.eml) sous la forme Markdown que\n"     \
      "griot en lit. Les remarques sur ces sources comptent les lignes de ce texte.\n"             \
      "\n"                                                                                         \
      "  -o DOSSIER         le met dans des fichiers, avec images et tableaux\n")                  \
    X(HELP_MAIL, "help", NONE,                                                                     \
      "griot mail [OPTIONS] DATE\n\nSends an edition of the archive to the newsroom's "            \
      "subscribers, each once: what an earlier\nrun did not send, and nothing else.\n\n  "         \
      "--estimate         only tells bytes and minutes\n  --dry-run          only writes the "     \
      "letters as files, into -o DIR\n  --status           only lists what became of each "        \
      "address's letter\n  -o DIR             the folder for --dry-run\n  --json             "     \
      "with --status or --estimate: JSON, described in griot(1)\n  --subscribers FILE another "    \
      "table than the newsroom's\n  --cacert FILE      certificates of those trusted to vouch "    \
      "for the server\n  --archive DIR      the archive; else the newsroom's, else "               \
      "out/archive\n  --newsroom FILE    the publisher's settings\n",                              \
      "griot mail [OPTIONS] DATE\n\nEnvoie une édition des archives aux abonnés de la "            \
      "rédaction, à chacun une fois : ce qu’un\nenvoi précédent n’a pas fait partir, et rien "     \
      "d’autre.\n\n  --estimate         dit seulement combien d’octets et de minutes\n  "          \
      "--dry-run          écrit seulement les lettres comme fichiers, dans -o DOSSIER\n  "         \
      "--status           liste seulement le sort de la lettre de chaque adresse\n  -o DOSSIER "   \
      "        le dossier pour --dry-run\n  --json             avec --status ou --estimate : "     \
      "du JSON, décrit dans griot(1)\n  --subscribers FICHIER\n                     un autre "     \
      "tableau que celui de la rédaction\n  --cacert FICHIER   les certificats de ceux qui "       \
      "répondent du serveur\n  --archive DOSSIER  les archives ; sinon celles de la rédaction, "   \
      "sinon out/archive\n  --newsroom FICHIER les réglages de l’éditeur\n")                       \
    X(HELP_INSPECT, "help", NONE,                                                                  \
      "griot inspect [--json] [--trust CA.pem] FILE.pdf\n\n"                                       \
      "Tells what a received PDF is: edition, conformance it claims, files attached, signature.\n" \
      "Status 1 where its signature does not hold or does not cover the whole file.\n\n"           \
      "  --json             one JSON object, described in griot(1)\n"                              \
      "  --trust CA.pem     certificates you trust; the signer is judged by them\n",               \
      "griot inspect [--json] [--trust CA.pem] FICHIER.pdf\n\n"                                    \
      "Dit ce qu’est un PDF reçu : édition, conformité déclarée, fichiers joints, signature.\n"    \
      "Statut 1 si sa signature ne tient pas ou ne couvre pas tout le fichier.\n\n"                \
      "  --json             un objet JSON, décrit dans griot(1)\n"                                 \
      "  --trust CA.pem     les certificats auxquels vous vous fiez, pour juger le signataire\n")  \
    X(HELP_MINISTRY, "help", NONE,                                                                 \
      "griot ministry list [--date DATE]\n"                                                        \
      "griot ministry add ACRONYM NAME --from DATE [--precedence N]\n\n"                           \
      "Lists the registry of ministries, or adds an entry to it.\n\n"                              \
      "  --date DATE        only those in force on that day\n"                                     \
      "  --from DATE        the entry's first day\n"                                               \
      "  --precedence N     its place in the order of ministries\n"                                \
      "  --newsroom FILE    the publisher's settings, with the registry beside them\n",            \
      "griot ministry list [--date DATE]\n"                                                        \
      "griot ministry add SIGLE NOM --from DATE [--precedence N]\n\n"                              \
      "Liste le registre des ministères, ou y ajoute une entrée.\n\n"                              \
      "  --date DATE        seulement ceux en vigueur ce jour-là\n"                                \
      "  --from DATE        le premier jour de l’entrée\n"                                         \
      "  --precedence N     son rang dans l’ordre des ministères\n"                                \
      "  --newsroom FICHIER les réglages de l’éditeur, avec le registre à côté\n")                 \
    X(NO_SHARE, "no-share", FAILURE,                                                               \
      "the folder with styles and fonts is not found; reinstall griot, or set GRIOT_SHARE",        \
      "le dossier des styles et polices est introuvable ; réinstallez griot, ou définissez GRIOT_SHARE")\
    X(PDF_FAILED, "pdf-failed", FAILURE, "the PDF could not be written: libharu says {1}",         \
      "le PDF n’a pu être écrit : libharu répond {1}")                                             \
    X(PDF_TOO_LARGE, "pdf-too-large", ERROR, "the bulletin would exceed what a PDF can hold: {1}", \
      "le bulletin dépasserait ce qu’un PDF peut contenir : {1}")

enum message {
#define MESSAGE_NAME(name, code, level, en, fr) name,
    MESSAGES(MESSAGE_NAME)
#undef MESSAGE_NAME
        MESSAGE__MAX
};

struct text message_code(enum message m);
enum level message_level(enum message m);
/* "note", "warning" or "error": part of a complaint's form, the same in all languages. */
struct text level_word(enum level l);

/* The sentence, {1} to {4} replaced by args[0] to args[3]. */
void message_print(struct build *b, enum message m, enum lang lang, const struct text *args);

#endif
