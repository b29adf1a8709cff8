# The page needs nothing but itself: no script, nothing fetched, every link leads to a place in it or
# is mail; each id is there once; the places are those of the PDF. The seed takes at most 40 kB.
"$GRIOT" compose -o "$TMP/x.pdf" "$TOP/seeds/2025-11-25.txt" >"$TMP/said" 2>&1
page=$TMP/x.html
xmllint --noout "$page"
! sed 's| xmlns="http://www.w3.org/1999/xhtml"||' "$page" |
    grep -inE '<script|<link|<img|<iframe|<object|[^a-z]src=|url\(|@import|@font-face|https?:|//|[^a-z]on[a-z]+=|[^a-z]style=' ||
    exit 1
grep -o ' id="[^"]*"' "$page" | sed 's/.*="\(.*\)"/\1/' | sort >"$TMP/ids"
sort -u "$TMP/ids" | diff - "$TMP/ids"
grep -o ' href="[^"]*"' "$page" | sed 's/.*="\(.*\)"/\1/' | grep -v '^mailto:' >"$TMP/links"
[ "$(wc -l <"$TMP/links")" -eq 14 ]
sed 's/^#//' "$TMP/links" | sort -u | grep -vxFf "$TMP/ids" && exit 1
qpdf --json "$TMP/x.pdf" | grep -oE '"u:(c[0-9]+|m[0-9]+|sommaire)"' | sed 's/"u:\(.*\)"/\1/' |
    sort -u | diff - "$TMP/ids"
[ "$(wc -c <"$page")" -le 40000 ]
