# A style whose measures cannot hold together is refused with its reason, and nothing is written.
refused() { # KEY VALUE SENTENCE: the first of that key gets that value
    sed "0,/^  $1: .*/s//  $1: $2/" "$TOP/styles/officiel.yaml" >"$TMP/style.yaml"
    status=0
    "$GRIOT" compose --lang en --style "$TMP/style.yaml" -o "$TMP/x.pdf" "$TOP/seeds/2025-11-25.txt" \
        >"$TMP/said" 2>"$TMP/got" || status=$?
    sed -i "s|^$TMP/style.yaml:[0-9:]* error: ||" "$TMP/got"
    echo "$3" | diff - "$TMP/got"
    [ $status -eq 1 ] && [ ! -e "$TMP/x.pdf" ]
}
refused width 6000pt 'the page is larger than 5000pt [style-page]'
refused count 0 'there must be 1 to 4 columns [style-columns]'
refused count 5 'there must be 1 to 4 columns [style-columns]'
refused grid 12pt 'the grid must be at least 4pt, and equal to the leading of body, heading, quotation, code and note [style-grid]'
refused width 50mm 'the columns are narrower than ten ems [style-narrow]'
refused top 700pt 'the page has room for less than 20 lines [style-low]'
refused indent 150pt 'the indent is more than half a column [style-indent]'
refused foot 900pt '“head” and “foot” must lie on the page [style-outside]'
refused head 900pt '“head” and “foot” must lie on the page [style-outside]'
for rule in flag ministry hairline end-mark; do
    refused $rule 37pt 'the rules and the end mark may measure 36pt at most [style-rules]'
done
refused rule 37pt 'the rules and the end mark may measure 36pt at most [style-rules]'
refused expand 3% '“expand” may be 0% to 2% [style-expand]'
refused shrink 100% 'stretch, shrink and tolerance must be above 0; shrink below 100%, hang at most 100% [style-space]'
refused gutter -6mm '“gutter” must be a length in pt, mm, cm or in, like 12.5pt, not “-6mm” [yaml-not-length]'
refused masthead '{ face: Gentium Book Plus Bold, size: 401pt, leading: 26pt }' '“masthead” needs a size from 1pt to 400pt and a leading of at least 1pt [style-size]'
