# What is wrong with the settings for mail, or with how the command is asked, is told at its place, in both
# languages, before anything is sent; what --estimate says before all that.
. "$TOP/tests/mail/post.inc"
. "$TOP/tests/says.sh"
publish_seed
printf 'address,form\na@example.org,link\n' >list.csv
cp "$TOP/styles/ministries.yaml" .
awk '/^mail:/ { skip = 1; next } /^[^ ]/ { skip = 0 } !skip' "$TOP/styles/newsroom.yaml" >plain.yaml
first=$(($(wc -l <plain.yaml) + 4))
: >newsroom.yaml
room() { { cat plain.yaml; printf '%s\n' 'subscribers: list.csv' 'mail:' '  from: b@gouvernement.example' "$@"; } >newsroom.yaml; }
post() { # ENGLISH FRENCH
    says 1 "newsroom.yaml$1" "newsroom.yaml$2" mail --estimate --archive archive --newsroom newsroom.yaml 2025-11-25
}
bounds() { # KEY VALUE MOST
    room "  $1: $2"
    post ":$((first - 1)):3: error: “$1” must be from 1 to $3 [mail-bounds]" \
        ":$((first - 1)):3: error: « $1 » doit aller de 1 à $3 [mail-bounds]"
}
bounds rate 0 100000
bounds rate 100001 100000
bounds connections 17 16
bounds timeout 3601 3600
for pauses in '[60, 30]' '[1, 2, 3, 4, 5, 6, 7, 8, 9]'; do
    room "  pauses: $pauses"
    "$GRIOT" mail --lang en --archive archive --newsroom newsroom.yaml 2025-11-25 2>&1 | sed 's/:[0-9]*: error/: error/' >"$TMP/got" || true
    diff - "$TMP/got" <<END
newsroom.yaml:$first: error: “pauses” are at most 8 numbers of seconds, each at least as large as the one before [mail-pauses]
END
done
room '  pauses: 60'
post ":$first:11: error: “pauses” must be a list (lines that start with -) [yaml-wants-list]" \
    ":$first:11: error: « pauses » doit être une liste (lignes commençant par -) [yaml-wants-list]"
room
says 1 'newsroom.yaml: error: no mail server is set: write “server:” in the group “mail:”, like smtp://mail.example.org:587 [mail-setting]' \
    'newsroom.yaml: error: aucun serveur de courrier n’est défini : écrivez « server: » dans le groupe « mail: », par exemple smtp://mail.example.org:587 [mail-setting]' \
    mail --archive archive --newsroom newsroom.yaml 2025-11-25
setting() { # LINE KEY VALUE EXAMPLE
    room "$1" '  server: smtp://localhost:1'
    post ": error: “$2” cannot be “$3”; write it like $4 [mail-setting]" \
        ": error: « $2 » ne peut être « $3 » ; écrivez par exemple $4 [mail-setting]"
}
setting '  reply-to: nobody' reply-to nobody bulletin@example.org
setting '  unsubscribe: http://x.example' unsubscribe http://x.example 'https://example.org/leave?{subscriber}'
setting '  list-id: a b' list-id 'a b' bulletin.example.org
setting '  hour: "25:00 +0000"' hour '25:00 +0000' '18:00 +0000'
sed -i '/^url:/d' plain.yaml
room '  server: smtp://localhost:1'
post ': error: subscribers who want a link: 1; and “url:” is not set here [mail-setting]' \
    ': error: abonnés qui veulent un lien : 1 ; et « url: » n’est pas défini ici [mail-setting]'
# nor is a ledger made for a sending that cannot begin
says 1 'newsroom.yaml: error: subscribers who want a link: 1; and “url:” is not set here [mail-setting]' \
    'newsroom.yaml: error: abonnés qui veulent un lien : 1 ; et « url: » n’est pas défini ici [mail-setting]' \
    mail --archive archive --newsroom newsroom.yaml 2025-11-25
sed -i '/^subscribers/d' newsroom.yaml
post ': error: who gets the bulletin is not known: set “subscribers:” here, or give a table with --subscribers [mail-setting]' \
    ': error: on ne sait qui reçoit le bulletin : définissez ici « subscribers: », ou donnez un tableau avec --subscribers [mail-setting]'
# another list; what is to be sent, without sending
printf 'address,form\nb@example.org,text\nc@example.org,text\n' >other.csv
room '  server: smtp://localhost:1' '  rate: 1'
mail --estimate --json --subscribers other.csv 2025-11-25 | jq -c '[.edition, .letters, .bytes > 1000, .minutes, .rate]' |
    diff - /dev/fd/3 3<<'END'
["2025-11-25",2,true,2,1]
END
mail --estimate --subscribers other.csv 2025-11-25 | sed 's/bytes: [0-9]*/bytes: N/' | diff - /dev/fd/3 3<<'END'
letters: 2; bytes: N; minutes: 2, at 1 letters a minute
END
# options that do not go together, a folder that is not empty, a day without edition
usage() { wanted=$1 en=$2 fr=$3; shift 3; says "$wanted" "$en" "$fr" mail --archive archive --newsroom newsroom.yaml --subscribers other.csv "$@"; }
usage 2 'griot: error: --estimate, --dry-run and --status exclude each other; give one [usage]' \
    'griot: error: --estimate, --dry-run et --status s’excluent ; donnez-en une [usage]' --dry-run --status -o new 2025-11-25
usage 2 'griot: error: --json goes with --status; give that too [usage]' \
    'griot: error: --json va avec --status ; donnez aussi ce dernier [usage]' --json 2025-11-25
usage 2 'griot: error: -o goes with --dry-run; give that too [usage]' \
    'griot: error: -o va avec --dry-run ; donnez aussi ce dernier [usage]' -o new 2025-11-25
mkdir full
touch full/x
usage 1 'full: error: this folder is not empty; name a new one with -o [mail-folder]' \
    'full: error: ce dossier n’est pas vide ; nommez-en un nouveau avec -o [mail-folder]' --dry-run -o full 2025-11-25
"$GRIOT" skip --archive archive --because 'Jour férié' 2025-11-26 >said
skipped=archive/editions/2025/2025-11-26.zip
usage 1 "$skipped: error: 2025-11-26 is declared a day without edition, and has no pages; its reason: Jour férié [print-skipped]" \
    "$skipped: error: 2025-11-26 est déclaré jour sans édition, et n’a pas de pages ; le motif : Jour férié [print-skipped]" \
    --estimate 2025-11-26
# a ledger that is none
mkdir archive/mail
seq 100 >archive/mail/ledger.sqlite
usage 3 'archive/mail/ledger.sqlite: error: the ledger of what was sent cannot be used; SQLite says: file is not a database [ledger-failed]' \
    'archive/mail/ledger.sqlite: error: le registre des envois est inutilisable ; SQLite dit : file is not a database [ledger-failed]' \
    --status 2025-11-25
