# Nothing is lost or doubled where a communiqué goes on on the next page: pages of two low columns,
# so that many do, hold each title and paragraph whole.
. ../pdf/inputs
. ../pdf/edition-text
sed -e 's/height: 297mm/height: 165mm/' -e 's/foot: 811pt/foot: 437pt/' \
    "$TOP/styles/officiel.yaml" >"$TMP/low.yaml"
communiques 200 3 300 >"$TMP/low.txt"
edition_text low >"$TMP/expected"
"$GRIOT" compose --date 2025-11-25 --style "$TMP/low.yaml" --dump=pages "$TMP/low.txt" 2>"$TMP/said" |
    LC_ALL=C awk '
        $1 == "furniture" || $1 == "page" { furniture = $1 == "furniture" }
        furniture { next }
        $1 == "open" { tag[++depth] = $2; said = "" }
        $1 == "text" { line = $0; sub(/^[^"]*"/, "", line); sub(/"$/, "", line)
                       sub(/\302\255$/, "", line); said = said line }
        $1 == "close" { if (tag[depth - 1] == "Art") print (tag[depth] == "P" ? "paragraph " : "title ") said
                        depth-- }' >"$TMP/got"
[ -s "$TMP/expected" ]
diff "$TMP/expected" "$TMP/got" >"$TMP/words" || { cut -c 1-200 "$TMP/words"; exit 1; }
