# An output that is a link to a file stays a link, and the file it leads to is replaced: an output
# named /dev/stdout would else cost root the link of that name.
mkdir "$TMP/far"
echo old >"$TMP/far/x.pdf"
ln -s far/x.pdf "$TMP/x.pdf"
"$GRIOT" compose -o "$TMP/x.pdf" "$TOP/seeds/2025-11-25.txt" >"$TMP/said" 2>&1
[ -L "$TMP/x.pdf" ] && [ ! -L "$TMP/far/x.pdf" ]
head -c 5 "$TMP/far/x.pdf" | grep -q '^%PDF-'
