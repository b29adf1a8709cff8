# Settings may not bring in control characters by YAML's escapes; tabs and line ends are none.
cp "$TOP/styles/ministries.yaml" "$TMP"
compose() { # PUBLISHER
    sed "s|^publisher: .*|publisher: \"$1\"|" "$TOP/styles/newsroom.yaml" >"$TMP/newsroom.yaml"
    "$GRIOT" compose --lang en --newsroom "$TMP/newsroom.yaml" --dump=edition \
        "$TOP/seeds/2025-11-25.txt" >"$TMP/dump" 2>"$TMP/got"
}
for escape in '\\x01' '\\a' '\\u009f' '\\uffff' '\\0'; do
    status=0
    compose "CI${escape}GMA" || status=$?
    sed -i "s|^$TMP/||" "$TMP/got"
    echo 'newsroom.yaml:3:12: error: “publisher” holds a control character; delete it [yaml-control]' |
        diff - "$TMP/got"
    [ $status -eq 1 ]
done
compose 'CI\\n\\tGMA'
