# Words of the command line that choose among a few are told with those few; -h is --help; a source
# that is not there is told as such before its day is asked for; one given twice is not called empty.
expect() { # SENTENCE STATUS WORDS...
    sentence=$1 wanted=$2; shift 2; status=0
    "$GRIOT" "$@" >"$TMP/out" 2>"$TMP/got" || status=$?
    echo "$sentence" | diff - "$TMP/got"
    [ $status -eq "$wanted" ]
}
LANG=en; LANGUAGE=en; export LANG LANGUAGE; unset LC_ALL
expect "griot: error: --lang must be one of en, fr, not “xx” [usage]" 2 --lang xx compose
expect "griot: error: --lang must be one of en, fr, not “de” [usage]" 2 compose --lang=de x.txt
expect "griot: error: --lang must be one of en, fr, not “” [usage]" 2 compose --lang
expect "griot: error: --dump doit valoir edition, lines, pages, et non « x » [usage]" 2 \
    compose --lang fr --dump x "$TOP/seeds/2025-11-25.txt"
expect "griot: error: griot ministry is followed by one of list, add; see griot ministry --help [usage]" 2 \
    ministry lst
# what is lacking is called as in the help
lacks() { # LANG COMMAND WHAT
    "$GRIOT" $2 --help --lang "$1" | grep -q -- "$3" || { echo "no “$3” in the help of $2"; exit 1; }
    "$GRIOT" $2 --lang "$1" 2>&1 | grep -q -- " $3" || { echo "no “$3” in what $2 lacks"; exit 1; }
}
for words in "search WORDS MOTS" "regenerate RANGE PÉRIODE" "import FILE.zip FICHIER.zip" "show DATE DATE" \
    "export RANGE PÉRIODE" "convert FILE FICHIER" "print DATE DATE"; do
    # shellcheck disable=SC2086
    set -- $words
    lacks en "$1" "$2" && lacks fr "$1" "$3"
done
expect "none.txt: error: there is no such file or folder; check the name and the folder you are in [no-such-file]" 1 \
    compose none.txt
for words in "" compose ministry; do
    # shellcheck disable=SC2086
    "$GRIOT" $words --help >"$TMP/long"
    # shellcheck disable=SC2086
    "$GRIOT" $words -h | diff "$TMP/long" -
done
cd "$TMP"
printf 'Titre\n\nSans sigle.\n' >a.txt
expect "a.txt:3:12: error: the communiqué “Titre” ends here without its ministry’s acronym; add it behind the last sentence [no-issuer]" 1 \
    compose --date 2025-11-25 a.txt a.txt
