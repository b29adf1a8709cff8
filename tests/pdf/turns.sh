# A long bulletin goes into its file some pages and some object streams at a time: each page has what
# is its own, and the bytes are the same from one thread.
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do
    cat "$TOP/seeds/2025-11-25.txt"
    echo
done >"$TMP/long.txt"
set -- --lang en --date 2025-11-25 --style large-print
"$GRIOT" compose "$@" -o "$TMP/long.pdf" "$TMP/long.txt" >"$TMP/said" 2>&1
taskset -c "$(taskset -cp $$ | sed 's/.*: //; s/[-,].*//')" \
    "$GRIOT" compose "$@" -o "$TMP/alone.pdf" "$TMP/long.txt" >"$TMP/said" 2>&1
cmp "$TMP/long.pdf" "$TMP/alone.pdf"
qpdf --check "$TMP/long.pdf" >"$TMP/said" 2>&1
n=$(qpdf --show-npages "$TMP/long.pdf")
[ "$n" -gt 128 ]
[ "$(qpdf --show-xref "$TMP/long.pdf" | sed -n 's/.*compressed; stream = \([0-9]*\).*/\1/p' | sort -u | wc -l)" -gt 8 ]
pdftotext "$TMP/long.pdf" "$TMP/long.words"
tr '\f' '\n' <"$TMP/long.words" | grep -oE "^[0-9]+ / $n$" >"$TMP/folios"
seq "$n" | sed "s,\$, / $n," | diff - "$TMP/folios"
