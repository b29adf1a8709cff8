# The twin says what the PDF's structure says, in the same order; the PDF's page numbers and the name
# of its faces have no place in the twin. White space and capitals may differ.
"$GRIOT" compose -o "$TMP/x.pdf" "$TOP/seeds/2025-11-25.txt" >"$TMP/said" 2>&1
flat() { tr '\n' ' ' | sed 's/\xc2\xa0\|\xe2\x80\xaf\|\xc2\xad//g; s/ //g' | tr 'A-Z' 'a-z' | sed 's/É/é/g'; }
pdfinfo -enc UTF-8 -struct-text "$TMP/x.pdf" |
    sed -n '/^ *"[0-9]*"$/d; s/^ *"\(.*\)"$/\1/p' | sed 's/^Composé en .*\(Pour signaler\)/\1/' | flat >"$TMP/pdf"
sed '1,/^<\/head>/d; /class="skip"/d; s/<[^>]*>//g; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' "$TMP/x.html" |
    flat >"$TMP/twin"
[ "$(wc -c <"$TMP/twin")" -gt 10000 ]
for f in pdf twin; do sed 's/[.;]/&\n/g' "$TMP/$f" >"$TMP/$f.lines"; done
diff "$TMP/pdf.lines" "$TMP/twin.lines"
