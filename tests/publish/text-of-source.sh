# The twin's titles and paragraphs are the source's lines, to the byte, once the corrections that
# were logged are taken back.
seed=$TOP/seeds/2025-11-25.txt
"$GRIOT" compose -o "$TMP/x.pdf" "$seed" >"$TMP/said" 2>&1
"$GRIOT" compose --dump=edition "$seed" >"$TMP/log"

# the text of the twin, as an entity-free line an element
sed -n '/^<main>/,/^<\/main>/{/^<h3>\|^<p>/{s/<[^>]*>//g;s/&lt;/</g;s/&gt;/>/g;s/&quot;/"/g;s/&amp;/\&/g;p}}' \
    "$TMP/x.html" >"$TMP/twin"
# the lines of the source that are no blank ones, without the acronyms that end the bodies
awk 'NF { if (n++ % 2) sub(/ [A-Z]+$/, ""); print }' "$seed" >"$TMP/lines"

# back from what was printed to what was written
LC_ALL=C awk '
    function quoted(s) { gsub(/^"|"$/, "", s); gsub(/\\"/, "\"", s); gsub(/\\\\/, "\\", s); return s }
    function flush() { if (open) print before substr(after, done + 1); open = 0 }
    NR == FNR { twin[NR] = $0; next }
    /^  (title|paragraph) / { flush(); open = 1; after = twin[++n]; before = ""; done = 0 }
    /^    fr-/ {
        match($0, /fr-[0-9]+ [0-9]+ /); from = substr($0, RSTART, RLENGTH); sub(/fr-[0-9]+ /, "", from)
        change = substr($0, RSTART + RLENGTH); cut = index(change, "\" -> \"")
        old = quoted(substr(change, 1, cut)); new = quoted(substr(change, cut + 5))
        kept = from - length(before)
        before = before substr(after, done + 1, kept) old
        done += kept
        if (substr(after, done + 1, length(new)) != new) { print "not there: " $0; exit 1 }
        done += length(new)
    }
    END { flush() }' "$TMP/twin" "$TMP/log" >"$TMP/back"
[ "$(wc -l <"$TMP/lines")" -eq 14 ] && ! cmp -s "$TMP/twin" "$TMP/lines"
diff "$TMP/lines" "$TMP/back"
