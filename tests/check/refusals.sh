# What check refuses beside sources, and how: lists of words, lists of fixes, a dictionary that is not
# there, an edition that cannot be read. The words of both languages stand in refusals.expected.
. ../says.sh
expected=$PWD/refusals.expected
mkdir "$TMP/here"
cd "$TMP/here"
check() { # NAME WORD...
    name=$1
    shift
    shows "$name" check --newsroom newsroom.yaml --date 2025-11-25 "$@"
}
settings() { printf 'publisher: P\ntitle: T\nlanguage: fr\nnumber: day-of-year\n%s\n' "$1" >newsroom.yaml; }
list() { printf 'griot fixes 1\n\n'; printf "$1"; }
printf 'Un titre\n\nIl a a dit oui. MSDS\n' >a.txt
printf 'Un titre\n\nIl a dit oui. MSDS\n' >b.txt
printf 'Un titre\n\nUn xqzkwvj, un qzxv. MSDS\n' >c.txt
{
    settings 'check: { spelling: off }'
    check 'nothing to say' b.txt
    check 'nothing to propose' --fix-list b.txt
    check 'a list that is none' --apply a.txt -o d.txt a.txt
    list 'a.txt:3:4 x\n= a a\n' >bad
    check 'a line that is none' --apply bad -o d.txt a.txt
    list '../a.txt:3:4 x\n- a a\n+ a\n' >bad
    check 'a source that was not named' --apply bad -o d.txt a.txt
    list 'a.txt:3:5 x\n- a a\n+ a\n' >bad
    check 'a source that changed' --apply bad -o d.txt a.txt
    list 'a.txt:3:4 x\n- a a\n+ a\na.txt:3:6 x\n- a\n+ b\n' >bad
    check 'fixes that touch' --apply bad -o d.txt a.txt
    { list ''; awk 'BEGIN { for (i = 0; i <= 100000; i++) print "a.txt:1:1 x\n- U\n+ U" }'; } >bad
    check 'too many fixes' --apply bad -o d.txt a.txt
    list 'a.txt:3:4 x\n- a a\n+ a\nb.txt:3:4 x\n- a\n+ a\n' >good
    check 'two sources, one copy' --apply good -o d.txt a.txt b.txt
    check 'neither copy nor in place' --apply good a.txt b.txt

    settings 'words: own.words'
    printf 'qzxv\n' >own.words
    check 'a word that is like none' c.txt
    printf 'bon\ndeux mots\n' >own.words
    check 'two words on a line' b.txt
    awk 'BEGIN { for (i = 0; i < 101; i++) printf "a"; print "" }' >own.words
    check 'a long word' b.txt
    awk 'BEGIN { for (i = 0; i <= 200000; i++) print "m" i }' >own.words
    check 'too many words' b.txt
    printf 'qzxv\n' >own.words

    "$GRIOT" publish --newsroom newsroom.yaml --archive kept --date 2025-11-24 -o kept.pdf b.txt >/dev/null
    bundle=kept/editions/2025/2025-11-24.zip
    chmod u+w $bundle
    printf PK >$bundle
    check 'an edition that is broken' --archive kept b.txt

    mkdir share
    cp -R "$(dirname "$(dirname "$GRIOT")")/share/griot/." share/
    rm share/dictionary/fr.forms
    GRIOT_SHARE=$TMP/here/share
    export GRIOT_SHARE
    check 'no dictionary' b.txt
} 2>&1 | sed "s,$TMP,TMP," >"$TMP/got"
diff "$expected" "$TMP/got"
