# Number, date and counts stand beside each other only where the date in the middle leaves room for
# both; otherwise one under the other.
baselines() { # SIZE -> the baselines of the three
    sed "s/^  \(dateline\|date\): { face: \([^,]*\), size: [^,]*/  \1: { face: \2, size: $1/" \
        "$TOP/styles/officiel.yaml" >"$TMP/style.yaml"
    "$GRIOT" compose --style "$TMP/style.yaml" --dump=pages "$TOP/seeds/2025-11-25.txt" 2>"$TMP/said" |
        sed -n 's/^  text [^ ]* \([^ ]*\) date\(line\)\{0,1\} .*/\1/p' | sort -u | wc -l
}
[ "$(baselines 7.8pt)" -eq 1 ]
[ "$(baselines 14pt)" -eq 3 ]
