# What is composed again in a running process, a sentence changed, has the bytes that a new process
# makes of that text; four figures are printed.
again=$TOP/out/build/check/bench/again
for style in officiel "$TOP/tests/bench/gentium.yaml"; do
    "$again" "$TOP" "$style" "$TOP/seeds/2025-11-25.txt" 3 "$TMP" >"$TMP/figures"
    LC_ALL=C awk -F'\t' 'NF != 4 || !($1 > 0 && $2 >= $3 && $3 > 0 && $4 > 0) { exit 1 }' "$TMP/figures"
    [ "$(diff "$TOP/seeds/2025-11-25.txt" "$TMP/day.txt" | grep -c '^>')" -eq 1 ]
    grep -q ' encore 3\. ' "$TMP/day.txt"
    "$GRIOT" compose --date 2025-11-25 --style "$style" -o "$TMP/new.pdf" "$TMP/day.txt" >"$TMP/said" 2>&1
    cmp "$TMP/day.pdf" "$TMP/new.pdf"
done
