# What is said of archives with one damage each, to the letter: archive-words.en and .fr, where hashes
# stand as «…». What each damage is, the heading says; whether anything else is changed, verify-damage.sh.
. "$TOP/tests/damage.inc"
words=$TOP/tests/cli/archive-words
remake() { python3 "$TOP/tests/remake.py" "$at/$1.zip" "$2"; }
head_is() { sha256sum <"$at/$1.zip" | cut -c 1-64 >a/head; }
fresh() { rm -rf a; cp -r whole a; }
# HEADING WORD...: what griot says, in both languages
says() {
    heading=$1; shift
    for lang in en fr; do
        status=0
        printed=
        "$GRIOT" "$@" --lang $lang >printed 2>told || status=$?
        [ ! -s printed ] || printed=', and something is printed'
        { echo "== $heading: status $status$printed"
          sed -E 's/[0-9a-f]{64}|[0-9a-f]{16}/…/g' told; } >>"$lang"
    done
}
verified() { says "$1" verify --archive a; }

cd "$TMP"
make_archive whole 2025-12-01 2025-12-02 2025-12-03
make_archive other 2025-12-04
at=a/editions/2025
says 'no archive' verify --archive a

# --- one bundle ---
while IFS='|' read -r heading code; do
    fresh
    remake 2025-12-02 "$code"
    verified "$heading"
done <<'END'
a bag without its mark|del f["bagit.txt"]
a line of the manifest that is none|f["manifest-sha256.txt"] += b"nonsense\n"
a file that is listed is missing|del f["data/text.txt"]
a file is not what is listed|f["data/text.txt"] += b"!"
a file that is not listed|f["data/more.txt"] = b""
no recipe|del f["data/recipe.yaml"]; f["manifest-sha256.txt"] = b"".join(r for r in f["manifest-sha256.txt"].splitlines(True) if b"recipe" not in r); right()
a recipe with places that are none|swap("data/recipe.yaml", b'at: "114"', b'at: "x"'); right()
a recipe with a size that is none|swap("data/recipe.yaml", b"number: ", b'max-bytes: "x"\nnumber: '); right()
a recipe that names what is not there|swap("data/recipe.yaml", b'file: "bulletin.pdf"', b'file: "bulletin2.pdf"'); right()
a recipe with another hash|f["data/text.txt"] += b"!"; right()
END
fresh; cp $at/2025-12-03.zip $at/2025-12-02.zip
verified 'under another name'

# --- the chain ---
fresh; cp other/editions/2025/2025-12-04.zip $at/
verified 'two that are the first'
remake 2025-12-04 'swap("data/recipe.yaml", b"number: ", b"before: \"%s\"\nnumber: " % open("a/head", "rb").read().strip()); right()'
cp $at/2025-12-04.zip fourth.zip
verified 'one behind the head'
python3 - <<'PY'
import hashlib
open("second", "w").write(hashlib.sha256(open("a/editions/2025/2025-12-02.zip", "rb").read()).hexdigest())
PY
remake 2025-12-04 'swap("data/recipe.yaml", open("a/head", "rb").read().strip(), open("second", "rb").read()); right()'
verified 'two that follow the same'
fresh; rm a/journal.jsonl $at/2025-12-03.zip
verified 'the last one missing, and no journal'
fresh; rm a/journal.jsonl $at/2025-12-02.zip
verified 'one missing, and no journal'
fresh; rm a/head; says 'no head' verify --archive a
fresh; echo 0 >a/head; verified 'a head that is no hash'
fresh; rm $at/2025-12-03.zip; head_is 2025-12-02; verified 'the journal knows one more'
fresh; remake 2025-12-02 'right()'; verified 'one repacked'

# --- what is beside the bundles ---
resource=$(cd a && find resources -name '*.gz' | LC_ALL=C sort | head -n 1)
fresh; rm "a/$resource"; verified 'a resource missing'
fresh; : >"a/$resource"; verified 'a resource emptied'
fresh; rm a/catalogue.sqlite; says 'a search without catalogue' search --archive a elections
fresh; python3 - <<'PY'
import sqlite3
db = sqlite3.connect("a/catalogue.sqlite")
page, root = db.execute("pragma page_size").fetchone()[0], db.execute(
    "select rootpage from sqlite_master where type = 'table' and rootpage > 1").fetchone()[0]
db.execute("pragma wal_checkpoint(truncate)"); db.execute("pragma journal_mode = delete"); db.close()
b = bytearray(open("a/catalogue.sqlite", "rb").read())
b[root * page - 200:root * page] = bytes(range(200))
open("a/catalogue.sqlite", "wb").write(b)
PY
verified 'a catalogue damaged within'

# --- what is asked of it ---
fresh
cp "$TOP/LICENSE" LICENSE
says 'no state of verify' verify --archive a --state LICENSE
says 'digits of no edition' verify --archive a --against 0123456789abcdef
says 'a file of no edition' verify --archive a --against LICENSE
says 'no range' list --archive a yesterday
for lang in en fr; do diff "$words.$lang" $lang; done
