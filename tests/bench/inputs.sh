# The texts of the bench are the same everywhere and every time, as long as asked, without two
# bodies alike, and day texts that are read without complaint.
inputs="$TOP/out/build/check/bench/inputs"
seed=$TOP/seeds/2025-11-25.txt registry=$TOP/styles/ministries.yaml
"$inputs" text "$seed" "$registry" 1000 >"$TMP/l.txt"
sha256sum <"$TMP/l.txt" >"$TMP/said"
grep -q '^2b66a3240df17ad61a87568ffb9df03a21875173b269131057537695a0f37678 ' "$TMP/said"
[ "$(wc -l <"$TMP/l.txt")" -eq 3000 ]
awk 'NR % 3 == 0' "$TMP/l.txt" | sort | uniq -d >"$TMP/said"
[ ! -s "$TMP/said" ]
# a day of nine is the beginning of a longer one
head -n 27 "$TMP/l.txt" >"$TMP/few.txt"
"$inputs" text "$seed" "$registry" 9 | cmp - "$TMP/few.txt"
"$GRIOT" compose --lang en --date 2025-11-25 --dump=edition "$TMP/few.txt" >"$TMP/said" 2>&1
[ "$(grep -c '^communique ' "$TMP/said")" -eq 9 ]
# without a count, the seed
{ cat "$seed"; echo; } >"$TMP/seed.txt"
"$inputs" text "$seed" "$registry" | cmp - "$TMP/seed.txt"
