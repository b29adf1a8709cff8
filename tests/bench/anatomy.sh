# Every byte of a PDF is counted once, page streams and fonts as large as they are; and the font
# programs come out whole.
tools=$TOP/out/build/check/bench
"$GRIOT" compose -o "$TMP/a.pdf" "$TOP/seeds/2025-11-25.txt" >"$TMP/said" 2>&1
mkdir "$TMP/programs"
"$tools/anatomy" "$TMP/a.pdf" "$TMP/programs" >"$TMP/said"
part() {
    awk -F'\t' -v name="$1" '$2 == name { print $1 }' "$TMP/said"
}
# each part is rounded
awk -v all="$(wc -c <"$TMP/a.pdf")" '{ sum += $1 }
    END { exit !(sum - all <= 3 && all - sum <= 3) }' "$TMP/said"
qpdf --stream-data=preserve --object-streams=disable "$TMP/a.pdf" "$TMP/b.pdf"
lengths() { # the sum of /Length of the streams that a key refers to
    for n in $(grep -a -o "/$1 [0-9]* 0 R" "$TMP/b.pdf" | cut -d' ' -f2 | sort -u); do
        qpdf --show-object="$n" "$TMP/b.pdf" | grep -a -o '/Length [0-9]*' | cut -d' ' -f2
    done | awk '{ sum += $1 } END { print sum }'
}
streams=$(lengths Contents)
[ "$(part 'page streams')" -gt "$streams" ]
[ "$(part 'page streams')" -lt $((streams + 500)) ]
[ "$(part fonts)" -gt "$(lengths 'FontFile[23]')" ]
for kind in structure 'links and outline' 'metadata and sources' "the file's own"; do
    [ "$(part "$kind")" -gt 0 ]
done
for program in "$TMP"/programs/program-*; do
    # TrueType, or a bare CFF
    od -An -tx1 -N4 "$program" | grep -qE '^ (00 01 00 00|4f 54 54 4f|01 00 04 0[1-4])'
done
