# A publish that fails leaves nothing: no archive where none was, no resources for an edition that
# is not kept, and of an edition that could not be noted nothing, either.
. "$TOP/tests/archive.inc"
day 2025-12-01 "Le titre"
fails() { # STATUS COMMAND...
    ended=0
    wanted=$1; shift
    "$@" >printed 2>said || ended=$?
    [ $ended -eq "$wanted" ] || { echo "status $ended: $*"; cat said; exit 1; }
}
printf 'Sans ministère.\n' >2025-12-02.txt
fails 1 griot publish 2025-12-02.txt
[ ! -e out ]
fails 1 griot publish --archive deep/er/archive 2025-12-02.txt
[ ! -e deep ]
fails 2 griot skip 2025-12-02
[ ! -e out ]
# what stood in the folder before stays
mkdir -p here; echo mine >here/note
fails 1 griot publish --archive here 2025-12-02.txt
[ "$(ls -A here)" = note ]
# an edition that is whole already, and cannot be noted: the journal is a folder
mkdir -p a/editions a/journal.jsonl
fails 3 griot publish --archive a 2025-12-01.txt
[ "$(find a | LC_ALL=C sort | tr '\n' ' ')" = "a a/README.txt a/catalogue.sqlite a/editions a/journal.jsonl " ] ||
    { find a; cat said; exit 1; }
rmdir a/journal.jsonl
griot publish --archive a 2025-12-01.txt >said 2>&1
griot verify --archive a >said 2>&1
