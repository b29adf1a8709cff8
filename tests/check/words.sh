# What check says that is no finding, in both languages, as words.expected has it: the rules with what they
# are for, the head of a list of fixes, how many were applied. For a table nothing is proposed, even where
# its text has proposals.
. ../says.sh
expected=$PWD/words.expected
mkdir "$TMP/here"
cp cells-faulty.csv "$TMP/here/table.csv"
cd "$TMP/here"
printf 'publisher: P\ntitle: T\nlanguage: fr\nnumber: day-of-year\ncheck: { spelling: off, acronym: error, hour: note }\n' >newsroom.yaml
table() { printf -- '---\ntitle: Les prix\nministry: MSDS\n---\n%s\n\n![Les prix](table.csv)\n' "$1"; }
table 'Les prix sont justes.' >right.md
table 'Les prix prix sont justes.' >faulty.md
cp faulty.md 'one more.md'
check() { # NAME WORD...
    name=$1
    shift
    shows "$name" check --newsroom newsroom.yaml "$@"
}
{
    check 'rules' --rules
    check 'fixes of a table alone' --date 2025-11-25 --fix-list right.md
    check 'fixes of a text and its table' --date 2025-11-25 --fix-list faulty.md
    "$GRIOT" check --newsroom newsroom.yaml --date 2025-11-25 --fix-list --lang en faulty.md 'one more.md' >list
    check 'fixes of two texts' --date 2025-11-25 --fix-list faulty.md 'one more.md'
    mkdir copies
    touch copies/faulty.md 'copies/one more.md'
    check 'fixes applied' --apply list -o copies faulty.md 'one more.md'
} >"$TMP/got"
diff "$expected" "$TMP/got"
cmp table.csv "$TOP/tests/check/cells-faulty.csv"
