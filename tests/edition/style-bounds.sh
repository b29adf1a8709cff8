# A style whose measures cannot hold together is refused with its reason, and nothing is written.
refused() { # EDIT SENTENCE
    sed "$1" "$TOP/styles/officiel.yaml" >"$TMP/style.yaml"
    ! cmp -s "$TOP/styles/officiel.yaml" "$TMP/style.yaml"
    status=0
    "$GRIOT" compose --lang en --style "$TMP/style.yaml" -o "$TMP/x.pdf" "$TOP/seeds/2025-11-25.txt" \
        >"$TMP/said" 2>"$TMP/got" || status=$?
    sed -i "s|^$TMP/style.yaml:[0-9:]* error: ||" "$TMP/got"
    echo "$2" | diff - "$TMP/got"
    [ $status -eq 1 ] && [ ! -e "$TMP/x.pdf" ]
}
refused 's/width: 210mm/width: 6000pt/' 'the page is larger than 5000pt [style-page]'
refused 's/count: 2/count: 0/' 'there must be 1 to 4 columns [style-columns]'
refused 's/count: 2/count: 5/' 'there must be 1 to 4 columns [style-columns]'
refused 's/grid: 13pt/grid: 12pt/' 'the grid must be at least 4pt and equal to the leading of the body [style-grid]'
refused 's/width: 210mm/width: 50mm/' 'the columns are narrower than ten ems [style-narrow]'
refused 's/top: 65pt/top: 700pt/' 'the page has room for less than 20 lines [style-low]'
refused 's/indent: 9.6pt/indent: 150pt/' 'the indent is more than half a column [style-indent]'
refused 's/foot: 811pt/foot: 900pt/' '“head” and “foot” must lie on the page [style-outside]'
refused 's/head: 47pt/head: 900pt/' '“head” and “foot” must lie on the page [style-outside]'
for rule in flag ministry hairline end-mark; do
    refused "s/  $rule: [0-9.]*pt/  $rule: 37pt/" 'the rules and the end mark may measure 36pt at most [style-rules]'
done
refused 's/  rule: 0.25pt/  rule: 37pt/' 'the rules and the end mark may measure 36pt at most [style-rules]'
refused 's/expand: 2%/expand: 3%/' '“expand” may be 0% to 2% [style-expand]'
refused 's/shrink: 30%/shrink: 100%/' 'stretch, shrink and tolerance must be above 0; shrink below 100%, hang at most 100% [style-space]'
refused 's/gutter: 6mm/gutter: -6mm/' '“gutter” must be a length in pt, mm, cm or in, like 12.5pt, not “-6mm” [yaml-not-length]'
refused 's/size: 24pt/size: 401pt/' '“masthead” needs a size from 1pt to 400pt and a leading of at least 1pt [style-size]'
