# For scripts: what griot says, in both languages, with which status; and that nothing is left.
#
#   says STATUS ENGLISH FRENCH WORD...   runs griot with the words, in the current folder
#   runner WORD...                       what griot is run by from now on: setpriv, timeout
by=
runner() { by=$*; }

says() {
    wanted=$1 english=$2 french=$3
    shift 3
    find . | LC_ALL=C sort >"$TMP/names-before"
    for lang in en fr; do
        sentence=$english
        [ $lang = en ] || sentence=$french
        status=0
        $by "$GRIOT" "$@" --lang $lang >"$TMP/printed" 2>"$TMP/told" || status=$?
        printf '%s' "${sentence:+$sentence
}" >"$TMP/wanted"
        diff "$TMP/wanted" "$TMP/told" || { echo "of: griot $*"; exit 1; }
        [ $status -eq "$wanted" ] || { echo "status $status, not $wanted: griot $*"; exit 1; }
        find . | LC_ALL=C sort >"$TMP/names"
        diff "$TMP/names-before" "$TMP/names" || { echo "left by: griot $*"; exit 1; }
    done
}

# What griot says to the words, in both languages, with its status and what it leaves behind: for a file
# of what is expected.
#
#   shows NAME WORD...   prints it; NAME heads it
shows() {
    printf '== %s\n' "$1"
    shift
    find . | LC_ALL=C sort >"$TMP/names-before"
    for lang in en fr; do
        status=0
        $by "$GRIOT" "$@" --lang $lang 2>&1 || status=$?
        echo "status $status"
        find . | LC_ALL=C sort >"$TMP/names"
        diff "$TMP/names-before" "$TMP/names" || true
    done
}
