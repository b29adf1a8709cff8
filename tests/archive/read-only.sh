# An archive that nobody may write to: it is read, verified and searched as it is; whoever would keep
# something is told, and nothing is changed. Root may write anywhere, unless it gives that up.
. "$TOP/tests/archive.inc"
day 2025-12-01 "Le titre"
day 2025-12-02 "Un autre"
griot publish 2025-12-01.txt >said 2>&1
griot export -o all.zip all >said 2>&1
state >was
mkdir free
trap 'chmod -R u+w out' EXIT
chmod -R a-w out/archive
as=
[ "$(id -u)" -ne 0 ] || as="setpriv --bounding-set -dac_override"
try() { # STATUS WORD COMMAND...
    wanted=$1 word=$2 ended=0; shift 2
    $as "$GRIOT" --lang en "$@" >printed 2>told || ended=$?
    [ $ended -eq "$wanted" ] && grep -q "$word" printed told || { echo "status $ended: $*"; cat told; exit 1; }
}
try 0 '\[verified\]' verify
try 0 '2025-12-01' list all
try 0 'Le titre' show 2025-12-01
try 0 'Le titre' search titre
try 0 'again' regenerate -o free/again all
try 3 'error' publish -o free/x.pdf 2025-12-02.txt
try 3 'error' skip --because "Fête" 2025-12-02
try 3 'error' reindex
chmod -R u+w out
state | diff was -
