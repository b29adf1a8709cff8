# Every command runs at least once a round, one that fails has no figures, and what they say goes to
# the log.
timer=$TOP/out/build/check/bench/timer
echo 'test ! -e '"$TMP/ran"' && : >'"$TMP/ran" >"$TMP/once"
printf 'well\techo said\nnot\tfalse\nnothing\t/no/such/program\nonce\tsh %s\n' \
    "$TMP/once" >"$TMP/jobs"
"$timer" 3 60 "$TMP/log" "$TMP/jobs" >"$TMP/said"
awk -F'\t' '$1 == "well" && $2 >= 3 && $3 >= $4 && $5 >= $6 && $7 > 0 { good++ }
    $1 == "not" && $2 == 0 { good++ }
    $1 == "nothing" && $2 == 0 { good++ }
    $1 == "once" && $2 == 0 { good++ }
    END { exit good != 4 || NR != 4 }' "$TMP/said"
[ "$(sort -u "$TMP/log")" = said ]
