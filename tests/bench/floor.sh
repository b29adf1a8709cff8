# The floor's page code is frozen: it must not follow what griot writes. And the floor writes as
# many bytes as it is told.
tools=$TOP/out/build/check/bench
"$tools/floor" reference "$TOP/seeds/2025-11-25.txt" >"$TMP/code"
sha256sum <"$TMP/code" >"$TMP/said"
grep -q '^820c8cba019d3b3b88e76c4e20a14e46977afdabe050169cdd26c82b4c24d57e ' "$TMP/said"
"$tools/floor" "$TMP/out" 20000 "$TMP/code" "$TOP/styles/officiel.yaml" -- "$TOP/seeds/2025-11-25.txt"
[ "$(wc -c <"$TMP/out")" -eq 20000 ]
grep -a -q '^Signature de l' "$TMP/out"
