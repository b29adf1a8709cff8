# Pages keep the rules of good setting, whatever the text: see geometry.awk.
. ../pdf/inputs
make_inputs
# The last title may come to stand anywhere on a page, the foot included.
for n in 5 25 45 65; do
    { text last 'Un titre' "$(repeat $((600 + n)) 'encore un mot ')fin."
      cat "$TMP/last.txt"
      printf '\nDernier titre\n\nUne ligne. MIC\n'; } >"$TMP/foot-$n.txt"
done
for n in 1 2 3 4 5 6 7 8; do
    communiques $((3 * n)) $((n * 7919)) $((60 + n % 4 * 200)) >"$TMP/many-$n.txt"
done
failed=0
for file in "$TMP"/*.txt; do
    words=0
    case $file in */seed.txt|*/forty.txt|*/long.txt) words=1;; esac
    "$GRIOT" compose --date 2025-11-25 --dump=pages "$file" 2>"$TMP/said" >"$TMP/pages"
    grep -q '^page 1$' "$TMP/pages"
    LC_ALL=C awk -v words=$words -f geometry.awk "$TMP/pages" >"$TMP/words" ||
        { echo "${file##*/}:"; head -n 5 "$TMP/words" | cut -c 1-200; failed=1; }
done
exit $failed
