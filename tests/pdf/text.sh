# The tags give back each title and paragraph, to the character, in order and once.
. ./inputs
. ./edition-text
make_inputs
failed=0
for name in $inputs; do
    compose "$name"
    edition_text "$name" >"$TMP/expected"
    tagged_text "$name" >"$TMP/got"
    [ -s "$TMP/expected" ] && diff "$TMP/expected" "$TMP/got" >"$TMP/words" ||
        { echo "$name:"; cut -c 1-200 "$TMP/words"; failed=1; }
done
exit $failed
