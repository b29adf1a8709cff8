# Readers that know nothing of tags read the same: poppler and MuPDF, in the order of the page's
# code, find each text once, in order, with divided words whole again; between them there is nothing
# but the headers of ministries, numbers and dashes of lists, and the heading of a table that goes on.
# Heads and feet are cut off by their place.
#
# What these readers cannot know is left out of the comparison: that an address goes on in the next
# line, or that a line goes on in another face.
. ./inputs
. ./edition-text
make_inputs
failed=0

poppler_lines() {
    pdftotext -raw -nopgbrk -x 0 -y 56 -W 596 -H 742 "$1" -
}

mupdf_lines() {
    mutool draw -N -q -F stext.json "$1" |
        jq -r '.pages[].blocks[].lines[]? | select(.y > 56 and .y < 798) | .text'
}

# Lines as one text, its words whole.
joined() {
    LC_ALL=C sed -e ':more' -e '$!{N;b more' -e '}' -e 's/\xc2\xad *\n//g; s/- *\n/-/g; s/\n/ /g'
}

plain_spaces() {
    LC_ALL=C sed 's/\xc2\xa0/ /g; s/\xe2\x80\xaf/ /g; s/  */ /g'
}

# What is read is the texts in order; the first is that which its paragraph follows, for the
# contents have it, too.
in_order() { # NAMES TEXTS READ
    LC_ALL=C awk '
        FILENAME == ARGV[1] { header[$0] = 1; next }
        FILENAME == ARGV[2] { text[n++] = $0; next }
        {
            start = index($0, text[0] " " text[1])
            if (!start) start = index($0, text[0] text[1])
            rest = substr($0, start)
            for (i = 0; i < n; i++) {
                at = index(rest, text[i])
                if (!start || !at) { print "not read: " text[i]; exit 1 }
                between = substr(rest, 1, at - 1)
                gsub(/^ +| +$/, "", between)
                sub(/^ *((–|[0-9]+[.]) *)+$/, "", between)
                name = between
                sub(/ ?[A-Z]+$/, "", name)
                if (between != "" && !(between in header) && !(name in header)) {
                    print "too much: " between; exit 1
                }
                rest = substr(rest, at + length(text[i]))
            }
        }' "$1" "$2" "$3" | cut -c 1-200
}

# compare READER NAME FILTER: the lines in $TMP/lines with the texts of NAME, both through FILTER.
compare() {
    { sed -n 's/^  name: "\(.*\)"$/\1/p' "$TOP/styles/ministries.yaml"; echo 'Région Agents Note'; } |
        plain_spaces | $3 >"$TMP/names"
    edition_text "$2" | sed 's/^[a-z]* //' | plain_spaces | $3 >"$TMP/texts"
    joined <"$TMP/lines" | plain_spaces | $3 >"$TMP/read"
    in_order "$TMP/names" "$TMP/texts" "$TMP/read" >"$TMP/words"
    [ ! -s "$TMP/words" ] || { echo "$2, $1:"; cat "$TMP/words"; failed=1; }
}

without_spaces() {
    tr -d ' '
}

for name in $inputs; do
    compose "$name"
    case $name in address|fallback|alphabets|blocks|insets|tongues) filter=without_spaces;; *) filter=cat;; esac
    poppler_lines "$TMP/$name.pdf" >"$TMP/lines"
    compare poppler "$name" $filter
    mupdf_lines "$TMP/$name.pdf" >"$TMP/lines"
    compare MuPDF "$name" $filter
done
exit $failed
