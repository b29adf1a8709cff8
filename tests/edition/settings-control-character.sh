# Settings may not bring in control characters by YAML's escapes.
cp "$TOP/styles/ministries.yaml" "$TMP"
refused() { # ESCAPE CHARACTER
    sed "s|^publisher: .*|publisher: \"CI$1GMA\"|" "$TOP/styles/newsroom.yaml" >"$TMP/newsroom.yaml"
    status=0
    "$GRIOT" compose --lang en --newsroom "$TMP/newsroom.yaml" --dump=edition \
        "$TOP/seeds/2025-11-25.txt" >"$TMP/dump" 2>"$TMP/got" || status=$?
    sed -i "s|^$TMP/||" "$TMP/got"
    echo "newsroom.yaml:3:12: error: “publisher” has the invisible character $2, which has no place in a text; delete it [control-character]" |
        diff - "$TMP/got"
    [ $status -eq 1 ]
}
refused '\\x01' U+0001
refused '\\a' U+0007
refused '\\u009f' U+009F
refused '\\uffff' U+FFFF
refused '\\0' U+0000
