# A row that cannot be used, or means harm, is told with its place and skipped; the others get theirs.
. "$TOP/tests/mail/post.inc"
. "$TOP/tests/says.sh"
port=1
make_newsroom
publish_seed
cat >list.csv <<'END'
address,name,language,form
"awa@example.org
Bcc: x@example.net",Awa,fr,pdf
b@example.org,"Bakary
Bcc: x@example.net",fr,pdf
<c@example.org>,C,fr,pdf
d@example.org> SIZE=1,D,fr,pdf
é@example.org,E,fr,pdf
f@localhost,F,fr,pdf
"""g h""@example.org",G,fr,pdf
h@example.org,H,français,pdf
i@example.org,I,fr,fax
j@example.org,J,fr
k@example.org,"K" x,fr,pdf
l@example.org,L,fr,pdf
L@Example.org,L again,fr,text
END
printf 'm@example.org,\377\376,fr,pdf\nn@example.org,N \342\200\256evil,fr,pdf\n' >>list.csv
english='list.csv:2:1: error: “awa@example.org?Bcc: x@example.net” is no address that can be written to; correct it: this row is skipped [subscriber-address]
list.csv:4:15: error: the name “Bakary?Bcc: x@example.net” has invisible characters, is not UTF-8 or exceeds 200 bytes; correct it: this row is skipped [subscriber-name]
list.csv:6:1: error: “<c@example.org>” is no address that can be written to; correct it: this row is skipped [subscriber-address]
list.csv:7:1: error: “d@example.org> SIZE=1” is no address that can be written to; correct it: this row is skipped [subscriber-address]
list.csv:8:1: error: “é@example.org” is no address that can be written to; correct it: this row is skipped [subscriber-address]
list.csv:9:1: error: “f@localhost” is no address that can be written to; correct it: this row is skipped [subscriber-address]
list.csv:10:1: error: “"g h"@example.org” is no address that can be written to; correct it: this row is skipped [subscriber-address]
list.csv:11:17: error: “français” is no language like fr or en; correct it: this row is skipped [subscriber-language]
list.csv:12:20: error: “fax” is none of pdf, html, text, link; correct it: this row is skipped [subscriber-form]
list.csv:13: error: this row has 3 cells, and the first row 4; put a cell with a comma, semicolon or line end in quotation marks [csv-width]
list.csv:14:18: error: this stands behind the quotation mark that closes the cell; put it inside, and write a mark that belongs to the text twice [csv-quote]
list.csv:16:1: warning: L@Example.org stands at line 15 already; this row is skipped [subscriber-twice]
list.csv:17:15: error: the name “??” has invisible characters, is not UTF-8 or exceeds 200 bytes; correct it: this row is skipped [subscriber-name]
list.csv:18:15: error: the name “N ?evil” has invisible characters, is not UTF-8 or exceeds 200 bytes; correct it: this row is skipped [subscriber-name]'
french='list.csv:2:1: error: « awa@example.org?Bcc: x@example.net » n’est pas une adresse à laquelle écrire ; corrigez-la : cette ligne est laissée de côté [subscriber-address]
list.csv:4:15: error: le nom « Bakary?Bcc: x@example.net » contient des caractères invisibles, n’est pas en UTF-8 ou dépasse 200 octets ; corrigez-le : cette ligne est laissée de côté [subscriber-name]
list.csv:6:1: error: « <c@example.org> » n’est pas une adresse à laquelle écrire ; corrigez-la : cette ligne est laissée de côté [subscriber-address]
list.csv:7:1: error: « d@example.org> SIZE=1 » n’est pas une adresse à laquelle écrire ; corrigez-la : cette ligne est laissée de côté [subscriber-address]
list.csv:8:1: error: « é@example.org » n’est pas une adresse à laquelle écrire ; corrigez-la : cette ligne est laissée de côté [subscriber-address]
list.csv:9:1: error: « f@localhost » n’est pas une adresse à laquelle écrire ; corrigez-la : cette ligne est laissée de côté [subscriber-address]
list.csv:10:1: error: « "g h"@example.org » n’est pas une adresse à laquelle écrire ; corrigez-la : cette ligne est laissée de côté [subscriber-address]
list.csv:11:17: error: « français » n’est pas une langue comme fr ou en ; corrigez-la : cette ligne est laissée de côté [subscriber-language]
list.csv:12:20: error: « fax » n’est ni pdf, ni html, ni texte, ni lien ; corrigez-le : cette ligne est laissée de côté [subscriber-form]
list.csv:13: error: cette ligne a 3 cellules, et la première 4 ; mettez entre guillemets droits une cellule qui contient une virgule, un point-virgule ou une fin de ligne [csv-width]
list.csv:14:18: error: ceci suit le guillemet droit qui ferme la cellule ; mettez-le à l’intérieur, et doublez un guillemet qui fait partie du texte [csv-quote]
list.csv:16:1: warning: L@Example.org figure déjà à la ligne 15 ; cette ligne est laissée de côté [subscriber-twice]
list.csv:17:15: error: le nom « ?? » contient des caractères invisibles, n’est pas en UTF-8 ou dépasse 200 octets ; corrigez-le : cette ligne est laissée de côté [subscriber-name]
list.csv:18:15: error: le nom « N ?evil » contient des caractères invisibles, n’est pas en UTF-8 ou dépasse 200 octets ; corrigez-le : cette ligne est laissée de côté [subscriber-name]'
post() { says "$1" "$2" "$3" mail --archive archive --newsroom newsroom.yaml --status 2025-11-25; }
post 1 "$english" "$french"
printf 'waiting    -                     l@example.org\n' | diff - "$TMP/printed"
# a table of nobody, without heading, without columns, or not there
printf 'address\n' >list.csv
post 1 'list.csv: error: no row of this table can be written to [subscribers-none]' \
    'list.csv: error: aucune ligne de ce tableau ne permet d’écrire à quelqu’un [subscribers-none]'
heading_en='list.csv:1: error: the first row must name the columns, and one of them “address”: address,name,language,form [subscribers-heading]'
heading_fr='list.csv:1: error: la première ligne doit nommer les colonnes, dont « adresse » : adresse,nom,langue,forme [subscribers-heading]'
printf 'a@example.org,A\n' >list.csv
post 1 "$heading_en" "$heading_fr"
: >list.csv
post 1 "$heading_en" "$heading_fr"
rm list.csv
post 1 'list.csv: error: there is no such file or folder; check the name and the folder you are in [no-such-file]' \
    'list.csv: error: ce fichier ou dossier n’existe pas ; vérifiez le nom et le dossier courant [no-such-file]'
