# The contents lead to each title, on the page whose number they print, and the outline names the
# same titles.
. ./inputs
. ./edition-text
make_inputs
failed=0

# One line without spaces and hyphens.
bare() {
    tr -d ' \n' | LC_ALL=C sed 's/\xc2\xa0//g; s/\xe2\x80\xaf//g; s/\xc2\xad//g; s/-//g'
}

for name in $inputs; do
    compose "$name"
    places "$name" >"$TMP/places"
    edition_text "$name" | sed -n 's/^title //p' >"$TMP/titles"
    sed -n 's/^outline   \(.*\) > c[0-9]*$/\1/p' "$TMP/places" >"$TMP/outline"
    diff "$TMP/titles" "$TMP/outline" || { echo "$name: outline"; failed=1; }
    # a link says its title, its ministry and its page
    sed -n 's/^link .Link \(.*\) — [MP].*, page[^0-9]*[0-9]* > c[0-9]* on [0-9]*$/\1/p' "$TMP/places" >"$TMP/links"
    diff "$TMP/titles" "$TMP/links" || { echo "$name: links"; failed=1; }
    sed -n 's/^link .* > c[0-9]* on \([0-9]*\)$/\1/p' "$TMP/places" >"$TMP/pages"
    sed -n 's/^link .*, page[^0-9]*\([0-9]*\) > c[0-9]* on [0-9]*$/\1/p' "$TMP/places" >"$TMP/said"
    diff "$TMP/pages" "$TMP/said" || { echo "$name: pages that links say"; failed=1; }
    "$GRIOT" compose --date 2025-11-25 --dump=pages "$(source_of "$name")" 2>"$TMP/said" |
        sed -n 's/^  text [^"]* contents-page [^"]*"\([0-9]*\)"$/\1/p' >"$TMP/printed"
    diff "$TMP/pages" "$TMP/printed" || { echo "$name: page numbers"; failed=1; }
    # each title begins on its page
    paste -d ' ' "$TMP/pages" "$TMP/titles" | while read -r page title; do
        pdftotext -raw -f "$page" -l "$page" "$TMP/$name.pdf" - | bare |
            LC_ALL=C grep -qF -e "$(echo "$title" | bare | cut -c 1-40)" ||
            { echo "$name: not on page $page: $title"; exit 1; }
    done || failed=1
done
exit $failed
