# griot ministry add never writes an entry that the registry's next reading would refuse: names
# that are empty, of two lines or no text are told, and the file stays as it was. What it does write
# can be read again, and `list` prints an entry whole.
cp "$TOP/styles/newsroom.yaml" "$TOP/styles/ministries.yaml" "$TMP"
GRIOT_NEWSROOM=$TMP/newsroom.yaml
export GRIOT_NEWSROOM
refused() { # NAME SENTENCE
    status=0
    "$GRIOT" ministry add --lang en MEX "$1" --from 2025-01-01 2>"$TMP/got" || status=$?
    echo "griot: error: the name of “MEX” $2 [ministry-name]" >"$TMP/want"
    [ -n "$2" ] || echo "griot: error: “MEX” needs a name: the ministry’s official one [ministry-name]" >"$TMP/want"
    diff "$TMP/want" "$TMP/got"
    [ $status -eq 1 ]
    cmp "$TOP/styles/ministries.yaml" "$TMP/ministries.yaml"
}
text="must be one line of UTF-8 text without control characters"
refused "" ""
refused "  " ""
refused "deux
lignes" "$text"
refused "$(printf 'Minist\350re')" "$text"
refused "$(printf 'a\177b')" "$text"
refused "$(printf '%0301d' 0)" "is longer than 300 characters"

"$GRIOT" ministry add MEX "Ministère : \"test\" \\ # {0}" --from 2025-01-01 --precedence 7 >"$TMP/said"
"$GRIOT" ministry list --date 2025-01-01 >"$TMP/list"
tail -n 4 "$TMP/list" >"$TMP/got"
cat >"$TMP/want" <<'END'
- acronym: MEX
  name: "Ministère : \"test\" \\ # {0}"
  precedence: 7
  from: 2025-01-01
END
diff "$TMP/want" "$TMP/got"
# what list prints is the registry without its comments
grep -v '^#' "$TMP/ministries.yaml" | diff - "$TMP/list"

# the apostrophe of a keyboard is printed as the one that is meant
"$GRIOT" ministry add MEY "Ministère de l'Eau" --from 2025-01-01 >"$TMP/said"
printf 'Un titre\n\nLe texte. MEY\n' >"$TMP/2025-11-25.txt"
"$GRIOT" compose -o "$TMP/eau.pdf" "$TMP/2025-11-25.txt" >"$TMP/said"
[ "$(pdftotext -raw "$TMP/eau.pdf" - | grep -c 'Ministère de l’Eau')" -eq 2 ]
grep -q 'Ministère de l’Eau' "$TMP/eau.html"
! grep -q "l'Eau" "$TMP/eau.html"
