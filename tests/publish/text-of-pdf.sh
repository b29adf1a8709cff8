# The twin says what the PDF's structure says, in the same order, of Markdown too; the PDF's page
# numbers, its numbers and dashes of lists, and the name of its faces have no place in the twin. White
# space and capitals may differ.
. ../pdf/inputs
make_inputs
failed=0
flat() { tr '\n' ' ' | sed 's/\xc2\xa0\|\xe2\x80\xaf\|\xc2\xad//g; s/ //g' | tr 'A-Z' 'a-z' | sed 's/É/é/g'; }
for name in seed headings blocks insets tongues other; do
    compose "$name"
    pdfinfo -enc UTF-8 -struct-text "$TMP/$name.pdf" |
        awk '/^ *Lbl / { label = 1; next } label { label = 0; next } /^ *Sect/ { body = 1 }
            /^ *"[0-9]*"$/ && !body { next } /^ *"/' |
        sed 's/^ *"\(.*\)"$/\1/; s/^Composé en .*\(Pour signaler\)/\1/' | flat >"$TMP/pdf"
    sed '1,/^<\/head>/d; /class="skip"/d; s/<[^>]*>//g; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' \
        "$TMP/$name.html" | flat >"$TMP/twin"
    for f in pdf twin; do sed 's/[.;]/&\n/g' "$TMP/$f" >"$TMP/$f.lines"; done
    [ -s "$TMP/twin.lines" ] && diff "$TMP/pdf.lines" "$TMP/twin.lines" || { echo "$name"; failed=1; }
done
exit $failed
