# What verify says of archives with one damage each: by file, and no more than that; what is no damage
# is a note. Nothing is changed by it.
. "$TOP/tests/damage.inc"
cd "$TMP"
make_archive whole 2025-12-01 2025-12-02 2025-12-03 2025-12-04
at=a/editions/2025
fresh() { rm -rf a; cp -r whole a; }
flip() { # FILE OFFSET
    byte=$(od -An -tu1 -j "$2" -N 1 "$1" | tr -d ' ')
    printf "\\$(printf %o $(((byte + 1) % 256)))" | dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null
}
# status, then the complaints, as code and file; the last line is that of the whole
is() { # STATUS WHAT CODES NOTES
    (cd a && find . -type f ! -name 'catalogue.sqlite*' -exec sha256sum {} + | sort) >"$TMP/before"
    told verify --archive a
    (cd a && find . -type f ! -name 'catalogue.sqlite*' -exec sha256sum {} + | sort) >"$TMP/after"
    diff "$TMP/before" "$TMP/after"
    [ "$status" -eq "$1" ] || { echo "$2: status $status"; cat "$TMP/said"; exit 1; }
    printf '%s' "$3" | diff - "$TMP/codes" || { echo "errors: $2"; exit 1; }
    printf '%s' "$4" | diff - "$TMP/notes" || { echo "notes: $2"; exit 1; }
}
damaged='a verified-damaged
'
fresh
is 0 "whole" '' 'a verified
'
rm $at/2025-12-02.zip
is 1 "a missing edition" "$at/2025-12-02.zip chain-missing
$at/2025-12-01.zip chain-end
a/catalogue.sqlite catalogue-more
$damaged" ''
fresh; rm $at/2025-12-04.zip
is 1 "the last edition missing" "$at/2025-12-04.zip chain-missing
$at/2025-12-03.zip chain-end
a/catalogue.sqlite catalogue-more
$damaged" ''
fresh; rm a/journal.jsonl $at/2025-12-02.zip
is 1 "a missing edition, and no journal" "$at/2025-12-03.zip chain-gap
$at/2025-12-01.zip chain-end
a/catalogue.sqlite catalogue-more
$damaged" 'a/journal.jsonl journal-late
'
fresh; cp $at/2025-12-02.zip x; mv $at/2025-12-03.zip $at/2025-12-02.zip; mv x $at/2025-12-03.zip
is 1 "two swapped" "$at/2025-12-02.zip bundle-other
$at/2025-12-03.zip bundle-other
a/catalogue.sqlite catalogue-wrong
a/catalogue.sqlite catalogue-wrong
$damaged" ''
fresh; truncate -s -1 $at/2025-12-02.zip
is 1 "a truncated one" "$at/2025-12-02.zip zip-failed
$at/2025-12-02.zip lost-edition
$at/2025-12-02.zip chain-changed
$at/2025-12-01.zip chain-end
a/catalogue.sqlite catalogue-wrong
$damaged" ''
fresh; : >$at/2025-12-02.zip
is 1 "an empty one" "$at/2025-12-02.zip zip-failed
$at/2025-12-02.zip lost-edition
$at/2025-12-02.zip chain-changed
$at/2025-12-01.zip chain-end
a/catalogue.sqlite catalogue-wrong
$damaged" ''
# every file of a bundle, changed within: what is lost with it
fresh
while read -r file loss; do
    fresh
    python3 - $at/2025-12-02.zip "2025-12-02/$file" <<'PY'
import sys, zipfile
path, name = sys.argv[1:]
z = zipfile.ZipFile(path)
i = z.getinfo(name)
b = bytearray(open(path, 'rb').read())
start = i.header_offset + 30 + int.from_bytes(b[i.header_offset + 26:i.header_offset + 28], 'little') \
    + int.from_bytes(b[i.header_offset + 28:i.header_offset + 30], 'little')
b[start + i.compress_size // 2] ^= 0x10
open(path, 'wb').write(b)
PY
    told verify --archive a
    [ $status -eq 1 ]
    grep -qx "$at/2025-12-02.zip $loss" "$TMP/codes" || { echo "$file:"; cat "$TMP/said"; exit 1; }
    grep -qx "$at/2025-12-02.zip chain-changed" "$TMP/codes"
done <<END
bagit.txt lost-proof
bag-info.txt lost-proof
manifest-sha256.txt lost-proof
tagmanifest-sha256.txt lost-proof
data/recipe.yaml lost-recipe
data/sources/2025-12-02.txt lost-source
data/styles/newsroom.yaml lost-setting
data/fonts/fonts.yaml lost-setting
data/text.txt lost-text
data/bulletin.pdf lost-pdf
data/bulletin.html lost-html
END
# the archive's own files
fresh; rm a/head
is 1 "no head" "a chain-no-head
$damaged" ''
fresh; echo 0 >a/head
is 1 "a broken head" "a/head head-broken
a chain-no-head
$damaged" ''
fresh; sha256sum <$at/2025-12-03.zip | cut -c 1-64 >a/head
is 0 "a head one behind" '' 'a chain-head-behind
a verified
'
fresh; sha256sum <$at/2025-12-02.zip | cut -c 1-64 >a/head
is 0 "a head two behind" '' 'a chain-head-behind
a verified
'
rm $at/2025-12-03.zip
is 1 "a head two behind, and one of them missing" "$at/2025-12-03.zip chain-missing
$at/2025-12-04.zip chain-end
a/catalogue.sqlite catalogue-more
$damaged" ''
fresh; rm a/head a/journal.jsonl
is 0 "a first group that was interrupted" '' 'a chain-head-behind
a verified
a/journal.jsonl journal-late
'
fresh; rm a/journal.jsonl
is 0 "no journal" '' 'a/journal.jsonl journal-late
a verified
'
fresh; printf '{"time":' >>a/journal.jsonl
is 0 "a torn journal" '' 'a/journal.jsonl journal-broken
a verified
'
resource=$(cd a && find resources -name '*.gz' | LC_ALL=C sort | head -n 1)
fresh; rm "a/$resource"
is 1 "a missing resource" "a/$resource resource-missing
a/$resource lost-resource
$damaged" ''
fresh; flip "a/$resource" 100
is 1 "a damaged resource" "a/$resource resource-broken
a/$resource lost-resource
$damaged" ''
fresh; cp "a/$resource" a/resources/00$(printf %062d 0).gz; mkdir -p a/resources/00; mv a/resources/00*.gz a/resources/00/
is 0 "a resource that none needs" '' "a/resources/00/$(printf %064d 0).gz resource-unused
a verified
"
fresh; touch a/.griot-abcdef $at/.griot-abcdef a/strange $at/strange.zip
is 0 "stale and strange files" '' "$at/.griot-abcdef archive-stale
$at/strange.zip archive-strange
a/.griot-abcdef archive-stale
a/strange archive-strange
a verified
"
# the catalogue
fresh; rm a/catalogue.sqlite
is 0 "no catalogue" '' 'a/catalogue.sqlite no-catalogue
a verified
'
fresh; echo nonsense >a/catalogue.sqlite
is 0 "a catalogue that is none" '' 'a/catalogue.sqlite catalogue-unusable
a verified
'
make_archive other 2025-11-30
fresh; cp other/catalogue.sqlite a/
is 0 "a catalogue of another archive" '' 'a/catalogue.sqlite catalogue-foreign
a verified
'
